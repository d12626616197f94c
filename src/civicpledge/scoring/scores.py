"""A candidate's score: an interval, what it rests on, and the parts that sum to it."""

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import field, frozen

from civicpledge.model.asks import Power
from civicpledge.model.cells import Absent, Cell
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Stance
from civicpledge.model.ids import AskId, CandidateId, PartId, ResponseId, ThemeId
from civicpledge.model.responses import Absence
from civicpledge.scoring.grid import cell_word
from civicpledge.scoring.naming import cited_after, response_place
from civicpledge.scoring.valuing import NOTHING, Valued
from civicpledge.table import ColumnKind, Shown, Table

# Of an ask whose parts lack words for several reasons, the one that says most stands for it.
_TELLING = (
    Absence.DECLINED,
    Absence.NO_REPLY,
    Absence.UNATTRIBUTED,
    Absence.NOT_RECORDED,
    Absence.NOT_ASKED,
    Absence.OUT_OF_REMIT,
)


@frozen(kw_only=True)
class Contribution:
    """
    What one cell adds to a score.

    :ivar share: the cell's part of all weights that count; shares sum to 1
    :ivar low: what it adds to the score's low end, so that these sum to it exactly; :ivar high: likewise
    :ivar weight: what the cell weighs by the rubric, power included; :ivar word: as the grid says it
    :ivar stance: the decided stance, if any; :ivar absence: why there are no words, if there are none
    :ivar responses: the responses that count
    """

    candidate: CandidateId
    ask: AskId
    part: PartId | None
    theme: ThemeId | None
    power: Power
    weight: Fraction
    word: str
    share: Fraction
    low: Fraction
    high: Fraction
    stance: Stance | None
    absence: Absence | None
    responses: tuple[ResponseId, ...]


def _contribution(valued: Valued, total: Fraction) -> Contribution:
    share = valued.weight / total if total else NOTHING
    verdict = valued.verdict
    return Contribution(
        candidate=valued.cell.candidate,
        ask=valued.cell.ask,
        part=valued.cell.part,
        theme=valued.theme,
        power=valued.cell.power,
        weight=valued.weight,
        word=cell_word(valued.cell, verdict),
        share=share,
        low=share * valued.low,
        high=share * valued.high,
        stance=valued.stance,
        absence=valued.cell.absence,
        responses=verdict.responses if verdict else (),
    )


@frozen(kw_only=True)
class Tally:
    """
    Weighted means over valued cells.

    :ivar low: ``None`` where nothing weighs anything; :ivar high: likewise
    :ivar of_answered: the mean over the cells with a decided stance alone; ``None`` where there is none
    :ivar weight: the sum of the weights
    :ivar due: asks; :ivar answered: asks with words; :ivar coded: asks all of whose words have a decided
        stance
    """

    low: Fraction | None
    high: Fraction | None
    of_answered: Fraction | None
    weight: Fraction
    due: int
    answered: int
    coded: int


def tally(valued: Iterable[Valued]) -> Tally:
    """Sum valued cells exactly; the order makes no difference."""
    held = tuple(valued)
    weight, low, high, coded_weight, coded, common = _sums(held)
    due, answered, decided = _counts(held)
    return Tally(
        low=Fraction(low, weight) if weight else None,
        high=Fraction(high, weight) if weight else None,
        of_answered=Fraction(coded, 2 * coded_weight) if coded_weight else None,
        weight=Fraction(weight, common),
        due=due,
        answered=answered,
        coded=decided,
    )


