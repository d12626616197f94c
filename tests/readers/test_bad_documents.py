"""Documents that nobody would write on purpose: an own error or a reading with warnings, nothing else."""

import os

import pytest

from civicpledge.errors import (
    CivicPledgeError,
    EmptyDocumentError,
    EncodingError,
    NothingReadError,
    UnknownIdError,
)
from civicpledge.model.sources import Document, Source
from civicpledge.readers import parse

SOAK = bool(os.environ.get("CIVICPLEDGE_SOAK"))
SPEAKERS = "Ann Body, Green:\n\n'Yes, I will.'\n\nBo Ng, Labour:\n\n'No.'\n"
ODD = {
    "only furniture": "News\n\npicture.jpg\n\nShare this\n\nPosted by A. N. Other on 4 May",
    "a long line": "We will repair the path. " * 8_000,
    "megabytes without a space": "a" * (10_000_000 if SOAK else 2_000_000),
    "thousands of headings": "Repair the path\n\n" * (10_000 if SOAK else 2_000),
    "control characters": "\x00\x01\x02 1) A\x00\n\n" + SPEAKERS,
    "direction overrides": "\u202e1) Repair\u202c the path\n\n" + SPEAKERS,
    "old line ends": "1) Repair the path\r\rAnn Body, Green:\r\r'Yes.'\r",
    "line separators": "1) Repair the path\u2028Ann Body, Green:\u2028'Yes.'",
    "mojibake": "1) Repair the path\n\nAnn Body, Green:\n\nâ€˜Yes, I will.â€™\n",
    "only marks": "' \" ’ ( ) * # a",
    "ten thousand opening marks": "'" * 10_000 + "a",
    "ten thousand brackets": "(" * 10_000 + "a" + ")" * 10_000,
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_document_is_read_or_refused_by_name(read, name):
    try:
        reading = read(ODD[name])
    except CivicPledgeError:
        return
    assert reading.segments[-1].end == len(reading.document.text)


@pytest.mark.parametrize("text", ["", " \n\n ", "—\n…", "\ufeff"])
def test_an_empty_page_has_an_error_of_its_own(read, text):
    with pytest.raises(EmptyDocumentError):
        read(text)


def test_a_lone_surrogate_is_no_text(read):
    with pytest.raises(EncodingError):
        read("1) Path \ud800")


def test_a_page_that_yields_nothing_says_so(read):
    with pytest.raises(NothingReadError):
        read("It rained all day and the cat slept.")


def test_a_kind_that_does_not_exist_is_named_with_those_that_do(read):
    with pytest.raises(UnknownIdError, match="article"):
        read(SPEAKERS, "artikel")


def test_a_heading_repeated_two_hundred_times_gives_two_hundred_keys(read):
    text = "1) Repair the path\n\n" + SPEAKERS
    reading = read(("Water\n\n" + text) * 200, "article")
    assert len({ask.key for ask in reading.asks}) == len(reading.asks) == 200
    assert len(reading.answers) == 400


def test_a_page_cut_short_in_a_quotation_warns(read):
    reading = read("1) Repair the path\n\nAnn Body, Green:\n\n'Yes, I will rep")
    assert [w.why for w in reading.warnings if w.what == "a quotation"] == ["is never closed"]


def test_mojibake_is_pointed_out(read):
    reading = read("1) Repair\n\n" + SPEAKERS.replace("'Yes", "â€˜Yes"))
    assert any("encoding" in w.why for w in reading.warnings)


def test_numbering_that_skips_is_pointed_out(read):
    reading = read("1) Path\n\nAnn Body, Green: Yes.\n\n3) Trees\n\nAnn Body, Green: No.\n")
    assert [(w.line, w.what) for w in reading.warnings if "number before" in w.why] == [
        (5, "ask 3")
    ]


def test_warnings_hold_no_ones_name(read):
    reading = read(
        "1) Path\n\nAnn Body, Green:\n\nYes.\n\nZed Zebra: And I.\n\n2) Trees\n\nBo Ng (Labour): No.\n"
    )
    words = " ".join(f"{w.what} {w.why}" for w in reading.warnings)
    assert reading.warnings
    assert not any(name in words for name in ("Ann", "Zed", "Ng"))


def test_other_line_ends_do_not_change_what_is_read(read):
    text = "1) Path\n\n" + SPEAKERS
    made = [
        [(a.ask.key, a.speaker, a.quote.text) for a in read(text.replace("\n", end)).answers]
        for end in ("\n", "\r\n", "\r")
    ]
    assert made[0] == made[1] == made[2]


def test_the_same_document_read_twice_is_the_same_reading():
    document = Document.from_text("1) Path\n\n" + SPEAKERS, source=Source(id="p", title="P"))
    assert parse(document) == parse(document)


def test_a_long_text_is_read_whole_though_its_first_part_tells_its_kind(read):
    ask = "1) Mend the path\n\nAnn Body (Green): Yes.\n\nBo Ng (Labour): No.\n\n"
    reading = read(
        ask + "All of it is the same here. " * 8000 + "\n\n2) Light it\n\nBo Ng (Labour): Yes.\n"
    )
    assert len(reading.document.text) > 200_000
    assert (reading.kind, [a.ask.number for a in reading.answers][-1]) == ("article", "2")
