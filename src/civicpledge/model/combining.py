"""Two sets of records made one: what both say is kept once, what one adds is added, the rest clashes."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from civicpledge.errors import ClashError, Fault, raise_faults
from civicpledge.model.asks import Part, Participation
from civicpledge.model.people import Identifier
from civicpledge.model.records import KEYS, Records
from civicpledge.model.references import path_of
from civicpledge.model.responses import Scope
from civicpledge.model.sources import Span

Collections = dict[str, tuple[Any, ...]]

_UNITED = {
    "parties": ("aliases",),
    "people": ("aliases", "identifiers"),
    "candidates": ("aliases",),
    "rounds": ("contests", "field", "participation", "headcount_as_printed"),
    "asks": ("same_as", "appearances"),
    "claims": ("asks",),
}
"""The fields of each collection in which one side may hold more than the other."""

_UNITED_WITHIN: dict[type, tuple[str, ...]] = {
    Scope: ("contests", "candidates"),
    Part: ("same_as",),
}
"""Likewise of the records inside of records: narrowing a dataset leaves things out of them."""

_FILLED = frozenset({*_UNITED, "offices", "contests", "sources", "remits", "absences"}) - {"claims"}
"""The collections in whose records one side may leave out (``None``) what the other knows."""


def combined(one: Records, other: Records) -> Collections:
    """
    Unite the collections of *one* and *other*.

    Records under one identifier become one: names and other lists of a person, party, candidacy or round
    are united (and sorted), as are the asks and the people that a claim is about; a field that one side
    leaves out is taken from the other, and all else must be the same. Words, codings and decisions are
    never merged: they are the same or they clash.

    The order of the two does not matter, nor how three are bracketed.

    :raises ClashError: with every field in which the two differ
    """
    faults: list[Fault] = []
    made = {
        name: tuple(_united(name, getattr(one, name), getattr(other, name), faults))
        for name in KEYS
    }
    raise_faults(ClashError, "combine", faults)
    sources = {source.id: source for source in made["sources"]}
    made["documents"] = tuple(
        attrs.evolve(d, source=sources.get(d.source.id, d.source)) for d in made["documents"]
    )
    return made


def _united(
    name: str, one: Iterable[Any], other: Iterable[Any], faults: list[Fault]
) -> Iterator[Any]:
    key = KEYS[name]
    held = {key(record): record for record in one}
    for record in other:
        known = held.setdefault(key(record), record)
        if known != record:
            held[key(record)] = _merged(name, known, record, faults)
    yield from held.values()


def _merged(name: str, one: Any, other: Any, faults: list[Fault]) -> Any:
    """Make one record of two under one key, or note every field in which they clash."""
    if name == "documents":
        return _merged_documents(one, other, faults)
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(one)):
        left, right = getattr(one, field.name), getattr(other, field.name)
        if left == right:
            continue
        if field.name in _UNITED.get(name, ()):
            clash = _clash(left, right)
            changes[field.name] = _union(left, right)
        elif (whole := _united_within(left, right)) is not None:
            clash = None
            changes[field.name] = whole
        else:
            clash = None if name in _FILLED and None in (left, right) else "is told in two ways"
            changes[field.name] = right if left is None else left
        if clash is not None:
            faults.append(Fault(f"{path_of(name, KEYS[name](one))}.{field.name}", clash))
    return attrs.evolve(one, **changes)


def _united_within(left: Any, right: Any) -> Any:
    """Unite two records inside of records, or two lists of them; ``None`` where they differ otherwise."""
    if isinstance(left, tuple) and isinstance(right, tuple) and len(left) == len(right):
        united = tuple(map(_united_within, left, right))
        return None if None in united else united
    lists = _UNITED_WITHIN.get(type(left))
    if lists is None or type(left) is not type(right):
        return None
    changes = {name: _union(getattr(left, name), getattr(right, name)) for name in lists}
    whole = attrs.evolve(left, **changes)
    return whole if whole == attrs.evolve(right, **changes) else None


def _merged_documents(one: Any, other: Any, faults: list[Fault]) -> Any:
    """Keep the text both carry; their sources are compared among the sources."""
    if one.text != other.text:
        path = f"{path_of('documents', one.source.id)}.text"
        faults.append(Fault(path, "is told in two ways"))
    return one


def _clash(left: tuple[Any, ...], right: tuple[Any, ...]) -> str | None:
    """Say what forbids to unite two lists: one register's two numbers, one person's two ways to come."""
    for kind, group in _GROUPS.items():
        if any(isinstance(item, kind) for item in (*left, *right)):
            ours, theirs = _grouped(left, group), _grouped(right, group)
            if any(theirs.get(name, items) != items for name, items in ours.items()):
                return "is told in two ways"
    return None


_GROUPS: dict[type, Callable[[Any], Any]] = {
    Identifier: lambda identifier: identifier.scheme,
    Participation: lambda p: (p.person, p.candidate, p.on_behalf_of),
}


def _grouped(items: Iterable[Any], group: Callable[[Any], Any]) -> dict[Any, set[Any]]:
    made: dict[Any, set[Any]] = {}
    for item in items:
        made.setdefault(group(item), set()).add(item)
    return made


def _union(left: Iterable[Any], right: Iterable[Any]) -> tuple[Any, ...]:
    every = {*left, *right}
    return tuple(sorted(every - set(_narrowings(every)), key=_place_in_order))


def _narrowings(items: Iterable[Any]) -> Iterator[Participation]:
    """Give what narrowing makes of people who spoke for a candidate who fell out."""
    for item in items:
        if isinstance(item, Participation) and item.on_behalf_of is not None:
            yield attrs.evolve(item, on_behalf_of=None)


def _place_in_order(item: Any) -> tuple[Any, ...]:
    return (item.source, item.start, item.end) if isinstance(item, Span) else (repr(item),)
