"""Questionnaires as people fill them in: Markdown, plain, wrapped, several in one file, and tables."""

import pytest

from civicpledge.readers.documents import html_text

PLAIN = """Candidate questionnaire 2031

Name: Ann Body
Party: Green Party
Ward: Canal Side

1. Will you repair the canal path?
Yes. I have three points:
1. Money
2. Time
3. Gravel

2. If elected, how will you protect the
trees in our streets?
By planting more.

And by watering them.

3. In no more than 20 words, tell us about yourself.
I was born on a boat.
"""

MARKDOWN = """## Candidate name: Bo Ng

**Party:** Labour & Co-operative

### Q1. Will you repair the canal path? (max 5 words)

I will look at it very closely.

Page 1 of 2

and then decide.

### Q2. Do you support free buses?

**Answer:** No.

### Q3. Is there anything else you would like to say?

Vote for me.
"""

UNNUMBERED = """Full name: Cy Dale
Political party: Independent

Will you repair the canal path?

A: Yes, within a year.

Do you support free buses?

A: No comment.
"""

TWO = """Candidate: Ann Body
Party: Green

1. Will you repair the canal path?
Yes.

2. Will you plant trees?
No.

Candidate: Bo Ng
Party: Labour

1. Will you repair the canal path?
Perhaps.

2. Will you plant trees?
Yes.
"""


def said(reading):
    return [
        (a.ask.key if a.ask else None, a.speaker, a.party, a.quote.text) for a in reading.answers
    ]


def test_a_plain_form_keeps_lists_inside_answers_and_wrapped_questions_whole(read):
    reading = read(PLAIN)
    assert reading.kind == "questionnaire"
    assert reading.header == (
        ("Name", "Ann Body"),
        ("Party", "Green Party"),
        ("Ward", "Canal Side"),
    )
    assert said(reading) == [
        ("1", "Ann Body", "Green Party", "Yes. I have three points:\n1. Money\n2. Time\n3. Gravel"),
        ("2", "Ann Body", "Green Party", "By planting more.\n\nAnd by watering them."),
        (None, "Ann Body", "Green Party", "I was born on a boat."),
    ]
    assert reading.asks[1].title == "If elected, how will you protect the\ntrees in our streets?"


def test_a_markdown_form_with_a_limit_a_page_break_and_answer_marks(read):
    reading = read(MARKDOWN)
    assert reading.kind == "questionnaire"
    assert said(reading) == [
        (
            "1",
            "Bo Ng",
            "Labour & Co-operative",
            "I will look at it very closely.\n\nPage 1 of 2\n\nand then decide.",
        ),
        ("2", "Bo Ng", "Labour & Co-operative", "No."),
        (None, "Bo Ng", "Labour & Co-operative", "Vote for me."),
    ]
    assert [ask.word_limit for ask in reading.asks] == [5, None]
    whys = {(w.line, w.why) for w in reading.warnings}
    assert (5, "is longer than the 5 words the question allows") in whys
    assert any(line == 9 for line, _ in whys)


def test_a_form_without_numbers(read):
    reading = read(UNNUMBERED)
    assert reading.kind == "questionnaire"
    assert [(a.ask.title, a.speaker, a.quote.text) for a in reading.answers] == [
        ("Will you repair the canal path?", "Cy Dale", "Yes, within a year.")
    ]
    assert [(a.name, a.ask.title) for a in reading.absences] == [
        ("Cy Dale", "Do you support free buses?")
    ]


def test_two_forms_in_one_file_share_their_asks(read):
    reading = read(TWO, "questionnaire")
    assert len(reading.asks) == 2
    assert said(reading) == [
        ("1", "Ann Body", "Green", "Yes."),
        ("2", "Ann Body", "Green", "No."),
        ("1", "Bo Ng", "Labour", "Perhaps."),
        ("2", "Bo Ng", "Labour", "Yes."),
    ]


def test_a_form_without_a_name_has_answers_without_a_speaker(read):
    reading = read(PLAIN.replace("Name: Ann Body\n", ""), "questionnaire")
    assert {a.speaker for a in reading.answers} == {None}
    assert any("no name" in w.why for w in reading.warnings)


