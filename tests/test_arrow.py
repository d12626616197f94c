"""The functions over Arrow arrays say, row by row, what the core says; engines may call them at will."""

import pickle
from fractions import Fraction
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")

import pyarrow as pa

from civicpledge import arrow
from civicpledge.coding import code_response
from civicpledge.datasets import load_dataset
from civicpledge.errors import RowsError, RubricError
from civicpledge.matching import Ambiguous, Matched, Roster
from civicpledge.model.asks import Power
from civicpledge.model.findings import Qualification, Stance
from civicpledge.normalise.names import name_key
from civicpledge.scoring.rubric import MissingPolicy, Rubric, with_missing
from civicpledge.scoring.scoreboard import score
from civicpledge.scoring.valuing import NOTHING

TEXTS = st.one_of(st.none(), st.text(max_size=30))
NAMES = st.builds(
    " ".join,
    st.tuples(
        st.sampled_from(["", "Cllr", "Dr", "Lord"]),
        st.sampled_from(["Ada", "Ad", "A.", "Tobias", "Toby", "Noor", "José"]),
        st.sampled_from(["Marlow", "MARLOW", "Marlowe", "Finch", "Finch-Hadley", "Hadley"]),
    ),
)
PARTIES = st.sampled_from([None, "Harbour Party", "Green Party", "Independent"])
ANSWERS = ["Yes. I will build them.", "No, I will not.", "I support it.", "", "Ferries are long."]


def pieces(values, kind, cut):
    """Give *values* as one array and as a chunked one cut in two."""
    whole = pa.array(values, kind)
    return whole, pa.chunked_array([whole[:cut], whole[cut:]], kind)


@given(st.lists(TEXTS, max_size=8), st.integers(0, 8))
def test_names_are_folded_one_by_one(names, cut):
    wanted = [None if name is None else name_key(name) for name in names]
    for array in pieces(names, pa.string(), cut):
        assert arrow.normalise_names(array).to_pylist() == wanted


@given(st.lists(st.tuples(NAMES, NAMES), max_size=4))
def test_pairs_score_as_a_roster_of_one_does(pairs):
    names, others = ([pair[i] for pair in pairs] for i in (0, 1))
    found = arrow.score_names(pa.array(names, pa.string()), pa.array(others, pa.string()))
    for (name, other), similarity in zip(pairs, found.to_pylist(), strict=True):
        outcome = Roster.from_rows([{"name": other}], contest="block").match(name)
        if isinstance(outcome, Matched):
            assert similarity == outcome.similarity
        else:
            shown = outcome.options if isinstance(outcome, Ambiguous) else outcome.nearest
            assert similarity == (shown[0].similarity if shown else 0.0)


def test_nothing_beside_a_name_gives_nothing():
    found = arrow.score_names(pa.array(["Ada", None, None]), pa.array([None, "Ada", None]))
    assert found.to_pylist() == [None, None, None]


@st.composite
def blocks(draw):
    folded = st.lists(NAMES, min_size=1, max_size=5, unique_by=name_key)
    options = [(f"c{i}", name, draw(PARTIES)) for i, name in enumerate(draw(folded))]
    said = draw(st.lists(st.tuples(NAMES, PARTIES), max_size=4))
    return options, [(f"m{i}", *mention) for i, mention in enumerate(said)]


def packed(rows):
    return [arrow.FIELD.join((i, name, party or "")) for i, name, party in rows]


@given(st.lists(blocks(), max_size=3))
@settings(deadline=None)
def test_blocks_match_as_a_roster_does(held):
    lists = pa.list_(pa.string())
    found = arrow.match_blocks(
        pa.array([packed(said) for _, said in held], lists),
        pa.array([packed(options) for options, _ in held], lists),
    )
    for (options, said), matches in zip(held, found.to_pylist(), strict=True):
        rows = [{"id": i, "name": name, "party": party} for i, name, party in options]
        roster = Roster.from_rows(rows, contest="block")
        assert [match["mention"] for match in matches] == [mention for mention, _, _ in said]
        for (_, name, party), match in zip(said, matches, strict=True):
            outcome = roster.match(name, party)
            assert match["outcome"] == type(outcome).__name__.lower()
            if isinstance(outcome, Matched):
                assert match["candidate"] == outcome.candidate.person
                assert match["similarity"] == outcome.similarity
            else:
                assert match["candidate"] is None


@given(blocks(), st.randoms())
@settings(deadline=None)
def test_the_order_in_a_block_makes_no_difference(held, dice):
    options, said = (packed(rows) for rows in held)
    lists = pa.list_(pa.string())

    def found():
        return arrow.match_blocks(pa.array([said], lists), pa.array([options], lists)).to_pylist()

    before = found()
    dice.shuffle(options)
    dice.shuffle(said)
    assert found() == before


