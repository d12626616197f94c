"""Scores as intervals."""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from civicpledge.model.people import Candidate
from civicpledge.plot.rows import heads_of, rows_of
from civicpledge.plot.style import (
    BLUE,
    MISSING_HATCH,
    PAPER,
    SOFT,
    TRACK,
    axes_of,
    bare,
    beside_row,
    label_rows,
    room_for,
)
from civicpledge.scoring.labels import interval_words
from civicpledge.scoring.scoreboard import Scoreboard
from civicpledge.scoring.scores import Score

_THINNEST = 0.01
"""The width a score without an interval is drawn with; its bar is centred on the score."""


def _ordered(board: Scoreboard) -> list[Candidate]:
    """Sort by contest, then the highest low end first; without a score last."""
    dataset = board.dataset

    def key(score: Score) -> tuple[object, ...]:
        candidate = dataset.candidate(score.candidate)
        if score.low is None or score.high is None:
            return (candidate.contest, 1, 0, 0, candidate.name)
        return (candidate.contest, 0, -score.low, -score.high, candidate.name)

    return [dataset.candidate(score.candidate) for score in sorted(board, key=key)]


def _bar(score: Score, at: int) -> Rectangle:
    if score.low is None or score.high is None:
        return Rectangle(
            (0, at - 0.3), 1, 0.6, facecolor=PAPER, edgecolor=SOFT, hatch=MISSING_HATCH
        )
    low, high = float(score.low), float(score.high)
    spare = max(0.0, _THINNEST - (high - low)) / 2
    bar = Rectangle((low - spare, at - 0.3), high - low + 2 * spare, 0.6, facecolor=BLUE)
    bar.set_clip_on(False)
    return bar


def scores(board: Scoreboard, *, ax: Axes | None = None) -> Axes:
    """
    Draw every candidate's score as the interval it may lie in, with the answers given of those due.

    Candidates are grouped by contest, the highest low end on top; that one stands over another is no rank
    where the bars overlap. Each bar's ``gid`` is the candidate's id.

    >>> from civicpledge.model.dataset import Dataset
    >>> from civicpledge.scoring.scoreboard import score
    >>> len(scores(score(Dataset())).patches)
    0
    """
    rows = list(rows_of(board.dataset, _ordered(board)))
    labels = [row.label for row in rows]
    ax = axes_of(ax, 8 + room_for(labels), 1.2 + 0.32 * len(rows))
    for at, row in enumerate(rows):
        if row.candidate is not None:
            _draw(ax, board[row.candidate.id], at)
    label_rows(ax, labels, heads_of(rows))
    ax.set_xlim(0, 1)
    ax.set_xlabel("commitment to what was asked; a bar spans what the score may be")
    bare(ax)
    return ax


def _draw(ax: Axes, score: Score, at: int) -> None:
    ax.add_patch(Rectangle((0, at - 0.05), 1, 0.1, facecolor=TRACK, zorder=0))
    bar = _bar(score, at)
    bar.set_gid(score.candidate)
    ax.add_patch(bar)
    told = f"{interval_words(score)}; {score.answered} of {score.due} answered"
    beside_row(ax, at, told)
