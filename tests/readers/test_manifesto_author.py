"""Manifestos in the third person: whose "will" is a promise, and whose is an attack."""

import pytest

from civicpledge.readers.manifesto_author import authors_of, in_first_person

PERSON = """ANN BODY FOR MAYOR

My plan for Eastmere

As mayor, Ann will:

• Freeze the ferry fare for two years
• Open a pool in every town

Ann was born by the canal and worked on it for twenty years.

Ann will plant 300 trees by 2030. Bo Ng will sell off the pools that we have left.

'We will never close the lido,' he said in May, and closed it.
"""

PARTY = """Eastmere Greens

Manifesto 2031

The Greens will mend the path. The Tories will sell it off for flats to the first who asks.

A Greens council will light the quay. The Greens have mended nine boats.
"""


def texts(reading):
    return [pledge.quote.text for pledge in reading.pledges]


def test_what_the_author_will_do_is_promised_and_what_others_will_do_is_not(read):
    reading = read(PERSON, "manifesto")
    assert texts(reading) == [
        "Freeze the ferry fare for two years",
        "Open a pool in every town",
        "Ann will plant 300 trees by 2030.",
    ]


def test_the_party_that_heads_the_page_promises_and_its_opponents_do_not(read):
    assert texts(read(PARTY, "manifesto")) == [
        "The Greens will mend the path.",
        "A Greens council will light the quay.",
    ]


def test_where_the_head_names_two_parties_neither_is_the_author(read):
    page = PARTY.replace("Eastmere Greens", "Greens or Tories?") + "\n• We will plant trees.\n"
    assert texts(read(page, "manifesto")) == ["We will plant trees."]


@pytest.mark.parametrize("page", [PERSON, PARTY])
def test_a_page_in_the_third_person_is_told_for_a_manifesto(read, page):
    assert read(page).kind == "manifesto"


HEADED = """Piers Orley
Your Labour candidate for Mayor of Eastmere

A manifesto for 2031-2035

AT A GLANCE

• A night bus on Fridays
• Free swimming for under-fives

PIERS'S PROMISES

• A lamp on every corner
• The quay open at weekends

What the Tories will do

• A charge on every lamp
"""


def test_a_heading_that_names_the_author_promises_and_one_that_names_a_rival_does_not(read):
    assert texts(read(HEADED, "manifesto")) == [
        "A night bus on Fridays",
        "Free swimming for under-fives",
        "A lamp on every corner",
        "The quay open at weekends",
    ]


def test_no_word_of_a_title_is_taken_for_the_author():
    assert authors_of("A manifesto for 2031\n\nA new deal for Orley\n") == ()
    assert authors_of("Ann Body\nYour candidate for mayor\n") == ("Ann Body", "Body", "Ann")


def test_what_a_promised_team_will_do_is_promised_too(read):
    page = (
        "I will hire ten wardens. Each warden will:\n• carry a lamp\n• walk until midnight\n\n"
        "The ferry firm is late. Each ferry will:\n• leave in the rain\n• come back empty\n"
    )
    assert texts(read(page, "manifesto")) == [
        "I will hire ten wardens.",
        "carry a lamp",
        "walk until midnight",
    ]


@pytest.mark.parametrize("mark", ["►", "▸", "❖", "✓", "\x7f", "\uf0b7", "\ufffd", "»"])
def test_bullets_of_any_shape_begin_items(read, mark):
    page = f"As mayor I will:\n{mark} plant forty trees\n{mark} light the quay\n"
    assert texts(read(page, "manifesto")) == ["plant forty trees", "light the quay"]


def test_a_sentence_on_the_first_lines_is_no_author_and_moves_no_offset():
    page = "MY PLAN FOR DARROW\n\nI will mend the path.\nIt has holes. I will light it as well.\n"
    assert authors_of(page) == ()
    assert in_first_person(page) == page


def test_an_initial_alone_is_no_name_of_the_author():
    assert authors_of("A. Body for Mayor\n\nA plan") == ("A. Body", "Body")
    assert authors_of("Vote I. M. Body for Mayor\n\nA plan") == ("I. M. Body", "Body")
