"""
Tables as one Excel workbook, in which text is text and nothing runs.

Needs the extra ``excel``.
"""

import datetime as dt
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from typing import Any, Final, Protocol

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

from civicpledge.calls import explaining
from civicpledge.errors import SaveError, WrongKindError
from civicpledge.files import written_whole
from civicpledge.progress import Progress, watched
from civicpledge.table import Column, ColumnKind, Table, Value, visible

# The limits of the format (ECMA-376; Microsoft, "Excel specifications and limits").
MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384
LONGEST_CELL: Final = 32_767
LONGEST_NAME: Final = 31
_LARGEST_EXACT: Final = 2**53
_FIRST_SURE_DAY: Final = dt.date(
    1900, 3, 1
)  # Excel has no day before 1900, and a 29 February in it

_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\]")
_READ_AS_ONE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # _x0041_ is read as an A (ST_Xstring)
_WIDEST: Final = 60
_LOOKED_AT: Final = 200
_FORMATS: Final = {
    ColumnKind.TEXT: "@",
    ColumnKind.INTEGER: "0",
    ColumnKind.NUMBER: "0.00",
    ColumnKind.BOOLEAN: "General",
    ColumnKind.DATE: "yyyy-mm-dd",
}
_TOP = Alignment(vertical="top", wrap_text=True)
_HEAD_FONT = Font(bold=True)
_HEAD_FILL = PatternFill("solid", fgColor="FFDDE6EE")


class _HasTable(Protocol):
    def to_table(self) -> Table: ...


def _cut(text: str, most: int) -> str:
    """Give the beginning of *text*, at most so many characters as Excel counts: halves of UTF-16 pairs."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")


def sheet_names(names: Iterable[str]) -> list[str]:
    r"""
    Give names that Excel takes: at most 31 characters, none of ``[]:*?/\``, none twice.

    >>> sheet_names(["scores", "Scores", "a/b", ""])
    ['scores', 'Scores 2', 'a-b', 'sheet']
    """
    made: list[str] = []
    taken = {"history"}  # Excel keeps this one for itself
    for name in names:
        plain = _NOT_IN_NAMES.sub("-", visible(name)).strip(" '")
        fitting, times = _cut(plain, LONGEST_NAME).rstrip(" '") or "sheet", 1
        while fitting.casefold() in taken:
            times += 1
            fitting = f"{_cut(plain or 'sheet', LONGEST_NAME - len(str(times)) - 1)} {times}"
        taken.add(fitting.casefold())
        made.append(fitting)
    return made


def _text(text: str) -> str:
    """Make *text* visible, its lines kept, and say so where a cell cannot hold it all."""
    shown = _READ_AS_ONE.sub("_x005F_", "\n".join(map(visible, text.split("\n"))))
    if _cut(shown, LONGEST_CELL) == shown:
        return shown
    note = f" … [cut: {len(text):,} characters in all]"
    return _cut(shown, LONGEST_CELL - len(note)) + note


def _stays_text(value: Value) -> bool:
    """Tell text, and what Excel would change if it were a number or a date."""
    if isinstance(value, dt.date):
        return value < _FIRST_SURE_DAY
    return isinstance(value, str) or (isinstance(value, int) and abs(value) > _LARGEST_EXACT)


def _cell(sheet: Any, value: Value, kind: ColumnKind) -> Any:
    """Make a cell; of text one that stays text, even after somebody edits it."""
    if _stays_text(value):
        cell = WriteOnlyCell(sheet, value=_text(str(value)))
        cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = True
    else:
        cell = WriteOnlyCell(sheet, value=value)
        if isinstance(value, float):
            cell.value, cell.data_type = repr(value), "n"  # else openpyxl writes 16 digits of 17
        cell.number_format = _FORMATS[kind]
    cell.alignment = _TOP
    return cell


def _head(sheet: Any, column: Column) -> Any:
    cell = _cell(sheet, column.name, ColumnKind.TEXT)
    cell.font, cell.fill = _HEAD_FONT, _HEAD_FILL
    return cell


def _width(column: Column) -> int:
    """Give a width that most cells fit in, by the first rows."""
    shown = [column.name, *(str(v) for v in column.values[:_LOOKED_AT] if v is not None)]
    longest = max(len(line) for text in shown for line in text.split("\n"))
    return min(_WIDEST, longest + 2)


def _fill(sheet: Any, table: Table, progress: Progress | None) -> None:
    """Write a table: a frozen heading that filters, then the rows."""
    sheet.freeze_panes = "A2"
    for number, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _width(column)
    if table.columns:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table) + 1}"
    kinds = [column.kind for column in table.columns]
    sheet.append([_head(sheet, column) for column in table.columns])
    for row in watched(table.rows(), progress):
        sheet.append([_cell(sheet, v, kind) for v, kind in zip(row, kinds, strict=True)])


def _problems(tables: Mapping[str, Table]) -> Iterator[str]:
    if not tables:
        yield "there is no table to write"
    for name, table in tables.items():
        if len(table) >= MOST_ROWS or len(table.columns) > MOST_COLUMNS:
            yield f"the table {name!r} is larger than a sheet can be"


def _workbook(tables: Mapping[str, Table], progress: Progress | None) -> Workbook:
    book = Workbook(write_only=True)
    book.properties.creator = "civicpledge"
    book.properties.created = book.properties.modified = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - as the format has it
    try:
        for name, table in zip(sheet_names(tables), tables.values(), strict=True):
            _fill(book.create_sheet(name), table, progress)
    except BaseException:
        for sheet in book.worksheets:
            sheet.close()  # rows go to a file in the meantime
        raise
    return book


def _table(name: str, result: object) -> Table:
    """Give a table as it is, of a result its table."""
    made = result if isinstance(result, Table) else getattr(result, "to_table", None)
    if made is None:
        raise WrongKindError("write_excel", f"tables[{name!r}]", "Table", type(result).__name__)
    return made if isinstance(made, Table) else made()


@explaining
def write_excel(
    tables: Mapping[str, "Table | _HasTable"],
    path: str | PathLike[str],
    *,
    progress: Progress | None = None,
) -> None:
    """
    Write one workbook with a sheet for each of *tables*, tables or results that have one.

    Text is typed as text, so that ``=1+1`` stays what somebody said; control and direction characters are
    spelt out. Dates and numbers are dates and numbers; what Excel would change is text: whole numbers past
    2**53, which it rounds, and days before March 1900, which it shifts. An empty cell is empty: the reason
    stands in its own column. The file is written whole or not at all.

    :param progress: wraps the rows of each sheet as they are written, like ``tqdm.tqdm``
    :raises SaveError: if it cannot be written, there is no table, or one is larger than a sheet can be

    >>> write_excel({}, "scores.xlsx")
    Traceback (most recent call last):
    civicpledge.errors.SaveError: scores.xlsx: there is no table to write
    """
    where = os.fspath(path)
    held = {name: _table(name, result) for name, result in tables.items()}
    problem = next(_problems(held), None)
    if problem:
        raise SaveError(where, problem)
    with written_whole(path) as file:
        _workbook(held, progress).save(file)
