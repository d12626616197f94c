"""The pictures: what is drawn where, in which words, and that it can be read."""

import importlib.util
import io
import random
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve

pytest.importorskip("matplotlib", reason="the extra 'plot' is not installed")

import matplotlib as mpl
from matplotlib import colormaps, pyplot
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import FancyArrowPatch

from civicpledge import plot
from civicpledge.comparison.changes import changes
from civicpledge.datasets import load_dataset
from civicpledge.model.asks import Power
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Stance
from civicpledge.plot.heat import heatmap
from civicpledge.plot.moves import COLUMNS
from civicpledge.plot.places import place_shares
from civicpledge.plot.style import STANCE_COLOURS, ink_on
from civicpledge.scoring.robustness import robustness
from civicpledge.scoring.rubric import MissingPolicy, Rubric
from civicpledge.scoring.scoreboard import score

mpl.use("agg")
MAYOR, PCC = "mayor.west-midlands.2021-05-06", "pcc.west-midlands.2021-05-06"
HOSTILE = ("$\\frac{", "$$", "\\input{/etc/passwd}", "a\u202eb\x00\n\nc", "_nolegend_", "x" * 5_000)


@pytest.fixture(scope="session")
def make():
    """Give the builder of small datasets that the scoring tests use."""
    name = "civicpledge_test_worlds"
    if name not in sys.modules:
        path = Path(__file__).parent / "scoring" / "worlds.py"
        spec = importlib.util.spec_from_file_location(name, path)
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    pyplot.close("all")


@pytest.fixture(scope="module")
def board():
    return score(load_dataset("west-midlands-2021"))


def by_gid(ax):
    artists = [*ax.patches, *ax.lines]
    return {artist.get_gid(): artist for artist in artists if artist.get_gid()}


def words_of(ax):
    labels = [*ax.get_xticklabels(), *ax.get_yticklabels(), ax.xaxis.label]
    return [text.get_text().replace("\n", " ") for text in (*ax.texts, *labels)]


def large(make, candidates, asks):
    world, dice = make.World(), random.Random(5)
    for i in range(candidates):
        world.candidate(f"person-{i}")
    for i in range(asks):
        world.ask(i + 1, mayor=dice.choice([Power.DECIDES, Power.CONVENES]))
    for candidate in world.records["candidates"]:
        for ask in world.records["asks"]:
            if dice.random() < 0.9:
                world.held(candidate.id, ask.id, dice.choice(list(Stance)))
    return score(world.dataset())


def test_a_bar_spans_the_interval_of_the_score(board):
    bar = by_gid(plot.scores(board))[f"{PCC}.jon-hunt"]
    held = board["jon-hunt"]
    assert bar.get_x() == pytest.approx(float(held.low))
    assert bar.get_x() + bar.get_width() == pytest.approx(float(held.high))


def test_a_score_without_an_interval_is_a_thin_bar_about_it(board):
    bar = by_gid(plot.scores(board))[f"{PCC}.jay-singh-sohal"]
    assert bar.get_x() + bar.get_width() / 2 == pytest.approx(0.5)
    assert 0 < bar.get_width() < 0.02


def test_answers_given_and_due_stand_beside_every_bar(board):
    words = words_of(plot.scores(board))
    assert "0.39 to 0.57; 5 of 6 answered" in words
    assert words.count("0.50; 6 of 6 answered") == 1


def test_a_candidate_without_a_score_is_hatched_and_says_so(make):
    world = make.World()
    who = world.candidate("ann")
    world.ask(1, mayor=None)
    ax = plot.scores(score(world.dataset()))
    assert by_gid(ax)[who].get_hatch()
    assert "no score; 0 of 0 answered" in words_of(ax)


def test_the_axes_given_are_the_axes_drawn_on(board):
    for draw in (plot.scores, plot.heatmap):
        _, ax = pyplot.subplots()
        before = pyplot.get_fignums()
        assert draw(board, ax=ax) is ax
        assert pyplot.get_fignums() == before


def test_every_cell_of_the_heat_map_has_the_word_of_the_grid(board):
    ax = heatmap(board)
    drawn = by_gid(ax)
    grid = board.grid()
    assert len(drawn) == len(grid.cells) == 54
    for cell in grid.cells:
        tile = drawn[f"{cell.candidate} {cell.ask}"]
        assert cell.word in told_in(ax, tile).replace("\n", " ")


def told_in(ax, tile):
    """Find the one text that stands inside *tile*."""
    left, top = tile.get_xy()
    inside = [
        text.get_text()
        for text in ax.texts
        if left < text.get_position()[0] < left + tile.get_width()
        and top < text.get_position()[1] < top + tile.get_height()
        and text.get_transform() == ax.transData
    ]
    (told,) = inside
    return told


