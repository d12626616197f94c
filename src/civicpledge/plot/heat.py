"""Candidates by asks, a word in every cell."""

import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from attrs import frozen
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from civicpledge.model.asks import Ask, Power
from civicpledge.model.cells import Cell
from civicpledge.model.findings import Stance
from civicpledge.model.ids import AskId, CandidateId, natural_key
from civicpledge.plot.rows import heads_of, rows_of
from civicpledge.plot.style import (
    MISSING_HATCH,
    NOT_DUE_HATCH,
    PAPER,
    PLAIN,
    SOFT,
    STANCE_COLOURS,
    axes_of,
    bare,
    ink_on,
    label_rows,
    room_for,
    shown,
)
from civicpledge.scoring.grid import NOT_PUT, cell_word
from civicpledge.scoring.scoreboard import Scoreboard

MOST_WORDS: Final = 10
"""Asks up to which cells hold whole words; more get a letter or two each, told under the picture."""

_LETTERS: Final = {
    "committed": "C",
    "qualified": "Q",
    "qualified: conditional": "Qc",
    "qualified: partial": "Qp",
    "qualified: other means": "Qo",
    "supportive": "S",
    "deflected": "D",
    "refused": "R",
    "unclear": "?",
    "not coded": "ncod",
    "out of remit": "rem",
    "not asked": "nask",
    "declined": "decl",
    "no reply": "nrep",
    "not recorded": "nrec",
    "unattributed": "unat",
    NOT_PUT: "–",
}
_DIFFER: Final = "≠"
_LESSER: Final = "*"
_WORD_WIDTH: Final = 13
_HEAD_WIDTH: Final = 16
_POWER_MARKS: Final = {
    Power.CONVENES: "convenes",
    Power.INFLUENCES: "influences",
    Power.FUNDS: "funds",
}


@frozen(kw_only=True)
class _Tile:
    """What is drawn for one cell: of an ask, or of one part of it."""

    cell: Cell
    word: str
    stance: Stance | None


def _tiles(board: Scoreboard) -> Mapping[tuple[CandidateId, AskId], list[_Tile]]:
    found: dict[tuple[CandidateId, AskId], list[_Tile]] = {}
    for score in board:
        for cell, valued in score.cells():
            verdict = valued.verdict if valued else None
            stance = verdict.stance if verdict else None
            tile = _Tile(cell=cell, word=cell_word(cell, verdict), stance=stance)
            found.setdefault((cell.candidate, cell.ask), []).append(tile)
    return found


def _patch(tile: _Tile | None, corner: tuple[float, float], height: float) -> Rectangle:
    absent = tile is None or not tile.cell.answered
    patch = Rectangle(corner, 1, height, edgecolor=SOFT, linewidth=0.6)
    if tile is None or not tile.cell.due:
        patch.set(facecolor=PAPER, hatch=NOT_DUE_HATCH)
    elif absent:
        patch.set(facecolor=PAPER, hatch=MISSING_HATCH)
    else:
        patch.set(facecolor=STANCE_COLOURS[tile.stance])
    if absent:
        patch.set(edgecolor="#c8c8c8")
    return patch


_Writer = Callable[[_Tile | None], str]


def _power(tile: _Tile | None) -> str:
    """Name the power where the office cannot simply decide."""
    return "" if tile is None or not tile.cell.due else _POWER_MARKS.get(tile.cell.power, "")


def _in_words(tile: _Tile | None) -> str:
    lines = textwrap.wrap(shown(NOT_PUT if tile is None else tile.word), _WORD_WIDTH)
    power = _power(tile)
    return "\n".join([*lines, f"({power})"] if power else lines)


def _in_letters(tile: _Tile | None) -> str:
    letters = _LETTERS.get(NOT_PUT if tile is None else tile.word, _DIFFER)
    return f"{letters}{_LESSER}" if _power(tile) else letters


def _draw_tile(ax: Axes, tile: _Tile | None, patch: Rectangle, told: str) -> None:
    if tile is not None:
        patch.set_gid(f"{tile.cell.candidate} {tile.cell.part or tile.cell.ask}")
    ax.add_patch(patch)
    absent = tile is None or not tile.cell.answered
    colour = PAPER if tile is None or absent else STANCE_COLOURS[tile.stance]
    style: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": 7, "color": ink_on(colour)}
    if absent:
        style["bbox"] = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}
    x, y = patch.get_x() + 0.5, patch.get_y() + patch.get_height() / 2
    ax.text(x, y, told, **style, **PLAIN)


