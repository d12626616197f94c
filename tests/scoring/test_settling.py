"""Each case of settling several codings and several answers, worked by hand."""

import datetime as dt
from fractions import Fraction

import attrs
import pytest

from civicpledge.errors import UnknownIdError
from civicpledge.model.asks import Participation, ParticipationStatus, Power
from civicpledge.model.findings import Qualification, Stance
from civicpledge.model.responses import (
    NOBODY,
    Absence,
    Decision,
    DecisionKind,
    Named,
    Unattributed,
)
from civicpledge.model.sources import Span
from civicpledge.scoring.rubric import DEFAULT_RUBRIC, Alternatives, MissingPolicy, Rubric
from civicpledge.scoring.scoreboard import score
from civicpledge.scoring.settling import Settlement

C, Q, S, D, R, U = list(Stance)
HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)
SOMEWHERE = Span(source="page", start=1, end=4)


@pytest.fixture
def world(make):
    made = make.World()
    made.candidate("ann")
    return made


def ends(world, rubric=DEFAULT_RUBRIC, **options):
    """The interval of the only candidate."""
    found = score(world.dataset(), rubric, **options)["ann"]
    return found.low, found.high


def coded(world, *stances, ask=None):
    """One response to a new ask, coded by one person for each stance."""
    said = world.say(world.field[0], ask or world.ask(len(world.records["asks"])))
    for number, stance in enumerate(stances):
        world.code(said, stance, coder=f"person{number}")
    return said


@pytest.mark.parametrize(("stance", "points"), [(C, 1), (Q, HALF), (S, QUARTER), (D, 0), (R, 0)])
def test_one_coding_gives_the_points_of_its_stance(world, stance, points):
    coded(world, stance)
    assert ends(world) == (points, points)


def test_an_abstention_and_words_nobody_coded_may_be_worth_anything(world):
    coded(world, U)
    assert ends(world) == (0, 1)
    coded(world)
    assert ends(world) == (0, 1)


def test_a_strict_majority_of_people_holds(world):
    coded(world, C, C, R)
    assert ends(world) == (1, 1)


def test_without_a_strict_majority_the_range_over_people_holds(world):
    coded(world, C, S)
    assert ends(world) == (QUARTER, 1)
    assert score(world.dataset())["ann"].coded == 0


def test_half_of_the_people_is_no_majority(world):
    coded(world, C, C, R, S)
    assert ends(world) == (0, 1)


def test_an_abstention_is_a_vote_that_can_prevent_a_majority(world):
    coded(world, C, U)
    assert ends(world) == (0, 1)


def test_people_win_over_the_codebook(world):
    said = coded(world, S)
    world.code(said, C)
    assert ends(world) == (QUARTER, QUARTER)


def test_of_the_codebooks_versions_the_latest_holds_as_people_count(world):
    said = coded(world)
    world.code(said, C, version="1.9")
    world.code(said, S, version="1.10")
    assert ends(world) == (QUARTER, QUARTER)


def test_of_one_persons_codings_the_latest_holds(world):
    said = coded(world)
    world.code(said, C, coder="eve", date=dt.date(2030, 6, 2))
    world.code(said, R, coder="eve", date=dt.date(2030, 6, 1))
    assert ends(world) == (1, 1)


def test_an_adjudicated_coding_wins_over_a_majority(world):
    said = coded(world, C, C)
    world.rule(world.code(said, R, coder="judge"))
    assert ends(world) == (0, 0)


def test_of_several_answers_in_a_round_the_latest_counts(world):
    ask = world.ask(1)
    later = world.say(world.field[0], ask, said=dt.date(2030, 4, 2))
    earlier = world.say(world.field[0], ask, said=dt.date(2030, 4, 1))
    world.code(earlier, C)
    world.code(later, S)
    assert ends(world) == (QUARTER, QUARTER)


def test_a_manifesto_counts_only_where_it_is_named(world):
    ask = world.ask(1)
    pledge = world.say(world.field[0], ask, source="book", of=None)
    world.code(pledge, C)
    assert ends(world) == (0, 1)
    assert ends(world, sources=["book"]) == (1, 1)


def test_of_one_manifesto_the_firmest_words_count(world):
    ask = world.ask(1)
    for stance in (S, C, U):
        world.code(world.say(world.field[0], ask, source="book", of=None), stance)
    assert ends(world, sources=["book"]) == (1, 1)
    assert score(world.dataset(), sources=["book"])["ann"].coded == 1


