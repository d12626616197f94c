"""Cells: one for each candidate and ask, holding words or the reason that there are none."""

import datetime as dt
from collections.abc import Iterable, Sequence

from attrs import field, frozen

from civicpledge.model.asks import Ask, Participation, ParticipationStatus, Power, Remit
from civicpledge.model.findings import Coding
from civicpledge.model.ids import (
    AskId,
    CandidateId,
    CodingId,
    ContestId,
    PartId,
    ResponseId,
    SourceId,
)
from civicpledge.model.index import Index
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
        return self.content.reason.due if isinstance(self.content, Absent) else True

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


@frozen
class Place:
    """Where cells stand: an ask, or one scored part of it, as it concerns the candidates of one contest."""

    ask: Ask
    part: PartId | None
    remit: Remit | None


def places_of(index: Index, contest: ContestId, asks: Iterable[Ask]) -> tuple[Place, ...]:
    """Give the places of *asks* put in *contest*: one for each, or one for each part that is scored."""
    office = index.offices[contest]
    return tuple(
        Place(ask, part, index.remits.get((ask.id, office)))
        for ask in asks
        for part in (tuple(limb.id for limb in ask.limbs) or (None,))
    )


def said_order(response: Response) -> tuple[dt.date, int, str]:
    """Give the key that puts responses of one round in the order they were given."""
    first = min((span.start for span in response.appearances), default=0)
    return (response.said or dt.date.min, first, response.id)


def _counted(
    responses: Sequence[Response], place: Place, sources: frozenset[SourceId] | None
) -> list[Response]:
    """Keep the responses of the ask's own round, or those printed in the named *sources*, in order."""
    if sources is None:
        counted = [r for r in responses if r.round == place.ask.round]
    else:
        counted = [r for r in responses if not sources.isdisjoint(r.sources)]
    return sorted(counted, key=said_order) if len(counted) > 1 else counted


def _held(index: Index, responses: list[Response], place: Place) -> Held:
    ask, parts = place.ask.id, (None, place.part)
    codings = [
        coding
        for response in responses
        for coding in index.codings_of.get(response.id, ())
        if coding.ask == ask and coding.part in parts
    ]
    settled = [c.id for c in codings if c.id in index.adjudicated] if index.adjudicated else ()
    return Held(responses=tuple(responses), codings=tuple(codings), adjudicated=tuple(settled))


def _noted(index: Index, candidate: CandidateId, ask: Ask) -> Absent | None:
    """Give the absence that a note or a participation is evidence of."""
    note = index.absence_notes.get((candidate, ask.id))
    if note is not None and note.reason is not Absence.NOT_RECORDED:
        return Absent(reason=note.reason, note=note.note)
    return _stayed_away(index.participation.get((ask.round, candidate), ()))


_REASONS = {
    ParticipationStatus.DID_NOT_REPLY: Absence.NO_REPLY,
    ParticipationStatus.WITHDREW: Absence.DECLINED,
}


def _stayed_away(participation: Iterable[Participation]) -> Absent | None:
    """Give the absence on which all accounts of how one candidate took part agree, one with evidence."""
    reasons = {_REASONS.get(p.status) for p in participation}
    reason = reasons.pop() if len(reasons) == 1 else None
    evidence = [p for p in participation if p.span is not None or p.note]
    if reason is None or not evidence:
        return None
    notes = sorted({p.note for p in evidence if p.note})
    return Absent(reason=reason, note="; ".join(notes) or None)


def _missing(
    index: Index, candidate: CandidateId, place: Place, sources: frozenset[SourceId] | None
) -> Absent:
    """Say why a due cell holds no words."""
    ask = place.ask
    noted = _noted(index, candidate, ask)
    if noted is not None:
        return noted
    possible = _counted(index.maybe_by(candidate, ask.id, place.part), place, sources)
    if possible:
        return Absent(reason=Absence.UNATTRIBUTED, possible=tuple(r.id for r in possible))
    note = index.absence_notes.get((candidate, ask.id))
    return Absent(reason=Absence.NOT_RECORDED, note=note.note if note else None)


def _content(
    index: Index, candidate: CandidateId, place: Place, sources: frozenset[SourceId] | None
) -> Held | Absent:
    spoken = _counted(index.said_by(candidate, place.ask.id, place.part), place, sources)
    remit = place.remit
    if remit is None or remit.power is Power.NONE:
        note = remit.note if remit else None
        outside = tuple(r.id for r in spoken)
        return Absent(reason=Absence.OUT_OF_REMIT, note=note, possible=outside)
    if candidate not in index.fields[place.ask.round]:
        return Absent(reason=Absence.NOT_ASKED, possible=tuple(r.id for r in spoken))
    if spoken:
        return _held(index, spoken, place)
    return _missing(index, candidate, place, sources)


def cell_of(
    index: Index, candidate: CandidateId, place: Place, sources: frozenset[SourceId] | None
) -> Cell:
    """Give the cell of *candidate* at one *place*, with the words of *sources* or of the ask's round."""
    return Cell(
        candidate=candidate,
        ask=place.ask.id,
        part=place.part,
        remit=place.remit,
        content=_content(index, candidate, place, sources),
    )
