"""Scoreboards, ranks, grids, groups and labels, worked by hand on small datasets."""

import datetime as dt
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicpledge.errors import AmbiguousIdError, UnknownIdError
from civicpledge.model.asks import Power
from civicpledge.model.findings import Qualification, Stance
from civicpledge.model.responses import Absence
from civicpledge.model.sources import Span
from civicpledge.scoring.labels import BANDS, FEWEST_ANSWERS, band_of, label_of
from civicpledge.scoring.ranks import Entrant, ranks_of
from civicpledge.scoring.scoreboard import score

C, Q, S, D, R, U = list(Stance)


@pytest.fixture
def world(make):
    """Two mayors, one commissioner; ask 1 is both offices', 2 the Mayor's, 3 the Commissioner's."""
    made = make.World()
    ann, bob = made.candidate("ann", party=("blue",)), made.candidate("bob", party=("blue", "red"))
    cy = made.candidate("cy", "pcc")
    one = made.ask(1, pcc=Power.CONVENES, theme="homes")
    two = made.ask(2, theme="work")
    three = made.ask(3, mayor=None, pcc=Power.DECIDES)
    made.held(ann, one, C)
    made.held(ann, two, Q, qualification=Qualification.OTHER_MEANS)
    made.held(bob, one, U)
    made.note(bob, two, Absence.DECLINED)
    made.held(cy, one, R)
    made.held(cy, three, S)
    return made


@pytest.fixture
def board(world):
    return score(world.dataset())


def test_the_table_has_a_row_for_each_candidate(board):
    assert board.to_table().to_dict() == {
        "candidate": ["Ann", "Bob", "Cy"],
        "contest": ["mayor.haven.2030-05-02"] * 2 + ["pcc.haven.2030-05-02"],
        "party": ["blue", "blue + red", None],
        # (1 + 1/2) / 2; nothing known; (1/2 x 0 + 1 x 1/4) / (3/2)
        "low": [0.75, 0.0, 1 / 6],
        "high": [0.75, 1.0, 1 / 6],
        "of answered": [0.75, None, 1 / 6],
        "answered": [2, 1, 2],
        "coded": [2, 0, 2],
        "due": [2, 2, 2],
        "reason": [None, None, None],
    }


def test_scores_are_found_by_candidate_or_person(board, world):
    assert board["ann"] is board["mayor.haven.2030-05-02.ann"]
    with pytest.raises(UnknownIdError, match="did you mean"):
        board["an"]
    world.candidate("ann2", "pcc", person="ann")
    with pytest.raises(AmbiguousIdError):
        score(world.dataset())["ann"]


def test_the_board_counts_and_iterates(board):
    assert len(board) == 3
    assert [s.candidate for s in board] == [s.candidate for s in board.scores]
    assert repr(board) == "<Scoreboard: 3 rows>"
    assert "Ann" in str(board)
    assert "<table" in board._repr_html_()


def test_the_grid_has_a_word_in_every_cell(board):
    assert board.grid().to_table().rows() == [
        ("Ann", "committed", "qualified: other means", "out of remit"),
        ("Bob", "unclear", "declined", "out of remit"),
        ("Cy", "refused", "out of remit", "supportive"),
    ]


def test_a_grid_cell_knows_its_range_or_that_nothing_is_due(board):
    grid = board.grid()
    qualified = grid.cell("mayor.haven.2030-05-02.ann", "day.2")
    assert (qualified.low, qualified.high, qualified.due) == (Fraction(1, 2), Fraction(1, 2), True)
    outside = grid.cell("mayor.haven.2030-05-02.ann", "day.3")
    assert (outside.low, outside.high, outside.due) == (None, None, False)
    with pytest.raises(UnknownIdError):
        grid.cell("mayor.haven.2030-05-02.ann", "day.9")


def test_the_word_of_an_ask_in_parts_counts_them(make):
    world = make.World()
    ann = world.candidate("ann")
    ask = world.ask(1, parts=("a", "b", "c"))
    world.code(world.say(ann, f"{ask}.a"), C, ask=ask)
    assert score(world.dataset()).grid().cells[0].word == "1 committed, 2 not recorded of 3 parts"


def test_words_say_who_differs_and_that_nobody_coded(make):
    world = make.World()
    ann = world.candidate("ann")
    split, bare = world.ask(1), world.ask(2)
    said = world.say(ann, split)
    world.code(said, R, coder="eve")
    world.code(said, C, coder="ned")
    world.say(ann, bare)
    words = [cell.word for cell in score(world.dataset()).grid().cells]
    assert words == ["coders differ: committed or refused", "not coded"]


def test_somebody_outside_the_field_was_not_asked(make):
    world = make.World()
    world.candidate("ann")
    world.ask(1)
    world.field.clear()
    found = score(world.dataset())["ann"]
    assert (found.low, found.absences) == (None, {Absence.NOT_ASKED: 1})