def test_an_abstention_in_a_manifesto_may_be_firmer_than_the_rest(world):
    ask = world.ask(1)
    for stance in (S, U):
        world.code(world.say(world.field[0], ask, source="book", of=None), stance)
    assert ends(world, sources=["book"]) == (QUARTER, 1)
    assert score(world.dataset(), sources=["book"]).grid().cells[0].word == "unclear"
    world.say(world.field[0], ask, source="book", of=None)
    assert score(world.dataset(), sources=["book"]).grid().cells[0].word == "not coded"


def test_occasions_that_differ_give_the_range_between_them(world):
    ask = world.ask(1)
    world.code(world.say(world.field[0], ask), S)
    world.code(world.say(world.field[0], ask, source="book", of=None), C)
    assert ends(world, sources=["book", "page"]) == (QUARTER, 1)
    assert score(world.dataset(), sources=["book", "page"])["ann"].coded == 0


def test_a_coding_of_a_part_goes_before_one_of_the_whole_by_the_same_coder(world):
    ask = world.ask(1, parts=("a", "b"))
    said = world.say(world.field[0], ask)
    world.code(said, C, coder="eve")
    world.code(said, R, coder="eve", part=f"{ask}.b")
    assert ends(world) == (HALF, HALF)


def test_parts_share_the_weight_of_their_ask(world):
    split, whole = world.ask(1, parts=("a", "b", "c")), world.ask(2)
    world.held(world.field[0], f"{split}.a", C, ask=split)
    world.held(world.field[0], whole, S)
    # (1/3 x [1] + 2/3 x [0, 1] + 1 x 1/4) / 2
    assert ends(world) == (Fraction(7, 24), Fraction(15, 24))


def test_open_parts_are_not_scored(world):
    ask = world.ask(1, parts=("a",), open_parts=("z",))
    world.held(world.field[0], f"{ask}.a", C, ask=ask)
    world.say(world.field[0], f"{ask}.z")
    found = score(world.dataset())["ann"]
    assert (found.low, found.due, found.answered, found.coded) == (1, 1, 1, 1)


def test_unattributed_words_change_no_bound_and_are_listed(world):
    ask = world.ask(1)
    said = world.say(None, ask, attribution=Unattributed(reason="no name on the page"))
    world.code(said, C)
    found = score(world.dataset())["ann"]
    assert (found.low, found.high, found.answered) == (0, 1, 0)
    assert found.absences == {Absence.UNATTRIBUTED: 1}
    assert found.unattributed == (said,)


def test_words_of_somebody_else_do_not_count(world):
    ask = world.ask(1)
    other = world.candidate("bob")
    world.held(other, ask, C)
    assert ends(world) == (0, 1)


def test_words_by_a_person_without_a_candidacy_do_not_count(world):
    ask = world.ask(1)
    world.code(world.say(None, ask, attribution=Named(person="ann")), C)
    assert ends(world) == (0, 1)


def test_powers_weigh_numerator_and_denominator(world):
    decided, convened = world.ask(1), world.ask(2, mayor=Power.CONVENES)
    world.held(world.field[0], decided, R)
    world.held(world.field[0], convened, C)
    # (1 x 0 + 1/2 x 1) / (1 + 1/2)
    assert ends(world) == (Fraction(1, 3), Fraction(1, 3))


def test_only_codings_by_the_coders_asked_for_count(world):
    coded(world, C, S)
    assert ends(world, coders=["person1"]) == (QUARTER, QUARTER)
    with pytest.raises(UnknownIdError, match="person1"):
        ends(world, coders=["persno1"])


def test_alternatives_widen_a_cell_only_where_the_rubric_says_so(world):
    said = coded(world)
    world.code(said, S, alternatives=(C, D))
    assert ends(world) == (QUARTER, QUARTER)
    assert ends(world, Rubric(alternatives=Alternatives.WIDEN)) == (0, 1)


def test_the_bonus_follows_specificity_and_is_a_range_where_nobody_judged_it(world):
    rubric = Rubric(specificity_bonus="0.3")
    said = coded(world)
    world.code(said, S, specificity=1)
    assert ends(world, rubric) == (Fraction(35, 100), Fraction(35, 100))
    world.code(coded(world), S)
    # the second ask is worth 1/4 to 1/4 + 3/10
    assert ends(world, rubric) == (Fraction(30, 100), Fraction(45, 100))