def test_blocks_of_nothing_give_nothing():
    lists = pa.list_(pa.string())
    found = arrow.match_blocks(
        pa.array([None, [], ["1\x1fAda"], [None, "\x1f"]], lists),
        pa.array([["x"], None, None, ["1\x1f ", None]], lists),
    ).to_pylist()
    assert found[:2] == [None, []]
    assert [match["outcome"] for match in (*found[2], *found[3])] == ["unmatched", "unmatched"]


@given(st.lists(st.tuples(st.sampled_from([*ANSWERS, None]), TEXTS), max_size=5))
@settings(deadline=None)
def test_texts_are_coded_one_by_one(rows):
    texts, asks = (pa.array([row[i] for row in rows], pa.string()) for i in (0, 1))
    for (text, ask), told in zip(rows, arrow.code_texts(texts, asks).to_pylist(), strict=True):
        if text is None:
            assert told is None
            continue
        finding = code_response(text, ask=ask)
        assert told == {
            "stance": finding.stance,
            "qualification": finding.qualification,
            "basis": finding.basis,
        }


def test_texts_without_asks_are_coded_too():
    assert (
        arrow.code_texts(pa.array(["Yes. I will build it."])).to_pylist()[0]["stance"]
        == "committed"
    )


def columns_of(board):
    """Lay the cells of a scoreboard out as a data team would hold them."""
    rows = [
        (
            v.cell.candidate,
            v.verdict and v.verdict.stance,
            v.verdict and v.verdict.qualification,
            v.cell.power,
        )
        for held in board
        for v in held.valued
    ]
    kinds = [pa.array([row[i] for row in rows], pa.string()) for i in (1, 2, 3)]
    return [row[0] for row in rows], kinds


@pytest.mark.parametrize("policy", list(MissingPolicy))
@pytest.mark.parametrize("supportive", ["1/4", "1/3", 0])
def test_sums_of_whole_numbers_are_the_scores(policy, supportive):
    rubric = with_missing(Rubric(supportive=supportive, deflected=0), policy)
    board = score(load_dataset("west-midlands-2021"), rubric)
    candidates, columns = columns_of(board)
    worths = arrow.score_responses(*columns, rubric=rubric).to_pylist()
    for held in board:
        own = [w for who, w in zip(candidates, worths, strict=True) if who == held.candidate]
        weight = sum(worth["weight"] for worth in own)
        assert Fraction(sum(worth["low"] for worth in own), weight) == held.low
        assert Fraction(sum(worth["high"] for worth in own), weight) == held.high


CELLS = st.tuples(
    st.sampled_from([*Stance, None]),
    st.sampled_from([*Qualification, None]),
    st.sampled_from([*Power, None]),
)


@given(st.lists(CELLS, max_size=12), st.fractions(0, 1, max_denominator=7), st.integers(0, 12))
def test_each_cell_is_worth_what_the_rubric_says(rows, points, cut):
    rubric = Rubric(
        committed=1, conditional=points, partial=points, other_means=points, supportive=0
    )
    unit = arrow.score_unit(rubric)
    whole, cuts = zip(
        *(pieces([r[i] for r in rows], pa.string(), cut) for i in range(3)), strict=True
    )
    found = arrow.score_responses(*whole, rubric=rubric).to_pylist()
    assert arrow.score_responses(*cuts, rubric=rubric).to_pylist() == found
    for (stance, _, power), worth in zip(rows, found, strict=True):
        weight = NOTHING if power is None else rubric.power_weight(power)
        assert Fraction(worth["weight"], unit) == weight
        low, high = {
            None: (0, 1),
            Stance.UNCLEAR: (0, 1),
            Stance.COMMITTED: (1, 1),
            Stance.QUALIFIED: (points, points),
        }.get(stance, (0, 0))
        assert Fraction(worth["low"], unit) == weight * low
        assert Fraction(worth["high"], unit) == weight * high


def test_qualified_without_a_kind_may_be_any_kind():
    rubric = Rubric(conditional="3/4", partial="1/2", other_means="1/4")
    column = pa.array(["qualified"])
    (worth,) = arrow.score_responses(
        column, pa.nulls(1), pa.array(["decides"]), rubric=rubric
    ).to_pylist()
    unit = arrow.score_unit(rubric)
    assert (Fraction(worth["low"], unit), Fraction(worth["high"], unit)) == (
        Fraction(1, 4),
        Fraction(3, 4),
    )


def test_a_value_that_is_none_of_them_is_refused_without_being_repeated():
    with pytest.raises(RowsError) as error:
        arrow.score_responses(pa.array(["Ann said yes"]), pa.nulls(1), pa.array(["decides"]))
    assert "Ann" not in str(error.value)
    assert "committed" in str(error.value)


