"""
Tables of typed columns, and the ways out of them: text, CSV, HTML, and any dataframe.

A table keeps exact kinds whether it is full or empty, and whatever a page put into a name or a quote
stays inert: markup is escaped, control characters are made visible, formulas are guarded.
"""

import csv
import datetime as dt
import html
import importlib
import io
import math
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Any, Protocol

from attrs import Attribute, field, frozen
from tabulate import tabulate

Value = str | int | float | bool | dt.date | None

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
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")

_MARKDOWN = re.compile(r"[\\`*\[\]<|~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|:(?=//)|(?<=www)\.|@")


class ColumnKind(StrEnum):
    """What a column holds; any value may also be ``None``."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


_TYPES: dict[ColumnKind, type] = {
    ColumnKind.TEXT: str,
    ColumnKind.INTEGER: int,
    ColumnKind.NUMBER: float,
    ColumnKind.BOOLEAN: bool,
    ColumnKind.DATE: dt.date,
}
_PANDAS = {
    ColumnKind.TEXT: "string",
    ColumnKind.INTEGER: "Int64",
    ColumnKind.NUMBER: "Float64",
    ColumnKind.BOOLEAN: "boolean",
    ColumnKind.DATE: "datetime64[ns]",
}
_ARROW = {
    ColumnKind.TEXT: "string",
    ColumnKind.INTEGER: "int64",
    ColumnKind.NUMBER: "float64",
    ColumnKind.BOOLEAN: "bool_",
    ColumnKind.DATE: "date32",
}


@frozen
class Column:
    """A named column of one kind; a number is a finite float, a fraction becomes one."""

    name: str
    kind: ColumnKind
    values: tuple[Value, ...] = field(default=())

    @values.validator
    def _values_are_of_the_kind(
        self, _: "Attribute[tuple[Value, ...]]", values: tuple[Value, ...]
    ) -> None:
        wanted = _TYPES[self.kind]
        for row, value in enumerate(values):
            if value is None:
                continue
            right = isinstance(value, wanted) and (wanted is bool) == isinstance(value, bool)
            if not right or (isinstance(value, float) and not math.isfinite(value)):
                message = (
                    f"column {self.name!r}, row {row}: {type(value).__name__} is no {self.kind}"
                )
                raise ValueError(message)


def _stored(value: Any, kind: ColumnKind) -> Value:
    """Turn a fraction or a whole number of a number column into a float, an enum into its text."""
    if isinstance(value, StrEnum):
        return value.value
    if kind is ColumnKind.NUMBER and isinstance(value, Fraction | int) and value is not True:
        return float(value)
    return value  # type: ignore[no-any-return]


@frozen(repr=False, str=False)
class Table:
    """
    Columns of one length, each of a declared kind.

    :ivar columns: the columns, left to right
    :ivar title: a caption for HTML

    >>> table = Table.of({"name": ColumnKind.TEXT, "low": ColumnKind.NUMBER}, [("Ann", Fraction(1, 4))])
    >>> table.rows()
    [('Ann', 0.25)]
    >>> print(table)
    | name   |   low |
    |--------|-------|
    | Ann    |  0.25 |
    """

    columns: tuple[Column, ...]
    title: str = ""

    @classmethod
    def of(
        cls, kinds: Mapping[str, ColumnKind], rows: Iterable[Iterable[Any]], *, title: str = ""
    ) -> "Table":
        """
        Make a table of *rows*, each with a value for every column of *kinds*.

        :raises ValueError: if a row is too long or too short, or a value is not of its column's kind
        """
        width = len(kinds)
        taken = [tuple(row) for row in rows]
        uneven = [i for i, row in enumerate(taken) if len(row) != width]
        if uneven:
            message = f"row {uneven[0]} has {len(taken[uneven[0]])} values for {width} columns"
            raise ValueError(message)
        columns = tuple(
            Column(name, kind, tuple(_stored(row[i], kind) for row in taken))
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
        escape = _markdown_cell if format in _MARKDOWN_FORMATS else visible
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
        # Arrow's streams end a name at its first NUL.
        names = [c.name.replace("\0", visible("\0")) for c in self.columns]
        kinds = [getattr(arrow, _ARROW[c.kind])() for c in self.columns]
        fields = [arrow.field(*pair) for pair in zip(names, kinds, strict=True)]
        made = arrow.table([list(c.values) for c in self.columns], schema=arrow.schema(fields))
        return made.__arrow_c_stream__(requested_schema)


_CELL = "padding:2px 8px;border:1px solid #8888;vertical-align:top;unicode-bidi:isolate"
_HEAD = f'style="{_CELL};text-align:left"'


def _words(value: Value) -> str:
    """Write a value for reading: two decimal places, a dash for nothing and for an empty text."""
    if value is None or value == "":
        return _NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def visible(text: str) -> str:
    r"""
    Give *text* on one line, with each control, zero-width and direction character spelt out.

    White space of any kind becomes a space; whatever else has no shape of its own becomes ``<U+XXXX>``, so
    that it can neither move a cursor, nor turn a line around, nor make two names look like one.

    >>> visible("Ann\u202e\tBell\n")
    'Ann<U+202E> Bell '
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() else f"<U+{ord(character):04X}>"


def _markdown_cell(text: str) -> str:
    """Escape what Markdown would read as markup, a link or the end of a cell."""
    return _MARKDOWN.sub(lambda found: "\\" + found[0], visible(text))


def markdown_line(text: str) -> str:
    r"""
    Give *text* as a line of Markdown that shows it, and is neither markup, nor a link, nor a heading.

    >>> print(markdown_line("# [x](javascript:x)"))
    \# \[x\](javascript:x)
    """
    shown = _markdown_cell(text)
    return f"\\{shown}" if shown.startswith(("#", ">", "+", "-", "=")) else shown


def _html(text: str) -> str:
    """Escape *text* for HTML, with line ends kept as spaces and control characters visible."""
    return html.escape(visible(text))


def guarded(text: str) -> str:
    """
    Put an apostrophe before *text* where a spreadsheet would run it, or where it begins with one.

    >>> guarded("=1+1"), guarded("plain")
    ("'=1+1", 'plain')
    """
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _csv_cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def unguarded(cell: str) -> str:
    """
    Take the apostrophe off a CSV cell that :func:`guarded` put there, as in :meth:`Table.to_csv`.

    >>> unguarded("'=1+1"), unguarded("''twas"), unguarded("plain")
    ('=1+1', "'twas", 'plain')
    """
    guarded = cell.startswith("'") and cell[1:].startswith(_FORMULA_STARTS)
    return cell[1:] if guarded else cell


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