def test_the_bonus_neither_passes_one_nor_pays_for_a_specific_refusal(world):
    rubric = Rubric(specificity_bonus=1)
    world.code(coded(world), Q, Qualification.PARTIAL, specificity=3)
    assert ends(world, rubric) == (1, 1)
    world.code(coded(world), R, specificity=3)
    assert ends(world, rubric) == (HALF, HALF)


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (MissingPolicy.BOUNDS, (HALF, 1)),
        (MissingPolicy.EXCLUDE, (1, 1)),
        (MissingPolicy.AS_NOTHING, (HALF, HALF)),
        (MissingPolicy.NEUTRAL, (Fraction(3, 4), Fraction(3, 4))),
    ],
)
def test_each_missing_policy_on_one_pledge_and_one_silence(world, policy, expected):
    coded(world, C)
    world.ask(9)
    assert ends(world, Rubric(missing=policy)) == expected


def test_no_missing_policy_touches_words_that_nobody_could_code(world):
    coded(world, U)
    for policy in MissingPolicy:
        assert ends(world, Rubric(missing=policy)) == (0, 1)


def test_it_is_told_who_settled_a_response(world):
    said = coded(world)
    world.code(said, C)
    only = score(world.dataset())["ann"].valued[0].verdict.settled[0]
    assert only.by is Settlement.CODEBOOK
    world.rule(world.records["codings"][0].id)
    only = score(world.dataset())["ann"].valued[0].verdict.settled[0]
    assert only.by is Settlement.ADJUDICATED


def test_one_persons_coding_is_the_peoples(world):
    coded(world, C)
    only = score(world.dataset())["ann"].valued[0].verdict.settled[0]
    assert only.by is Settlement.PEOPLE


@pytest.mark.parametrize(
    ("kinds", "word"),
    [
        ((Qualification.PARTIAL, Qualification.PARTIAL), "qualified: partial"),
        ((Qualification.PARTIAL, Qualification.CONDITIONAL), "qualified"),
    ],
)
def test_people_who_agree_on_qualified_may_differ_on_how(world, kinds, word):
    said = coded(world)
    for number, kind in enumerate(kinds):
        world.code(said, Q, kind, coder=f"person{number}")
    assert ends(world) == (HALF, HALF)
    assert score(world.dataset()).grid().cells[0].word == word
    apart = Rubric(partial="1/4", supportive="1/4", conditional="3/4")
    assert ends(world, apart) == (QUARTER, Fraction(3, 4) if len(set(kinds)) > 1 else QUARTER)


@pytest.mark.parametrize(
    ("other", "expected"),
    [(U, (0, 1)), (S, (QUARTER, 1)), (Q, (Fraction(3, 10), 1)), (R, (0, 1))],
)
def test_each_alternative_to_a_pledge_widens_by_its_own_points(world, other, expected):
    world.code(coded(world), C, alternatives=(other,))
    rubric = Rubric(alternatives=Alternatives.WIDEN, partial="0.3")
    assert ends(world, rubric) == expected


def test_a_pledge_and_a_supportive_line_in_one_manifesto_are_a_pledge(world):
    ask = world.ask(1)
    for stance in (S, C):
        world.code(world.say(world.field[0], ask, source="book", of=None), stance)
    assert ends(world, sources=["book"]) == (1, 1)
    assert score(world.dataset(), sources=["book"])["ann"].coded == 1


def test_leaving_out_what_is_missing_leaves_nothing_of_a_silent_candidate(world):
    world.ask(1)
    found = score(world.dataset(), Rubric(missing=MissingPolicy.EXCLUDE))["ann"]
    assert (found.low, found.due) == (None, 1)
    assert found.reason == "there is no answer, and missing ones weigh nothing in the rubric"


def test_unattributed_words_are_named_in_the_explanation(world):
    said = world.say(None, world.ask(1), attribution=Unattributed(reason="no name"))
    text = score(world.dataset())["ann"].explain()
    assert text.splitlines()[0].endswith(
        f"Unattributed: 1. Words that may be theirs and count for nothing: {said}."
    )


def test_a_ruling_on_a_part_goes_before_one_on_the_whole(world):
    ask = world.ask(1, parts=("a", "b"))
    said = world.say(world.field[0], ask)
    world.rule(world.code(said, R, coder="judge"))
    world.rule(world.code(said, C, coder="judge", part=f"{ask}.a"))
    assert ends(world) == (HALF, HALF)
    world.records["codings"].reverse()
    assert ends(world) == (HALF, HALF)


