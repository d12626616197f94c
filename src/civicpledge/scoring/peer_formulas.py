"""Peers' formulas on a bare sheet, one function each; where they come from stands in ``peers``."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from math import sqrt

from attrs import frozen

from civicpledge.errors import Fault, SheetError, raise_faults
from civicpledge.scoring.rubric import Number, exact

PeerValue = Fraction | float | None
"""Agreement in per cent: exact where the formula allows, ``None`` where nothing can be compared."""

_POSITIONS: Mapping[str, Fraction | None] = {
    "Y": Fraction(1),
    "U": Fraction(1, 2),
    "N": Fraction(0),
    "M": None,
}


@frozen
class Item:
    """One item of a sheet: the position from 0 (no) to 1 (yes), if any, and the weight."""

    letter: str
    position: Fraction | None
    weight: Fraction

    @property
    def distance(self) -> Fraction:
        """From the asker's yes; a missing item is as far as can be."""
        return 1 - (self.position or Fraction(0))


Items = Sequence[Item]
Formula = Callable[[Items, str], PeerValue]


def _per_cent(part: Fraction, whole: Fraction) -> Fraction | None:
    return 100 * part / whole if whole else None


def total_weight(items: Iterable[Item]) -> Fraction:
    """Sum the weights of *items*."""
    return sum((item.weight for item in items), Fraction(0))


def _agreement(items: Iterable[Item]) -> Fraction:
    return sum((item.weight * (item.position or 0) for item in items), Fraction(0))


def _answered(items: Items) -> list[Item]:
    return [item for item in items if item.position is not None]


def all_items(items: Items, variant: str) -> PeerValue:
    """Give the weighted mean, missing as nothing; in the variant ``skip`` missing is left out."""
    counted = _answered(items) if variant == "skip" else items
    return _per_cent(_agreement(counted), total_weight(counted))


def answered_items(items: Items, _: str) -> PeerValue:
    """Give the weighted mean of what was answered."""
    counted = _answered(items)
    return _per_cent(_agreement(counted), total_weight(counted))


def exact_match(items: Items, _: str) -> PeerValue:
    """Give the share of plain yeses."""
    return _per_cent(total_weight(i for i in items if i.letter == "Y"), total_weight(items))


def mendez(items: Items, _: str) -> PeerValue:
    """Sum yeses less noes over all items."""
    matches = (i.weight * (2 * i.position - 1) for i in items if i.position is not None)
    return _per_cent(sum(matches, Fraction(0)), total_weight(items))


def openvaa(items: Items, variant: str) -> PeerValue:
    """Give 1 less the distance in a space of the items, each from -1/2 to 1/2."""
    neutral = variant.endswith("neutral")
    middle = Fraction(1, 2)
    apart = [(i.weight, middle if neutral and i.position is None else i.distance) for i in items]
    if variant.startswith("euclidean"):
        reach = sqrt(sum(w * w for w, _ in apart))
        return 100 * (1 - sqrt(sum((w * d) ** 2 for w, d in apart)) / reach)
    # With the asker at the extreme 1/2, directional 1/2 - 2ab is the same line as |a - b|.
    return 100 - 100 * sum((w * d for w, d in apart), Fraction(0)) / total_weight(items)


def public_whip(items: Items, variant: str) -> PeerValue:
    """Give 1 less the distance; a strong vote weighs 5, a plain absence 1/5, a strong one 5 at half."""
    strong = variant == "strong"
    vote = Fraction(5 if strong else 1)
    absent_points = Fraction(5, 2) if strong else Fraction(1, 10)
    absent_weight = Fraction(5) if strong else Fraction(1, 5)
    same = total_weight(i for i in items if i.letter == "Y") * vote
    differ = total_weight(i for i in items if i.letter == "N") * vote
    absent = total_weight(i for i in items if i.letter in "UM")
    distance = differ + absent_points * absent
    total = same + differ + absent_weight * absent
    return _per_cent(total - distance, total)


