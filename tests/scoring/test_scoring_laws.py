"""Laws that every score obeys, on random datasets, and a second, obvious implementation."""

from collections import Counter
from fractions import Fraction
from itertools import pairwise, product

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from civicpledge.model.asks import Power, Remit
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import CODEBOOK, Basis, Finding, Qualification, Stance
from civicpledge.model.responses import Contested, Named
from civicpledge.scoring.rubric import Alternatives, MissingPolicy, Rubric
from civicpledge.scoring.scoreboard import score

many = settings(deadline=None, suppress_health_check=list(HealthCheck))
POLICIES = st.sampled_from(list(MissingPolicy))
SIXTHS = st.integers(0, 6).map(lambda n: Fraction(n, 6))


@st.composite
def rubrics(draw, missing=POLICIES):
    """Draw a rubric of sixths, firm stances never below less firm ones."""
    refused, deflected, supportive, a, b, c, committed = sorted(
        draw(st.lists(SIXTHS, min_size=7, max_size=7))
    )
    powers = draw(st.lists(SIXTHS, min_size=4, max_size=4).filter(any))
    return Rubric(
        committed=committed,
        conditional=a,
        partial=b,
        other_means=c,
        supportive=supportive,
        deflected=deflected,
        refused=refused,
        **dict(zip(("decides", "funds", "convenes", "influences"), powers, strict=True)),
        specificity_bonus=draw(SIXTHS),
        alternatives=draw(st.sampled_from(list(Alternatives))),
        missing=draw(missing),
    )


BOUNDS = rubrics(missing=st.just(MissingPolicy.BOUNDS))


def plain_score(dataset, rubric, candidate):
    """Score by plain loops over the records: what the contract says, as short as can be."""
    who = next(c for c in dataset.candidates if c.id == candidate)
    office = dataset.contest(who.contest).office
    remits = {r.ask: r.power for r in dataset.remits if r.office == office}
    total = low = high = Fraction(0)
    for ask in dataset.asks:
        in_field = candidate in dataset.round(ask.round).field
        if remits.get(ask.id, Power.NONE) is Power.NONE or not in_field:
            continue
        limbs = [p.id for p in ask.parts if p.form == "limb"] or [ask.id]
        for limb in limbs:
            said = [
                r
                for r in dataset.responses
                if isinstance(r.attribution, Named)
                and r.attribution.candidate == candidate
                and r.round == ask.round
                and {limb, ask.id} & set(r.answers)
            ]
            weight = getattr(rubric, remits[ask.id]) / len(limbs)
            least, most = {
                "bounds": (0, 1),
                "exclude": (0, 0),
                "as_nothing": (0, 0),
                "neutral": (Fraction(1, 2), Fraction(1, 2)),
            }[rubric.missing]
            if said:
                least, most = plain_worth(dataset, rubric, max(said, key=lambda r: r.id), limb)
            elif rubric.missing == "exclude":
                weight = Fraction(0)
            total, low, high = total + weight, low + weight * least, high + weight * most
    return (low / total, high / total) if total else (None, None)


def plain_worth(dataset, rubric, response, limb):
    """What one response is worth for one ask or part (no two codings by one coder, no rulings)."""
    codings = {}
    for c in dataset.codings:
        fits = limb in (c.part, c.ask) or (c.part is None and limb.startswith(c.ask))
        if c.response == response.id and fits:
            codings[c.coder] = c.finding
    people = [finding for coder, finding in sorted(codings.items()) if coder != CODEBOOK]
    stances = Counter(f.stance for f in people)
    for stance, votes in stances.items():
        if 2 * votes > len(people):
            people = [f for f in people if f.stance is stance]
            break
    findings = people or list(codings.values())
    worths = [plain_points(rubric, f) for f in findings] or [[Fraction(0), Fraction(1)]]
    return min(map(min, worths)), max(map(max, worths))


