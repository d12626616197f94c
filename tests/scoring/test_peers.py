"""Peers' formulas: worked examples, known defects, symmetry."""

from fractions import Fraction
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicpledge.errors import SheetError, UnknownIdError
from civicpledge.model.findings import Stance
from civicpledge.scoring.peer_formulas import voting_words
from civicpledge.scoring.peers import (
    LETTERS,
    PEERS,
    PeerBook,
    peer_label,
    peer_names,
    peer_score,
    sheet_of,
    stated_consistency,
)
from civicpledge.scoring.scoreboard import score

ONE_YES_EIGHT_SILENT = "YMMMMMMMM"
SHEETS = st.text(alphabet="YNUM", min_size=1, max_size=12)
EVERY = [(peer.name, v) for peer, _ in PEERS for v in peer.variants or (None,)]
SYMMETRIC = [
    ("wahl_o_mat", "skip"),
    ("vote_match", None),
    ("openvaa", "manhattan_neutral"),
    ("openvaa", "directional_neutral"),
    ("public_whip", "plain"),
    ("public_whip", "strong"),
    ("they_work_for_you", None),
    ("drop_missing", None),
]


@pytest.mark.parametrize(("name", "expected"), [(peer.name, peer.example) for peer, _ in PEERS])
def test_each_formula_gives_its_hand_worked_example(name, expected):
    assert peer_score(name, "YYNUM") == expected


@pytest.mark.parametrize(
    ("name", "variant", "expected"),
    [
        ("openvaa", "euclidean", 6),
        ("exact_match", None, 11),
        ("skip_penalty", None, 41),
        ("openvaa", "neutral", 56),
        ("public_whip", None, 69),
        ("they_work_for_you", None, 84),
        ("drop_missing", None, 100),
    ],
)
def test_one_yes_and_eight_silences_is_anything_from_6_to_100(name, variant, expected):
    assert round(peer_score(name, ONE_YES_EIGHT_SILENT, variant)) == expected


@pytest.mark.parametrize(
    ("name", "variant", "sheet", "weights", "expected"),
    [
        # (2 x 2 + 0) / (2 x 2 + 2 x 1)
        ("wahl_o_mat", None, "YN", [2, 1], Fraction(400, 6)),
        ("wahl_o_mat", "skip", "YM", None, 100),
        # (2 x 1/2 + 2 x 2 - 2 x 2) / (1 + 4)
        ("vote_match", None, "YN", ["1/2", 2], 20),
        # one less the root of 2^2 over the root of 1 + 2^2
        ("openvaa", "euclidean", "YN", [1, 2], 100 * (1 - 2 / 5**0.5)),
        # one less the root of (1/2)^2 over the root of 2
        ("openvaa", "euclidean_neutral", "YM", None, 100 * (1 - 0.5 / 2**0.5)),
        ("openvaa", "directional", "YU", None, 75),
        ("mendez", None, "NNU", None, Fraction(-200, 3)),
        # (5 x 2 + 5/2) / (5 x 3)
        ("public_whip", "strong", "YYM", None, Fraction(1250, 15)),
        ("they_work_for_you", None, "YYYY", None, 100),
        # one absence of four: nothing; two of eight: no longer "consistently"
        ("they_work_for_you", None, "YYYM", None, 100),
        ("they_work_for_you", None, "YYYYYYMM", None, 94),
        ("they_work_for_you", None, "NNNNNNMM", None, 6),
        # distances of 1/20 and 19/20 lie in "consistently", 1/18 does not
        ("they_work_for_you", None, "Y" * 19 + "NMM", None, 94),
        ("they_work_for_you", None, "N" * 19 + "YMM", None, 6),
        ("they_work_for_you", None, "Y" * 17 + "NMM", None, Fraction(1700, 18)),
        # with a third absent 3/20 and 17/20 lie in "almost always", 3/19 does not
        ("they_work_for_you", None, "Y" * 17 + "NNN" + "M" * 10, None, 84),
        ("they_work_for_you", None, "N" * 17 + "YYY" + "M" * 10, None, 16),
        ("they_work_for_you", None, "Y" * 16 + "NNN" + "M" * 10, None, Fraction(1600, 19)),
        # a third: no longer "almost always"
        ("they_work_for_you", None, "YYM", None, 84),
        ("they_work_for_you", None, "NNM", None, 16),
        ("skip_penalty", None, "NM", None, 0),
        ("skip_penalty", None, "YY", None, 100),
    ],
)
def test_variants_and_weights_worked_by_hand(name, variant, sheet, weights, expected):
    assert isclose(peer_score(name, sheet, variant, weights), expected)


