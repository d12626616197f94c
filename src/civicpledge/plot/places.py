"""Places over many ways to score."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import frozen
from matplotlib import colormaps
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from civicpledge.model.dataset import Dataset
from civicpledge.model.ids import CandidateId
from civicpledge.plot.style import PLAIN, SOFT, axes_of, bare, ink_on, label_rows, shown
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


def _title(contest: str, dataset: Dataset | None) -> str:
    return dataset.office(dataset.contest(contest).office).title if dataset else contest


def _lines(
    shares: Iterable[Likely], dataset: Dataset | None
) -> Iterator[tuple[str, Likely | None]]:
    """Give each candidate under the heading of the contest, the likeliest first."""
    ordered = sorted(shares, key=lambda one: (one.contest, [-s for s in one.shares], one.candidate))
    last = None
    for one in ordered:
        if one.contest != last:
            last = one.contest
            yield _title(last, dataset), None
        bare_id = one.candidate.removeprefix(f"{one.contest}.")
        yield (dataset.candidate(one.candidate).name if dataset else bare_id), one


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
    ax = axes_of(ax, 3 + 0.7 * places, 1.4 + 0.36 * max(1, len(rows)))
    for at, (_, one) in enumerate(rows):
        for place, share in enumerate(one.shares if one else (), 1):
            _draw(ax, share, (place, at), f"{one.candidate if one else ''} {place}")
    heads = frozenset(at for at, (_, one) in enumerate(rows) if one is None)
    label_rows(ax, [shown(label) for label, _ in rows], heads)
    ax.set_xticks(range(1, places + 1))
    ax.set_xlim(0.5, places + 0.5)
    ax.set_xlabel(f"place: how often it is open\nin {len(result)} ways to score")
    bare(ax)
    return ax


def _draw(ax: Axes, share: Fraction, place: tuple[int, int], gid: str) -> None:
    column, row = place
    colour = to_hex(colormaps["Blues"](float(share) * 0.9))
    tile = Rectangle((column - 0.5, row - 0.5), 1, 1, facecolor=colour, edgecolor=SOFT)
    tile.set(gid=gid, linewidth=0.6)
    ax.add_patch(tile)
    told = f"{float(share):.0%}"
    ax.text(column, row, told, ha="center", va="center", fontsize=8, color=ink_on(colour), **PLAIN)
