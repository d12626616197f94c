"""Uniting datasets: what both say is kept once, what differs clashes, nobody owes what they did not."""

import datetime

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from civicpledge.datasets import dataset_names, load_dataset
from civicpledge.errors import ClashError, Fault
from civicpledge.model.asks import (
    Ask,
    Part,
    Participation,
    ParticipationStatus,
    Power,
    Remit,
    Round,
)
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Stance
from civicpledge.model.people import Candidate, Contest, Identifier, Office, Party, Person
from civicpledge.model.responses import Absence, Claim, Named, Response, Scope, ScopeKind
from civicpledge.model.sources import Source
from civicpledge.scoring.scoreboard import score
from civicpledge.strategies import datasets

FEW = settings(deadline=None)


def year(year: int, **extra: tuple[object, ...]) -> Dataset:
    """One assembly for one mayor's contest with one candidate and one ask, answered."""
    day = datetime.date(year, 5, 6)
    contest, candidate, held = f"mayor.x.{day}", f"mayor.x.{day}.ann-ash", f"assembly-{year}"
    said = Response(
        id=f"{held}.1.ann-ash",
        round=held,
        answers=(f"{held}.1",),
        attribution=Named(person="ann-ash", candidate=candidate),
        text="Yes, I will.",
        source=f"page-{year}",
    )
    collections = {
        "offices": (Office(id="mayor.x", title="Mayor"),),
        "contests": (Contest(id=contest, office="mayor.x", date=day),),
        "people": (Person(id="ann-ash", name="Ann Ash"),),
        "candidates": (Candidate(id=candidate, person="ann-ash", contest=contest, name="Ann Ash"),),
        "rounds": (Round(id=held, title="Assembly", contests=(contest,), field=(candidate,)),),
        "asks": (Ask(id=f"{held}.1", round=held, title="Homes"),),
        "remits": (Remit(ask=f"{held}.1", office="mayor.x", power=Power.DECIDES),),
        "sources": (Source(id=f"page-{year}", title="A page"),),
        "responses": (said,),
    }
    return Dataset(**(collections | extra))


def united(*parts: Dataset) -> Dataset | type[ClashError]:
    try:
        whole = parts[0]
        for part in parts[1:]:
            whole = whole.combine(part)
    except ClashError:
        return ClashError
    return whole


def test_a_person_of_two_years_is_one_and_owes_nothing_to_the_other_years_round():
    both = year(2021).combine(year(2024))
    assert [p.id for p in both.people] == ["ann-ash"]
    assert len(both.candidates) == 2
    assert [(c.candidate, c.ask, c.answered) for c in both.cells()] == [
        ("mayor.x.2021-05-06.ann-ash", "assembly-2021.1", True),
        ("mayor.x.2024-05-06.ann-ash", "assembly-2024.1", True),
    ]


def test_names_and_numbers_of_a_person_are_united():
    one = Dataset(people=(Person(id="ann", name="Ann", aliases=("A. Ash",)),))
    number = Identifier(scheme="register", value="7")
    other = Dataset(
        people=(Person(id="ann", name="Ann", aliases=("Annie",), identifiers=(number,)),)
    )
    expected = Person(id="ann", name="Ann", aliases=("A. Ash", "Annie"), identifiers=(number,))
    assert one.combine(other).people == (expected,)


def test_what_one_side_leaves_out_is_taken_from_the_other():
    one = Dataset(offices=(Office(id="mayor.x", title="Mayor", body="The Authority"),))
    other = Dataset(offices=(Office(id="mayor.x", title="Mayor"),))
    assert one.combine(other) == other.combine(one) == one


def test_every_clash_is_told_at_once_with_its_place():
    one = year(2021, parties=(Party(id="green", name="Green"),))
    other = year(
        2021,
        parties=(Party(id="green", name="Greens"),),
        people=(Person(id="ann-ash", name="Anna Ash"),),
    )
    other = evolve(other, responses=(evolve(other.responses[0], text="No."),))
    with pytest.raises(ClashError) as caught:
        one.combine(other)
    assert [f.path for f in caught.value.faults] == [
        "parties['green'].name",
        "people['ann-ash'].name",
        "responses['assembly-2021.1.ann-ash'].text",
    ]


