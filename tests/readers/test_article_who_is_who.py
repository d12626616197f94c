"""Who is who on a page: parties beside namesakes, initials with a key, lives, people quoted by others."""

import pytest

import civicpledge as cp

ASKS = ("Will you mend the lamps?", "Will you pay the living wage?")

PARTIES = """Damian Green (Conservative), Ann Body (Green Party) and Bo Ng (Labour) are standing.

Will you mend the lamps?

Conservative: No, that is too many.

Green: Yes, every lamp.

Will you pay the living wage?

Conservative: I will look at it.

Green: Yes.
"""

KEY = """AB: Ann Body, Green Party
BN: Bo Ng, Labour

1. Will you mend the lamps?

AB: Yes. It is dark enough.

BN: Not this term.

2. Will you pay the living wage?

AB: Yes, from May.

BN: Yes.
"""

KEY_IN_BRACKETS = KEY.replace("AB: Ann Body, Green Party", "Ann Body (AB), Green Party").replace(
    "BN: Bo Ng, Labour", "Bo Ng (BN), Labour"
)

LIVES = """Would-be mayors answer

Ann Body

Ann is 44 and lives at the mill. She has served on the council for ten years.

Bo Ng

He was born here and is a nurse.

Will you mend the lamps?

Ann Body: Yes. It is dark enough.

Bo Ng: Not this term.

Will you pay the living wage?

Ann Body: Yes, from May.

Bo Ng: Yes.
"""

ONE_LINE = """We put to each: 1. Will you mend the lamps? 2. Will you pay the living wage?

Ann Body, Green Party

1. Yes. It is dark enough.

2. Yes, from May.

Bo Ng, Labour

1. Not this term.

2. Yes.
"""

BODY_AND_NG = [
    (0, "Ann Body", "Green Party", "Yes. It is dark enough."),
    (0, "Bo Ng", "Labour", "Not this term."),
    (1, "Ann Body", "Green Party", "Yes, from May."),
    (1, "Bo Ng", "Labour", "Yes."),
]


def parsed(text: str) -> cp.Reading:
    return cp.parse(cp.Document.from_text(text, source=cp.Source(id="page", title="A page")))


def answers(reading: cp.Reading) -> list[tuple[int | None, str | None, str | None, str]]:
    found = [
        (reading.asks.index(a.ask) if a.ask else None, a.speaker, a.party, a.quote.text)
        for a in reading.answers
    ]
    return sorted(found, key=lambda answer: answer[0] or 0)


def test_where_all_who_answer_are_parties_a_candidates_surname_is_one_too():
    assert answers(parsed(PARTIES)) == [
        (0, None, "Conservative", "No, that is too many."),
        (0, None, "Green", "Yes, every lamp."),
        (1, None, "Conservative", "I will look at it."),
        (1, None, "Green", "Yes."),
    ]


@pytest.mark.parametrize("page", [KEY, KEY_IN_BRACKETS, ONE_LINE])
def test_initials_and_numbers_are_read_by_the_pages_own_key(page):
    reading = parsed(page)
    assert tuple(ask.title for ask in reading.asks) == ASKS
    assert answers(reading) == BODY_AND_NG


def test_initials_that_two_people_share_are_nobodys():
    page = KEY.replace("BN: Bo Ng, Labour", "AB: Al Bee, Labour").replace("BN:", "AB:")
    assert {a.speaker for a in parsed(page).answers} <= {None, "AB"}


def test_who_somebody_is_answers_no_ask():
    reading = parsed(LIVES)
    assert tuple(ask.title for ask in reading.asks) == ASKS
    assert answers(reading) == [(ask, who, None, words) for ask, who, _, words in BODY_AND_NG]


QUOTED = """The candidates are Ann Body (Green) and Bo Ng (Labour).

1. Will you mend the lamps?

Ann Body, Green: Yes. It is dark enough.

Bo Ng said: "They can wait."

I do not agree with that.

Bo Ng, Labour: Not this term.
"""


def test_what_an_opponent_is_quoted_with_inside_an_answer_is_nobodys_for_certain():
    found = parsed(QUOTED).answers
    assert [(a.speaker, a.inferred, a.quote.text) for a in found] == [
        ("Ann Body", None, "Yes. It is dark enough."),
        (None, "Bo Ng", "They can wait."),
        ("Bo Ng", None, "Not this term."),
    ]


PRESS = """Candidates clash over lamps

Three of those who want to be mayor met on Tuesday.

Ann Body promised to mend every lamp. "It is dark enough," she said.

But Bo Ng, who is standing again, said the money was not there.

Canon Di Low did not hesitate. "God bless you all," she said.
"""


