"""Every candidate's score, side by side."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import frozen

from civicpledge.errors import UnknownIdError, closest
from civicpledge.model.dataset import Dataset
from civicpledge.model.ids import CandidateId, natural_key, several
from civicpledge.model.people import Candidate
from civicpledge.progress import Progress, watched
from civicpledge.scoring.breakdown import Breakdown, breakdown
from civicpledge.scoring.grid import Grid, grid_of
from civicpledge.scoring.naming import names_of
from civicpledge.scoring.peers import PeerScores, sheet_of
from civicpledge.scoring.ranks import Entrant, Ranks, ranks_of
from civicpledge.scoring.rubric import DEFAULT_RUBRIC, Rubric
from civicpledge.scoring.scores import Score, score_of
from civicpledge.scoring.valuing import Valued, Valuer
from civicpledge.table import ColumnKind, Shown, Table


@frozen(kw_only=True, repr=False)
class Scoreboard(Shown):
    """
    The scores of a dataset's candidates by one rubric.

    ``board["andy-street"]`` takes a candidate's id, or a person's who stands once; iterating gives the
    scores in the order of the candidates' ids.

    :ivar sources: the sources whose words were counted; ``None`` for those of each ask's own round
    """

    dataset: Dataset
    rubric: Rubric
    scores: tuple[Score, ...]
    sources: tuple[str, ...] | None = None

    @property
    def rubric_id(self) -> str:
        """The id of the rubric, which stands in every result made with it."""
        return self.rubric.id

    def __len__(self) -> int:
        """Count the scores."""
        return len(self.scores)

    def __iter__(self) -> Iterator[Score]:
        """Give the scores one by one."""
        return iter(self.scores)

    @cached_property
    def _by_candidate(self) -> Mapping[CandidateId, Score]:
        return {score.candidate: score for score in self.scores}

    def __getitem__(self, candidate: str) -> Score:
        """
        Give the score of a candidate, by candidate or person id.

        :raises AmbiguousIdError: if the person stands in several contests
        :raises UnknownIdError: if there is no such candidate, or it was not scored
        """
        who = self.dataset.candidate(candidate).id
        if who not in self._by_candidate:
            raise UnknownIdError("scored candidate", candidate)
        return self._by_candidate[who]

    def by(self, *dimensions: str) -> Breakdown:
        """
        Score the cells by groups: ``candidate``, ``contest``, ``office``, ``party``, ``ask``, ``theme``,
        ``source``, ``year``, or several of these at once.

        :raises UnknownIdError: if there is no such dimension
        """  # noqa: D205 - the list is one sentence
        each_once = tuple(dict.fromkeys(dimensions))
        return breakdown(self.dataset, self._valued(), each_once, self.rubric_id)

    def by_ask(self) -> Breakdown:
        """Score each ask over all candidates it is due to."""
        return self.by("ask")

    def by_theme(self) -> Breakdown:
        """Score each theme over all candidates; ``by("candidate", "theme")`` keeps them apart."""
        return self.by("theme")

    def by_office(self) -> Breakdown:
        """Score each office over all its candidates."""
        return self.by("office")

    def by_party(self) -> Breakdown:
        """Score each party over all its candidates; a joint party is one of its own."""
        return self.by("party")

    def by_source(self) -> Breakdown:
        """Score the words of each source; cells without words are listed as such."""
        return self.by("source")

    def by_year(self) -> Breakdown:
        """Score each year in which asks were put."""
        return self.by("year")

    def _valued(self) -> Iterator[Valued]:
        return (one for score in self.scores for one in score.valued)

    def ranks(self) -> Ranks:
        """Give the best and the worst place of each candidate in their contest."""
        contests: dict[str, list[Entrant]] = {}
        for score in self.scores:
            ends = None if score.low is None or score.high is None else (score.low, score.high)
            contest = self.dataset.candidate(score.candidate).contest
            entrant = Entrant(score.candidate, score.name, ends)
            contests.setdefault(contest, []).append(entrant)
        found = (
            rank
            for contest in sorted(contests)
            for rank in ranks_of(self.dataset.contest(contest).id, contests[contest])
        )
        return Ranks(ranks=tuple(found))

    def grid(self) -> Grid:
        """Lay candidates out by asks, with a word in every cell."""
        cells = [found for score in self.scores for found in score.cells()]
        asks = sorted({cell.ask for cell, _ in cells}, key=natural_key)
        named = tuple((s.candidate, s.name) for s in self.scores)
        return grid_of(self.dataset, named, tuple(asks), cells)

    def sheet(self, candidate: str) -> str:
        """Write a candidate's answers as a sheet for :func:`peer_score`, a letter for each due cell."""
        return sheet_of(one.stance for one in self[candidate].valued)

    def peers(self) -> PeerScores:
        """Set our intervals beside what each peer would print of the same answers, in per cent."""
        rows = ((s.name, s.low, s.high, sheet_of(v.stance for v in s.valued)) for s in self)
        return PeerScores(rows=tuple(rows))

    def to_table(self) -> Table:
        """Give a row for each candidate; where there is no score, the reason says why."""
        return Table.of(_COLUMNS, map(self._row, self.scores))

    def _row(self, score: Score) -> tuple[object, ...]:
        candidate = self.dataset.candidate(score.candidate)
        party = candidate.party_on_roster or " + ".join(candidate.party) or None
        ends = (score.low, score.high, score.of_answered)
        counts = (score.answered, score.coded, score.due)
        return (candidate.name, candidate.contest, party, *ends, *counts, score.reason)

    def explain(self) -> str:
        """Say what every score is and what it rests on, cell by cell."""
        head = f"Rubric {self.rubric.name!r} ({self.rubric_id})."
        return "\n".join([head, *(score.explain() for score in self.scores)])


