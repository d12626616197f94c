"""Columns of one kind, whose values every way out of a table can hold."""

import contextlib
import datetime as dt
import math
from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final

from attrs import Attribute, field, frozen

from civicpledge.errors import Fault, RowsError, raise_faults
from civicpledge.table.texts import has_surrogate

Value = str | int | float | bool | dt.date | None


class ColumnKind(StrEnum):
    """What a column holds; any value may also be ``None``."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


_TYPES: Final[dict[ColumnKind, type]] = {
    ColumnKind.TEXT: str,
    ColumnKind.INTEGER: int,
    ColumnKind.NUMBER: float,
    ColumnKind.BOOLEAN: bool,
    ColumnKind.DATE: dt.date,
}
_NOT_THEIR_BASE: Final = (bool, dt.datetime)
"""Kinds that Python counts as another, and that would not come back as they were."""

_BITS: Final = 63


def _problem(value: Any, kind: ColumnKind) -> str | None:
    """Say why a column of *kind* cannot hold *value*, which every dataframe must be able to."""
    wanted = _TYPES[kind]
    if not isinstance(value, wanted) or (
        isinstance(value, _NOT_THEIR_BASE) and type(value) is not wanted
    ):
        return f"is {type(value).__name__}, not {kind}"
    if isinstance(value, str) and has_surrogate(value):
        return "holds a lone surrogate"
    if isinstance(value, float) and not math.isfinite(value):
        return "is no finite number"
    if isinstance(value, int) and not -(2**_BITS) <= value < 2**_BITS:
        return "is too large a whole number"
    return None


@frozen
class Column:
    """
    A named column of one kind.

    A text can be written as UTF-8, a whole number fits 64 bits, a number is a finite float.

    :raises RowsError: with every value that is none of these; the first row is 1

    >>> Column("due", ColumnKind.INTEGER, (3, "many"))
    Traceback (most recent call last):
    civicpledge.errors.RowsError: table: row 2, column 'due': is str, not integer
    """

    name: str
    kind: ColumnKind
    values: tuple[Value, ...] = field(default=())

    @values.validator
    def _values_are_of_the_kind(
        self, _: "Attribute[tuple[Value, ...]]", values: tuple[Value, ...]
    ) -> None:
        raise_faults(RowsError, "table", self._faults(values))

    def _faults(self, values: tuple[Value, ...]) -> Iterator[Fault]:
        if self.kind not in _TYPES:
            yield Fault(f"column {self.name!r}", f"is of no kind: {', '.join(ColumnKind)}")
            return
        if has_surrogate(self.name):
            yield Fault(f"column {self.name!r}", "holds a lone surrogate in its name")
        for row, value in enumerate(values, 1):
            problem = None if value is None else _problem(value, self.kind)
            if problem:
                yield Fault(f"row {row}, column {self.name!r}", problem)


def stored(value: Any, kind: ColumnKind) -> Value:
    """
    Turn a fraction or a whole number of a number column into a float, an enum into its text.

    A whole number that a float would round is left, for the column to refuse.

    >>> stored(Fraction(1, 4), ColumnKind.NUMBER), stored(2**53 + 1, ColumnKind.NUMBER)
    (0.25, 9007199254740993)
    """
    if isinstance(value, StrEnum):
        return value.value
    if kind is ColumnKind.NUMBER and type(value) in (Fraction, int):
        with contextlib.suppress(OverflowError):
            made = float(value)
            return made if isinstance(value, Fraction) or made == value else value
    return value  # type: ignore[no-any-return]
