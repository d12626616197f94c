"""What changed between two years, answer by answer."""

from typing import Final

from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, Rectangle

from civicpledge.comparison.movements import Change, Changes, Movement
from civicpledge.comparison.stands import AskStand
from civicpledge.model.findings import Stance
from civicpledge.plot.style import (
    BLUE,
    INK,
    MISSING_HATCH,
    PAPER,
    SOFT,
    axes_of,
    bare,
    beside_row,
    label_rows,
    room_for,
    shown,
)
from civicpledge.scoring.settling import FIRMNESS

COLUMNS: Final = ("no words", "undecided", *(stance.value for stance in reversed(FIRMNESS)))
"""From left to right: no words, words that nobody decided on, then ever firmer stances."""


def column_of(stand: AskStand) -> int:
    """Give the column a stand is drawn in."""
    if not stand.answered:
        return 0
    decided = stand.stance is not None and stand.stance is not Stance.UNCLEAR
    return COLUMNS.index(stand.stance) if decided and stand.stance else 1


def _label(result: Changes, change: Change) -> str:
    ask = change.link.earlier
    titles: dict[str, str] = {a.id: a.title for a in result.earlier.asks}
    titles |= {p.id: p.text for a in result.earlier.asks for p in a.parts}
    name = result.earlier.person(change.person).name
    return f"{shown(name)}: {shown(titles[ask])}"


def _told(change: Change) -> str:
    figures = ", other figures" if change.figures_changed else ""
    movement = change.movement.replace("_", " ")
    reason = "" if change.after.answered else change.after.word
    told = f"{movement} ({reason})" if reason not in ("", movement) else movement
    return shown(f"{told}{figures}")


def _draw(ax: Axes, change: Change, at: int) -> None:
    before, after = column_of(change.before), column_of(change.after)
    if (
        change.movement in (Movement.SAME, Movement.NO_WORDS, Movement.UNDECIDED)
        and before == after
    ):
        mark = ax.plot([after], [at], "s", color=SOFT, markersize=7)[0]
    else:
        mark = ax.plot([before], [at], "o", color=PAPER, markeredgecolor=INK, markersize=6)[0]
        told = change.movement not in (Movement.UNDECIDED, Movement.UNATTRIBUTED)
        arrow = FancyArrowPatch((before, at), (after, at), mutation_scale=12, shrinkA=4, shrinkB=2)
        arrow.set_arrowstyle("-|>" if told else "-")
        arrow.set(color=BLUE, linewidth=1.5, linestyle="-" if told else ":")
        ax.add_patch(arrow)
    mark.set_gid(f"{change.later} {change.link.later}")
    beside_row(ax, at, _told(change))


def changes(result: Changes, *, ax: Axes | None = None) -> Axes:
    """
    Draw for each person and ask in both years where they stood and where they stand.

    An arrow leads from then to now, a dotted line where nobody can tell, a square marks no movement; to
    the right the movement in words. The column of no words is hatched. Each mark's ``gid`` is the later
    candidate's and ask's id.

    >>> from civicpledge.comparison.changes import changes as changes_between
    >>> from civicpledge.model.dataset import Dataset
    >>> changes(changes_between(Dataset(), Dataset())).texts[0].get_text()
    'nobody stands in both, or no ask is linked'
    """
    held = list(result)
    labels = [_label(result, change) for change in held]
    ax = axes_of(ax, 10 + room_for(labels), 1.2 + 0.35 * max(1, len(held)))
    if not held:
        note = "nobody stands in both, or no ask is linked"
        ax.text(0.5, 0.5, note, ha="center", transform=ax.transAxes)
    column = Rectangle((-0.5, -0.6), 1, max(1, len(held)) + 0.2, zorder=0)
    column.set(facecolor=PAPER, edgecolor="#d8d8d8", hatch=MISSING_HATCH)
    ax.add_patch(column)
    for at, change in enumerate(held):
        _draw(ax, change, at)
    label_rows(ax, labels, frozenset())
    ax.set_xticks(range(len(COLUMNS)), COLUMNS)
    ax.tick_params(axis="x", length=0, labeltop=True, labelbottom=False)
    ax.set_xlim(-0.5, len(COLUMNS) - 0.5)
    bare(ax)
    return ax
