"""What came of pledges: every status shown, not yet rated ones included, and what is overdue."""

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Literal, get_args

from attrs import frozen

from civicpledge.errors import UnknownIdError
from civicpledge.model.cells import Held
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Anchor, Coding, Deadline, Owner, Quantity, Stance
from civicpledge.model.ids import AskId, CandidateId, CodingId, ResponseId, several
from civicpledge.model.people import Candidate
from civicpledge.model.responses import Channel, DecisionKind, Delivery, DeliveryStatus, Response
from civicpledge.scoring.grid import spaced
from civicpledge.scoring.naming import cited, names_of, shortened
from civicpledge.scoring.settling import settle
from civicpledge.table import ColumnKind, Shown, Table

_MONTHS_A_YEAR = 12
_YEARS_A_DECADE = 10
_DAYS = {"day": 1, "week": 7}
_SETTLED = frozenset({DeliveryStatus.KEPT, DeliveryStatus.BROKEN})


@frozen(kw_only=True)
class Pledge:
    """
    One pledge and what came of it.

    :ivar status: by the latest delivery on or before the day asked about, else ``not_yet_rated``
    :ivar deadline: the latest day its own words allow, if they name one that can be dated
    :ivar overdue: whether that day is past and the pledge is neither kept nor broken; ``None`` without a
        day to judge by or a deadline, and where its maker is known not to have been elected
    """

    response: ResponseId
    candidate: CandidateId
    asks: tuple[AskId, ...]
    status: DeliveryStatus
    delivery: Delivery | None
    deadline: dt.date | None
    overdue: bool | None


Dimension = Literal["person", "party", "office", "ask"]


@frozen(kw_only=True, repr=False)
class TrackRecord(Shown):
    """
    Every pledge with its status; ``by`` counts them by person, party, office or ask.

    :ivar on: the day it is judged by, if one was given
    :ivar elected: who was elected, if that was said
    """

    dataset: Dataset
    pledges: tuple[Pledge, ...]
    on: dt.date | None
    elected: frozenset[CandidateId] | None = None

    def __len__(self) -> int:
        """Count the pledges."""
        return len(self.pledges)

    def __iter__(self) -> Iterator[Pledge]:
        """Give the pledges one by one."""
        return iter(self.pledges)

    @property
    def overdue(self) -> tuple[Pledge, ...]:
        """The pledges whose own deadline is past, longest overdue first."""
        late = [pledge for pledge in self.pledges if pledge.overdue]
        return tuple(
            sorted(late, key=lambda pledge: (pledge.deadline or dt.date.max, pledge.response))
        )

    def to_table(self) -> Table:
        """Give a row for each pledge."""
        names = names_of(self.dataset)
        return Table.of(_COLUMNS, (self._row(pledge, names) for pledge in self.pledges))

    def _row(self, pledge: Pledge, names: Mapping[CandidateId, str]) -> tuple[object, ...]:
        since = pledge.delivery.date if pledge.delivery else None
        source = pledge.delivery.source if pledge.delivery else None
        text = shortened(self.dataset.response(pledge.response).text)
        place = (pledge.response, names[pledge.candidate], ", ".join(pledge.asks) or None)
        status = spaced(pledge.status)
        return (*place, status, since, source, pledge.deadline, pledge.overdue, text)

    def by(self, dimension: Dimension) -> Table:
        """
        Count pledges by person, party, office or ask: every status, and the share kept of those rated.

        A pledge that answers several asks counts under each; a joint party is one of its own.

        :raises UnknownIdError: if there is no such dimension
        """
        if dimension not in get_args(Dimension):
            raise UnknownIdError("dimension", dimension, get_args(Dimension))
        counted: dict[str, list[Pledge]] = {}
        for pledge in self.pledges:
            for key in self._keys(pledge, dimension):
                counted.setdefault(key, []).append(pledge)
        rows = (_count_row(key, counted[key], self.on) for key in sorted(counted))
        return Table.of({dimension: ColumnKind.TEXT, **_COUNTS}, rows)

    def _keys(self, pledge: Pledge, dimension: Dimension) -> tuple[str, ...]:
        candidate = self.dataset.candidate(pledge.candidate)
        match dimension:
            case "person":
                return (candidate.person,)
            case "party":
                return (" + ".join(sorted(candidate.party)) or "no party recorded",)
            case "office":
                return (self.dataset.contest(candidate.contest).office,)
            case "ask":
                return pledge.asks or ("no ask",)

    def explain(self) -> str:
        """Say how many pledges have each status, then for each what came of it and where it is printed."""
        total = len(self.pledges)
        found = [pledge.status for pledge in self.pledges]
        counts = ", ".join(f"{found.count(s)} {spaced(s)}" for s in DeliveryStatus)
        lines = [f"Of {total} pledges: {counts}."]
        names = names_of(self.dataset)
        if self.overdue and self.elected is None:
            lines.append("Who was elected was not said; what is overdue is so if its maker was.")
        lines += [f"Overdue since {p.deadline}: {self._called(p, names)}." for p in self.overdue]
        lines += [f"{self._called(p, names)}: {_status_words(p)}." for p in self.pledges]
        return "\n".join(lines)

    def _called(self, pledge: Pledge, names: Mapping[CandidateId, str]) -> str:
        return f"{names[pledge.candidate]}, {cited(self.dataset, (pledge.response,))}"


