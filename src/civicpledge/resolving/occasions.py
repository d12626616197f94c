"""Who took part in an occasion and how; which contests a page means by the offices it prints."""

from collections.abc import Iterable, Mapping

from civicpledge.model.asks import Participation, ParticipationStatus
from civicpledge.model.ids import ContestId
from civicpledge.model.people import Contest
from civicpledge.model.responses import Channel
from civicpledge.normalise.offices import parse_office, same_office
from civicpledge.readers.reading import RawClaim, RawOccasion, RawParticipant
from civicpledge.resolving.speakers import Speakers


def participation_of(occasion: RawOccasion | None, speakers: Speakers) -> tuple[Participation, ...]:
    """Give how each person the page tells of took part, each person once, sorted by person."""
    if occasion is None:
        return ()
    made = {p.person: p for p in (_participation(raw, speakers) for raw in occasion.participants)}
    return tuple(made[person] for person in sorted(made))


def _participation(raw: RawParticipant, speakers: Speakers) -> Participation:
    candidate = speakers.candidate(raw.name, raw.party)
    principal = speakers.candidate(raw.on_behalf_of) if raw.on_behalf_of is not None else None
    person = candidate.person if candidate is not None else speakers.stranger(raw.name).id
    return Participation(
        person=person,
        candidate=candidate.id if candidate is not None else None,
        status=ParticipationStatus(raw.status),
        on_behalf_of=principal.id if principal is not None else None,
        role=raw.role,
        span=raw.quote.span,
    )


def written_by(participation: Iterable[Participation]) -> dict[str, Channel]:
    """Give the channel of those who answered in writing, by person id."""
    in_writing = ParticipationStatus.IN_WRITING
    return {p.person: Channel.LETTER for p in participation if p.status is in_writing}


def contests_named(
    claims: Iterable[RawClaim], contests: Iterable[Contest]
) -> Mapping[str, tuple[ContestId, ...]]:
    """Give the contests that each office printed in *claims* means, where it means any."""
    listed = tuple(contests)
    printed = {raw.office for raw in claims if raw.office is not None}
    return {office: meant for office in printed if (meant := _meant(office, listed))}


def _meant(office: str, contests: tuple[Contest, ...]) -> tuple[ContestId, ...]:
    """Give the contests whose office *office* may name; none where it names no post at all."""
    if not parse_office(office).post:
        return ()
    return tuple(c.id for c in contests if same_office(office, c.office) is not False)