_COLUMNS = {
    "candidate": ColumnKind.TEXT,
    "contest": ColumnKind.TEXT,
    "party": ColumnKind.TEXT,
    "low": ColumnKind.NUMBER,
    "high": ColumnKind.NUMBER,
    "of answered": ColumnKind.NUMBER,
    "answered": ColumnKind.INTEGER,
    "coded": ColumnKind.INTEGER,
    "due": ColumnKind.INTEGER,
    "reason": ColumnKind.TEXT,
}


def _score(dataset: Dataset, candidate: Candidate, valuer: Valuer, options: "_Options") -> Score:
    cells = dataset.cells(candidate.id, sources=options.sources)
    valued, not_due = [], []
    for cell in cells:
        if cell.due:
            valued.append(valuer.value(cell))
        else:
            not_due.append(cell)
    who = candidate.id, options.names[candidate.id]
    return score_of(dataset, who, tuple(valued), tuple(not_due), options.rubric_id)


@frozen
class _Options:
    sources: tuple[str, ...] | None
    rubric_id: str
    names: Mapping[CandidateId, str]


def score(
    dataset: Dataset,
    rubric: Rubric = DEFAULT_RUBRIC,
    *,
    sources: str | Iterable[str] | None = None,
    coders: str | Iterable[str] | None = None,
    progress: Progress | None = None,
) -> Scoreboard:
    """
    Score every candidate of *dataset* by *rubric*.

    A score is an interval in [0, 1]: due cells without words, words not coded and coders' abstentions may
    be worth anything, so they widen it. Asks outside the office's remit change nothing.

    :param sources: count only words printed in these sources; without it, the words of each ask's own
        round. Several occasions that say different things give the range between them.
    :param coders: count only codings by these
    :param progress: wraps the candidates as they are worked through, like ``tqdm.tqdm``
    :raises RubricError: if the rubric weighs asks or themes that the dataset does not have
    :raises UnknownIdError: if there is no such source, or no coding by such a coder

    >>> from civicpledge.model.dataset import Dataset
    >>> len(score(Dataset()))
    0
    """
    named = None if sources is None else tuple(dataset.source(s).id for s in several(sources))
    valuer = Valuer(dataset, rubric, None if coders is None else _known(dataset, coders))
    options = _Options(named, rubric.id, names_of(dataset))
    scores = tuple(
        _score(dataset, candidate, valuer, options)
        for candidate in watched(dataset.candidates, progress)
    )
    return Scoreboard(dataset=dataset, rubric=rubric, scores=scores, sources=named)


def _known(dataset: Dataset, coders: str | Iterable[str]) -> frozenset[str]:
    held = frozenset(coding.coder for coding in dataset.codings)
    wanted = frozenset(several(coders))
    for coder in sorted(wanted - held):
        raise UnknownIdError("coder", coder, closest(coder, sorted(held)))
    return wanted
