"""What a cell is worth by a rubric: a range in [0, 1] and a weight."""

import math
from collections.abc import Iterable
from fractions import Fraction

from attrs import field, frozen

from civicpledge.errors import Fault, RubricError, did_you_mean, raise_faults
from civicpledge.model.cells import Cell
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import FIRMEST_SPECIFICITY, Finding, Qualification, Stance
from civicpledge.model.ids import AskId, ThemeId
from civicpledge.scoring.rubric import Alternatives, MissingPolicy, Rubric
from civicpledge.scoring.settling import Coders, Settled, Verdict, sole_finding, verdict_of

Range = tuple[Fraction, Fraction]
"""The least and the most that something may be worth."""

NOTHING, ALL = Fraction(0), Fraction(1)
ANYTHING: Range = (NOTHING, ALL)
_NEUTRAL = Fraction(1, 2)


def hull(ranges: Iterable[Range]) -> Range:
    """
    Give the smallest range that holds all *ranges*.

    >>> hull([(Fraction(0), Fraction(1, 4)), (Fraction(1, 2), Fraction(1, 2))])
    (Fraction(0, 1), Fraction(1, 2))
    """
    held = list(ranges)
    return min(low for low, _ in held), max(high for _, high in held)


def _bonus(rubric: Rubric, finding: Finding) -> Range:
    if finding.specificity is None:
        return NOTHING, rubric.specificity_bonus
    share = rubric.specificity_bonus * Fraction(finding.specificity, FIRMEST_SPECIFICITY)
    return share, share


def _with_bonus(rubric: Rubric, finding: Finding, points: Fraction) -> Range:
    if not points or not rubric.specificity_bonus:
        return points, points
    least, most = _bonus(rubric, finding)
    return min(ALL, points + least), min(ALL, points + most)


def _alternative_range(rubric: Rubric, stance: Stance) -> Range:
    if stance is Stance.UNCLEAR:
        return ANYTHING
    if stance is Stance.QUALIFIED:
        return hull((p, p) for p in (rubric.points(stance, q) for q in Qualification))
    points = rubric.points(stance)
    return points, points


def finding_range(rubric: Rubric, finding: Finding) -> Range:
    """Give what one finding is worth: the points of its stance, or anything where it abstains."""
    if finding.stance is Stance.UNCLEAR:
        return ANYTHING
    points = rubric.points(finding.stance, finding.qualification)
    own = _with_bonus(rubric, finding, points)
    if rubric.alternatives is Alternatives.IGNORE:
        return own
    return hull([own, *(_alternative_range(rubric, other) for other in finding.alternatives)])


def _settled_range(rubric: Rubric, settled: Settled) -> Range:
    if not settled.codings:
        return ANYTHING
    return hull(finding_range(rubric, coding.finding) for coding in settled.codings)


def verdict_range(rubric: Rubric, verdict: Verdict) -> Range:
    """
    Give what a cell's words are worth.

    Of one document the firmest words count; over several occasions the range spans them all.
    """
    spans = []
    for occasion in verdict.occasions:
        ranges = [_settled_range(rubric, settled) for settled in occasion]
        spans.append((max(low for low, _ in ranges), max(high for _, high in ranges)))
    return hull(spans)