def test_a_question_without_an_answer_is_pointed_out(read):
    reading = read(
        PLAIN.replace("By planting more.\n\nAnd by watering them.\n", ""), "questionnaire"
    )
    assert [w.line for w in reading.warnings if w.why == "has no answer"] == [13]


TABLE = """Timestamp,Full name,Party,"1. Will you repair the canal path?",Will you plant trees?,Email
2031-03-01,Ann Body,Green,"Yes, I will.
And I will light it.",No,ann@example.org
2031-03-02,"Ng, Bo",Labour,"I said ""perhaps"".",,bo@example.org
2031-03-03,Cy Dale,Independent,No answer,Yes,cy@example.org
"""


def test_a_table_has_a_row_a_person_and_a_column_a_question(read):
    reading = read(TABLE)
    assert reading.kind == "questionnaire"
    assert [(ask.number, ask.title) for ask in reading.asks] == [
        ("1", "Will you repair the canal path?"),
        (None, "Will you plant trees?"),
    ]
    assert said(reading) == [
        ("1", "Ann Body", "Green", "Yes, I will.\nAnd I will light it."),
        ("will-you-plant-trees", "Ann Body", "Green", "No"),
        ("1", "Ng, Bo", "Labour", 'I said ""perhaps"".'),
        ("will-you-plant-trees", "Cy Dale", "Independent", "Yes"),
    ]
    assert [a.name for a in reading.absences] == ["Cy Dale"]
    assert reading.unread == ()


