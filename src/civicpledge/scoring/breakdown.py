"""Scores of groups: by candidate, ask, theme, office, party, source, year, or several of these."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import cached_property

from attrs import field, frozen

from civicpledge.errors import UnknownIdError, closest
from civicpledge.model.dataset import Dataset
from civicpledge.model.ids import ResponseId
from civicpledge.model.people import Candidate
from civicpledge.scoring.naming import cited_after
from civicpledge.scoring.scores import Tally, tally
from civicpledge.scoring.valuing import NOTHING, Valued
from civicpledge.table import ColumnKind, Shown, Table


@frozen(kw_only=True)
class GroupScore:
    """
    The score of one group of cells.

    :ivar key: what the group is, one label for each dimension
    :ivar share: the group's part of all weights; share x low over all groups sums to the whole's low
    :ivar responses: the responses that count
    """

    key: tuple[str, ...]
    share: Fraction
    tally: Tally
    responses: tuple[ResponseId, ...]

    @property
    def low(self) -> Fraction | None:
        """The weighted mean of the low ends; ``None`` where nothing weighs anything."""
        return self.tally.low

    @property
    def high(self) -> Fraction | None:
        """The weighted mean of the high ends; ``None`` where nothing weighs anything."""
        return self.tally.high


@frozen(kw_only=True, repr=False)
class Breakdown(Shown):
    """
    Scores by groups, with the same weights as the whole.

    :ivar dimensions: what it is by: ``("candidate", "theme")``
    :ivar whole: all groups together
    """

    dimensions: tuple[str, ...]
    groups: tuple[GroupScore, ...]
    whole: Tally
    rubric_id: str
    dataset: Dataset = field(eq=False)

    def __getitem__(self, key: str | tuple[str, ...]) -> GroupScore:
        """Give the group of this key, or raise :class:`UnknownIdError`."""
        wanted = (key,) if isinstance(key, str) else tuple(key)
        if wanted not in self._by_key:
            known = [" ".join(known) for known in self._by_key]
            told = " ".join(wanted)
            raise UnknownIdError(" and ".join(self.dimensions), told, closest(told, known))
        return self._by_key[wanted]

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, ...], GroupScore]:
        return {group.key: group for group in self.groups}

    def to_table(self) -> Table:
        """Give a row for each group."""
        labels = dict.fromkeys(self.dimensions, ColumnKind.TEXT)
        return Table.of({**labels, **_COLUMNS}, map(_row, self.groups))

    def explain(self) -> str:
        """Say for each group, a line each, what it scores, what it weighs and in which words."""
        return "\n".join(_sentence(self.dataset, group) for group in self.groups)


_COLUMNS = {
    "low": ColumnKind.NUMBER,
    "high": ColumnKind.NUMBER,
    "of answered": ColumnKind.NUMBER,
    "answered": ColumnKind.INTEGER,
    "coded": ColumnKind.INTEGER,
    "due": ColumnKind.INTEGER,
    "share": ColumnKind.NUMBER,
}


def _row(group: GroupScore) -> tuple[object, ...]:
    t = group.tally
    return (*group.key, t.low, t.high, t.of_answered, t.answered, t.coded, t.due, group.share)


def _sentence(dataset: Dataset, group: GroupScore) -> str:
    t = group.tally
    ends = "no score" if t.low is None or t.high is None else f"{float(t.low):.2f}"
    if t.high is not None and t.low != t.high:
        ends = f"{ends} to {float(t.high):.2f}"
    asks = f"{t.due} due, {t.answered} with words, {t.coded} with a decided stance"
    said = cited_after(dataset, f"{float(group.share):.2f} of all weight", group.responses)
    return f"{', '.join(group.key)}: {ends}; {asks}; {said}."


Labeller = Callable[[Dataset, Candidate, Valued], str]


def _party(_: Dataset, candidate: Candidate, __: Valued) -> str:
    return " + ".join(sorted(candidate.party)) or "no party recorded"


def _source(_: Dataset, __: Candidate, valued: Valued) -> str:
    settled = valued.verdict.settled if valued.verdict else ()
    sources = sorted({source for one in settled for source in one.response.sources})
    return " + ".join(sources) or "no words"


def _year(dataset: Dataset, candidate: Candidate, valued: Valued) -> str:
    held = dataset.round(dataset.ask(valued.cell.ask).round).date
    date = held or dataset.contest(candidate.contest).date
    return str(date.year) if date else "undated"


DIMENSIONS: Mapping[str, Labeller] = {
    "candidate": lambda _, candidate, __: candidate.id,
    "contest": lambda _, candidate, __: candidate.contest,
    "office": lambda dataset, candidate, _: dataset.contest(candidate.contest).office,
    "party": _party,
    "ask": lambda _, __, valued: valued.cell.ask,
    "theme": lambda _, __, valued: valued.theme or "no theme",
    "source": _source,
    "year": _year,
}
"""What cells can be grouped by. A joint party is one label of its own; a year is the round's, else the
contest's; a cell without words has no source."""


def breakdown(
    dataset: Dataset, valued: Iterable[Valued], dimensions: tuple[str, ...], rubric_id: str
) -> Breakdown:
    """
    Group *valued* cells by *dimensions* and score each group.

    :raises UnknownIdError: if there is no such dimension
    """
    labellers = [_labeller(name) for name in dimensions]
    held = list(valued)
    grouped: dict[tuple[str, ...], list[Valued]] = {}
    for one in held:
        candidate = dataset.candidate(one.cell.candidate)
        key = tuple(label(dataset, candidate, one) for label in labellers)
        grouped.setdefault(key, []).append(one)
    whole = tally(held)
    groups = tuple(_group(key, grouped[key], whole) for key in sorted(grouped))
    return Breakdown(
        dimensions=dimensions, groups=groups, whole=whole, rubric_id=rubric_id, dataset=dataset
    )


def _labeller(name: str) -> Labeller:
    if name not in DIMENSIONS:
        raise UnknownIdError("dimension", name, tuple(DIMENSIONS))
    return DIMENSIONS[name]


def _group(key: tuple[str, ...], valued: list[Valued], whole: Tally) -> GroupScore:
    sums = tally(valued)
    share = sums.weight / whole.weight if whole.weight else NOTHING
    verdicts = (one.verdict for one in valued)
    responses = dict.fromkeys(r for held in verdicts if held for r in held.responses)
    return GroupScore(key=key, share=share, tally=sums, responses=tuple(responses))
