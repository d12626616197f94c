"""Places over many ways to score."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from attrs import frozen
from matplotlib import colormaps
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from civicpledge.model.dataset import Dataset
from civicpledge.model.ids import CandidateId
from civicpledge.plot.rows import heading
from civicpledge.plot.style import PLAIN, SOFT, axes_of, bare, ink_on, label_rows, room_for, shown
from civicpledge.scoring.robustness import Outcome, Robustness


@frozen(kw_only=True)
class Likely:
    """
    How often a candidate may have each place.

    :ivar shares: for place 1, 2, ... the share of the settings with a score that leave it possible
    """

    candidate: CandidateId
    contest: str
    shares: tuple[Fraction, ...]


def _shares(outcomes: Iterable[Outcome], places: int) -> tuple[Fraction, ...]:
    scored = [(o.best, o.worst) for o in outcomes if o.best is not None and o.worst is not None]
    return tuple(
        Fraction(sum(best <= place <= worst for best, worst in scored), len(scored) or 1)
        for place in range(1, places + 1)
    )


def place_shares(result: Robustness) -> tuple[Likely, ...]:
    """Give for each candidate how often each place of their contest is possible, over all settings."""
    sizes: dict[str, int] = {}
    for _, contest in result.contests:
        sizes[contest] = sizes.get(contest, 0) + 1
    return tuple(
        Likely(
            candidate=candidate,
            contest=contest,
            shares=_shares((s.outcomes[i] for s in result.settings), sizes[contest]),
        )
        for i, (candidate, contest) in enumerate(result.contests)
    )


def _lines(
    shares: Iterable[Likely], dataset: Dataset | None
) -> Iterator[tuple[str, Likely | None]]:
    """Give each candidate under the heading of the contest, the likeliest first."""
    ordered = sorted(shares, key=lambda one: (one.contest, [-s for s in one.shares], one.candidate))
    last = None
    for one in ordered:
        if one.contest != last:
            last = one.contest
            yield (heading(dataset, last) if dataset else last), None
        bare_id = one.candidate.removeprefix(f"{one.contest}.")
        yield (dataset.candidate(one.candidate).name if dataset else bare_id), one


_MOST_ROOMY = 10
"""Places up to which each has a wide column."""


def percent(share: Fraction) -> str:
    """
    Write a share in hundredths; none and all are written for nothing less.

    >>> [percent(Fraction(n, 1000)) for n in (0, 1, 500, 999, 1000)]
    ['0', '<1', '50', '>99', '100']
    """
    if 0 < share < Fraction(1, 100):
        return "<1"
    if Fraction(99, 100) < share < 1:
        return ">99"
    return f"{float(share) * 100:.0f}"


def robustness(
    result: Robustness, *, dataset: Dataset | None = None, ax: Axes | None = None
) -> Axes:
    """
    Draw how often each place is open to each candidate, over every way to score in *result*.

    A row adds up to more than 100 % where intervals overlap, for then several places are open at once.
    Each tile's ``gid`` is the candidate's id and the place.

    :param dataset: gives the candidates' names; without it their ids are shown

    >>> from civicpledge.model.dataset import Dataset
    >>> from civicpledge.scoring.robustness import robustness as robustness_of
    >>> len(robustness(robustness_of(Dataset(), draws=1)).patches)
    0
    """
    rows = list(_lines(place_shares(result), dataset))
    places = max((len(one.shares) for _, one in rows if one), default=1)
    labels = [shown(label) for label, _ in rows]
    width = 0.7 if places <= _MOST_ROOMY else 0.34
    ax = axes_of(ax, 3 + width * places + room_for(labels), 1.4 + 0.36 * max(1, len(rows)))
    for at, (_, one) in enumerate(rows):
        for place, share in enumerate(one.shares if one else (), 1):
            _draw(ax, share, (place, at), f"{one.candidate if one else ''} {place}")
    label_rows(ax, labels, frozenset(at for at, (_, one) in enumerate(rows) if one is None))
    ax.set_xticks(range(1, places + 1))
    ax.set_xlim(0.5, places + 0.5)
    ax.set_xlabel(f"place: how often it is open,\nin % of {len(result)} ways to score")
    bare(ax)
    return ax


def _draw(ax: Axes, share: Fraction, place: tuple[int, int], gid: str) -> None:
    column, row = place
    colour = to_hex(colormaps["Blues"](float(share) * 0.9))
    tile = Rectangle((column - 0.5, row - 0.5), 1, 1, facecolor=colour, edgecolor=SOFT)
    tile.set(gid=gid, linewidth=0.6)
    ax.add_patch(tile)
    style: dict[str, Any] = {"ha": "center", "va": "center", "color": ink_on(colour)}
    ax.text(column, row, percent(share), fontsize=8, **style, **PLAIN)
