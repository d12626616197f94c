"""Plain values to records and back; nothing is coerced, every fault is gathered with its place."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from civicpledge.errors import Fault, FaultsError, FileFormatError, RecordError
from civicpledge.jsonio.plain import NotANumber, join, shown
from civicpledge.model.dataset import Dataset
from civicpledge.model.records import Records
from civicpledge.model.responses import (
    Attribution,
    Contested,
    Inferred,
    Named,
    OnBehalf,
    Unattributed,
)
from civicpledge.progress import Progress

TAG = "kind"
"""The key that tells which attribution an object is."""

ATTRIBUTIONS: Mapping[str, type[attrs.AttrsInstance]] = {
    "named": Named,
    "on_behalf": OnBehalf,
    "inferred": Inferred,
    "contested": Contested,
    "unattributed": Unattributed,
}

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FRACTION = re.compile(r"-?(?:0|[1-9][0-9]{0,999})(?:/[1-9][0-9]{0,999})?")

_Hook = Callable[[Any, Any], Any]
T = TypeVar("T")
_JSON_NAMES: dict[type, str] = {
    dict: "an object",
    list: "a list",
    str: "text",
    bool: "true or false",
    int: "a whole number",
    float: "a number with a fraction or an exponent",
    type(None): "null",
    NotANumber: "no number that JSON has",
}


def _refusal(problem: str, path: str = "") -> FileFormatError:
    """Make the error for one value; the places of its surroundings are put before *path* later."""
    return FileFormatError("", (Fault(path, problem),))


def _not(wanted: str, value: object) -> FileFormatError:
    """Make the error for a value that is of another make than the *wanted* one."""
    names = (name for kind, name in _JSON_NAMES.items() if isinstance(value, kind))
    found = next(names, f"of the type {type(value).__name__}")
    return _refusal(f"is {found}, not {wanted}")


def _exactly(kind: type) -> _Hook:
    """Make the hook that takes a value of *kind* as it is and refuses every other."""

    def take(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise _not(_JSON_NAMES[kind], value)
        return value

    return take


def _text(value: object) -> str:
    if type(value) is not str:
        raise _not("text", value)
    return value


def _date(value: object, _: Any) -> datetime.date:
    if isinstance(value, datetime.datetime):
        raise _refusal("is a day with an hour, not a day alone, like 2021-05-06")
    try:
        if DATE.fullmatch(_text(value)):
            return datetime.date.fromisoformat(str(value))
    except ValueError as error:
        if isinstance(error, FileFormatError):
            raise
    raise _refusal("is not a date like 2021-05-06")


def _fraction(value: object, _: Any) -> Fraction:
    printed = _text(value)
    if FRACTION.fullmatch(printed):
        made = Fraction(printed)
        if str(made) == printed:
            return made
    raise _refusal("is not a whole number or a fraction in lowest terms, like '2000' or '3/10'")


def _text_or_member(value: object, kind: type[str]) -> str:
    """Take a text, or, as a hook for ``str`` is asked for every ``StrEnum`` too, a member of *kind*."""
    printed = _text(value)
    if kind is str:
        return printed
    members = kind.__members__.values() if issubclass(kind, StrEnum) else ()
    found = next((member for member in members if member.value == printed), None)
    if found is None:
        unknown = f"is not one of {', '.join(members)}"
        raise _refusal(unknown)
    return found


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _tuple(kind: Any, converter: Converter) -> _Hook:
    item = get_args(kind)[0]
    inner = converter.get_structure_hook(item)

    def take(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _not("a list", value)
        try:
            return tuple([inner(one, item) for one in value])
        except FileFormatError:
            faults = tuple(_list_faults(value, item, inner))
        raise FileFormatError("", faults)

    return take


def _list_faults(values: list[Any], item: Any, inner: _Hook) -> Iterator[Fault]:
    for i, value in enumerate(values):
        try:
            inner(value, item)
        except FileFormatError as error:
            yield from _under(f"[{i}]", error)


def _under(path: str, error: FaultsError) -> Iterator[Fault]:
    for fault in error.faults:
        yield Fault(join(path, fault.path), fault.problem)


def _record(kind: type[attrs.AttrsInstance], converter: Converter) -> _Hook:
    made: _Hook = make_dict_structure_fn(
        kind, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True
    )

    def take(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise _not("an object", value)
        try:
            return made(value, kind)
        except ClassValidationError as error:
            faults = _record_faults(error, lambda bad: _invalid(kind, value, bad, converter))
        raise FileFormatError("", tuple(faults))

    return take


def _record_faults(
    error: ClassValidationError, invalid: Callable[[set[str]], list[Fault]]
) -> Iterator[Fault]:
    """Give every fault of one record: of its fields' forms, of their values, then of the whole."""
    of_fields, of_record = error.group_exceptions()
    for inner, note in of_fields:
        if isinstance(inner, FaultsError):
            yield from _under(note.name, inner)
        elif isinstance(inner, KeyError):
            yield Fault(note.name, "is missing")
        else:
            raise inner
    found = invalid({note.name for _, note in of_fields})
    yield from found
    for whole in of_record:
        if isinstance(whole, ForbiddenExtraKeysError):
            keys = sorted(whole.extra_fields)
            yield from (Fault(shown(key), "is no field of this record") for key in keys)
        elif not isinstance(whole, FaultsError):
            raise whole
        elif not found:  # else it repeats the first of them
            yield from whole.faults