def _sums(valued: Iterable[Valued]) -> tuple[int, int, int, int, int, int]:
    """
    Sum weights, low ends and high ends, then weights and both ends where a stance is decided.

    All in whole numbers over the common denominator, which comes last: those of equal denominators are
    added as they stand, so that no step makes a fraction.
    """
    parts: dict[int, list[int]] = {}
    for one in valued:
        worth = one.worth
        weight, low, high = worth.sums
        part = parts.setdefault(worth.denominator, [0, 0, 0, 0, 0])
        part[0] += weight
        part[1] += low
        part[2] += high
        if one.stance is not None:
            part[3] += weight
            part[4] += low + high
    common = math.lcm(*parts)
    scaled = [[number * (common // d) for number in part] for d, part in parts.items()]
    a, b, c, d, e = (sum(column) for column in zip(*scaled, strict=True)) if scaled else [0] * 5
    return a, b, c, d, e, common


def _counts(valued: tuple[Valued, ...]) -> tuple[int, int, int]:
    """Count the asks that are due, that have words, and all of whose words have a decided stance."""
    whole = [one for one in valued if one.cell.part is None]
    answered = sum(one.cell.answered for one in whole)
    coded = sum(one.stance is not None for one in whole)
    in_parts: dict[tuple[CandidateId, AskId], list[Valued]] = {}
    for one in valued:
        if one.cell.part is not None:
            in_parts.setdefault((one.cell.candidate, one.cell.ask), []).append(one)
    for parts in in_parts.values():
        spoken = [one.stance for one in parts if one.cell.answered]
        answered += bool(spoken)
        coded += bool(spoken) and None not in spoken
    return len(whole) + len(in_parts), answered, coded


@frozen(kw_only=True, repr=False)
class Score(Shown):
    """
    How far a candidate is committed to what was asked of them, between two ends.

    :ivar name: what the candidate is called in tables and sentences
    :ivar low: the score if every missing answer were worth nothing, in [0, 1]; ``None`` if nothing can be
        scored; :ivar high: if every missing answer were worth all
    :ivar of_answered: the mean over answers with a decided stance alone; never to be shown by itself
    :ivar due: how many asks were put to the candidate that the office can do something about
    :ivar answered: how many of these have words; :ivar coded: how many a decided stance
    :ivar reason: why there is no score, where there is none
    :ivar valued: the due cells with their worth and weight; :ivar not_due: the other cells
    :ivar weight: the sum of the weights; :ivar rubric_id: of the rubric it was made with
    :ivar dataset: what was scored, which is asked where words are printed
    """

    candidate: CandidateId
    name: str
    low: Fraction | None
    high: Fraction | None
    of_answered: Fraction | None
    due: int
    answered: int
    coded: int
    reason: str | None
    valued: tuple[Valued, ...]
    not_due: tuple[Cell, ...]
    weight: Fraction
    rubric_id: str
    dataset: Dataset = field(eq=False)

    def cells(self) -> Iterator[tuple[Cell, Valued | None]]:
        """Give every cell, the due ones with their worth, the others with ``None``."""
        yield from ((one.cell, one) for one in self.valued)
        yield from ((cell, None) for cell in self.not_due)

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """What each due cell adds; the lows sum to ``low`` and the highs to ``high``, exactly."""
        return tuple(_contribution(one, self.weight) for one in self.valued)

    @property
    def absences(self) -> dict[Absence, int]:
        """How many asks have no words at all, by the reason, asks that were not due included."""
        reasons = _absent_asks((*(v.cell for v in self.valued), *self.not_due))
        counted: dict[Absence, int] = {}
        for reason in sorted(reasons, key=_TELLING.index):
            counted[reason] = counted.get(reason, 0) + 1
        return counted

    @property
    def unattributed(self) -> tuple[ResponseId, ...]:
        """Printed words that may be this candidate's; they change no bound."""
        absent = [v.cell.content for v in self.valued if isinstance(v.cell.content, Absent)]
        return tuple(dict.fromkeys(r for content in absent for r in content.possible))

    def to_table(self) -> Table:
        """Give a row for each contribution."""
        rows = (_contribution_row(self.dataset, one) for one in self.contributions)
        return Table.of(_CONTRIBUTION_COLUMNS, rows)

    def explain(self) -> str:
        """Say what the score is, then for each cell, a line each, what it adds and in which words."""
        lines = [_contribution_sentence(self.dataset, one) for one in self.contributions]
        return "\n".join([" ".join(_sentences(self)), *lines])


def _absent_asks(cells: Iterable[Cell]) -> Iterator[Absence]:
    """Give the reason of every ask that has no words, by the most telling of its parts'."""
    reasons: dict[AskId, list[Absence | None]] = {}
    for cell in cells:
        reasons.setdefault(cell.ask, []).append(cell.absence)
    for found in reasons.values():
        absent = [reason for reason in found if reason is not None]
        if len(absent) == len(found):
            yield min(absent, key=_TELLING.index)


_CONTRIBUTION_COLUMNS = {
    "ask": ColumnKind.TEXT,
    "part": ColumnKind.TEXT,
    "theme": ColumnKind.TEXT,
    "power": ColumnKind.TEXT,
    "weight": ColumnKind.NUMBER,
    "held to be": ColumnKind.TEXT,
    "share": ColumnKind.NUMBER,
    "low": ColumnKind.NUMBER,
    "high": ColumnKind.NUMBER,
    "responses": ColumnKind.TEXT,
    "printed in": ColumnKind.TEXT,
}


def _contribution_row(dataset: Dataset, one: Contribution) -> tuple[object, ...]:
    held = [dataset.response(response) for response in one.responses]
    printed = "; ".join(response_place(dataset, response) for response in held) or None
    place = (one.ask, one.part, one.theme, one.power, one.weight)
    ends = (one.share, one.low, one.high)
    return (*place, one.word, *ends, ", ".join(one.responses) or None, printed)


def _contribution_sentence(dataset: Dataset, one: Contribution) -> str:
    words = cited_after(dataset, one.word, one.responses)
    adds = f"{float(one.low):.2f}"
    if one.low != one.high:
        adds = f"{adds} to {float(one.high):.2f}"
    return f"{one.part or one.ask}: {words}, adds {adds} of at most {float(one.share):.2f}."


def _sentences(score: Score) -> Iterator[str]:
    if score.low is None or score.high is None:
        yield f"{score.name} has no score: {score.reason}."
    elif score.low == score.high:
        yield f"{score.name} scores {float(score.low):.2f} of 1."
    else:
        ends = f"{float(score.low):.2f} and {float(score.high):.2f}"
        yield f"{score.name} scores between {ends} of 1."
    yield (
        f"Of {score.due} {'ask' if score.due == 1 else 'asks'} due, {score.answered} "
        f"{'has' if score.answered == 1 else 'have'} words and {score.coded} a decided stance."
    )
    for reason, times in score.absences.items():
        yield f"{reason.replace('_', ' ').capitalize()}: {times}."
    if score.unattributed:
        yield f"Words that may be theirs and count for nothing: {', '.join(score.unattributed)}."


def score_of(
    dataset: Dataset,
    who: tuple[CandidateId, str],
    valued: tuple[Valued, ...],
    not_due: tuple[Cell, ...],
    rubric_id: str,
) -> Score:
    """Make the score of one candidate, by id and name, from the cells that are due and the rest."""
    sums = tally(valued)
    return Score(
        candidate=who[0],
        name=who[1],
        low=sums.low,
        high=sums.high,
        of_answered=sums.of_answered,
        due=sums.due,
        answered=sums.answered,
        coded=sums.coded,
        reason=_reason(sums),
        valued=valued,
        not_due=not_due,
        weight=sums.weight,
        rubric_id=rubric_id,
        dataset=dataset,
    )


def _reason(sums: Tally) -> str | None:
    """Say why there is no score, where there is none."""
    if sums.low is not None:
        return None
    if not sums.due:
        return "no ask was put to the candidate that the office can do something about"
    if not sums.answered:
        return "there is no answer, and missing ones weigh nothing in the rubric"
    return "every ask that counts weighs nothing in the rubric"
