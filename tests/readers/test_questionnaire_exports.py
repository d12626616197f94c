"""Tables as survey tools and spreadsheets save them: what is private, ragged, doubled or set ahead."""

import pytest

from civicpledge.readers.questionnaire_columns import Column, columns_of

SLOWER, CLOSE = "Do you support slower streets?", "Will you close Mill Lane?"


def said(reading):
    return [
        (a.ask.title if a.ask else None, a.speaker, a.party, a.quote.text) for a in reading.answers
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Comments on slower streets", "Comments on Mill Lane"),
        ("Comments", "Comments"),
        ("Please give reasons", "Please give reasons"),
    ],
)
def test_comments_that_stand_before_their_question_are_on_the_question_behind(read, first, second):
    reading = read(
        f"Name,Party,{first},{SLOWER},{second},{CLOSE}\n"
        "Ann Body,Green,I walk,Yes,Not yet,No\nBo Ng,Labour,,No,The shops,Yes\n"
    )
    assert said(reading) == [
        (SLOWER, "Ann Body", "Green", "I walk,Yes"),
        (CLOSE, "Ann Body", "Green", "Not yet,No"),
        (SLOWER, "Bo Ng", "Labour", "No"),
        (CLOSE, "Bo Ng", "Labour", "The shops,Yes"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [("Comments on Q1", "Comments on Q2"), ("Notes on streets", "Reasons for Mill Lane")],
)
def test_comments_gathered_behind_all_questions_are_on_the_one_they_name(read, first, second):
    reading = read(
        f"Name,Q1 {SLOWER},Q2 {CLOSE},{first},{second}\nAnn Body,Yes,No,I walk,\n"
        "Bo Ng,No,n/a,,Ask the shops\n"
    )
    assert [(a.ask.number, a.speaker, a.quote.text) for a in reading.answers] == [
        ("1", "Ann Body", "Yes"),
        ("1", "Ann Body", "I walk"),
        ("2", "Ann Body", "No"),
        ("1", "Bo Ng", "No"),
        ("2", "Bo Ng", "Ask the shops"),
    ]
    assert reading.unread == ()


@pytest.mark.parametrize(
    "title",
    [
        "What is your email address?",
        "Please enter your phone number",
        "What is your postcode?",
        "How old are you?",
        "Which ward are you in?",
        "Please provide your contact details in case we need to reach you",
    ],
)
def test_what_is_private_is_neither_asked_nor_answered(title):
    assert columns_of(["Name", title]) == (Column.NAME, Column.OTHER)


@pytest.mark.parametrize(
    "title", ["What is your position on the bypass?", "What is your plan for Mill Lane?"]
)
def test_what_is_asked_of_a_candidate_stays_a_question(title):
    assert columns_of(["Name", title]) == (Column.NAME, Column.ASK)


def test_a_name_asked_for_in_a_sentence_is_the_name_and_an_agents_is_not(read):
    reading = read(
        f"Timestamp,Agent name,What is your full name?,What party do you represent?,{CLOSE}\n"
        "2031/03/02,Dot Mead,Ann Body,Green,Yes\n2031/03/03,Ed Lock,Bo Ng,Labour,No\n"
    )
    assert said(reading) == [
        (CLOSE, "Ann Body", "Green", "Yes"),
        (CLOSE, "Bo Ng", "Labour", "No"),
    ]


def test_a_name_in_two_columns_and_whole_is_taken_once(read):
    table = f"First name,Last name,Full name,{CLOSE}\nAnn,Body,Ann Body,Yes\n"
    assert [a.speaker for a in read(table).answers] == ["Ann Body"]
    table = f"Name,Surname,{CLOSE}\nAnn,Body,Yes\n"
    assert [a.speaker for a in read(table).answers] == ["Ann Body"]


def test_rows_that_are_not_as_wide_as_the_first_are_told_and_the_others_read(read):
    reading = read(
        f"Name,Party,{SLOWER},{CLOSE}\nAnn Body,Green,Yes, I will,No\nBo Ng,Labour,No,Yes\n"
        'Cy Dale,Independent,"Yes" he said,No\nDi Moor,Green,No\nEd Lock,Labour,Yes,Yes\n'
        "Fay Ness,Green,No,No\n"
    )
    assert [a.speaker for a in reading.answers] == [
        name for name in ("Bo Ng", "Ed Lock", "Fay Ness") for _ in range(2)
    ]
    assert [(w.line, w.what) for w in reading.warnings] == [
        (2, "a row"),
        (4, "a row"),
        (5, "a row"),
    ]
    unread = " ".join(reading.text_of(u) for u in reading.unread)
    assert "I will" in unread
    assert "Di Moor" in unread


def test_answers_without_a_column_of_names_are_nobodys(read):
    reading = read(f"Timestamp,Email Address,{CLOSE}\n2031/03/02,a@x.example,Yes\n")
    assert said(reading) == [(CLOSE, None, None, "Yes")]
    assert [(w.line, w.why) for w in reading.warnings] == [(2, "gives no name")]
    assert all("example" not in f"{w.what} {w.why}" for w in reading.warnings)


def test_a_second_row_of_titles_is_no_person(read):
    reading = read(
        f"Respondent ID,Custom Data,Tell us who you are,,{CLOSE},,{SLOWER}\n"
        ",,Name,Email Address,Response,Other (please specify),Open-Ended Response\n"
        "1,,Ann Body,a@x.example,Yes,,I do\n2,,Bo Ng,b@x.example,Other,At night,No\n"
    )
    assert said(reading) == [
        (CLOSE, "Ann Body", None, "Yes"),
        (SLOWER, "Ann Body", None, "I do"),
        (CLOSE, "Bo Ng", None, "Other,At night"),
        (SLOWER, "Bo Ng", None, "No"),
    ]
    assert (reading.warnings, reading.unread) == ((), ())


def test_words_below_no_title_are_told_and_a_question_that_comes_twice(read):
    reading = read(f"Name,,{CLOSE},{CLOSE}\nAnn Body,by post,Yes,No\n")
    assert [a.quote.text for a in reading.answers] == ["Yes", "No"]
    assert [reading.text_of(u) for u in reading.unread] == [",by post,"]
    assert [(w.what, w.why) for w in reading.warnings] == [
        ("a column", "has words and no title, and is not read"),
        ("a column", "asks what another asks too"),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_byte_order_mark_semicolons_and_quoted_newlines_are_read(read, newline):
    rows = (
        f"\ufeffName;Party;{CLOSE}",
        'Ann Body;Green;"No;',
        "never",
        'really"',
        "Bo Ng;Labour;Yes",
    )
    reading = read(newline.join(rows))
    assert [(a.speaker, a.quote.text) for a in reading.answers] == [
        ("Ann Body", "No;\nnever\nreally"),
        ("Bo Ng", "Yes"),
    ]


def test_a_row_of_long_answers_does_not_hide_that_it_is_a_table(read):
    long = "We walk to the quay. " * 2000
    reading = read(f"Name,{SLOWER},{CLOSE}\nAnn Body,{long},No\n")
    assert [len(a.quote.text) for a in reading.answers] == [len(long.strip()), 2]


FORM = """
| Field | Value |
|---|---|
| Timestamp | 3 May, 10:14 |
| First name | Ann |
| Last name | Body |
| Party | Green |
| E-mail | ann@example.org |
| Will you plant forty trees a year? | Yes, forty, and a hedge. |
| Will you mend the weir? | No. |
| Full name | Bo Ng (Labour) |
| Will you plant forty trees a year? | Twenty. |
| Will you mend the weir? | Yes. |
"""


def test_a_form_with_a_field_a_row_is_read_as_the_one_whom_its_fields_name(read):
    reading = read(FORM)
    assert [(ask.title) for ask in reading.asks] == [
        "Will you plant forty trees a year?",
        "Will you mend the weir?",
    ]
    assert [(a.speaker, a.party, a.ask.title[-5:], a.quote.text) for a in reading.answers] == [
        ("Ann Body", "Green", "year?", "Yes, forty, and a hedge."),
        ("Ann Body", "Green", "weir?", "No."),
        ("Bo Ng", "Labour", "year?", "Twenty."),
        ("Bo Ng", "Labour", "weir?", "Yes."),
    ]
    assert not reading.warnings


@pytest.mark.parametrize("head", ["Name,Ann Body", "Candidate,Ann Body,Bo Ng"])
def test_a_first_row_may_name_whoever_answers_below(read, head):
    people = head.split(",")[1:]
    row = ",".join(["Yes."] * len(people))
    reading = read(f"{head}\nWill you plant trees?,{row}\nWill you mend the weir?,{row}\n")
    assert [a.speaker for a in reading.answers] == people * 2


def test_a_form_with_a_field_a_row_that_names_nobody_says_so(read):
    reading = read("Field,Value\nWill you plant trees?,Yes.\nWill you mend the weir?,No.\n")
    assert [a.speaker for a in reading.answers] == [None, None]
    assert [w.why for w in reading.warnings] == ["gives no name"]


def test_a_row_that_asks_for_more_goes_on_with_the_question_above_it(read):
    reading = read(
        "Field,Value\nStatus,Complete\nFirst name,Ann\nSurname,Body\nParty or grouping,Green\n"
        "Local electoral area,Low Mill\n1. Will you plant trees?,Yes\n"
        "Please tell us more (optional),Forty a year.\n2. Will you mend the weir?,-\n"
        "Internal note,rang on Monday\n"
    )
    assert [(a.speaker, a.party, a.ask.number, a.quote.text) for a in reading.answers] == [
        ("Ann Body", "Green", "1", "Yes"),
        ("Ann Body", "Green", "1", "Forty a year."),
    ]
    assert len(reading.asks) == 2


SCORES = """
## Our asks

1. **Shade trees:** Will you double the budget for street trees?
2. **No new gas:** Will you oppose gas in new buildings of the council?

**Key:** ✓ commits

| Candidate | Group | Shade trees | No new gas |
|---|---|---|---|
| Ann Body | Green | ✓ Yes¹ | ✓ |
| Bo Ng | Labour | ✗ No | ~ Partly: not the kitchen |
| Cy Low | Independent | – | –² |
"""


def test_a_title_that_is_a_topic_of_the_list_above_stands_for_its_question(read):
    reading = read(SCORES)
    assert [(ask.number, ask.title) for ask in reading.asks] == [
        ("1", "Will you double the budget for street trees?"),
        ("2", "Will you oppose gas in new buildings of the council?"),
    ]
    assert [(a.speaker, a.ask.number, a.quote.text) for a in reading.answers] == [
        ("Ann Body", "1", "✓ Yes¹"),
        ("Ann Body", "2", "✓"),
        ("Bo Ng", "1", "✗ No"),
        ("Bo Ng", "2", "~ Partly: not the kitchen"),
    ]
    assert not reading.unread


def test_a_cell_that_says_nobody_was_reached_is_no_answer(read):
    reading = read(
        "Name,Will you mend the weir?\nAnn Body,Yes\nBo Ng,Not contacted – no phone number available\n"
    )
    assert [(a.speaker, a.quote.text) for a in reading.answers] == [("Ann Body", "Yes")]
    assert [a.name for a in reading.absences] == ["Bo Ng"]


def test_a_row_that_asks_for_more_of_a_question_that_came_before_goes_on_with_that_one(read):
    form = "Name,{}\n1. Will you plant trees?,{}\nPlease tell us more,{}\n2. Will you mend it?,No\n"
    reading = read(
        "Field,Value\n"
        + form.format("Ann Body", "Yes", "Forty.")
        + form.format("Bo Ng", "No", "Too dear.")
    )
    assert [(a.speaker, a.ask.number, a.quote.text) for a in reading.answers] == [
        ("Ann Body", "1", "Yes"),
        ("Ann Body", "1", "Forty."),
        ("Ann Body", "2", "No"),
        ("Bo Ng", "1", "No"),
        ("Bo Ng", "1", "Too dear."),
        ("Bo Ng", "2", "No"),
    ]


def test_a_question_about_parties_or_names_is_no_field_of_whoever_answers(read):
    reading = read(
        "Question,Answer\nName,Ann Body\nParty,Green\nWhich party would you work with?,Any of them\n"
        "Name your top priority,Free Buses\nWill you plant trees?,Yes\n"
    )
    assert [(a.speaker, a.party, a.quote.text) for a in reading.answers] == [
        ("Ann Body", "Green", "Any of them"),
        ("Ann Body", "Green", "Free Buses"),
        ("Ann Body", "Green", "Yes"),
    ]


def test_a_row_an_answer_is_read_as_answers_to_its_questions(read):
    table = (
        "candidate,party,question,answer\nAnn Body,Green,1. Will you plant trees?,No\n"
        "Ann Body,Green,2. Will you cut fares?,Yes\nBo Ng,Labour,1. Will you plant trees?,Yes\n"
        "Bo Ng,Labour,2. Will you cut fares?,\n"
    )
    reading = read(table)
    assert [(ask.number, ask.title) for ask in reading.asks] == [
        ("1", "Will you plant trees?"),
        ("2", "Will you cut fares?"),
    ]
    assert [(a.speaker, a.party, a.ask.number, a.quote.text) for a in reading.answers] == [
        ("Ann Body", "Green", "1", "No"),
        ("Ann Body", "Green", "2", "Yes"),
        ("Bo Ng", "Labour", "1", "Yes"),
    ]
    assert (reading.warnings, reading.unread) == ((), ())


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_cell_of_two_lines_is_one_cell_however_cells_are_parted(read, mark):
    rows = (
        ("Name", "Party", "1. Will you plant trees?", "2. Will you cut fares?"),
        ("Ann Body", "Green", '"Yes\nsoon"', "No"),
        ("Bo Ng", "Labour", "No", ""),
    )
    reading = read("\n".join(map(mark.join, rows)) + "\n")
    assert [(a.speaker, a.ask.number, a.quote.text) for a in reading.answers] == [
        ("Ann Body", "1", "Yes\nsoon"),
        ("Ann Body", "2", "No"),
        ("Bo Ng", "1", "No"),
    ]
    assert reading.warnings == ()
