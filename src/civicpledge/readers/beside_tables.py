"""Pages that hold tables of answers beside others: each part is read for itself, then both are joined."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from attrs import evolve

from civicpledge.model.responses import Channel
from civicpledge.model.sources import Document, SourceKind
from civicpledge.readers.questionnaire_heads import tables_of
from civicpledge.readers.reading import (
    RawAbsence,
    RawAnswer,
    RawAsk,
    RawOccasion,
    Reading,
    Segment,
    SegmentKind,
    tile,
)

_NOT_BLANK = re.compile(r"[^\n\r\f]")
_WORD = re.compile(r"[^\W_]{3,}")
_SEVERAL = 2
_Held = TypeVar("_Held", RawAsk, RawAnswer, RawAbsence)


def without_tables(document: Document) -> Document | None:
    r"""
    Give *document* with blanks in the places of its tables of answers.

    ``None`` where there is no table, or nothing beside it.

    >>> from civicpledge.model.sources import Source
    >>> page = "Hello.\n\n| Ask | Ann Body | Bo Ng |\n|---|---|---|\n| Keep it? | Yes | No |\n"
    >>> without_tables(Document.from_text(page, source=Source(id="p", title="P"))).text.split()
    ['Hello.']
    """
    kept, at = [], 0
    for start, end in _places(document.text):
        kept += [document.text[at:start], _NOT_BLANK.sub(" ", document.text[start:end])]
        at = end
    rest = "".join([*kept, document.text[at:]])
    if not at or not any(c.isalnum() for c in rest):
        return None
    return Document.from_text(rest, source=evolve(document.source, sha256=None))


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of whole lines that hold tables of answers."""
    for rows in tables_of(text):
        end = text.find("\n", rows[-1][-1].end)
        yield text.rfind("\n", 0, rows[0][0].start) + 1, len(text) if end < 0 else end


def stands_alone(reading: Reading) -> bool:
    """Tell whether what stands beside the tables of a page is more than what leads up to them."""
    tied = any(a.ask is not None and (a.speaker or a.inferred) for a in reading.answers)
    return tied or len(reading.occasions) >= _SEVERAL


def joined(beside: Reading, table: Reading) -> Reading | None:
    """
    Join the reading of a page without its tables and that of its tables.

    A table's question that the page prints beside it too, in these words or with this number, is one ask.
    ``None`` where somebody's words go on behind a table.
    """
    document = table.document
    places = [*_places(document.text)]
    own = [s for s in beside.segments if s.kind is not SegmentKind.BLANK]
    if any(s.start < end and start < s.end for s in own for start, end in places):
        return None
    inside = [s for s in table.segments if _is_inside(s, places)]
    asks = _one_each(beside.asks, table.asks)
    written = beside.kind is SourceKind.QUESTIONNAIRE
    channel = Channel.QUESTIONNAIRE if written else Channel.UNKNOWN
    answers = [evolve(a, ask=a.ask and asks[a.ask.key], channel=channel) for a in table.answers]
    absences = [evolve(a, ask=a.ask and asks[a.ask.key]) for a in table.absences]
    new = [ask for ask in asks.values() if ask not in beside.asks]
    return evolve(
        beside,
        document=document,
        kind_evidence=(*beside.kind_evidence, "a table of answers stands beside them"),
        asks=_by_place((*beside.asks, *new)),
        answers=_by_place((*beside.answers, *answers)),
        absences=_by_place((*beside.absences, *absences)),
        occasions=_with_answers(beside.occasions, new, answers),
        segments=tile(document.text, (*own, *inside)),
        warnings=tuple(
            sorted({*beside.warnings, *table.warnings}, key=lambda w: (w.line, w.what, w.why))
        ),
    )


def _is_inside(segment: Segment, places: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a segment holds something of a table."""
    within = any(start <= segment.start and segment.end <= end for start, end in places)
    return within and segment.kind is not SegmentKind.BLANK


def _by_place(held: Sequence[_Held]) -> tuple[_Held, ...]:
    return tuple(sorted(held, key=lambda one: one.quote.span.start))


def _one_each(beside: Sequence[RawAsk], table: Sequence[RawAsk]) -> Mapping[str, RawAsk]:
    """Give for each ask of a table, by its key, the page's own that it is, or itself under a free key."""
    taken = {ask.key for ask in beside}
    found: dict[str, RawAsk] = {}
    for ask in table:
        same = next((other for other in beside if _are_one(ask, other)), None)
        key = ask.key if ask.key not in taken else f"table.{ask.key}"
        found[ask.key] = same or evolve(ask, key=key)
        taken.add(found[ask.key].key)
    return found


def _are_one(one: RawAsk, other: RawAsk) -> bool:
    words, others = (set(_WORD.findall(ask.title.casefold())) for ask in (one, other))
    numbered_alike = one.number is not None and one.number == other.number
    return bool(words) and (words == others or (numbered_alike and bool(words & others)))


def _with_answers(
    occasions: Sequence[RawOccasion], asks: Sequence[RawAsk], answers: Sequence[RawAnswer]
) -> tuple[RawOccasion, ...]:
    """Give each of several occasions what the tables in its section ask, and what is answered there."""
    if len(occasions) < _SEVERAL:
        return tuple(occasions)
    starts = [occasion.quote.span.start for occasion in occasions]
    made = []
    for occasion, start in zip(occasions, starts, strict=True):
        end = min((s for s in starts if s > start), default=None)
        here = [a for a in answers if _between(a, start, end)]
        asked = [a for a in asks if _between(a, start, end)]
        made.append(
            evolve(
                occasion,
                answers=_by_place((*occasion.answers, *here)),
                asks=_by_place((*occasion.asks, *asked)),
            )
        )
    return tuple(made)


def _between(held: RawAsk | RawAnswer, start: int, end: int | None) -> bool:
    at = held.quote.span.start
    return start <= at and (end is None or at < end)
