"""Words for scores: one table of half-open bands, and none where too little was answered."""

from fractions import Fraction

from attrs import frozen

from civicpledge.scoring.scores import Score
from civicpledge.scoring.valuing import ALL

FEWEST_ANSWERS = 3
"""Below this many coded answers no band is named: a word for one or two answers says more than they do.
A judgement; They Vote For You asks for two votes."""


@frozen(kw_only=True)
class Band:
    """Scores from *start* up to, but without, *end*; the last band holds 1 alone."""

    start: Fraction
    end: Fraction | None
    label: str

    def holds(self, value: Fraction) -> bool:
        """Tell whether *value* lies in the band."""
        return self.start <= value and (self.end is None or value < self.end)


BANDS: tuple[Band, ...] = tuple(
    Band(start=Fraction(start), end=None if end is None else Fraction(end), label=label)
    for start, end, label in (
        ("0", "1/4", "under a quarter committed"),
        ("1/4", "1/2", "a quarter to half committed"),
        ("1/2", "3/4", "half to three quarters committed"),
        ("3/4", "1", "three quarters or more committed"),
        ("1", None, "committed to all"),
    )
)
"""Quarters of the whole: they say a share, and nothing of what a reader should feel about it."""


def band_of(value: Fraction) -> Band:
    """
    Give the band that holds *value*, in [0, 1].

    :raises ValueError: if it lies outside

    >>> band_of(Fraction(1, 4)).label
    'a quarter to half committed'
    """
    for band in BANDS:
        if band.holds(value) and value <= ALL:
            return band
    message = f"{value} does not lie between 0 and 1"
    raise ValueError(message)


def label_of(score: Score, *, fewest: int = FEWEST_ANSWERS) -> str:
    """
    Put a score into words: its band, the bands its ends lie in, or why there is no word.

    :param fewest: with fewer coded answers there is no band
    """
    if score.low is None or score.high is None:
        return f"no score: {score.reason}"
    if score.coded < fewest:
        return (
            f"too few answers for a word: {score.coded} coded of {score.due} due, {fewest} needed"
        )
    low, high = band_of(score.low), band_of(score.high)
    return low.label if low == high else f"from “{low.label}” to “{high.label}”"


def interval_words(score: Score) -> str:
    """Write a score in figures: one where both ends are the same, ``no score`` where there is none."""
    if score.low is None or score.high is None:
        return "no score"
    low, high = f"{float(score.low):.2f}", f"{float(score.high):.2f}"
    return low if score.low == score.high else f"{low} to {high}"
