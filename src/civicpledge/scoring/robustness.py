"""What a result hangs on: the same answers under other rubrics, weights, policies and coders."""

import random
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from itertools import chain
from typing import Any

from attrs import evolve, frozen

from civicpledge.errors import UnknownIdError, closest
from civicpledge.model.dataset import Dataset
from civicpledge.model.ids import AskId, CandidateId, natural_key, several
from civicpledge.progress import Progress, watched
from civicpledge.scoring.ranks import Interval, Ranks, places_words
from civicpledge.scoring.rubric import (
    DEFAULT_RUBRIC,
    Alternatives,
    MissingPolicy,
    Rubric,
    with_missing,
)
from civicpledge.scoring.scoreboard import Scoreboard, score
from civicpledge.scoring.scores import Score, score_of
from civicpledge.scoring.valuing import Valued, Worth
from civicpledge.table import ColumnKind, Shown, Table

_HEAVIEST = 10
"""Random weights are whole numbers from 1 to this, each as likely: an ask may matter ten times another."""


class SettingKind(StrEnum):
    """What a setting changes."""

    BASE = "base"
    MISSING = "missing"
    RUBRIC = "rubric"
    WITHOUT_ASK = "without_ask"
    RANDOM_WEIGHTS = "random_weights"
    CODER = "coder"


@frozen(kw_only=True)
class Outcome:
    """One candidate under one setting; ``None`` where there is no score."""

    candidate: CandidateId
    low: Fraction | None
    high: Fraction | None
    best: int | None
    worst: int | None


@frozen(kw_only=True)
class Setting:
    """One way to score, and what comes of it; outcomes in the order of the candidates' ids."""

    kind: SettingKind
    name: str
    outcomes: tuple[Outcome, ...]


@frozen(kw_only=True)
class Sway:
    """
    How one candidate's score and place move over all settings.

    :ivar base: as the rubric has it
    :ivar least: the lowest low end; :ivar least_by: a setting that gives it; :ivar most, most_by: likewise
    """

    base: Outcome
    least: Fraction | None
    least_by: str | None
    most: Fraction | None
    most_by: str | None
    best: int | None
    worst: int | None


@frozen(kw_only=True, repr=False)
class Robustness(Shown):
    """
    Every setting with its outcomes; the first is the base.

    :ivar contests: each candidate with their contest; :ivar names: what they are called
    """

    settings: tuple[Setting, ...]
    contests: tuple[tuple[CandidateId, str], ...]
    names: tuple[str, ...]
    rubric_id: str

    def __len__(self) -> int:
        """Count the settings."""
        return len(self.settings)

    def __iter__(self) -> Iterator[Setting]:
        """Give the settings one by one."""
        return iter(self.settings)

    def above(self, a: str, b: str) -> Fraction | None:
        """
        Give the share of settings in which *a* is above *b*: the whole interval above the other.

        ``None`` where no setting scores both. Of a random share, more draws give a finer one.

        :raises UnknownIdError: if one of them was not scored
        """
        first, second = self._place(a), self._place(b)
        both = (
            (_interval(s.outcomes[first]), _interval(s.outcomes[second])) for s in self.settings
        )
        scored = [(x[0], y[1]) for x, y in both if x is not None and y is not None]
        return Fraction(sum(low > high for low, high in scored), len(scored)) if scored else None

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {candidate: place for place, (candidate, _) in enumerate(self.contests)}

    def _place(self, candidate: str) -> int:
        if candidate not in self._places:
            raise UnknownIdError("scored candidate", candidate, closest(candidate, self._places))
        return self._places[candidate]

    def sways(self) -> tuple[Sway, ...]:
        """Give for each candidate how far score and place move."""
        return tuple(
            _sway([(setting.name, setting.outcomes[i]) for setting in self.settings])
            for i in range(len(self.settings[0].outcomes))
        )

    def to_table(self) -> Table:
        """Give a row for each candidate."""
        contests = (contest for _, contest in self.contests)
        return Table.of(_COLUMNS, map(_row, self.sways(), self.names, contests))

    def pairs(self) -> Table:
        """Give a row for each two candidates of a contest: the shares in which one is above."""
        held = zip(self.contests, self.names, strict=True)
        names = {candidate: name for (candidate, _), name in held}
        rows = (
            (names[a], names[b], self.above(a, b), self.above(b, a))
            for a, contest in self.contests
            for b, other in self.contests
            if a < b and contest == other
        )
        return Table.of(_PAIR_COLUMNS, rows)

    def explain(self) -> str:
        """Say for each candidate, a line each, how far score and place move and by what."""
        head = f"{len(self.settings)} ways to score the same answers."
        return "\n".join([head, *map(_sentence, self.sways(), self.names)])


