"""Asks on which all are committed, and asks that divide."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civicpledge.comparison.common import common_ground, divides
from civicpledge.model.findings import Stance

C, Q, S, D, R, U = list(Stance)


@pytest.fixture
def world(make):
    """Ask 1: both committed; 2: one silent; 3: committed and refused; 4: nobody; 5: unclear."""
    made = make.World()
    ann, bob = made.candidate("ann"), made.candidate("bob")
    for number, stances in enumerate(((C, C), (C, None), (C, R), (None, None), (C, U), (C, S)), 1):
        ask = made.ask(number)
        for who, stance in zip((ann, bob), stances, strict=True):
            if stance:
                made.held(who, ask, stance)
    return made


def test_common_ground_is_where_nobody_is_known_to_be_less_than_committed(world):
    found = common_ground(world.dataset())
    assert [(a.ask, a.complete, a.coverage) for a in found] == [
        ("day.1", True, 1),
        ("day.2", False, Fraction(1, 2)),
        ("day.5", False, Fraction(1, 2)),
    ]
    assert [a.ask for a in found.complete] == ["day.1"]


def test_divides_are_where_somebody_is_certainly_firmer(world):
    found = divides(world.dataset())
    assert [(a.ask, a.gap) for a in found] == [("day.3", 1), ("day.6", Fraction(3, 4))]


def test_coders_split_between_stances_that_all_fall_short_leave_no_common_ground(make):
    made = make.World()
    ann, bob = made.candidate("ann"), made.candidate("bob")
    ask = made.ask(1)
    made.held(ann, ask, C)
    said = made.say(bob, ask)
    made.code(said, S, coder="jane")
    made.code(said, D, coder="omar")
    assert len(common_ground(made.dataset())) == 0
    # By hand: supportive is worth 1/4 at most, a commitment 1, so the gap is 3/4 at least.
    assert [(a.ask, a.gap) for a in divides(made.dataset())] == [("day.1", Fraction(3, 4))]


def test_camps_are_named_firmest_first(world):
    table = divides(world.dataset()).to_table().to_dict()
    assert table["stands"] == ["committed: Ann; refused: Bob", "committed: Ann; supportive: Bob"]
    text = common_ground(world.dataset()).explain()
    assert "day.2, Ask 2: 1 of 2 are committed, 1 have a decided stance." in text
    assert "Ann committed (day.2.r2 (page)); Bob not recorded." in text


def test_an_ask_due_to_one_is_no_common_ground(make):
    world = make.World()
    world.held(world.candidate("ann"), world.ask(1), C)
    assert len(common_ground(world.dataset())) == len(divides(world.dataset())) == 0


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_ask_is_common_ground_and_a_divide(make, data):
    dataset = data.draw(make.worlds()).dataset()
    common = {(a.ask, a.part) for a in common_ground(dataset)}
    assert common.isdisjoint({(a.ask, a.part) for a in divides(dataset)})