def test_a_rubric_that_needs_more_is_refused():
    with pytest.raises(RubricError) as error:
        arrow.score_unit(Rubric(specificity_bonus="1/8", ask_weights={"day.1": 2}))
    assert [fault.path for fault in error.value.faults] == ["specificity_bonus", "ask_weights"]


@pytest.mark.parametrize(
    "function",
    [
        arrow.normalise_names,
        arrow.score_names,
        arrow.match_blocks,
        arrow.code_texts,
        partial(arrow.score_responses, rubric=Rubric(supportive=0)),
    ],
)
def test_every_function_can_be_sent_to_a_worker(function):
    back = pickle.loads(pickle.dumps(function))
    assert repr(back) == repr(function)


def test_duckdb_calls_them_on_its_columns():
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    connection = duckdb.connect()
    options = {"type": "arrow", "null_handling": "special"}
    connection.create_function("name_key", arrow.normalise_names, ["varchar"], "varchar", **options)
    rows = connection.sql("select name_key(x) from (values ('SMITH, Zoë'), (null)) t(x)").fetchall()
    assert rows == [(name_key("SMITH, Zoë"),), (None,)]


def ways(values):
    """Every type in which Arrow holds *values*, texts or nothing."""
    plain = pa.array(values, pa.string())
    yield plain
    yield pa.array(values, pa.large_string())
    yield pa.array(values, pa.string_view())
    yield plain.dictionary_encode()
    yield pa.array(values, pa.large_string()).dictionary_encode()
    yield pa.DictionaryArray.from_arrays(pa.array(range(len(values))), plain)
    yield pa.RunEndEncodedArray.from_arrays(pa.array(range(1, len(values) + 1), pa.int32()), plain)
    yield pa.concat_arrays([plain, plain]).slice(len(values))
    yield pa.chunked_array([plain[:1].dictionary_encode(), plain[1:].dictionary_encode()])
    yield pa.chunked_array([plain[:0], plain])


def test_texts_are_taken_in_whatever_type_they_come():
    names, stances = ["Ada MARLOW", None, "Ada MARLOW"], ["qualified", None, "committed"]
    powers = pa.array(["decides"] * 3)
    for held, said in zip(ways(names), ways(stances), strict=True):
        assert arrow.normalise_names(held).to_pylist() == ["ada marlow", None, "ada marlow"]
        assert [bool(n) for n in arrow.score_names(held, held).to_pylist()] == [True, False, True]
        assert [bool(f) for f in arrow.code_texts(held, held).to_pylist()] == [True, False, True]
        worth = arrow.score_responses(said, pa.nulls(3), powers).field("high").to_pylist()
        assert worth == [8, 16, 16]


def test_no_row_at_all_is_taken_in_every_shape():
    none = pa.chunked_array([], pa.string())
    for empty in (none, none.combine_chunks(), pa.nulls(0)):
        assert arrow.normalise_names(empty).to_pylist() == []
        assert arrow.score_responses(empty, empty, empty).to_pylist() == []


INVALID = pa.Array.from_buffers(
    pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\1\0\0\0"), pa.py_buffer(b"\xff")]
)


@pytest.mark.parametrize(
    ("column", "problem"),
    [
        (["Ada"], "is list, not an array of Arrow"),
        ("Ada", "is str, not an array of Arrow"),
        (pa.array([7]), "holds int64, not texts"),
        (pa.array([b"Ada"]), "holds binary, not texts"),
        (pa.array([["Ada"]]), "holds list<"),
        (pa.array([{"name": "Ada"}]), "holds struct<"),
        (INVALID, "is no valid array"),
        (pa.array(["Ada", "Bo"]), "has 2 rows, not 1"),
    ],
)
def test_a_column_that_is_none_of_texts_is_named(column, problem):
    for call in (arrow.score_names, arrow.code_texts):
        with pytest.raises(RowsError) as caught:
            call(pa.array(["Ada"]), column)
        (fault,) = caught.value.faults
        assert fault.path in ("others", "asks")
        assert fault.problem.startswith(problem)


def test_a_block_that_is_no_list_is_not_taken_letter_by_letter():
    with pytest.raises(RowsError, match="mentions: holds string, not lists of texts"):
        arrow.match_blocks(pa.array(["Ada"]), pa.array([["Ada"]]))


def test_a_rubric_too_fine_for_whole_numbers_is_refused():
    one, other = Fraction(1, 10**6 + 3), Fraction(1, 10**6 + 33)
    fine = Rubric(conditional=one, partial=other, supportive=0)
    with pytest.raises(RubricError, match="its fractions"):
        arrow.score_unit(fine)
