"""Who a page says gave no answer: to one ask, or to none because they did not take part."""

import re
from collections.abc import Iterable

from civicpledge.model.asks import Participation, ParticipationStatus
from civicpledge.model.ids import AskId, CandidateId, RoundId
from civicpledge.model.responses import Absence, AbsenceNote
from civicpledge.readers.reading import RawAbsence
from civicpledge.resolving.asking import ask_id
from civicpledge.resolving.speakers import Speakers

_DECLINED = re.compile(
    r"\b(?:declin\w+|refus\w+|would not|prefer(?:s|red)? not|rather not|pulled out|withdr[ae]w\w*"
    r"|turned down|chose not)\b",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"\b(?:no (?:answer|response|reply)|(?:did not|didn['’]t|has not|have not|hasn['’]t|failed to|never) "
    r"(?:yet )?(?:answer|respond|repl|provide|send|submit|return)\w*|not answered)\b",
    re.IGNORECASE,
)
_LONGEST_NOTE = 300


def reason_told(words: str) -> Absence:
    """Say what the printed words are evidence of; who was ill or away neither declined nor kept silent."""
    if _DECLINED.search(words):
        return Absence.DECLINED
    return Absence.NO_REPLY if _SILENT.search(words) else Absence.NOT_RECORDED


def absences_of(
    absences: Iterable[RawAbsence], round_id: RoundId, speakers: Speakers
) -> tuple[AbsenceNote, ...]:
    """Give the absences from single asks as notes, one for each candidate and ask, the first printed."""
    notes: dict[tuple[CandidateId, AskId], AbsenceNote] = {}
    for raw in absences:
        candidate = speakers.candidate(raw.name) if raw.ask is not None else None
        if raw.ask is None or candidate is None:
            continue
        note = AbsenceNote(
            candidate=candidate.id,
            ask=ask_id(round_id, raw.ask),
            reason=reason_told(raw.quote.text),
            span=raw.quote.span,
            note=" ".join(raw.quote.text.split())[:_LONGEST_NOTE],
        )
        notes.setdefault((note.candidate, note.ask), note)
    return tuple(notes[key] for key in sorted(notes))


_STATUSES = {
    Absence.DECLINED: ParticipationStatus.WITHDREW,
    Absence.NO_REPLY: ParticipationStatus.DID_NOT_REPLY,
}


def stayed_away(
    absences: Iterable[RawAbsence], took_part: Iterable[Participation], speakers: Speakers
) -> tuple[Participation, ...]:
    """
    Add the candidates whom the page tells to have given no answer at all to those who took part.

    Who sent apologies is kept with the words as evidence and the status ``UNKNOWN``: that is no refusal.
    """
    made = {p.person: p for p in took_part}
    for raw in absences:
        candidate = speakers.candidate(raw.name) if raw.ask is None else None
        if candidate is None or candidate.person in made:
            continue
        words = raw.quote.text
        made[candidate.person] = Participation(
            person=candidate.person,
            candidate=candidate.id,
            status=_STATUSES.get(reason_told(words), ParticipationStatus.UNKNOWN),
            span=raw.quote.span,
            note=" ".join(words.split())[:_LONGEST_NOTE],
        )
    return tuple(made[person] for person in sorted(made))
