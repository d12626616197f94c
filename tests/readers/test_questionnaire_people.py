"""Whose answers a questionnaire prints: a title, a guest, a letter or names over forms say so."""

import pytest

import civicpledge as cp

GUIDE = """Voters' guide to the harbour board

We sent two questions to all. Replies are not edited.

----------

ANN BODY
Age: 47
Occupation: Nurse (retired), pilot
Website: none

1. What comes first for the harbour?
1) Dredging 2) Dredging 3) Lights

2. Do you support the pier bond? Why or why not?
Yes. The old pier sags.

----------

BO T. NG
Age: 61
Occupation: Baker

1. What comes first for the harbour?
A second crane.

2. Do you support the pier bond? Why or why not?
(no response)

----------

CY DALE
Candidate did not respond to our questions.

----------
The guide does not endorse. Polls open at seven.
"""

BY_NUMBER = """We asked two questions.

Q1  Will you mend the path?
Q2  Will you light it
    before winter?

Ann Body
Labour, Canal ward

A1: Yes.

A2: I will go about it so:
1. lamps;
2. wires.

PS Thank you for asking.

Dr Bo Ng
Green, Canal ward

A1 & A2: Both.
"""

RADIO = """CANAL RADIO
In the studio: Ann Body, standing for the Greens to be Mayor
Interviewer: Dot Mead

Q: Good morning, Ann.

A: Morning.

Q: Bo in Ward 3 asks, will you mend the path?

A: I will.

(MUSIC)

Q: And the lamps?

A: In May.

Q: Anything you'd like to say to our listeners?

A: Vote.

Q: That was Ann Body. Next week it is Bo Ng.

(ENDS)

Canal Radio is run by volunteers.
"""

LETTER = """From: Ann Body <ann@body.example>
To: The Canal Society
Date: 3 March 2031
Subject: Re: your questions

Dear all,

> 1. Will you mend the path?

Yes.

> 2. Will you light it
> before winter?

In May. Ask me again
in June.

> We look forward to your reply.
>
> Yours ever,
> Mo Reed

Best wishes

Ann Body
Labour candidate, Canal ward
"""


def said(reading):
    return [
        (a.ask.number if a.ask else None, a.speaker, a.party, a.quote.text) for a in reading.answers
    ]


def test_names_in_capitals_over_forms_with_the_same_questions(read):
    reading = read(GUIDE)
    assert reading.kind == "questionnaire"
    assert said(reading) == [
        ("1", "ANN BODY", None, "1) Dredging 2) Dredging 3) Lights"),
        ("2", "ANN BODY", None, "Yes. The old pier sags."),
        ("1", "BO T. NG", None, "A second crane."),
    ]
    assert [(a.name, a.ask.number if a.ask else None) for a in reading.absences] == [
        ("BO T. NG", "2"),
        ("CY DALE", None),
    ]
    assert reading.unread == ()


def test_replies_by_number_below_each_name_under_a_list_of_questions(read):
    reading = read(BY_NUMBER)
    assert [ask.title for ask in reading.asks] == [
        "Will you mend the path?",
        "Will you light it\n    before winter?",
    ]
    assert said(reading) == [
        ("1", "Ann Body", "Labour", "Yes."),
        ("2", "Ann Body", "Labour", "I will go about it so:\n1. lamps;\n2. wires."),
        (None, "Ann Body", "Labour", "PS Thank you for asking."),
        ("1", "Dr Bo Ng", "Green", "Both."),
    ]
    assert [ask.number for ask in reading.answers[-1].also] == ["2"]


def test_a_radio_script_is_answered_by_the_guest_and_small_talk_is_no_ask(read):
    reading = read(RADIO)
    assert [ask.title for ask in reading.asks] == [
        "Bo in Ward 3 asks, will you mend the path?",
        "And the lamps?",
    ]
    assert [(a.speaker, a.party, a.quote.text, a.ask is None) for a in reading.answers] == [
        ("Ann Body", "the Greens", "I will.", False),
        ("Ann Body", "the Greens", "In May.", False),
        ("Ann Body", "the Greens", "Vote.", True),
    ]


def test_a_letter_is_answered_by_its_sender_who_signs_it(read):
    assert said(read(LETTER)) == [
        ("1", "Ann Body", "Labour", "Yes."),
        ("2", "Ann Body", "Labour", "In May. Ask me again\nin June."),
    ]


def test_a_sender_whom_nothing_else_names_is_only_offered_with_the_reason(read):
    forwarded = LETTER.replace("Best wishes\n\nAnn Body\nLabour candidate, Canal ward\n", "")
    reading = read(forwarded)
    assert [(a.speaker, a.inferred) for a in reading.answers] == [(None, "Ann Body")] * 2
    assert all(a.why_inferred and a.inferred_from for a in reading.answers)