@pytest.mark.parametrize(
    ("distance", "words"),
    [
        ("0", "consistently voted for"),
        ("5/100", "consistently voted for"),
        ("6/100", "almost always voted for"),
        ("15/100", "almost always voted for"),
        ("16/100", "generally voted for"),
        ("30/100", "generally voted for"),
        ("31/100", "tended to vote for"),
        ("40/100", "tended to vote for"),
        ("41/100", "voted a mixture of for and against"),
        ("60/100", "voted a mixture of for and against"),
        ("61/100", "tended to vote against"),
        ("69/100", "tended to vote against"),
        ("70/100", "generally voted against"),
        ("84/100", "generally voted against"),
        ("85/100", "almost always voted against"),
        ("94/100", "almost always voted against"),
        ("95/100", "consistently voted against"),
        ("1", "consistently voted against"),
    ],
)
def test_every_cut_of_the_voting_words(distance, words):
    assert voting_words(Fraction(distance)) == words


@pytest.mark.parametrize(
    ("name", "sheet", "words"),
    [
        ("they_work_for_you", "Y", "voted for"),
        ("they_work_for_you", "NMM", "voted against"),
        ("they_work_for_you", "YN", "voted a mixture of for and against"),
        # a distance of 0, kept at .06 by two absences, and at .16 by a third of the votes
        ("they_work_for_you", "YYYYYYMM", "almost always voted for"),
        ("they_work_for_you", "YYMM", "generally voted for"),
        ("they_work_for_you", "MM", None),
        # (1/10) / (2 + 2/10) is .045, and the same of noes is .954
        ("public_whip", "YYM", "consistently voted for"),
        ("public_whip", "NNM", "consistently voted against"),
        ("public_whip", "", None),
    ],
)
def test_sheets_in_their_makers_words(name, sheet, words):
    assert peer_label(name, sheet) == words


def test_a_peer_that_prints_numbers_has_no_words():
    with pytest.raises(UnknownIdError, match="no peer with labels"):
        peer_label("mendez", "YN")


@pytest.mark.parametrize(
    ("stated", "done", "expected"),
    [
        # apart by 0, 1, 1/2; the last two lack one side
        ("YYUMN", "YNYYM", 50),
        ("YNU", "YNU", 100),
        ("YN", "NY", 0),
        ("YM", "MN", None),
        ("", "", None),
    ],
)
def test_what_was_stated_beside_what_was_done(stated, done, expected):
    assert stated_consistency(stated, done) == stated_consistency(done, stated) == expected


def test_two_sheets_of_unequal_length_are_refused():
    with pytest.raises(SheetError, match="has 1 items for 2 stated"):
        stated_consistency("YN", "Y")


@pytest.mark.parametrize(("name", "variant"), SYMMETRIC)
@given(sheet=SHEETS)
def test_swapping_yes_and_no_mirrors_a_symmetric_formula(name, variant, sheet):
    here = peer_score(name, sheet, variant)
    there = peer_score(name, sheet.translate(str.maketrans("YN", "NY")), variant)
    assert (here is None) == (there is None)
    assert here is None or isclose(here + there, 100, abs_tol=1e-9)


@given(sheet=SHEETS)
def test_mendez_mirrors_around_nothing(sheet):
    there = peer_score("mendez", sheet.translate(str.maketrans("YN", "NY")))
    assert peer_score("mendez", sheet) == -there


@pytest.mark.parametrize(("name", "variant"), EVERY)
@given(sheet=SHEETS)
def test_the_order_of_items_makes_no_difference_and_values_stay_in_range(name, variant, sheet):
    here, there = peer_score(name, sheet, variant), peer_score(name, sheet[::-1], variant)
    assert (here is None) == (there is None)
    assert here is None or isclose(here, there, abs_tol=1e-9)
    assert here is None or (-100 if name == "mendez" else 0) - 1e-9 <= here <= 100 + 1e-9


@pytest.mark.parametrize(("name", "variant"), [e for e in EVERY if e[0] != "they_work_for_you"])
@given(sheet=SHEETS, times=st.integers(1, 9))
def test_weights_scale_freely(name, variant, sheet, times):
    plain = peer_score(name, sheet, variant)
    scaled = peer_score(name, sheet, variant, [times] * len(sheet))
    assert plain == scaled or isclose(plain, scaled, abs_tol=1e-9)


