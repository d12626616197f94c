"""Wilson's interval for a share, and the record that carries it."""

import math
from fractions import Fraction
from typing import Final

from attrs import frozen

_Z: Final = 1.959963984540054
"""The normal quantile at .975, for an interval of 95 %."""


@frozen(kw_only=True)
class Share:
    """
    How many of how many, with Wilson's 95 % interval.

    :ivar low: :ivar high: Wilson, E. B. (1927), J. Am. Stat. Assoc. 22, 209-212; ``None`` of none

    >>> share = Share.of(9, 10)
    >>> share.value, round(share.low, 3), round(share.high, 3)
    (Fraction(9, 10), 0.596, 0.982)
    """

    hits: int
    total: int
    low: float | None
    high: float | None

    @classmethod
    def of(cls, hits: int, total: int) -> "Share":
        """Make the share of *hits* in *total*."""
        if total == 0:
            return cls(hits=hits, total=total, low=None, high=None)
        p, n, z = hits / total, total, _Z
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return cls(
            hits=hits, total=total, low=max(0.0, middle - half), high=min(1.0, middle + half)
        )

    @property
    def value(self) -> Fraction | None:
        """The share itself; ``None`` of none."""
        return Fraction(self.hits, self.total) if self.total else None
