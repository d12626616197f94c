"""The workbook: types, text that stays text, sheets that Excel takes."""

import datetime as dt
import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("openpyxl", reason="the extra 'excel' is not installed")

from openpyxl import load_workbook

from civicpledge.datasets import load_dataset
from civicpledge.errors import SaveError
from civicpledge.excel import LONGEST_CELL, sheet_names, write_excel
from civicpledge.jsonio import from_tables, to_tables
from civicpledge.scoring.scoreboard import score
from civicpledge.table import ColumnKind, Table

HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "#REF!",
    "=cmd|' /C calc'!A0",
    "'quoted",
    "007",
    "<b>&",
    "1e5",
)
KINDS = {
    "text": ColumnKind.TEXT,
    "integer": ColumnKind.INTEGER,
    "number": ColumnKind.NUMBER,
    "boolean": ColumnKind.BOOLEAN,
    "date": ColumnKind.DATE,
}


def written(tables, folder):
    path = folder / "book.xlsx"
    write_excel(tables, path)
    return load_workbook(path)


def values(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def texts(*held):
    return Table.of({"text": ColumnKind.TEXT}, [(text,) for text in held])


def test_every_kind_comes_back_as_itself(tmp_path):
    rows = [("a", 1, 0.5, True, dt.date(2030, 5, 2)), (None, None, None, None, None)]
    sheet = written({"t": Table.of(KINDS, rows)}, tmp_path)["t"]
    head, first, second = values(sheet)
    assert head == list(KINDS)
    assert first[:4] == ["a", 1, 0.5, True]
    assert first[4].isoformat() == "2030-05-02T00:00:00"
    assert second == [None] * 5
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "n", "b", "d"]


def test_what_looks_like_a_formula_is_text_and_stays_text(tmp_path):
    sheet = written({"t": texts(*HOSTILE)}, tmp_path)["t"]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == list(HOSTILE)
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert all(cell.quotePrefix for cell in cells)


def test_there_is_no_formula_and_no_link_in_the_file(tmp_path):
    table = Table.of(dict.fromkeys(HOSTILE, ColumnKind.TEXT), [HOSTILE])
    write_excel({"=1+1": table}, tmp_path / "book.xlsx")
    with zipfile.ZipFile(tmp_path / "book.xlsx") as book:
        for name in book.namelist():
            held = book.read(name)
            assert b"<f>" not in held
            assert b"<f " not in held
            assert b"hyperlink" not in held.replace(b"relationships/hyperlink", b"hyperlink")


def test_control_and_direction_characters_are_spelt_out_and_lines_kept(tmp_path):
    sheet = written({"t": texts("a\x00\x1b\u202eb\nc")}, tmp_path)["t"]
    assert [row[0] for row in values(sheet)] == ["text", "a<U+0000><U+001B><U+202E>b\nc"]


def test_a_text_too_long_for_a_cell_says_that_it_is_cut(tmp_path):
    sheet = written({"t": texts("x" * LONGEST_CELL, "y" * (LONGEST_CELL + 1))}, tmp_path)["t"]
    whole, cut = sheet["A2"].value, sheet["A3"].value
    assert whole == "x" * LONGEST_CELL
    assert cut.endswith("y … [cut: 32,768 characters in all]")
    assert len(cut) == LONGEST_CELL


def test_a_character_that_excel_counts_twice_is_counted_twice(tmp_path):
    smiles = "\N{SLIGHTLY SMILING FACE}" * LONGEST_CELL
    sheet = written({smiles: texts(smiles)}, tmp_path).worksheets[0]
    for text, limit in ((sheet.title, 31), (sheet["A2"].value, LONGEST_CELL)):
        assert limit - 1 <= len(text.encode("utf-16-le")) // 2 <= limit
    assert sheet["A2"].value.endswith("[cut: 32,767 characters in all]")


def raw_cells(path):
    """The text of each cell as the file holds it."""
    with zipfile.ZipFile(path) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    return ["".join(cell.itertext()) for cell in sheet.iter() if cell.tag.endswith("}c")]


