"""Candidates side by side, and how close they are."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from civicpledge.comparison.comparing import compare, distance_range
from civicpledge.comparison.figures import quantity_words
from civicpledge.errors import AmbiguousIdError, ComparisonError, UnknownIdError
from civicpledge.model.asks import Power
from civicpledge.model.findings import Anchor, Bound, Deadline, Quantity, Stance
from civicpledge.scoring.rubric import MissingPolicy, Rubric

C, Q, S, D, R, U = list(Stance)
many = settings(deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def world(make):
    """Ann and Bob for Mayor, Cy for Commissioner; asks 1 and 2 the Mayor's, 3 both offices'."""
    made = make.World()
    ann, bob = made.candidate("ann-able"), made.candidate("bob-able")
    cy = made.candidate("cy-marsh", "pcc")
    asks = [made.ask(1), made.ask(2), made.ask(3, mayor=Power.CONVENES, pcc=Power.DECIDES)]
    made.held(ann, asks[0], C, quantities=(Quantity(value=Fraction(200), unit="homes"),))
    made.held(ann, asks[1], S)
    made.held(ann, asks[2], C)
    made.held(bob, asks[0], Q)
    made.held(cy, asks[2], R)
    return made


def test_closeness_is_the_mean_of_one_less_the_difference(world):
    # ask 1: 1 - 1/2; ask 2: 1/4 beside anything, 1 - 3/4 to 1; ask 3: 1 beside anything, 0 to 1
    found = compare(world.dataset(), "ann-able", "bob-able").closeness
    assert (found.low, found.high) == (Fraction(1, 4), Fraction(5, 6))
    assert (found.asks, found.answered) == (3, 1)


def test_powers_are_ignored_and_asks_weigh_as_the_rubric_says(world):
    rubric = Rubric(ask_weights={"day.1": 3, "day.3": 0}, missing=MissingPolicy.AS_NOTHING)
    # (3 x 1/2 + 1 x 3/4) / 4
    found = compare(world.dataset(), "ann-able", "bob-able", rubric=rubric).closeness
    assert (found.low, found.high) == (Fraction(9, 16), Fraction(9, 16))


def test_across_offices_only_asks_due_to_both_count_and_it_says_so(world):
    found = compare(world.dataset(), "ann-able", "cy-marsh")
    assert (found.closeness.low, found.closeness.high, found.closeness.asks) == (0, 0, 1)
    assert "Left out, because not due to all: day.1, day.2." in found.explain()
    assert found.to_table().to_dict() == {
        "ask": ["day.1", "day.2", "day.3"],
        "part": [None, None, None],
        "title": ["Ask 1", "Ask 2", "Ask 3"],
        "Ann Able": ["committed", "supportive", "committed"],
        "Cy Marsh": ["out of remit", "out of remit", "refused"],
        "due to all": [False, False, True],
    }


def test_leaving_missing_answers_out_leaves_what_both_answered(world):
    rubric = Rubric(missing=MissingPolicy.EXCLUDE)
    found = compare(world.dataset(), "ann-able", "bob-able", rubric=rubric).closeness
    assert (found.low, found.high) == (Fraction(1, 2), Fraction(1, 2))


@pytest.mark.parametrize(
    ("rubric", "reason"),
    [
        (Rubric(missing=MissingPolicy.EXCLUDE), "no ask was answered by both"),
        (Rubric(ask_weights={"day.3": 0}), "every common ask weighs nothing"),
    ],
)
def test_nothing_in_common_is_none_with_a_reason(world, rubric, reason):
    found = compare(world.dataset(), "bob-able", "cy-marsh", rubric=rubric).closeness
    assert (found.low, found.high) == (None, None)
    assert reason in found.reason


def test_no_common_ask_is_none_with_a_reason(make):
    world = make.World()
    world.candidate("ann")
    world.candidate("cy", "pcc")
    world.ask(1)
    found = compare(world.dataset(), "ann", "cy")
    assert found.closeness.reason == "no ask was due to all that are compared"
    assert found.explain().startswith("Ann and Cy cannot be compared: no ask was due")


def test_three_are_compared_pair_by_pair(world):
    found = compare(world.dataset(), "ann-able", "bob-able", "cy-marsh")
    assert [pair.asks for pair in found.pairs] == [1, 1, 1]
    assert found.between("cy-marsh", "ann-able").low == 0
    assert len(found.matrix()) == 3
    with pytest.raises(ComparisonError, match="is of two"):
        found.closeness  # noqa: B018 - it raises
    with pytest.raises(UnknownIdError):
        found.between("ann-able", "ann-able")


def test_the_words_figures_and_responses_stand_beside(world):
    row = compare(world.dataset(), "ann-able", "bob-able").words().rows()[0]
    assert row[:5] == ("day.1", None, "Ann Able", "committed", "200 homes")
    assert row[5:] == ("Words 0", "day.1.r0", "page")


def test_candidates_are_found_by_name_as_written(world):
    found = compare(world.dataset(), "ANN ABLE", "Marsh, Cy")
    assert [c.rpartition(".")[2] for c in found.candidates] == ["ann-able", "cy-marsh"]


def test_a_name_that_fits_several_lists_them(world):
    with pytest.raises(AmbiguousIdError) as caught:
        compare(world.dataset(), "Able", "cy-marsh")
    assert [o.rpartition(".")[2] for o in caught.value.options] == ["ann-able", "bob-able"]


def test_a_name_that_fits_nobody_is_refused(world):
    with pytest.raises(UnknownIdError):
        compare(world.dataset(), "Zebedee Quux", "cy-marsh")


@pytest.mark.parametrize("slip", ["ann-abel", "ann-abl", "Ann Abel", "A. Able", "marsh-cyril"])
def test_who_is_not_there_is_never_taken_for_somebody_like_them(world, slip):
    with pytest.raises(UnknownIdError) as caught:
        compare(world.dataset(), slip, "bob-able")
    wanted = "cy-marsh" if "marsh" in slip else "ann-able"
    assert caught.value.nearest[0].rpartition(".")[2] == wanted


@pytest.mark.parametrize("name", ["Cllr Ann Able", "ABLE, Ann", "Ánn  Able"])
def test_a_title_the_order_case_and_accents_make_no_other_name(world, name):
    found = compare(world.dataset(), name, "bob-able")
    assert found.candidates[0].rpartition(".")[2] == "ann-able"


def test_one_candidate_is_no_comparison(world):
    with pytest.raises(ComparisonError, match=r"ann-able alone; two or more are compared"):
        compare(world.dataset(), "ann-able", "Ann Able")


@many
@given(data=st.data())
def test_comparing_is_symmetric(make, data):
    world = data.draw(make.worlds())
    assume(len(world.records["candidates"]) > 1)
    dataset = world.dataset()
    a, b = dataset.candidates[0].id, dataset.candidates[1].id
    there, back = compare(dataset, a, b), compare(dataset, b, a)
    assert (there.closeness.low, there.closeness.high) == (back.closeness.low, back.closeness.high)
    for one, other in zip(there.asks, back.asks, strict=True):
        assert one.stands == other.stands[::-1]
        assert (one.common, one.weight) == (other.common, other.weight)


@many
@given(data=st.data())
def test_closeness_lies_between_nothing_and_all(make, data):
    world = data.draw(make.worlds())
    assume(len(world.records["candidates"]) > 1)
    for pair in compare(world.dataset(), *(c.id for c in world.records["candidates"])).pairs:
        assert pair.low is None or 0 <= pair.low <= pair.high <= 1
        assert (pair.low is None) == bool(pair.reason)


TENTHS = st.integers(0, 10).map(lambda n: Fraction(n, 10))


@given(ends=st.lists(st.tuples(TENTHS, TENTHS).map(sorted), min_size=2, max_size=2))
def test_distances_hold_every_pair_of_numbers(ends):
    a, b = (tuple(e) for e in ends)
    near, far = distance_range(a, b)
    grid = [Fraction(n, 10) for n in range(11)]
    apart = [abs(x - y) for x in grid for y in grid if a[0] <= x <= a[1] and b[0] <= y <= b[1]]
    assert (min(apart), max(apart)) == (near, far)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(value=Fraction(346_000_000), unit="GBP"), "£346,000,000"),
        (
            Quantity(value=Fraction(20), upper=Fraction(25), unit="GBP", bound=Bound.ABOUT),
            "about £20 to £25",
        ),
        (Quantity(value=Fraction(1, 3), unit="share"), "1/3"),
        (
            Quantity(value=Fraction(3), upper=Fraction(4), unit="homes", rate="week"),
            "3 to 4 homes a week",
        ),
        (Quantity(value=Fraction(5, 2), unit="times", bound=Bound.AT_MOST), "at most 2.5 times"),
        (Quantity(value=Fraction(7)), "7"),
        (Quantity(deadline=Deadline(year=2031, month=5)), "by 2031-05"),
        (Quantity(deadline=Deadline(anchor=Anchor.TERM)), "by the end of the term"),
        (Quantity(deadline=Deadline(anchor=Anchor.DECADE)), "by the end of the decade"),
        (Quantity(deadline=Deadline(anchor=Anchor.ELECTION)), "by the election"),
        (Quantity(deadline=Deadline(month=5, anchor=Anchor.SPEAKING)), "by May"),
        (Quantity(deadline=Deadline(month=5, day=31)), "by 31 May"),
        (Quantity(value=Fraction(10**400 + 1, 3)), f"{10**400 + 1}/3"),
        (Quantity(value=Fraction(-6001, 4)), "-1,500.25"),
        (
            Quantity(
                deadline=Deadline(within=Fraction(12), unit="month", anchor=Anchor.TAKING_OFFICE)
            ),
            "within 12 months of taking office",
        ),
        (
            Quantity(deadline=Deadline(within=Fraction(1), unit="year", year=2030)),
            "within 1 year of a day not named",
        ),
    ],
)
def test_figures_in_words(quantity, words):
    assert quantity_words(quantity) == words