_CAPS = (
    # (the distance up to which, what it becomes): the word "consistently", then "almost always"
    (Fraction(5, 100), Fraction(6, 100)),
    (Fraction(15, 100), Fraction(16, 100)),
)


def _capped(distance: Fraction, cap: tuple[Fraction, Fraction]) -> Fraction:
    edge, instead = cap
    if distance <= edge:
        return instead
    return 1 - instead if distance >= 1 - edge else distance


def they_work_for_you(items: Items, _: str) -> PeerValue:
    """Give 1 less the distance over votes cast; absences only keep it from the ends."""
    count = {letter: sum(i.letter == letter for i in items) for letter in _POSITIONS}
    cast = count["Y"] + count["N"] + count["U"]
    if not cast:
        return None
    distance = (Fraction(count["N"]) + Fraction(count["U"], 2)) / cast
    if count["M"] > 1:
        distance = _capped(distance, _CAPS[0])
    if count["M"] and 3 * count["M"] >= len(items):
        distance = _capped(distance, _CAPS[1])
    return 100 * (1 - distance)


VOTING_WORDS = (
    # (the distance up to which it is said, the words); mySociety 2024, mirrored above a mixture
    (Fraction(5, 100), "consistently voted for"),
    (Fraction(15, 100), "almost always voted for"),
    (Fraction(30, 100), "generally voted for"),
    (Fraction(40, 100), "tended to vote for"),
    (Fraction(60, 100), "voted a mixture of for and against"),
)


def voting_words(distance: Fraction) -> str:
    """
    Say a distance from 0 to 1 in words.

    >>> voting_words(Fraction(3, 100)), voting_words(Fraction(97, 100))
    ('consistently voted for', 'consistently voted against')
    """
    for edge, words in VOTING_WORDS:
        if distance <= edge:
            return words
    mirrored = next(words for edge, words in VOTING_WORDS if 1 - distance <= edge)
    return mirrored.replace(" for", " against")


_SKIPPED_COST = Fraction(2, 3)


def skip_penalty(items: Items, _: str) -> PeerValue:
    """Take the mean distance of what was answered and a fine for the rest from 1."""
    counted = _answered(items)
    if not total_weight(counted):
        return None
    mean = sum((i.weight * i.distance for i in counted), Fraction(0)) / total_weight(counted)
    skipped = 1 - total_weight(counted) / total_weight(items)
    return 100 * max(Fraction(0), 1 - mean - _SKIPPED_COST * skipped)


def mean_agreement(pairs: Iterable[tuple[Item, Item]]) -> Fraction | None:
    """Give the mean agreement, in per cent, of the pairs in which both items have a position."""
    apart = [
        abs(one.position - other.position)
        for one, other in pairs
        if one.position is not None and other.position is not None
    ]
    return 100 - 100 * sum(apart, Fraction(0)) / len(apart) if apart else None


def items_of(sheet: str, weights: Iterable[Number] | None) -> list[Item]:
    """Read a sheet, or raise :class:`SheetError` with every letter and weight that does not fit."""
    unknown = [i for i, letter in enumerate(sheet) if letter not in _POSITIONS]
    faults = [Fault(f"sheet[{i}]", "is none of Y, N, U, M") for i in unknown]
    given = [Fraction(1)] * len(sheet) if weights is None else []
    for i, weight in enumerate(() if weights is None else weights):
        try:
            given.append(exact(weight))
        except ValueError as error:
            faults.append(Fault(f"weights[{i}]", str(error)))
    faults += [Fault(f"weights[{i}]", "is below 0") for i, w in enumerate(given) if w < 0]
    if not faults and len(given) != len(sheet):
        faults.append(Fault("weights", f"are {len(given)} for {len(sheet)} items"))
    raise_faults(SheetError, "sheet", faults)
    return [Item(s, _POSITIONS[s], w) for s, w in zip(sheet, given, strict=True)]