@frozen
class Worth:
    """
    What a cell may be worth and what it weighs; cells alike share one.

    :ivar sums: the weight, and the two ends times it, in whole numbers over their common *denominator*,
        which sum faster than fractions do
    """

    low: Fraction
    high: Fraction
    weight: Fraction
    denominator: int
    sums: tuple[int, int, int]

    @classmethod
    def of(cls, ends: Range, weight: Fraction) -> "Worth":
        """Work the products out."""
        products = (weight, weight * ends[0], weight * ends[1])
        common = math.lcm(*(product.denominator for product in products))
        whole, low, high = (p.numerator * (common // p.denominator) for p in products)
        return cls(*ends, weight, common, (whole, low, high))


@frozen(kw_only=True)
class Valued:
    """
    One due cell, what it is held to mean, what it may be worth, and its weight.

    :ivar coders: whose codings count
    :ivar stance: the decided stance; ``None`` for no words, words not coded, coders split or abstaining
    """

    cell: Cell
    theme: ThemeId | None
    coders: Coders
    stance: Stance | None
    worth: Worth

    @property
    def verdict(self) -> Verdict | None:
        """What the words are held to mean; ``None`` where there are none."""
        return verdict_of(self.cell, coders=self.coders)

    @property
    def low(self) -> Fraction:
        """The least the cell may be worth, in [0, 1]."""
        return self.worth.low

    @property
    def high(self) -> Fraction:
        """The most the cell may be worth, in [0, 1]."""
        return self.worth.high

    @property
    def weight(self) -> Fraction:
        """Its weight; 0 where the missing policy leaves the cell out."""
        return self.worth.weight


@frozen(eq=False)
class Valuer:
    """Values cells of one dataset by one rubric; what many cells share is worked out once."""

    dataset: Dataset
    rubric: Rubric
    coders: Coders = None
    _asks: dict[AskId, tuple[Fraction, ThemeId | None]] = field(factory=dict, init=False)
    _worths: dict[object, Worth] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        """Refuse weights for asks and themes that are not there."""
        asks = {ask.id for ask in self.dataset.asks}
        themes = {theme.id for theme in self.dataset.themes}
        faults = [
            *_unknown("ask_weights", "ask", self.rubric.ask_weights, asks),
            *_unknown("theme_weights", "theme", self.rubric.theme_weights, themes),
        ]
        raise_faults(RubricError, "rubric", faults)

    def value(self, cell: Cell) -> Valued:
        """Value a cell that is due."""
        finding = sole_finding(cell, self.coders)
        if finding is None:
            stance, worth = self._settled(cell)
        else:
            stance, worth = finding.stance, self._shared_worth(cell, finding)
        return Valued(
            cell=cell,
            theme=self._shared(cell.ask)[1],
            coders=self.coders,
            stance=None if stance is Stance.UNCLEAR else stance,
            worth=worth,
        )

    def _settled(self, cell: Cell) -> tuple[Stance | None, Worth]:
        """Give the stance and the worth of words that have no single coding."""
        verdict = verdict_of(cell, coders=self.coders)
        if verdict is None:
            return None, self._shared_worth(cell, None)
        ends = verdict_range(self.rubric, verdict)
        return verdict.stance, Worth.of(ends, self._weight(cell))

    def _shared_worth(self, cell: Cell, finding: Finding | None) -> Worth:
        """Give the worth of a missing answer or of a finding; those of cells alike are worked out once."""
        key = (cell.ask, cell.power, finding and _worth_key(finding))
        worth = self._worths.get(key)
        if worth is None:
            worth = self._worths[key] = self._worked_out(cell, finding)
        return worth

    def _worked_out(self, cell: Cell, finding: Finding | None) -> Worth:
        if finding is not None:
            return Worth.of(finding_range(self.rubric, finding), self._weight(cell))
        left_out = self.rubric.missing is MissingPolicy.EXCLUDE
        return Worth.of(self._missing_range(), NOTHING if left_out else self._weight(cell))

    def ask_weight(self, ask: AskId) -> Fraction:
        """Give the weight of each scored part of an ask, or of the ask itself, powers left aside."""
        return self._shared(ask)[0]

    def _missing_range(self) -> Range:
        match self.rubric.missing:
            case MissingPolicy.AS_NOTHING:
                return NOTHING, NOTHING
            case MissingPolicy.NEUTRAL:
                return _NEUTRAL, _NEUTRAL
        return ANYTHING

    def _weight(self, cell: Cell) -> Fraction:
        return self._shared(cell.ask)[0] * self.rubric.power_weight(cell.power)

    def _shared(self, ask: AskId) -> tuple[Fraction, ThemeId | None]:
        if ask not in self._asks:
            self._asks[ask] = self._of_ask(ask)
        return self._asks[ask]

    def _of_ask(self, ask_id: AskId) -> tuple[Fraction, ThemeId | None]:
        ask = self.dataset.ask(ask_id)
        weight = dict(self.rubric.ask_weights).get(ask.id, ALL)
        of_theme = dict(self.rubric.theme_weights).get(ask.theme or "", ALL)
        return weight * of_theme / max(1, len(ask.limbs)), ask.theme


def _worth_key(finding: Finding) -> tuple[object, ...]:
    """Give all of a finding that its worth hangs on."""
    return (finding.stance, finding.qualification, finding.specificity, finding.alternatives)


def _unknown(
    collection: str, kind: str, weights: Iterable[tuple[str, Fraction]], known: Iterable[str]
) -> list[Fault]:
    held = set(known)
    return [
        Fault(
            f"{collection}[{name!r}]",
            f"names no {kind} of the dataset{did_you_mean(name, sorted(held))}",
        )
        for name, _ in weights
        if name not in held
    ]
