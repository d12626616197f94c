"""Press reports that quote the questions too: who asks, who answers, and whose words are only offered."""

import pytest

from civicpledge.readers.prose import members_in

PAGE = """
Bail, buses and rent before 300 people of Low Mill

LOW MILL -- The choir had hardly sat down when the Rev. Iris Vane walked up with a stopwatch.

Rent

Its leaders then asked each candidate: "Will you vote to fund a lawyer for every tenant?"

"Yes, I will," said Dora Quill, a Democrat running in District 1. "And in my first budget."

Bertie Hume, the Republican who holds the seat, turned to the tenants. "I have to be honest. I will not."

In District 3, Democrat Mona Lind said that she would vote for it if the state pays half.

Bail

The second question came from a bail fund. "Will you publicly support ending cash bail?" asked Miriam Stone.

Quill was first to the microphone. "Publicly and privately."

Hume noted that judges set bail. "That is up to them."

Buses

Joan Petrie told the hall that her shift ends at eleven.

"Will you work with us to run the 9 until midnight?" she asked.

"I sure will," said Hume.
"""


def test_questions_that_a_report_quotes_are_its_asks(read):
    assert [ask.title for ask in read(PAGE).asks] == [
        "Will you vote to fund a lawyer for every tenant?",
        "Will you publicly support ending cash bail?",
        "Will you work with us to run the 9 until midnight?",
    ]


def test_each_answer_of_a_report_is_tied_to_its_question_and_words_behind_a_sentence_are_offered(
    read,
):
    reading = read(PAGE)
    numbers = {ask.key: n for n, ask in enumerate(reading.asks, 1)}
    told = [(numbers[a.ask.key], a.speaker, a.inferred, a.quote.text[:14]) for a in reading.answers]
    assert told == [
        (1, "Dora Quill", None, '"Yes, I will,"'),
        (1, None, "Bertie Hume", "I have to be h"),
        (1, "Mona Lind", None, "said that she "),
        (2, None, "Quill", "Publicly and p"),
        (2, "Hume", None, "noted that jud"),
        (3, "Hume", None, "I sure will,"),
    ]
    assert not reading.unread
    assert not [w for w in reading.warnings if w.what == "a quotation"]


def test_a_question_that_a_candidate_asks_back_is_no_ask(read):
    page = PAGE.replace("asked Miriam Stone", "asked Mona Lind")
    assert "Will you publicly support ending cash bail?" not in [a.title for a in read(page).asks]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Ann Body, a Democrat running in District 1, said no.", ("Ann Body",)),
        ("Ann Body, who is running in the same district as an independent, left.", ("Ann Body",)),
        ("Ann Body, the Green Party candidate, said no.", ("Ann Body",)),
        ("Ann Body, a Labour supporter from Mill Lane, said no.", ()),
        ("Ann Body, the independent chair of the trust, said no.", ()),
        ("Ann Body, a green space campaigner, said no.", ()),
    ],
)
def test_a_party_behind_a_name_is_the_persons_where_they_stand_for_it(sentence, named):
    assert members_in(sentence) == named


NO_PARTIES = """
# Empty homes, missing bus dominate the debate

Four of the five people hoping to represent Ward 2 were in the hall, and each candidate had 90 seconds.

"Will you vote for a tax on empty homes?" asked Bev Stone.

Incumbent Lorna Ferris, who is seeking a third term, did not hesitate. “I would vote for it,” she said.

Denis Poole, who owns two restaurants, said he would support it after a full year.

Retired pilot Wallace “Wally” MacEvoy was against. MacEvoy said it was no business of the council.

On the last question, whether to close it, nobody was sure. MacEvoy, too, was in favour. “Why not.”

“Yes, but not there,” said Ferris.
"""


