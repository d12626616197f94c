"""Quotes: words without the marks around them, and a place that holds exactly these words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicpledge.errors import (
    DocumentError,
    EmptyDocumentError,
    EncodingError,
    RecordError,
    SpanError,
)
from civicpledge.model.sources import Document, Quote, Source, Span

SOURCE = Source(id="page", title="A page")


def quoted(text: str) -> str:
    return Document.from_text(text, source=SOURCE).quote(0, len(text)).text


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("'Yes.'", "Yes."),
        ("‘Yes, I will.’", "Yes, I will."),
        ("“Yes.”", "Yes."),
        ("  ' I would like to. ' ", "I would like to."),
        ("''Four of us stood there.'", "Four of us stood there."),
        ("‘...it never closes", "...it never closes"),
        ("it never opens.’", "it never opens."),
        ("'Yes' to all four", "'Yes' to all four"),
        ("'Yes' to all but 'four'", "'Yes' to all but 'four'"),
        ("'The workers' rights matter, I say yes.'", "The workers' rights matter, I say yes."),
        ("'A plain 'yes' from me.'", "A plain 'yes' from me."),
        ("'One.\n\n'Two.'", "One.\n\n'Two."),
        ("'One.'\n\n'Two.'", "One.'\n\n'Two."),
        ("''One.'\n\n'Two.'", "One.'\n\n'Two."),
        ("'One.'\n\nTwo.", "'One.'\n\nTwo."),
        ("I'm for it, don't doubt it", "I'm for it, don't doubt it"),
    ],
)
def test_outer_marks_go_and_inner_ones_stay(printed, words):
    assert quoted(printed) == words


@given(st.text(st.sampled_from("ab .,'‘’“”\"\n"), min_size=1, max_size=60))
def test_the_span_holds_the_words_and_reading_them_again_changes_only_marks(text):
    document = Document.from_text("x" + text, source=SOURCE)
    quote = document.quote(0, len(document.text))
    assert document.text[quote.span.start : quote.span.end] == quote.text
    assert quote.text == quote.text.strip()
    assert "x" in quote.text


def test_a_range_without_words_or_outside_the_text_is_refused():
    document = Document.from_text("Yes '' ", source=SOURCE)
    for start, end in [(0, 99), (-1, 2), (2, 2), (3, 4)]:
        with pytest.raises(SpanError):
            document.quote(start, end)


def test_line_ends_and_the_byte_order_mark_are_made_one_way():
    windows = Document.from_text("\ufeffone\r\ntwo\r\n", source=SOURCE)
    unix = Document.from_text("one\ntwo\n", source=SOURCE)
    assert windows == unix
    assert windows.line_of(windows.text.index("two")) == 2


@pytest.mark.parametrize("printed", ["\ufeff\ufeffone\n", "\ufeff\ufeffone\r\r\n", "one\r\r\r\n"])
def test_marks_and_line_ends_that_were_converted_twice_are_made_one_way_too(printed):
    assert Document.from_text(printed, source=SOURCE).text == "one\n"


def test_a_lone_carriage_return_stays():
    assert Document.from_text("one\r\rtwo\r", source=SOURCE).text == "one\r\rtwo\r"


def test_text_that_cannot_be_a_document_has_its_own_errors():
    with pytest.raises(EmptyDocumentError):
        Document.from_text(" \n--- ", source=SOURCE)
    with pytest.raises(EncodingError):
        Document.from_text("a\ud800", source=SOURCE)
    one = Document.from_text("one", source=SOURCE)
    with pytest.raises(DocumentError, match="sha256"):
        Document.from_text("another", source=one.source)


def test_a_quote_must_be_as_long_as_its_span():
    with pytest.raises(RecordError, match="span"):
        Quote(text="Yes", span=Span(source="page", start=0, end=2))
