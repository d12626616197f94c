"""The real questionnaire, counted by hand; skipped where it is not at hand."""

import pytest

from civicpledge.model.asks import AskForm
from civicpledge.model.sources import Document, Source
from civicpledge.readers import parse
from civicpledge.readers.reading import Reading

QUESTIONS = [11, 15, 23, 29, 33, 37]
# First and last line of each answer, the open statement's last.
ANSWERS = [(13, 13), (17, 21), (25, 27), (31, 31), (35, 35), (39, 39), (43, 49)]


@pytest.fixture(scope="module")
def form(seeds) -> Reading:
    (path,) = seeds.glob("004_*.txt")
    text = path.read_text(encoding="utf-8")
    return parse(Document.from_text(text, source=Source(id="form", title="A form")))


def test_the_header_has_four_fields(form):
    assert form.kind == "questionnaire"
    assert [key for key, _ in form.header] == ["Mayoral Area", "Party", "Candidate name", "Twitter"]


def test_six_asks_and_seven_answers_of_one_speaker(form):
    lines = [form.document.line_of(ask.quote.span.start) for ask in form.asks]
    assert lines == QUESTIONS
    assert [ask.number for ask in form.asks] == list("123456")
    assert [ask.form for ask in form.asks] == [AskForm.OPEN, *[AskForm.WILL_YOU] * 5]
    name, party = dict(form.header)["Candidate name"], dict(form.header)["Party"]
    assert {(a.speaker, a.party) for a in form.answers} == {(name, party)}


def test_answers_go_on_over_paragraphs_and_a_page_break(form):
    document = form.document
    found = [
        (document.line_of(a.quote.span.start), document.line_of(a.quote.span.end - 1))
        for a in form.answers
    ]
    assert found == ANSWERS


def test_the_open_statement_answers_no_ask(form):
    statement = form.answers[-1]
    assert statement.ask is None
    assert statement.prompt is not None
    assert form.document.line_of(statement.prompt.span.start) == 41
    assert form.unread == ()
