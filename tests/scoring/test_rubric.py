"""The rubric: numbers taken exactly, checked together, written and read back."""

import contextlib
import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicpledge.errors import RubricError
from civicpledge.model.asks import Power
from civicpledge.model.findings import Qualification, Stance
from civicpledge.scoring.rubric import (
    DEFAULT_REASONS,
    Alternatives,
    MissingPolicy,
    Rubric,
    exact,
    with_missing,
)
from civicpledge.scoring.scoreboard import score


def test_numbers_are_taken_as_they_are_written():
    rubric = Rubric(
        supportive="1/3", convenes=0.1, ask_weights={"day.1": 2}, theme_weights=[("day.x", "0.5")]
    )
    assert (rubric.supportive, rubric.convenes) == (Fraction(1, 3), Fraction(1, 10))
    assert rubric.ask_weights == (("day.1", Fraction(2)),)
    assert rubric.theme_weights == (("day.x", Fraction(1, 2)),)


def test_policies_are_taken_as_their_words():
    rubric = Rubric(missing="exclude", alternatives="widen")
    assert (rubric.missing, rubric.alternatives) == (MissingPolicy.EXCLUDE, Alternatives.WIDEN)


def test_all_faults_are_reported_together():
    with pytest.raises(RubricError) as caught:
        Rubric(
            name=" ",
            committed=2,
            refused=-1,
            convenes=float("nan"),
            conditional=True,
            supportive="a lot",
            ask_weights=[("Ask 1", 1), ("day.1", -1), ("day.1", 1)],
            missing="bounds!",
            reasons={"kindness": "none"},
        )
    paths = [fault.path for fault in caught.value.faults]
    assert paths == [
        "name",
        "committed",
        "conditional",
        "supportive",
        "refused",
        "convenes",
        "ask_weights['Ask 1']",
        "ask_weights['day.1']",
        "ask_weights['day.1']",
        "ask_weights['day.1']",
        "missing",
        "reasons.kindness",
    ]


@pytest.mark.parametrize(
    ("firmer", "weaker"),
    [
        ("committed", "partial"),
        ("other_means", "supportive"),
        ("supportive", "deflected"),
        ("deflected", "refused"),
    ],
)
def test_a_weaker_stance_may_not_have_more_points(firmer, weaker):
    order = (
        "committed",
        "conditional",
        "partial",
        "other_means",
        "supportive",
        "deflected",
        "refused",
    )
    flat = dict.fromkeys(order, Fraction(1, 2))
    Rubric(**flat)
    with pytest.raises(RubricError, match=f"{weaker}: has more points than {firmer}"):
        Rubric(**flat | {weaker: Fraction(3, 4)})


def test_a_rubric_in_which_no_power_weighs_anything_is_refused():
    nothing = dict.fromkeys(("decides", "funds", "convenes", "influences"), 0)
    with pytest.raises(RubricError, match="nothing would weigh anything"):
        Rubric(**nothing)


def test_the_id_hangs_on_every_number_and_on_nothing_else():
    plain = Rubric()
    assert Rubric(name="other", reasons={}).id == plain.id
    changed = [
        Rubric(supportive=0.3),
        Rubric(influences=0.3),
        Rubric(ask_weights={"day.1": 2}),
        Rubric(specificity_bonus=0.1),
        Rubric(alternatives=Alternatives.WIDEN),
        with_missing(plain, MissingPolicy.NEUTRAL),
    ]
    assert len({plain.id, *(rubric.id for rubric in changed)}) == 7
    assert Rubric(supportive="0.25", ask_weights={}).id == plain.id


def test_every_number_of_the_default_rubric_has_a_reason():
    numbers = set(json.loads(Rubric().to_json())) - {
        "name",
        "reasons",
        "ask_weights",
        "theme_weights",
    }
    assert numbers == {name for name, _ in DEFAULT_REASONS}