def test_cells_without_words_are_hatched_and_others_are_not(board):
    drawn = by_gid(heatmap(board))
    for cell in board.grid().cells:
        tile = drawn[f"{cell.candidate} {cell.ask}"]
        without = cell.word in ("out of remit", "not recorded")
        assert bool(tile.get_hatch()) == without
    due, not_due = (drawn[f"{PCC}.jon-hunt west-midlands-2021.{n}"].get_hatch() for n in (7, 8))
    assert due != not_due


def test_a_power_that_is_no_decision_stands_in_the_cell(board):
    ax = heatmap(board)
    tile = by_gid(ax)[f"{MAYOR}.andy-street west-midlands-2021.4"]
    assert told_in(ax, tile) == "committed\n(convenes)"


def test_each_part_of_an_ask_has_a_tile_of_its_own(make):
    world = make.World()
    ann = world.candidate("ann")
    ask = world.ask(1, parts=("a", "b"))
    said = world.say(ann, f"{ask}.a")
    world.code(said, Stance.COMMITTED, ask=ask, part=f"{ask}.a")
    ax = heatmap(score(world.dataset()))
    drawn = by_gid(ax)
    assert told_in(ax, drawn[f"{ann} {ask}.a"]) == "C"
    assert told_in(ax, drawn[f"{ann} {ask}.b"]) == "nrec"
    assert "C committed; nrec not recorded" in ax.get_xlabel()
    assert drawn[f"{ann} {ask}.b"].get_hatch()


@pytest.mark.parametrize(("candidates", "asks"), [(3, 9), (30, 5)])
def test_no_word_leaves_its_tile(make, candidates, asks):
    ax = heatmap(large(make, candidates, asks))
    figure = ax.get_figure()
    figure.canvas.draw()
    drawn = by_gid(ax)
    assert len(drawn) == candidates * asks
    boxes = {gid: tile.get_window_extent() for gid, tile in drawn.items()}
    inside = [text for text in ax.texts if text.get_transform() == ax.transData]
    for text in inside:
        middle = ax.transData.transform(text.get_position())
        (tile,) = [box for box in boxes.values() if box.contains(*middle)]
        own = text.get_window_extent()
        assert tile.x0 <= own.x0
        assert own.x1 <= tile.x1
        assert tile.y0 <= own.y0
        assert own.y1 <= tile.y1


@pytest.mark.parametrize(("candidates", "asks"), [(3, 30), (30, 3)])
@pytest.mark.parametrize("picture", ["scores", "heatmap", "robustness"])
def test_a_picture_is_large_enough_for_all_it_holds(make, picture, candidates, asks):
    board = score(with_long_words(large(make, candidates, asks).dataset))
    held = robustness(board.dataset, rubrics=[], draws=0) if picture == "robustness" else board
    named = {"dataset": board.dataset} if picture == "robustness" else {}
    ax = getattr(plot, picture)(held, **named)
    figure = ax.get_figure()
    figure.draw_without_rendering()
    whole, drawn, inner = figure.bbox, ax.get_tightbbox(), ax.get_window_extent()
    assert whole.x0 - 1 <= drawn.x0 <= drawn.x1 <= whole.x1 + 1
    assert whole.y0 - 1 <= drawn.y0 <= drawn.y1 <= whole.y1 + 1
    assert inner.height >= 15 * candidates
    assert inner.width >= (15 * asks if picture == "heatmap" else 200)


def with_long_words(dataset):
    people = tuple(
        evolve(c, name=f"Maximiliana {c.name} of Featherstone") for c in dataset.candidates
    )
    asks = tuple(evolve(a, title=f"{'Will you pay the living wage ' * 3}?") for a in dataset.asks)
    return evolve(dataset, candidates=people, asks=asks)


def test_two_contests_of_one_office_are_told_apart_by_their_day():
    both = load_dataset("west-midlands-2021").combine(load_dataset("west-midlands-2024"))
    for ax in (
        plot.scores(score(both)),
        plot.robustness(robustness(both, rubrics=[], draws=0), dataset=both),
    ):
        heads = {text for text in words_of(ax) if text.startswith("Mayor of")}
        assert heads == {
            f"Mayor of the West Midlands, {day}" for day in ("2021-05-06", "2024-05-02")
        }


def test_an_ask_that_was_not_put_is_told_under_the_picture():
    both = load_dataset("west-midlands-2021").combine(load_dataset("west-midlands-2024"))
    assert "– not put" in heatmap(score(both)).get_xlabel()


def test_every_letter_in_a_large_heat_map_is_told(make):
    ax = heatmap(large(make, 12, 12))
    told = ax.get_xlabel().replace("\n", " ")
    used = {text.get_text().rstrip("*") for text in ax.texts}
    assert used >= {"C", "Qc", "S", "D", "R", "?", "nrec"}
    assert all(f"{letters} " in told for letters in used)


