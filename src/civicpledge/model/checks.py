"""Validators for the fields of records: one clear error, with the field's name and never its words."""

import datetime
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from attrs import Attribute

from civicpledge.errors import Fault, RecordError
from civicpledge.model.ids import is_id
from civicpledge.table import has_surrogate

Validator = Callable[[Any, "Attribute[Any]", Any], None]


_NOT_THEIR_BASE = frozenset({bool, datetime.datetime})
"""Kinds that Python counts as another (``int``, ``date``), and that would not come back as they were."""

_LARGEST_INTEGER = 2**63 - 1
"""What a column of whole numbers holds, in any dataframe."""
_BEYOND_FRACTIONS = 10**1000
"""A file takes exact numbers of up to 1,000 digits above and below the line."""


def refuse(record: object, field_name: str, problem: str) -> RecordError:
    """Make the error for a value that a field of *record* does not take."""
    return RecordError(type(record).__name__, (Fault(field_name, problem),))


def typed(*kinds: type) -> Validator:
    """
    Validate that a value is of one of *kinds*: ``bool`` is no ``int`` here, ``datetime`` no ``date``.

    Text must be writable as UTF-8: a lone surrogate is refused. Whole numbers must fit 64 bits, exact ones
    1,000 digits above and below the line, so that every record can be written to a file and a table.
    """
    names = " or ".join("nothing" if k is type(None) else k.__name__ for k in kinds)
    exact = frozenset(kinds)

    def check(record: object, attribute: "Attribute[Any]", value: object) -> None:
        kind = type(value)
        if kind not in exact and (kind in _NOT_THEIR_BASE or not isinstance(value, kinds)):
            raise refuse(record, attribute.name, f"is {kind.__name__}, not {names}")
        if isinstance(value, str) and has_surrogate(value):
            raise refuse(record, attribute.name, "holds a lone surrogate")
        if isinstance(value, int | Fraction) and _is_outsize(value):
            raise refuse(record, attribute.name, "is too large a number")

    return check


def _is_outsize(value: int | Fraction) -> bool:
    if isinstance(value, int):
        return abs(value) > _LARGEST_INTEGER
    return max(abs(value.numerator), value.denominator) >= _BEYOND_FRACTIONS


def tuple_of(*kinds: type) -> Validator:
    """Validate that a value is a tuple whose every item is of one of *kinds*."""
    item = typed(*kinds)

    def check(record: object, attribute: "Attribute[Any]", value: object) -> None:
        for one in _items(record, attribute, value):
            item(record, attribute, one)

    return check


def _items(record: object, attribute: "Attribute[Any]", value: object) -> tuple[object, ...]:
    if not isinstance(value, tuple):
        raise refuse(record, attribute.name, f"is {type(value).__name__}, not tuple")
    return value


def valid_id(record: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a field that holds one identifier."""
    if not isinstance(value, str) or not is_id(value):
        raise refuse(record, attribute.name, "is not an identifier like 'mayor.west-midlands'")


def optional_id(record: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a field that holds one identifier or ``None``."""
    if value is not None:
        valid_id(record, attribute, value)


def valid_ids(record: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a field that holds a tuple of identifiers, none twice."""
    items = _items(record, attribute, value)
    for one in items:
        valid_id(record, attribute, one)
    if len(items) > 1 and len(set(items)) != len(items):
        raise refuse(record, attribute.name, "names one identifier twice")


_text = typed(str)


def not_blank(record: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a field of text that says something."""
    _text(record, attribute, value)
    if not str(value).strip():
        raise refuse(record, attribute.name, "is empty")