def _status_words(pledge: Pledge) -> str:
    """Say what came of a pledge, since when, and who says so."""
    rated, words = pledge.delivery, spaced(pledge.status)
    return f"{words} on {rated.date}, by {rated.source or 'no source'}" if rated else words


_COLUMNS = {
    **dict.fromkeys(("pledge", "candidate", "asks", "status"), ColumnKind.TEXT),
    "rated": ColumnKind.DATE,
    "source": ColumnKind.TEXT,
    "deadline": ColumnKind.DATE,
    "overdue": ColumnKind.BOOLEAN,
    "text": ColumnKind.TEXT,
}
_COUNTS = {
    "pledges": ColumnKind.INTEGER,
    **{spaced(status): ColumnKind.INTEGER for status in DeliveryStatus},
    "overdue": ColumnKind.INTEGER,
    "kept of rated": ColumnKind.NUMBER,
}


def _count_row(key: str, pledges: list[Pledge], on: dt.date | None) -> tuple[object, ...]:
    found = [pledge.status for pledge in pledges]
    counts = [found.count(status) for status in DeliveryStatus]
    rated = len(found) - found.count(DeliveryStatus.NOT_YET_RATED)
    kept = Fraction(found.count(DeliveryStatus.KEPT), rated) if rated else None
    late = sum(bool(pledge.overdue) for pledge in pledges) if on else None
    return (key, len(found), *counts, late, kept)


def _months_on(day: dt.date, months: int) -> dt.date:
    years, month = divmod(day.year * _MONTHS_A_YEAR + day.month - 1 + months, _MONTHS_A_YEAR)
    last = calendar.monthrange(years, month + 1)[1]
    return dt.date(years, month + 1, min(day.day, last))


