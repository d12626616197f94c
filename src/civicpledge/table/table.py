"""A table, and its ways out."""

import csv
import html
import importlib
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from attrs import frozen
from tabulate import tabulate

from civicpledge.errors import Fault, RowsError, raise_faults
from civicpledge.table.columns import Column, ColumnKind, Value, stored
from civicpledge.table.texts import guarded, markdown_cell, visible

_MARKDOWN_FORMATS = frozenset({"github", "pipe"})
MOST_SHOWN = 200
"""Rows of a table that a notebook shows; ``to_html`` gives all."""
_FORMATS = frozenset(
    {
        *_MARKDOWN_FORMATS,
        *("plain", "simple", "grid", "outline", "psql", "pretty", "presto", "html", "latex"),
        *("simple_grid", "rounded_grid", "heavy_grid", "double_grid", "fancy_grid", "mixed_grid"),
        *("simple_outline", "rounded_outline", "heavy_outline", "double_outline", "fancy_outline"),
        *("mixed_outline", "latex_booktabs", "latex_longtable"),
    }
)
"""Formats of plain text, and those whose cells are escaped; in the others a cell could be markup."""

_NOTHING = "–"
_PANDAS = {
    ColumnKind.TEXT: "string",
    ColumnKind.INTEGER: "Int64",
    ColumnKind.NUMBER: "Float64",
    ColumnKind.BOOLEAN: "boolean",
    ColumnKind.DATE: "datetime64[s]",
}
_ARROW = {
    ColumnKind.TEXT: "string",
    ColumnKind.INTEGER: "int64",
    ColumnKind.NUMBER: "float64",
    ColumnKind.BOOLEAN: "bool_",
    ColumnKind.DATE: "date32",
}


