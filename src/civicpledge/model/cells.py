"""Cells: one for each candidate and ask, holding words or the reason that there are none."""

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from civicpledge.model.asks import Ask, ParticipationStatus, Power, Remit
from civicpledge.model.findings import Coding
from civicpledge.model.ids import AskId, CandidateId, CodingId, PartId, ResponseId, SourceId
from civicpledge.model.index import Index
from civicpledge.model.people import Candidate
from civicpledge.model.responses import Absence, Response


@frozen(kw_only=True)
class Held:
    """
    The words of a cell and what they were held to mean.

    :ivar responses: earliest first; the last one of a round counts
    :ivar codings: every coding of these responses to this ask (and part, or to the ask as a whole)
    :ivar adjudicated: codings that a person's decision settled on
    """

    responses: tuple[Response, ...]
    codings: tuple[Coding, ...] = ()
    adjudicated: tuple[CodingId, ...] = ()


@frozen(kw_only=True)
class Absent:
    """
    Why a cell holds no words.

    :ivar possible: printed words that may be this candidate's, or that were said out of remit
    """

    reason: Absence
    note: str | None = None
    possible: tuple[ResponseId, ...] = ()


@frozen(kw_only=True)
class Cell:
    """One candidate and one ask, or one part of it."""

    candidate: CandidateId
    ask: AskId
    part: PartId | None = None
    remit: Remit | None = field(default=None)
    content: Held | Absent

    @property
    def due(self) -> bool:
        """Whether the ask was put to the candidate and the office has a remit."""
        return self.absence is None or self.absence.due

    @property
    def answered(self) -> bool:
        """Whether the cell holds words, whatever they are worth."""
        return isinstance(self.content, Held)

    @property
    def absence(self) -> Absence | None:
        """Why there are no words; ``None`` where there are."""
        return self.content.reason if isinstance(self.content, Absent) else None

    @property
    def responses(self) -> tuple[Response, ...]:
        """The words, earliest first; empty for an absence."""
        return self.content.responses if isinstance(self.content, Held) else ()

    @property
    def codings(self) -> tuple[Coding, ...]:
        """The codings of the words; empty for an absence."""
        return self.content.codings if isinstance(self.content, Held) else ()

    @property
    def power(self) -> Power:
        """What the office can do about the ask."""
        return self.remit.power if self.remit is not None else Power.NONE


def said_order(response: Response) -> tuple[dt.date, int, str]:
    """Give the key that puts responses of one round in the order they were given."""
    first = min((span.start for span in response.appearances), default=0)
    return (response.said or dt.date.min, first, response.id)


def _counted(
    responses: Iterable[Response], ask: Ask, sources: frozenset[SourceId] | None
) -> list[Response]:
    """Keep the responses of the ask's own round, or those printed in the named *sources*."""
    if sources is None:
        return [r for r in responses if r.round == ask.round]
    return [r for r in responses if not sources.isdisjoint(r.sources)]


def _held(index: Index, responses: list[Response], ask: Ask, part: PartId | None) -> Held:
    ordered = tuple(sorted(responses, key=said_order))
    codings = tuple(
        coding
        for response in ordered
        for coding in index.codings_of.get(response.id, ())
        if coding.ask == ask.id and coding.part in (None, part)
    )
    settled = tuple(c.id for c in codings if c.id in index.adjudicated)
    return Held(responses=ordered, codings=codings, adjudicated=settled)


def _noted(index: Index, candidate: Candidate, ask: Ask) -> Absent | None:
    """Give the absence that a note or a participation is evidence of."""
    note = index.absence_notes.get((candidate.id, ask.id))
    if note is not None and note.reason is not Absence.NOT_RECORDED:
        return Absent(reason=note.reason, note=note.note)
    took_part = index.participation.get((ask.round, candidate.id))
    if took_part is None or (took_part.span is None and not took_part.note):
        return None
    if took_part.status is ParticipationStatus.DID_NOT_REPLY:
        return Absent(reason=Absence.NO_REPLY, note=took_part.note)
    if took_part.status is ParticipationStatus.WITHDREW:
        return Absent(reason=Absence.DECLINED, note=took_part.note)
    return None


def _missing(index: Index, candidate: Candidate, ask: Ask, possible: list[Response]) -> Absent:
    """Say why a due cell holds no words."""
    noted = _noted(index, candidate, ask)
    if noted is not None:
        return noted
    if possible:
        ids = tuple(r.id for r in sorted(possible, key=said_order))
        return Absent(reason=Absence.UNATTRIBUTED, possible=ids)
    note = index.absence_notes.get((candidate.id, ask.id))
    return Absent(reason=Absence.NOT_RECORDED, note=note.note if note else None)


def _content(
    index: Index,
    candidate: Candidate,
    ask: Ask,
    part: PartId | None,
    sources: frozenset[SourceId] | None,
) -> Held | Absent:
    spoken = _counted(index.said_by(candidate.id, ask, part), ask, sources)
    remit = index.remit_of(candidate, ask)
    if remit is None or remit.power is Power.NONE:
        note = remit.note if remit else None
        outside = tuple(r.id for r in spoken)
        return Absent(reason=Absence.OUT_OF_REMIT, note=note, possible=outside)
    if candidate.id not in index.fields[ask.round]:
        return Absent(reason=Absence.NOT_ASKED, possible=tuple(r.id for r in spoken))
    if spoken:
        return _held(index, spoken, ask, part)
    possible = _counted(index.maybe_by(candidate.id, ask, part), ask, sources)
    return _missing(index, candidate, ask, possible)


def cells_of(
    index: Index,
    candidate: Candidate,
    ask: Ask,
    sources: frozenset[SourceId] | None = None,
) -> Iterator[Cell]:
    """Give the cell of *candidate* and *ask*, or one for each part of it that is scored."""
    parts: list[PartId | None] = [limb.id for limb in ask.limbs]
    for part in parts or [None]:
        yield Cell(
            candidate=candidate.id,
            ask=ask.id,
            part=part,
            remit=index.remit_of(candidate, ask),
            content=_content(index, candidate, ask, part, sources),
        )
