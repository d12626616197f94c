"""Figures in words: "at least 2,000 homes a year by 2029"."""

from fractions import Fraction

from civicpledge.model.findings import Anchor, Bound, Deadline, Quantity
from civicpledge.scoring.grid import spaced

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
_BOUNDS = {Bound.AT_LEAST: "at least ", Bound.AT_MOST: "at most ", Bound.ABOUT: "about "}
_PER_CENT = 100
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PERIODS = (Anchor.TERM, Anchor.DECADE)
"""Anchors that are a stretch of time, of which a deadline means the end."""


def _number(value: Fraction) -> str:
    if value.denominator == 1:
        return f"{value.numerator:,}"
    hundredths = value * _PER_CENT
    if hundredths.denominator > 1:
        return str(value)
    whole, rest = divmod(abs(hundredths.numerator), _PER_CENT)
    return f"{'-' if value < 0 else ''}{whole:,}.{rest:02}".rstrip("0")


def _amount(value: Fraction, unit: str | None) -> str:
    if unit == "share":
        shown = _number(value * _PER_CENT)
        return str(value) if "/" in shown else f"{shown} %"
    if unit in _SIGNS:
        return f"{_SIGNS[unit]}{_number(value)}"
    return f"{_number(value)} {unit}" if unit else _number(value)


def _range(quantity: Quantity) -> str:
    if quantity.value is None:
        return ""
    upper = "" if quantity.upper is None else f" to {_amount(quantity.upper, quantity.unit)}"
    of = quantity.unit if quantity.upper is None or quantity.unit in (*_SIGNS, "share") else None
    return f"{_BOUNDS.get(quantity.bound, '')}{_amount(quantity.value, of)}{upper}"


def _deadline(deadline: Deadline) -> str:
    if deadline.within is not None and deadline.unit is not None:
        plural = "" if deadline.within == 1 else "s"
        span = f"within {_number(deadline.within)} {deadline.unit}{plural}"
        return f"{span} of {_anchor(deadline.anchor)}"
    return f"by {_date(deadline) or _anchor(deadline.anchor)}"


def _date(deadline: Deadline) -> str:
    if deadline.year is None and deadline.month is not None:
        day = f"{deadline.day} " if deadline.day else ""
        return f"{day}{_MONTHS[deadline.month - 1]}"
    parts = (deadline.year, deadline.month, deadline.day)
    return "-".join(f"{part:02}" for part in parts if part is not None)


def _anchor(anchor: Anchor | None) -> str:
    if anchor is None:
        return "a day not named"
    of = "the end of the " if anchor in _PERIODS else "the " if anchor is Anchor.ELECTION else ""
    return f"{of}{spaced(anchor)}"


def quantity_words(quantity: Quantity) -> str:
    """
    Write a figure as people do.

    >>> quantity_words(Quantity(value=Fraction(2000), unit="homes", bound=Bound.AT_LEAST, rate="year"))
    'at least 2,000 homes a year'
    >>> quantity_words(Quantity(value=Fraction(1, 3), unit="share"))
    '1/3'
    >>> quantity_words(Quantity(value=Fraction(-5, 2), unit="GBP"))
    '£-2.5'
    >>> quantity_words(Quantity(value=Fraction(3, 10), unit="share", deadline=Deadline(year=2029)))
    '30 % by 2029'
    """
    rate = f"a {quantity.rate}" if quantity.rate else ""
    due = _deadline(quantity.deadline) if quantity.deadline else ""
    return " ".join(word for word in (_range(quantity), rate, due) if word)
