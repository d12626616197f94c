"""Replies as people send them: "On 2, ...", by topic, in tables of surnames, below hints in italics."""

import pytest

import civicpledge as cp


def parsed(text: str) -> cp.Reading:
    source = cp.Source(id="page", title="Page")
    return cp.parse(cp.Document.from_text(text, source=source), "questionnaire")


MAILS = """OUR LETTER

Dear candidate,

1. Will you keep the lido open?
2. Do you support a parking scheme on Tar Lane?
3. Will you bring the music licence back to committee?

Please reply to this address.

From: Ann Body
To: Quay Group
Subject: Re: Three questions

On 1, yes. It is ours.

On 3, no.

Best,
Ann Body
Green candidate

From: Bo Ng
To: Quay Group
Subject: Re: Three questions

Q3. I would rather not say.

Q1. Yes.

Regards,
Bo Ng
Labour candidate

From: Una Quill
To: Quay Group
Subject: Sorry!

Lido: yes, all year.

Parking: not on Tar Lane.

I will come back to you on the music, as I play in a band.

Regards,
Una Quill
Conservative candidate
"""


def test_replies_in_e_mails_are_tied_by_number_in_any_order_or_by_topic() -> None:
    reading = parsed(MAILS)
    assert [
        (a.speaker, a.ask.number if a.ask else None, a.quote.text) for a in reading.answers
    ] == [
        ("Ann Body", "1", "yes. It is ours."),
        ("Ann Body", "3", "no."),
        ("Bo Ng", "3", "I would rather not say."),
        ("Bo Ng", "1", "Yes."),
        ("Una Quill", "1", "yes, all year."),
        ("Una Quill", "2", "not on Tar Lane."),
    ]


def test_one_topic_alone_ties_nothing() -> None:
    page = MAILS.replace("Parking: not", "Not")
    assert "Una Quill" not in {a.speaker for a in parsed(page).answers}


TABLE = """Where do they stand?

- Ann Body, Labour
- Bo Ng (Green)

| | Body | Ng |
|---|---|---|
| Meet us within 50 days | ✔ | ✘ |
| Walk the towpath with us | ✔ (boots on) | |
"""


def test_columns_titled_with_surnames_are_people_where_the_page_names_them_in_full() -> None:
    reading = parsed(TABLE)
    assert [(a.speaker, a.ask.title if a.ask else None, a.quote.text) for a in reading.answers] == [
        ("Body", "Meet us within 50 days", "✔"),
        ("Ng", "Meet us within 50 days", "✘"),
        ("Body", "Walk the towpath with us", "✔ (boots on)"),
    ]


def test_columns_titled_with_places_are_no_people() -> None:
    page = TABLE.replace("Body | Ng |", "Weir | Mill |")
    assert "Weir" not in {
        a.speaker
        for a in cp.parse(
            cp.Document.from_text(
                page + "\n1. Will you?\n\nYes.\n", source=cp.Source(id="p", title="P")
            )
        ).answers
    }


FORM = """**Name:** Ann Body

**1. Will you pay carers for travel?**

*Three of five agencies pay for contact only.*

Yes. It is work.

**2. Will you publish the figures?**

*(left blank)*
"""


def test_what_a_form_prints_in_italics_above_an_answer_is_no_part_of_it() -> None:
    assert next(a.quote.text for a in parsed(FORM).answers) == "Yes. It is work."


GUIDE = """ANN BODY
FORWARD
Occupation: Nurse

1. Will you keep the lido?

Yes.

2. Will you light the quay?

Candidate did not respond to this question.

A third candidate, Cy Low (write-in), could not be reached.

BO NG
LABOUR
Occupation: Driver

1. Will you keep the lido?

No.

2. Will you light the quay?

No.
"""


def test_a_party_that_nobody_knows_may_stand_between_a_name_and_its_fields() -> None:
    reading = parsed(GUIDE)
    assert [(a.speaker, a.party, a.quote.text) for a in reading.answers] == [
        ("ANN BODY", "FORWARD", "Yes."),
        ("BO NG", "LABOUR", "No."),
        ("BO NG", "LABOUR", "No."),
    ]


def test_a_note_behind_words_that_there_is_no_answer_is_no_answer() -> None:
    assert [(a.name, a.ask.number if a.ask else None) for a in parsed(GUIDE).absences] == [
        ("ANN BODY", "2")
    ]


def test_what_a_form_bids_every_person_write_is_an_ask_too() -> None:
    page = "".join(
        f"{name}\n\n{party}\n\nPlease outline your key policy…\n{policy}\n\n"
        f"What do you love here?\nThe {love}.\n\n"
        for name, party, policy, love in (
            ("Ann Body", "Green candidate for Weir", "Trees.", "woods"),
            ("Bo Ng", "Labour candidate for Mill", "Homes.", "river"),
        )
    )
    assert [a.quote.text for a in parsed(page).answers] == [
        "Trees.",
        "The woods.",
        "Homes.",
        "The river.",
    ]


@pytest.mark.parametrize(
    "answer", ["*Yes.*\n\nIt is work.", "*Yes, I would pay them.*\n\n*And more.*"]
)
def test_an_answer_in_italics_is_no_hint(answer: str) -> None:
    page = FORM.replace(
        "*Three of five agencies pay for contact only.*\n\nYes. It is work.", answer
    )
    assert parsed(page).answers[0].quote.text.startswith("*Yes")


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("One and two have one cure.", ["1", "2"]), ("Both, yes.", ["1", "2"]), ("Yes.", ["2"])],
)
def test_words_below_two_questions_answer_both_where_they_say_so(
    words: str, numbers: list[str]
) -> None:
    page = (
        f"Name: Ann Body\n\n> 1. Will you mend it?\n> 2. Will you light it?\n\n{words}\n\n"
        "> 3. Will you meet us?\n\nNo.\n"
    )
    first = parsed(page).answers[0]
    assert [ask.number for ask in (first.ask, *first.also) if ask] == numbers
