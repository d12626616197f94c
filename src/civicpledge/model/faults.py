"""What does not hold together in a set of records: every fault, with its path."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from civicpledge.errors import Fault
from civicpledge.model.findings import CODEBOOK, Coding
from civicpledge.model.ids import digest
from civicpledge.model.records import KEYS, Records
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
    Wording,
)
from civicpledge.model.sources import Document, Span

_Links = Iterator[tuple[str, str, str | None]]
"""(field, what it names, the identifier it names)."""


@frozen(kw_only=True)
class _Known:
    """The identifiers that references may name, by what they name."""

    ids: dict[str, set[str]]

    @classmethod
    def of(cls, records: Records) -> "_Known":
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


def _twice(records: Records) -> Iterator[Fault]:
    """Give a fault for each key that two records of a collection share."""
    for collection, found in records.collections().items():
        key = KEYS[collection]
        for shared, times in Counter(map(key, found)).items():
            if times > 1:
                yield Fault(path_of(collection, shared), f"is given {times} times")
    parts = Counter(part.id for ask in records.asks for part in ask.parts)
    yield from (
        Fault(path_of("parts", p), f"is given {n} times") for p, n in parts.items() if n > 1
    )


def _shared(records: Records) -> Iterator[Fault]:
    """Give a fault for each register number of two people, and each part that is called like an ask."""
    of: dict[tuple[str, str], str] = {}
    for person in records.people:
        for number in person.identifiers:
            first = of.setdefault((number.scheme, number.value), person.id)
            if first != person.id:
                path = f"{path_of('people', person.id)}.identifiers"
                yield Fault(path, f"has a number of {number.scheme!r} that is also {first!r}'s")
    asks: set[str] = {ask.id for ask in records.asks}
    for ask in records.asks:
        for i, part in enumerate(ask.parts):
            if part.id in asks:
                yield Fault(f"{path_of('asks', ask.id)}.parts[{i}].id", "is an ask's too")


def _coded_twice(codings: Iterable[Coding]) -> Iterator[Fault]:
    """Give a fault for each two codings of one thing by one coder on one day (or by one version)."""
    seen: dict[tuple[object, ...], str] = {}
    for c in codings:
        when = c.version if c.coder == CODEBOOK else c.date
        key = (c.response, c.ask, c.part, c.coder, when)
        if key in seen:
            of = f"codes what {seen[key]!r} codes, by the same coder on the same day"
            yield Fault(path_of("codings", c.id), of)
        seen.setdefault(key, c.id)


def _slid(records: Records) -> Iterator[Fault]:
    """Give the faults of codings that are not of the words of their response."""
    texts = {r.id: r.text for r in records.responses}
    digests: dict[str, str] = {}
    for c in records.codings:
        text = texts.get(c.response)
        if text is None:
            continue
        if c.response not in digests:
            digests[c.response] = digest(text)
        if digests[c.response] != c.digest:
            yield Fault(f"{path_of('codings', c.id)}.digest", "is not of the response's words")
        elif any(extent.end > len(text) for extent in c.finding.evidence):
            yield Fault(f"{path_of('codings', c.id)}.finding.evidence", "ends behind the words")


def _misplaced(records: Records) -> Iterator[Fault]:
    """Give the faults of records that exist but do not belong together."""
    parts = {part.id: ask.id for ask in records.asks for part in ask.parts}
    themes = {theme.id: theme.round for theme in records.themes}
    yield from _slid(records)
    for c in records.codings:
        if c.part is not None and parts.get(c.part, c.ask) != c.ask:
            yield Fault(f"{path_of('codings', c.id)}.part", "is a part of another ask")
    contests = {c.id: c.contest for c in records.candidates}
    for held in records.rounds:
        for i, one in enumerate(held.field):
            if one in contests and contests[one] not in held.contests:
                path = f"{path_of('rounds', held.id)}.field[{i}]"
                yield Fault(path, "stands in none of the round's contests")
    for ask in records.asks:
        if ask.theme is not None and themes.get(ask.theme, ask.round) != ask.round:
            yield Fault(f"{path_of('asks', ask.id)}.theme", "is a theme of another round")


def _at_odds(decisions: Iterable[Decision]) -> Iterator[Fault]:
    """Give a fault for each two rulings of one day that say different things."""
    choices: dict[tuple[str, ...], str] = {}
    for d in decisions:
        if d.kind in (DecisionKind.LINK, DecisionKind.CODING):
            continue
        key = (d.kind, d.subject, d.date.isoformat())
        if choices.setdefault(key, d.choice) != d.choice:
            yield Fault(path_of("decisions", key), "is ruled on in two ways on one day")


def span_faults(records: Records, document: Document) -> Iterator[Fault]:
    """
    Give the faults of every span of *records* that points into *document*.

    A quote's words must stand at its span; a verbatim response's at one of its appearances. The spans of
    a paraphrase must only lie inside the text.
    """
    held = {s.id: s.sha256 for s in records.sources}.get(document.source.id)
    if held != document.source.sha256:
        path = f"{path_of('sources', document.source.id)}.sha256"
        yield Fault(path, "is not of this document's text")
        return
    yield from _torn(records, document)
    for path, span, words in _pointers(records):
        if span.source == document.source.id:
            if span.end > len(document.text):
                yield Fault(path, f"ends at {span.end}, behind the text's end")
            elif words is not None and document.text[span.start : span.end] != words:
                yield Fault(path, "does not hold the words it is said to hold")


def _pointers(records: Records) -> Iterator[tuple[str, Span, str | None]]:
    """Give every span with its path, and the words that must stand there, if any."""
    for r in records.responses:
        whole = r.wording is Wording.VERBATIM and len(r.appearances) == 1
        for i, span in enumerate(r.appearances):
            yield f"{path_of('responses', r.id)}.appearances[{i}]", span, r.text if whole else None
        if isinstance(r.attribution, Inferred):
            for i, span in enumerate(r.attribution.evidence):
                yield f"{path_of('responses', r.id)}.attribution.evidence[{i}]", span, None
    for claim in records.claims:
        if claim.place is not None:
            words = claim.quote.text if claim.quote is not None else None
            yield f"{path_of('claims', claim.id)}.quote", claim.place, words
        for i, span in enumerate(claim.elsewhere):
            yield f"{path_of('claims', claim.id)}.elsewhere[{i}]", span, None
    for ask in records.asks:
        for i, span in enumerate(ask.appearances):
            yield f"{path_of('asks', ask.id)}.appearances[{i}]", span, None
    yield from _single_pointers(records)


def _single_pointers(records: Records) -> Iterator[tuple[str, Span, None]]:
    """Give the spans of the records that have one each, which need only lie inside the text."""
    for held in records.rounds:
        for i, took_part in enumerate(held.participation):
            if took_part.span is not None:
                yield f"{path_of('rounds', held.id)}.participation[{i}].span", took_part.span, None
    for remit in records.remits:
        if remit.span is not None:
            yield f"{path_of('remits', (remit.ask, remit.office))}.span", remit.span, None
    for note in records.absences:
        if note.span is not None:
            yield f"{path_of('absences', (note.candidate, note.ask))}.span", note.span, None


def _torn(records: Records, document: Document) -> Iterator[Fault]:
    """Give the verbatim responses printed several times here, and nowhere in the words they hold."""
    for r in records.responses:
        here = [s for s in r.appearances if s.source == document.source.id]
        all_here = len(here) == len(r.appearances) > 1 and r.wording is Wording.VERBATIM
        if all_here and all(document.text[s.start : s.end] != r.text for s in here):
            path = f"{path_of('responses', r.id)}.appearances"
            yield Fault(path, "do not hold the words they are said to hold")


def faults_of(records: Records) -> Iterator[Fault]:
    """Give every fault of *records*: identifiers given twice, then references, then what they say."""
    yield from _twice(records)
    yield from _shared(records)
    known = _Known.of(records)
    for collection, links in _LINKS.items():
        key = KEYS[collection]
        for record in getattr(records, collection):
            yield from known.missing(path_of(collection, key(record)), links(record))
    yield from _coded_twice(records.codings)
    yield from _misplaced(records)
    yield from _at_odds(records.decisions)
    sources = {source.id: source for source in records.sources}
    for document in records.documents:
        if sources.get(document.source.id, document.source) != document.source:
            path = f"{path_of('documents', document.source.id)}.source"
            yield Fault(path, "is told in another way among the sources")
        yield from span_faults(records, document)