_COLUMNS = {
    "candidate": ColumnKind.TEXT,
    "contest": ColumnKind.TEXT,
    "low": ColumnKind.NUMBER,
    "high": ColumnKind.NUMBER,
    "least": ColumnKind.NUMBER,
    "least by": ColumnKind.TEXT,
    "most": ColumnKind.NUMBER,
    "most by": ColumnKind.TEXT,
    "best place": ColumnKind.INTEGER,
    "worst place": ColumnKind.INTEGER,
}
_PAIR_COLUMNS = {
    "a": ColumnKind.TEXT,
    "b": ColumnKind.TEXT,
    "a above b": ColumnKind.NUMBER,
    "b above a": ColumnKind.NUMBER,
}


def _row(sway: Sway, name: str, contest: str) -> tuple[object, ...]:
    base = sway.base
    ends = (base.low, base.high, sway.least, sway.least_by, sway.most, sway.most_by)
    return (name, contest, *ends, sway.best, sway.worst)


def _interval(held: Outcome) -> Interval | None:
    return None if held.low is None or held.high is None else (held.low, held.high)


def _sway(outcomes: list[tuple[str, Outcome]]) -> Sway:
    lows = [(o.low, name) for name, o in outcomes if o.low is not None]
    highs = [(o.high, name) for name, o in outcomes if o.high is not None]
    least, least_by = min(lows, key=lambda end: end[0], default=(None, None))
    most, most_by = max(highs, key=lambda end: end[0], default=(None, None))
    return Sway(
        base=outcomes[0][1],
        least=least,
        least_by=least_by,
        most=most,
        most_by=most_by,
        best=min((o.best for _, o in outcomes if o.best is not None), default=None),
        worst=max((o.worst for _, o in outcomes if o.worst is not None), default=None),
    )


def _sentence(sway: Sway, who: str) -> str:
    if sway.least is None or sway.most is None:
        return f"{who} has no score in any of them."
    return (
        f"{who}: never below {float(sway.least):.2f} ({sway.least_by}), never above "
        f"{float(sway.most):.2f} ({sway.most_by}); {places_words(sway.best, sway.worst)}."
    )


def _outcomes(scores: Iterable[Score], ranks: Ranks) -> tuple[Outcome, ...]:
    places = {rank.candidate: rank for rank in ranks}
    return tuple(
        Outcome(
            candidate=s.candidate,
            low=s.low,
            high=s.high,
            best=places[s.candidate].best,
            worst=places[s.candidate].worst,
        )
        for s in scores
    )


def _setting(kind: SettingKind, name: str, board: Scoreboard) -> Setting:
    return Setting(kind=kind, name=name, outcomes=_outcomes(board.scores, board.ranks()))


def reweighted(board: Scoreboard, factors: Mapping[AskId, Fraction]) -> Scoreboard:
    """Give *board* with the weight of each ask multiplied by its factor, 1 where it has none."""
    scores = tuple(_reweighted_score(s, factors) for s in board.scores)
    return evolve(board, scores=scores)


def _reweighted_score(held: Score, factors: Mapping[AskId, Fraction]) -> Score:
    valued = tuple(_reweighted_cell(one, factors) for one in held.valued)
    return score_of(held.dataset, (held.candidate, held.name), valued, held.not_due, held.rubric_id)


def _reweighted_cell(valued: Valued, factors: Mapping[AskId, Fraction]) -> Valued:
    weight = valued.weight * factors.get(valued.cell.ask, Fraction(1))
    return evolve(valued, worth=Worth.of((valued.low, valued.high), weight))


_BETWEEN = ("conditional", "partial", "other_means", "supportive")


