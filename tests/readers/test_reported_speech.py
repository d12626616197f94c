"""What a page's prose says that somebody said: whose words, which words, and what stays nobody's."""

import pytest

from civicpledge.model.responses import Wording
from civicpledge.readers.prose_subjects import Known, person_of
from civicpledge.readers.reported_speech import told_in

KNOWN = Known.of(["Ann Body", "Bo Ng"])


def told(page: str) -> list[tuple[str, str, str, bool]]:
    spans, at = [], 0
    for paragraph in page.split("\n\n"):
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return [
        (t.person.name, page[t.start : t.end], t.wording.value, t.inferred is None)
        for t in told_in(page, spans, KNOWN)
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Ann Body said she would mend it.", ("Ann Body", "said she would mend it.", "reported")),
        ("Ms Body promised to mend it.", ("Ms Body", "promised to mend it.", "reported")),
        ("Labour's Di Low said no.", ("Di Low", "said no.", "reported")),
        ("The Green candidate, Di Low, said no.", ("Di Low", "said no.", "reported")),
        (
            "Di Low, of the Green Party, refused to sign.",
            ("Di Low", "refused to sign.", "reported"),
        ),
        ('"Never," said Mr Ng.', ("Mr Ng", '"Never,"', "verbatim")),
        ("‘Never,’ Bo Ng replied.", ("Bo Ng", "‘Never,’", "verbatim")),
        ('Asked about lamps, Mr Ng said: "Never."', ("Mr Ng", '"Never."', "verbatim")),
        ('Mr Ng told the hall: "Never."', ("Mr Ng", '"Never."', "verbatim")),
        ('"Never!" Bo Ng said.', ("Bo Ng", '"Never!"', "verbatim")),
        (
            '"Never," said Mr Ng. "It costs too much."',
            ("Mr Ng", '"Never," said Mr Ng. "It costs too much."', "reported"),
        ),
        (
            'Mr Ng said he would not. "It costs too much," he said.',
            ("Mr Ng", 'said he would not. "It costs too much,"', "reported"),
        ),
    ],
)
def test_a_named_person_is_held_to_have_said_it(page, expected):
    assert told(page) == [(*expected, True)]


@pytest.mark.parametrize(
    "page",
    [
        "A neighbour said she would mend it.",
        "Ann Body and Bo Ng said they would mend it.",
        "Ann Body, Bo Ng and Di Low all agreed to mend it.",
        "Ann Body said Bo Ng would close the pool.",
        "Friends of Ann Body said she would mend it.",
        "Ann Body declined to comment.",
        "Bo Ng refused to answer.",
        "Di Low said she would mend it.",
        '"Never," said a voice from the back.',
        "She said it was old.",
    ],
)
def test_what_is_not_plainly_one_known_person_s_stays_nobody_s(page):
    assert told(page) == []


def test_two_people_in_one_sentence_are_told_apart():
    assert told("Ms Body said she would, while Mr Ng said he would not.") == [
        ("Ms Body", "said she would", "reported", True),
        ("Mr Ng", "said he would not.", "reported", True),
    ]


def test_a_quotation_that_does_not_close_goes_on_in_the_next_paragraph():
    page = 'Ann Body said: "I will mend it.\n\n"And I will light it."'
    assert told(page) == [
        ("Ann Body", '"I will mend it.\n\n"And I will light it."', "verbatim", True)
    ]


def test_a_pronoun_in_the_next_paragraph_is_only_an_offer():
    page = 'Bo Ng said he would mend it.\n\nHe added: "And light it."'
    assert told(page)[1] == ("Bo Ng", '"And light it."', "verbatim", False)


def test_a_pronoun_of_the_other_gender_is_nobody_s():
    assert len(told('Mr Ng said he would mend it.\n\nShe added: "And light it."')) == 1


def test_a_surname_that_two_people_share_tells_nobody():
    assert Known.of(["Ann Body", "Cy Body"]).knows("Ms Body") is False
    assert KNOWN.knows("Ms Body") is True


def test_a_stand_in_is_read_with_whom_they_stand_in_for():
    person = person_of("Cy Low, on behalf of Ann Body (Green),")
    assert person is not None
    assert (person.name, person.on_behalf_of, person.party) == ("Cy Low", "Ann Body", "Green")


def test_reported_answers_of_an_article_stand_under_their_asks(read):
    page = (
        "The hustings\n\nWill you mend the path?\n\nAnn Body (Green) said she would mend it.\n\n"
        'Will you light it?\n\n"Never," said Bo Ng (Labour).\n\nMs Body said lamps were old hat.\n'
    )
    reading = read(page, "article")
    assert [(a.ask.title, a.speaker, a.party, a.wording) for a in reading.answers] == [
        ("Will you mend the path?", "Ann Body", "Green", Wording.REPORTED),
        ("Will you light it?", "Bo Ng", "Labour", Wording.VERBATIM),
        ("Will you light it?", "Ms Body", None, Wording.REPORTED),
    ]


