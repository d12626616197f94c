"""Dataframes in and out: pandas, Polars, pyarrow and DuckDB say the same."""

import datetime as dt
import sys
from decimal import Decimal

import pytest

pytest.importorskip("narwhals", reason="the extra 'frames' is not installed")

import civicpledge as cp
from civicpledge.datasets import load_dataset
from civicpledge.errors import RosterError, RowsError
from civicpledge.frames import codings_from_frame, responses_from_frame, roster_from_frame, rows_of
from civicpledge.jsonio.tables import to_tables
from civicpledge.matching import Roster
from civicpledge.table import ColumnKind, Table

CONTEST = "mayor.haven.2030-05-02"
EVERY_KIND = {
    "text": ColumnKind.TEXT,
    "integer": ColumnKind.INTEGER,
    "number": ColumnKind.NUMBER,
    "boolean": ColumnKind.BOOLEAN,
    "date": ColumnKind.DATE,
}
ROWS = [
    ("=1+1 \u202e", 3, 0.5, True, dt.date(2030, 5, 2)),
    (None, None, None, None, None),
    ("Zoë", -(2**40), 1.25, False, dt.date(1999, 1, 1)),
]


def to_pandas(table):
    pytest.importorskip("pandas", reason="pandas is not installed")
    return table.to_pandas()


def to_polars(table):
    pytest.importorskip("polars", reason="Polars is not installed")
    return table.to_polars()


def to_arrow(table):
    arrow = pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")
    return arrow.table(table)


def to_duckdb(table):
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    arrow = to_arrow(table)  # found by its name in the query
    assert arrow is not None
    return duckdb.sql("from arrow")


def to_lazy(table):
    return to_polars(table).lazy()


MAKERS = [to_pandas, to_polars, to_arrow, to_duckdb, to_lazy]
every_frame = pytest.mark.parametrize("make", MAKERS)


@pytest.fixture(scope="module")
def real():
    return load_dataset("west-midlands-2021")


@every_frame
@pytest.mark.parametrize("rows", [ROWS, []], ids=["full", "empty"])
def test_a_table_goes_out_and_comes_back_the_same(make, rows):
    table = Table.of(EVERY_KIND, rows)
    assert [tuple(row.values()) for row in rows_of(make(table))] == table.rows()


def test_the_types_are_the_same_full_and_empty():
    full, empty = (Table.of(EVERY_KIND, rows) for rows in (ROWS, []))
    for make in (to_polars, to_arrow):
        first, second = make(full), make(empty)
        assert first.schema == second.schema
    assert list(to_pandas(full).dtypes) == list(to_pandas(empty).dtypes)
    assert to_duckdb(full).types == to_duckdb(empty).types


@every_frame
def test_a_roster_comes_out_of_a_frame_as_out_of_rows(make):
    kinds = dict.fromkeys(("Candidate", "Description", "junk"), ColumnKind.TEXT)
    table = Table.of(kinds, [("Ann Ash", "Green Party", "x"), ("Bo Birch", None, None)])
    made = roster_from_frame(
        make(table), columns={"name": "Candidate", "party": "Description"}, contest=CONTEST
    )
    rows = [{"name": "Ann Ash", "party": "Green Party"}, {"name": "Bo Birch"}]
    assert made.candidates == Roster.from_rows(rows, contest=CONTEST).candidates


@every_frame
def test_the_responses_and_codings_of_a_dataset_come_back_from_frames(make, real):
    tables = to_tables(real)
    assert responses_from_frame(make(tables["responses"])) == real.responses
    assert codings_from_frame(make(tables["codings"]), dataset=real) == real.codings


@every_frame
def test_every_fault_of_the_rows_is_told_with_its_row(make):
    table = Table.of(
        dict.fromkeys(("name", "contest"), ColumnKind.TEXT),
        [("Ann Ash", CONTEST), (None, CONTEST), ("Bo Birch", None)],
    )
    with pytest.raises(RosterError) as error:
        roster_from_frame(make(table))
    assert [fault.path for fault in error.value.faults] == [
        "row 2, column 'name'",
        "row 3, column 'contest'",
    ]


def test_columns_that_are_not_there_are_all_named():
    table = Table.of({"name": ColumnKind.TEXT}, [])
    with pytest.raises(RowsError) as error:
        roster_from_frame(to_arrow(table), columns={"name": "Name", "party": "Party", "id": "name"})
    assert [fault.path for fault in error.value.faults] == ["column 'Name'", "column 'Party'"]
    assert error.value.faults[0].problem == "is not there; did you mean 'name'?"
    assert error.value.faults[1].problem == "is not there"


