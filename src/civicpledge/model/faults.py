"""What does not hold together in a set of records: every fault, with its path."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from civicpledge.errors import Fault
from civicpledge.model.findings import CODEBOOK, Coding
from civicpledge.model.ids import digest
from civicpledge.model.records import KEYS, Records
from civicpledge.model.references import Known, links_of, path_of
from civicpledge.model.responses import NOBODY, DecisionKind, Inferred, Named, Wording
from civicpledge.model.sources import Document, Span


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
    yield from _mistaken(records)
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


def _mistaken(records: Records) -> Iterator[Fault]:
    """Give the faults of people credited with a candidacy, and of rulings with a coding, of another."""
    standing: dict[str, str] = {c.id: c.person for c in records.candidates}
    for path, person, candidate in _credited(records):
        if standing.get(candidate, person) != person:
            yield Fault(path, "is somebody else's candidacy")
    coded: dict[str, str] = {c.id: c.response for c in records.codings}
    for d in records.decisions:
        if d.kind is DecisionKind.CODING and coded.get(d.choice, d.subject) != d.subject:
            path = f"{path_of('decisions', KEYS['decisions'](d))}.choice"
            yield Fault(path, "is a coding of another response")


def _credited(records: Records) -> Iterator[tuple[str, str, str]]:
    """Give each person who is told with a candidacy: the place, the person, the candidacy."""
    for held in records.rounds:
        for i, one in enumerate(held.participation):
            if one.candidate is not None:
                path = f"{path_of('rounds', held.id)}.participation[{i}].candidate"
                yield path, one.person, one.candidate
    for r in records.responses:
        if isinstance(r.attribution, Named) and r.attribution.candidate is not None:
            path = f"{path_of('responses', r.id)}.attribution.candidate"
            yield path, r.attribution.person, r.attribution.candidate


def _at_odds(records: Records) -> Iterator[Fault]:
    """
    Give a fault for each two rulings of one day that say different things.

    A response may be linked to several asks on one day, but not to some and to none; and a coding be
    ruled on for each ask and part.
    """
    coded: dict[str, tuple[object, ...]] = {c.id: (c.ask, c.part) for c in records.codings}
    choices: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
    for d in records.decisions:
        about = coded.get(d.choice) if d.kind is DecisionKind.CODING else None
        choices[d.kind, d.subject, d.date.isoformat(), about].add(d.choice)
    for (*key, _), chosen in choices.items():
        several_links = key[0] is DecisionKind.LINK and NOBODY not in chosen
        if len(chosen) > 1 and not several_links:
            yield Fault(path_of("decisions", tuple(key)), "is ruled on in two ways on one day")


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
    known = Known.of(records)
    for collection, found in records.collections().items():
        key = KEYS[collection]
        for record in found:
            links = links_of(collection, record)
            yield from known.missing(path_of(collection, key(record)), links)
    yield from _coded_twice(records.codings)
    yield from _misplaced(records)
    yield from _at_odds(records)
    sources = {source.id: source for source in records.sources}
    for document in records.documents:
        if sources.get(document.source.id, document.source) != document.source:
            path = f"{path_of('documents', document.source.id)}.source"
            yield Fault(path, "is told in another way among the sources")
        yield from span_faults(records, document)