def plain_points(rubric, finding):
    """Every number of points one finding may be worth."""
    if finding.stance is Stance.UNCLEAR:
        return [Fraction(0), Fraction(1)]
    points = getattr(rubric, finding.qualification or finding.stance)
    levels = [0, 3] if finding.specificity is None else [finding.specificity]
    bonus = [rubric.specificity_bonus * level / 3 if points else 0 for level in levels]
    worths = [min(Fraction(1), points + extra) for extra in bonus]
    for other in finding.alternatives if rubric.alternatives == "widen" else ():
        names = list(Qualification) if other is Stance.QUALIFIED else [other]
        worths += [0, 1] if other is Stance.UNCLEAR else [getattr(rubric, n) for n in names]
    return worths


@many
@given(data=st.data())
def test_a_plain_loop_gives_the_same_intervals(make, data):
    dataset, rubric = data.draw(make.worlds()).dataset(), data.draw(rubrics())
    for found in score(dataset, rubric):
        assert (found.low, found.high) == plain_score(dataset, rubric, found.candidate)


@many
@given(data=st.data())
def test_contributions_sum_to_both_ends_and_shares_to_one(make, data):
    for found in score(data.draw(make.worlds()).dataset(), data.draw(rubrics())):
        if found.low is None:
            assert found.reason
            continue
        parts = found.contributions
        assert sum(p.low for p in parts) == found.low
        assert sum(p.high for p in parts) == found.high
        assert sum(p.share for p in parts) == 1
        assert 0 <= found.low <= found.high <= 1


@many
@given(data=st.data())
def test_groups_recombine_to_the_whole(make, data):
    board = score(data.draw(make.worlds()).dataset(), data.draw(rubrics()))
    for dimensions in ("theme",), ("ask",), ("party",), ("source",), ("candidate", "theme"):
        found = board.by(*dimensions)
        if found.whole.low is None:
            continue
        assert sum(g.share * g.low for g in found.groups if g.share) == found.whole.low
        assert sum(g.share * g.high for g in found.groups if g.share) == found.whole.high


@many
@given(data=st.data())
def test_the_themes_of_a_candidate_recombine_to_the_score(make, data):
    board = score(data.draw(make.worlds()).dataset(), data.draw(rubrics()))
    for found in board:
        groups = [g for g in board.by("candidate", "theme").groups if g.key[0] == found.candidate]
        weight = sum(g.tally.weight for g in groups)
        assert weight == found.weight
        if weight:
            assert (
                sum(g.tally.weight * g.low for g in groups if g.low is not None)
                == weight * found.low
            )


@many
@given(data=st.data())
def test_bounds_hold_every_completion_of_the_missing_cells(make, data):
    world = data.draw(make.worlds(most_candidates=2, most_asks=2))
    dataset, rubric = world.dataset(), data.draw(BOUNDS)
    who = world.records["candidates"][0].id
    empty = [cell for cell in dataset.cells(who) if cell.due and not cell.answered][:3]
    found = score(dataset, rubric)[who]
    stances = (Stance.COMMITTED, Stance.SUPPORTIVE, Stance.REFUSED)
    for choice in product(stances, repeat=len(empty)):
        completed = _completed(dataset, empty, choice, make)
        inner = score(completed, rubric)[who]
        if found.low is not None:
            assert found.low <= inner.low <= inner.high <= found.high


def _completed(dataset, cells, stances, make):
    """Fill empty cells with one coded response each."""
    world = make.World()
    person = {c.id: c.person for c in dataset.candidates}
    world.records["responses"], world.records["codings"] = list(dataset.responses), []
    codings = list(dataset.codings)
    for number, (cell, stance) in enumerate(zip(cells, stances, strict=True)):
        who = Named(person=person[cell.candidate], candidate=cell.candidate)
        said = world.say(None, cell.part or cell.ask, attribution=who, n="x")
        world.code(said, stance, coder="filler", ask=cell.ask, part=cell.part)
        codings.append(attrs.evolve(world.records["codings"][-1], id=f"filler.{number}"))
    return attrs.evolve(
        dataset, responses=tuple(world.records["responses"]), codings=tuple(codings)
    )