@frozen(repr=False, str=False)
class Table:
    """
    Columns of one length, each of a declared kind, no two of one name.

    :ivar columns: the columns, left to right
    :ivar title: a caption for HTML
    :raises RowsError: if the columns are of several lengths, or two bear one name

    >>> table = Table.of({"name": ColumnKind.TEXT, "low": ColumnKind.NUMBER}, [("Ann", 0.25)])
    >>> table.rows()
    [('Ann', 0.25)]
    >>> print(table)
    | name   |   low |
    |--------|-------|
    | Ann    |  0.25 |
    """

    columns: tuple[Column, ...]
    title: str = ""

    def __attrs_post_init__(self) -> None:
        """Check that the columns make a table."""
        times = Counter(self.names)
        faults = [Fault(f"column {n!r}", "is there twice") for n in times if times[n] > 1]
        faults += [
            Fault(f"column {c.name!r}", f"has {len(c.values)} values for {len(self)} rows")
            for c in self.columns
            if len(c.values) != len(self)
        ]
        raise_faults(RowsError, "table", faults)

    @classmethod
    def of(
        cls, kinds: Mapping[str, ColumnKind], rows: Iterable[Iterable[Any]], *, title: str = ""
    ) -> "Table":
        """
        Make a table of *rows*, each with a value for every column of *kinds*.

        :raises RowsError: with every row that is too long or too short, or every value that its column
            cannot hold; the first row is 1
        """
        width = len(kinds)
        taken = [tuple(row) for row in rows]
        uneven = (
            Fault(f"row {number}", f"has {len(row)} values for {width} columns")
            for number, row in enumerate(taken, 1)
            if len(row) != width
        )
        raise_faults(RowsError, "table", uneven)
        columns = tuple(
            Column(name, kind, tuple(stored(row[i], kind) for row in taken))
            for i, (name, kind) in enumerate(kinds.items())
        )
        return cls(columns, title)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.columns[0].values) if self.columns else 0

    def __repr__(self) -> str:
        """Count instead of dumping."""
        return f"<Table: {len(self)} rows x {len(self.columns)} columns>"

    def __str__(self) -> str:
        """Give the table as text."""
        return self.to_text()

    def _repr_html_(self) -> str:
        """Show a notebook the first rows, and say how many more there are."""
        if len(self) <= MOST_SHOWN:
            return self.to_html()
        first = Table(
            tuple(Column(c.name, c.kind, c.values[:MOST_SHOWN]) for c in self.columns), self.title
        )
        return f"{first.to_html()}<p>… and {len(self) - MOST_SHOWN:,} rows more</p>"

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, left to right."""
        return tuple(column.name for column in self.columns)

    def rows(self) -> list[tuple[Value, ...]]:
        """Give the rows as tuples, numbers unrounded."""
        return list(zip(*(column.values for column in self.columns), strict=True))

    def to_dict(self) -> dict[str, list[Value]]:
        """Give the values by column name."""
        return {column.name: list(column.values) for column in self.columns}

    def to_text(self, format: str = "github") -> str:  # noqa: A002 - tabulate's own word
        """
        Give the table as text, numbers rounded to two places.

        :param format: a format of *tabulate* for plain text (``plain``, ``simple``, ``grid`` ...),
            or one whose cells are escaped (``github``, ``pipe``, ``html``, ``latex``), so that the text is
            one table whatever the cells hold
        :raises ValueError: if *format* is no such format
        """
        if format not in _FORMATS:
            message = f"{format!r} is not one of the formats {', '.join(sorted(_FORMATS))}"
            raise ValueError(message)
        escape = markdown_cell if format in _MARKDOWN_FORMATS else visible
        numeric = (ColumnKind.NUMBER, ColumnKind.INTEGER)
        return tabulate(
            [[escape(_words(value)) for value in row] for row in self.rows()],
            headers=[escape(name) for name in self.names],
            tablefmt=format,
            disable_numparse=True,
            colalign=["right" if c.kind in numeric else "left" for c in self.columns] or None,
        )

    def to_csv(self) -> str:
        r"""
        Give the table as CSV (RFC 4180: a heading, CRLF line ends), numbers in full.

        Text that a spreadsheet would run as a formula, or that begins with an apostrophe, gets one
        apostrophe in front; :func:`unguarded` takes it off again.

        >>> Table.of({"name": ColumnKind.TEXT}, [("=1+1",)]).to_csv()
        "name\r\n'=1+1\r\n"
        """
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow([guarded(name) for name in self.names])
        writer.writerows([_csv_cell(value) for value in row] for row in self.rows())
        return out.getvalue()

    def to_html(self) -> str:
        """Give the table as one ``<table>``, styled inline, everything escaped, numbers rounded."""
        heads = "".join(f'<th scope="col" {_HEAD}>{_html(name)}</th>' for name in self.names)
        body = "".join(f"<tr>{self._html_cells(row)}</tr>" for row in self.rows())
        caption = f"<caption>{_html(self.title)}</caption>" if self.title else ""
        return (
            f'<table style="border-collapse:collapse">{caption}'
            f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
        )

    def _html_cells(self, row: tuple[Value, ...]) -> str:
        numeric = (ColumnKind.NUMBER, ColumnKind.INTEGER)
        aligns = ("right" if column.kind in numeric else "left" for column in self.columns)
        return "".join(
            f'<td style="{_CELL};text-align:{align}">{_html(_words(value))}</td>'
            for align, value in zip(aligns, row, strict=True)
        )

    def to_pandas(self) -> Any:
        """
        Give a pandas DataFrame with nullable types, the same whether the table is empty or full.

        :raises ModuleNotFoundError: if pandas is not installed
        """
        pandas = importlib.import_module("pandas")
        series = {
            c.name: pandas.Series(list(c.values), dtype=_PANDAS[c.kind]) for c in self.columns
        }
        return pandas.DataFrame(series)

    def to_polars(self) -> Any:
        """
        Give a Polars DataFrame with the columns' types.

        :raises ModuleNotFoundError: if Polars is not installed
        """
        polars = importlib.import_module("polars")
        types = {
            ColumnKind.TEXT: polars.String,
            ColumnKind.INTEGER: polars.Int64,
            ColumnKind.NUMBER: polars.Float64,
            ColumnKind.BOOLEAN: polars.Boolean,
            ColumnKind.DATE: polars.Date,
        }
        return polars.DataFrame(
            self.to_dict(), schema={c.name: types[c.kind] for c in self.columns}
        )

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """
        Hand the table over as an Arrow stream, which Polars, DuckDB and pyarrow read.

        :raises ModuleNotFoundError: if pyarrow is not installed
        """
        arrow = importlib.import_module("pyarrow")
        names = _ended_by_no_nul(self.names)
        kinds = [getattr(arrow, _ARROW[c.kind])() for c in self.columns]
        fields = [arrow.field(*pair) for pair in zip(names, kinds, strict=True)]
        made = arrow.table([list(c.values) for c in self.columns], schema=arrow.schema(fields))
        return made.__arrow_c_stream__(requested_schema)


def _ended_by_no_nul(names: Sequence[str]) -> list[str]:
    """Spell out each NUL, at which Arrow's streams end a name, and keep every two names apart."""
    taken = {name for name in names if "\0" not in name}
    made = []
    for name in names:
        spelt = name.replace("\0", visible("\0"))
        while "\0" in name and spelt in taken:
            spelt += visible("\0")
        taken.add(spelt)
        made.append(spelt)
    return made


_CELL = "padding:2px 8px;border:1px solid #8888;vertical-align:top;unicode-bidi:isolate"
_HEAD = f'style="{_CELL};text-align:left"'


def _words(value: Value) -> str:
    """Write a value for reading: two decimal places, a dash for nothing and for an empty text."""
    if value is None or value == "":
        return _NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _html(text: str) -> str:
    """Escape *text* for HTML, with line ends kept as spaces and control characters visible."""
    return html.escape(visible(text))


def _csv_cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


class _HasTable(Protocol):
    def to_table(self) -> Table: ...


class Shown:
    """
    The mix-in that shows a result: ``str`` is its table, notebooks get HTML, ``repr`` counts.

    A result class defines ``to_table`` and is made with ``@frozen(repr=False)``.
    """

    __slots__ = ()

    def __str__(self: _HasTable) -> str:
        """Give the result's table as text."""
        return self.to_table().to_text()

    def __repr__(self: _HasTable) -> str:
        """Count instead of dumping."""
        return f"<{type(self).__name__}: {len(self.to_table())} rows>"

    def _repr_html_(self: _HasTable) -> str:
        return self.to_table()._repr_html_()
