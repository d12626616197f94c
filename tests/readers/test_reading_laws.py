"""Laws of every reading: the text is tiled, quotes are exact, nobody's words become another's."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from civicpledge.errors import CivicPledgeError
from civicpledge.model.sources import Document, Source
from civicpledge.readers import parse
from civicpledge.readers.reading import Reading, Segment
from civicpledge.readers.stretches import meeting

KINDS = [None, "article", "questionnaire"]
FRAGMENTS = [
    "",
    " ",
    "1) Repair the path",
    "2. Plant trees",
    "3) Keep the library open",
    "MAKE THE TOWN GREENER",
    "## Water",
    "Ann Body, Green Party:",
    "Bo Ng (Labour):",
    "Bo Ng (Labour): No.",
    "Ann Body - Green Party",
    "**Cy Dale (Independent):** Maybe.",
    "CY DALE Perhaps",
    "Body: Yes.",
    "Zed Zebra:",
    "'Yes, I will.'",
    "'Yes, I will.",
    "And I will light it.'",
    '"No." - Bo Ng, Labour',
    "All three candidates backed it, though not at once.",
    "Paths lie solely in the remit of the Mayor of Anyshire.",
    "Will you repair the path?",
    "Chair: Will you plant trees?",
    "We call on the next Mayor to make pledges on the following:",
    "picture.jpg",
    "Posted by A. N. Other on 4 May, 2031",
    "[No response received]",
    "• one",
    "* two",
    "1. one",
    "Candidate name: Ann Body",
    "**Party:** Green",
    "Answer: Yes",
    "Yes:",
    "Ann Body did not reply.",
    "There are two candidates: Ann Body (Green) and Bo Ng (Labour).",
    "Ann confirmed that this is possible.",
    'He also stated "We will."',
    "\u202eright to left",
    "\x00",
    "\x0b\x0c\x1c\x85\u2028",
    "a" * 500,
    "’”»",
    "**",
    "# ",
    "(((",
]
WORDS = st.text(
    alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "Zs", "S", "Cc", "Cf"]),
    max_size=30,
)
PAGES = st.lists(st.one_of(st.sampled_from(FRAGMENTS), WORDS), max_size=40).map("\n".join)


def read(text: str, kind: str | None) -> Reading | None:
    try:
        return parse(Document.from_text(text, source=Source(id="page", title="A page")), kind)
    except CivicPledgeError:
        return None


def quotes(reading: Reading):
    for elements in (
        reading.themes,
        reading.asks,
        reading.answers,
        reading.claims,
        reading.notes,
        reading.absences,
        reading.standing,
        reading.occasions,
    ):
        for element in elements:
            yield element.quote
    for ask in reading.asks:
        yield from (part.quote for part in ask.parts)
        if ask.text:
            yield ask.text


@pytest.mark.parametrize("kind", KINDS)
@given(text=PAGES)
@example(text="1) A\n\nAnn Body, Green:\n\nYes")
def test_segments_tile_the_text_and_quotes_are_what_stands_there(kind, text):
    reading = read(text, kind)
    if reading is None:
        return
    document = reading.document
    ends = [0, *(s.end for s in reading.segments)]
    assert [s.start for s in reading.segments] == ends[:-1]
    assert ends[-1] == len(document.text)
    for quote in quotes(reading):
        assert document.text[quote.span.start : quote.span.end] == quote.text
    assert all(w.line >= 1 for w in reading.warnings)
    assert len(reading.to_table()) >= len(reading.asks) + len(reading.answers)
    for shown in (reading.to_text(), reading.to_html()):
        assert not re.search(r"[\x00-\x08\u202e]", shown)


@pytest.mark.parametrize("kind", KINDS)
@given(text=PAGES)
def test_reading_twice_or_after_saving_with_other_line_ends_gives_the_same(kind, text):
    text = text.replace("\r", "")
    first, again, saved = read(text, kind), read(text, kind), read(text.replace("\n", "\r\n"), kind)
    assert first == again == saved


@given(text=PAGES)
def test_every_ask_has_a_key_of_its_own(text):
    reading = read(text, None)
    keys = [ask.key for ask in reading.asks] if reading else []
    assert len(keys) == len(set(keys))


def is_heading(line: str) -> bool:
    """A second test for headings: marked ones, capitals, or a number before a few words without a stop."""
    bare = line.strip()
    capitals = len(bare) > 12 and bare.isupper() and bare.replace(" ", "").isalpha()
    return bare.startswith("## ") or capitals or bool(re.fullmatch(r"\d\) [A-Z][\w ]{3,60}", bare))


@given(text=PAGES.filter(lambda text: text.count("\n") > 4))
def test_no_answer_of_an_article_holds_a_line_that_looks_like_a_heading(text):
    lines = "\n\n".join(line for line in text.split("\n") if line.strip())
    reading = read(lines, "article")
    numbered = [ask for ask in reading.asks if ask.number] if reading else []
    for answer in reading.answers if reading else ():
        headings = [line for line in answer.quote.text.split("\n") if is_heading(line)]
        assert not [h for h in headings if not h[0].isdigit() or (numbered and h == "\x00")]


# ---- pages of a known make

NAMES = [
    ("Ann Body", "Green Party"),
    ("Bo Ng", "Labour"),
    ("Cy O'Dale", "Liberal Democrats"),
    ("Di Wu-Hall", "Conservatives"),
]
FORMS = [
    "{name}, {party}:\n\n{words}",
    "{name} ({party}): {words}",
    "{name} ({party}):\n{words}",
    "**{name}, {party}:**\n\n{words}",
    "**{name} ({party})** {words}",
    "- {name} ({party}): {words}",
    "### {name} ({party})\n\n{words}",
]
QUOTED = ["'{}'", "‘{}’", '"{}"', "“{}”", "{}"]
HEADINGS = ["{n}) {title}", "{n}. {title}", "## {title}", "Question {n}: Will you {title}?"]
TITLES = ["Repair the path", "Plant many trees", "Keep the library open", "Clean the brook"]
NOISE = [
    "picture.jpg",
    "Share this page",
    "Watch the film of our meeting here",
    "![path](path.png)",
]


@st.composite
def known_pages(draw):
    """A page of one make, and what was said: (ask, speaker, tag) in order."""
    form, heading = draw(st.sampled_from(FORMS)), draw(st.sampled_from(HEADINGS))
    marks = draw(st.sampled_from(QUOTED))
    pieces, said = ["The pledges of 2031"], []
    for n, title in enumerate(TITLES[: draw(st.integers(2, 4))], start=1):
        pieces.append(heading.format(n=n, title=title))
        if draw(st.booleans()):
            pieces.append("All of the candidates backed this.")
        for at in sorted(draw(st.sets(st.integers(0, 3), min_size=1, max_size=4))):
            name, party = NAMES[at]
            tag = f"tag{n}x{at}"
            words = [f"I say {tag} now."] + [f"And more {tag}."] * draw(st.integers(0, 2))
            joined = "\n\n".join(words)
            pieces.append(form.format(name=name, party=party, words=marks.format(joined)))
            said.append((n, name, party, tag))
        pieces += draw(st.lists(st.sampled_from(NOISE), max_size=1))
    return "\n\n".join(pieces), said


@given(known_pages())
def test_a_page_of_a_known_make_comes_out_whole(made):
    text, said = made
    reading = read(text, "article")
    asks = {ask: n for n, ask in enumerate(reading.asks, start=1)}
    found = [
        (asks.get(a.ask), a.speaker, a.party, re.search(r"tag\dx\d", a.quote.text)[0])
        for a in reading.answers
    ]
    assert found == said
    for answer in reading.answers:
        assert len(set(re.findall(r"tag\dx\d", answer.quote.text))) == 1


@given(known_pages(), st.data())
def test_whatever_is_put_between_the_lines_nobody_is_credited_with_anothers_words(made, data):
    text, said = made
    lines = text.split("\n")
    extra = st.sampled_from(
        [f for f in FRAGMENTS if "Ann" not in f and "Bo" not in f and "Body" not in f]
    )
    for _ in range(data.draw(st.integers(1, 6))):
        lines.insert(data.draw(st.integers(0, len(lines))), data.draw(extra))
    reading = read("\n".join(lines), "article")
    speakers = {tag: name for _, name, _, tag in said}
    for answer in reading.answers if reading else ():
        tags = set(re.findall(r"tag\dx\d", answer.quote.text))
        credited = answer.speaker or answer.inferred
        assert credited not in speakers.values() or {speakers[t] for t in tags} <= {credited}


def test_a_segment_is_given_back_as_text():
    reading = read("1) Path\n\nAnn Body, Green:\n\nYes.", "article")
    assert [reading.text_of(s) for s in reading.segments][:3] == [
        "1) Path",
        "\n\n",
        "Ann Body, Green:",
    ]
    assert isinstance(reading.segments[0], Segment)


def test_a_second_answer_of_one_name_to_one_ask_is_told(read):
    rows = (
        "Name,Party,1. Will you plant?\nAnn Body,Green,No\nBo Ng,Labour,Yes\nAnn  Body,Green,Yes\n"
    )
    page = (
        "1) Homes\n\nAnn Body, Green:\n\nYes.\n\nBo Ng, Labour:\n\nNo.\n\nAnn Body, Green:\n\nNo.\n"
    )
    for text, line in ((rows, 4), (page, 13)):
        told = [w.line for w in read(text).warnings if w.what == "a second answer"]
        assert told == [line]


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9))),
    st.integers(0, 30),
    st.integers(1, 9),
)
def test_a_stretch_meets_others_as_comparing_it_with_each_tells(begun, start, length):
    stretches = [(a, a + n) for a, n in begun]
    end = start + length
    assert meeting(stretches)(start, end) == any(a < end and start < b for a, b in stretches)
