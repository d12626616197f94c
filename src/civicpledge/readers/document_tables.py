"""A table of HTML as rows between bars: cells that span others are set into each, short rows filled up."""

from attrs import define, field

from civicpledge.readers.name_forms import is_name, is_party

_WIDEST, _LONGEST = 20, 500
_MOST_COLUMNS = 60
_SAID_AGAIN = 300
"""Longer words are written once, however many rows or columns their cell spans."""


@define
class HtmlCell:
    """One cell: its blocks of words, whether it heads others, how many columns and rows it spans."""

    head: bool
    across: int = 1
    down: int = 1
    pieces: list[str] = field(factory=list)

    def words(self) -> str:
        """Join the blocks: a party below a name behind a comma, all else behind a blank."""
        first, *rest = self.pieces or [""]
        named = is_name(first.strip("*")) and (self.head or any(map(is_party, rest)))
        joined = (", " if named else " ").join((first, *rest))
        return joined.replace("|", "\\|")


def span_of(value: str | None, most: int) -> int:
    """
    Read how far a cell spans: what is no number is 1.

    >>> span_of("2", 20), span_of("many", 20), span_of(None, 20), span_of("9999", 20)
    (2, 1, 1, 20)
    """
    digits = (value or "").strip()
    plain = digits.isascii() and digits.isdigit() and len(digits) < 5
    return max(1, min(int(digits), most)) if plain else 1


@define
class HtmlTable:
    """The rows of one table, as far as they have been read."""

    headed: bool = False
    rows: int = 0
    row: list[HtmlCell] | None = None
    _width: int = 0
    _below: dict[int, tuple[int, str]] = field(factory=dict)

    def open_cell(self, tag: str, attrs: dict[str, str | None]) -> None:
        """Begin a cell, where a row is open."""
        if self.row is None:
            return
        self.headed = self.headed or tag == "th"
        self.row.append(
            HtmlCell(
                head=tag == "th",
                across=span_of(attrs.get("colspan"), _WIDEST),
                down=span_of(attrs.get("rowspan"), _LONGEST),
            )
        )

    def take_row(self) -> tuple[list[str], list[str]]:
        """
        End the row: give its blocks if it only lays out a page, else its cells.

        Without headings, two cells or long ones only lay out a page.
        """
        row, self.row = self.row or [], None
        side_by_side = len(row) == 2 or any(len(cell.pieces) > 1 for cell in row)
        goes_on = self.headed and self.rows
        if (len(row) < 2 and not goes_on) or (side_by_side and not self.headed) or not row:
            return [block for cell in row for block in cell.pieces], []
        cells = self._placed(row)
        cells += [""] * (self._width - len(cells))
        self._width = self._width or len(cells)
        self.rows += 1
        return [], cells

    def _placed(self, row: list[HtmlCell]) -> list[str]:
        """Set cells in their columns; of a row that no page shows, spans are left out."""
        waiting = [placed for cell in row[:_MOST_COLUMNS] for placed in self._across(cell)]
        rest = [(cell.words(), 1) for cell in row[_MOST_COLUMNS:]]
        cells: list[str] = []
        for words, down in (*waiting, *rest):
            cells += self._from_above(len(cells))
            if down > 1 and len(cells) < _MOST_COLUMNS:
                self._below[len(cells)] = (down - 1, words if len(words) <= _SAID_AGAIN else "")
            cells.append(words)
        return cells + self._from_above(len(cells))

    def _from_above(self, column: int) -> list[str]:
        """Give what stands in the columns from *column* on since a cell above spans them."""
        cells = []
        while column in self._below:
            left, words = self._below.pop(column)
            if left > 1:
                self._below[column] = (left - 1, words)
            cells.append(words)
            column += 1
        return cells

    def _across(self, cell: HtmlCell) -> list[tuple[str, int]]:
        """Give a cell once for each column that it spans; what heads a group or a part, once."""
        words = cell.words()
        whole = cell.head or cell.across >= self._width or len(words) > _SAID_AGAIN
        return [(words, cell.down), *[("" if whole else words, cell.down)] * (cell.across - 1)]