def _draw_cell(
    ax: Axes, tiles: Sequence[_Tile | None], place: tuple[int, int], write: _Writer
) -> None:
    """Draw the tiles of one candidate and ask on top of each other; those of parts in letters."""
    column, row = place
    height = 1 / len(tiles)
    for i, tile in enumerate(tiles):
        patch = _patch(tile, (column - 0.5, row - 0.5 + i * height), height)
        told = write(tile) if len(tiles) == 1 else _in_letters(tile)
        _draw_tile(ax, tile, patch, told)


def _legend(used: Iterable[str]) -> str:
    """Tell what the letters mean."""
    words = {word: _LETTERS[word] for word in _LETTERS if word in used}
    told = [
        f"{letters} {'not put' if word == NOT_PUT else word}" for word, letters in words.items()
    ]
    if any(word not in _LETTERS for word in used):
        told.append(f"{_DIFFER} coders or sources differ")
    told.append(f"{_LESSER} the office only convenes, influences or funds")
    return "\n".join(textwrap.wrap("; ".join(told), 120))


_WORDED: Final = (_in_words, 1.05, 0.5)
_LETTERED: Final = (_in_letters, 0.36, 0.3)
"""How cells are written, and their width and height in inches."""

_PART_HEIGHT: Final = 0.16


_HEAD_LETTER: Final = 0.06  # inches, of the size that heads are written in


def _heads(asks: Sequence[Ask]) -> list[str]:
    """Head each column with its ask: wrapped where there is room, else to be set upright."""
    width = _HEAD_WIDTH if len(asks) <= MOST_WORDS else 0
    return [shown(f"{ask.label}. {ask.title}", width) for ask in asks]


def _above(heads: Sequence[str]) -> float:
    """Give the height in inches of what stands over and under the rows."""
    upright = max(map(len, heads)) * _HEAD_LETTER if len(heads) > MOST_WORDS else 0
    return max(1.6, 0.8 + upright)


def heatmap(board: Scoreboard, *, ax: Axes | None = None) -> Axes:
    """
    Draw candidates by asks, with a word in every cell: the stance, or why there are no words.

    With more than ten asks cells hold letters, told below. An ask in parts has a tile for each. Due cells
    without words are hatched, cells that are not due are dotted. A power other than ``decides`` stands
    below the word. Each tile's ``gid`` is the candidate's id and the ask's or part's.

    >>> from civicpledge.model.dataset import Dataset
    >>> from civicpledge.scoring.scoreboard import score
    >>> len(heatmap(score(Dataset())).patches)
    0
    """
    dataset, tiles = board.dataset, _tiles(board)
    standing = (dataset.candidate(score.candidate) for score in board)
    rows = list(rows_of(dataset, sorted(standing, key=lambda c: natural_key(c.id))))
    asks = sorted({ask for _, ask in tiles}, key=natural_key)
    write, width, height = _WORDED if len(asks) <= MOST_WORDS else _LETTERED
    heads = _heads([dataset.ask(ask) for ask in asks])
    labels = [row.label for row in rows]
    across = 2 + width * max(1, len(asks)) + room_for(labels)
    tallest = max((len(held) * _PART_HEIGHT for held in tiles.values()), default=height)
    ax = axes_of(ax, across, _above(heads) + max(height, tallest) * len(rows))
    for at, row in enumerate(rows):
        if row.candidate is not None:
            for column, ask in enumerate(asks):
                own = tiles.get((row.candidate.id, ask), [])
                _draw_cell(ax, own or [None], (column, at), write)
    label_rows(ax, labels, heads_of(rows))
    _label_columns(ax, heads)
    lettered = [held for held in tiles.values() if write is _in_letters or len(held) > 1]
    if lettered:
        used = {tile.word for held in lettered for tile in held}
        if len(tiles) < len(board) * len(asks):
            used.add(NOT_PUT)
        ax.set_xlabel(_legend(used), fontsize=7, loc="left", **PLAIN)
    bare(ax)
    return ax


def _label_columns(ax: Axes, heads: Sequence[str]) -> None:
    upright = len(heads) > MOST_WORDS
    ax.set_xticks(range(len(heads)), heads, rotation=90 if upright else 0, fontsize=7, **PLAIN)
    ax.tick_params(axis="x", length=0, labeltop=True, labelbottom=False)
    ax.set_xlim(-0.5, max(1, len(heads)) - 0.5)
