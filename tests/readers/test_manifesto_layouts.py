"""Invented manifestos of further layouts: who undertakes without saying "we will", and who does not."""

from pathlib import Path

import pytest

from civicpledge.model.sources import Document, Source
from civicpledge.readers.manifesto import read_manifesto
from civicpledge.readers.manifesto_impersonal import (
    is_bare_offer,
    is_future_effect,
    undertakes_for_all,
)

PAGES = Path(__file__).parent / "manifestos"

# Decided by reading the pages: lines of all appearances, own or for others, the nearest heading.
POINTS = "At a glance"
EXPECTED = {
    "ashdown.txt": [
        ([20], True, "Warm homes"),
        ([24], True, "Warm homes"),
        ([33], True, "What Jane will do in her first year"),
        ([34], True, "What Jane will do in her first year"),
    ],
    "ten_for_orley.txt": [
        ([7], True, "Bins"),
        ([10], True, "The baths"),
        ([13], True, "Buses"),
        ([19], True, "Council tax"),
        ([22], True, "My pay"),
        ([28], True, POINTS),
        ([29], True, POINTS),
        ([30], True, POINTS),
    ],
    "commissioner_plan.txt": [
        ([6], True, "1 Introduction"),
        ([7], True, "1 Introduction"),
        ([18], True, "2.2 What I will do"),
        ([19], True, "2.2 What I will do"),
        ([20], False, "2.2 What I will do"),
        ([22], True, "2.2 What I will do"),
        ([22], True, "2.2 What I will do"),
    ],
    "labour_brough.txt": [
        ([6], True, "THE CHOICE"),
        ([12], True, "HOMES"),
        ([13], True, "HOMES"),
        ([14], False, "HOMES"),
        ([21], True, "HOMES"),
    ],
    "single_marks.txt": [
        ([5, 13], True, "IN SHORT"),
        ([6, 18], True, "IN SHORT"),
        ([7, 26], True, "IN SHORT"),
        ([27], True, "ESTATES"),
    ],
    # Two numbered items without a verb or a lead (lines 25 and 26) are not read: nothing promises them.
    "lanes_group.md": [
        ([12], True, "Food"),
        ([15], True, "Food"),
        ([19], False, "Food"),
        ([37], True, "In brief"),
        ([38], True, "In brief"),
    ],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_manifesto_gives_no_pledge_that_a_careful_reader_would_not_take(name: str) -> None:
    text = (PAGES / name).read_text(encoding="utf-8")
    document = Document.from_text(text, source=Source(id="m", title="M"))
    assert EXPECTED[name] == [
        ([document.line_of(span.start) for span in p.appearances], p.own, p.section[-1])
        for p in read_manifesto(document).pledges
    ]


def test_bullets_set_deeper_are_the_detail_of_their_pledge() -> None:
    text = "We will:\n\n- Open a shop\n  - 30 stalls\n  - no rent\n- Plant a wood\n"
    reading = read_manifesto(Document.from_text(text, source=Source(id="m", title="M")))
    assert [p.quote.text.split("\n") for p in reading.pledges] == [
        ["Open a shop", "  - 30 stalls", "  - no rent"],
        ["Plant a wood"],
    ]


def test_a_row_of_a_table_ends_with_its_own_bar_though_the_next_row_lacks_one() -> None:
    text = "## Food\n\n| Area | Pledge |\n|---|---|\n| Food | Build a market |\n| Parks by 2029\n"
    reading = read_manifesto(Document.from_text(text, source=Source(id="m", title="M")))
    assert [p.quote.text for p in reading.pledges] == ["Build a market"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Every family will pay more under them.",
        "Nobody knows the cost.",
        "There'll be an election.",
    ],
)
def test_an_attack_or_a_fact_about_all_is_no_undertaking(sentence: str) -> None:
    assert not undertakes_for_all(sentence)
    assert not is_bare_offer(sentence)


def test_what_the_government_will_do_is_no_pledge_under_a_heading_that_promises() -> None:
    assert not is_future_effect("The Government will keep the grant.")
    assert is_future_effect("The grant will be paid in May.")


def pledges_in(text):
    return read_manifesto(Document.from_text(text, source=Source(id="m", title="M"))).pledges


CHAPTERS = """
# Nearer by half

## 1. Homes

**Why it matters.** One in three rents here.

**1.1 We will insulate 400 homes by 2031.** That is a hundred a year. The first are in Mill Lane.

**1.2 No garden of the parish will be built on.** Not one.

## 2. Ways

**2.1 Council land will be free of weedkiller by the end of 2029.** Hot foam is on trial already.

**2.2 If the county agrees, we will reopen the halt.** Until then the bus stays.

**2.3 We'll light the lane to the school.**
"""


def test_pledges_in_bold_with_their_chapters_number_are_read_without_what_explains_them():
    pledges = pledges_in(CHAPTERS)
    assert [(p.number, p.section[-1], p.quote.text) for p in pledges] == [
        ("1.1", "1. Homes", "We will insulate 400 homes by 2031."),
        ("1.2", "1. Homes", "No garden of the parish will be built on."),
        ("2.1", "2. Ways", "Council land will be free of weedkiller by the end of 2029."),
        ("2.2", "2. Ways", "If the county agrees, we will reopen the halt."),
        ("2.3", "2. Ways", "We'll light the lane to the school."),
    ]


def test_numbers_with_their_chapters_are_marks_where_the_lines_promise_and_else_headings():
    words = "{} We will mend the weir.\n\n{} I will light the lane.\n\n{} We shall sow the verge.\n"
    assert [p.number for p in pledges_in(words.format("1.1", "1.2", "2.1"))] == [
        "1.1",
        "1.2",
        "2.1",
    ]
    assert not pledges_in(
        "1.1 Homes\n\nMany rent.\n\n1.2 Ways\n\nMany walk.\n\n2.1 Food\n\nAll eat.\n"
    )


TOPICS = """
## WHAT I WILL DO

•  Potholes. I will publish a list of them every month.
•  Free buses. 40 of them by May.
•  The Larches. Bring the beds back.
•  Respite. My councillor's fund will go on it first.

### Elsewhere

•  Support a control area for the whole ward
•  Vote for the double tax on second homes to stay
•  No to any more pods on croft land

Vote on Thursday 7 May, from 7am.

1. HOW I'LL WORK

I'll answer every letter within ten days.
"""


def test_a_topic_before_what_an_item_promises_is_none_of_its_words():
    assert [p.quote.text for p in pledges_in(TOPICS)] == [
        "I will publish a list of them every month.",
        "Free buses.",
        "Bring the beds back.",
        "My councillor's fund will go on it first.",
        "Support a control area for the whole ward",
        "Vote for the double tax on second homes to stay",
        "No to any more pods on croft land",
        "I'll answer every letter within ten days.",
    ]
