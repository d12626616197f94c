"""Two invented articles of the make of the real ones, read whole."""

import pytest

from civicpledge.model.asks import AskForm, PartForm, Power
from civicpledge.model.responses import ScopeKind
from civicpledge.readers.reading import SegmentKind


@pytest.fixture
def assembly(read, page):
    return read(page("assembly.txt"))


@pytest.fixture
def quotations(read, page):
    return read(page("quotations.txt"))


def test_the_asks_of_the_assembly_stand_under_their_themes(assembly):
    assert [(a.number, a.title, a.theme.title) for a in assembly.asks] == [
        ("1", "Repair the canal path", "A dry and open path"),
        ("2", "Light the canal path", "A dry and open path"),
        ("3", "Wardens on the last bus", "SAFE AT NIGHT"),
        ("4", "Meet the hospitals", "SAFE AT NIGHT"),
    ]
    assert [a.form for a in assembly.asks] == [
        AskForm.DEMAND,
        AskForm.UNKNOWN,
        AskForm.UNKNOWN,
        AskForm.DEMAND,
    ]
    assert assembly.asks[3].text.text.startswith("So we ask both to convene")


def test_the_answers_of_the_assembly_stand_under_their_speakers(assembly):
    assert [(a.ask.number, a.speaker, a.party, a.quote.text) for a in assembly.answers] == [
        (
            "1",
            "Ann Body",
            "Labour",
            "Yes. We will begin in the first spring.\n\n'And we will end in the second.",
        ),
        (
            "1",
            "Cy Dale",
            "Liberal Democrats",
            "It's a good path [the towpath]. I would like to look at the cost.",
        ),
        ("2", "Ann Body", "Labour & Co-operative", "Lamps, yes: green ones."),
        ("2", "Cy Dale", "Liberal Democrats", "Yes. Light is good."),
        ("2", "Bo Ng", "Conservatives", "I said 'yes' in 2027, and I say 'yes' now."),
        ("2", "Di Wu-Hall", "Green Party", "Yes. Light is good."),
        ("3", "Bo Ng", "Conservatives", "I will hire twelve."),
        ("3", "Di Wu-Hall", "Green Party", "I am not sure that wardens help."),
        ("4", "Ann Body", "Labour", "Yes."),
        ("4", "Bo Ng", "Conservatives", "Of course."),
        ("4", "Di Wu-Hall", "Green Party", "Yes, twice a year."),
    ]


def test_the_claims_of_the_assembly_keep_scope_hedge_and_strength(assembly):
    assert [
        (c.asks[0].number, c.kind, c.names, c.office, c.number, c.strength, c.hedge)
        for c in assembly.claims
    ] == [
        ("1", ScopeKind.NAMED, ("Ann Body", "Cy Dale"), None, None, "committed", None),
        ("2", ScopeKind.ALL, (), None, 4, "committed", "though they disagreed about the lamps"),
        ("3", ScopeKind.CONTEST, (), "Police & Crime Commissioner", None, "supportive", None),
    ]


def test_the_remits_of_the_assembly_are_noted(assembly):
    assert [(n.ask.number, n.offices, n.power, n.only) for n in assembly.notes] == [
        ("1", ("Mayor of Anyshire",), Power.DECIDES, False),
        ("3", ("Police & Crime Commissioner",), Power.DECIDES, True),
        ("4", ("Mayor", "Police & Crime Commissioner"), Power.CONVENES, False),
    ]


def test_who_stands_and_who_wrote_is_read_from_the_first_paragraphs(assembly):
    (occasion,) = assembly.occasions
    assert (occasion.date, occasion.headcounts) == ("Tuesday 4th March 2031", ("212",))
    assert [(p.name, p.status) for p in occasion.participants] == [
        ("Cy Dale", "in_writing"),
        ("Di Wu-Hall", "in_writing"),
    ]
    listed = [(s.name, s.office) for s in assembly.standing if s.party is None]
    assert listed == [
        ("Ann Body", "Mayor"),
        ("Cy Dale", "Mayor"),
        ("Bo Ng", "Police & Crime Commissioner"),
        ("Di Wu-Hall", "Police & Crime Commissioner"),
    ]


def test_furniture_is_known_and_the_last_words_are_nobodys(assembly):
    furniture = [assembly.text_of(s) for s in assembly.segments if s.kind is SegmentKind.FURNITURE]
    assert {"News", "Mill.jpg", "Crowd in the mill.png", "Tags"} <= set(furniture)
    assert [assembly.text_of(s)[:12] for s in assembly.unread] == ["The vote is "]


def test_quotations_without_names_stay_without_names(quotations):
    assert [(a.ask.theme.title, a.speaker, a.quote.text) for a in quotations.answers] == [
        ("Water", None, "Yes. The first spring is when we begin."),
        ("Water", None, "I want to see the figures first."),
        ("Books", None, "All three, gladly."),
        ("Books", None, "and a fourth: songs."),
        ("Safety", None, "Twelve of them."),
    ]


def test_names_are_offered_with_the_words_that_suggest_them(quotations):
    water = quotations.answers[0]
    assert water.inferred == "Ann"
    text = quotations.document.text
    assert [text[s.start : s.end] for s in water.inferred_from] == [
        "Ann added that the money is there."
    ]
    assert quotations.answers[1].possible == ("Ann Body", "Cy Dale")
    assert [a.inferred for a in quotations.answers[2:]] == [None, None, None]


def test_compound_asks_keep_their_parts(quotations):
    water, books, safety = quotations.asks
    assert [(p.form, p.quote.text) for p in water.parts] == [
        (PartForm.LIMB, "Will you repair the canal path in your first year?"),
        (PartForm.OPEN, "If not, when and how?"),
    ]
    assert [(p.number, p.quote.text) for p in books.parts] == [
        ("1", "Keep every branch open."),
        ("2", "Open on Sundays."),
        ("3", "Lend tools as well as books."),
    ]
    assert safety.parts == ()


def test_whom_the_asks_are_put_to_is_noted(quotations):
    assert [(n.ask.theme.title, n.offices, n.power) for n in quotations.notes] == [
        ("Water", ("Mayor of Anyshire",), None),
        ("Books", ("Mayor of Anyshire",), None),
        ("Safety", ("Police & Crime Commissioner",), None),
    ]


def test_both_pages_are_taken_for_articles(assembly, quotations):
    assert (assembly.kind, quotations.kind) == ("article", "article")
    assert quotations.unread == ()


def test_a_reading_is_shown_as_a_table_and_as_marked_text(assembly):
    rows = assembly.to_table().rows()
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert (37, "answer", "1", "Cy Dale", "Liberal Democrats") in [row[:5] for row in rows]
    shown = assembly.to_text().split("\n")
    assert any(
        line.startswith("  25 ask") and line.endswith("1) Repair the canal path") for line in shown
    )
    assert assembly.to_html().count("<mark") > len(assembly.answers)
    assert repr(assembly).startswith("<Reading of 'page' as article: 2 themes, 4 asks, 11 answers")
