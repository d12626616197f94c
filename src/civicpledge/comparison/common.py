"""Asks on which all are committed, and asks that divide."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from attrs import frozen

from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Stance
from civicpledge.model.ids import AskId, CandidateId, PartId, ResponseId, natural_key
from civicpledge.scoring.grid import cell_word
from civicpledge.scoring.naming import cited_after, names_of
from civicpledge.scoring.rubric import DEFAULT_RUBRIC, Rubric
from civicpledge.scoring.valuing import Valued, Valuer
from civicpledge.table import ColumnKind, Shown, Table


@frozen(kw_only=True)
class Camp:
    """Candidates whose cells of one ask have the same word, with the responses it rests on."""

    word: str
    candidates: tuple[CandidateId, ...]
    responses: tuple[ResponseId, ...]


@frozen(kw_only=True)
class AskStands:
    """
    Where all to whom one ask or part is due stand on it.

    :ivar due: how many it is due to; :ivar coded: how many have a decided stance
    :ivar committed: how many are committed
    :ivar gap: by how much the firmest stand is certainly above the least firm, in [0, 1]; 0 for none
    :ivar camps: the stands, firmest first, then what is undecided or missing
    """

    ask: AskId
    part: PartId | None
    title: str
    due: int
    coded: int
    committed: int
    gap: Fraction
    camps: tuple[Camp, ...]

    @property
    def complete(self) -> bool:
        """Whether all to whom it is due are committed."""
        return self.committed == self.due

    @property
    def coverage(self) -> Fraction:
        """The share of those due who have a decided stance."""
        return Fraction(self.coded, self.due)


@frozen(kw_only=True, repr=False)
class _AskList(Shown):
    """Asks with everybody's stands."""

    dataset: Dataset
    asks: tuple[AskStands, ...]

    def __len__(self) -> int:
        """Count the asks and parts."""
        return len(self.asks)

    def __iter__(self) -> Iterator[AskStands]:
        """Give the asks and parts one by one."""
        return iter(self.asks)

    def to_table(self) -> Table:
        """Give a row for each ask or part."""
        names = names_of(self.dataset)
        return Table.of(_COLUMNS, (_row(ask, names) for ask in self.asks))

    def explain(self) -> str:
        """Say for each ask, a line each, who stands where, in which responses."""
        names = names_of(self.dataset)
        return "\n".join(_sentence(self.dataset, ask, names) for ask in self.asks)


class CommonGround(_AskList):
    """
    Asks on which nobody is known to be less than committed.

    ``complete`` asks have a commitment of everybody they are due to; on the rest somebody's stand is open.
    """

    __slots__ = ()

    @property
    def complete(self) -> tuple[AskStands, ...]:
        """The asks on which all who are due are committed."""
        return tuple(ask for ask in self.asks if ask.complete)


class Divides(_AskList):
    """Asks on which somebody is certainly firmer than somebody else, the widest gap first."""

    __slots__ = ()


_COLUMNS = {
    "ask": ColumnKind.TEXT,
    "part": ColumnKind.TEXT,
    "title": ColumnKind.TEXT,
    "committed": ColumnKind.INTEGER,
    "coded": ColumnKind.INTEGER,
    "due": ColumnKind.INTEGER,
    "gap": ColumnKind.NUMBER,
    "stands": ColumnKind.TEXT,
}


def _row(ask: AskStands, names: Mapping[CandidateId, str]) -> tuple[object, ...]:
    stands = "; ".join(f"{camp.word}: {_called(camp, names)}" for camp in ask.camps)
    counts = (ask.committed, ask.coded, ask.due, ask.gap)
    return (ask.ask, ask.part, ask.title, *counts, stands)


def _called(camp: Camp, names: Mapping[CandidateId, str]) -> str:
    return ", ".join(names[candidate] for candidate in camp.candidates)


def _sentence(dataset: Dataset, ask: AskStands, names: Mapping[CandidateId, str]) -> str:
    camps = [
        cited_after(dataset, f"{_called(camp, names)} {camp.word}", camp.responses)
        for camp in ask.camps
    ]
    of = f"{ask.committed} of {ask.due} are committed, {ask.coded} have a decided stance"
    return f"{ask.part or ask.ask}, {ask.title}: {of}. {'; '.join(camps)}."


_ORDER = {str(stance): place for place, stance in enumerate(Stance)}


def _camps(found: list[Valued]) -> tuple[Camp, ...]:
    words: dict[str, list[Valued]] = {}
    for one in found:
        words.setdefault(cell_word(one.cell, one.verdict), []).append(one)
    ordered = sorted(words, key=lambda word: (_ORDER.get(word.split(":")[0], len(_ORDER)), word))
    return tuple(_camp(word, words[word]) for word in ordered)


def _camp(word: str, found: list[Valued]) -> Camp:
    responses = [r for one in found if one.verdict for r in one.verdict.responses]
    candidates = tuple(one.cell.candidate for one in found)
    return Camp(word=word, candidates=candidates, responses=tuple(dict.fromkeys(responses)))


def _stands(dataset: Dataset, found: list[Valued]) -> AskStands:
    cell = found[0].cell
    ask = dataset.ask(cell.ask)
    decided = [one for one in found if one.stance is not None]
    gap = max(one.low for one in found) - min(one.high for one in found)
    return AskStands(
        ask=cell.ask,
        part=cell.part,
        title=next((p.text for p in ask.parts if p.id == cell.part), ask.title),
        due=len(found),
        coded=len(decided),
        committed=sum(one.stance is Stance.COMMITTED for one in decided),
        gap=max(Fraction(0), gap),
        camps=_camps(found),
    )


def _all_stands(
    dataset: Dataset, rubric: Rubric, sources: str | Iterable[str] | None
) -> Iterator[AskStands]:
    """Give the stands on each ask or part that is due to two or more."""
    valuer = Valuer(dataset, rubric)
    held: dict[tuple[AskId, PartId | None], list[Valued]] = {}
    for cell in dataset.cells(sources=sources):
        if cell.due:
            held.setdefault((cell.ask, cell.part), []).append(valuer.value(cell))
    for key in sorted(held, key=lambda key: (natural_key(key[0]), natural_key(key[1] or ""))):
        if len(held[key]) > 1:
            yield _stands(dataset, held[key])


def common_ground(dataset: Dataset, *, sources: str | Iterable[str] | None = None) -> CommonGround:
    """
    Give the asks, due to two or more, on which nobody is known to be less than committed.

    At least one must be; ``complete`` tells those on which all who are due are committed from those where
    somebody's stand is open, and ``coverage`` says how open. Coders who are split between stances that all
    fall short of a commitment leave nothing open: that ask is none.
    """
    found = _all_stands(dataset, DEFAULT_RUBRIC, sources)
    asks = tuple(
        ask for ask in found if ask.committed and ask.committed == ask.coded and not ask.gap
    )
    return CommonGround(dataset=dataset, asks=asks)


def divides(
    dataset: Dataset, *, rubric: Rubric = DEFAULT_RUBRIC, sources: str | Iterable[str] | None = None
) -> Divides:
    """
    Give the asks on which somebody is certainly firmer than somebody else, the widest gap first.

    Certainly: whatever the missing answers would have been and whatever coders disagree on.
    """
    found = [ask for ask in _all_stands(dataset, rubric, sources) if ask.gap > 0]
    return Divides(dataset=dataset, asks=tuple(sorted(found, key=lambda ask: -ask.gap)))
