"""JSON text to plain values, without what ``json`` would let through: every key once, no lone surrogate."""

import json
import re
from collections.abc import Iterator
from typing import Any

from civicpledge.errors import Fault, FileFormatError, fail, raise_faults

_SHOWN = 60
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
# What int() refuses to read is refused here with a place; no field takes a number of this length.
_LONGEST_INTEGER = 4_000


class Doubled(dict[str, Any]):
    """An object of a JSON text in which keys stand twice."""

    doubled: tuple[str, ...] = ()


class NotANumber:
    """A number of a JSON text that no field can take: ``NaN``, ``Infinity`` or one of 4,000 digits."""


def parse(text: str, where: str) -> Any:
    """
    Read JSON into dicts, lists, texts, numbers and ``None``.

    ``NaN``, ``Infinity`` and integers of more than 4,000 digits become :class:`NotANumber`, which no field
    takes, so that they are refused at their place.

    :raises FileFormatError: if *text* is no JSON, is nested too deep, or an object holds a key twice

    >>> parse('{"a": [1, null]}', "a text")
    {'a': [1, None]}
    """
    doubled: list[Doubled] = []

    def as_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) == len(pairs):
            return made
        doubled.append(_doubled(pairs))
        return doubled[-1]

    try:
        value = json.loads(
            text, object_pairs_hook=as_object, parse_constant=_no_number, parse_int=_integer
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        fail(FileFormatError, where, place, f"is not JSON: {error.msg}")
    except RecursionError:
        fail(FileFormatError, where, "file", "is nested too deep")
    if doubled:
        raise_faults(FileFormatError, where, _twice(value))
    return value


def _no_number(_: str) -> NotANumber:
    return NotANumber()


def _integer(digits: str) -> int | NotANumber:
    return int(digits) if len(digits) <= _LONGEST_INTEGER else NotANumber()


def _doubled(pairs: list[tuple[str, Any]]) -> Doubled:
    made = Doubled(pairs)
    keys = [key for key, _ in pairs]
    made.doubled = tuple(key for key in made if keys.count(key) > 1)
    return made


def _twice(root: object) -> Iterator[Fault]:
    """Give a fault for each key that an object holds twice; without recursion, as texts nest deep."""
    waiting: list[tuple[str, object]] = [("", root)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, Doubled):
            yield from (Fault(join(path, shown(k)), "is given twice") for k in value.doubled)
        if isinstance(value, dict):
            inner = [(join(path, shown(key)), v) for key, v in value.items()]
            waiting.extend(reversed(inner))
        elif isinstance(value, list):
            waiting.extend((f"{path}[{i}]", v) for i, v in reversed(list(enumerate(value))))


def shown(key: str) -> str:
    r"""
    Give a key as a path names it: plain where it is a plain word, else quoted, escaped and cut short.

    >>> shown("text"), shown("a b\n")
    ('text', "'a b\\n'")
    """
    if len(key) <= _SHOWN and _PLAIN_KEY.fullmatch(key):
        return key
    return ascii(key[:_SHOWN])


def join(path: str, inner: str) -> str:
    """
    Put an inner path behind an outer one.

    >>> join("responses[3]", "text"), join("", "text"), join("responses", "[3]"), join("a", "")
    ('responses[3].text', 'text', 'responses[3]', 'a')
    """
    between = "." if path and inner and not inner.startswith("[") else ""
    return f"{path}{between}{inner}"
