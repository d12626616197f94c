"""Tables: exact kinds, inert cells, and the same shape empty or full."""

import csv
import datetime as dt
import io
from decimal import Decimal
from fractions import Fraction
from html.parser import HTMLParser

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from civicpledge.errors import RowsError
from civicpledge.table import MOST_SHOWN, Column, ColumnKind, Shown, Table, unguarded

KINDS = {
    "name": ColumnKind.TEXT,
    "due": ColumnKind.INTEGER,
    "low": ColumnKind.NUMBER,
    "seen": ColumnKind.BOOLEAN,
    "day": ColumnKind.DATE,
}
ROW = ("Ann Abel", 3, Fraction(1, 3), True, dt.date(2021, 5, 6))
HOSTILE = [
    "=1+1",
    "a|b",
    "two\nlines",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "https://example.org www.example.org a@example.org",
    "`code` *bold* _under_ \\ ~~gone~~",
    "&lt;b&gt;",
    "\x1b[31mred",
    "right\u202eleft",
    "'quoted'",
]


def one_column(*cells: str) -> Table:
    return Table.of({"words": ColumnKind.TEXT}, [(cell,) for cell in cells])


class Cells(HTMLParser):
    """Collects the text of each td, and every tag met."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.tags.add(tag)
        if tag == "td":
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


def test_rows_keep_numbers_unrounded_and_text_rounds_them():
    table = Table.of(KINDS, [ROW])
    assert table.rows() == [("Ann Abel", 3, 1 / 3, True, dt.date(2021, 5, 6))]
    assert "0.33" in str(table)
    assert "0.333" not in str(table)


def test_nothing_is_a_dash_in_text_and_an_empty_cell_in_csv():
    table = Table.of({"low": ColumnKind.NUMBER}, [(None,)])
    assert "–" in table.to_text()
    assert "–" in one_column("").to_text()
    assert ">–<" in one_column("").to_html()
    assert table.to_csv() == 'low\r\n""\r\n'


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (ColumnKind.TEXT, 1),
        (ColumnKind.INTEGER, True),
        (ColumnKind.INTEGER, 1.5),
        (ColumnKind.INTEGER, 2**63),
        (ColumnKind.NUMBER, float("nan")),
        (ColumnKind.NUMBER, float("inf")),
        (ColumnKind.NUMBER, "1"),
        (ColumnKind.NUMBER, False),
        (ColumnKind.NUMBER, Decimal("0.5")),
        (ColumnKind.NUMBER, 10**400),
        (ColumnKind.NUMBER, Fraction(10**400, 3)),
        (ColumnKind.NUMBER, 2**53 + 1),
        (ColumnKind.BOOLEAN, 1),
        (ColumnKind.DATE, "2021-05-06"),
        (ColumnKind.DATE, dt.datetime(2021, 5, 6, 9, 30, tzinfo=dt.UTC)),
        (ColumnKind.TEXT, "\ud800"),
    ],
)
def test_a_value_that_no_way_out_could_hold_is_refused_with_its_row(kind, value):
    with pytest.raises(RowsError) as caught:
        Table.of({"c": kind}, [(None,), (value,), (None,), (value,)])
    places = [fault.path for fault in caught.value.faults]
    assert places == ["row 2, column 'c'", "row 4, column 'c'"]


def test_the_ends_of_each_kind_go_out_of_every_way_unharmed():
    kinds = {"n": ColumnKind.INTEGER, "x": ColumnKind.NUMBER, "d": ColumnKind.DATE}
    rows = [(-(2**63), 5e-324, dt.date.min), (2**63 - 1, 1.7976931348623157e308, dt.date.max)]
    table = Table.of(kinds, rows)
    assert list(zip(*pa.table(table).to_pydict().values(), strict=True)) == rows
    assert table.to_polars().rows() == rows
    taken = table.to_pandas()
    assert [(n, x, d.date()) for n, x, d in taken.itertuples(index=False)] == rows


def test_columns_that_make_no_table_are_refused():
    one, two = Column("a", ColumnKind.TEXT, ("x",)), Column("b", ColumnKind.TEXT, ("y", "z"))
    with pytest.raises(RowsError, match="column 'b': has 2 values for 1 rows"):
        Table((one, two))
    with pytest.raises(RowsError, match="column 'a': is there twice"):
        Table((one, one))
    with pytest.raises(RowsError, match="column 'a': is of no kind"):
        Table.of({"a": "words"}, [("x",)])


def test_a_row_of_another_length_is_refused():
    with pytest.raises(RowsError, match="row 2: has 1 values for 5 columns"):
        Table.of(KINDS, [ROW, ("short",)])


def test_an_empty_table_still_prints_its_heading_in_every_way():
    table = Table.of(KINDS, [])
    assert table.to_text().splitlines()[0].split() == [
        "|",
        "name",
        "|",
        "due",
        "|",
        "low",
        "|",
        "seen",
        "|",
        "day",
        "|",
    ]
    assert table.to_csv() == "name,due,low,seen,day\r\n"
    assert "<th" in table.to_html()


@pytest.mark.parametrize("rows", [[], [ROW]])
def test_arrow_types_are_the_same_empty_or_full(rows):
    schema = pa.table(Table.of(KINDS, rows)).schema
    assert [str(field.type) for field in schema] == [
        "string",
        "int64",
        "double",
        "bool",
        "date32[day]",
    ]


def test_markdown_cells_come_back_as_text_and_nothing_is_live():
    visible = [cell for cell in HOSTILE if cell.isprintable()]
    text = one_column(*visible).to_text()
    parser = MarkdownIt("commonmark", {"linkify": False}).enable("table").enable("strikethrough")
    tokens = parser.parse(text)
    inline = [t for t in tokens if t.type == "inline"]
    live = {c.type for t in inline for c in t.children or []} - {"text", "text_special"}
    assert live == set()
    assert ["".join(c.content for c in t.children or []) for t in inline] == ["words", *visible]


def test_html_cells_come_back_as_text_and_no_element_is_added():
    visible = [cell for cell in HOSTILE if cell.isprintable()]
    parser = Cells()
    parser.feed(one_column(*visible).to_html())
    assert parser.cells == visible
    assert parser.tags == {"table", "thead", "tbody", "tr", "th", "td"}


def test_control_and_direction_marks_are_made_visible():
    for made in (one_column("\x1b[31mred\u202e").to_text("plain"), one_column("\x1b").to_html()):
        assert "\x1b" not in made
        assert "\u202e" not in made
    assert "<U+001B>[31mred<U+202E>" in one_column("\x1b[31mred\u202e").to_text("plain")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))))
def test_csv_gives_every_text_back_and_starts_no_formula(cells):
    text = one_column(*cells).to_csv()
    read = [row[0] for row in csv.reader(io.StringIO(text, newline=""))][1:]
    assert [unguarded(cell) for cell in read] == cells
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in read)


def test_a_notebook_is_shown_the_first_rows_and_told_of_the_others():
    table = one_column(*(f"cell {n}" for n in range(MOST_SHOWN + 3)))
    parser = Cells()
    parser.feed(table._repr_html_())
    assert parser.cells[0] == "cell 0"
    assert parser.cells[-1].startswith(f"cell {MOST_SHOWN - 1}")
    assert len(parser.cells) == MOST_SHOWN
    assert "3 rows more" in table._repr_html_()
    assert table.to_html().count("<td") == MOST_SHOWN + 3
    assert "rows more" not in one_column("a")._repr_html_()


def test_a_result_shows_its_table_and_its_repr_counts():
    class Result(Shown):
        def to_table(self) -> Table:
            return one_column("a", "b")

    assert str(Result()) == one_column("a", "b").to_text()
    assert repr(Result()) == "<Result: 2 rows>"
    assert Result()._repr_html_().startswith("<table")


def test_a_column_name_with_a_nul_stays_apart_from_one_that_looks_the_same_spelt_out():
    names = ("a\0", "a<U+0000>", "a", "a\0\0")
    table = Table.of(dict.fromkeys(names, ColumnKind.INTEGER), [(1, 2, 3, 4)])
    arrived = pa.table(table)
    assert len(set(arrived.column_names)) == len(names)
    assert [column.to_pylist() for column in arrived.columns] == [[1], [2], [3], [4]]
    assert arrived.column_names[1:3] == ["a<U+0000>", "a"]
