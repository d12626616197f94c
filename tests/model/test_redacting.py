"""Taking a person out: no word and no name of theirs is left, and every count and score is what it was."""

import datetime
import json
import re

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from civicpledge.comparison.changes import changes
from civicpledge.datasets import dataset_names, load_dataset
from civicpledge.errors import UnknownIdError
from civicpledge.jsonio import dumps, loads
from civicpledge.model.asks import Ask, Power, Remit, Round
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Basis, Coding, Finding, Stance
from civicpledge.model.ids import digest
from civicpledge.model.people import Candidate, Contest, Office, Person
from civicpledge.model.redacting import MARK
from civicpledge.model.responses import Decision, DecisionKind, Named, Response
from civicpledge.model.sources import Source
from civicpledge.scoring.scoreboard import score
from civicpledge.strategies import datasets

WORDS = "I, Ann Ash, will build 300 homes."


def coding(response: str, words: str, stance: Stance) -> Coding:
    return Coding(
        id=f"{response}.jane",
        response=response,
        ask="page.1",
        coder="jane",
        date=datetime.date(2021, 6, 1),
        finding=Finding(stance=stance, basis=Basis.JUDGED, reason=f"“{words}” is plain."),
        note=words,
        digest=digest(words),
    )


@pytest.fixture
def page() -> Dataset:
    """A page on which Ann Ash answers, Bo Ashe answers and mentions her, and a ruling is about her."""
    contest = "mayor.x.2021-05-06"
    about_her = "Unlike Ann ASH I will, and ash trees stay."
    text = f"""{{"format": "civicpledge", "version": 1,
        "offices": [{{"id": "mayor.x", "title": "Mayor"}}],
        "contests": [{{"id": "{contest}", "office": "mayor.x"}}],
        "people": [
            {{"id": "ann-ash", "name": "Ann Ash", "aliases": ["Cllr Ash"],
              "identifiers": [{{"scheme": "register", "value": "12345"}}]}},
            {{"id": "bo-ashe", "name": "Bo Ashe"}}],
        "candidates": [
            {{"id": "{contest}.ann-ash", "person": "ann-ash", "contest": "{contest}", "name": "Ann Ash"}},
            {{"id": "{contest}.bo-ashe", "person": "bo-ashe", "contest": "{contest}", "name": "Bo Ashe"}}],
        "rounds": [{{"id": "page", "title": "A page", "contests": ["{contest}"],
            "field": ["{contest}.ann-ash", "{contest}.bo-ashe"]}}],
        "asks": [{{"id": "page.1", "round": "page", "title": "Plant ash trees"}}],
        "remits": [{{"ask": "page.1", "office": "mayor.x", "power": "decides"}}],
        "sources": [{{"id": "ash-letter", "title": "Ann Ash writes", "author": "Ann Ash",
            "url": "https://example.org/ann-ash"}}]}}"""
    empty = loads(text)
    said = (
        Response(
            id="page.1.ann-ash",
            round="page",
            answers=("page.1",),
            attribution=Named(
                person="ann-ash", candidate=f"{contest}.ann-ash", name_as_printed="Ms A. Ash"
            ),
            text=WORDS,
            source="ash-letter",
        ),
        Response(
            id="page.1.bo-ashe",
            round="page",
            answers=("page.1",),
            attribution=Named(
                person="bo-ashe", candidate=f"{contest}.bo-ashe", name_as_printed="Bo Ashe"
            ),
            text=about_her,
            source="ash-letter",
        ),
    )
    codings = (
        coding("page.1.ann-ash", WORDS, Stance.COMMITTED),
        coding("page.1.bo-ashe", about_her, Stance.SUPPORTIVE),
    )
    ruling = Decision(
        kind=DecisionKind.NAME,
        subject="Annie of the Ashes",
        choice="ann-ash",
        by="jane",
        date=datetime.date(2021, 6, 1),
        reason="Annie is what her mother calls her.",
    )
    return evolve(empty, responses=said, codings=codings, decisions=(ruling,))


def test_no_name_no_number_and_no_word_of_theirs_is_left(page):
    text = (
        dumps(page.redact("ann-ash")).replace("Plant ash trees", "").replace("ash trees stay", "")
    )
    for gone in ("Ann", "ANN", "Annie", "ann-ash", "12345", "300 homes", "Cllr", "example.org"):
        assert gone not in text
    assert "Ash " not in text
    assert "Ashes" not in text


def pseudonym(redacted: Dataset) -> str:
    (found,) = (p.id for p in redacted.people if p.name == "Redacted 1")
    return found


def test_the_person_has_one_pseudonym_in_every_identifier(page):
    redacted = page.redact("ann-ash")
    who = pseudonym(redacted)
    assert re.fullmatch(r"redacted-[0-9a-f]{8}", who)
    candidate = f"mayor.x.2021-05-06.{who}"
    assert {p.id for p in redacted.people} == {"bo-ashe", who}
    assert redacted.candidate(who).id == candidate
    assert redacted.round("page").field == (candidate, "mayor.x.2021-05-06.bo-ashe")
    assert redacted.response(f"page.1.{who}").attribution.person == who
    assert redacted.coding(f"page.1.{who}.jane").response == f"page.1.{who}"
    assert redacted.source(f"{who}-letter").url is None
    assert redacted.decisions[0].choice == who