def test_first_and_last_names_in_two_columns_make_one_name(read):
    reading = read(
        "First name;Surname;Party;Will you plant trees?\nAnn;Body;Green;Yes\nBo;Ng;Labour;No\n"
    )
    assert [(a.speaker, a.quote.text) for a in reading.answers] == [
        ("Ann Body", "Yes"),
        ("Bo Ng", "No"),
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_any_common_delimiter_is_told(read, mark):
    rows = [["Name", "Will you plant trees?"], ["Ann Body", "Yes"], ["Bo Ng", "No"]]
    reading = read("\n".join(mark.join(row) for row in rows))
    assert [(a.speaker, a.quote.text) for a in reading.answers] == [
        ("Ann Body", "Yes"),
        ("Bo Ng", "No"),
    ]


def test_a_row_without_a_name_is_pointed_out(read):
    reading = read("Name,Will you plant trees?\nAnn Body,Yes\n,No\nBo Ng,No\n,Yes\n")
    assert [(w.line, w.why) for w in reading.warnings] == [
        (3, "gives no name"),
        (5, "gives no name"),
    ]
    assert [a.speaker for a in reading.answers] == ["Ann Body", None, "Bo Ng", None]


def _answers(reading):
    return [(a.ask.title, a.speaker, a.party, a.quote.text) for a in reading.answers]


EXPECTED = [
    ("Will you mend the path?", "Ann Body", "Green", "Yes."),
    ("Will you mend the path?", "Bo Ng", "Labour", "No."),
    ("Will you light it?", "Bo Ng", "Labour", "In May."),
]


def test_a_markdown_table_with_a_column_a_person(read):
    page = (
        "# What they said\n\nWe wrote to both.\n\n"
        "| Question | Ann Body (Green) | Bo Ng (Labour) |\n|---|---|---|\n"
        "| Will you mend the path? | Yes. | No. |\n| Will you light it? | – | In May. |\n\nThanks to all.\n"
    )
    reading = read(page)
    assert _answers(reading) == EXPECTED
    assert reading.unread == ()


def test_a_markdown_table_with_a_row_a_person_and_short_names_of_the_questions(read):
    page = (
        "Question A: Will you mend the path?\n\nQuestion B: Will you light it?\n\n"
        "| Candidate | Party | Question A | Question B |\n|:--|--|--|--|\n"
        "| Ann Body | Green | Yes. | No answer |\n| Bo Ng | Labour | No. | In May. |\n"
    )
    reading = read(page)
    assert sorted(_answers(reading)) == sorted(EXPECTED)
    assert [(a.name, a.ask.title) for a in reading.absences] == [("Ann Body", "Will you light it?")]


def test_a_csv_with_a_column_a_person(read):
    page = (
        "Question,Ann Body (Green),Bo Ng (Labour)\nWill you mend the path?,Yes.,No.\n"
        "Will you light it?,,In May.\n"
    )
    assert _answers(read(page)) == EXPECTED


def test_a_csv_with_notes_above_it_and_comments_beside_the_answers(read):
    page = (
        "# Our survey, with thanks\n# Sent in May\ncandidate;party;Q1 Will you mend the path?;Q1 comments\n"
        "Ann Body;Green;Yes;This year\nBo Ng;Labour;-;It costs too much\n"
    )
    assert [(a.speaker, a.quote.text) for a in read(page).answers] == [
        ("Ann Body", "Yes;This year"),
        ("Bo Ng", "It costs too much"),
    ]


def test_a_table_of_a_web_page_reads_like_one_of_markdown(read):
    page, _ = html_text(
        "<table><tr><th>Question</th><th>Ann Body (Green)</th><th>Bo Ng (Labour)</th></tr>"
        "<tr><td>Will you mend the path?</td><td>Yes.</td><td>No.</td></tr>"
        "<tr><td>Will you light it?</td><td></td><td>In <b>May</b>.</td></tr></table>"
    )
    assert [row[:3] for row in _answers(read(page))] == [row[:3] for row in EXPECTED]


def test_a_table_that_only_lays_out_a_page_is_paragraphs():
    text, _ = html_text("<table><tr><td><p>One.</p><p>Two.</p></td><td>Three.</td></tr></table>")
    assert text == "One.\n\nTwo.\n\nThree.\n"


def test_a_number_alone_on_its_line_and_the_question_below_it(read):
    page = (
        "Name: Ann Body\nParty: Green\n\nQuestion 1\nWill you mend the path?\n\nAnswer\nYes.\n\n"
        "Question 2\nWill you light it?\n\nAnswer\nNot yet.\n"
    )
    assert [(a.ask.number, a.ask.title, a.speaker, a.quote.text) for a in read(page).answers] == [
        ("1", "Will you mend the path?", "Ann Body", "Yes."),
        ("2", "Will you light it?", "Ann Body", "Not yet."),
    ]


def test_a_page_with_questions_below_their_numbers_is_a_questionnaire(read):
    page = "Ann Body\n\nParty\n\nLabour\n\n" + "".join(
        f"### Question {n}\n\n*Will you mend {what}?*\n\n{words}\n\n"
        for n, what, words in [
            (1, "the lamps", "Every one of them."),
            (2, "the path", "A man told me: “It is dark.”"),
            (3, "the wall", "The candidate left this question blank."),
        ]
    )
    reading = read(page)
    assert reading.kind.value == "questionnaire"
    assert [a.quote.text for a in reading.answers][:2] == [
        "Every one of them.",
        "A man told me: “It is dark.”",
    ]


def test_words_below_a_bold_line_inside_an_answer_are_unread_and_told(read):
    reading = read(
        "Name: Ann Body\nParty: Green\n\n1. Will you light the path?\n\nI will.\n\n**Lamps first**\n\n"
        "Nobody comes in the dark.\n\n2. Will you plant an orchard?\n\nYes.\n"
    )
    assert [a.quote.text for a in reading.answers] == ["I will.", "Yes."]
    text = reading.document.text
    assert [text[s.start : s.end] for s in reading.unread] == ["Nobody comes in the dark."]
    assert [(w.line, w.what) for w in reading.warnings] == [
        (10, "words below a line that heads them")
    ]


@pytest.mark.parametrize(
    "count",
    [" (4 words)", "\n[Word count: 4]", "\n\n**(4 words)**", "\n\n4 words", " Word count: 4"],
)
def test_the_count_of_words_that_a_form_prints_is_none_of_the_answers_words(read, count):
    reading = read(
        f"Name: Ann Body\n\n1. Will you plant trees?\n\nYes, forty a year.{count}\n\n"
        "2. Will you mend the weir?\n\nI can say that in 4 words\n"
    )
    assert [a.quote.text for a in reading.answers] == [
        "Yes, forty a year.",
        "I can say that in 4 words",
    ]
    assert not reading.unread