def other_rubrics(rubric: Rubric) -> tuple[Rubric, ...]:
    """
    Give rubrics a critic could ask for: only pledges count, warm words count half, powers weigh alike,
    every defensible reading counts.
    """  # noqa: D205 - the list is one sentence
    nothing: dict[str, Any] = dict.fromkeys(_BETWEEN, Fraction(0))
    half = rubric.committed / 2
    warm: dict[str, Any] = {name: max(half, getattr(rubric, name)) for name in _BETWEEN}
    alike: dict[str, Any] = dict.fromkeys(
        ("decides", "funds", "convenes", "influences"), Fraction(1)
    )
    lowest: dict[str, Any] = {"deflected": Fraction(0), "refused": Fraction(0)}
    return (
        evolve(rubric, name="only pledges count", **nothing, **lowest),
        evolve(rubric, name="warm words count half a pledge", **warm),
        evolve(rubric, name="powers weigh alike", **alike),
        evolve(rubric, name="every defensible reading", alternatives=Alternatives.WIDEN),
    )


def _other_scorings(
    dataset: Dataset, rubric: Rubric, rubrics: Iterable[Rubric], sources: tuple[str, ...] | None
) -> Iterator[Setting]:
    for policy in MissingPolicy:
        if policy is not rubric.missing:
            changed = with_missing(rubric, policy)
            board = score(dataset, changed, sources=sources)
            yield _setting(SettingKind.MISSING, f"missing {policy.replace('_', ' ')}", board)
    for other in rubrics:
        board = score(dataset, other, sources=sources)
        yield _setting(SettingKind.RUBRIC, other.name, board)
    coders = sorted({coding.coder for coding in dataset.codings})
    for coder in coders if len(coders) > 1 else ():
        board = score(dataset, rubric, sources=sources, coders=[coder])
        yield _setting(SettingKind.CODER, f"{coder} alone", board)


def _other_weights(board: Scoreboard, draws: int, seed: int) -> Iterator[Setting]:
    asks = sorted({v.cell.ask for s in board.scores for v in s.valued}, key=natural_key)
    for ask in asks:
        without = reweighted(board, {ask: Fraction(0)})
        yield _setting(SettingKind.WITHOUT_ASK, f"without {ask}", without)
    dice = random.Random(seed)
    for draw in range(draws):
        factors = {ask: Fraction(dice.randint(1, _HEAVIEST)) for ask in asks}
        drawn = reweighted(board, factors)
        yield _setting(SettingKind.RANDOM_WEIGHTS, f"random weights {draw + 1}", drawn)


def robustness(
    dataset: Dataset,
    rubric: Rubric = DEFAULT_RUBRIC,
    *,
    rubrics: Iterable[Rubric] | None = None,
    draws: int = 100,
    seed: int = 0,
    sources: str | Iterable[str] | None = None,
    progress: Progress | None = None,
) -> Robustness:
    """
    Score the same answers in many ways and see what moves.

    The settings: *rubric* itself; every other missing policy; other rubrics; each ask left out; *draws*
    of random ask weights (whole numbers 1 to 10, repeatable by *seed*); each coder alone where there are
    several. Memory grows with settings times candidates.

    :param rubrics: the other rubrics; without it, :func:`other_rubrics`
    :param progress: wraps the settings as they are worked through, like ``tqdm.tqdm``
    :raises RubricError: if a rubric weighs asks or themes that the dataset does not have

    >>> from civicpledge.model.dataset import Dataset
    >>> len(robustness(Dataset(), draws=2))
    10
    """
    named = None if sources is None else several(sources)
    others = other_rubrics(rubric) if rubrics is None else tuple(rubrics)
    board = score(dataset, rubric, sources=named)
    settings = chain(
        [_setting(SettingKind.BASE, rubric.name, board)],
        _other_scorings(dataset, rubric, others, named),
        _other_weights(board, draws, seed),
    )
    contests = tuple((s.candidate, str(dataset.candidate(s.candidate).contest)) for s in board)
    return Robustness(
        settings=tuple(watched(settings, progress)),
        contests=contests,
        names=tuple(s.name for s in board),
        rubric_id=rubric.id,
    )