def test_what_the_format_takes_for_a_character_stays_as_it_is_written(tmp_path):
    """ECMA-376, ST_Xstring: ``_x0041_`` is read as an A, ``_x005F_`` as a low line."""
    table = texts("_x0041_", "_x005f_x0041_", "_x41_", "x0041_")
    write_excel({"t": table}, tmp_path / "book.xlsx")
    held = raw_cells(tmp_path / "book.xlsx")[1:]
    assert held == ["_x005F_x0041_", "_x005F_x005f_x005F_x0041_", "_x41_", "x0041_"]


def test_a_text_that_only_its_spelling_makes_too_long_says_that_it_is_cut(tmp_path):
    said = "_x0041_" * (LONGEST_CELL // 7)
    write_excel({"t": texts(said)}, tmp_path / "book.xlsx")
    assert raw_cells(tmp_path / "book.xlsx")[1].endswith(f"[cut: {len(said):,} characters in all]")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_digit_of_a_number_is_lost(tmp_path_factory, number):
    path = tmp_path_factory.getbasetemp() / "number.xlsx"
    write_excel({"t": Table.of({"n": ColumnKind.NUMBER}, [(number,)])}, path)
    assert float(raw_cells(path)[1]) == number


def test_numbers_that_excel_would_round_are_text(tmp_path):
    table = Table.of({"n": ColumnKind.INTEGER}, [(2**53,), (2**53 + 1,)])
    sheet = written({"t": table}, tmp_path)["t"]
    assert [row[0] for row in values(sheet)[1:]] == [2**53, str(2**53 + 1)]


def test_days_that_excel_would_shift_are_text(tmp_path):
    days = dt.date(1900, 2, 28), dt.date(1900, 3, 1)
    sheet = written({"t": Table.of({"d": ColumnKind.DATE}, [(day,) for day in days])}, tmp_path)[
        "t"
    ]
    assert [row[0].data_type for row in sheet.iter_rows(min_row=2)] == ["s", "d"]
    assert sheet["A2"].value == "1900-02-28"
    assert sheet["A3"].value.date() == days[1]


def test_headings_are_frozen_and_filter(tmp_path):
    sheet = written({"t": texts("a", "b")}, tmp_path)["t"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:A3"


def test_a_dataset_goes_into_a_workbook_sheet_by_sheet_and_comes_back(tmp_path):
    dataset = load_dataset("west-midlands-2021")
    tables = to_tables(dataset)
    book = written(tables, tmp_path)
    assert book.sheetnames == list(tables)
    back = {}
    for name, table in tables.items():
        head, *rows = values(book[name])
        assert tuple(head) == table.names
        kinds = {column.name: column.kind for column in table.columns}
        plain = [[v.date() if isinstance(v, dt.datetime) else v for v in row] for row in rows]
        back[name] = Table.of(kinds, plain)
    assert from_tables(back) == dataset


def test_results_are_taken_as_they_are(tmp_path):
    board = score(load_dataset("west-midlands-2021"))
    book = written({"scores": board, "answers": board.grid()}, tmp_path)
    assert book.sheetnames == ["scores", "answers"]
    assert len(values(book["scores"])) == 6 + 1
    assert all(cell for row in values(book["answers"]) for cell in row)


def test_an_empty_table_has_its_heading(tmp_path):
    assert values(written({"t": Table.of(KINDS, [])}, tmp_path)["t"]) == [list(KINDS)]


@given(st.lists(st.text(max_size=40), max_size=6))
def test_sheet_names_are_ones_that_excel_takes(names):
    made = sheet_names(names)
    assert len(made) == len(names) == len({name.casefold() for name in made})
    for name in made:
        assert 1 <= len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name == name.strip("'")
        assert name.casefold() != "history"


def test_what_cannot_be_written_leaves_the_old_file(tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_text("old")
    with pytest.raises(SaveError, match="there is no table"):
        write_excel({}, path)
    with pytest.raises(SaveError, match="was not written"):
        write_excel({"t": texts("a")}, path / "below.xlsx")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["book.xlsx"]
