"""What records refer to: every reference with its place, and the places as faults name them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from civicpledge.errors import Fault
from civicpledge.model.findings import Coding
from civicpledge.model.records import Records
from civicpledge.model.responses import (
    NOBODY,
    Claim,
    Contested,
    Decision,
    DecisionKind,
    Inferred,
    Named,
    OnBehalf,
    Response,
)
from civicpledge.model.sources import Span

_Links = Iterator[tuple[str, str, str | None]]
"""(field, what it names, the identifier it names)."""


@frozen(kw_only=True)
class Known:
    """The identifiers that references may name, by what they name."""

    ids: dict[str, set[str]]

    @classmethod
    def of(cls, records: Records) -> "Known":
        """Gather the identifiers of *records*."""
        named: dict[str, tuple[Any, ...]] = {
            "area": records.areas,
            "office": records.offices,
            "contest": records.contests,
            "party": records.parties,
            "person": records.people,
            "candidate": records.candidates,
            "round": records.rounds,
            "theme": records.themes,
            "ask": records.asks,
            "source": records.sources,
            "response": records.responses,
            "coding": records.codings,
        }
        ids: dict[str, set[str]] = {kind: {r.id for r in found} for kind, found in named.items()}
        ids["part"] = {part.id for ask in records.asks for part in ask.parts}
        ids["ask or part"] = ids["ask"] | ids["part"]
        ids["candidate or person"] = ids["candidate"] | ids["person"]
        return cls(ids=ids)

    def missing(self, path: str, links: _Links) -> Iterator[Fault]:
        """Give a fault for each link that names nothing."""
        for field_name, kind, named in links:
            if named is not None and named not in self.ids[kind]:
                yield Fault(f"{path}.{field_name}", f"names no {kind}: {named!r}")


def path_of(collection: str, key: object) -> str:
    """
    Give the path of a record in a dataset, without what people wrote: names ruled on, reasons, notes.

    >>> path_of("remits", ("page.1", "mayor.x")), path_of("people", "ann-ash")
    ("remits['page.1', 'mayor.x']", "people['ann-ash']")
    """
    if collection == "provenance":
        return collection
    held = _told_of(collection, key) if isinstance(key, tuple) else (key,)
    return f"{collection}[{', '.join(map(repr, held))}]"


def _told_of(collection: str, key: tuple[Any, ...]) -> tuple[str, ...]:
    """Give the part of a key that may be told."""
    match collection:
        case "decisions":
            kind, subject, when, *_ = key
            return (kind.value, when) if kind is DecisionKind.NAME else (kind.value, subject, when)
        case "deliveries":
            return key[:3]
    return key


def _spans(name: str, spans: Iterable[Span | None]) -> _Links:
    for i, span in enumerate(spans):
        yield f"{name}[{i}].source", "source", span.source if span else None


def _each(name: str, kind: str, ids: Iterable[str]) -> _Links:
    for i, one in enumerate(ids):
        yield f"{name}[{i}]", kind, one


def _of_round(record: Any) -> _Links:
    yield from _each("contests", "contest", record.contests)
    yield from _each("field", "candidate", record.field)
    for i, p in enumerate(record.participation):
        path = f"participation[{i}]"
        yield f"{path}.person", "person", p.person
        yield f"{path}.candidate", "candidate", p.candidate
        yield f"{path}.on_behalf_of", "candidate", p.on_behalf_of
        yield f"{path}.span.source", "source", p.span.source if p.span else None


def _of_ask(record: Any) -> _Links:
    yield "round", "round", record.round
    yield "theme", "theme", record.theme
    yield from _each("same_as", "ask", record.same_as)
    for i, part in enumerate(record.parts):
        yield from _each(f"parts[{i}].same_as", "ask", part.same_as)
    yield from _spans("appearances", record.appearances)


def _of_remit(record: Any) -> _Links:
    yield "ask", "ask", record.ask
    yield "office", "office", record.office
    yield "span.source", "source", record.span.source if record.span else None


def _of_response(record: Response) -> _Links:
    yield "round", "round", record.round
    yield from _each("answers", "ask or part", record.answers)
    yield "source", "source", record.source
    yield from _spans("appearances", record.appearances)
    match record.attribution:
        case Named(person=person, candidate=candidate):
            yield "attribution.person", "person", person
            yield "attribution.candidate", "candidate", candidate
        case OnBehalf(candidate=candidate, by=by):
            yield "attribution.candidate", "candidate", candidate
            yield "attribution.by", "person", by
        case Inferred(candidate=candidate, evidence=evidence):
            yield "attribution.candidate", "candidate", candidate
            yield from _spans("attribution.evidence", evidence)
        case Contested(options=options):
            yield from _each("attribution.options", "candidate", options)


def _of_coding(record: Coding) -> _Links:
    yield "response", "response", record.response
    yield "ask", "ask", record.ask
    yield "part", "part", record.part


def _of_claim(record: Claim) -> _Links:
    yield "round", "round", record.round
    yield "quote.span.source", "source", record.place.source if record.place else None
    yield from _spans("elsewhere", record.elsewhere)
    yield from _each("asks", "ask", record.asks)
    yield from _each("scope.contests", "contest", record.scope.contests)
    yield from _each("scope.candidates", "candidate", record.scope.candidates)


def _of_absence(record: Any) -> _Links:
    yield "candidate", "candidate", record.candidate
    yield "ask", "ask", record.ask
    yield "span.source", "source", record.span.source if record.span else None


def _of_decision(record: Decision) -> _Links:
    choice = None if record.choice == NOBODY else record.choice
    match record.kind:
        case DecisionKind.NAME:
            yield "choice", "candidate or person", choice
        case DecisionKind.ATTRIBUTION:
            yield "subject", "response", record.subject
            yield "choice", "candidate", choice
        case DecisionKind.LINK:
            yield "subject", "response", record.subject
            yield "choice", "ask or part", choice
        case DecisionKind.CODING:
            yield "subject", "response", record.subject
            yield "choice", "coding", record.choice


_LINKS: dict[str, Callable[[Any], _Links]] = {
    "offices": lambda r: iter([("area", "area", r.area)]),
    "contests": lambda r: iter([("office", "office", r.office)]),
    "candidates": lambda r: iter(
        [("person", "person", r.person), ("contest", "contest", r.contest)]
        + [(f"party[{i}]", "party", p) for i, p in enumerate(r.party)]
    ),
    "rounds": _of_round,
    "themes": lambda r: iter([("round", "round", r.round)]),
    "asks": _of_ask,
    "remits": _of_remit,
    "documents": lambda r: iter([("source", "source", r.source.id)]),
    "responses": _of_response,
    "codings": _of_coding,
    "claims": _of_claim,
    "absences": _of_absence,
    "decisions": _of_decision,
    "deliveries": lambda r: iter(
        [("response", "response", r.response), ("source", "source", r.source)]
    ),
}


def links_of(collection: str, record: Any) -> _Links:
    """Give every reference of a record of *collection*: its field, what it names, and the identifier."""
    return _LINKS[collection](record) if collection in _LINKS else iter(())


def named_in(collections: Mapping[str, tuple[Any, ...]]) -> dict[str, set[str]]:
    """Give every identifier that the records refer to, by what it names."""
    named: dict[str, set[str]] = {}
    for collection, records in collections.items():
        for record in records:
            for _, kind, identifier in links_of(collection, record):
                if identifier is not None:
                    named.setdefault(kind, set()).add(identifier)
    return named
