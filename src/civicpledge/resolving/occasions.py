"""Who took part in an occasion and how; which contests a page means by the offices it prints."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from civicpledge.model.asks import Participation, ParticipationStatus
from civicpledge.model.ids import ContestId
from civicpledge.model.people import Contest
from civicpledge.model.responses import Absence, Channel
from civicpledge.normalise.offices import parse_office, same_office
from civicpledge.readers.reading import RawClaim, RawOccasion, RawParticipant
from civicpledge.resolving.absent import reason_told
from civicpledge.resolving.speakers import Speakers

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([A-Z][a-z]{2,8})\b,?(?: (\d{4})\b)?")
_MONTH_FIRST = re.compile(r"\b([A-Z][a-z]{2,8}) (\d{1,2})(?:st|nd|rd|th)?\b,?(?: (\d{4})\b)?")


def day_of(printed: str | None, published: dt.date | None) -> dt.date | None:
    """
    Give the day that *printed* names, or ``None`` where it names none.

    A day without a year is the last such day up to the day of publication; without that it stays open.

    >>> day_of("Thursday 25th March 2021", None)
    datetime.date(2021, 3, 25)
    >>> day_of("the 30th of December", dt.date(2024, 1, 9))
    datetime.date(2023, 12, 30)
    >>> day_of("25th April", None) is None
    True
    """
    if printed is None:
        return None
    if found := _DAY_FIRST.search(printed):
        day, month, year = found.groups()
    elif found := _MONTH_FIRST.search(printed):
        month, day, year = found.groups()
    else:
        return None
    years = [int(year)] if year else [published.year, published.year - 1] if published else []
    days = [made for each in years if (made := _day(each, month, int(day))) is not None]
    return next((d for d in days if year or published is None or d <= published), None)


def _day(year: int, month: str, day: int) -> dt.date | None:
    try:
        return dt.date(year, _MONTHS.index(month[:3].casefold()) + 1, day)
    except ValueError:
        return None


def participation_of(occasion: RawOccasion | None, speakers: Speakers) -> tuple[Participation, ...]:
    """Give how each person the page tells of took part, each person once, sorted by person."""
    if occasion is None:
        return ()
    made = {p.person: p for p in (_participation(raw, speakers) for raw in occasion.participants)}
    return tuple(made[person] for person in sorted(made))


def _status(raw: RawParticipant) -> ParticipationStatus:
    """Say how somebody took part; who was ill or sent apologies stayed away, but refused nothing."""
    status = ParticipationStatus(raw.status)
    refused = reason_told(raw.quote.text) is Absence.DECLINED
    stayed_away = status is ParticipationStatus.WITHDREW
    return ParticipationStatus.UNKNOWN if stayed_away and not refused else status


def _participation(raw: RawParticipant, speakers: Speakers) -> Participation:
    candidate = speakers.candidate(raw.name, raw.party)
    principal = speakers.candidate(raw.on_behalf_of) if raw.on_behalf_of is not None else None
    person = candidate.person if candidate is not None else speakers.stranger(raw.name).id
    return Participation(
        person=person,
        candidate=candidate.id if candidate is not None else None,
        status=_status(raw),
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
