"""Tables of answers on pages that hold answers outside of them too, and tables set with spaces or tabs."""

import pytest

GLANCE = """# What they told us

## At a glance

| Ask | Ann Body (Labour) | Bo Ng (Green) |
|---|---|---|
| 1. Keep the lido open | Yes | No |
| 2. Light the quay | Yes | No answer |

## 1. Keep the lido open

Ann Body, Labour:

Yes, all year, and on Sundays.

Bo Ng, Green:

Not at that price.

## 2. Light the quay

Ann Body, Labour:

By the winter.
"""


def _is_exact(reading):
    text = reading.document.text
    held = [x for kind in (reading.asks, reading.answers, reading.absences) for x in kind]
    quoted = all(text[x.quote.span.start : x.quote.span.end] == x.quote.text for x in held)
    ends = [0, *(s.end for s in reading.segments)]
    return quoted and ends == [*(s.start for s in reading.segments), len(text)]


def test_a_table_at_a_glance_hides_no_answer_below_it(read):
    reading = read(GLANCE)
    assert reading.kind.value == "article"
    assert [ask.title for ask in reading.asks] == ["Keep the lido open", "Light the quay"]
    assert [(a.speaker, a.ask.number, a.quote.text) for a in reading.answers] == [
        ("Ann Body", "1", "Yes"),
        ("Bo Ng", "1", "No"),
        ("Ann Body", "2", "Yes"),
        ("Ann Body", "1", "Yes, all year, and on Sundays."),
        ("Bo Ng", "1", "Not at that price."),
        ("Ann Body", "2", "By the winter."),
    ]
    assert [(a.name, a.ask.number) for a in reading.absences] == [("Bo Ng", "2")]
    assert _is_exact(reading)


def test_words_that_go_on_behind_a_table_are_never_cut_by_it(read):
    table = GLANCE[GLANCE.index("| Ask") : GLANCE.index("## 1.")]
    page = GLANCE.replace(table, "").replace("and on Sundays.\n", f"and:\n\n{table}and so on.\n")
    reading = read(page)
    assert _is_exact(reading)


@pytest.mark.parametrize("between", ["   ", "\t"])
def test_a_table_set_with_spaces_is_read_where_its_occasion_is(read, between):
    page = (
        "Autumn round-up\n\nLOW MILL\nWhere: Low Hall\nWhen: 3 May\nTurnout: 120\n\n"
        "Ann Body and Bo Ng came.\n\nThe board on the wall:\n\n"
        + between.join(("", "Body", "Ng"))
        + "\n"
        + between.join(("1. Keep the lido?", "YES", "NO"))
        + "\n"
        + between.join(("2. Light the quay?", "NO", "YES"))
        + "\n\nHIGH MILL\nWhere: High Hall\nWhen: 6 May\nTurnout: 80\n\nA choir sang.\n"
    )
    reading = read(page)
    assert [(a.speaker, a.ask.title, a.quote.text) for a in reading.answers] == [
        ("Body", "Keep the lido?", "YES"),
        ("Ng", "Keep the lido?", "NO"),
        ("Body", "Light the quay?", "NO"),
        ("Ng", "Light the quay?", "YES"),
    ]
    assert [len(o.answers) for o in reading.occasions] == [4, 0]
    assert [len(o.asks) for o in reading.occasions] == [2, 0]
    assert _is_exact(reading)
