"""Tables in a text, cell by cell: what a web form exports as CSV, and the pipe tables of Markdown."""

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

_DELIMITERS = ",;\t"
_LONGEST_HEAD = 20_000
_MOST_LINES_ABOVE = 80
_FEWEST_CELLS = 2
_PIPE_ROW = re.compile(r"^[ \t]*\|[^\n]*\|[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"[ \t]*\|(?:[ \t]*:?-{2,}:?[ \t]*(?:\||\Z))+[ \t]*")


@frozen(kw_only=True)
class Cell:
    """A cell of a table, in offsets of the text; quotation marks and bars of the format are outside."""

    row: int
    column: int
    start: int
    end: int


Row = tuple[Cell, ...]


def cells_of(text: str, delimiter: str, start: int = 0) -> Iterator[Cell]:
    """
    Walk through the cells of a delimited table from *start*, empty ones included, in one pass.

    >>> [(c.row, c.column, 'a,"b, c"'[c.start:c.end]) for c in cells_of('a,"b, c"', ",")]
    [(0, 0, 'a'), (0, 1, 'b, c')]
    """
    plain = re.compile(rf"[^{re.escape(delimiter)}\n\r]*")
    quoted = re.compile(r'"(?P<inner>(?:[^"]|"")*)"? *')
    at, row, column = start, 0, 0
    while at < len(text):
        found = quoted.match(text, at) if text[at] == '"' else plain.match(text, at)
        if found is None:
            return
        first, last = found.span("inner") if text[at] == '"' else found.span()
        yield Cell(row=row, column=column, start=first, end=last)
        at = found.end()
        if at < len(text) and text[at] == delimiter:
            at, column = at + 1, column + 1
            if at == len(text):
                yield Cell(row=row, column=column, start=at, end=at)
        elif at < len(text) and text[at] in "\r\n":
            at, row, column = at + 1, row + 1, 0
        elif at < len(text):
            at += 1


def delimited(text: str) -> tuple[tuple[int, str], ...]:
    """Give where a delimited table may begin, and its mark: every line above which notes may stand."""
    found, at = [], 0
    for _ in range(_MOST_LINES_ABOVE):
        end = text.find("\n", at, at + _LONGEST_HEAD)
        line = text[at : end if end >= 0 else min(len(text), at + _LONGEST_HEAD)]
        counts = {mark: line.count(mark) for mark in _DELIMITERS}
        best = max(counts, key=lambda mark: counts[mark])
        if counts[best] and not line.startswith("#"):
            found.append((at, best))
        if end < 0:
            break
        at = end + 1
    return tuple(found)


def rows_of(cells: Iterator[Cell]) -> tuple[Row, ...]:
    """Gather cells into rows."""
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    return tuple(tuple(row) for row in rows.values())


def pipe_tables(text: str) -> tuple[tuple[Row, ...], ...]:
    r"""
    Give the pipe tables of a text: runs of lines between bars, with a line of dashes below the first.

    >>> text = "| A | B |\n|---|---|\n| x | y |\n"
    >>> [[text[c.start:c.end] for c in row] for row in pipe_tables(text)[0]]
    [['A', 'B'], ['x', 'y']]
    """
    tables: list[list[Row]] = []
    behind, ruled = -1, False
    for found in _PIPE_ROW.finditer(text):
        if found.start() != behind:
            tables.append([])
            ruled = False
        behind = found.end() + 1
        if _RULE.fullmatch(found[0]):
            ruled = ruled or len(tables[-1]) == 1
            continue
        if len(tables[-1]) == 1 and not ruled:
            tables[-1] = []
        tables[-1].append(_pipe_row(text, len(tables[-1]), found.start(), found.end()))
    return tuple(tuple(rows) for rows in tables if len(rows) >= _FEWEST_CELLS)


def _pipe_row(text: str, number: int, start: int, end: int) -> Row:
    bars = [m.start() for m in re.finditer(r"(?<!\\)\|", text[start:end])]
    cells = []
    for column, (a, b) in enumerate(pairwise(bars)):
        words = text[start + a + 1 : start + b]
        first = start + a + 1 + len(words) - len(words.lstrip())
        last = max(first, start + a + 1 + len(words.rstrip()))
        cells.append(Cell(row=number, column=column, start=first, end=last))
    return tuple(cells)


_APART = re.compile(r" {2,}")
_FEWEST_COLUMNS = 3
_LONGEST_CELL = 120


def spaced_tables(text: str) -> tuple[tuple[Row, ...], ...]:
    r"""
    Give the tables that a text sets with tabs or runs of spaces: lines of three cells and more each.

    A first line that begins with space has an empty first cell.

    >>> text = "            Body   Ng\nKeep it?    Yes    No\nLight it?   No     Yes\n"
    >>> [[text[c.start:c.end] for c in row] for row in spaced_tables(text)[0]]
    [['', 'Body', 'Ng'], ['Keep it?', 'Yes', 'No'], ['Light it?', 'No', 'Yes']]
    """
    tables: list[list[Row]] = []
    behind = -1
    for line in re.finditer(r"[^\n]+", text):
        cells = _spaced_cells(text, line.start(), line.start() + len(line[0].rstrip(" ")))
        if len(cells) < _FEWEST_COLUMNS:
            continue
        if line.start() != behind:
            tables.append([])
        behind = line.end() + 1
        number = len(tables[-1])
        row = (Cell(row=number, column=i, start=a, end=b) for i, (a, b) in enumerate(cells))
        tables[-1].append(tuple(row))
    return tuple(tuple(rows) for rows in tables if len(rows) > _FEWEST_CELLS)


def _spaced_cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give where the cells of a line stand; none where one is too long to be one."""
    mark = re.compile("\t") if text.find("\t", start, end) >= 0 else _APART
    places, at = [], start
    for found in mark.finditer(text, start, end):
        places.append((at, found.start()))
        at = found.end()
    cells = [_trimmed(text, a, b) for a, b in (*places, (at, end))]
    return [] if any(b - a > _LONGEST_CELL for a, b in cells) else cells


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return min(first, end), max(min(first, end), start + len(words.rstrip()))