@many
@given(data=st.data())
def test_coding_a_cell_that_held_nothing_never_widens_an_interval(make, data):
    world = data.draw(make.worlds(most_candidates=2))
    dataset, rubric = world.dataset(), data.draw(BOUNDS)
    who = world.records["candidates"][0].id
    empty = [cell for cell in dataset.cells(who) if cell.due and not cell.answered]
    assume(empty)
    stance = data.draw(st.sampled_from([s for s in Stance if s is not Stance.QUALIFIED]))
    before = score(dataset, rubric)[who]
    after = score(_completed(dataset, empty[:1], (stance,), make), rubric)[who]
    if before.low is not None:
        assert before.low <= after.low <= after.high <= before.high


FIRMER = [
    (Stance.REFUSED, None),
    (Stance.DEFLECTED, None),
    (Stance.SUPPORTIVE, None),
    (Stance.QUALIFIED, Qualification.PARTIAL),
    (Stance.COMMITTED, None),
]


@many
@given(data=st.data())
def test_a_firmer_stance_never_lowers_a_score(make, data):
    world = data.draw(make.worlds())
    assume(world.records["codings"])
    rubric = data.draw(rubrics())
    at = data.draw(st.integers(0, len(world.records["codings"]) - 1))
    # Only a coding that is alone on its response decides by itself; a vote may make a majority.
    held = world.records["codings"][at]
    world.records["codings"] = [
        c for c in world.records["codings"] if c is held or c.response != held.response
    ]
    boards = [score(_with_stance(world, held, *step), rubric) for step in FIRMER]
    for weaker, firmer in pairwise(boards):
        for a, b in zip(weaker, firmer, strict=True):
            assert a.low is None or (a.low <= b.low and a.high <= b.high)


def _with_stance(world, coding, stance, qualification):
    finding = Finding(
        stance=stance,
        qualification=qualification,
        specificity=coding.finding.specificity,
        basis=Basis.JUDGED,
    )
    dataset = world.dataset()
    codings = tuple(
        attrs.evolve(c, finding=finding) if c.id == coding.id else c for c in dataset.codings
    )
    return attrs.evolve(dataset, codings=codings)


@many
@given(data=st.data())
def test_the_order_of_records_makes_no_difference(make, data):
    dataset, rubric = data.draw(make.worlds()).dataset(), data.draw(rubrics())
    shuffled = {k: tuple(reversed(v)) for k, v in dataset.collections().items()}
    again = score(Dataset(**shuffled), rubric)
    assert [(s.candidate, s.low, s.high) for s in again] == [
        (s.candidate, s.low, s.high) for s in score(dataset, rubric)
    ]


@many
@given(data=st.data())
def test_names_and_parties_make_no_difference(make, data):
    dataset, rubric = data.draw(make.worlds()).dataset(), data.draw(rubrics())
    renamed = attrs.evolve(
        dataset,
        people=tuple(attrs.evolve(p, name=f"X {p.id}") for p in dataset.people),
        candidates=tuple(attrs.evolve(c, name="Zed", party=("red",)) for c in dataset.candidates),
        offices=tuple(attrs.evolve(o, title="Reeve") for o in dataset.offices),
    )
    before, after = score(dataset, rubric), score(renamed, rubric)
    assert [(s.low, s.high) for s in before] == [(s.low, s.high) for s in after]


@many
@given(data=st.data())
def test_identifiers_make_no_difference(make, data):
    dataset, rubric = data.draw(make.worlds()).dataset(), data.draw(rubrics())
    order = data.draw(st.permutations(range(len(dataset.candidates))))
    person = {c.person: f"p{order[i]}" for i, c in enumerate(dataset.candidates)}
    renamed = {c.id: f"{c.contest}.{person[c.person]}" for c in dataset.candidates}
    again = attrs.evolve(
        dataset,
        people=tuple(attrs.evolve(p, id=person[p.id]) for p in dataset.people),
        candidates=tuple(
            attrs.evolve(c, id=renamed[c.id], person=person[c.person]) for c in dataset.candidates
        ),
        rounds=tuple(
            attrs.evolve(r, field=tuple(renamed[c] for c in r.field)) for r in dataset.rounds
        ),
        responses=tuple(_said_by_renamed(r, person, renamed) for r in dataset.responses),
        absences=tuple(attrs.evolve(n, candidate=renamed[n.candidate]) for n in dataset.absences),
    )
    before, after = score(dataset, rubric), score(again, rubric)
    assert {renamed[s.candidate]: (s.low, s.high) for s in before} == {
        s.candidate: (s.low, s.high) for s in after
    }


