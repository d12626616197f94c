"""Krippendorff's alpha against worked examples, a second implementation, and the package."""

import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicpledge.coding import Share, coder_agreement
from civicpledge.coding.agreement import ORDER, Level, krippendorff_alpha
from civicpledge.model.findings import Stance

STANCES = st.sampled_from(ORDER)
UNITS = st.lists(st.lists(STANCES, min_size=1, max_size=4), min_size=1, max_size=12)
C, Q, S, D, R = reversed(ORDER)


def plain_alpha(units, level):
    """A second implementation, by the definition: all pairs, no counting."""
    units = [u for u in units if len(u) > 1]
    values = [v for u in units for v in u]
    frequency = {v: values.count(v) for v in ORDER}

    def apart(a, b):
        if a == b:
            return 0
        if level is Level.NOMINAL:
            return 1
        low, high = sorted((ORDER.index(a), ORDER.index(b)))
        return (
            sum(frequency[v] for v in ORDER[low : high + 1]) - (frequency[a] + frequency[b]) / 2
        ) ** 2

    seen = sum(sum(apart(a, b) for a, b in permutations(u, 2)) / (len(u) - 1) for u in units)
    chance = sum(apart(a, b) for a, b in permutations(values, 2)) / (len(values) - 1)
    return 1 - seen / chance if chance else None


@given(UNITS, st.sampled_from(Level))
def test_alpha_is_what_its_definition_gives(units, level):
    alpha, reason = krippendorff_alpha(units, level=level)
    if alpha is None:
        assert reason
    else:
        assert alpha == pytest.approx(plain_alpha(units, level), abs=1e-12)


def test_alpha_equals_the_package():
    package = pytest.importorskip("krippendorff")
    source = random.Random(4)
    for level in Level:
        for _ in range(50):
            table = [[source.choice([*range(5), None]) for _ in range(20)] for _ in range(3)]
            columns = list(zip(*table, strict=True))
            units = [[ORDER[v] for v in column if v is not None] for column in columns]
            rows = [[float("nan") if v is None else v for v in row] for row in table]
            expected = package.alpha(
                reliability_data=rows, level_of_measurement=level.value, value_domain=list(range(5))
            )
            assert krippendorff_alpha(units, level=level)[0] == pytest.approx(expected, abs=1e-12)


def test_full_agreement_is_one_and_near_stances_differ_less_in_ranks():
    assert krippendorff_alpha([(C, C), (R, R)], level=Level.NOMINAL) == (1.0, None)
    near = [(C, Q), (R, R), (C, C), (D, D), (Q, Q)]
    far = [(C, R), (R, R), (C, C), (D, D), (Q, Q)]
    alphas = [krippendorff_alpha(units, level=Level.ORDINAL)[0] for units in (near, far)]
    assert alphas[0] > alphas[1]


@pytest.mark.parametrize(("units", "why"), [([], "two coders"), ([(C, C)], "same stance")])
def test_an_undefined_alpha_says_why(units, why):
    alpha, reason = krippendorff_alpha(units, level=Level.NOMINAL)
    assert alpha is None
    assert why in reason


def test_coders_are_compared_unit_by_unit_and_abstentions_do_not_count(coding):
    codings = [
        *(coding(f"r.{i}", "jane", stance) for i, stance in enumerate((C, C, R, Q))),
        *(coding(f"r.{i}", "joe", stance) for i, stance in enumerate((C, R, R, Stance.UNCLEAR))),
    ]
    found = coder_agreement(codings, resamples=200, seed=1)
    assert found.units == 3
    ((a, b, share),) = found.pairwise
    assert (a, b, share.hits, share.total) == ("jane", "joe", 2, 3)
    ((disagreement),) = found.disagreements
    assert disagreement.stances == (("jane", C), ("joe", R))
    assert found.low <= found.alpha <= found.high
    assert "jane and joe" in str(found)


def test_the_agreement_on_a_stance_counts_the_pairs_that_hold_it(coding):
    codings = [
        coding(f"r.{unit}", coder, stance)
        for unit, pair in enumerate([(C, C), (C, Q), (R, R)])
        for coder, stance in zip(("jane", "joe"), pair, strict=True)
    ]
    shares = dict(coder_agreement(codings, resamples=0).per_stance)
    told = {stance: (share.hits, share.total) for stance, share in shares.items()}
    # Two pairs hold a yes, one of them twice; the only pair with a qualified one disagrees.
    assert told == {C: (1, 2), Q: (0, 1), R: (1, 1)}


def test_the_latest_coding_of_a_coder_counts(coding):
    codings = [
        coding("r.1", "jane", R, day=1),
        coding("r.1", "jane", C, day=2),
        coding("r.1", "joe", C),
    ]
    assert coder_agreement(codings).disagreements == ()


def test_a_disagreement_shows_the_words_where_the_responses_are_given(coding, response):
    spoken = response("1", "ada", "Yes, if the harbour pays.")
    codings = [coding(spoken.id, "jane", C), coding(spoken.id, "joe", Q)]
    (told,) = coder_agreement(codings, responses=[spoken], resamples=0).disagreements
    assert told.text == "Yes, if the harbour pays."
    found = coder_agreement(codings, responses=[spoken], resamples=0)
    assert "if the harbour pays" in str(found.disagreements_table())
    (bare,) = coder_agreement(codings, resamples=0).disagreements
    assert (bare.response, bare.text) == (spoken.id, None)


def test_the_order_of_the_codings_changes_nothing(coding):
    codings = [
        coding(f"r.{i}", who, s) for i, s in enumerate((C, R, Q, S)) for who in ("jane", "joe")
    ]
    codings.append(coding("r.9", "jane", D))
    one, other = (coder_agreement(order, resamples=50) for order in (codings, codings[::-1]))
    assert one == other


def test_the_interval_is_wilsons():
    # Wilson for 9 of 10 at 95 %, by hand: centre .7829, half width .1993 -> .596 to .982.
    share = Share.of(9, 10)
    assert (round(share.low, 3), round(share.high, 3)) == (0.596, 0.982)
    assert Share.of(0, 0).value is None


@pytest.mark.parametrize(("resamples", "told"), [(39, False), (40, True), (82, True)])
def test_the_interval_is_the_percentiles_of_forty_samples_or_more(coding, resamples, told):
    pairs = [(C, C), (C, R), (R, R), (Q, Q), (S, Q), (D, D), (R, D), (S, R), (C, S), (D, Q)]
    codings = [
        coding(f"r.{unit}", coder, stance)
        for unit, pair in enumerate(pairs)
        for coder, stance in zip(("jane", "joe"), pair, strict=True)
    ]
    found = coder_agreement(codings, level="ordinal", resamples=resamples, seed=3)
    source = random.Random(3)
    drawn = [source.choices(pairs, k=len(pairs)) for _ in range(resamples)]
    alphas = sorted(plain_alpha(sample, Level.ORDINAL) for sample in drawn)
    if told:
        place = [round(share * (len(alphas) - 1)) for share in (0.025, 0.975)]
        expected = [alphas[at] for at in place]
        assert [found.low, found.high] == pytest.approx(expected, abs=1e-12)
    else:
        assert (found.low, found.high) == (None, None)
