"""Laws that hold for every text, whatever is in it: nothing lost, nothing moved, nothing invented."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civicpledge.errors import CivicPledgeError
from civicpledge.model.sources import Document, Source
from civicpledge.readers import parse
from civicpledge.readers.manifesto import read_manifesto
from civicpledge.readers.manifesto import signs as manifesto_signs
from civicpledge.readers.reading import Reading
from civicpledge.readers.roundup import read_roundup
from civicpledge.readers.roundup import signs as roundup_signs

HERE = Path(__file__).parent
PAGES = [*sorted((HERE / "manifestos").iterdir()), *sorted((HERE / "roundups").iterdir())]
READERS: list[Callable[[Document], Reading]] = [read_manifesto, read_roundup]

LINES = sorted({line for page in PAGES for line in page.read_text(encoding="utf-8").split("\n")})
ODD = [
    "•", "1.", "2.", "\f3", "", " ", "\t", "\u00a0", "“", "”", "‘Yes", "# ", "#", "- ", "***", "\u202e",
    "\x00",     "\u2028", "\x85", "²", "٣. x", "İ", "ǅ", "We will:", "•\n•\n•", "a, " * 30,
    "(" * 20, "commitment from",
    "Ann Body",
    "on behalf of", "On 3 May, 90 people met at", "pulled out", "'" * 9, "www.", "17", "<b>", "\ufffd",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(LINES) | st.sampled_from(ODD) | st.text(max_size=30), max_size=30)


def document_of(text: str) -> Document | None:
    try:
        return Document.from_text(text, source=Source(id="d", title="D"))
    except CivicPledgeError:
        return None


def check(reading: Reading) -> None:
    text = reading.document.text
    at = 0
    for segment in reading.segments:
        assert segment.start == at < segment.end
        at = segment.end
    assert at == len(text)
    quotes = [p.quote for p in reading.pledges] + [t.quote for t in reading.themes]
    quotes += [c.quote for c in reading.claims] + [o.quote for o in reading.occasions]
    for quote in quotes:
        assert text[quote.span.start : quote.span.end] == quote.text
    for pledge in reading.pledges:
        assert pledge.appearances[0] == pledge.quote.span
        assert len(set(pledge.appearances)) == len(pledge.appearances)
    lines = text.count("\n") + 1
    assert all(1 <= warning.line <= lines for warning in reading.warnings)


@pytest.mark.parametrize("read", READERS)
@given(lines=TEXTS)
@settings(max_examples=120, deadline=None)
def test_every_text_is_tiled_and_every_quote_stands_where_it_says(
    read: Callable[[Document], Reading], lines: list[str]
) -> None:
    document = document_of("\n".join(lines))
    if document is not None:
        check(read(document))


@pytest.mark.parametrize("read", READERS)
@given(lines=TEXTS)
@settings(deadline=None)
def test_reading_twice_and_with_other_line_ends_gives_the_same(
    read: Callable[[Document], Reading], lines: list[str]
) -> None:
    text = "\n".join(lines).replace("\r", "")
    document, resaved = document_of(text), document_of(text.replace("\n", "\r\n"))
    if document is not None and resaved is not None:
        assert read(document) == read(document) == read(resaved)


@pytest.mark.parametrize("read", READERS)
@given(lines=TEXTS)
@settings(deadline=None)
def test_nobody_is_credited_whose_name_the_text_does_not_print(
    read: Callable[[Document], Reading], lines: list[str]
) -> None:
    document = document_of("\n".join(lines))
    if document is None:
        return
    reading = read(document)
    text = document.text.replace("\u00a0", " ").replace("\u202f", " ")
    names = {p.speaker for p in reading.pledges} | {a.name for a in reading.absences}
    names |= {p.name for o in reading.occasions for p in o.participants}
    assert all(name in text for name in names if name is not None)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@pytest.mark.parametrize("read", READERS)
def test_the_invented_pages_are_tiled_by_both_readers_and_leave_nothing_unread(
    read: Callable[[Document], Reading], page: Path
) -> None:
    document = document_of(page.read_text(encoding="utf-8"))
    assert document is not None
    reading = read(document)
    check(reading)
    assert reading.unread == ()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_invented_page_is_sniffed_as_what_it_is(page: Path) -> None:
    document = document_of(page.read_text(encoding="utf-8"))
    assert document is not None
    assert f"{parse(document).kind.value}s" == page.parent.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_invented_page_has_more_signs_of_its_own_kind(page: Path) -> None:
    document = document_of(page.read_text(encoding="utf-8"))
    assert document is not None
    own, other = manifesto_signs(document), roundup_signs(document)
    if page.parent.name == "roundups":
        own, other = other, own
    assert len(own) > len(other)
