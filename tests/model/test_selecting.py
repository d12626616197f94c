"""Narrowing a dataset: what stays is as it was, and refers to nothing that fell out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civicpledge.datasets import load_dataset
from civicpledge.errors import UnknownIdError
from civicpledge.model.asks import Ask, Power, Remit, Round
from civicpledge.model.cells import Cell
from civicpledge.model.dataset import Dataset
from civicpledge.model.people import Candidate, Contest, Office, Person
from civicpledge.model.responses import Absence, Claim, Contested, Response, Scope, ScopeKind
from civicpledge.model.sources import Source, Span
from civicpledge.strategies import datasets

FEW = settings(deadline=None)


def outline(cell: Cell) -> tuple[object, ...]:
    """What a cell says, without the records it says it with."""
    possible = () if cell.answered else cell.content.possible
    return (
        cell.candidate,
        cell.ask,
        cell.part,
        cell.due,
        cell.absence,
        cell.power,
        possible,
        [r.id for r in cell.responses],
        [(c.id, c.finding) for c in cell.codings],
        cell.content.adjudicated if cell.answered else None,
    )


def outlines(dataset: Dataset) -> list[tuple[object, ...]]:
    return [outline(cell) for cell in dataset.cells()]


@FEW
@given(datasets(), st.data())
def test_by_contest_the_cells_of_its_candidates_stay_as_they_were(dataset, data):
    contest = data.draw(st.sampled_from([c.id for c in dataset.contests]))
    expected = [o for o in outlines(dataset) if dataset.candidate(o[0]).contest == contest]
    assert outlines(dataset.select(contest=contest)) == expected


@FEW
@given(datasets(), st.data())
def test_by_office_the_cells_of_its_candidates_stay_as_they_were(dataset, data):
    office = data.draw(st.sampled_from([o.id for o in dataset.offices]))
    of_office = {c.id for c in dataset.contests if c.office == office}
    expected = [o for o in outlines(dataset) if dataset.candidate(o[0]).contest in of_office]
    assert outlines(dataset.select(office=office)) == expected


@FEW
@given(datasets(), st.data())
def test_by_person_the_cells_of_their_candidacies_stay_as_they_were(dataset, data):
    person = data.draw(st.sampled_from([p.id for p in dataset.people]))
    expected = [o for o in outlines(dataset) if dataset.candidate(o[0]).person == person]
    assert outlines(dataset.select(person=person)) == expected


@FEW
@given(datasets(), st.data())
def test_by_round_the_cells_of_its_asks_stay_as_they_were(dataset, data):
    chosen = data.draw(st.sampled_from([r.id for r in dataset.rounds]))
    expected = [o for o in outlines(dataset) if dataset.ask(o[1]).round == chosen]
    assert outlines(dataset.select(round=chosen)) == expected


@FEW
@given(datasets(), st.data())
def test_by_source_only_words_printed_there_stay(dataset, data):
    chosen = data.draw(st.sampled_from([s.id for s in dataset.sources]))
    narrowed = dataset.select(source=chosen)
    expected = {r.id for r in dataset.responses if chosen in r.sources}
    assert {r.id for r in narrowed.responses} == expected


@FEW
@given(datasets(), st.data())
def test_narrowing_twice_is_narrowing_once(dataset, data):
    contest = data.draw(st.sampled_from([c.id for c in dataset.contests]))
    once = dataset.select(contest=contest)
    assert once.select(contest=contest) == once


@FEW
@given(datasets())
def test_no_criterion_narrows_nothing(dataset):
    assert dataset.select() is dataset


def dues(dataset: Dataset) -> tuple[int, int]:
    cells = dataset.cells()
    return sum(cell.due for cell in cells), sum(cell.answered for cell in cells)


def test_the_2021_assembly_parts_into_its_two_contests():
    """Eight asks to three candidates for Mayor, six to three for Commissioner, one of them unanswered."""
    whole = load_dataset("west-midlands-2021")
    mayor = whole.select(contest="mayor.west-midlands.2021-05-06")
    commissioner = whole.select(office="pcc.west-midlands")
    assert (dues(whole), dues(mayor), dues(commissioner)) == ((42, 41), (24, 24), (18, 17))
    assert len(mayor.responses) + len(commissioner.responses) == len(whole.responses)
    assert mayor.combine(commissioner).cells() == whole.cells()


def test_one_person_of_the_2021_assembly_stands_alone():
    alone = load_dataset("west-midlands-2021").select(person="jon-hunt")
    assert [p.id for p in alone.people] == ["jon-hunt"]
    assert dues(alone) == (6, 5)
    assert alone.rounds[0].field == ("pcc.west-midlands.2021-05-06.jon-hunt",)


def test_criteria_narrow_together():
    whole = load_dataset("west-midlands-2021")
    assert whole.select(office="pcc.west-midlands", person="andy-street").candidates == ()
    both = whole.select(person=["andy-street", "jon-hunt"])
    assert dues(both) == (14, 13)


def test_an_unknown_identifier_is_told_with_what_comes_near():
    with pytest.raises(UnknownIdError) as caught:
        load_dataset("west-midlands-2021").select(person="andy-streat")
    assert caught.value.nearest[0] == "andy-street"


def test_words_that_may_be_one_of_several_stay_with_those_who_are_kept(contested):
    alone = contested.select(person="ann-ash")
    (said,) = alone.responses
    assert said.attribution.options == ("mayor.x.2021-05-06.ann-ash",)
    assert said.attribution.reason == "1 more candidates outside this selection"
    assert alone.cells()[0].absence is Absence.UNATTRIBUTED


@pytest.fixture
def contested() -> Dataset:
    contest = "mayor.x.2021-05-06"
    people = ("ann-ash", "bo-birch")
    candidates = tuple(f"{contest}.{person}" for person in people)
    return Dataset(
        offices=(Office(id="mayor.x", title="Mayor"),),
        contests=(Contest(id=contest, office="mayor.x"),),
        people=tuple(Person(id=person, name=person) for person in people),
        candidates=tuple(
            Candidate(id=f"{contest}.{person}", person=person, contest=contest, name=person)
            for person in people
        ),
        rounds=(Round(id="page", title="A page", contests=(contest,), field=candidates),),
        asks=(Ask(id="page.1", round="page", title="Homes"),),
        remits=(Remit(ask="page.1", office="mayor.x", power=Power.DECIDES),),
        sources=(Source(id="page", title="A page"),),
        responses=(
            Response(
                id="page.1.somebody",
                round="page",
                answers=("page.1",),
                attribution=Contested(options=candidates),
                text="Perhaps.",
                source="page",
            ),
        ),
    )


def test_a_claim_made_in_two_sources_stays_with_either_and_goes_with_neither():
    place = [Span(source=s, start=0, end=9) for s in ("paper", "letter")]
    claim = Claim(
        id="day.claim",
        round="day",
        paraphrase="All agreed.",
        span=place[0],
        elsewhere=(place[1],),
        scope=Scope(kind=ScopeKind.ALL, as_printed="all"),
    )
    dataset = Dataset(
        sources=tuple(Source(id=s, title=s) for s in ("paper", "letter", "poster")),
        rounds=(Round(id="day", title="A day"),),
        asks=(
            Ask(
                id="day.1",
                round="day",
                title="Homes",
                appearances=(Span(source="poster", start=0, end=5),),
            ),
        ),
        claims=(claim,),
    )
    assert claim.sources == {"paper", "letter"}
    assert dataset.select(source="paper").claims == (claim,)
    assert dataset.select(source="letter").claims == (claim,)
    assert dataset.select(source="poster").claims == ()