@pytest.mark.parametrize("thing", [3, "name", [{"name": "Ann"}], None])
def test_what_is_no_frame_is_refused(thing):
    with pytest.raises(RowsError, match="is no dataframe"):
        roster_from_frame(thing)


def test_what_pandas_writes_for_nothing_is_nothing():
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    nothing = {
        "float": [1.0, float("nan")],
        "time": [pandas.Timestamp("2030-05-02"), pandas.NaT],
        "nullable": pandas.array([7, None], dtype="Int64"),
        "object": ["x", None],
        "category": pandas.Categorical(["u", None]),
    }
    first, second = rows_of(pandas.DataFrame(nothing))
    assert list(first.values()) == [1, dt.date(2030, 5, 2), 7, "x", "u"]
    assert type(first["float"]) is int
    assert list(second.values()) == [None] * 5


def test_two_columns_of_one_name_are_refused():
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    with pytest.raises(RowsError, match="two bear the same name"):
        roster_from_frame(pandas.DataFrame([["Ann", "Bo"]], columns=["name", "name"]))


def test_a_frame_is_left_as_it_was():
    table = to_pandas(Table.of(EVERY_KIND, ROWS))
    before = table.copy()
    list(rows_of(table))
    assert table.equals(before)


def test_without_narwhals_it_is_said_what_to_install(monkeypatch):
    for name in [name for name in sys.modules if name.split(".")[0] == "narwhals"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(ModuleNotFoundError, match=r"civicpledge\[frames\]"):
        roster_from_frame(object())


def test_the_front_door_names_them():
    assert cp.roster_from_frame.__wrapped__ is roster_from_frame
    assert cp.responses_from_frame.__wrapped__ is responses_from_frame
    assert cp.codings_from_frame.__wrapped__ is codings_from_frame


@every_frame
def test_a_frame_without_names_is_told_once_with_the_columns_that_are_there(make):
    table = Table.of(
        dict.fromkeys(("who", "party"), ColumnKind.TEXT), [("Ann", None), ("Bo", None)]
    )
    with pytest.raises(RowsError, match="column 'name'") as error:
        roster_from_frame(make(table), contest=CONTEST)
    assert [fault.path for fault in error.value.faults] == ["column 'name'"]
    assert "'who', 'party'" in str(error.value)


@every_frame
def test_a_mapping_that_leaves_out_the_names_is_told_so(make):
    table = Table.of(dict.fromkeys(("name", "Description"), ColumnKind.TEXT), [("Ann", None)])
    with pytest.raises(RowsError, match="'name', 'Description'"):
        roster_from_frame(make(table), columns={"party": "Description"}, contest=CONTEST)


def test_numbers_and_lists_of_every_make_come_as_they_are():
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    numpy = pytest.importorskip("numpy", reason="numpy is not installed")
    frame = pandas.DataFrame(
        {
            "whole": [Decimal("7.00"), Decimal(2**100)],
            "part": [Decimal("7.50"), Decimal("NaN")],
            "float": [2.0**53, 1e300],
            "list": [numpy.array(["a", "b"]), numpy.array([1.0])],
        }
    )
    first, second = rows_of(frame)
    assert first == {"whole": 7, "part": Decimal("7.5"), "float": 2**53, "list": ["a", "b"]}
    assert second == {"whole": 2**100, "part": None, "float": 1e300, "list": [1.0]}
    assert type(second["float"]) is float


def test_aliases_that_a_frame_holds_in_arrays_are_aliases():
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    numpy = pytest.importorskip("numpy", reason="numpy is not installed")
    frame = pandas.DataFrame({"name": ["Ann Ash"], "aliases": [numpy.array(["Nan Ash", "A. Ash"])]})
    (made,) = roster_from_frame(frame, contest=CONTEST).candidates
    assert made.aliases == ("Nan Ash", "A. Ash")


def test_columns_without_a_text_for_a_name_are_all_named():
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    with pytest.raises(RowsError) as error:
        roster_from_frame(pandas.DataFrame([["Ann", "Bo"]]))
    assert [fault.path for fault in error.value.faults] == ["column 0", "column 1"]


def test_two_columns_of_one_name_are_refused_where_only_the_engine_finds_them():
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    with pytest.raises(RowsError, match="two bear the same name"):
        roster_from_frame(duckdb.sql("select 'Ann' as name, 'Bo' as name"))


def test_a_day_that_python_cannot_hold_is_refused():
    arrow = pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")
    with pytest.raises(RowsError, match="a day or a time that Python cannot"):
        list(rows_of(arrow.table({"day": arrow.array([2**30], arrow.date32())})))
