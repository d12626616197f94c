"""What a result hangs on, worked by hand."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civicpledge.errors import UnknownIdError
from civicpledge.model.findings import Stance
from civicpledge.scoring.robustness import SettingKind, reweighted, robustness
from civicpledge.scoring.rubric import Rubric
from civicpledge.scoring.scoreboard import score

ANN, BOB = "mayor.haven.2030-05-02.ann", "mayor.haven.2030-05-02.bob"


@pytest.fixture
def world(make):
    """Ann commits to ask 1 and is warm about 2; Bob commits to 2 and never answered 1."""
    made = make.World()
    made.candidate("ann")
    made.candidate("bob")
    one, two = made.ask(1), made.ask(2)
    made.held(ANN, one, Stance.COMMITTED)
    made.held(ANN, two, Stance.SUPPORTIVE)
    made.held(BOB, two, Stance.COMMITTED)
    return made


def test_settings_of_every_kind_are_tried(world):
    found = robustness(world.dataset(), draws=3)
    kinds = [setting.kind for setting in found]
    assert [kinds.count(kind) for kind in SettingKind] == [1, 3, 4, 2, 3, 0]


def test_each_coder_alone_is_a_setting_where_there_are_several(world):
    for response in world.records["responses"]:
        world.code(response.id, Stance.REFUSED, coder="eve")
    found = robustness(world.dataset(), draws=0)
    alone = {s.name: s.outcomes[0].high for s in found if s.kind is SettingKind.CODER}
    assert alone == {"codebook alone": Fraction(5, 8), "eve alone": 0}


def test_the_share_of_settings_in_which_one_is_above(world):
    found = robustness(world.dataset(), rubrics=[], draws=0)
    # base: 5/8 against [1/2, 1]; missing left out: against 1; as nothing: against 1/2 (above);
    # neutral: against 3/4; without ask 1: 1/4 against 1; without ask 2: 1 against [0, 1].
    assert found.above(ANN, BOB) == Fraction(1, 6)
    assert found.above(BOB, ANN) == Fraction(3, 6)
    assert found.pairs().rows() == [("Ann", "Bob", 1 / 6, 1 / 2)]
    with pytest.raises(UnknownIdError):
        found.above(ANN, "nobody")


def test_how_far_score_and_place_move_and_by_what(world):
    ann = robustness(world.dataset(), rubrics=[], draws=0).sways()[0]
    assert (ann.least, ann.least_by) == (Fraction(1, 4), "without day.1")
    assert (ann.most, ann.most_by) == (1, "without day.2")
    assert (ann.best, ann.worst) == (1, 2)


def test_a_seed_repeats_its_draws(world):
    first, again, other = (robustness(world.dataset(), seed=s, draws=5) for s in (1, 1, 2))
    assert first == again
    assert first.settings != other.settings


def test_other_rubrics_stay_rubrics_whatever_the_base(world):
    odd = Rubric(
        committed=0.2, conditional=0.2, partial=0.1, other_means=0.1, supportive=0.1, deflected=0.1
    )
    assert len(robustness(world.dataset(), odd, draws=0)) == 10


def test_it_says_what_moves(world):
    text = robustness(world.dataset(), rubrics=[], draws=0).explain()
    assert text.splitlines()[:2] == [
        "6 ways to score the same answers.",
        "Ann: never below 0.25 (without day.1), never above 1.00 (without day.2); places 1 to 2.",
    ]


def test_a_candidate_without_a_score_has_none_in_any_setting(make):
    world = make.World()
    world.candidate("ann")
    found = robustness(world.dataset(), draws=1)
    assert found.explain().endswith("has no score in any of them.")
    assert found.above(ANN, ANN) is None
    assert found.to_table().to_dict()["least"] == [None]


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_weighing_again_is_the_same_as_scoring_with_the_weights(make, data):
    dataset = data.draw(make.worlds()).dataset()
    weights = {ask.id: Fraction(data.draw(st.integers(0, 5))) for ask in dataset.asks}
    quick = reweighted(score(dataset), weights)
    slow = score(dataset, Rubric(ask_weights=weights))
    assert [(s.low, s.high, s.of_answered) for s in quick] == [
        (s.low, s.high, s.of_answered) for s in slow
    ]
