"""Letters that quote what was asked, and forms with a life above the answers."""

import pytest

HEAD = "From: Ann Body <ann@x.example>\nTo: Canal Forum\nSubject: Re: Your questions\n\n"
FOOT = "\nKind regards,\nAnn Body\nGreen candidate, Canal ward\n"


def said(reading):
    return [(a.ask.number if a.ask else None, a.speaker, a.quote.text) for a in reading.answers]


def test_what_a_letter_quotes_below_a_question_is_no_answer(read):
    reading = read(
        f"{HEAD}1. Will you mend the path?\n\nYes, by May.\n\nOn 2 March 2031, Canal Forum wrote:\n"
        "> Please answer all.\n\n2. Will you light it?\n\n> You said in May that you would.\n\n"
        f"I said so.\n\n> And now?\n\nI will.\n{FOOT}"
    )
    assert said(reading) == [
        ("1", "Ann Body", "Yes, by May."),
        ("2", "Ann Body", "I said so."),
        ("2", "Ann Body", "I will."),
    ]
    assert reading.unread == ()
    assert [(w.line, w.what) for w in reading.warnings] == [(20, "a second answer")]


def test_answers_stand_between_questions_that_are_quoted_with_their_grounds(read):
    reading = read(
        f"{HEAD}> Dear Ann Body,\n>\n> 1. Will you mend the path?\n\nYes, by May.\n\n"
        "> 2. Will you light it?\n> We sent you the figures.\n\nNot this year.\n\n"
        f"> We look forward to it.\n\nDo ring if you like.\n{FOOT}"
    )
    assert said(reading) == [("1", "Ann Body", "Yes, by May."), ("2", "Ann Body", "Not this year.")]


def test_answers_with_fewer_marks_than_the_questions_are_answers(read):
    reading = read(
        "> From: Ann Body\n>\n>> 1. Will you mend the path?\n> Yes.\n>> 2. Will you light it?\n> No.\n"
    )
    assert [row[2] for row in said(reading)] == ["Yes.", "No."]


def test_a_letter_that_is_quoted_whole_has_its_answers(read):
    reading = read(
        "From: Dot Mead\nTo: Board\nSubject: Fwd: answers\n\n> From: Ann Body\n>\n"
        "> 1. Will you mend the path?\n> Yes.\n>\n> 2. Will you light it?\n> No.\n"
    )
    assert [row[2] for row in said(reading)] == ["Yes.", "No."]
    assert {(a.speaker, a.inferred) for a in reading.answers} == {(None, None)}


def test_marks_of_quoting_are_the_pages_own_where_it_is_no_letter(read):
    reading = read(
        "Name: Ann Body\n\n1. Will you mend the path?\n\n> Yes, by May.\n\n2. Will you light it?\n\n"
        "The poet says:\n\n> Light it.\n\nI agree.\n"
    )
    assert [row[2] for row in said(reading)] == [
        "Yes, by May.",
        "The poet says:\n\n> Light it.\n\nI agree.",
    ]


@pytest.mark.parametrize(("mark", "second"), [("✓", "✗ Not yet"), ("☑", "❌")])
def test_a_tick_is_an_answer(read, mark, second):
    reading = read(
        f"Name: Ann Body\n\n1. Will you mend the path?\n{mark}\n\n2. Will you light it?\n{second}\n"
    )
    assert said(reading) == [("1", "Ann Body", mark), ("2", "Ann Body", second)]


LIVES = """Ann Body

Ann is a nurse. She lives on Mill Lane.

1. Will you mend the path?

Yes.

2. Will you light it?

No.

Bo Ng (Labour)

Bo drives the number 9 bus.

1. Will you mend the path?

Never.

2. Will you light it?

Soon.
"""


def test_names_over_lives_are_those_of_the_forms_below(read):
    reading = read(LIVES)
    assert said(reading) == [
        ("1", "Ann Body", "Yes."),
        ("2", "Ann Body", "No."),
        ("1", "Bo Ng", "Never."),
        ("2", "Bo Ng", "Soon."),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [("No.\n", "No.\n\nDot Mead\n\nShe asked me to.\n"), ("Bo Ng (Labour)\n", "A bus driver\n")],
    ids=["two-names", "no-name"],
)
def test_where_a_form_has_not_one_name_above_nobody_is_given_it(read, old, new):
    assert {a.speaker for a in read(LIVES.replace(old, new, 1)).answers} == {None}


def test_one_name_and_a_silent_one_below_a_list_of_questions_open_no_forms(read):
    page = (
        "Candidate's name: Ann Body\n\n1. Will you mend the path?\n2. Will you light it?\n\n"
        "Yes to both.\n\n"
        "Bo Ng\nDid not reply.\n"
    )
    assert {a.speaker for a in read(page, "questionnaire").answers} <= {"Ann Body"}


SECTIONS = """ED LOCK

Ed Lock did not answer any of the three.

ANN BODY

Ann Body, candidate for the canal ward

CITY ISSUES

1. Will you mend the path?

Yes.

WARD ISSUES

2. Will you light it?

No.

BO NG

CITY ISSUES

1. Will you mend the path?

Never.

WARD ISSUES

2. Will you light it?

Soon.
"""


def test_a_heading_over_the_same_question_in_several_forms_is_nobody(read):
    assert said(read(SECTIONS)) == [
        ("1", "ANN BODY", "Yes."),
        ("2", "ANN BODY", "No."),
        ("1", "BO NG", "Never."),
        ("2", "BO NG", "Soon."),
    ]


def test_a_number_between_two_questions_asks_whatever_its_form(read):
    reading = read(
        "Name: Ann Body\n\n1. Will you mend the path?\nYes:\n1. gravel\n2. sand\n\n"
        "2. Will you light it?\nNo.\n3. Name a pledge that you will keep.\nTrees.\n"
        "4. Who pays?\nThe county.\n"
    )
    assert [(number, " ".join(words.split())) for number, _, words in said(reading)] == [
        ("1", "Yes: 1. gravel 2. sand"),
        ("2", "No."),
        ("3", "Trees."),
        ("4", "The county."),
    ]