def test_one_register_cannot_know_a_person_under_two_numbers():
    def known_as(number: str) -> Dataset:
        numbers = (Identifier(scheme="register", value=number),)
        return Dataset(people=(Person(id="ann", name="Ann", identifiers=numbers),))

    with pytest.raises(ClashError, match=r"people\['ann'\].identifiers"):
        known_as("7").combine(known_as("8"))


def test_two_people_cannot_share_a_number_of_one_register():
    def known_as(person: str) -> Dataset:
        numbers = (Identifier(scheme="register", value="7"),)
        return Dataset(people=(Person(id=person, name=person, identifiers=numbers),))

    with pytest.raises(ClashError, match="register"):
        known_as("ann").combine(known_as("anna"))


def test_one_person_cannot_have_come_and_not_replied():
    def who(status: ParticipationStatus) -> Dataset:
        held = Round(id="r", title="R", participation=(Participation(person="ann", status=status),))
        return Dataset(people=(Person(id="ann", name="Ann"),), rounds=(held,))

    came, silent = who(ParticipationStatus.ATTENDED), who(ParticipationStatus.DID_NOT_REPLY)
    assert came.combine(came) == came
    with pytest.raises(ClashError, match=r"rounds\['r'\].participation"):
        came.combine(silent)


@FEW
@given(datasets())
def test_a_dataset_united_with_itself_or_with_nothing_is_itself(dataset):
    assert dataset.combine(dataset) == dataset
    assert dataset.combine(Dataset()) == dataset == Dataset().combine(dataset)


@FEW
@given(datasets(), st.data())
def test_uniting_is_associative_and_commutative(dataset, data):
    people = st.sampled_from([p.id for p in dataset.people])
    one, other, third = (dataset.select(person=data.draw(people)) for _ in range(3))
    bracketed = united(other, third)
    right = bracketed if bracketed is ClashError else united(one, bracketed)
    assert united(one, other, third) == right
    assert united(one, other) == united(other, one)


