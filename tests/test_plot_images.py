"""
The pictures as pixels: what a reader sees is where the figures say, give or take a pixel or two.

What is expected is worked out from the results themselves, never taken from an earlier picture.
"""

from itertools import pairwise

import pytest

pytest.importorskip("matplotlib", reason="the extra 'plot' is not installed")

import matplotlib as mpl
import numpy as np
from matplotlib import pyplot
from matplotlib.colors import to_rgb

from civicpledge import plot
from civicpledge.comparison.changes import Movement, changes
from civicpledge.datasets import load_dataset
from civicpledge.plot.moves import COLUMNS
from civicpledge.plot.places import place_shares
from civicpledge.plot.style import BLUE, STANCE_COLOURS
from civicpledge.scoring.robustness import robustness
from civicpledge.scoring.scoreboard import score

mpl.use("agg")
CLOSE = 0.06
"""How far a channel of a pixel may be off, of 1; smoothing at edges is more than that."""


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    pyplot.close("all")


@pytest.fixture(scope="module")
def board():
    return score(load_dataset("west-midlands-2021"))


class Pixels:
    """The axes of a picture as pixels, words left out, looked up by the numbers on the axes."""

    def __init__(self, ax):
        for text in ax.texts:
            text.set_visible(False)
        figure = ax.get_figure()
        figure.canvas.draw()
        held = np.asarray(figure.canvas.buffer_rgba())[::-1, :, :3] / 255
        box = ax.get_window_extent()
        self.held = held[round(box.y0) : round(box.y1), round(box.x0) : round(box.x1)]
        self.across, self.up = ax.get_xlim(), ax.get_ylim()

    def place(self, x, y):
        """Give the pixel of a point: its row, from below, and its column."""
        height, width, _ = self.held.shape
        (left, right), (low, high) = self.across, self.up
        row, column = (y - low) / (high - low) * height, (x - left) / (right - left) * width
        return np.clip(round(row), 0, height), np.clip(round(column), 0, width)

    def within(self, left, right, top, bottom):
        """Give the pixels between these numbers."""
        rows, columns = zip(self.place(left, top), self.place(right, bottom), strict=True)
        return self.held[min(rows) : max(rows), min(columns) : max(columns)]

    def span(self, row, colour):
        """Give from where to where *colour* is seen along a row, as numbers of the axis."""
        band = self.within(*self.across, row - 0.2, row + 0.2)
        seen = np.flatnonzero(is_close(band, colour).any(axis=0))
        left, right = self.across
        wide = (right - left) / band.shape[1]
        return left + seen.min() * wide, left + (seen.max() + 1) * wide


def is_close(pixels, colour):
    return (np.abs(pixels - np.array(to_rgb(colour))) < CLOSE).all(axis=-1)


def rows_of(ax):
    """Give the row of each name that stands beside the picture."""
    names = (label.get_text() for label in ax.get_yticklabels())
    return {name: at for at, name in enumerate(names) if name}


def test_each_bar_is_seen_from_its_low_end_to_its_high_end(board):
    ax = plot.scores(board)
    rows, pixels = rows_of(ax), Pixels(ax)
    for held in board:
        left, right = pixels.span(rows[held.name], BLUE)
        low, high = float(held.low), float(held.high)
        assert left == pytest.approx(min(low, 1 - 0.005), abs=0.01)
        assert right == pytest.approx(max(high, 0.005), abs=0.01)


def test_each_tile_of_the_heat_map_has_the_colour_of_its_stance(board):
    ax = plot.heatmap(board)
    rows, pixels = rows_of(ax), Pixels(ax)
    columns = {ask: at for at, ask in enumerate(board.grid().asks)}
    found = 0
    for held in board:
        for valued in held.valued:
            verdict = valued.verdict
            x, y = columns[valued.cell.ask], rows[held.name]
            tile = pixels.within(x - 0.45, x + 0.45, y - 0.45, y + 0.45)
            if verdict is None:
                assert 0.02 < 1 - is_close(tile, "white").mean() < 0.9  # hatched
            else:
                assert is_close(tile, STANCE_COLOURS[verdict.stance]).mean() > 0.98
            found += 1
    assert found == 42


def test_the_more_often_a_place_is_open_the_darker_is_its_tile(board):
    result = robustness(board.dataset, draws=3)
    ax = plot.robustness(result, dataset=board.dataset)
    rows, pixels = rows_of(ax), Pixels(ax)
    seen = []
    for one in place_shares(result):
        at = rows[board.dataset.candidate(one.candidate).name]
        for place, share in enumerate(one.shares, 1):
            tile = pixels.within(place - 0.4, place + 0.4, at - 0.4, at + 0.4)
            seen.append((float(share), float(np.median(tile))))
    ordered = [light for _, light in sorted(seen)]
    assert all(a >= b - 0.01 for a, b in pairwise(ordered))
    assert ordered[0] - ordered[-1] > 0.3


def test_each_movement_is_seen_between_its_two_columns(board):
    def silent(dataset, person):
        """Leave out what one person said, so that something is dropped."""
        gone = {r.id for r in dataset.responses if r.id.endswith(person)}
        kept = tuple(r for r in dataset.responses if r.id not in gone)
        codings = tuple(c for c in dataset.codings if c.response not in gone)
        return type(dataset)(**{**dataset.collections(), "responses": kept, "codings": codings})

    result = changes(board.dataset, silent(board.dataset, "liam-byrne"))
    ax = plot.changes(result)
    pixels = Pixels(ax)
    moved = 0
    for at, change in enumerate(result):
        if change.movement is Movement.DROPPED:
            left, right = pixels.span(at, BLUE)
            stood = COLUMNS.index(str(change.before.stance))
            assert left == pytest.approx(0, abs=0.25)
            assert right == pytest.approx(stood, abs=0.25)
            moved += 1
    assert moved == 8
