"""Figures in words: "at least 2,000 homes a year by 2029"."""

from fractions import Fraction

from civicpledge.model.findings import Bound, Deadline, Quantity

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
_BOUNDS = {Bound.AT_LEAST: "at least ", Bound.AT_MOST: "at most ", Bound.ABOUT: "about "}
_PER_CENT = 100


def _number(value: Fraction) -> str:
    if value.denominator == 1:
        return f"{value.numerator:,}"
    shown = f"{float(value):,.2f}".rstrip("0").rstrip(".")
    return shown if Fraction(shown.replace(",", "")) == value else str(value)


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
        anchor = deadline.anchor.replace("_", " ") if deadline.anchor else "a day not named"
        return f"{span} of {anchor}"
    parts = (deadline.year, deadline.month, deadline.day)
    date = "-".join(f"{part:02}" for part in parts if part is not None)
    anchor = f"the {deadline.anchor.replace('_', ' ')}" if deadline.anchor else ""
    return f"by {date or anchor}"


def quantity_words(quantity: Quantity) -> str:
    """
    Write a figure as people do.

    >>> quantity_words(Quantity(value=Fraction(2000), unit="homes", bound=Bound.AT_LEAST, rate="year"))
    'at least 2,000 homes a year'
    >>> quantity_words(Quantity(value=Fraction(1, 3), unit="share"))
    '1/3'
    >>> quantity_words(Quantity(value=Fraction(3, 10), unit="share", deadline=Deadline(year=2029)))
    '30 % by 2029'
    """
    rate = f"a {quantity.rate}" if quantity.rate else ""
    due = _deadline(quantity.deadline) if quantity.deadline else ""
    return " ".join(word for word in (_range(quantity), rate, due) if word)