def in_order(dataset: Dataset) -> Dataset:
    """The same dataset with every list that uniting may sort in one order."""

    def ordered(items: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(sorted(set(items), key=repr))

    def lists(record: object, *names: str) -> object:
        return evolve(record, **{name: ordered(getattr(record, name)) for name in names})

    return evolve(
        dataset,
        rounds=tuple(lists(r, "contests", "field", "participation") for r in dataset.rounds),
        asks=tuple(lists(a, "same_as", "appearances") for a in dataset.asks),
        claims=tuple(
            evolve(lists(c, "asks"), scope=lists(c.scope, "contests", "candidates"))
            for c in dataset.claims
        ),
    )


def faults_of_uniting(one: Dataset, other: Dataset) -> tuple[Fault, ...]:
    try:
        one.combine(other)
    except ClashError as error:
        return error.faults
    return ()


@FEW
@given(datasets(), st.data())
def test_a_part_combined_with_the_whole_gives_the_whole_again_or_clashes_over_words(dataset, data):
    criteria = {
        "contest": dataset.contests,
        "office": dataset.offices,
        "person": dataset.people,
        "round": dataset.rounds,
        "source": dataset.sources,
    }
    criterion = data.draw(st.sampled_from(sorted(criteria)))
    chosen = data.draw(st.sampled_from(criteria[criterion]))
    part = dataset.select(**{criterion: chosen.id})
    faults = faults_of_uniting(part, dataset)
    assert all(fault.path.startswith("responses[") for fault in faults)
    assert faults or in_order(part.combine(dataset)) == in_order(dataset)


@pytest.mark.parametrize("name", dataset_names())
def test_each_round_of_a_bundled_dataset_unites_with_the_whole_to_the_whole(name):
    whole = load_dataset(name)
    for held in whole.rounds:
        united_again = whole.select(round=held.id).combine(whole)
        assert in_order(united_again) == in_order(whole)


def test_what_one_claim_is_about_is_united_and_what_it_says_is_not():
    """One page says of both that they backed both asks; each half knows one of them and one ask."""
    both = year(
        2021,
        people=(Person(id="ann-ash", name="Ann Ash"), Person(id="bo", name="Bo")),
        candidates=tuple(
            Candidate(id=f"mayor.x.2021-05-06.{p}", person=p, contest="mayor.x.2021-05-06", name=p)
            for p in ("ann-ash", "bo")
        ),
        asks=tuple(Ask(id=f"assembly-2021.{n}", round="assembly-2021", title="A") for n in (1, 2)),
        remits=(),
    )

    def claim(number: int, person: str) -> Claim:
        scope = Scope(
            kind=ScopeKind.NAMED,
            as_printed="both",
            candidates=(f"mayor.x.2021-05-06.{person}",),
        )
        asks = (f"assembly-2021.{number}",)
        return Claim(id="c", round="assembly-2021", paraphrase="Yes.", asks=asks, scope=scope)

    one, other = (evolve(both, claims=(claim(*of),)) for of in ((2, "bo"), (1, "ann-ash")))
    (made,) = one.combine(other).claims
    assert made.asks == ("assembly-2021.1", "assembly-2021.2")
    assert made.scope.candidates == ("mayor.x.2021-05-06.ann-ash", "mayor.x.2021-05-06.bo")
    otherwise = evolve(one, claims=(evolve(claim(2, "bo"), stance=Stance.REFUSED),))
    with pytest.raises(ClashError, match=r"claims\['c'\].stance"):
        otherwise.combine(other)
    scope = evolve(claim(2, "bo").scope, as_printed="all of them")
    with pytest.raises(ClashError, match=r"claims\['c'\].scope"):
        evolve(one, claims=(evolve(claim(2, "bo"), scope=scope),)).combine(other)


def test_what_a_part_repeats_is_united():
    """Narrowed to 2024, its ask's part no longer names the ask of 2021 that it repeats."""
    part = Part(id="assembly-2024.1.a", text="Homes", same_as=("assembly-2021.1",))
    later = Ask(id="assembly-2024.1", round="assembly-2024", title="Homes", parts=(part,))
    whole = year(2021).combine(year(2024, asks=(evolve(later, parts=(evolve(part, same_as=()),)),)))
    whole = evolve(whole, asks=(*[a for a in whole.asks if a.id != later.id], later))
    narrowed = whole.select(round="assembly-2024")
    assert narrowed.ask("assembly-2024.1").parts[0].same_as == ()
    assert narrowed.combine(whole) == whole == whole.combine(narrowed)


@FEW
@given(datasets(), st.data())
def test_uniting_contests_apart_changes_no_count(dataset, data):
    contests = [c.id for c in dataset.contests]
    one = dataset.select(contest=data.draw(st.sampled_from(contests)))
    other = dataset.select(contest=data.draw(st.sampled_from(contests)))
    whole = united(one, other)
    assume(whole is not ClashError)
    before = {
        (c.candidate, c.ask, c.part): (c.due, c.answered) for d in (one, other) for c in d.cells()
    }
    after = {(c.candidate, c.ask, c.part): (c.due, c.answered) for c in whole.cells()}
    assert after == before


def test_a_silent_year_stays_silent_beside_a_year_with_words():
    silent = evolve(year(2024), responses=())
    both = year(2021).combine(silent)
    assert (
        both.cell("mayor.x.2024-05-06.ann-ash", "assembly-2024.1").absence is Absence.NOT_RECORDED
    )


def test_the_five_bundled_datasets_are_one_in_which_each_person_is_one():
    whole = united(*(load_dataset(name) for name in dataset_names()))
    assert whole is not ClashError
    for family_name in ("street", "wilkinson"):
        assert len([p for p in whole.people if p.id.endswith(f"-{family_name}")]) == 1
    assert len([p for p in whole.people if p.id == "liam-byrne"]) == 1


@pytest.mark.parametrize("name", dataset_names())
def test_every_score_of_the_five_stays_round_by_round_what_it_was_apart(name):
    whole = united(*(load_dataset(each) for each in dataset_names()))
    apart = load_dataset(name)
    for held in apart.rounds:
        board, board_apart = score(whole.select(round=held.id)), score(apart.select(round=held.id))
        for candidate in held.field:
            before, after = board_apart[candidate], board[candidate]
            for figure in ("low", "high", "of_answered", "due", "answered", "coded"):
                assert getattr(after, figure) == getattr(before, figure)
