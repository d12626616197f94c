"""Quotations under nobody's name: who the page's own words suggest, with the reason, never by order."""

import re
from collections.abc import Sequence

from attrs import evolve

from civicpledge.model.sources import Document, Span
from civicpledge.readers.lines import Line, closes_quotation, opens_quotation
from civicpledge.readers.name_forms import is_name, name_words
from civicpledge.readers.reading import RawAnswer

_GOES_ON = re.compile(
    r"(?P<name>[A-Z][\w'’.-]{1,20}(?: [A-Z][\w'’.-]{1,20}){0,3}) (?:also |then |later "
    r")?(?:confirmed|added|went on|continued|"
    r"explained|clarified|stressed|said|stated|noted)\b"
)
_PRONOUN = re.compile(
    r"(?:he|she|they) (?:also |then |later )?(?:said|stated|added|continued|went on)\b",
    re.IGNORECASE,
)
_FULL = re.compile(
    r"(?P<names>[A-Z][^\n.:;]{2,120}?)(?:'s|’s|s'|s’)? (?:full )?(?:responses?|answers?|"
    r"replies|pledges?)\b"
)


def infer(
    document: Document, answers: list[RawAnswer], context: list[tuple[int, int]]
) -> list[RawAnswer]:
    """Offer a name, or names to choose from, for answers without a speaker."""
    narrated = [(a, b, " ".join(document.text[a:b].split())) for a, b in context]
    inferred = [_from_neighbours(document, answer, narrated) for answer in answers]
    return [_from_captions(document, answer, inferred, narrated) for answer in inferred]


_Narrated = list[tuple[int, int, str]]


def _from_neighbours(document: Document, answer: RawAnswer, narrated: _Narrated) -> RawAnswer:
    """Read "Andy confirmed that this ..." behind a quotation, and "He also stated" before the next."""
    start, end = answer.quote.span.start, answer.quote.span.end
    before = next(((a, b, w) for a, b, w in reversed(narrated) if b <= start), None)
    if before is not None and _between(document, before[1], start) and _PRONOUN.match(before[2]):
        return _said_by_pronoun(document, answer, before, narrated)
    behind = next(((a, b, w) for a, b, w in narrated if a >= end), None)
    if behind is not None and _between(document, end, behind[0]):
        found = _GOES_ON.match(behind[2])
        if found and is_name(found["name"]):
            why = "the sentence behind the words goes on about what this person said"
            return _offer(document, answer, found["name"], why, [behind[:2]])
    return answer


def _said_by_pronoun(
    document: Document, answer: RawAnswer, before: tuple[int, int, str], narrated: _Narrated
) -> RawAnswer:
    earlier = [n for n in narrated if n[1] <= before[0]][-1:]
    for start, end, words in earlier:
        found = _GOES_ON.match(words)
        if found and is_name(found["name"]) and _between(document, end, before[0]):
            why = "the words before it say that he, she or they said it, of the person named just before"
            return _offer(document, answer, found["name"], why, [(start, end), before[:2]])
    return answer


def _between(document: Document, start: int, end: int) -> bool:
    """Tell whether nothing but white space and quotation marks stands between."""
    return end - start < 40 and not document.text[start:end].strip(" \n\r\t'\"‘’“”«»")


def _offer(
    document: Document, answer: RawAnswer, name: str, why: str, places: list[tuple[int, int]]
) -> RawAnswer:
    spans = tuple(Span(source=document.source.id, start=a, end=b) for a, b in places)
    return evolve(answer, inferred=name, why_inferred=why, inferred_from=spans)


def _from_captions(
    document: Document, answer: RawAnswer, answers: list[RawAnswer], narrated: _Narrated
) -> RawAnswer:
    """Read "Ann Body and Bo Ng's full responses" below the quotations of a theme."""
    if answer.inferred is not None:
        return answer
    end = answer.quote.span.end
    theme = answer.ask.theme if answer.ask else None
    limit = min(
        (
            a.quote.span.start
            for a in answers
            if a.quote.span.start > end and (a.ask.theme if a.ask else None) != theme
        ),
        default=len(document.text),
    )
    for start, last, words in narrated:
        found = _FULL.match(words) if end <= start < limit else None
        names = _names(found["names"]) if found else ()
        if names:
            why = "a caption below names whose answers on this theme the page shows"
            span = Span(source=document.source.id, start=start, end=last)
            return evolve(answer, possible=names, why_inferred=why, inferred_from=(span,))
    return answer


def _names(words: str) -> tuple[str, ...]:
    pieces = tuple(p.strip() for p in re.split(r",? (?:and|&) |, ", words))
    full = all(is_name(p) and len(name_words(p)) > 1 for p in pieces)
    return pieces if full else ()


def last_quotation(lines: Sequence[Line]) -> list[Line]:
    """Give the lines of the last quotation: those marked as quoted, else from its opening mark on."""
    at = len(lines)
    if at and lines[-1].quoted:
        while at and lines[at - 1].quoted:
            at -= 1
        return list(lines[at:])
    while at and not opens_quotation(lines[at - 1].bare):
        at -= 1
    while (
        at > 1 and opens_quotation(lines[at - 2].bare) and not closes_quotation(lines[at - 2].bare)
    ):
        at -= 1
    return list(lines[at - 1 :]) if at else []
