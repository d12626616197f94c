"""Tables of answers as forms export them and as campaigns keep them: comments, consent, parties."""

import pytest

import civicpledge as cp
from civicpledge.readers.questionnaire_columns import Column, asked_of, columns_of

FORM = """Timestamp,Email Address,Full name,Which party or group are you standing for?,Which ward are you \
standing in?,Do you support slower streets?,Please give reasons for your answer,Will you close Mill Lane?,\
Comments,May we publish your answers?,Anything else?,How did you hear of us?
2031/03/02 9:12:33 am GMT,a@x.example,Ann Body,Green,Canal,Yes,I walk,Yes,,I agree,See you there,A friend
2031/03/03 7:40:01 pm GMT,b@x.example,Bo Ng,Labour,Canal,Not sure,Show me figures,N/A,n/a,No,,Your leaflet
2031/03/04 8:40:01 pm GMT,c@x.example,Cy Dale,Independent,Quay,No,N/A,No,"The shops, yes",I agree,,Other
"""


def said(reading):
    return [
        (a.ask.title if a.ask else None, a.speaker, a.party, a.quote.text) for a in reading.answers
    ]


def test_what_a_form_needs_for_itself_is_neither_asked_nor_answered(read):
    reading = read(FORM)
    slower, close = "Do you support slower streets?", "Will you close Mill Lane?"
    assert [ask.title for ask in reading.asks] == [slower, close]
    assert said(reading) == [
        (slower, "Ann Body", "Green", "Yes,I walk"),
        (close, "Ann Body", "Green", "Yes"),
        (None, "Ann Body", "Green", "See you there"),
        (slower, "Bo Ng", "Labour", "Not sure,Show me figures"),
        (slower, "Cy Dale", "Independent", "No"),
        (close, "Cy Dale", "Independent", 'No,"The shops, yes'),
    ]
    assert [(a.name, a.ask.title) for a in reading.absences] == [("Bo Ng", close)]


def test_what_a_candidate_agrees_to_for_the_form_is_no_answer_to_an_ask(read):
    reading = read(
        "Full name,I agree to my answers being published,GDPR consent,I accept the privacy notice,"
        "Do you agree that your council should publish its rents?\n"
        "Ann Body,Yes,Yes,Yes,No\nBo Ng,Yes,Yes,Yes,Yes\n"
    )
    rents = "Do you agree that your council should publish its rents?"
    assert said(reading) == [
        (rents, "Ann Body", None, "No"),
        (rents, "Bo Ng", None, "Yes"),
    ]


def test_a_trial_of_the_form_is_nobodys_answer_and_is_told(read):
    reading = read(
        "Name,Party,Will you mend the path?\nTest Test,Test,yes\ntest 2,,no\n"
        "Ann Test,Green,Yes\nTessa Testing,Labour,No\n"
    )
    assert [(a.speaker, a.quote.text) for a in reading.answers] == [
        ("Ann Test", "Yes"),
        ("Tessa Testing", "No"),
    ]
    assert [(w.line, w.what) for w in reading.warnings if "trial" in w.why] == [
        (2, "a row"),
        (3, "a row"),
    ]


def test_comments_behind_the_last_question_alone_are_on_the_whole_form(read):
    reading = read(
        "Name,Party,Will you mend the path?,Will you light it?,Comments\n"
        "Ann Body,Green,Yes,Yes,Good luck\nBo Ng,Labour,No,Yes,\n"
    )
    assert said(reading)[:3] == [
        ("Will you mend the path?", "Ann Body", "Green", "Yes"),
        ("Will you light it?", "Ann Body", "Green", "Yes"),
        (None, "Ann Body", "Green", "Good luck"),
    ]


def test_topics_are_questions_where_the_cells_below_them_choose(read):
    reading = read(
        "Candidate,Party,Response received?,Votes,Slower streets,Night buses\n"
        "Ann Body,Green,Yes,812,✓,Yes\nBo Ng,Labour,Yes,2044,✗,Yes - from May\n"
    )
    assert said(reading) == [
        ("Slower streets", "Ann Body", "Green", "✓"),
        ("Night buses", "Ann Body", "Green", "Yes"),
        ("Slower streets", "Bo Ng", "Labour", "✗"),
        ("Night buses", "Bo Ng", "Labour", "Yes - from May"),
    ]


def test_a_column_a_person_with_their_comments_and_a_row_of_parties(read):
    reading = read(
        "No.,Question,Ann Body,Ann Body comments,Bo Ng,Comments\n"
        ",Party,Green,,Labour,\n,Ward,Canal,,Quay,\n"
        "1,Will you mend the path?,Yes,In May,No,n/a\n"
        "2,Anything else you would like to say?,,,Vote for me,\n"
    )
    assert said(reading) == [
        ("Will you mend the path?", "Ann Body", "Green", "Yes,In May"),
        ("Will you mend the path?", "Bo Ng", "Labour", "No"),
        (None, "Bo Ng", "Labour", "Vote for me"),
    ]
    assert reading.unread == ()


