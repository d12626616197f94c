"""Candidates side by side, ask by ask, with the words, and how close they are."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations

from attrs import frozen

from civicpledge.comparison.choosing import chosen_candidate
from civicpledge.comparison.figures import quantity_words
from civicpledge.comparison.stands import figures_of
from civicpledge.errors import ComparisonError, UnknownIdError, fail
from civicpledge.model.cells import Cell
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Qualification, Quantity, Stance
from civicpledge.model.ids import AskId, CandidateId, PartId, ResponseId, natural_key, several
from civicpledge.scoring.grid import NOT_PUT, cell_word
from civicpledge.scoring.naming import (
    cited_after,
    column_names,
    names_of,
    response_place,
    shortened,
)
from civicpledge.scoring.rubric import DEFAULT_RUBRIC, MissingPolicy, Rubric
from civicpledge.scoring.valuing import ANYTHING, NOTHING, Range, Valuer
from civicpledge.table import ColumnKind, Shown, Table


@frozen(kw_only=True)
class Stand:
    """
    Where one candidate stands on one ask or part.

    :ivar word: the stance, or why there are no words
    :ivar due: whether an answer was due; where not, the candidate could not be asked, or was not
    :ivar low: the least the words may be worth, powers left aside; :ivar high: the most
    :ivar quantities: the figures of the codings that decide
    """

    candidate: CandidateId
    word: str
    due: bool
    answered: bool
    stance: Stance | None
    qualification: Qualification | None
    low: Fraction
    high: Fraction
    quantities: tuple[Quantity, ...]
    responses: tuple[ResponseId, ...]


@frozen(kw_only=True)
class Compared:
    """
    One ask or part, with everybody's stand in the order of the comparison.

    :ivar common: whether it was due to all; only such asks count
    :ivar weight: the rubric's weight of the ask, powers left aside
    """

    ask: AskId
    part: PartId | None
    title: str
    weight: Fraction
    common: bool
    stands: tuple[Stand, ...]


@frozen(kw_only=True)
class Closeness:
    """
    How close two candidates are, in [0, 1]: the weighted mean of 1 - |difference| over common asks.

    :ivar low: the least it may be, given what is missing; ``None`` with a *reason* if nothing is common
    :ivar high: the most it may be
    :ivar asks: how many asks or parts it rests on; :ivar answered: on how many both have words
    """

    a: CandidateId
    b: CandidateId
    low: Fraction | None
    high: Fraction | None
    asks: int
    answered: int
    reason: str | None


@frozen(kw_only=True, repr=False)
class Comparison(Shown):
    """Two or more candidates, ask by ask, with their words and their pairwise closeness."""

    dataset: Dataset
    candidates: tuple[CandidateId, ...]
    asks: tuple[Compared, ...]
    pairs: tuple[Closeness, ...]
    rubric_id: str

    @property
    def closeness(self) -> Closeness:
        """
        The closeness of the two candidates compared.

        :raises ComparisonError: if there are more; use ``pairs``, ``between`` or ``matrix``
        """
        if len(self.pairs) != 1:
            count = len(self.candidates)
            fail(ComparisonError, "comparison", "closeness", f"is of two, not {count}; use between")
        return self.pairs[0]

    def between(self, a: str, b: str) -> Closeness:
        """Give the closeness of two of the candidates, in either order, or raise UnknownIdError."""
        wanted = {self.dataset.candidate(a).id, self.dataset.candidate(b).id}
        for pair in self.pairs:
            if {pair.a, pair.b} == wanted:
                return pair
        raise UnknownIdError("pair compared", f"{a} and {b}")

    def _named(self) -> list[str]:
        names = names_of(self.dataset)
        return [names[candidate] for candidate in self.candidates]

    def to_table(self) -> Table:
        """Give a row for each ask, with the word of each candidate and whether all were asked."""
        first, last = ("ask", "part", "title"), "due to all"
        names = column_names(self._named(), *first, last)
        kinds = {**dict.fromkeys((*first, *names), ColumnKind.TEXT), last: ColumnKind.BOOLEAN}
        rows = (
            (c.ask, c.part, c.title, *(stand.word for stand in c.stands), c.common)
            for c in self.asks
        )
        return Table.of(kinds, rows)

    def words(self) -> Table:
        """Give a row for each ask and candidate, with the words as printed, their figures and places."""
        return Table.of(_WORDS, (row for compared in self.asks for row in self._words(compared)))

    def _words(self, compared: Compared) -> Iterator[tuple[object, ...]]:
        for stand in compared.stands:
            said = [self.dataset.response(response) for response in stand.responses]
            words = " / ".join(response.text for response in said) or None
            places = "; ".join(response_place(self.dataset, response) for response in said) or None
            figures = "; ".join(map(quantity_words, stand.quantities)) or None
            name = self.dataset.candidate(stand.candidate).name
            held = (compared.ask, compared.part, name, stand.word, figures)
            yield (*held, words, ", ".join(stand.responses) or None, places)

    def matrix(self) -> Table:
        """Give a row for each pair: closeness with its ends, and what it rests on."""
        names = names_of(self.dataset)
        rows = (
            (names[p.a], names[p.b], p.low, p.high, p.answered, p.asks, p.reason)
            for p in self.pairs
        )
        return Table.of(_MATRIX, rows)

    def explain(self) -> str:
        """Say in plain sentences how close they are, where they differ, and in which words."""
        names = names_of(self.dataset)
        lines = [_pair_sentence(pair, names) for pair in self.pairs]
        left_out = [c for c in self.asks if not c.common]
        if left_out:
            asks = ", ".join(dict.fromkeys(c.ask for c in left_out))
            lines.append(f"Left out, because not due to all: {asks}.")
        lines += [
            _ask_sentence(self.dataset, compared, names)
            for compared in self.asks
            if compared.common
        ]
        return "\n".join(lines)


_WORDS = dict.fromkeys(
    ("ask", "part", "candidate", "held to be", "figures", "words", "responses", "printed in"),
    ColumnKind.TEXT,
)
_MATRIX = {
    "a": ColumnKind.TEXT,
    "b": ColumnKind.TEXT,
    "low": ColumnKind.NUMBER,
    "high": ColumnKind.NUMBER,
    "answered by both": ColumnKind.INTEGER,
    "due to both": ColumnKind.INTEGER,
    "reason": ColumnKind.TEXT,
}


def _pair_sentence(pair: Closeness, names: Mapping[CandidateId, str]) -> str:
    who = f"{names[pair.a]} and {names[pair.b]}"
    if pair.low is None or pair.high is None:
        return f"{who} cannot be compared: {pair.reason}."
    ends = f"{float(pair.low):.2f}"
    if pair.low != pair.high:
        ends = f"between {ends} and {float(pair.high):.2f}"
    return f"{who} are {ends} of 1 close, on {pair.asks} due to both ({pair.answered} answered by both)."


def _ask_sentence(dataset: Dataset, compared: Compared, names: Mapping[CandidateId, str]) -> str:
    stands = "; ".join(
        cited_after(dataset, f"{names[stand.candidate]} {stand.word}", stand.responses)
        for stand in compared.stands
    )
    return f"{compared.part or compared.ask}, {shortened(compared.title)}: {stands}."


def distance_range(a: Range, b: Range) -> Range:
    """
    Give the least and the greatest |difference| of a number in *a* and one in *b*.

    >>> distance_range((Fraction(0), Fraction(1)), (Fraction(1, 4), Fraction(1, 4)))
    (Fraction(0, 1), Fraction(3, 4))
    """
    gap = max(a[0] - b[1], b[0] - a[1], NOTHING)
    return gap, max(a[1] - b[0], b[1] - a[0])


def _stand(cell: Cell, valuer: Valuer) -> Stand:
    valued = valuer.value(cell)
    verdict = valued.verdict
    return Stand(
        candidate=cell.candidate,
        word=cell_word(cell, verdict),
        due=cell.due,
        answered=verdict is not None,
        stance=valued.stance,
        qualification=verdict.qualification if verdict else None,
        low=valued.low,
        high=valued.high,
        quantities=figures_of(verdict),
        responses=verdict.responses if verdict else (),
    )


def _not_put(candidate: CandidateId) -> Stand:
    """Give the stand of a candidate in whose contest an ask was not put."""
    return Stand(
        candidate=candidate,
        word=NOT_PUT,
        due=False,
        answered=False,
        stance=None,
        qualification=None,
        low=ANYTHING[0],
        high=ANYTHING[1],
        quantities=(),
        responses=(),
    )


_Key = tuple[AskId, PartId | None]


def _side_by_side(
    candidates: tuple[CandidateId, ...], valuer: Valuer, sources: tuple[str, ...] | None
) -> Iterator[Compared]:
    held: dict[_Key, dict[CandidateId, Stand]] = {}
    for candidate in candidates:
        for cell in valuer.dataset.cells(candidate, sources=sources):
            held.setdefault((cell.ask, cell.part), {})[candidate] = _stand(cell, valuer)
    for ask, part in sorted(held, key=lambda key: (natural_key(key[0]), natural_key(key[1] or ""))):
        stands = tuple(held[ask, part].get(c) or _not_put(c) for c in candidates)
        yield Compared(
            ask=ask,
            part=part,
            title=_title(valuer.dataset, ask, part),
            weight=valuer.ask_weight(ask),
            common=all(stand.due for stand in stands),
            stands=stands,
        )


def _title(dataset: Dataset, ask_id: AskId, part: PartId | None) -> str:
    ask = dataset.ask(ask_id)
    return next((p.text for p in ask.parts if p.id == part), ask.title)


def _closeness(
    a: int,
    b: int,
    candidates: tuple[CandidateId, ...],
    asks: Iterable[Compared],
    policy: MissingPolicy,
) -> Closeness:
    common = [c for c in asks if c.common]
    pairs = [(c.weight, c.stands[a], c.stands[b]) for c in common]
    both = [(w, x, y) for w, x, y in pairs if x.answered and y.answered]
    counted = both if policy is MissingPolicy.EXCLUDE else pairs
    weight = sum((w for w, _, _ in counted), NOTHING)
    apart = [(w, distance_range((x.low, x.high), (y.low, y.high))) for w, x, y in counted]
    most = sum((w * far for w, (_, far) in apart), NOTHING)
    least = sum((w * near for w, (near, _) in apart), NOTHING)
    return Closeness(
        a=candidates[a],
        b=candidates[b],
        low=1 - most / weight if weight else None,
        high=1 - least / weight if weight else None,
        asks=len(pairs),
        answered=len(both),
        reason=None if weight else _why_not(bool(pairs), bool(counted)),
    )


def _why_not(common: bool, counted: bool) -> str:  # noqa: FBT001 - two facts, no switches
    if not common:
        return "no ask was due to all that are compared"
    if not counted:
        return "no ask was answered by both, and the rubric leaves missing answers out"
    return "every common ask weighs nothing in the rubric"


def compare(
    dataset: Dataset,
    *who: str,
    rubric: Rubric = DEFAULT_RUBRIC,
    sources: str | Iterable[str] | None = None,
) -> Comparison:
    """
    Set two or more candidates side by side, ask by ask.

    Only asks due to all that are compared count for closeness, so that across offices nobody is held to
    what they could not be asked; powers are ignored.

    :param who: ids of candidates or people, or names as written
    :param sources: count only words printed in these sources
    :raises AmbiguousIdError: if a name fits several; its ``options`` list them
    :raises UnknownIdError: if a name fits nobody
    :raises ComparisonError: if these are fewer than two candidates
    """
    chosen = tuple(dict.fromkeys(chosen_candidate(dataset, name).id for name in who))
    if len(chosen) < 2:
        found = chosen[0] if chosen else "nobody"
        fail(ComparisonError, "compare", "who", f"names {found} alone; two or more are compared")
    valuer = Valuer(dataset, rubric)
    named = None if sources is None else several(sources)
    asks = tuple(_side_by_side(chosen, valuer, named))
    places = combinations(range(len(chosen)), 2)
    pairs = tuple(_closeness(a, b, chosen, asks, rubric.missing) for a, b in places)
    return Comparison(
        dataset=dataset, candidates=chosen, asks=asks, pairs=pairs, rubric_id=rubric.id
    )
