"""Manifestos in the third person: whose "will" is a promise, and whose is an attack."""

import pytest

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