def test_a_report_without_parties_tells_who_said_what():
    assert answers(parsed(PRESS)) == [
        (None, "Ann Body", None, 'promised to mend every lamp. "It is dark enough,"'),
        (None, "Bo Ng", None, "said the money was not there."),
    ]


def test_where_no_election_is_spoken_of_nobody_answers():
    page = PRESS.replace("who want to be mayor", "who sing in the choir")
    assert (
        answers(parsed(page.replace("Candidates", "Neighbours").replace("standing", "late"))) == []
    )


PRESS_WITH_PARTIES = """Pressed on lamps

Ann Body, who is standing for Labour, did not hesitate. "On Monday," she said.

The Conservative, Bo Ng, was more careful. Mr Ng said the money was not there.

Sam Roe of the Greens and Al Poe were away.

"It was a fine night," said Canon Low.
"""


def test_words_behind_a_sentence_about_one_person_are_offered_to_them():
    found = parsed(PRESS_WITH_PARTIES).answers
    assert [(a.speaker, a.inferred, a.quote.text) for a in found] == [
        (None, "Ann Body", "On Monday,"),
        ("Mr Ng", None, "said the money was not there."),
    ]
    assert "about this person alone" in str(found[0].why_inferred)


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        ("Ann Body and Bo Ng came, while the Green, Cy Low, did not attend.", ["Cy Low"]),
        ("Ann Body and Bo Ng did not reply.", ["Ann Body", "Bo Ng"]),
        ("Ann Body did not attend, though Bo Ng was there.", ["Ann Body"]),
        ("Bo Ng was invited but did not attend.", ["Bo Ng"]),
        ("Ann Body has not yet responded; Bo Ng replied in writing.", ["Ann Body"]),
        ("Ann Body was unable to attend but sent answers in writing.", []),
        ("Ann Body asked Bo Ng why it was that nobody had declined our offer.", []),
    ],
)
def test_nobody_else_in_the_sentence_is_said_to_have_stayed_away(sentence, absent):
    page = PARTIES.replace("are standing.\n", f"are standing.\n\n{sentence}\n", 1)
    assert [a.name for a in parsed(page).absences] == absent


LIKE_OTHERS = """Your candidates questioned

By Una Quill & Sam Roe

Ann Body, Labour

image copyrightTarn Pictures

I have a plan for every street from the mill to the quay.

Cy Low, Renew

We will dig up the gold under the town and share it out.

Bo Ng, Green Party

I will freeze the fares for every child.
"""


def test_what_stands_under_a_line_made_like_a_label_is_not_the_words_of_whoever_is_above():
    reading = parsed(LIKE_OTHERS)
    assert [(a.speaker, a.inferred, a.quote.text) for a in reading.answers] == [
        ("Ann Body", None, "I have a plan for every street from the mill to the quay."),
        (None, "Cy Low", "We will dig up the gold under the town and share it out."),
        ("Bo Ng", None, "I will freeze the fares for every child."),
    ]
    assert "Una Quill" not in str([ask.title for ask in reading.asks])


def test_what_a_paper_prints_before_a_title_is_no_part_of_the_name():
    page = PRESS_WITH_PARTIES.replace("Mr Ng said", "Tarn-born Mr Ng said")
    assert parsed(page).answers[-1].speaker == "Mr Ng"


TRANSCRIPT = """Hustings at the mill, transcript

On the platform:
Ann Body, Green Party
Bo Ng-Featherstonehaugh, Conservative and Unionist Party
Cy Low, Liberal Democrats
Chair: Di Quill, secretary

[00:03:05] DI QUILL: First one. Will you mend the lamps? Ann, you are first.

[00:03:20] ANN BODY: Thank you. I will.

[00:04:31] CY LOW: I think there is a lot in that.

[00:05:40] DI QUILL: Is that a yes, Cy, or is it a no?

[00:05:53] CY LOW: It is a yes if the money is there. How is that?

[00:08:15] AUDIENCE MEMBER: Good for you!

[00:08:20] DI QUILL: Order. Will you pay the living wage?

[00:08:44] BO NG-FEATHERSTONEHAUGH: Not this year.
"""


def test_times_of_a_recording_stand_before_labels_and_a_chair_asks_in_the_middle_of_their_words():
    reading = parsed(TRANSCRIPT)
    assert [ask.title.partition("?")[0] + "?" for ask in reading.asks] == list(ASKS)
    assert answers(reading) == [
        (0, "ANN BODY", None, "Thank you. I will."),
        (0, "CY LOW", None, "I think there is a lot in that."),
        (0, "CY LOW", None, "It is a yes if the money is there. How is that?"),
        (1, "BO NG-FEATHERSTONEHAUGH", None, "Not this year."),
    ]
