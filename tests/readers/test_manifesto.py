"""Manifestos: pledges with their sections, what is no pledge, and the seed counted by hand."""

import os
from pathlib import Path

import pytest

from civicpledge.model.sources import Document, Source
from civicpledge.readers.manifesto import read_manifesto, signs
from civicpledge.readers.reading import RawPledge, Reading

SEED = "002_d5a060c25d89017d.txt"


def reading_of(text: str) -> Reading:
    return read_manifesto(Document.from_text(text, source=Source(id="m", title="M")))


def words(pledge: RawPledge) -> str:
    return " ".join(pledge.quote.text.split())


def lines(reading: Reading, pledge: RawPledge) -> list[int]:
    return [reading.document.line_of(span.start) for span in pledge.appearances]


@pytest.fixture(scope="module")
def seed() -> Reading:
    folder = os.environ.get("CIVICPLEDGE_SEEDS")
    if not folder:
        pytest.skip("CIVICPLEDGE_SEEDS is not set: the raw manifesto is not there to read")
    text = (Path(folder) / SEED).read_text(encoding="utf-8")
    return reading_of(text)


# Lines on which the items of the numbered lists begin, counted by hand in the page.
NUMBERED = {
    "first summary": (116, 119, 122, 124, 128, 133, 135),
    "second summary": (187, 192, 200, 206, 212, 217, 224, 231, 238, 241),
    "second list in full": (684, 690, 696, 702, 710, 715, 723, 730, 737, 740),
    "living wage": (1194, 1200, 1209, 1214, 1221),
    "ideas into action": (1530, 1536, 1541, 1545, 1550, 1556, 1561, 1566, 1573, 1581),
}


@pytest.mark.parametrize("name", NUMBERED)
def test_every_item_of_a_numbered_list_of_the_seed_is_a_pledge(seed: Reading, name: str) -> None:
    found = {line for pledge in seed.pledges for line in lines(seed, pledge)}
    assert set(NUMBERED[name]) <= found


def test_the_list_of_ten_that_comes_again_in_another_order_is_joined_item_by_item(
    seed: Reading,
) -> None:
    again = {
        187: 684,
        192: 702,
        200: 690,
        206: 696,
        212: 710,
        217: 715,
        224: 723,
        231: 730,
        238: 737,
    }
    again[241] = 740
    found = {lines(seed, p)[0]: lines(seed, p) for p in seed.pledges}
    assert {first: found[first][1] for first in again} == again


def test_a_line_that_is_nobodys_undertaking_is_no_pledge() -> None:
    page = "Our manifesto\n\nMr Other will never do this. Rents rose by 9% last year.\n\nI grew up here.\n"
    assert reading_of(page).pledges == ()


def test_the_signs_of_a_manifesto_say_what_was_seen() -> None:
    page = Document.from_text("Minutes of a meeting", source=Source(id="m", title="M"))
    assert signs(page) == ()