def test_ranks_leave_open_what_overlaps(board):
    ranks = board.ranks()
    assert [(r.candidate[-3:], r.best, r.worst, r.of) for r in ranks] == [
        ("ann", 1, 2, 2),
        ("bob", 1, 2, 2),
        (".cy", 1, 1, 1),
    ]
    assert ranks["mayor.haven.2030-05-02.ann"].reason == (
        "not separated from Bob: the intervals overlap"
    )
    assert ranks[2].reason == "stands alone"
    with pytest.raises(UnknownIdError, match="no ranked candidate"):
        ranks["nobody"]


def intervals(*ends):
    return [
        Entrant(f"c{i}", f"C{i}", None if e is None else (Fraction(e[0]), Fraction(e[1])))
        for i, e in enumerate(ends)
    ]


def test_only_whole_intervals_apart_are_ranked():
    ranks = {
        r.candidate: (r.best, r.worst)
        for r in ranks_of("x", intervals((3, 4), (1, 2), (2, 3), None))
    }
    # c0 touches c2 and c1 touches c2, but c0 is above c1
    assert ranks == {"c0": (1, 2), "c1": (2, 3), "c2": (1, 3), "c3": (None, None)}


def test_equal_scores_share_their_places():
    ranks = ranks_of("x", intervals((1, 1), (1, 1)))
    assert [(r.best, r.worst) for r in ranks] == [(1, 2), (1, 2)]


def test_a_crowd_is_not_listed():
    reason = ranks_of("x", intervals(*[(0, 1)] * 9))[0].reason
    assert reason == "not separated from 8 others: the intervals overlap"


def test_up_to_five_neighbours_are_named():
    reason = ranks_of("x", intervals(*[(0, 1)] * 6))[0].reason
    assert reason == "not separated from C1, C2, C3, C4, C5: the intervals overlap"


def test_intervals_that_touch_at_an_end_overlap():
    above, below = ranks_of("x", intervals((2, 3), (1, 2)))
    assert (above.reason, below.reason) == (
        "not separated from C1: the intervals overlap",
        "not separated from C0: the intervals overlap",
    )


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)).map(sorted), max_size=8))
def test_places_are_those_of_a_count_by_hand(ends):
    for rank in ranks_of("x", intervals(*ends)):
        low, high = ends[int(rank.candidate[1:])]
        assert rank.best == 1 + sum(other[0] > high for other in ends)
        assert rank.worst == len(ends) - sum(other[1] < low for other in ends)


def test_groups_are_scored_with_the_weights_of_the_whole(board):
    offices = board.by_office()
    # Mayor: weights 1 1 1 1, lows 1 1/2 0 0
    assert (offices["mayor.haven"].low, offices["mayor.haven"].high) == (
        Fraction(3, 8),
        Fraction(7, 8),
    )
    assert offices["mayor.haven"].share == Fraction(4, Fraction(11, 2))
    # ask 1: weights 1 1 1/2, lows 1 0 0, highs 1 1 0
    assert (board.by_ask()["day.1"].low, board.by_ask()["day.1"].high) == (
        Fraction(2, 5),
        Fraction(4, 5),
    )
    assert [g.key[0] for g in board.by_theme().groups] == ["day.homes", "day.work", "no theme"]
    assert [g.key[0] for g in board.by_party().groups] == [
        "blue",
        "blue + red",
        "no party recorded",
    ]
    assert [g.key[0] for g in board.by_source().groups] == ["no words", "page"]
    assert [g.key[0] for g in board.by_year().groups] == ["2030"]
    assert board.by("candidate", "ask")["mayor.haven.2030-05-02.ann", "day.1"].low == 1
    assert board.by("theme", "theme").to_table() == board.by_theme().to_table()
    with pytest.raises(UnknownIdError, match="no dimension"):
        board.by("colour")
    with pytest.raises(UnknownIdError):
        board.by_ask()["day.9"]


def test_a_joint_party_and_words_in_two_sources_are_one_label_in_order(make):
    world = make.World()
    ann = world.candidate("ann", party=("red", "blue"))
    world.held(ann, world.ask(1), C)
    twice = tuple(Span(source=name, start=1, end=4) for name in ("page", "book"))
    held = world.records["responses"][-1]
    world.records["responses"][-1] = attrs.evolve(held, appearances=twice)
    board = score(world.dataset())
    assert [g.key for g in board.by_party().groups] == [("blue + red",)]
    assert [g.key for g in board.by_source().groups] == [("book + page",)]


@pytest.mark.parametrize(("held", "year"), [(dt.date(2029, 3, 1), "2029"), (None, "2030")])
def test_the_year_is_the_rounds_or_else_the_contests(make, held, year):
    world = make.World()
    world.held(world.candidate("ann"), world.ask(1), C)
    assert [g.key for g in score(world.dataset(day=held)).by_year().groups] == [(year,)]


def test_a_breakdown_is_a_table(board):
    row = board.by("candidate", "theme").to_table().rows()[0]
    assert row == ("mayor.haven.2030-05-02.ann", "day.homes", 1.0, 1.0, 1.0, 1, 1, 1, 2 / 11)


