"""Agreement between coders: Krippendorff's alpha with an interval, and what they disagree on."""

import math
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import combinations, product
from typing import Final

from attrs import frozen

from civicpledge.coding.intervals import Share
from civicpledge.model.findings import Coding, Stance
from civicpledge.model.ids import ResponseId
from civicpledge.model.responses import Response
from civicpledge.table import ColumnKind, Shown, Table

ORDER: Final = (
    Stance.REFUSED,
    Stance.DEFLECTED,
    Stance.SUPPORTIVE,
    Stance.QUALIFIED,
    Stance.COMMITTED,
)
"""Stances from the least to the most; ``unclear`` is an abstention and is left out."""

Unit = tuple[str, str, str | None]
"""What is coded: a response, an ask, a part."""


class Level(StrEnum):
    """How far apart two stances count: all alike, or by their ranks."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"


@frozen(kw_only=True)
class Disagreement:
    """
    One response that coders hold to mean different things.

    :ivar text: its words, where the responses were given; ``None`` where only codings were
    """

    response: str
    ask: str
    part: str | None
    stances: tuple[tuple[str, Stance], ...]
    text: str | None = None


@frozen(kw_only=True, repr=False, str=False)
class CoderAgreement(Shown):
    """
    How far coders agree.

    :ivar alpha: Krippendorff's alpha, 1 full agreement, 0 what chance gives; ``None`` where undefined
    :ivar low: :ivar high: the 2.5 and 97.5 percentiles of a bootstrap over units; ``None`` where undefined
    :ivar reason: why alpha is undefined
    :ivar units: how many responses two coders or more decided
    :ivar pairwise: for each two coders the share of common units on which they agree
    :ivar per_stance: for each stance the share of pairs of codings, one of them this stance, that agree
    """

    alpha: float | None
    low: float | None
    high: float | None
    reason: str | None
    level: Level
    units: int
    coders: tuple[str, ...]
    pairwise: tuple[tuple[str, str, Share], ...]
    per_stance: tuple[tuple[Stance, Share], ...]
    disagreements: tuple[Disagreement, ...]

    def to_table(self) -> Table:
        """Give one row for alpha, each pair of coders and each stance, with intervals."""
        kinds = {
            "of": ColumnKind.TEXT,
            "agreement": ColumnKind.NUMBER,
            "low": ColumnKind.NUMBER,
            "high": ColumnKind.NUMBER,
            "units": ColumnKind.INTEGER,
        }
        rows: list[tuple[object, ...]] = [
            (f"alpha ({self.level})", self.alpha, self.low, self.high, self.units)
        ]
        rows += [(f"{a} and {b}", s.value, s.low, s.high, s.total) for a, b, s in self.pairwise]
        rows += [(stance.value, s.value, s.low, s.high, s.total) for stance, s in self.per_stance]
        return Table.of(kinds, rows, title="Agreement between coders")

    def disagreements_table(self) -> Table:
        """Give one row for each disagreement: who holds it to mean what, and the words if known."""
        columns = ("response", "ask", "part", "codings", "text")
        rows = (
            (
                d.response,
                d.ask,
                d.part,
                ", ".join(f"{who}: {s.value}" for who, s in d.stances),
                d.text,
            )
            for d in self.disagreements
        )
        return Table.of(dict.fromkeys(columns, ColumnKind.TEXT), rows, title="Disagreements")


def coder_agreement(
    codings: Iterable[Coding],
    *,
    responses: Iterable[Response] = (),
    level: Level | str = Level.NOMINAL,
    resamples: int = 2000,
    seed: int = 0,
) -> CoderAgreement:
    """
    Measure how far the coders of *codings* agree on stances; abstentions count as not coded.

    Where one coder coded a unit more than once, the latest date or version counts.

    :param responses: what was coded, such as ``dataset.responses``, to show the words of a disagreement
    :param level: ``nominal`` or ``ordinal``
    :param resamples: how many bootstrap samples of units; 0 gives no interval
    :raises ValueError: if *level* is neither

    >>> coder_agreement([]).reason
    'no response was decided by two coders'
    """
    wanted = Level(level)
    held = _by_unit(codings)
    units = [tuple(by.values()) for by in held.values() if len(by) > 1]
    alpha, reason = krippendorff_alpha(units, level=wanted)
    low, high = _interval(units, wanted, resamples, seed) if alpha is not None else (None, None)
    coders = tuple(sorted({coder for by in held.values() for coder in by}))
    return CoderAgreement(
        alpha=alpha,
        low=low,
        high=high,
        reason=reason,
        level=wanted,
        units=len(units),
        coders=coders,
        pairwise=tuple(_pairwise(held, coders)),
        per_stance=tuple(_per_stance(units)),
        disagreements=tuple(_disagreements(held, {r.id: r.text for r in responses})),
    )


def _by_unit(codings: Iterable[Coding]) -> dict[Unit, dict[str, Stance]]:
    """Give for each unit the stance of each coder that decided, in one order."""
    found: dict[Unit, dict[str, Stance]] = {}
    for c in sorted(codings, key=_when):
        by = found.setdefault((c.response, c.ask, c.part), {})
        by.pop(c.coder, None)
        if c.finding.stance is not Stance.UNCLEAR:
            by[c.coder] = c.finding.stance
    ordered = sorted(found, key=lambda unit: tuple(str(one or "") for one in unit))
    return {unit: dict(sorted(found[unit].items())) for unit in ordered}


def _when(coding: Coding) -> tuple[str, str, str]:
    return (coding.date.isoformat() if coding.date else "", coding.version or "", coding.id)


def krippendorff_alpha(
    units: Sequence[Sequence[Stance]], *, level: Level
) -> tuple[float | None, str | None]:
    """
    Give alpha of *units*, each the stances its coders gave, or ``None`` and the reason.

    Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability; ordinal distances by section E.

    >>> yes, no = Stance.COMMITTED, Stance.REFUSED
    >>> krippendorff_alpha([(yes, yes), (no, no), (yes, no)], level=Level.NOMINAL)
    (0.4444444444444444, None)
    """
    pairable = [unit for unit in units if len(unit) > 1]
    if not pairable:
        return None, "no response was decided by two coders"
    counts = Counter(value for unit in pairable for value in unit)
    if len(counts) == 1:
        return None, "every coder gave every response the same stance"
    apart = _distances(counts, level)
    n = sum(counts.values())
    observed = math.fsum(_disorder(unit, apart) for unit in pairable) / n
    expected = math.fsum(counts[a] * counts[b] * d for (a, b), d in apart.items()) / (n * (n - 1))
    return 1 - observed / expected, None


def _disorder(unit: Sequence[Stance], apart: Mapping[tuple[Stance, Stance], float]) -> float:
    own = Counter(unit)
    pairs = math.fsum(own[a] * own[b] * apart[a, b] for a, b in product(own, own))
    return pairs / (len(unit) - 1)


def _distances(counts: Mapping[Stance, int], level: Level) -> dict[tuple[Stance, Stance], float]:
    return {
        (a, b): 0.0 if a is b else (1.0 if level is Level.NOMINAL else _ranks_apart(a, b, counts))
        for a, b in product(counts, counts)
    }


def _ranks_apart(one: Stance, other: Stance, counts: Mapping[Stance, int]) -> float:
    low, high = sorted((ORDER.index(one), ORDER.index(other)))
    between = sum(counts.get(stance, 0) for stance in ORDER[low : high + 1])
    return (between - (counts[one] + counts[other]) / 2) ** 2


def _interval(
    units: Sequence[Sequence[Stance]], level: Level, resamples: int, seed: int
) -> tuple[float | None, float | None]:
    """Give the percentiles of alpha over bootstrap samples of the units."""
    source = random.Random(seed)
    drawn = (source.choices(units, k=len(units)) for _ in range(resamples))
    found = (krippendorff_alpha(sample, level=level)[0] for sample in drawn)
    alphas = sorted(alpha for alpha in found if alpha is not None)
    if len(alphas) < _FEWEST_SAMPLES:
        return None, None
    last = len(alphas) - 1
    return alphas[round(0.025 * last)], alphas[round(0.975 * last)]


_FEWEST_SAMPLES: Final = 40


def _pairwise(
    held: Mapping[Unit, Mapping[str, Stance]], coders: Sequence[str]
) -> Iterable[tuple[str, str, Share]]:
    for a, b in combinations(coders, 2):
        common = [by for by in held.values() if a in by and b in by]
        yield a, b, Share.of(sum(by[a] is by[b] for by in common), len(common))


def _per_stance(units: Sequence[Sequence[Stance]]) -> Iterable[tuple[Stance, Share]]:
    pairs = [pair for unit in units for pair in combinations(unit, 2)]
    for stance in reversed(ORDER):
        own = [pair for pair in pairs if stance in pair]
        if own:
            yield stance, Share.of(sum(a is b for a, b in own), len(own))


def _disagreements(
    held: Mapping[Unit, Mapping[str, Stance]], words: Mapping[ResponseId, str]
) -> Iterable[Disagreement]:
    for (response, ask, part), by in held.items():
        if len(set(by.values())) > 1:
            yield Disagreement(
                response=response,
                ask=ask,
                part=part,
                stances=tuple(by.items()),
                text=words.get(ResponseId(response)),
            )