def test_their_words_become_a_mark_and_their_codings_are_of_the_mark(page):
    redacted = page.redact("ann-ash")
    response = f"page.1.{pseudonym(redacted)}"
    held = redacted.coding(f"{response}.jane")
    assert redacted.response(response).text == MARK
    assert (held.digest, held.finding.stance, held.note) == (digest(MARK), Stance.COMMITTED, None)


def test_people_taken_out_of_two_years_are_never_taken_for_one():
    """Ann asks to be taken out of the page of 2021, Bo out of that of 2024; both stood in both years."""
    early, late = year(2021).redact("ann-ash"), year(2024).redact("bo-birch")
    both = early.combine(late)
    assert sorted(p.name for p in both.people) == [
        "Ann Ash",
        "Bo Birch",
        "Redacted 1",
        "Redacted 1",
    ]
    assert {
        len(changes(early, late, links={"r2021.1": "r2024.1"})),
        len(changes(early, early)),
    } == {
        0,
        2,
    }


def test_one_redaction_is_the_same_each_time_and_unites_with_parts_of_itself():
    whole = year(2021).combine(year(2024)).redact("ann-ash")
    assert whole == year(2024).combine(year(2021)).redact("ann-ash")
    parts = [whole.select(round=r.id) for r in whole.rounds]
    assert parts[0].combine(parts[1]) == whole


def year(number: int) -> Dataset:
    """A round of one ask that Ann and Bo both answered."""
    held, contest = f"r{number}", f"mayor.x.{number}-05-06"
    people = (Person(id="ann-ash", name="Ann Ash"), Person(id="bo-birch", name="Bo Birch"))
    candidates = tuple(
        Candidate(id=f"{contest}.{p.id}", person=p.id, contest=contest, name=p.name) for p in people
    )
    return Dataset(
        offices=(Office(id="mayor.x", title="Mayor"),),
        contests=(Contest(id=contest, office="mayor.x"),),
        people=people,
        candidates=candidates,
        rounds=(
            Round(id=held, title="R", contests=(contest,), field=tuple(c.id for c in candidates)),
        ),
        asks=(Ask(id=f"{held}.1", round=held, title="Homes"),),
        remits=(Remit(ask=f"{held}.1", office="mayor.x", power=Power.DECIDES),),
        sources=(Source(id=f"page-{number}", title="A page"),),
        responses=tuple(
            Response(
                id=f"{held}.1.{c.person}",
                round=held,
                answers=(f"{held}.1",),
                attribution=Named(person=c.person, candidate=c.id),
                text="Yes.",
                source=f"page-{number}",
            )
            for c in candidates
        ),
    )


def test_other_people_keep_their_names_and_their_words_but_for_hers(page):
    redacted = page.redact("ann-ash")
    assert redacted.person("bo-ashe") == Person(id="bo-ashe", name="Bo Ashe")
    words = redacted.response("page.1.bo-ashe").text
    assert words == "Unlike ███ ███ I will, and ash trees stay."
    assert redacted.coding("page.1.bo-ashe.jane").digest == digest(words)
    assert redacted.ask("1" if page.asks[0].number else "page.1").title == "Plant ash trees"


def test_a_second_person_gets_the_next_number(page):
    both = page.redact("ann-ash").redact("bo-ashe")
    assert sorted(p.name for p in both.people) == ["Redacted 1", "Redacted 2"]
    assert len({p.id for p in both.people}) == 2
    with pytest.raises(UnknownIdError):
        both.redact("ann-ash")


@pytest.mark.parametrize("name", dataset_names())
def test_every_score_of_a_bundled_dataset_stays(name):
    dataset = load_dataset(name)
    board = score(dataset)
    for person in dataset.people:
        redacted = dataset.redact(person.id)
        again = score(redacted)
        for old in dataset.candidates:
            own = old.person == person.id
            new = f"{old.contest}.{pseudonym(redacted)}" if own else old.id
            before, after = board[old.id], again[new]
            for figure in ("low", "high", "of_answered", "due", "answered", "coded"):
                assert getattr(after, figure) == getattr(before, figure)


@pytest.mark.parametrize("name", dataset_names())
def test_no_full_name_of_a_bundled_person_is_left(name):
    dataset = load_dataset(name)
    for person in dataset.people:
        text = json.dumps(json.loads(dumps(dataset.redact(person.id))), ensure_ascii=False)
        assert person.name not in text
        assert f'.{person.id}"' not in text


def tally(dataset: Dataset) -> list[tuple[object, ...]]:
    """What every cell counts, without any identifier."""
    return sorted(
        (
            str(dataset.ask(cell.ask).number),
            cell.due,
            str(cell.absence),
            [
                sorted(
                    (c.coder, str(c.date), c.part is None, c.finding.stance, c.finding.alternatives)
                    for c in cell.codings
                    if c.response == said.id
                )
                for said in cell.responses
            ],
        )
        for cell in dataset.cells()
    )


@given(datasets(), st.data())
def test_every_count_and_every_stance_stays(dataset, data):
    person = data.draw(st.sampled_from([p.id for p in dataset.people]))
    assert tally(dataset.redact(person)) == tally(dataset)
