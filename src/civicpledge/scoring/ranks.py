"""Places in a contest, as far as the intervals allow to tell them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property

from attrs import frozen

from civicpledge.errors import UnknownIdError, closest
from civicpledge.model.ids import CandidateId, ContestId
from civicpledge.table import ColumnKind, Shown, Table

_NAMED_AT_MOST = 5

Interval = tuple[Fraction, Fraction]


@frozen
class Entrant:
    """A candidate to be ranked, with the interval of the score, if there is one."""

    candidate: CandidateId
    name: str
    interval: Interval | None


@frozen(kw_only=True)
class Rank:
    """
    The places a candidate may have among those scored in one contest.

    :ivar best: 1 and up; ``None`` where the candidate has no score; :ivar worst: likewise
    :ivar of: how many candidates of the contest have a score
    :ivar reason: in words, what sets the candidate apart or why nothing does
    """

    candidate: CandidateId
    name: str
    contest: ContestId
    best: int | None
    worst: int | None
    of: int
    reason: str


@frozen(kw_only=True, repr=False)
class Ranks(Shown):
    """The ranks of every candidate, by contest, best places first."""

    ranks: tuple[Rank, ...]

    def __iter__(self) -> Iterator[Rank]:
        """Give the ranks one by one."""
        return iter(self.ranks)

    def __len__(self) -> int:
        """Count the ranks."""
        return len(self.ranks)

    def __getitem__(self, candidate: str | int) -> Rank:
        """
        Give the rank of the candidate with this id, or the one at this place of the list.

        :raises UnknownIdError: if nobody ranked has the id
        """
        if isinstance(candidate, int):
            return self.ranks[candidate]
        if candidate not in self._by_candidate:
            raise UnknownIdError(
                "ranked candidate", candidate, closest(candidate, self._by_candidate)
            )
        return self._by_candidate[candidate]

    @cached_property
    def _by_candidate(self) -> Mapping[str, Rank]:
        return {rank.candidate: rank for rank in self.ranks}

    def to_table(self) -> Table:
        """Give a row for each candidate."""
        rows = ((r.contest, r.name, r.best, r.worst, r.of, r.reason) for r in self.ranks)
        return Table.of(_COLUMNS, rows)

    def explain(self) -> str:
        """Say for each candidate, a line each, which places they may have and why."""
        return "\n".join(map(_sentence, self.ranks))


_COLUMNS = {
    "contest": ColumnKind.TEXT,
    "candidate": ColumnKind.TEXT,
    "best": ColumnKind.INTEGER,
    "worst": ColumnKind.INTEGER,
    "of": ColumnKind.INTEGER,
    "reason": ColumnKind.TEXT,
}


def _sentence(rank: Rank) -> str:
    if rank.best is None:
        return f"{rank.name} in {rank.contest}: {rank.reason}."
    place = places_words(rank.best, rank.worst)
    return f"{rank.name} in {rank.contest}: {place} of {rank.of}, {rank.reason}."


def places_words(best: int | None, worst: int | None) -> str:
    """Say which places somebody may have: ``place 1``, ``places 1 to 3``."""
    return f"place {best}" if best == worst else f"places {best} to {worst}"


def ranks_of(contest: ContestId, entrants: Iterable[Entrant]) -> list[Rank]:
    """
    Rank the candidates of one contest: A is above B only where A's low end is above B's high end.

    >>> a, b, c = [(Fraction(x, 4), Fraction(y, 4)) for x, y in ((3, 4), (0, 1), (1, 3))]
    >>> entrants = [Entrant("a", "Ann", a), Entrant("b", "Bob", b), Entrant("c", "Cy", c)]
    >>> [(r.name, r.best, r.worst) for r in ranks_of("x", entrants)]
    [('Ann', 1, 2), ('Cy', 1, 3), ('Bob', 2, 3)]
    """
    held = list(entrants)
    scored = [(one, one.interval) for one in held if one.interval is not None]
    lows = sorted(low for _, (low, _) in scored)
    highs = sorted(high for _, (_, high) in scored)
    ranks = []
    for one, found in scored:
        best = 1 + len(lows) - bisect_right(lows, found[1])
        worst = len(highs) - bisect_left(highs, found[0])
        ranks.append(
            Rank(
                candidate=one.candidate,
                name=one.name,
                contest=contest,
                best=best,
                worst=worst,
                of=len(scored),
                reason=_reason(one, found, scored, worst - best),
            )
        )
    unscored = [_unscored(one, contest, len(scored)) for one in held if one.interval is None]
    return sorted(ranks, key=lambda r: (r.best, r.worst, r.candidate)) + unscored


def _unscored(one: Entrant, contest: ContestId, of: int) -> Rank:
    return Rank(
        candidate=one.candidate,
        name=one.name,
        contest=contest,
        best=None,
        worst=None,
        of=of,
        reason="has no score, so no place",
    )


def _reason(
    entrant: Entrant, own: Interval, scored: list[tuple[Entrant, Interval]], near: int
) -> str:
    """Name the *near* ones that the candidate is not separated from, as far as they are few."""
    if len(scored) == 1:
        return "stands alone"
    if not near:
        return "separated from all others"
    if near > _NAMED_AT_MOST:
        return f"not separated from {near} others: the intervals overlap"
    names = [
        other.name
        for other, (low, high) in scored
        if other is not entrant and low <= own[1] and high >= own[0]
    ]
    return f"not separated from {', '.join(sorted(names))}: the intervals overlap"