@given(sheet=SHEETS)
def test_our_bounds_hold_the_manhattan_family_and_its_opposite_extreme_is_our_low(sheet):
    worths = {"Y": (1, 1), "N": (0, 0), "U": (Fraction(1, 2),) * 2, "M": (0, 1)}
    low, high = (100 * sum(Fraction(worths[s][end]) for s in sheet) / len(sheet) for end in (0, 1))
    assert peer_score("openvaa", sheet) == low == peer_score("wahl_o_mat", sheet)
    assert low <= peer_score("openvaa", sheet, "neutral") <= high


def test_silence_as_the_opposite_answer_is_the_known_defect_of_wahl_o_mat():
    assert peer_score("wahl_o_mat", "YM") == peer_score("wahl_o_mat", "YN")


def test_a_refusal_and_silence_are_the_same_to_exact_match():
    assert peer_score("exact_match", "YNNN") == peer_score("exact_match", "YMMM") == 25


@pytest.mark.parametrize(
    "name", ["vote_match", "drop_missing", "skip_penalty", "they_work_for_you"]
)
def test_where_all_is_skipped_there_is_no_score_and_no_nan(name):
    assert peer_score(name, "MMM") is None


@pytest.mark.parametrize("name", peer_names())
def test_an_empty_sheet_has_no_score(name):
    assert peer_score(name, "") is None


@pytest.mark.parametrize("name", [n for n in peer_names() if n != "they_work_for_you"])
def test_weights_of_nothing_leave_no_score(name):
    assert peer_score(name, "YN", weights=[0, 0]) is None


@pytest.mark.parametrize("weight", [None, 1e300, 1e-300, "1e999999999", float("inf")])
def test_a_weight_that_no_formula_can_take_is_refused_with_its_place(weight):
    with pytest.raises(SheetError, match=r"weights\[1\]: is no finite number"):
        peer_score("openvaa", "YN", variant="euclidean", weights=[1, weight])


def test_a_weightless_answer_beside_a_weighty_silence_is_nothing_to_compare():
    assert peer_score("skip_penalty", "YM", weights=[0, 1]) is None


def test_unknown_names_variants_and_letters_are_refused():
    with pytest.raises(UnknownIdError, match="no peer has the identifier 'wahlomat'"):
        peer_score("wahlomat", "Y")
    with pytest.raises(UnknownIdError, match="did you mean 'plain' or 'strong'"):
        peer_score("public_whip", "Y", "weak")
    with pytest.raises(SheetError, match=r"sheet\[1\]: is none of Y, N, U, M"):
        peer_score("mendez", "Yx", weights=[1, 2])
    with pytest.raises(SheetError, match="are 1 for 2 items"):
        peer_score("mendez", "YN", weights=[1])
    with pytest.raises(SheetError, match=r"weights\[0\]: is below 0"):
        peer_score("mendez", "Y", weights=[-1])
    with pytest.raises(SheetError, match=r"weights\[0\]: is no finite number"):
        peer_score("mendez", "Y", weights=["many"])
    with pytest.raises(SheetError, match="are not in its formula"):
        peer_score("they_work_for_you", "Y", weights=[1])


def test_every_stance_has_a_letter_and_only_due_cells_are_on_the_sheet(make):
    assert set(LETTERS) == {*Stance, None} - {Stance.UNCLEAR}
    assert sheet_of([Stance.QUALIFIED, Stance.DEFLECTED]) == "UM"
    world = make.World()
    ann = world.candidate("ann")
    for number, stance in enumerate((Stance.COMMITTED, Stance.REFUSED, Stance.UNCLEAR)):
        world.held(ann, world.ask(number), stance)
    world.ask(7, mayor=None)
    board = score(world.dataset())
    assert board.sheet("ann") == "YNM"
    row = board.peers().to_table().to_dict()
    assert (row["sheet"], row["exact_match"], row["mendez"]) == (["YNM"], [100 / 3], [0.0])
    # our 1/3 to 2/3, as the third answer may be worth anything
    assert (row["low"], row["high"]) == ([100 / 3], [200 / 3])


def test_the_book_of_peers_has_a_row_for_each():
    table = PeerBook().to_table()
    assert table.to_dict()["peer"] == list(peer_names())
    assert all(
        cell for column in ("formula", "known defect", "source") for cell in table.to_dict()[column]
    )