def test_cells_alike_but_for_specificity_or_power_are_told_apart(world):
    rubric = Rubric(specificity_bonus="3/10")
    one = world.ask(1, pcc=Power.CONVENES)
    other = world.candidate("cy", "pcc")
    third = world.candidate("dee")
    for who, specificity in ((world.field[0], 0), (other, 3), (third, 1)):
        world.code(world.say(who, one), S, specificity=specificity)
    extra = world.ask(2, pcc=Power.DECIDES)
    world.code(world.say(other, extra), R)
    board = score(world.dataset(), rubric)
    # of two asks: (1/4 + 1/10) / 2, then 1/4 / 2; convened and decided: 1/2 (1/4 + 3/10) / (3/2)
    assert (board[third].low, board[other].low) == (Fraction(7, 40), Fraction(11, 60))
    assert board[world.field[0]].low == Fraction(1, 8)


def test_an_ask_of_which_one_part_is_unclear_is_answered_and_not_coded(world):
    ask = world.ask(1, parts=("a", "b"))
    for part, stance in (("a", C), ("b", U)):
        world.code(world.say(world.field[0], f"{ask}.{part}"), stance, ask=ask)
    found = score(world.dataset())["ann"]
    assert (found.due, found.answered, found.coded) == (1, 1, 0)


def test_an_ask_without_words_is_counted_once_by_its_most_telling_reason(world):
    ask = world.ask(1, parts=("a", "b"))
    world.say(None, f"{ask}.a", attribution=Unattributed(reason="no name"))
    assert score(world.dataset())["ann"].absences == {Absence.UNATTRIBUTED: 1}


def test_the_codebooks_latest_version_holds_in_whatever_order_it_was_recorded(world):
    said = coded(world)
    world.code(said, C, version="10")
    world.code(said, S, version="9")
    assert ends(world) == (1, 1)


def test_the_codebooks_coding_of_a_part_goes_before_its_later_one_of_the_whole(world):
    ask = world.ask(1, parts=("a",))
    said = world.say(world.field[0], ask)
    world.code(said, C, part=f"{ask}.a", version="1")
    world.code(said, S, version="2")
    assert ends(world) == (1, 1)


def test_a_ruling_holds_against_a_coding_recorded_after_it(world):
    coded(world, R, C)
    world.rule(world.records["codings"][0].id)
    assert ends(world) == (0, 0)


def test_the_latest_answer_counts_also_where_only_an_earlier_one_is_coded(world):
    ask = world.ask(1)
    coded(world, C, ask=ask)
    coded(world, ask=ask)
    assert ends(world) == (0, 1)


def test_a_single_coding_by_somebody_else_than_those_asked_for_counts_for_nothing(world):
    coded(world, C)
    world.code(coded(world), R, coder="jane")
    # two asks, each coded by one of them
    assert ends(world, coders=["jane"]) == (0, HALF)
    assert ends(world, coders=["person0"]) == (HALF, 1)


def test_of_one_manifesto_a_qualified_pledge_is_firmer_than_warm_words_and_a_refusal(world):
    ask = world.ask(1)
    for stance, kind in ((R, None), (Q, Qualification.PARTIAL), (S, None)):
        world.code(world.say(world.field[0], ask, source="book", of=None), stance, kind)
    board = score(world.dataset(), Rubric(partial="1/3"), sources=["book"])
    assert (board["ann"].low, board["ann"].high, board["ann"].coded) == (Fraction(1, 3),) * 2 + (1,)
    assert board.grid().cells[0].word == "qualified: partial"


def test_words_printed_twice_stand_where_they_stand_first(world):
    ask = world.ask(1)
    for stance, starts in ((C, (10, 90)), (R, (50,))):
        coded(world, stance, ask=ask)
        spans = tuple(Span(source="page", start=at, end=at + 5) for at in starts)
        held = world.records["responses"][-1]
        world.records["responses"][-1] = attrs.evolve(held, appearances=spans)
    # the second is the later one: its first place lies behind the other's first
    assert ends(world) == (0, 0)


def test_words_of_the_round_do_not_count_where_other_sources_are_named(world):
    coded(world, C)
    assert ends(world, sources="book") == (0, 1)
    assert ends(world, sources="page") == (1, 1)


def test_a_cell_gives_its_words_and_codings_or_none(world):
    said = coded(world, C)
    world.ask(2)
    held, empty = world.dataset().cells("ann")
    assert [r.id for r in held.responses] == [c.response for c in held.codings] == [said]
    assert (empty.responses, empty.codings, empty.absence) == ((), (), Absence.NOT_RECORDED)


