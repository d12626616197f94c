"""Bullets whose marks the PDF tore off into a column of their own: which words belong to which mark."""

from collections.abc import Sequence
from math import inf

from attrs import frozen

from civicpledge.readers.manifesto_promises import (
    begins_with_action,
    is_undertaking,
)
from civicpledge.readers.manifesto_rows import Row
from civicpledge.readers.numbering import words_of

# A line this much shorter than its column, beyond the next line's first word, was ended on purpose.
_EARLY, _VERY_EARLY = 0.1, 0.3
_UNFINISHED = words_of(
    "a an and as at by for from in into like of on or our such than that the their this to under "
    "with your"
)


@frozen(kw_only=True)
class Pairing:
    """
    Where the items of a torn list begin.

    :ivar starts: places in the rows given, the first always 0
    :ivar known: whether the text shows as many clear beginnings as there are marks, and no more
    """

    starts: tuple[int, ...]
    known: bool


def pair(rows: Sequence[Row], marks: int, *, widest: float = inf) -> Pairing:
    """
    Find which of the *rows* of words begin the items of so many *marks*.

    A beginning has a capital letter; for it speak a verb of action, a line before it that ended early and
    a full stop there. The pairing is known where there are as many rows as marks, or where exactly
    ``marks - 1`` rows behind the first are clearer than all others; else only the rows with two signs are
    taken.
    """
    if len(rows) == marks and all(row.capital for row in rows):
        return Pairing(starts=tuple(range(marks)), known=True)
    # Lines that the extractor joined at a hyphen are longer than any column.
    lengths = [len(row.words) for row in rows]
    width = max((n for n in lengths if n <= widest), default=max(lengths))
    points = {i: _points(rows[i - 1], rows[i], width) for i in range(1, len(rows))}
    ranked = sorted(points, key=lambda i: (-points[i], i))
    best, rest = ranked[: marks - 1], ranked[marks - 1 :]
    enough = len(best) == marks - 1 and all(points[i] > 1 for i in best)
    clear = not best or not rest or points[best[-1]] > points[rest[0]]
    surplus = bool(rest) and points[rest[0]] > _CLEAR
    if enough and clear and not surplus:
        return Pairing(starts=(0, *sorted(best)), known=True)
    sure = sorted(i for i in points if points[i] > _CLEAR)
    return Pairing(starts=(0, *sure), known=False)


_CLEAR = 3


def _points(before: Row, row: Row, width: int) -> int:
    """Count what speaks for an item beginning at *row*; 0 where nothing does."""
    if not row.capital:
        return 0
    last = before.words.split()[-1].casefold()
    closes = before.words.rstrip().endswith(("; and", "; or", ", and", ";"))
    if (last in _UNFINISHED and not closes) or before.words.endswith((",", "-", "–")):
        return 0
    slack = (width - len(before.words) - len(row.words.split()[0]) - 1) / width
    early = 3 if slack >= _VERY_EARLY else 2 if slack >= _EARLY else 1 if slack >= 0 else 0
    stopped = int((before.ended or closes) and slack >= _EARLY)
    speaks = 3 if begins_with_action(row.words) or is_undertaking(row.words) else 0
    return early + stopped + speaks
