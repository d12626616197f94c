"""What marks a document as a questionnaire."""

from collections.abc import Iterator

from civicpledge.model.sources import Document
from civicpledge.readers.lines import Line
from civicpledge.readers.questionnaire_form import Form, Part, is_name_key, is_party_key
from civicpledge.readers.questionnaire_heads import looks_like_table
from civicpledge.readers.questionnaire_people import is_mail
from civicpledge.readers.questionnaire_questions import asks, form_lines
from civicpledge.readers.questionnaire_sections import form_of_lines

_MANY = 3


def signs(document: Document) -> tuple[str, ...]:
    """List what marks *document* as a questionnaire, a line a sign."""
    if looks_like_table(document.text):
        row = "a row a person and a column a question, as a web form exports it"
        return (row, "the first row holds questions", "every row is as long as the first", row, row)
    lines = form_lines(document.text)
    form = form_of_lines(lines, document.text)
    return (*_signs_of_fields(form), *_signs_of_questions(lines, form), *_signs_of_people(form))


def _signs_of_fields(form: Form) -> Iterator[str]:
    keys = [made.key for made in form.fields.values()]
    if any(is_name_key(key) for key in keys):
        yield "a header field gives the candidate's name"
    if sum(is_name_key(key) for key in keys) > 1:
        yield "several do, a form each"
    if any(is_party_key(key) for key in keys):
        yield "a header field gives the party"
    if Part.STATEMENT in form.parts:
        yield "a prompt invites a statement"


def _signs_of_questions(lines: tuple[Line, ...], form: Form) -> Iterator[str]:
    questions = [i for i, part in enumerate(form.parts) if part is Part.QUESTION]
    named = form.people or any(is_name_key(made.key) for made in form.fields.values())
    asking = [i for i in questions if "?" in lines[i].bare or asks(lines, i, form.words.get(i, 0))]
    if not asking and not named:
        return
    behind = ([p for p in form.parts[i + 1 : i + 9] if p is not Part.MORE] for i in questions)
    answered = sum(parts[:1] == [Part.TEXT] for parts in behind)
    if len(questions) >= _MANY and answered * 2 > len(questions):
        yield f"{len(questions)} questions, most with text directly below them"
    if questions and is_mail(lines):
        yield "the head of an e-mail stands above the questions"
    if sum(i in form.numbers for i in questions) >= _MANY:
        yield "the questions are numbered"
    words = [lines[i].bare.casefold() for i in questions]
    if len(words) > len(set(words)) > 1:
        yield "the same questions come again"


def _signs_of_people(form: Form) -> Iterator[str]:
    if len({who.name for who in form.people.values()}) > 1:
        yield "each name stands over answers to the same questions"
        yield "several names do"
    elif form.people:
        yield "a line says whose answers these are"
    elif form.respondent is not None:
        yield "a letter, or the head of the page, names who answers"
    if form.replies:
        yield "the answers have the numbers of the questions"
    if any(len(reply.numbers) > 1 for reply in form.replies.values()):
        yield "some have those of two"
    if form.people and form.transcript:
        yield "Q and A mark who asks and who answers"
        yield "the page names who answers beside them"
