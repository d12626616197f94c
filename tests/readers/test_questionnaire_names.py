"""Whose a form is: fields over it or below it, fields inside answers, questions counted on one line."""

import pytest

FORM = "1. Will you mend the path?\n{}\n\n2. Will you light it?\n{}\n\n"
TWO = (FORM.format("Yes.", "No."), FORM.format("Never.", "Soon."))


def said(reading):
    return [
        (a.ask.number if a.ask else None, a.speaker, a.party, a.quote.text) for a in reading.answers
    ]


BOTH = [
    ("1", "Ann Body", "Green", "Yes."),
    ("2", "Ann Body", "Green", "No."),
    ("1", "Bo Ng", "Labour", "Never."),
    ("2", "Bo Ng", "Labour", "Soon."),
]


@pytest.mark.parametrize(
    "page",
    [
        f"Name: Ann Body\nParty: Green\n\n{TWO[0]}Name: Bo Ng\nParty: Labour\n\n{TWO[1]}",
        f"Party: Green\nName: Ann Body\n\n{TWO[0]}Party: Labour\nName: Bo Ng\n\n{TWO[1]}",
        f"{TWO[0]}Name: Ann Body\nParty: Green\n\n{TWO[1]}Name: Bo Ng\nParty: Labour\n",
        f"Candidate: Ann Body (Green)\n\n{TWO[0]}Candidate: Bo Ng, Labour\n\n{TWO[1]}",
        (
            "1. Will you mend the path?\n2. Will you light it?\n\nName: Ann Body\nParty: Green\n\n"
            "1. Yes.\n2. No.\n\nName: Bo Ng\nParty: Labour\n\n1. Never.\n2. Soon.\n"
        ),
    ],
    ids=["over", "party-first", "below", "one-field", "by-number"],
)
def test_each_form_is_that_of_the_name_in_its_own_fields(read, page):
    assert said(read(page)) == BOTH


def test_a_name_without_a_party_does_not_take_the_party_above(read):
    reading = read(
        f"Name: Ann Body\nParty: Green\n\n{FORM.format('No reply', 'No reply')}Name: Bo Ng\n\n{TWO[1]}"
    )
    assert {(a.speaker, a.party) for a in reading.answers} == {("Bo Ng", None)}
    assert [a.name for a in reading.absences] == ["Ann Body", "Ann Body"]


def test_an_empty_name_begins_a_form_of_nobody(read):
    reading = read(f"Name: Ann Body\n\n{TWO[0]}Name:\nParty: Labour\n\n{TWO[1]}")
    assert [row[1:] for row in said(reading)] == [
        ("Ann Body", None, "Yes."),
        ("Ann Body", None, "No."),
        (None, "Labour", "Never."),
        (None, "Labour", "Soon."),
    ]


@pytest.mark.parametrize("name", ["________", "N/A", "[not given]"])
def test_what_is_no_name_names_nobody(read, name):
    assert {a.speaker for a in read(f"Name: {name}\nParty: Green\n\n{TWO[0]}").answers} == {None}


def test_a_sender_in_bold_is_not_who_answers(read):
    page = f"**From:** Canal Forum\n**To:** Ann Body\n**Date:** 3 March\n\n{TWO[0]}"
    assert {a.speaker for a in read(page).answers} == {None}


@pytest.mark.parametrize(
    "page",
    [
        (
            f"{TWO[0]}Ann Body\nGreen\n\n{TWO[1]}Bo Ng\nLabour\n\n"
            f"{FORM.format('In May.', 'In June.')}Cy Dale\nIndependent\n"
        ),
        f"{TWO[0]}Name: Ann Body\nParty: Green\n\n{TWO[1]}",
    ],
    ids=["signed", "second-form-only"],
)
def test_where_names_may_stand_below_their_answers_nobody_is_given_anothers(read, page):
    reading = read(page)
    assert {(a.speaker, a.party) for a in reading.answers} == {(None, None)}
    assert any("not told" in w.why for w in reading.warnings)


def test_a_prompt_behind_the_last_name_is_answered_by_that_name(read):
    reading = read(f"{TWO[0]}Name: Ann Body\n\nAnything else to add?\n\nThank you.\n")
    assert [row[1:4:2] for row in said(reading)] == [
        ("Ann Body", "Yes."),
        ("Ann Body", "No."),
        ("Ann Body", "Thank you."),
    ]


def test_a_field_inside_an_answer_names_nobody(read):
    reading = read(
        "Name: Ann Body\nParty: Green\n\n1. Who taught you most?\nMy teacher:\n\nName: Dot Mead\n\n"
        "She lit the path.\n\n2. Will you light it?\nYes.\n"
    )
    assert said(reading) == [
        ("1", "Ann Body", "Green", "My teacher:\n\nName: Dot Mead\n\nShe lit the path."),
        ("2", "Ann Body", "Green", "Yes."),
    ]


@pytest.mark.parametrize(
    "asked",
    [
        "1. Will you mend the path? Yes.  2. Will you light it? No.",
        "1. Will you mend the path? 2. Will you light it?\n\n1. Yes. 2. No.",
        "1. Will you mend the path?\n2. Will you light it?\n\nMy answers:\n\n1. Yes.\n\n2. No.",
    ],
)
def test_questions_and_answers_on_one_line_or_by_number_are_told_apart(read, asked):
    assert said(read(f"Candidate's name: Ann Body\nParty: Green\n\n{asked}\n")) == BOTH[:2]


def test_letters_below_a_number_are_asks_where_each_is_answered(read):
    reading = read(
        "Name: Ann Body\n\n1. Streets\na) Will you mend the path?\nYes.\nb) Will you light it?\nNo.\n"
        "2. Buses\na) Will you cap fares?\nPerhaps.\n"
    )
    assert [row[::3] for row in said(reading)] == [
        ("1a", "Yes."),
        ("1b", "No."),
        ("2a", "Perhaps."),
    ]
    assert reading.warnings == ()


def test_numbers_of_sections_count_questions(read):
    reading = read(
        "Name: Ann Body\nParty: Green\n\n1.1 Will you mend the path?\nYes.\n\n"
        "1.2 Will you light it?\nNo.\n\n2.1 Will you sweep it?\nWeekly.\n"
    )
    assert [row[::3] for row in said(reading)] == [
        ("1.1", "Yes."),
        ("1.2", "No."),
        ("2.1", "Weekly."),
    ]


def test_letters_that_are_answered_together_are_one_ask(read):
    reading = read(
        "Name: Ann Body\n\n1. Will you:\na) mend the path?\nb) light it?\nBoth.\n2. Will you sweep?\nNo.\n"
    )
    assert [row[0] for row in said(reading)] == ["1", "2"]


def test_points_of_an_answer_that_ask_and_reply_are_no_questions(read):
    reading = read(
        "Name: Ann Body\n\n1. Will you mend the path?\nMy plan:\n1. Who pays? The county.\n"
        "2. Who digs? We do.\n\n2. Will you light it?\nYes.\n"
    )
    assert [row[3] for row in said(reading)] == [
        "My plan:\n1. Who pays? The county.\n2. Who digs? We do.",
        "Yes.",
    ]