def _invalid(
    kind: type[attrs.AttrsInstance], value: dict[str, Any], bad: set[str], converter: Converter
) -> list[Fault]:
    """
    Run every validator of a record that could not be made, for attrs stops at the first fault.

    :param bad: the fields whose values have not even the right form
    """
    if issubclass(kind, Records):  # whose validators see what has been made of every item already
        return []
    bare = kind.__new__(kind)
    for attribute in attrs.fields(kind):
        if attribute.name in value and attribute.name not in bad:
            made = converter.structure(value[attribute.name], attribute.type)
            object.__setattr__(bare, attribute.name, made)
        elif attribute.default is not attrs.NOTHING:
            object.__setattr__(bare, attribute.name, attribute.default)
    return [f for a in attrs.fields(kind) if a.name not in bad for f in _refused(bare, a)]


def _refused(bare: attrs.AttrsInstance, attribute: "attrs.Attribute[Any]") -> tuple[Fault, ...]:
    try:
        if attribute.validator is not None:
            attribute.validator(bare, attribute, getattr(bare, attribute.name))
    except RecordError as error:
        return error.faults
    except AttributeError:  # it looks at a field that is missing, which is a fault by itself
        return ()
    return ()


def _attribution(converter: Converter) -> _Hook:
    unknown = f"is not one of {', '.join(ATTRIBUTIONS)}"

    def take(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise _not("an object", value)
        tag = value.get(TAG)
        kind = ATTRIBUTIONS.get(tag) if isinstance(tag, str) else None
        if kind is None:
            raise _refusal("is missing" if TAG not in value else unknown, TAG)
        rest = {key: held for key, held in value.items() if key != TAG}
        return converter.structure(rest, kind)

    return take


def _attribution_out(converter: Converter) -> Callable[[Any], dict[str, Any]]:
    tags = {kind: tag for tag, kind in ATTRIBUTIONS.items()}

    def give(record: Any) -> dict[str, Any]:
        return {TAG: tags[type(record)], **converter.unstructure(record, type(record))}

    return give


def _make_converter() -> Converter:
    converter = Converter(omit_if_default=True, detailed_validation=True)
    converter.register_structure_hook(str, _text_or_member)
    converter.register_structure_hook(int, _exactly(int))
    converter.register_structure_hook(bool, _exactly(bool))
    converter.register_structure_hook(datetime.date, _date)
    converter.register_structure_hook(Fraction, _fraction)
    converter.register_structure_hook_factory(_is_tuple, _tuple)
    converter.register_structure_hook_factory(attrs.has, _record)
    converter.register_structure_hook_func(lambda k: k == Attribution, _attribution(converter))
    converter.register_unstructure_hook(datetime.date, datetime.date.isoformat)
    converter.register_unstructure_hook(Fraction, str)
    converter.register_unstructure_hook_func(
        lambda k: k == Attribution, _attribution_out(converter)
    )
    return converter


_CONVERTER = _make_converter()


class _Counted(list[Any]):
    """A list that takes one of the *ticks* for each of its items."""

    def __init__(self, items: list[Any], ticks: Iterator[object]) -> None:
        super().__init__(items)
        self._ticks = ticks

    def __iter__(self) -> Iterator[Any]:
        for item in super().__iter__():
            next(self._ticks, None)
            yield item


def _watched_dataset(value: object, progress: Progress) -> Dataset:
    """Make a dataset of plain values, the records of all its collections counted together."""
    held = value if isinstance(value, dict) else {}
    lists = [items for items in held.values() if type(items) is list]
    ticks = iter(progress([record for items in lists for record in items]))
    counted = {
        key: _Counted(items, ticks) if type(items) is list else items for key, items in held.items()
    }
    made: Dataset = _CONVERTER.structure(counted if held else value, Dataset)
    for _ in ticks:  # whoever counts is told that it is over
        pass
    return made


def to_dataset(value: object, where: str, progress: Progress | None = None) -> Dataset:
    """
    Make a dataset of plain values.

    :raises FileFormatError: with every fault of form, or, where there is none, with every reference to
        nothing and every identifier given twice

    >>> to_dataset({"areas": [{"id": "x", "name": "X"}]}, "a text")
    <Dataset: 1 areas>
    """
    try:
        if progress is not None:
            return _watched_dataset(value, progress)
        return _CONVERTER.structure(value, Dataset)
    except FileFormatError as error:
        raise FileFormatError(where, error.faults) from None


def to_records(values: list[Any], kind: type[T]) -> tuple[T, ...]:
    """
    Make records of one kind of plain values.

    :raises FileFormatError: with every fault, the paths from the list on: ``[3].title``
    """
    made: tuple[T, ...] = _CONVERTER.structure(values, tuple[kind, ...])  # type: ignore[valid-type]
    return made


def to_plain(record: attrs.AttrsInstance) -> Any:
    """Give a record as plain values, without the fields that hold their default."""
    return _CONVERTER.unstructure(record)


def to_plain_value(value: object) -> Any:
    """Give a value of a field as plain values, tuples as lists."""
    plain = _CONVERTER.unstructure(value)
    return list(plain) if isinstance(plain, tuple) else plain
