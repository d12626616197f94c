"""Guides as leagues and newspapers print them: names in capitals, bare numbers, running heads, notes."""

import pytest

GUIDE = """
                 LEAGUE OF VOTERS OF LOW MILL
                      COUNCIL GUIDE

  Q1. What should the city do about the lead pipes that remain in
  the older streets?

  Q2. Would you vote to put the tax back on the ballot?

-----------------------------------------------------------------
WARD 3                                              (Vote for one)
-----------------------------------------------------------------

WALTER J. BRUNN JR. (R)
Age: 71
Occupation: Retired
Candidate did not respond by print deadline.

MARISOL DE LA CRUZ-WHEAT (D)
Age: 44
Occupation: Hygienist

Q1  At this pace we will be finished in 2049. I would start on Mill
Lane.

Q2  Yes. It failed when nobody

                                                                4

COUNCIL GUIDE                                   Low Mill, Ohio

knew it was there.

REV. O. T. HOLLOW-BANKS (D) - Incumbent
Age: 63

                                                                5

COUNCIL GUIDE                                   Low Mill, Ohio

Q1  I brought the ordinance, and I
[Answer exceeded the 60-word limit and has been cut.]

Q2  I have not made up my mind.
"""


def test_a_guide_with_bare_numbers_below_names_in_capitals_is_read(read):
    reading = read(GUIDE)
    assert [(a.speaker, a.party, a.ask.number) for a in reading.answers] == [
        ("MARISOL DE LA CRUZ-WHEAT", "D", "1"),
        ("MARISOL DE LA CRUZ-WHEAT", "D", "2"),
        ("REV. O. T. HOLLOW-BANKS", "D", "1"),
        ("REV. O. T. HOLLOW-BANKS", "D", "2"),
    ]
    assert [a.name for a in reading.absences] == ["WALTER J. BRUNN JR."]
    assert reading.answers[2].quote.text == "I brought the ordinance, and I"
    assert reading.answers[1].quote.text.endswith("knew it was there.")
    assert [w.what for w in reading.warnings] == ["a page's furniture"]


INTERVIEW = """
# Mayoral Q&A: Bea Stall

**Name:** Beatriz Stall
**Age:** 58

**Q: Would you support a review board?**

A: I'd support a board.

**Q: Will you keep the 60 beds?**

A: Yes. It costs less than the sign.

*Editor's note: The sign cost $387,250.*

**Q: Do you back the bond issue?**

A: The mayor gets no vote on that.
"""


def test_an_interview_is_read_as_whoever_its_fields_name_without_the_editors_notes(read):
    reading = read(INTERVIEW)
    assert reading.kind.value == "questionnaire"
    assert [(a.speaker, a.quote.text) for a in reading.answers] == [
        ("Beatriz Stall", "I'd support a board."),
        ("Beatriz Stall", "Yes. It costs less than the sign."),
        ("Beatriz Stall", "The mayor gets no vote on that."),
    ]


TRANSCRIPT = """
[00:00:41] Chair: We have three candidates. Mairi Brown-Ash for the SNP, Rory Tull for the Liberal \
Democrats, and Anna Lind for the Scottish Greens.

[00:04:15] Isla Farr: Thanks. Will you support giving villages the right to buy empty homes?

[00:04:33] Chair: Rory, do you want to go first?

[00:04:36] Tull: Aye, I would support that.

[00:05:20] Brown-Ash: Yes. It will not be quick.

[00:06:11] Chair: So is that a yes, Mairi?

[00:06:13] Brown-Ash: It's a yes with my eyes open.

[00:06:50] Struan Pirie: Hi. Will you commit to keeping the college open? It's two hours on the bus.

[00:07:05] Lind: Yes, and thank you.

[00:07:20] Tull: I sit on its board.

[00:09:29] Chair: By when?

[00:09:31] Lind: By the end of the parliament.
"""


def test_in_a_transcript_a_question_to_one_person_is_no_ask_and_who_asks_answers_nothing(read):
    reading = read(TRANSCRIPT)
    assert len(reading.asks) == 2
    first, second = (ask.title for ask in reading.asks)
    assert "empty homes" in first
    assert "college" in second
    assert [(a.ask.title == second, a.speaker) for a in reading.answers] == [
        (False, "Tull"),
        (False, "Brown-Ash"),
        (False, "Brown-Ash"),
        (True, "Lind"),
        (True, "Tull"),
        (True, "Lind"),
    ]