def _said_by_renamed(response, person, renamed):
    said = response.attribution
    if isinstance(said, Named):
        said = attrs.evolve(said, person=person[said.person], candidate=renamed[said.candidate])
    elif isinstance(said, Contested):
        said = attrs.evolve(said, options=tuple(renamed[c] for c in said.options))
    return attrs.evolve(response, attribution=said)


@many
@given(data=st.data())
def test_an_ask_outside_the_remit_changes_nothing(make, data):
    world, rubric = data.draw(make.worlds()), data.draw(rubrics())
    before = score(world.dataset(), rubric)
    power = data.draw(st.sampled_from([None, Power.NONE]))
    ask = world.ask(99, mayor=power, pcc=power, parts=data.draw(st.sampled_from([(), ("a", "b")])))
    for candidate in world.records["candidates"]:
        world.held(
            candidate.id, ask, data.draw(st.sampled_from([Stance.COMMITTED, Stance.REFUSED]))
        )
    after = score(world.dataset(), rubric)
    for a, b in zip(before, after, strict=True):
        assert (a.low, a.high, a.of_answered, a.due, a.answered, a.coded) == (
            b.low,
            b.high,
            b.of_answered,
            b.due,
            b.answered,
            b.coded,
        )


@many
@given(data=st.data())
def test_powers_scale_freely(make, data):
    dataset, rubric = data.draw(make.worlds()).dataset(), data.draw(rubrics())
    times = data.draw(st.integers(1, 7))
    scaled = attrs.evolve(
        rubric,
        **{p: getattr(rubric, p) * times for p in ("decides", "funds", "convenes", "influences")},
    )
    asks = attrs.evolve(rubric, ask_weights={ask.id: times for ask in dataset.asks})
    first = [(s.low, s.high) for s in score(dataset, rubric)]
    assert first == [(s.low, s.high) for s in score(dataset, scaled)]
    assert first == [(s.low, s.high) for s in score(dataset, asks)]


@many
@given(data=st.data())
def test_splitting_a_dataset_and_combining_it_again_gives_the_same_scores(make, data):
    dataset, rubric = data.draw(make.worlds()).dataset(), data.draw(rubrics())
    whole = {s.candidate: (s.low, s.high) for s in score(dataset, rubric)}
    parts = [dataset.select(contest=contest.id) for contest in dataset.contests]
    apart = {s.candidate: (s.low, s.high) for part in parts for s in score(part, rubric)}
    again = {s.candidate: (s.low, s.high) for s in score(parts[0].combine(parts[1]), rubric)}
    assert apart == again == whole


@many
@given(data=st.data())
def test_counts_never_pass_each_other(make, data):
    for found in score(data.draw(make.worlds()).dataset()):
        assert found.due >= found.answered >= found.coded >= 0
        absent = sum(n for reason, n in found.absences.items() if reason.due)
        assert absent == found.due - found.answered
        assert (found.low is None) == (found.due == 0)


def test_the_remit_is_what_is_recorded_for_the_candidates_own_office(make):
    world = make.World()
    mayor, pcc = world.candidate("ann"), world.candidate("bob", "pcc")
    ask = world.ask(1, mayor=Power.DECIDES, pcc=None)
    for who in (mayor, pcc):
        world.held(who, ask, Stance.COMMITTED)
    board = score(world.dataset())
    assert (board[mayor].low, board[pcc].low) == (1, None)
    world.records["remits"].append(Remit(ask=ask, office="pcc.haven", power=Power.INFLUENCES))
    assert score(world.dataset())[pcc].low == 1


@pytest.mark.parametrize("policy", list(MissingPolicy))
def test_a_candidate_to_whom_nothing_is_due_has_no_score_and_a_reason(make, policy):
    world = make.World()
    world.candidate("ann")
    found = score(world.dataset(), Rubric(missing=policy))["ann"]
    assert (found.low, found.high, found.of_answered, found.due) == (None, None, None, 0)
    assert found.reason == "no ask was put to the candidate that the office can do something about"
