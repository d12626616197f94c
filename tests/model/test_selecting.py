"""Narrowing a dataset: what stays is as it was, and refers to nothing that fell out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from civicpledge.model.cells import Cell
from civicpledge.model.dataset import Dataset
from civicpledge.strategies import datasets

FEW = settings(max_examples=40)


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
