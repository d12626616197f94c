"""Signs that look alike are read alike, and stand in the quotes as printed."""

import pytest

PAGE = """Will you build 100 homes a year?

Ann Body (Green): Yes, I will.

Bo Ng (Labour): We will look at it.

Will you keep the library open?

Ann Body (Green): Of course.

Bo Ng (Labour): No.
"""
FORM = """Name: Ann Body
Party: Green

1. Will you build 100 homes a year?
Yes, I will.

2. Will you keep the library open?
No.
"""
CHANGES = [
    (" ", "\u00a0"),
    (" ", "\u2009"),
    (": ", ":\u202f"),
    (":", "\uff1a"),
    ("Ann", "\u200bAnn"),
    ("Will", "\u200eWill"),
    ("Name", "\u2060Name"),
    ("\n\n", "\n\u200b\n"),
    ("?", "?\u200b"),
]


def told(reading):
    return (
        reading.kind,
        [ask.title.rstrip("\u200b") for ask in reading.asks],
        [(a.speaker, a.party, reading.asks.index(a.ask)) for a in reading.answers],
    )


@pytest.mark.parametrize("text", [PAGE, FORM], ids=["page", "form"])
@pytest.mark.parametrize(("seen", "printed"), CHANGES)
def test_signs_that_look_alike_are_read_alike_and_kept_as_printed(read, text, seen, printed):
    changed = text.replace(seen, printed)
    reading = read(changed)
    assert told(reading) == told(read(text))
    assert reading.document.text == changed
    assert "".join(changed[s.start : s.end] for s in reading.segments) == changed
    for element in (*reading.asks, *reading.answers):
        span = element.quote.span
        assert element.quote.text == changed[span.start : span.end]


def test_what_joins_a_word_stays_in_it(read):
    reading = read(PAGE.replace("library", "lib\u00adrary"))
    assert reading.asks[1].title == "Will you keep the lib\u00adrary open?"
