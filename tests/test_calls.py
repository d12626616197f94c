"""A call given the wrong kind of thing says so, and what was likely meant."""

import pickle
from pathlib import Path

import pytest

import civicpledge as cp
from civicpledge.calls import explaining

REAL = cp.load_dataset("west-midlands-2021")
BOARD = cp.score(REAL)
READING = cp.parse(cp.read_document("examples/assembly.txt"))
ROSTER = cp.read_roster("examples/roster.csv")
REMITS = cp.read_remits("examples/remits.csv")


@pytest.mark.parametrize(
    ("call", "argument", "hint"),
    [
        (lambda: cp.parse("Some text."), "document", "Document.from_text(text, source="),
        (lambda: cp.parse(Path("page.txt")), "document", "read_document(path)"),
        (lambda: cp.resolve(READING.document, ROSTER, remits=REMITS), "reading", "parse(document)"),
        (lambda: cp.resolve(READING, "roster.csv", remits=REMITS), "roster", "read_roster(path)"),
        (lambda: cp.resolve(ROSTER, READING, remits=REMITS), "reading", "the other way round"),
        (lambda: cp.score("west-midlands-2021"), "dataset", "load_dataset(name)"),
        (lambda: cp.score(READING), "dataset", "resolve(reading, roster"),
        (lambda: cp.robustness(BOARD), "dataset", "board.dataset"),
        (lambda: cp.score(REAL, "strict"), "rubric", "Rubric(name=...)"),
        (lambda: cp.compare(["andy-street", "liam-byrne"]), "dataset", ""),
        (lambda: cp.compare(REAL, ["andy-street", "liam-byrne"]), "who", "one by one"),
        (lambda: cp.compare(REAL, *REAL.candidates[:2]), "who", "its identifier"),
        (lambda: cp.dump("a.json", REAL), "dataset", "the other way round"),
        (lambda: cp.verify(READING.document, REAL), "dataset", "the other way round"),
        (lambda: cp.code_response(REAL.responses[0]), "text", "response.text"),
        (lambda: cp.code_response(READING.answers[0]), "text", "answer.quote.text"),
        (lambda: cp.coder_agreement(REAL), "codings", "dataset.codings"),
        (lambda: cp.load(REAL), "path", ""),
        (lambda: cp.Document.from_text("Text.", source="page"), "source", ""),
    ],
)
def test_a_slip_of_the_hand_is_told_with_what_was_meant(call, argument, hint):
    with pytest.raises(cp.WrongKindError) as caught:
        call()
    assert caught.value.argument == argument
    assert hint in caught.value.hint
    assert isinstance(caught.value, TypeError)


def test_nothing_that_was_given_is_repeated():
    with pytest.raises(cp.WrongKindError) as caught:
        cp.parse("Ann Ash said so.")
    assert "Ash" not in str(caught.value)


def test_a_failure_of_another_cause_stays_what_it_is():
    @explaining
    def fails(text: str) -> None:
        raise AttributeError(text)

    with pytest.raises(AttributeError, match="mine"):
        fails("mine")
    with pytest.raises(TypeError, match="missing 1 required"):
        cp.changes(REAL)
    with pytest.raises(cp.UnknownIdError):
        cp.compare(REAL, "nobody", "liam-byrne")


def test_what_works_with_another_kind_goes_on_working():
    @explaining
    def count(text: str) -> int:
        return len(text)

    assert count(["one", "two"]) == 2


def test_the_names_of_the_front_door_travel_to_other_processes():
    assert pickle.loads(pickle.dumps(cp.code_response)) is cp.code_response