def test_names_with_the_surname_first_and_a_party_head_forms(read):
    form = "1. Will you mend the path?\nYes.\n2. Will you light it?\nNo.\n3. Will you sweep it?\nYes.\n"
    reading = read(f"BODY, ANN - GREEN PARTY\n{form}\nNG, Bo (Labour)\n{form}")
    assert [(a.speaker, a.party) for a in reading.answers] == (
        [("BODY, ANN", "GREEN PARTY")] * 3 + [("NG, Bo", "Labour")] * 3
    )


def test_a_letter_that_an_agent_signs_or_forwards_is_not_the_agents_answer(read):
    agent = LETTER.replace("Labour candidate, Canal ward", "Agent, Canal Labour")
    assert [(a.speaker, a.inferred) for a in read(agent).answers] == [(None, None)] * 2
    forwarded = LETTER.replace("Subject: Re:", "Subject: Fwd:")
    assert [(a.speaker, a.inferred) for a in read(forwarded).answers] == [(None, "Ann Body")] * 2


def test_what_stands_below_a_rule_behind_the_last_answer_is_the_pages_own(read):
    page = "Name: Ann Body" + QUESTIONS + "\n---\n\n*The society is not responsible for answers.*\n"
    assert [a.quote.text for a in read(page).answers] == ["Yes.", "No."]


def test_a_rule_between_questions_cuts_no_answer(read):
    page = (
        "Name: Ann Body\n\n1. Will you mend the path?\n\nYes.\n\n---\n\nBy May.\n\n"
        "2. Will you light it?\n\nNo.\n"
    )
    assert [a.quote.text for a in read(page).answers] == ["Yes.\n\n---\n\nBy May.", "No."]


def test_names_inside_an_answer_head_no_form(read):
    page = (
        "Name: Ann Body\nParty: Green\n\n1. Will you mend the path?\nWith these two:\n\n"
        "Bo Ng\nLabour, Canal ward\n\nCy Dale\nIndependent\n\n2. Will you light it?\nNo.\n"
    )
    assert {a.speaker for a in read(page, "questionnaire").answers} == {"Ann Body"}


QUESTIONS = "\n\n1. Will you mend the path?\n\nYes.\n\n2. Will you light it?\n\nNo.\n"


@pytest.mark.parametrize(
    ("title", "name", "party"),
    [
        ("Answers from Ann Body, Green Party", "Ann Body", "Green Party"),
        ("# Candidate responses: Cllr Ann Body", "Cllr Ann Body", None),
        ("Ann Body, Labour mayoral candidate, answers your questions:", "Ann Body", "Labour"),
        ("Ann Body's replies to our questionnaire", "Ann Body", None),
        ("Interview with Ann Body (Green)", "Ann Body", "Green"),
        ("Answers from our members", None, None),
        ("Mayor answers your questions", None, None),
        ("Ann Body asks three questions of the council", None, None),
        ("Responses to Ann Body", None, None),
    ],
)
def test_a_title_names_who_answers_only_where_it_says_so(read, title, name, party):
    reading = read(title + QUESTIONS, kind="questionnaire")
    assert [(a.speaker, a.party) for a in reading.answers] == [(name, party)] * 2


def test_two_titles_that_name_two_people_name_nobody(read):
    reading = read(
        "Answers from Ann Body\n\nInterview with Bo Ng" + QUESTIONS, kind="questionnaire"
    )
    assert [a.speaker for a in reading.answers] == [None, None]


def test_questions_that_come_again_under_one_name_are_somebody_elses(read):
    page = "Name: Ann Body\nParty: Green" + QUESTIONS + "\nB. Ng (he/him)" + QUESTIONS
    reading = read(page, kind="questionnaire")
    assert [a.speaker for a in reading.answers] == ["Ann Body", "Ann Body", None, None]
    assert any("comes again" in w.why for w in reading.warnings)


def test_a_prompt_without_a_number_ends_the_last_answer(read):
    reading = read("Name: Ann Body" + QUESTIONS + "\nAnything to add?\n\nThank you.\n")
    assert said(reading)[1:] == [
        ("2", "Ann Body", None, "No."),
        (None, "Ann Body", None, "Thank you."),
    ]
    assert reading.answers[-1].prompt.text == "Anything to add?"


HEADED = """Park Friends voter guide

# Ann Body

Standing in

Canal

{party}

All were asked the same questions.

### Question 1

Will you keep the park open at night?

I will, with lamps along the canal.

### Question 2

Will you plant an orchard?

The candidate left this question blank.

### Question 3

Will you mend the gate?

Yes.
"""


def test_a_page_headed_with_a_candidate_and_the_party_is_theirs(read):
    reading = read(HEADED.format(party="Labour Party"))
    assert reading.kind == "questionnaire"
    assert [(a.speaker, a.party, a.ask.number, a.quote.text) for a in reading.answers] == [
        ("Ann Body", "Labour Party", "1", "I will, with lamps along the canal."),
        ("Ann Body", "Labour Party", "3", "Yes."),
    ]
    assert [(a.name, a.ask.number) for a in reading.absences] == [("Ann Body", "2")]