def test_a_column_a_party_has_answers_of_the_party_and_of_no_person(read):
    reading = read("Question,Green Party,Labour\nWill you mend the path?,Yes,No\n")
    assert [row[1:] for row in said(reading)] == [
        (None, "Green Party", "Yes"),
        (None, "Labour", "No"),
    ]


def test_a_roster_is_no_table_of_answers():
    assert asked_of(["Name", "Party", "Ward"]) is None
    columns = columns_of(["Name", "Party", "Votes"], [["Ann Body", "Green", "812"]])
    assert columns == (Column.NAME, Column.PARTY, Column.OTHER)


@pytest.mark.parametrize(
    ("title", "column"),
    [
        ("Which ward are you standing in?", Column.OTHER),
        ("Do you support the new ward boundaries?", Column.ASK),
        ("May we publish your reply?", Column.OTHER),
        ("Will you publish an annual report?", Column.ASK),
        ("Which party are you standing for?", Column.PARTY),
        ("Do you consent to the processing of your data?", Column.OTHER),
        ("Why are you standing for election here?", Column.PROMPT),
        ("Q3 Will you plant trees?", Column.ASK),
    ],
)
def test_a_title_tells_what_its_column_holds(title, column):
    assert columns_of(["Name", title]) == (Column.NAME, column)


def test_columns_with_the_numbers_of_listed_questions_are_short_for_them_in_every_table(read):
    table = (
        "| Candidate | Party | Q1 | Q2 |\n|---|---|---|---|\n"
        "| {who} | Labour | 🟢 Yes, all of them. | ⚪ No response |\n"
    )
    page = (
        "# Survey\n\n## What we asked\n\n1. Will you mend the lamps?\n2. Will you light the path?\n\n"
        f"## The grid\n\n{table.format(who='Ann Body')}\n### Late\n\n{table.format(who='Bo Ng')}"
    )
    reading = read(page)
    assert [(a.number, a.title) for a in reading.asks] == [
        ("1", "Will you mend the lamps?"),
        ("2", "Will you light the path?"),
    ]
    assert [(a.ask.number, a.speaker, a.quote.text) for a in reading.answers] == [
        ("1", "Ann Body", "🟢 Yes, all of them."),
        ("1", "Bo Ng", "🟢 Yes, all of them."),
    ]
    assert [(a.name, a.ask.number) for a in reading.absences] == [("Ann Body", "2"), ("Bo Ng", "2")]


def test_a_row_of_totals_is_nobodys(read):
    table = (
        "Name,Party,Will you light the path?\nAnn Body,Green,Yes\nBo Ng,Labour,No\nTotal,,1 yes\n"
    )
    reading = read(table)
    assert [a.speaker for a in reading.answers] == ["Ann Body", "Bo Ng"]
    assert reading.unread == ()


def test_somebody_called_sum_is_no_total(read):
    reading = read("First name,Last name,Will you light the path?\nSum,Tarn,Yes\nBo,Ng,No\n")
    assert [a.speaker for a in reading.answers] == ["Sum Tarn", "Bo Ng"]


ANSWERS = "| Question | Answer |\n| --- | --- |\n| Will you mend it? | {} |\n| Will you light it? | No |\n"


def test_questions_beside_answers_are_those_of_the_name_above_the_table(read):
    reading = read(
        f"# Ann Body, Green\n\n{ANSWERS.format('Yes')}\n## Bo Ng (Labour)\n\n{ANSWERS.format('Never')}"
    )
    assert [ask.title for ask in reading.asks] == ["Will you mend it?", "Will you light it?"]
    assert [row[1:] for row in said(reading)] == [
        ("Ann Body", "Green", "Yes"),
        ("Ann Body", "Green", "No"),
        ("Bo Ng", "Labour", "Never"),
        ("Bo Ng", "Labour", "No"),
    ]


def test_questions_beside_answers_below_prose_are_answered_by_nobody(read):
    reading = read(f"We asked everybody.\n\n{ANSWERS.format('Yes')}")
    assert [a.speaker for a in reading.answers] == [None, None]
    assert [w.why for w in reading.warnings] == ["gives no name"]


def test_a_form_with_a_field_a_row_has_no_fields_for_speakers(read):
    reading = read(
        "Field,Value\nName,Ann Body\nParty,Green\nWill you mend the path?,Yes\nWill you light it?,No\n"
    )
    assert {a.speaker for a in reading.answers} <= {None, "Ann Body"}
    assert "Ann Body" not in [ask.title for ask in reading.asks]


def test_titles_that_are_numbers_are_spelled_out_below_the_table():
    page = (
        "| Candidate | Q1 | Q2 |\n| --- | --- | --- |\n| Ann Body | Y | N |\n| Bo Ng | N | Y |\n\n"
        "Q1: Will you keep the lido?\n\nQ2: Will you light the quay?\n"
    )
    reading = cp.parse(cp.Document.from_text(page, source=cp.Source(id="page", title="Page")))
    assert [ask.title for ask in reading.asks] == [
        "Will you keep the lido?",
        "Will you light the quay?",
    ]
    assert not reading.unread
