"""What all pictures share: colours that everybody can tell apart, text that stays text, axes of a size."""

import textwrap
from collections.abc import Iterable
from typing import Any, Final

from matplotlib import pyplot
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.transforms import Transform

from civicpledge.model.findings import Stance
from civicpledge.table import visible

PLAIN: Final[dict[str, Any]] = {"parse_math": False, "usetex": False}
"""For every text that came from a page: neither ``$`` nor a backslash means anything in it."""

INK: Final = "#000000"
PAPER: Final = "#ffffff"
SOFT: Final = "#8a8a8a"
TRACK: Final = "#dddddd"
BLUE: Final = "#0072b2"

# Blue to vermilion of Okabe and Ito (2008), which people with any kind of colour vision tell apart,
# lightened so that black words stand out on them.
STANCE_COLOURS: Final[dict[Stance | None, str]] = {
    Stance.COMMITTED: "#56b4e9",
    Stance.QUALIFIED: "#a9d8f2",
    Stance.SUPPORTIVE: "#f0e442",
    Stance.DEFLECTED: "#f2c26b",
    Stance.REFUSED: "#e8834a",
    Stance.UNCLEAR: "#dcdcdc",
    None: "#dcdcdc",
}
MISSING_HATCH: Final = "////"
NOT_DUE_HATCH: Final = "...."

_LONGEST = 60


def shown(text: str, width: int = 0) -> str:
    r"""
    Make printed text fit for a picture: visible, not too long, wrapped at *width* where it is given.

    >>> shown("Pay the real living wage", 10)
    'Pay the\nreal\nliving\nwage'
    """
    short = textwrap.shorten(visible(text), _LONGEST, placeholder="…") or visible(text)[:_LONGEST]
    return "\n".join(textwrap.wrap(short, width)) if width else short


_ROOMY_LABEL = 20
_LETTER = 0.085  # inches across, in the default size of labels


def room_for(labels: Iterable[str]) -> float:
    """
    Give the inches that *labels* beside the rows need beyond what every picture leaves for them.

    >>> room_for(["Ann Ash"]), round(room_for(["A" * 40]), 2)
    (0.0, 1.7)
    """
    longest = max((len(line) for label in labels for line in label.split("\n")), default=0)
    return max(0, longest - _ROOMY_LABEL) * _LETTER


def axes_of(ax: Axes | None, width: float, height: float) -> Axes:
    """Give *ax*, or the axes of a new figure of this size in inches."""
    if ax is not None:
        return ax
    _, made = pyplot.subplots(figsize=(width, height), layout="constrained")
    return made


def ink_on(colour: str) -> str:
    """
    Give the colour of text that is read best on *colour*, by its relative luminance (WCAG 2).

    >>> ink_on("#ffffff") == INK, ink_on("#000000") == PAPER
    (True, True)
    """
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return INK if luminance > 0.18 else PAPER


def _side(ax: Axes) -> Transform:
    """Give the places of a row: across in shares of the width, down in rows."""
    return ax.get_yaxis_transform()


def label_rows(ax: Axes, labels: Iterable[str], heads: frozenset[int]) -> None:
    """Put a label beside each row, the first at the top; those in *heads* stand over the rows below."""
    held = list(labels)
    beside = ["" if at in heads else label for at, label in enumerate(held)]
    ax.set_yticks(range(len(held)), beside, **PLAIN)
    ax.tick_params(axis="y", length=0)
    for at in heads:
        ax.text(0, at, held[at], va="center", weight="bold", transform=_side(ax), **PLAIN)
    ax.set_ylim(len(held) - 0.4, -0.6)


def beside_row(ax: Axes, at: int, text: str) -> None:
    """Write *text* to the right of a row."""
    ax.text(1.02, at, text, va="center", color=INK, fontsize=9, transform=_side(ax), **PLAIN)


def bare(ax: Axes) -> None:
    """Take away the frame."""
    for spine in ax.spines.values():
        spine.set_visible(False)
