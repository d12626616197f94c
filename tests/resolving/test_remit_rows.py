"""Remits: rows from a mapping or a file, every fault of them together."""

import pytest

from civicpledge.errors import EncodingError, MissingFileError, RemitsError
from civicpledge.model.asks import Power
from civicpledge.resolving import read_remits, remits


def problems(error: pytest.ExceptionInfo[RemitsError]) -> list[str]:
    return [str(fault) for fault in error.value.faults]


def test_a_mapping_gives_a_row_for_each_number():
    rows = remits({"mayor.x": {"decides": "1, 2", "none": [3]}, "pcc.x": {"convenes": 4}})
    assert [(r.office, r.ask, r.power) for r in rows] == [
        ("mayor.x", "1", Power.DECIDES),
        ("mayor.x", "2", Power.DECIDES),
        ("mayor.x", "3", Power.NONE),
        ("pcc.x", "4", Power.CONVENES),
    ]


def test_every_power_that_is_none_is_named_at_once():
    with pytest.raises(RemitsError) as error:
        remits({"mayor.x": {"decide": "1"}, "pcc.x": {"can": "2"}})
    assert [fault.path for fault in error.value.faults] == [
        "remits['mayor.x']['decide']",
        "remits['pcc.x']['can']",
    ]


def test_a_file_may_have_a_byte_order_mark_other_case_and_other_columns(tmp_path):
    path = tmp_path / "remits.csv"
    path.write_text("﻿Office,ASK,power,why,note\nmayor.x,1,Decides,-,the page\n", encoding="utf-8")
    (row,) = read_remits(path)
    assert (row.ask, row.office, row.power, row.note) == (
        "1",
        "mayor.x",
        Power.DECIDES,
        "the page",
    )


def test_every_faulty_cell_of_a_file_is_named_with_its_row(tmp_path):
    path = tmp_path / "remits.csv"
    path.write_text("ask,office,power\n,mayor.x,decides\n1,,rules\n2,mayor.x\n", encoding="utf-8")
    with pytest.raises(RemitsError) as error:
        read_remits(path)
    assert [fault.path for fault in error.value.faults] == [
        "row 2, column 'ask'",
        "row 3, column 'office'",
        "row 3, column 'power'",
        "row 4, column 'power'",
    ]


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tmp_path):
    path = tmp_path / "remits.csv"
    path.write_text('ask,office,power\n1,mayor.x,"de\ncides"\n\n,,\n2,,funds\n', encoding="utf-8")
    with pytest.raises(RemitsError) as error:
        read_remits(path)
    assert [fault.path for fault in error.value.faults] == [
        "row 2, column 'power'",
        "row 5, column 'office'",
    ]


def test_a_column_given_twice_is_named(tmp_path):
    path = tmp_path / "remits.csv"
    path.write_text("ask,office,power,Power\n1,mayor.x,decides,none\n", encoding="utf-8")
    with pytest.raises(RemitsError, match="has the column 'power' twice"):
        read_remits(path)


def test_a_missing_column_is_named(tmp_path):
    path = tmp_path / "remits.csv"
    path.write_text("ask,office\n1,mayor.x\n", encoding="utf-8")
    with pytest.raises(RemitsError, match="has no column 'power'"):
        read_remits(path)


def test_a_missing_file_and_bytes_that_are_no_text_have_their_own_errors(tmp_path):
    for nowhere in (tmp_path / "nowhere.csv", "a\0b.csv"):
        with pytest.raises(MissingFileError):
            read_remits(nowhere)
    (tmp_path / "bytes.csv").write_bytes(b"ask,office,power\n1,mayor.x,\xff\n")
    with pytest.raises(EncodingError, match="byte 27"):
        read_remits(tmp_path / "bytes.csv")


def test_cells_may_be_parted_by_semicolons(tmp_path):
    path = tmp_path / "remits.csv"
    path.write_text("ask;office;power\n1;mayor.x;decides\n", encoding="utf-8")
    assert [(row.ask, row.office) for row in read_remits(path)] == [("1", "mayor.x")]