def test_a_report_without_parties_names_those_who_speak_by_their_surnames_too(read):
    reading = read(NO_PARTIES)
    told = [(a.speaker, a.inferred, a.quote.text[:12]) for a in reading.answers]
    assert told == [
        (None, "Lorna Ferris", "I would vote"),
        ("Denis Poole", None, "said he woul"),
        ("MacEvoy", None, "said it was "),
        (None, "MacEvoy", "Why not."),
        ("Ferris", None, "Yes, but not"),
    ]


def test_the_headline_is_no_ask_and_where_another_question_is_told_nothing_more_is_tied(read):
    reading = read(NO_PARTIES)
    assert [ask.title for ask in reading.asks] == ["Will you vote for a tax on empty homes?"]
    assert [a.ask is None for a in reading.answers] == [False, False, False, True, True]


def test_a_point_that_tells_what_somebody_said_is_an_answer_and_no_part_of_the_ask(read):
    reading = read(
        "Ann Body (Green) and Bo Ng (Labour) came.\n\nWill you run the buses?\n\n"
        "• Dr Faye Orme, for the Greens, said that they would run them.\n\nBo Ng said he would not.\n"
    )
    assert [a.speaker for a in reading.answers] == ["Dr Faye Orme", "Bo Ng"]


def test_a_title_before_a_surname_and_a_colon_names_who_speaks(read):
    page = (
        '1) Homes\n\nWill you build homes?\n\nCllr Body: "Yes."\n\nBo Ng (Labour): "No."\n\n'
        '2) Trees\n\nWill you plant trees?\n\nMr Poe: "Yes."\n\nBo Ng (Labour): "No."\n'
    )
    assert [a.speaker for a in read(page).answers] == ["Cllr Body", "Bo Ng", "Mr Poe", "Bo Ng"]


def test_words_behind_a_surname_that_nothing_proves_are_told(read):
    page = (
        '1) Homes\n\nWill you build homes?\n\nBody: "Yes."\n\nBo Ng (Labour): "No."\n\n'
        '2) Trees\n\nWill you plant trees?\n\nBo Ng (Labour): "No."\n'
    )
    reading = read(page)
    assert [a.speaker for a in reading.answers] == ["Bo Ng", "Bo Ng"]
    assert [w.line for w in reading.warnings if w.what == "words behind a name"] == [5]


def test_the_page_s_own_line_right_below_a_whole_quotation_is_no_part_of_it(read):
    page = (
        "1) Meet us\nWill you meet us twice a year?\n"
        'Ann Body (Labour): "Yes."\nBo Ng (Green): "The assembly is a fine thing."\n'
        "We will meet them twice a year.\n2) Trees\nWill you plant trees?\n"
        'Ann Body (Labour): "Yes."\nBo Ng (Green): "No."\n'
    )
    reading = read(page)
    assert [a.quote.text for a in reading.answers] == [
        "Yes.",
        "The assembly is a fine thing.",
        "Yes.",
        "No.",
    ]
    assert [reading.text_of(s) for s in reading.unread] == ["We will meet them twice a year."]


def test_who_stands_behind_a_colon_speaks_not_and_a_publisher_s_line_in_brackets_is_no_answer(read):
    page = (
        'Running: Ann Body, Bo "Bee" Ng\n\nQuestion 1:\nWill you mend the wall?\n\n'
        "Ann Body:\nYes, by May.\n[Ann sent a picture of the wall.]\n\nBo Ng:\nNo.\n\n"
        "Running: Cy Low, Di Roe\n\nQuestion 2:\nWill you light the quay?\n\n"
        "Ann Body:\n[Nothing received so far.]\n\nBo Ng:\nI will.\n\nNext time: questions 3 and 4.\n"
    )
    reading = read(page)
    assert [(a.speaker, a.ask.number, a.quote.text) for a in reading.answers] == [
        ("Ann Body", "1", "Yes, by May."),
        ("Bo Ng", "1", "No."),
        ("Bo Ng", "2", "I will."),
    ]
    assert [(a.name, a.ask.number) for a in reading.absences] == [("Ann Body", "2")]
