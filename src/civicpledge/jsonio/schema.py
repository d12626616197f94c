"""The file's JSON Schema, made from the records themselves, so that the two cannot drift apart."""

import datetime
from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from types import UnionType
from typing import Any, NewType, Union, get_args, get_origin

import attrs

from civicpledge.jsonio.converting import ATTRIBUTIONS, DATE, FRACTION, TAG, to_plain_value
from civicpledge.jsonio.texts import FORMAT, VERSION
from civicpledge.model.checks import not_blank, optional_id, valid_id, valid_ids
from civicpledge.model.records import Records
from civicpledge.model.responses import Attribution

Schema = dict[str, Any]

_ID = "^[a-z0-9]+([.-][a-z0-9]+)*$"


def json_schema() -> Schema:
    """
    Give the JSON Schema (draft 2020-12) of a dataset file of the current version.

    It says what each field takes; references, dates that do not exist and other matters between fields
    are checked by ``load`` alone. A new dict each time.

    >>> json_schema()["$defs"]["Area"]["required"]
    ['id', 'name']
    """
    properties = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        **{a.name: _of_field(a) for a in attrs.fields(Records)},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A civicpledge dataset",
        "type": "object",
        "properties": properties,
        "required": ["format", "version"],
        "additionalProperties": False,
        "$defs": {kind.__name__: _of_record(kind) for kind in record_kinds()},
    }


def record_kinds() -> tuple[type[attrs.AttrsInstance], ...]:
    """List the records a file is made of, sorted by name."""
    found: dict[str, type[attrs.AttrsInstance]] = {}
    waiting: list[type[attrs.AttrsInstance]] = [Records]
    while waiting:
        for attribute in attrs.fields(waiting.pop()):
            new = [kind for kind in _records_in(attribute.type) if kind.__name__ not in found]
            found.update({kind.__name__: kind for kind in new})
            waiting.extend(new)
    return tuple(found[name] for name in sorted(found))


def _records_in(kind: Any) -> Iterator[type[attrs.AttrsInstance]]:
    if isinstance(kind, type) and attrs.has(kind):
        yield kind
    for inner in get_args(kind):
        yield from _records_in(inner)


def _of_record(kind: type[attrs.AttrsInstance]) -> Schema:
    own = attrs.fields(kind)
    tag = next((tag for tag, made in ATTRIBUTIONS.items() if made is kind), None)
    tagged: Schema = {TAG: {"const": tag}} if tag else {}
    required = [a.name for a in own if a.default is attrs.NOTHING]
    return {
        "description": (kind.__doc__ or "").strip().partition("\n")[0],
        "type": "object",
        "properties": {**tagged, **{a.name: _of_field(a) for a in own}},
        "required": [*tagged, *required],
        "additionalProperties": False,
    }


def _of_field(attribute: "attrs.Attribute[Any]") -> Schema:
    made = _narrowed(_of_kind(attribute.type), attribute)
    if attribute.default is not attrs.NOTHING:
        made["default"] = to_plain_value(attribute.default)
    return made


def _narrowed(schema: Schema, attribute: "attrs.Attribute[Any]") -> Schema:
    """Add what the field's validators ask beyond its type."""
    validator = attribute.validator
    for check in getattr(validator, "_validators", (validator,)):
        if check is valid_id:
            schema["pattern"] = _ID
        elif check is optional_id:
            schema = {"anyOf": [{"type": "string", "pattern": _ID}, {"type": "null"}]}
        elif check is valid_ids:
            schema["items"]["pattern"] = _ID
            schema["uniqueItems"] = True
        elif check is not_blank:
            schema["pattern"] = r"\S"
    return schema


def _of_kind(kind: Any) -> Schema:
    if isinstance(kind, NewType):
        return _of_kind(kind.__supertype__)
    if kind == Attribution:
        return {"oneOf": [{"$ref": f"#/$defs/{k.__name__}"} for k in get_args(kind)]}
    if get_origin(kind) in (Union, UnionType):
        return {"anyOf": [_of_kind(inner) for inner in get_args(kind)]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _of_kind(get_args(kind)[0])}
    if attrs.has(kind):
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if issubclass(kind, StrEnum):
        return {"enum": [member.value for member in kind]}
    return dict(_SIMPLE[kind])


_SIMPLE: dict[type, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    datetime.date: {"type": "string", "format": "date", "pattern": f"^{DATE.pattern}$"},
    Fraction: {"type": "string", "pattern": f"^{FRACTION.pattern}$"},
}
