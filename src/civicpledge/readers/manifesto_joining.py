"""A pledge printed more than once: its summary and its full version, joined as one."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from civicpledge.readers.numbering import words_of

_WORD = re.compile(r"[^\W_]+")
_LIGHT: Final = words_of(
    "there a about all also an and are as at be been by for from has have i in into is it its "
    "more new of on our or s "
    "should so such than that the their them then these they this those to up use using "
    "very was we well were "
    "where which while who will with would i m ll our must need region make sure so my you "
    "your least"
)
_COMMONEST: Final = 60
"""A word that stands in more pledges than this finds no partners; it still counts as shared."""

_FEW: Final = 4
_LONG: Final = 8
_MOST: Final = 12
"""A pledge that is printed more often is joined in parts of so many."""

_LEAST_OF_ALL: Final = 0.4
_SAME_SHORT, _SAME_LONG, _SAME_FEW, _SAME_NUMBER = 0.9, 0.6, 0.75, 0.4
"""Shares of the shorter one's words: nearly all of a short pledge, most of a long one; fewer where number
and heading are the same. A judgement: templates differ in one word of six, summaries leave most away."""


@frozen(kw_only=True)
class Printed:
    """
    One appearance of a pledge.

    :ivar series: the list it is an item of; two items of one list are two pledges
    :ivar heading: the heading right over it; :ivar own: as of the pledge
    """

    words: str
    series: int
    number: str | None
    heading: str
    own: bool


def groups_of(printed: Sequence[Printed]) -> tuple[tuple[int, ...], ...]:
    """
    Group the places of the pledges that are one, each group and all of them in the order of print.

    Two are one where each is the other's likest in its list and they share nearly all words of the shorter;
    no figure may differ, and an own undertaking is never one with a campaign for somebody else's action.
    """
    keys = [_key(p.words) for p in printed]
    likeness = _likeness(printed, keys)
    groups = [[i] for i in range(len(printed))]
    for _, a, b in sorted((-share, a, b) for share, a, b in _mutual(printed, likeness)):
        _join(printed, groups, keys, a, b)
    return tuple(sorted({tuple(sorted(group)) for group in groups}))


def _key(words: str) -> frozenset[str]:
    folded = words.casefold().replace("’", "'").replace("'s", "")
    return frozenset(_stem(w) for w in _WORD.findall(folded) if w not in _LIGHT)


def _stem(word: str) -> str:
    """Cut the endings that a sentence gives a word: "creating", "creates" and "create" are one."""
    for ending in ("tion", "ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


def _likeness(
    printed: Sequence[Printed], keys: Sequence[frozenset[str]]
) -> dict[tuple[int, int], float]:
    """Give the likeness of every two that may be one, by the words that few pledges share."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, key in enumerate(keys):
        for word in key:
            places[word].append(i)
    pairs: set[tuple[int, int]] = set()
    for found in places.values():
        if len(found) <= _COMMONEST:
            pairs |= {(a, b) for n, b in enumerate(found) for a in found[:n]}
    return {
        (a, b): share
        for a, b in pairs
        if (share := _share(printed[a], printed[b], keys[a], keys[b])) > 0
    }


def _share(one: Printed, other: Printed, a: frozenset[str], b: frozenset[str]) -> float:
    """Give the share of the shorter one's words that both have, 0 where they are not one."""
    if one.own != other.own or one.series == other.series or _figures_differ(a, b):
        return 0.0
    shared, least = len(a & b), min(len(a), len(b))
    share = shared / max(least, 1)
    same_place = one.number is not None and one.number == other.number
    if same_place and one.heading.casefold() == other.heading.casefold():
        return share if share >= (_SAME_NUMBER if least >= _LONG else _SAME_FEW) else 0.0
    if least < _FEW:
        figure = any(word[0].isdigit() for word in a & b)
        return float(a == b or (figure and least == _FEW - 1 == shared))
    return share if share >= (_SAME_LONG if least >= _LONG else _SAME_SHORT) else 0.0


def _figures_differ(a: frozenset[str], b: frozenset[str]) -> bool:
    ours, theirs = ({w for w in key if w[0].isdigit()} for key in (a, b))
    return bool(ours and theirs) and not (ours <= theirs or theirs <= ours)


def _mutual(
    printed: Sequence[Printed], likeness: dict[tuple[int, int], float]
) -> list[tuple[float, int, int]]:
    """Keep the pairs of which each is the likest to the other in its list."""
    best: dict[tuple[int, int], float] = defaultdict(float)
    for (a, b), share in likeness.items():
        best[a, printed[b].series] = max(best[a, printed[b].series], share)
        best[b, printed[a].series] = max(best[b, printed[a].series], share)
    return [
        (share, a, b)
        for (a, b), share in likeness.items()
        if share >= best[a, printed[b].series] and share >= best[b, printed[a].series]
    ]


def _join(
    printed: Sequence[Printed],
    groups: list[list[int]],
    keys: Sequence[frozenset[str]],
    a: int,
    b: int,
) -> None:
    """Join two groups where all of one are like all of the other, and no list comes in both."""
    one, other = groups[a], groups[b]
    if one is other or len(one) + len(other) > _MOST:
        return
    if {printed[i].series for i in one} & {printed[i].series for i in other}:
        return
    if all(_overlap(keys[i], keys[j]) >= _LEAST_OF_ALL for i in one for j in other):
        one += other
        for i in other:
            groups[i] = one


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(min(len(a), len(b)), 1)