def test_a_rubric_comes_back_from_its_json():
    rubric = Rubric(
        name="ours",
        supportive="1/3",
        ask_weights={"day.1": "2/7"},
        missing=MissingPolicy.EXCLUDE,
        alternatives=Alternatives.WIDEN,
        reasons={"supportive": "kind words count, says the board"},
    )
    assert Rubric.from_json(rubric.to_json()) == rubric


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[]", "is no JSON object"),
        ("{", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ('{"supportive": "1/4", "supportive": "1/2"}', "supportive: is given twice"),
        ('{"supportive": NaN}', "NaN is no number"),
        ('{"supportive": true}', "supportive: is bool"),
        ('{"supportive": null}', "supportive: is null"),
        ('{"supportive": [1]}', "supportive: is list"),
        ('{"supportive": "1/0"}', "supportive: is no finite number"),
        ('{"suportive": 1}', "suportive: is no field of a rubric"),
        ('{"missing": "zero"}', "missing: is none of bounds"),
        ('{"reasons": {"supportive": 1}}', "reasons.supportive: is no text"),
        ('{"ask_weights": {"day.1": "x"}}', "is no finite number"),
        ('{"ask_weights": [1]}', "ask_weights: is list"),
    ],
)
def test_json_is_read_strictly(text, problem):
    with pytest.raises(RubricError, match="rubric") as caught:
        Rubric.from_json(text)
    assert problem in str(caught.value)


@given(st.text(max_size=40) | st.recursive(st.none() | st.integers(), st.lists).map(json.dumps))
def test_no_text_raises_anything_but_a_rubric_error(text):
    with contextlib.suppress(RubricError):
        Rubric.from_json(text)


@given(st.fractions())
def test_a_fraction_written_out_is_read_exactly(value):
    assert exact(str(value)) == value


@pytest.mark.parametrize(
    "value",
    [
        "1e999999999",
        "1e-999999999",
        "0." + "0" * 100 + "1",
        "9" * 101,
        10**200,
        1e300,
        5e-324,
        None,
    ],
)
def test_a_number_nobody_can_mean_is_refused_at_once_with_its_place(value):
    with pytest.raises(RubricError, match=r"ask_weights\['day.1'\]: is no finite number"):
        Rubric(ask_weights={"day.1": value})


def test_a_hundred_digits_are_kept_and_shown():
    weight = 10**100 - 1
    rubric = Rubric(ask_weights={"day.1": weight})
    assert rubric.ask_weights == (("day.1", Fraction(weight)),)
    assert Rubric.from_json(rubric.to_json()).id == rubric.id


def test_an_ask_weighed_by_a_number_instead_of_an_id_is_told_so():
    with pytest.raises(RubricError, match=r"ask_weights\[7\]: is not an identifier"):
        Rubric(ask_weights={7: 2, "day.1": 1})


def test_points_are_given_by_stance_and_qualification():
    rubric = Rubric(partial="0.4")
    assert rubric.points(Stance.QUALIFIED, Qualification.PARTIAL) == Fraction(2, 5)
    assert rubric.power_weight(Power.NONE) == 0
    for stance, qualification in (
        (Stance.UNCLEAR, None),
        (Stance.QUALIFIED, None),
        (Stance.COMMITTED, Qualification.PARTIAL),
    ):
        with pytest.raises(ValueError, match="no points"):
            rubric.points(stance, qualification)


def test_weights_of_asks_and_themes_that_are_not_there_are_refused_together(make):
    world = make.World()
    world.candidate("ann")
    world.ask(1, theme="homes")
    rubric = Rubric(
        ask_weights={"day.1": 2, "day.7": 1}, theme_weights={"day.homes": 1, "day.work": 2}
    )
    with pytest.raises(RubricError) as caught:
        score(world.dataset(), rubric)
    assert [fault.path for fault in caught.value.faults] == [
        "ask_weights['day.7']",
        "theme_weights['day.work']",
    ]


def test_an_ask_weighed_by_its_printed_number_is_told_with_its_id(make):
    world = make.World()
    world.candidate("ann")
    world.ask(7)
    with pytest.raises(RubricError, match=r"names no ask of the dataset; did you mean 'day\.7'\?"):
        score(world.dataset(), Rubric(ask_weights={"7": 2}))


def test_ask_and_theme_weights_multiply(make):
    world = make.World()
    ann = world.candidate("ann")
    heavy, light = world.ask(1, theme="homes"), world.ask(2)
    world.held(ann, heavy, Stance.COMMITTED)
    world.held(ann, light, Stance.REFUSED)
    rubric = Rubric(ask_weights={heavy: 3}, theme_weights={"day.homes": 2})
    # 3 x 2 of 3 x 2 + 1
    assert score(world.dataset(), rubric)["ann"].low == Fraction(6, 7)


def test_an_ask_that_weighs_nothing_leaves_no_score(make):
    world = make.World()
    ann = world.candidate("ann")
    world.held(ann, world.ask(1), Stance.COMMITTED)
    found = score(world.dataset(), Rubric(ask_weights={"day.1": 0}))["ann"]
    assert (found.low, found.due, found.answered, found.coded) == (None, 1, 1, 1)
    assert found.reason == "every ask that counts weighs nothing in the rubric"