def _after(day: dt.date, deadline: Deadline) -> dt.date | None:
    """Count on from *day*: whole months and years by the calendar, parts of them rounded up."""
    within, unit = deadline.within, deadline.unit
    if within is None or unit is None:
        return None
    try:
        if unit in _DAYS:
            return day + dt.timedelta(days=-(-within * _DAYS[unit] // 1))
        months = within * (_MONTHS_A_YEAR if unit == "year" else 1)
        return _months_on(day, int(-(-months // 1)))
    except (OverflowError, ValueError, calendar.IllegalMonthError):
        return None


def _named_day(deadline: Deadline, said: dt.date | None) -> dt.date | None:
    """Give the last day of the year, month or day that a deadline names."""
    year, month = deadline.year, deadline.month
    if year is None and month is not None and said is not None:
        year = said.year if month >= said.month else said.year + 1
    if year is None:
        return None
    try:
        last = calendar.monthrange(year, month or _MONTHS_A_YEAR)[1]
        return dt.date(year, month or _MONTHS_A_YEAR, deadline.day or last)
    except (ValueError, calendar.IllegalMonthError):
        return None


def deadline_day(
    deadline: Deadline, *, said: dt.date | None, elected: dt.date | None
) -> dt.date | None:
    """
    Give the last day a deadline allows, or ``None`` where its words do not fix one.

    A year means its last day. What counts from the election or from taking office counts from the day of
    the election, the day nearest to it that is on record. The end of a term is not on record.

    >>> deadline_day(Deadline(year=2029), said=None, elected=None)
    datetime.date(2029, 12, 31)
    """
    named = _named_day(deadline, said)
    if named is not None:
        return named
    match deadline.anchor:
        case Anchor.TAKING_OFFICE | Anchor.ELECTION:
            return _after(elected, deadline) if elected else None
        case Anchor.SPEAKING:
            return _after(said, deadline) if said else None
        case Anchor.DECADE:
            day = said or elected
            end = day and day.year - day.year % _YEARS_A_DECADE + _YEARS_A_DECADE - 1
            return dt.date(end, _MONTHS_A_YEAR, 31) if end else None
    return None


def _own(quantities: Iterable[Quantity]) -> Iterator[Deadline]:
    """Keep the deadlines of the speaker's own undertakings."""
    for quantity in quantities:
        if quantity.deadline is not None and quantity.owner in (Owner.OWN, Owner.UNKNOWN):
            yield quantity.deadline


def _adjudicated(dataset: Dataset) -> frozenset[CodingId]:
    """Give the codings that people settled on, whatever source their words stand in."""
    if all(decision.kind is not DecisionKind.CODING for decision in dataset.decisions):
        return frozenset()
    cells = dataset.cells(sources=[source.id for source in dataset.sources])
    held = (cell.content for cell in cells if isinstance(cell.content, Held))
    return frozenset(coding for content in held for coding in content.adjudicated)


@frozen
class _Look:
    """What is needed of a dataset to judge its pledges."""

    dataset: Dataset
    codings: dict[ResponseId, list[Coding]]
    deliveries: dict[ResponseId, Delivery]
    asks: dict[str, AskId]
    adjudicated: frozenset[CodingId]
    on: dt.date | None
    elected: frozenset[CandidateId] | None

    @classmethod
    def at(
        cls, dataset: Dataset, on: dt.date | None, elected: frozenset[CandidateId] | None
    ) -> "_Look":
        codings: dict[ResponseId, list[Coding]] = {}
        for coding in dataset.codings:
            codings.setdefault(coding.response, []).append(coding)
        rated = sorted(dataset.deliveries, key=lambda d: (d.date, d.source or "", d.status))
        return cls(
            dataset,
            codings,
            {d.response: d for d in rated if on is None or d.date <= on},
            {key: a.id for a in dataset.asks for key in (a.id, *(p.id for p in a.parts))},
            _adjudicated(dataset),
            on,
            elected,
        )

    def settled(self, response: Response) -> list[Coding]:
        """Give the codings that decide what a response means, for each ask and part it was coded to."""
        own = self.codings.get(response.id, [])
        keys = dict.fromkeys((c.ask, c.part) for c in own)
        found: list[Coding] = []
        for ask, part in keys:
            codings = [c for c in own if c.ask == ask and c.part == part]
            settled = settle(response, codings, part=part, adjudicated=self.adjudicated)
            found += settled.codings
        return found

    def pledge(self, response: Response, candidate: Candidate) -> Pledge | None:
        """Give the pledge a response is, or ``None`` where it is none."""
        settled = self.settled(response)
        promised = any(c.finding.stance in _PROMISES for c in settled)
        delivery = self.deliveries.get(response.id)
        if not promised and delivery is None and response.channel is not Channel.MANIFESTO:
            return None
        status = delivery.status if delivery else DeliveryStatus.NOT_YET_RATED
        deadline = self.deadline(response, candidate, settled)
        bound = self.elected is None or candidate.id in self.elected
        overdue: bool | None = None
        if self.on is not None and deadline is not None and bound:
            overdue = deadline < self.on and status not in _SETTLED
        return Pledge(
            response=response.id,
            candidate=candidate.id,
            asks=tuple(dict.fromkeys(self.asks[k] for k in self.dataset.answered_by(response.id))),
            status=status,
            delivery=delivery,
            deadline=deadline,
            overdue=overdue,
        )

    def deadline(
        self, response: Response, candidate: Candidate, settled: Iterable[Coding]
    ) -> dt.date | None:
        """Give the latest day that the words allow."""
        held = self.dataset.round(response.round).date if response.round else None
        elected = self.dataset.contest(candidate.contest).date
        own = (d for coding in settled for d in _own(coding.finding.quantities))
        days = (deadline_day(d, said=response.said or held, elected=elected) for d in own)
        return max((day for day in days if day is not None), default=None)


_PROMISES = frozenset({Stance.COMMITTED, Stance.QUALIFIED})


def track_record(
    dataset: Dataset, *, on: dt.date | None = None, elected: str | Iterable[str] | None = None
) -> TrackRecord:
    """
    Give every pledge of a known candidate with what came of it.

    A pledge is a response held to be committed or qualified, one printed in a manifesto, and one that
    somebody rated. What nobody rated is ``not_yet_rated``; it is shown and never dropped.

    :param on: the day to judge by: deliveries after it do not count, and deadlines before it are overdue;
        without it all deliveries count and nothing is overdue
    :param elected: the candidates who were elected, by id: nobody else's pledge is overdue; without it,
        anybody's may be
    :raises UnknownIdError: if somebody elected is no candidate

    >>> from civicpledge.model.dataset import Dataset
    >>> len(track_record(Dataset()))
    0
    """
    chosen = None
    if elected is not None:
        chosen = frozenset(dataset.candidate(one).id for one in several(elected))
    look = _Look.at(dataset, on, chosen)
    pledges = []
    for response in dataset.responses:
        speaker = dataset.speaker(response.id)
        pledge = look.pledge(response, dataset.candidate(speaker)) if speaker else None
        if pledge is not None:
            pledges.append(pledge)
    return TrackRecord(dataset=dataset, pledges=tuple(pledges), on=on, elected=chosen)
