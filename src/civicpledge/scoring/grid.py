"""Candidates by asks, with a word in every cell."""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property

from attrs import field, frozen

from civicpledge.errors import UnknownIdError, closest
from civicpledge.model.cells import Cell
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Stance
from civicpledge.model.ids import AskId, CandidateId, ResponseId
from civicpledge.scoring.naming import cited_after, column_names
from civicpledge.scoring.settling import Settlement, Verdict
from civicpledge.scoring.valuing import Valued
from civicpledge.table import ColumnKind, Shown, Table

NOT_PUT = "not put in this contest"
"""The word for an ask of a round that does not concern the candidate's contest."""


def spaced(word: str) -> str:
    """
    Write an enum's value as people do.

    >>> spaced("out_of_remit")
    'out of remit'
    """
    return word.replace("_", " ")


def verdict_word(verdict: Verdict) -> str:
    """Say what a cell's words are held to mean, and where coders or occasions differ, between what."""
    if verdict.stance is Stance.QUALIFIED:
        kind = verdict.qualification
        return f"qualified: {spaced(kind)}" if kind else "qualified"
    if verdict.stance is not None:
        return str(verdict.stance)
    if any(one.by is Settlement.UNCODED for one in verdict.settled):
        return "not coded"
    stances = {c.finding.stance for one in verdict.settled for c in one.codings}
    who = "sources" if len(verdict.settled) > 1 else "coders"
    return f"{who} differ: {' or '.join(s for s in Stance if s in stances)}"


def cell_word(cell: Cell, verdict: Verdict | None) -> str:
    """Say in a word what a cell holds: a stance, or why there are no words."""
    if verdict is not None:
        return verdict_word(verdict)
    return spaced(cell.absence or "not recorded")


@frozen(kw_only=True)
class GridCell:
    """
    One candidate and one ask.

    :ivar word: a stance or a reason; for an ask in parts, each with its count
    :ivar low: the mean of what its parts may be worth; ``None`` where nothing is due; :ivar high: likewise
    :ivar responses: the responses that count
    """

    candidate: CandidateId
    ask: AskId
    word: str
    due: bool
    low: Fraction | None
    high: Fraction | None
    responses: tuple[ResponseId, ...]


@frozen(kw_only=True, repr=False)
class Grid(Shown):
    """Candidates by asks; ``to_table`` has a row for each candidate and a column for each ask."""

    candidates: tuple[CandidateId, ...]
    names: tuple[str, ...]
    asks: tuple[AskId, ...]
    cells: tuple[GridCell, ...]
    dataset: Dataset = field(eq=False)

    def cell(self, candidate: str, ask: str) -> GridCell:
        """Give the cell of one candidate and ask by their full ids, or raise :class:`UnknownIdError`."""
        if (candidate, ask) not in self._places:
            near = (*closest(candidate, self.candidates), *closest(ask, self.asks))
            raise UnknownIdError("cell", f"{candidate} x {ask}", near)
        return self._places[candidate, ask]

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], GridCell]:
        return {(cell.candidate, cell.ask): cell for cell in self.cells}

    def to_table(self) -> Table:
        """Give a row for each candidate, with the word of each ask."""
        words = {place: cell.word for place, cell in self._places.items()}
        heads = ("candidate", *column_names(self.asks, "candidate"))
        kinds = dict.fromkeys(heads, ColumnKind.TEXT)
        rows = (
            (name, *(words.get((candidate, ask), NOT_PUT) for ask in self.asks))
            for candidate, name in zip(self.candidates, self.names, strict=True)
        )
        return Table.of(kinds, rows)

    def explain(self) -> str:
        """Say for each candidate and ask, a line each, what the cell holds and in which words."""
        names = dict(zip(self.candidates, self.names, strict=True))
        return "\n".join(
            f"{names[c.candidate]}, {c.ask}: {cited_after(self.dataset, c.word, c.responses)}."
            for c in self.cells
        )


def grid_of(
    dataset: Dataset,
    candidates: tuple[tuple[CandidateId, str], ...],
    asks: tuple[AskId, ...],
    cells: Iterable[tuple[Cell, Valued | None]],
) -> Grid:
    """Lay cells out by candidate and ask; cells that are not due have no value."""
    held: dict[tuple[CandidateId, AskId], list[tuple[Cell, Valued | None]]] = {}
    for cell, valued in cells:
        held.setdefault((cell.candidate, cell.ask), []).append((cell, valued))
    made = tuple(_grid_cell(who, ask, found) for (who, ask), found in held.items())
    return Grid(
        candidates=tuple(candidate for candidate, _ in candidates),
        names=tuple(name for _, name in candidates),
        asks=asks,
        cells=made,
        dataset=dataset,
    )


def _grid_cell(
    candidate: CandidateId, ask: AskId, found: list[tuple[Cell, Valued | None]]
) -> GridCell:
    worth = [valued for _, valued in found if valued is not None]
    verdicts = [valued.verdict if valued else None for _, valued in found]
    words = [cell_word(cell, held) for (cell, _), held in zip(found, verdicts, strict=True)]
    responses = [r for held in verdicts if held is not None for r in held.responses]
    return GridCell(
        candidate=candidate,
        ask=ask,
        word=_word(words),
        due=bool(worth),
        low=sum((v.low for v in worth), Fraction(0)) / len(worth) if worth else None,
        high=sum((v.high for v in worth), Fraction(0)) / len(worth) if worth else None,
        responses=tuple(dict.fromkeys(responses)),
    )


def _word(words: list[str]) -> str:
    """Join the words of an ask's parts: one word where all agree, else each with its count."""
    counted = Counter(words)
    if len(counted) == 1:
        return words[0]
    return (
        ", ".join(f"{times} {word}" for word, times in counted.items()) + f" of {len(words)} parts"
    )
