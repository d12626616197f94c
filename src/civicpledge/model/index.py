"""Look-up tables over the records of a dataset, with people's decisions applied."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from civicpledge.model.asks import Participation, Remit, Round
from civicpledge.model.findings import Coding
from civicpledge.model.ids import (
    AskId,
    CandidateId,
    CodingId,
    ContestId,
    OfficeId,
    PartId,
    ResponseId,
    RoundId,
)
from civicpledge.model.records import Records
from civicpledge.model.responses import (
    NOBODY,
    AbsenceNote,
    Contested,
    Decision,
    DecisionKind,
    Inferred,
    Named,
    OnBehalf,
    Response,
    Unattributed,
)

_ANYBODY = CandidateId("*")

Answers = dict[str, list[Response]]
"""One speaker's responses, by the ask or the part that they answer."""


@frozen(kw_only=True, eq=False)
class Index:
    """
    Everything that cells are made from, each look-up in constant time.

    :ivar spoken: responses by candidate, then by ask or part, where the candidate is known to have spoken
    :ivar possible: likewise, where the candidate may have spoken
    """

    offices: Mapping[ContestId, OfficeId]
    fields: Mapping[RoundId, frozenset[CandidateId]]
    remits: Mapping[tuple[AskId, OfficeId], Remit]
    participation: Mapping[tuple[RoundId, CandidateId], list[Participation]]
    absence_notes: Mapping[tuple[CandidateId, AskId], AbsenceNote]
    codings_of: Mapping[ResponseId, list[Coding]]
    adjudicated: frozenset[CodingId]
    spoken: Mapping[CandidateId, Answers]
    possible: Mapping[CandidateId, Answers]

    @classmethod
    def of(cls, records: Records) -> "Index":
        """Index *records*, whose references must hold."""
        latest = latest_decisions(records.decisions)
        spoken, possible = _by_speaker(records.responses, latest)
        return cls(
            offices={c.id: c.office for c in records.contests},
            fields={r.id: frozenset(r.field) for r in records.rounds},
            remits={(r.ask, r.office): r for r in records.remits},
            participation=_by_candidate(records.rounds),
            absence_notes={(n.candidate, n.ask): n for n in records.absences},
            codings_of=_by_response(records.codings),
            adjudicated=_adjudicated(records),
            spoken=spoken,
            possible=possible,
        )

    def said_by(
        self, candidate: CandidateId, ask: AskId, part: PartId | None
    ) -> Sequence[Response]:
        """List what *candidate* said to the whole of *ask*, or to *part* of it."""
        answers = self.spoken.get(candidate)
        return _under(answers, ask, part) if answers is not None else ()

    def maybe_by(
        self, candidate: CandidateId, ask: AskId, part: PartId | None
    ) -> Sequence[Response]:
        """List printed words to *ask* that may be *candidate*'s."""
        tables = (self.possible.get(speaker) for speaker in (candidate, _ANYBODY))
        return [r for table in tables if table is not None for r in _under(table, ask, part)]


def _under(answers: Answers, ask: AskId, part: PartId | None) -> Sequence[Response]:
    whole = answers.get(ask, ())
    if part is None:
        return whole
    return list({r.id: r for r in (*whole, *answers.get(part, ()))}.values())


def latest_decisions(decisions: Iterable[Decision]) -> dict[tuple[str, str], tuple[Decision, ...]]:
    """
    Give the decisions that hold: for each kind and subject those of the latest day.

    A link may have several choices on its day (one response, several asks).
    """
    held: dict[tuple[str, str], tuple[Decision, ...]] = {}
    for decision in decisions:
        key = (decision.kind.value, decision.subject)
        so_far = held.get(key, ())
        if not so_far or decision.date > so_far[0].date:
            held[key] = (decision,)
        elif decision.date == so_far[0].date:
            held[key] = (*so_far, decision)
    return held


def _adjudicated(records: Records) -> frozenset[CodingId]:
    """Give the codings settled on: the latest ruling for each response, ask and part."""
    codings = {c.id: c for c in records.codings}
    settled: dict[tuple[str, str, str | None], CodingId] = {}
    for decision in records.decisions:  # sorted by subject, then date
        if decision.kind is DecisionKind.CODING:
            coding = codings[CodingId(decision.choice)]
            settled[coding.response, coding.ask, coding.part] = coding.id
    return frozenset(settled.values())


def _by_candidate(
    rounds: Iterable[Round],
) -> dict[tuple[RoundId, CandidateId], list[Participation]]:
    grouped: defaultdict[tuple[RoundId, CandidateId], list[Participation]] = defaultdict(list)
    for held in rounds:
        for took_part in held.participation:
            if took_part.candidate is not None:
                grouped[held.id, took_part.candidate].append(took_part)
    return dict(grouped)


def _by_response(codings: Iterable[Coding]) -> dict[ResponseId, list[Coding]]:
    grouped: defaultdict[ResponseId, list[Coding]] = defaultdict(list)
    for coding in codings:
        grouped[coding.response].append(coding)
    return dict(grouped)


def answers_of(
    response: Response, latest: Mapping[tuple[str, str], tuple[Decision, ...]]
) -> tuple[str, ...]:
    """Give the asks and parts that *response* answers, as printed or as a person linked it."""
    ruled = latest.get((DecisionKind.LINK.value, response.id))
    if ruled is None:
        return response.answers
    return tuple(d.choice for d in ruled if d.choice != NOBODY)


def speaker_of(
    response: Response, latest: Mapping[tuple[str, str], tuple[Decision, ...]]
) -> CandidateId | None:
    """Give the candidate whose words *response* is held to be: as named, or as a person ruled."""
    ruled = latest.get((DecisionKind.ATTRIBUTION.value, response.id))
    if ruled is not None:
        choice = ruled[-1].choice
        return None if choice == NOBODY else CandidateId(choice)
    match response.attribution:
        case Named(candidate=candidate) | OnBehalf(candidate=candidate):
            return candidate
    return None


def _possible_speakers(response: Response) -> tuple[CandidateId, ...]:
    match response.attribution:
        case Inferred(candidate=candidate):
            return (candidate,)
        case Contested(options=options):
            return options
        case Unattributed():
            return (_ANYBODY,)
    return ()


_Speakers = dict[CandidateId, Answers]


def _by_speaker(
    responses: Iterable[Response], latest: Mapping[tuple[str, str], tuple[Decision, ...]]
) -> tuple[_Speakers, _Speakers]:
    spoken: _Speakers = {}
    possible: _Speakers = {}
    for response in responses:
        speaker = speaker_of(response, latest)
        ruled = (DecisionKind.ATTRIBUTION.value, response.id) in latest
        for answered in answers_of(response, latest):
            if speaker is not None:
                spoken.setdefault(speaker, {}).setdefault(answered, []).append(response)
            elif not ruled:
                for maybe in _possible_speakers(response):
                    possible.setdefault(maybe, {}).setdefault(answered, []).append(response)
    return spoken, possible
