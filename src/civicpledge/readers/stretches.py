"""Stretches of a text held against many others."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import accumulate


def meeting(stretches: Iterable[tuple[int, int]]) -> Callable[[int, int], bool]:
    """
    Give a function that tells whether a stretch, from and up to an offset, meets one of *stretches*.

    >>> meets = meeting([(0, 4), (10, 12)])
    >>> meets(3, 6), meets(4, 10)
    (True, False)
    """
    ordered = sorted(stretches)
    starts = [start for start, _ in ordered]
    reach = list(accumulate((end for _, end in ordered), max))

    def meets(start: int, end: int) -> bool:
        before = bisect_left(starts, end)
        return before > 0 and reach[before - 1] > start

    return meets
