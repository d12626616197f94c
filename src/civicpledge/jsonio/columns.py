"""
Records as rows: which columns a collection has, and what a cell of each holds.

A record inside a record gives dotted columns (``finding.stance``). A list of identifiers is parted by
spaces, places are ``page:12-40`` (code points 12 to 40 of the source ``page``), other lists are JSON.
"""

import datetime
import json
import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cache
from types import NoneType
from typing import Any, NewType, get_args, get_origin

import attrs

from civicpledge.errors import FileFormatError
from civicpledge.jsonio.converting import ATTRIBUTIONS, TAG, to_plain_value
from civicpledge.jsonio.plain import parse
from civicpledge.model.checks import valid_ids
from civicpledge.model.records import Records
from civicpledge.model.responses import Attribution
from civicpledge.model.sources import Document, Extent, Span
from civicpledge.table import ColumnKind

Cell = str | int | bool | datetime.date | None

_SPAN = re.compile(r"(?:(?P<source>[a-z0-9.-]+):)?(?P<start>[0-9]{1,18})-(?P<end>[0-9]{1,18})")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,999})")


class Form(StrEnum):
    """How a cell holds a value."""

    TEXT = "text"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    IDS = "identifiers, parted by spaces"
    PLACES = "places, parted by spaces"
    PLACE = "place"
    JSON = "JSON"

    @property
    def kind(self) -> ColumnKind:
        """The kind of the column in a table."""
        kinds = {
            Form.INTEGER: ColumnKind.INTEGER,
            Form.BOOLEAN: ColumnKind.BOOLEAN,
            Form.DATE: ColumnKind.DATE,
        }
        return kinds.get(self, ColumnKind.TEXT)


@attrs.frozen
class RecordColumn:
    """
    One column of a collection.

    :ivar path: the fields that lead to the value
    """

    path: tuple[str, ...]
    form: Form

    @property
    def name(self) -> str:
        """The path, dotted."""
        return ".".join(self.path)

    def value_of(self, plain: Mapping[str, Any]) -> Any:
        """Give the plain value in a record's plain values, ``None`` where there is none."""
        value: Any = plain
        for step in self.path:
            value = value.get(step) if isinstance(value, dict) else None
        return value


@cache
def columns_of(collection: str) -> tuple[RecordColumn, ...]:
    """
    Give the columns of a collection's table.

    >>> [column.name for column in columns_of("remits")]
    ['ask', 'office', 'power', 'note', 'span']
    """
    if collection == "provenance":
        return (RecordColumn(("text",), Form.TEXT),)
    if collection == "documents":
        return (RecordColumn(("source",), Form.TEXT), RecordColumn(("text",), Form.TEXT))
    kind = get_args(attrs.fields_dict(Records)[collection].type)[0]
    return tuple(_columns(kind, ()))


def _columns(kind: Any, path: tuple[str, ...]) -> Iterator[RecordColumn]:
    for attribute in attrs.fields(kind):
        here = (*path, attribute.name)
        if attribute.type == Attribution:
            yield from _attribution_columns(here)
            continue
        inner = _without_none(attribute.type)
        form = Form.IDS if _holds_ids(attribute) else _form(inner)
        if form is None:
            yield from _columns(inner, here)
        else:
            yield RecordColumn(here, form)


def _attribution_columns(path: tuple[str, ...]) -> Iterator[RecordColumn]:
    """Give the columns of every make of attribution, each once."""
    found = {column.name: column for k in ATTRIBUTIONS.values() for column in _columns(k, path)}
    return iter([RecordColumn((*path, TAG), Form.TEXT), *found.values()])


def _without_none(kind: Any) -> Any:
    inner = [one for one in get_args(kind) if one is not NoneType]
    return inner[0] if NoneType in get_args(kind) and len(inner) == 1 else kind


def _holds_ids(attribute: "attrs.Attribute[Any]") -> bool:
    checks = getattr(attribute.validator, "_validators", (attribute.validator,))
    return valid_ids in checks


def _form(kind: Any) -> Form | None:
    """Give how a cell holds a value of *kind*; ``None`` for a record, which has cells of its own."""
    if get_origin(kind) is tuple:
        return Form.PLACES if get_args(kind)[0] in (Span, Extent) else Form.JSON
    if kind in (Span, Extent):
        return Form.PLACE
    if isinstance(kind, NewType):
        return Form.TEXT
    forms = {int: Form.INTEGER, bool: Form.BOOLEAN, datetime.date: Form.DATE}
    return forms.get(kind, None if attrs.has(kind) else Form.TEXT)


def full_plain(record: Any) -> Any:
    """Give a record as plain values, with the fields that hold their default."""
    if isinstance(record, str) and not isinstance(record, StrEnum):
        return {"text": record}
    if isinstance(record, Document):
        return {"source": record.source.id, "text": record.text}
    plain = {a.name: getattr(record, a.name) for a in attrs.fields(type(record))}
    tag = next((t for t, kind in ATTRIBUTIONS.items() if kind is type(record)), None)
    made = {name: _full_value(value) for name, value in plain.items()}
    return made if tag is None else {TAG: tag, **made}


def _full_value(value: Any) -> Any:
    if attrs.has(type(value)) and not isinstance(value, Span | Extent):
        return full_plain(value)
    return to_plain_value(value)


# Plain values to cells and back.


def cell_of(value: Any, form: Form) -> Cell:
    """Give the cell for a plain value."""
    if value is None:
        return None
    match form:
        case Form.DATE:
            return datetime.date.fromisoformat(value)
        case Form.IDS:
            return " ".join(value) or None
        case Form.PLACE:
            return _place_text(value)
        case Form.PLACES:
            return " ".join(map(_place_text, value)) or None
        case Form.JSON:
            return json.dumps(value, ensure_ascii=False) if value else None
    return value  # type: ignore[no-any-return]


def _place_text(plain: Mapping[str, Any]) -> str:
    ends = f"{plain['start']}-{plain['end']}"
    return f"{plain['source']}:{ends}" if "source" in plain else ends


def plain_of(cell: Any, form: Form) -> Any:
    """
    Give the plain value of a cell, as typed by a person or made by a program.

    What a cell does not tell is given back as it is, for the record to refuse at its place.

    >>> plain_of("page:3-9", Form.PLACE), plain_of("a b", Form.IDS), plain_of("7", Form.INTEGER)
    ({'source': 'page', 'start': 3, 'end': 9}, ['a', 'b'], 7)
    """
    if isinstance(cell, datetime.date) and not isinstance(cell, datetime.datetime):
        return cell.isoformat()
    if isinstance(cell, Fraction):
        return str(cell)
    if isinstance(cell, tuple | list):
        return [plain_of(one, Form.TEXT) for one in cell]
    if not isinstance(cell, str):
        return cell
    reader = _READERS.get(form)
    return cell if reader is None else reader(cell)


def _place(text: str) -> Any:
    found = _SPAN.fullmatch(text)
    if found is None:
        return text
    ends = {"start": int(found["start"]), "end": int(found["end"])}
    return ends if found["source"] is None else {"source": found["source"], **ends}


def _json(text: str) -> Any:
    try:
        return parse(text, "cell")
    except FileFormatError:
        return text


_READERS: dict[Form, Callable[[str], Any]] = {
    Form.INTEGER: lambda text: int(text) if _INTEGER.fullmatch(text) else text,
    Form.BOOLEAN: lambda text: {"true": True, "false": False}.get(text, text),
    Form.IDS: str.split,
    Form.PLACES: lambda text: [_place(one) for one in text.split()],
    Form.PLACE: _place,
    Form.JSON: _json,
}