def test_black_and_white_words_have_enough_contrast():
    # WCAG 2 asks for 4.5 to 1; the formula is its own, apart from the one that chose the ink.
    blues = [to_hex(colormaps["Blues"](share / 100)) for share in range(100)]
    for colour in (*STANCE_COLOURS.values(), "#ffffff", *blues):
        light, dark = sorted((luminance(colour), luminance(ink_on(colour))), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour):
    parts = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour))
    return sum(w * part for w, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def test_hostile_names_are_drawn_as_text():
    dataset = load_dataset("west-midlands-2021")
    named = tuple(
        evolve(c, name=f"{text} {c.name}")
        for c, text in zip(dataset.candidates, HOSTILE, strict=True)
    )
    asked = tuple(
        evolve(a, title=f"{text} {a.title}")
        for a, text in zip(dataset.asks, (*HOSTILE, *HOSTILE[:3]), strict=True)
    )
    board = score(evolve(dataset, candidates=named, asks=asked))
    for ax in (plot.scores(board), plot.heatmap(board)):
        ax.get_figure().savefig(io.BytesIO(), format="png", dpi=40)
        assert all(word.isprintable() for word in words_of(ax))
        assert any("$$" in word for word in words_of(ax))


def test_a_picture_does_not_hang_on_the_order_of_the_records(board):
    dataset = board.dataset
    turned = evolve(dataset, candidates=dataset.candidates[::-1], responses=dataset.responses[::-1])
    assert pixels(heatmap(board)) == pixels(heatmap(score(turned)))


def pixels(ax):
    out = io.BytesIO()
    ax.get_figure().savefig(out, format="rgba", dpi=50)
    return out.getvalue()


def test_nothing_to_draw_is_drawn_as_nothing():
    board = score(Dataset())
    for ax in (plot.scores(board), plot.heatmap(board)):
        assert isinstance(ax, Axes)
        assert by_gid(ax) == {}


def two_years(make):
    """Ann goes from support to a pledge, and from a pledge to nothing; Bea says nothing twice."""
    held = []
    for stances in ((Stance.SUPPORTIVE, Stance.COMMITTED), (Stance.COMMITTED, None)):
        world = make.World()
        ann = world.candidate("ann")
        world.candidate("bea")
        for i, stance in enumerate(stances):
            ask = world.ask(i + 1)
            if stance:
                world.held(ann, ask, stance)
        held.append(world.dataset())
    return changes(*held), ann


def test_an_arrow_leads_from_then_to_now(make):
    result, ann = two_years(make)
    ax = plot.changes(result)
    drawn = by_gid(ax)
    assert drawn[f"{ann} day.1"].get_xdata()[0] == COLUMNS.index("supportive")
    assert drawn[f"{ann} day.2"].get_xdata()[0] == COLUMNS.index("committed")
    ends = {arrow_ends(patch) for patch in ax.patches if isinstance(patch, FancyArrowPatch)}
    row = {text.get_text(): text.get_position()[1] for text in ax.texts}
    assert ends == {
        (COLUMNS.index("supportive"), COLUMNS.index("committed"), row["firmer"]),
        (COLUMNS.index("committed"), 0, row["dropped (not recorded)"]),
    }
    words = words_of(ax)
    assert "firmer" in words
    assert "dropped (not recorded)" in words
    assert words.count("no words (not recorded)") == 2


def arrow_ends(arrow):
    (start, row), (end, same) = arrow._posA_posB
    assert row == same
    return start, end, row


def test_years_without_a_common_ask_say_so():
    ax = plot.changes(changes(Dataset(), Dataset()))
    assert "nobody stands in both, or no ask is linked" in words_of(ax)


def test_the_share_of_a_place_is_counted_over_all_settings(make):
    world = make.World()
    ann, bea = world.candidate("ann"), world.candidate("bea")
    ask = world.ask(1)
    world.held(ann, ask, Stance.COMMITTED)
    result = robustness(world.dataset(), rubrics=[], draws=0)
    # Bea is silent. Bounds: [0, 1], both places open to both. Left out: Bea has no score. As nothing: 0,
    # last. Neutral: 1/2, last. Without the ask: nobody has a score.
    assert [s.name for s in result] == [
        "default",
        *(f"missing {p.replace('_', ' ')}" for p in MissingPolicy if p is not MissingPolicy.BOUNDS),
        f"without {ask}",
    ]
    shares = {one.candidate: one.shares for one in place_shares(result)}
    assert shares == {
        ann: (Fraction(1), Fraction(1, 4)),
        bea: (Fraction(1, 3), Fraction(1)),
    }
    ax = plot.robustness(result)
    assert told_in(ax, by_gid(ax)[f"{bea} 1"]) == "33"


def test_robustness_shows_names_where_the_dataset_is_at_hand(board):
    result = robustness(board.dataset, Rubric(), draws=1)
    assert "Andy Street" in words_of(plot.robustness(result, dataset=board.dataset))
    assert "andy-street" in words_of(plot.robustness(result))