@pytest.mark.parametrize(
    ("status", "evidence", "reason"),
    [
        (ParticipationStatus.DID_NOT_REPLY, {"note": "wrote twice"}, Absence.NO_REPLY),
        (ParticipationStatus.DID_NOT_REPLY, {"span": SOMEWHERE}, Absence.NO_REPLY),
        (ParticipationStatus.DID_NOT_REPLY, {}, Absence.NOT_RECORDED),
        (ParticipationStatus.WITHDREW, {"note": "by letter"}, Absence.DECLINED),
        (ParticipationStatus.WITHDREW, {}, Absence.NOT_RECORDED),
        (ParticipationStatus.ATTENDED, {"span": SOMEWHERE}, Absence.NOT_RECORDED),
    ],
)
def test_a_participation_tells_why_there_are_no_words_only_where_it_has_evidence(
    world, status, evidence, reason
):
    world.ask(1)
    dataset = world.dataset()
    who = Participation(person="ann", candidate=world.field[0], status=status, **evidence)
    rounds = tuple(attrs.evolve(r, participation=(who,)) for r in dataset.rounds)
    (cell,) = attrs.evolve(dataset, rounds=rounds).cells("ann")
    assert cell.absence is reason


@pytest.mark.parametrize(
    ("statuses", "reason"),
    [
        (["did_not_reply", "withdrew"], Absence.NOT_RECORDED),
        (["attended", "did_not_reply"], Absence.NOT_RECORDED),
        (["withdrew", "unknown"], Absence.NOT_RECORDED),
        (["withdrew", "withdrew"], Absence.DECLINED),
    ],
)
def test_two_accounts_of_one_candidate_tell_only_what_both_say_in_whatever_order(
    world, statuses, reason
):
    world.ask(1)
    dataset = world.dataset()
    accounts = [
        Participation(person="ann", candidate=world.field[0], status=status, note=note)
        for status, note in zip(map(ParticipationStatus, statuses), ("a", "b"), strict=True)
    ]
    for took_part in (accounts, accounts[::-1]):
        rounds = tuple(attrs.evolve(r, participation=tuple(took_part)) for r in dataset.rounds)
        (cell,) = attrs.evolve(dataset, rounds=rounds).cells("ann")
        assert cell.absence is reason
        assert cell.content.note == ("a; b" if reason is Absence.DECLINED else None)


def ruled(world, kind, subject, *choices):
    """Rule on a subject, once for each choice and its day in May."""
    for choice, day in choices:
        world.records["decisions"].append(
            Decision(
                kind=kind,
                subject=subject,
                choice=choice,
                by="chair",
                date=dt.date(2030, 5, day),
                reason="heard again",
            )
        )


def test_a_ruling_on_who_spoke_gives_the_words_or_takes_them_and_the_latest_holds(world):
    said = coded(world, C)
    ruled(world, DecisionKind.ATTRIBUTION, said, (NOBODY, 3))
    assert ends(world) == (0, 1)
    ruled(world, DecisionKind.ATTRIBUTION, said, (world.field[0], 4))
    assert ends(world) == (1, 1)
    ruled(world, DecisionKind.ATTRIBUTION, said, (NOBODY, 2))
    assert ends(world) == (1, 1)


def test_a_ruling_on_what_is_answered_may_name_several_asks_or_none(world):
    first, second = world.ask(1), world.ask(2)
    said = coded(world, C, ask=first)
    world.code(said, C, coder="person0", ask=second)
    assert score(world.dataset())["ann"].answered == 1
    ruled(world, DecisionKind.LINK, said, (first, 3), (second, 3))
    assert score(world.dataset())["ann"].answered == 2
    ruled(world, DecisionKind.LINK, said, (NOBODY, 4))
    assert score(world.dataset())["ann"].answered == 0
    assert world.dataset().answered_by(said) == ()


@pytest.mark.parametrize(("spoken", "counts"), [("", (0, 0)), ("a", (1, 1)), ("ab", (1, 1))])
def test_an_ask_in_parts_is_answered_once_where_any_part_has_words(world, spoken, counts):
    ask = world.ask(1, parts=("a", "b"))
    for part in spoken:
        world.code(world.say(world.field[0], f"{ask}.{part}"), C, ask=ask)
    found = score(world.dataset())["ann"]
    assert (found.due, found.answered, found.coded) == (1, *counts)


def test_scores_of_the_same_cells_are_equal_whatever_else_the_dataset_holds(world):
    coded(world, C)
    dataset = world.dataset()
    noted = attrs.evolve(dataset, provenance=("by hand",))
    assert score(noted).scores == score(dataset).scores
