"""Where a candidate stands on a whole ask, parts and all, as compared across years and sources."""

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from civicpledge.model.cells import Absent, Cell
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Quantity, Stance
from civicpledge.model.ids import ResponseId
from civicpledge.model.responses import Absence
from civicpledge.scoring.grid import cell_word
from civicpledge.scoring.settling import FIRMNESS, Verdict, verdict_of


@frozen(kw_only=True)
class AskStand:
    """
    What one candidate is held to mean on one ask.

    :ivar word: as the grid says it; of an ask in parts each with its count
    :ivar unattributed: whether there are no words but some that may be the candidate's, the *possible*
    :ivar stance: the decided stance all parts share; ``None`` where they differ, or nothing is decided
    """

    word: str
    due: bool
    answered: bool
    unattributed: bool
    stance: Stance | None
    quantities: tuple[Quantity, ...]
    responses: tuple[ResponseId, ...]
    possible: tuple[ResponseId, ...] = ()


def figures_of(verdict: Verdict | None) -> tuple[Quantity, ...]:
    """Give the figures of the codings that decide, each once, in the order of the words."""
    settled = verdict.settled if verdict else ()
    found = (q for one in settled for c in one.codings for q in c.finding.quantities)
    return tuple(dict.fromkeys(found))


def same_figures(first: Iterable[Quantity], second: Iterable[Quantity]) -> bool:
    """Tell whether the figures are the same, wherever they stand in the words and whosever they are."""
    return {_bare(q) for q in first} == {_bare(q) for q in second}


def _bare(quantity: Quantity) -> tuple[object, ...]:
    bare = evolve(quantity, extent=None)
    return (bare.value, bare.upper, bare.unit, bare.bound, bare.rate, bare.deadline)


def stand_on(cells: Iterable[Cell]) -> AskStand | None:
    """Join the cells of one ask; ``None`` if there is none."""
    held = [(cell, verdict_of(cell)) for cell in cells]
    if not held:
        return None
    verdicts = [verdict for _, verdict in held if verdict is not None]
    stances = {v.stance if v and v.decided else None for _, v in held}
    words = [cell_word(cell, verdict) for cell, verdict in held]
    open_cells = [c.content for c, _ in held if c.absence is Absence.UNATTRIBUTED]
    possible = [
        r for content in open_cells if isinstance(content, Absent) for r in content.possible
    ]
    return AskStand(
        word="; ".join(dict.fromkeys(words)),
        due=any(cell.due for cell, _ in held),
        answered=bool(verdicts),
        unattributed=bool(possible) and not verdicts,
        stance=stances.pop() if len(stances) == 1 else None,
        quantities=tuple(dict.fromkeys(q for v in verdicts for q in figures_of(v))),
        responses=tuple(dict.fromkeys(r for v in verdicts for r in v.responses)),
        possible=tuple(dict.fromkeys(possible)),
    )


def firmer(first: Stance, second: Stance) -> bool:
    """
    Tell whether *first* is firmer than *second*; both decided.

    >>> firmer(Stance.COMMITTED, Stance.SUPPORTIVE)
    True
    """
    return FIRMNESS.index(first) < FIRMNESS.index(second)


def said_same(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Give each ask or part, by id, with each ask that the data calls the same."""
    for ask in dataset.asks:
        yield from ((ask.id, other) for other in ask.same_as)
        yield from ((part.id, other) for part in ask.parts for other in part.same_as)