def test_a_report_inside_somebody_s_own_answer_is_theirs(read):
    page = (
        "1) Mend the path\n\nAnn Body (Green):\n\nYes, I will.\n\nBo Ng (Labour) said he would mend it.\n\n"
        "Bo Ng (Labour):\n\nI will.\n"
    )
    answers = [(a.speaker, a.quote.text) for a in read(page).answers]
    assert answers == [
        ("Ann Body", "Yes, I will.\n\nBo Ng (Labour) said he would mend it."),
        ("Bo Ng", "I will."),
    ]


def test_the_chair_and_guests_who_only_ask_answer_nothing(read):
    page = (
        "Present:\nAnn Body (Green)\nBo Ng (Labour)\n\nREV LOW: Will you mend the path?\n\n"
        "BODY: I will.\n\nNG: I will not.\n\nCHAIR: Thank you both.\n\nMS HILL: And the lamps?\n\n"
        "NG: Perhaps.\n\nBODY: Soon.\n\nMS HILL: They are dark.\n"
    )
    reading = read(page, "article")
    assert [(a.ask.title, a.speaker, a.quote.text) for a in reading.answers] == [
        ("Will you mend the path?", "BODY", "I will."),
        ("Will you mend the path?", "NG", "I will not."),
        ("And the lamps?", "NG", "Perhaps."),
        ("And the lamps?", "BODY", "Soon."),
    ]


def test_a_heading_of_one_word_that_comes_again_is_no_speaker(read):
    page = "## Weir\n\n### Wins\n\n• A lamp\n\n## Mill\n\n### Wins\n\n• A path\n\nAnn Body (Green): Yes.\n"
    assert {a.speaker for a in read(page, "article").answers} <= {"Ann Body", None}


def test_the_headline_of_a_report_is_no_ask(read):
    page = (
        "Candidates clash over the lido\n\nTHE EVENING QUAY, Eastmere\n\nIt was a wet night.\n\n"
        'Ann Body (Green) said she would keep the lido.\n\n"Sell it," said Bo Ng (Labour).\n'
    )
    reading = read(page, "article")
    assert reading.asks == ()
    assert [(a.ask, a.speaker) for a in reading.answers] == [(None, "Ann Body"), (None, "Bo Ng")]


@pytest.mark.parametrize(
    "line",
    [
        'Ann Body, whose rival said: "Sell it."',
        'Ann Body came in late. Somebody said: "Sell it."',
        'Ann Body (Green) shook her head when a man said: "Sell it."',
    ],
)
def test_who_is_named_first_need_not_be_who_speaks(read, line):
    page = f"Will you keep the lido?\n\n{line}\n\nAnn Body (Green):\n\nI will.\n"
    assert [a.quote.text for a in read(page, "article").answers if a.speaker] == ["I will."]


def test_a_group_that_was_broadly_supportive_is_a_claim_of_support(read):
    page = (
        "1) Mend the path\n\nBoth candidates were broadly supportive.\n\n"
        "Ann Body (Green): Yes.\n\nBo Ng (Labour): Yes.\n"
    )
    assert [(c.scope, c.strength) for c in read(page).claims] == [("Both candidates", "supportive")]


def test_a_party_of_two_words_before_a_name_is_no_part_of_it(read):
    (answer,) = read(
        "Will you build?\n\nReform UK's Ann Body said she would build ten.\n", "article"
    ).answers
    assert (answer.speaker, answer.party) == ("Ann Body", "Reform UK")


def test_words_in_quotation_marks_over_prose_are_no_ask(read):
    reading = read(
        "Hustings draw a crowd\n\nSome people came.\n\nThree of them sat.\n\n"
        "It was warm.\n\n'Ready to go'\n\n"
        "Labour's Ann Body said the plans were ready to go.\n\n"
        "Green candidate Bo Ng said that he would look at them.\n",
        "article",
    )
    assert [(a.ask, a.speaker) for a in reading.answers] == [(None, "Ann Body"), (None, "Bo Ng")]


def test_a_quotation_right_behind_said_is_verbatim_and_behind_other_verbs_a_report(read):
    (ann, bo) = read(
        "Will you build?\n\nThe Green candidate, Ann Body, said 'We will build with you.' "
        'Bo Ng (Labour) promised "a home for all".\n',
        "article",
    ).answers
    assert (ann.speaker, ann.quote.text, ann.wording.value) == (
        "Ann Body",
        "We will build with you.",
        "verbatim",
    )
    assert (bo.speaker, bo.wording.value) == ("Bo Ng", "reported")
    assert bo.quote.text == 'promised "a home for all".'


def test_behind_a_crosshead_that_is_no_ask_words_of_prose_answer_none(read):
    reading = read(
        "Voters fill the hall\n\n22nd April 2026\n\nSome people came.\n\nIt was warm.\n\n"
        "Free buses\n\nAnn Body (Green) said she would pay for them.\n\n"
        "Bo Ng (Labour) said that he would not.\n\n"
        "Flags\n\nSomebody in the last row asked about flags.\n\n"
        "Cy Low (Independent) offered to wave one.\n",
        "article",
    )
    assert [(a.ask.title if a.ask else None, a.speaker) for a in reading.answers] == [
        ("Free buses", "Ann Body"),
        ("Free buses", "Bo Ng"),
        (None, "Cy Low"),
    ]