@pytest.mark.parametrize("joined", ["2 & 3\\.", "2 & 3.", "2 and 3."])
def test_numbers_below_headings_and_of_two_questions_are_replies(read, joined):
    listed = "1. Will you mend it?\n2. Will you light it?\n3. Will you sow it?\n\n"
    names = "## Ann Body, Green\n\n1. I will.\n\n{} Yes to both.\n\n## Bo Ng, Labour\n\n1. No.\n\n2. No.\n"
    reading = read(listed + names.format(joined))
    told = [(a.speaker, a.ask.number, [also.number for also in a.also]) for a in reading.answers]
    assert told == [
        ("Ann Body", "1", []),
        ("Ann Body", "2", ["3"]),
        ("Bo Ng", "1", []),
        ("Bo Ng", "2", []),
    ]


def test_a_numbered_heading_over_a_reply_is_none_of_its_words(read):
    listed = "1. Will you mend the weir?\n\n2. Do you support 20mph?\n\n"
    body = "#### 1. The weir\n\nYes, by May.\n\n#### 2. 20mph\n\n{}\n\n"
    reading = read(
        f"{listed}Ann Body – Green\n\n{body.format('I voted for it.')}"
        f"Bo Ng – Labour\n\n{body.format('Not yet.')}"
        "Cy Low – Independent\n\nNo reply received by the deadline. We wrote twice.\n"
    )
    assert [(a.speaker, a.quote.text) for a in reading.answers] == [
        ("Ann Body", "Yes, by May."),
        ("Ann Body", "I voted for it."),
        ("Bo Ng", "Yes, by May."),
        ("Bo Ng", "Not yet."),
    ]
    assert [a.name for a in reading.absences] == ["Cy Low"]


def test_a_short_question_of_an_interview_is_none_of_the_answer_above_it(read):
    reading = read(
        "Ann Body (Green) answered.\n\nQ: Will you mend the weir?\n\nA: Yes.\n\nQ: By when?\n\nA: By May."
        "\n\nQ: Will you light the lane?\n\nA: No.\n",
        "article",
    )
    assert [a.quote.text for a in reading.answers] == ["Yes.", "By May.", "No."]


def test_a_candidate_without_a_party_who_asks_back_is_no_guest(read):
    reading = read(
        "Candidates: Ann Body (Green), Bo Ng (Labour) and Cy Low.\n\nChair: Will you mend the weir?\n\n"
        "Ann Body: Yes.\n\nBo Ng: No.\n\nCy Low: Yes. How could anyone say no? We need it.\n\n"
        "Chair: Will you light the lane?\n\nAnn Body: No.\n\nBo Ng: Yes.\n\nCy Low: I will.\n",
        "article",
    )
    said = [a.quote.text for a in reading.answers if a.speaker == "Cy Low"]
    assert said == ["Yes. How could anyone say no? We need it.", "I will."]


INTERVIEWS = """Three ask to lead the Union: Ann Body (AB), Bo Ng (BN) and Cy Low (CL)

ANN BODY

TQ: Will you put the bus pass to a vote of all?

AB: Yes, in the autumn.

TQ: Should the bar stay open all the week?

AB: Thursdays to Saturdays.

TQ: Isn't that a bit of a dodge?

AB: Perhaps it is.

BO NG

TQ: Will you put the bus pass to a vote of all?

BN: No.

TQ: Should the bar stay open all the week?

BN: All week.

CY LOW

TQ: Will you put the bus pass to a vote of all?

CL: Everything.

TQ: Should the bar stay open all the week?

CL: Yes.
"""


def test_interviews_that_repeat_their_questions_ask_each_once_and_an_aside_is_no_answer_to_them(
    read,
):
    reading = read(INTERVIEWS)
    bus, bar = (
        "Will you put the bus pass to a vote of all?",
        "Should the bar stay open all the week?",
    )
    assert [ask.title for ask in reading.asks] == [bus, bar]
    assert [(a.speaker, a.ask and a.ask.title, a.quote.text) for a in reading.answers] == [
        ("ANN BODY", bus, "Yes, in the autumn."),
        ("ANN BODY", bar, "Thursdays to Saturdays."),
        ("ANN BODY", None, "Perhaps it is."),
        ("BO NG", bus, "No."),
        ("BO NG", bar, "All week."),
        ("CY LOW", bus, "Everything."),
        ("CY LOW", bar, "Yes."),
    ]


def test_a_question_that_one_person_answers_twice_was_asked_twice(read):
    asked = "## {}\n\nWill you do it by the next May, as you said?\n\n"
    page = asked + "Ann Body (Green):\n\n{}\n\nBo Ng (Labour):\n\nNo.\n\n"
    reading = read(page.format("Trees", "Yes.") + page.format("Lamps", "Never."))
    assert len(reading.asks) == 2