def test_a_page_headed_with_a_name_alone_offers_it_and_says_why(read):
    reading = read(HEADED.format(party="Since 2019"), "questionnaire")
    assert {(a.speaker, a.inferred) for a in reading.answers} == {(None, "Ann Body")}
    assert {a.why_inferred for a in reading.answers} == {"the page is headed with this name"}


def test_a_page_with_two_main_headings_is_nobodys(read):
    reading = read(HEADED.format(party="Labour Party") + "\n# Bo Ng\n", "questionnaire")
    assert {(a.speaker, a.inferred) for a in reading.answers} == {(None, None)}


def test_one_more_person_whose_answers_repeat_no_question_is_not_dropped_in_silence():
    asked = (
        "**Q1. Will you keep the lido?**\n\n{}\n\n**Q2. Will you light the quay?**\n\n{}\n\n---\n\n"
    )
    page = (
        "# The replies\n\n## Ann Body\n\n"
        + asked.format("I will.", "No.")
        + "## Bo Ng\n\n"
        + asked.format("Not at that price.", "Yes.")
        + "## Cy Low\n\n**In short**\n\nYes to both.\n\n---\n\n"
        + "### About this page\n\nWe endorse nobody.\n"
    )
    document = cp.Document.from_text(page, source=cp.Source(id="page", title="Page"))
    reading = cp.parse(document, "questionnaire")
    assert [a.quote.text for a in reading.answers] == [
        "I will.",
        "No.",
        "Not at that price.",
        "Yes.",
    ]
    assert any("Yes to both." in reading.text_of(segment) for segment in reading.unread)
    assert [warning.what for warning in reading.warnings] == ["a name"]


ASKED = "**Q1. Will you keep the lido?**\n\n{}\n\n**Q2. Will you light the quay?**\n\n{}\n\n---\n\n"


def test_bare_numbers_stand_for_the_questions_that_others_were_asked(read):
    page = (
        "# The replies\n\n## Ann Body\n\n"
        + ASKED.format("I will.", "No. *[Our note: the lamps are listed.]*")
        + "## Bo Ng\n\n"
        + ASKED.format("Not at that price.", "Yes.")
        + "## Cy Low\n\nSorry to be late.\n\n**Question 2**\n\nI will.\n\n"
        + "**Question 1**\n\nYes, always.\n\n---\n\n## Di Roe\n\n**Questions 1 and 2**\n\nYes to both.\n"
    )
    reading = read(page, "questionnaire")
    assert [
        (a.speaker, a.quote.text, [str(ask.number) for ask in (a.ask, *a.also)])
        for a in reading.answers
    ] == [
        ("Ann Body", "I will.", ["1"]),
        ("Ann Body", "No.", ["2"]),
        ("Bo Ng", "Not at that price.", ["1"]),
        ("Bo Ng", "Yes.", ["2"]),
        ("Cy Low", "I will.", ["2"]),
        ("Cy Low", "Yes, always.", ["1"]),
        ("Di Roe", "Yes to both.", ["1", "2"]),
    ]


def test_a_bare_number_above_its_question_ties_nothing(read):
    page = (
        "# The replies\n\n## Cy Low\n\n**Question 2**\n\nI will.\n\n"
        "## Ann Body\n\n"
        + ASKED.format("I will.", "No.")
        + "## Bo Ng\n\n"
        + ASKED.format("Not at that price.", "Yes.")
    )
    reading = read(page, "questionnaire")
    assert {a.speaker for a in reading.answers} == {"Ann Body", "Bo Ng"}
    assert "Question 2" not in [ask.title for ask in reading.asks]


def test_a_paper_s_questionnaires_with_numbers_of_other_makes_and_what_it_says_at_the_end(read):
    page = (
        "We put two questions to all who stand:\n\nAnn Body (Labour)\n\nThe Echo:\n\n"
        "1. Will you mend the wall?\n\nBy May.\n\n2. Will you light the quay?\n\nYes.\n\n"
        "Bo Ng (Green)\n\nThe Echo:\n\n1) Will you mend the wall?\n\n2) Will you light the quay?\n\n"
        "I'll take these two in one go: yes.\n\n"
        "Cy Low (Reform UK)\n\nThe Echo:\n\nWill you mend the wall?\n\nNo.\n\nMr Low did not answer"
        " question two.\n\nDi Roe (Liberal Democrat) had not responded at the time of publication.\n"
    )
    reading = read(page)
    assert [
        (a.speaker, a.party, [str(ask.number) for ask in (a.ask, *a.also)], a.quote.text)
        for a in reading.answers
    ] == [
        ("Ann Body", "Labour", ["1"], "By May."),
        ("Ann Body", "Labour", ["2"], "Yes."),
        ("Bo Ng", "Green", ["1", "2"], "I'll take these two in one go: yes."),
        ("Cy Low", "Reform UK", ["1"], "No."),
    ]
    assert [(a.name, a.ask and a.ask.number) for a in reading.absences] == [
        ("Mr Low", "2"),
        ("Di Roe", None),
    ]