def test_contributions_show_what_each_cell_adds(board):
    table = board["ann"].to_table().to_dict()
    assert table["held to be"] == ["committed", "qualified: other means"]
    assert (table["weight"], table["printed in"]) == ([1.0, 1.0], ["page", "page"])
    assert table["responses"] == ["day.1.r0", "day.2.r1"]
    assert board["bob"].to_table().to_dict()["responses"] == ["day.1.r2", None]
    assert (table["low"], table["share"]) == ([0.5, 0.25], [0.5, 0.5])


def test_a_score_explains_itself(board):
    assert board["bob"].explain() == (
        "Bob scores between 0.00 and 1.00 of 1. Of 2 asks due, 1 has words and 0 "
        "a decided stance. Declined: 1. Out of remit: 1.\n"
        "day.1: unclear (day.1.r2 (page)), adds 0.00 to 0.50 of at most 0.50.\n"
        "day.2: declined, adds 0.00 to 0.50 of at most 0.50."
    )
    assert board["ann"].explain().startswith("Ann scores 0.75 of 1.")
    assert board.explain().splitlines()[0] == f"Rubric 'default' ({board.rubric_id})."


def test_ranks_groups_and_the_grid_explain_themselves(board):
    assert board.ranks().explain().splitlines()[0] == (
        "Ann in mayor.haven.2030-05-02: places 1 to 2 of 2, "
        "not separated from Bob: the intervals overlap."
    )
    # weights 2 and 2 of 5 1/2 for the Mayor's
    assert board.by("party", "ask").explain().splitlines()[0] == (
        "blue, day.1: 1.00; 1 due, 1 with words, 1 with a decided stance; "
        "0.18 of all weight (day.1.r0 (page))."
    )
    assert board.by_source().explain().splitlines()[0] == (
        "no words: 0.00 to 1.00; 1 due, 0 with words, 0 with a decided stance; 0.18 of all weight."
    )
    assert board.grid().explain().splitlines()[:3] == [
        "Ann, day.1: committed (day.1.r0 (page)).",
        "Ann, day.2: qualified: other means (day.2.r1 (page)).",
        "Ann, day.3: out of remit.",
    ]


def test_peers_explain_what_each_prints_and_what_it_makes_of_the_missing(board):
    lines = board.peers().explain().splitlines()
    # qualified is in between: (2 + 1) / 4
    assert lines[0].startswith("Ann (YU): ours 75.0 to 75.0; wahl_o_mat 75.0, vote_match 75.0,")
    assert lines[1].startswith("Bob (MM): ours 0.0 to 100.0; wahl_o_mat 0.0, vote_match nothing,")
    assert lines[-1] == (
        "skip_penalty, missing: costs two thirds of an item. "
        "Known defect: the two thirds have no reason given."
    )


def test_a_candidate_without_a_score_says_why(make):
    world = make.World()
    world.candidate("ann")
    board = score(world.dataset())
    assert "has no score: no ask was put" in board["ann"].explain()
    assert board.ranks()[0].reason == "has no score, so no place"
    assert label_of(board["ann"]).startswith("no score: no ask was put")


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("0", "under a quarter committed"),
        ("249/1000", "under a quarter committed"),
        ("1/4", "a quarter to half committed"),
        ("499/1000", "a quarter to half committed"),
        ("1/2", "half to three quarters committed"),
        ("749/1000", "half to three quarters committed"),
        ("3/4", "three quarters or more committed"),
        ("999/1000", "three quarters or more committed"),
        ("1", "committed to all"),
    ],
)
def test_every_cut_of_the_bands(value, label):
    assert band_of(Fraction(value)).label == label


@given(st.fractions(0, 1))
def test_every_score_lies_in_exactly_one_band(value):
    assert [band for band in BANDS if band.holds(value)] == [band_of(value)]


@pytest.mark.parametrize("value", [Fraction(-1, 9), Fraction(10, 9)])
def test_what_is_no_score_has_no_band(value):
    with pytest.raises(ValueError, match="does not lie between 0 and 1"):
        band_of(value)


@pytest.mark.parametrize(
    ("answers", "silences", "label"),
    [
        (FEWEST_ANSWERS - 1, 0, "too few answers for a word: 2 coded of 2 due, 3 needed"),
        (FEWEST_ANSWERS, 0, "committed to all"),
        (FEWEST_ANSWERS, 1, "from “three quarters or more committed” to “committed to all”"),
    ],
)
def test_below_the_fewest_answers_the_label_says_so(make, answers, silences, label):
    world = make.World()
    ann = world.candidate("ann")
    for number in range(answers + silences):
        ask = world.ask(number)
        if number < answers:
            world.held(ann, ask, C)
    assert label_of(score(world.dataset())["ann"]) == label


def test_one_source_or_coder_may_be_given_bare(world):
    dataset = world.dataset()
    assert score(dataset, sources="page").scores == score(dataset, sources=["page"]).scores
    assert score(dataset, coders="codebook").scores == score(dataset, coders=["codebook"]).scores


def test_progress_wraps_the_candidates(world):
    seen = []

    def watch(candidates):
        for candidate in candidates:
            seen.append(candidate.id)
            yield candidate

    assert len(score(world.dataset(), progress=watch)) == len(seen) == 3
