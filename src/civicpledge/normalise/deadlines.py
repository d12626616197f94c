"""Deadlines in running text: years, months and days to be met, and spans that keep their anchor."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final

from civicpledge.model.findings import Anchor, Deadline
from civicpledge.normalise.numbers import DIGITS, WORDS, number

_MONTH_NAMES: Final = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
)
_MONTHS: Final = tuple(_MONTH_NAMES.split("|"))
MONTH: Final = rf"(?:{_MONTH_NAMES}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)(?!\d|[-–]\d|,\d|%)"
_PERIOD: Final = r"(?P<period>day|week|month|year|decade)s?"
_COUNT: Final = rf"(?P<count>{DIGITS}|{WORDS})"
_BY: Final = (
    r"\b(?:by|before|until|till|no later than|not later than|(?:between )?(?:now|today) and|up to"
    r"|ahead of)"
    r"(?: (?:around|about|approximately|at least|at the latest))?(?: the)?"
    r"(?: (?:very )?(?:end|start|beginning|middle|close|autumn|spring|summer|winter) of)?"
    r"(?: (?:early|mid|late|the year|autumn|spring|summer|winter))?[ -]?"
)
_OFFICE: Final = (
    r"(?:my |our |the |a |his |her |their )?(?:mayoralty|term|time in office|tenure|administration|"
    r"premiership|term of office|period of office|office|mandate)"
)
_TAKING: Final = (
    r"(?: (?:of|from|after|into|in) (?:taking (?:up )?office|(?:my |our |the |being )?elect(?:ion|ed)|"
    rf"(?:my |our )?(?:inauguration|swearing in)|becoming (?:\w+ ){{0,3}}?\w+|{_OFFICE}))"
)

_Reader = Callable[[re.Match[str]], Deadline]


def _dated(found: re.Match[str]) -> Deadline:
    groups = found.groupdict()
    year, month, day = groups.get("year"), groups.get("month"), groups.get("day")
    return Deadline(
        year=int(year) if year else None,
        month=_month(month) if month else None,
        day=int(day) if day and int(day) <= _LAST_DAY else None,
        anchor=None if year else Anchor.SPEAKING,
    )


_LAST_DAY: Final = 31


def _month(name: str) -> int:
    return next(i for i, full in enumerate(_MONTHS, 1) if full.startswith(name[:3]))


def _spanned(found: re.Match[str]) -> Deadline:
    groups = found.groupdict()
    taking = groups.get("taking") or groups.get("first")
    count = number(groups["count"]) if groups.get("count") else Fraction(1)
    decades = groups["period"] == "decade"
    return Deadline(
        within=10 * count if decades else count,
        unit="year" if decades else groups["period"],
        anchor=_office_anchor(groups) if taking else Anchor.SPEAKING,
    )


def _office_anchor(groups: dict[str, str | None]) -> Anchor:
    return Anchor.ELECTION if "elect" in (groups.get("taking") or "") else Anchor.TAKING_OFFICE


def _of_term(_: re.Match[str]) -> Deadline:
    return Deadline(anchor=Anchor.TERM)


def _of_decade(_: re.Match[str]) -> Deadline:
    return Deadline(anchor=Anchor.DECADE)


def _of_election(_: re.Match[str]) -> Deadline:
    return Deadline(anchor=Anchor.ELECTION)


def _of_this_year(_: re.Match[str]) -> Deadline:
    return Deadline(within=Fraction(1), unit="year", anchor=Anchor.SPEAKING)


_WITHIN: Final = (
    r"\b(?:with)?in(?:side)?(?: of)?(?: the)?(?: (?:first|next|coming|following|space of))?"
)
_NEXT: Final = r"\b(?:over|during|in|within|through|across|for)(?: the)? (?:next|coming|following)"
_TERM: Final = (
    r"\b(?:by|before|within|during|over|in|throughout) (?:the (?:end|close|course|lifetime|life) of )?"
    r"(?:my|our|the|this|his|her|a)(?: first| next| full| coming| current)? "
    r"(?:mayoralty|term(?: of office| in office)?|time in office|tenure|mandate|parliament)\b"
)
_THIS_YEAR: Final = (
    r"\b(?:by|before) (?:the )?(?:end of )?(?:this|the) year(?:'s end)?\b|\bby year[- ]end\b"
)
_FIRST: Final = (
    r"\b(?:in|within|during|by)(?: the)?(?: end of)? ?(?:my|our|the|his|her) (?P<first>first) "
    rf"(?:{_COUNT} )?{_PERIOD}(?: (?:of|in|as) (?:\w+ ){{0,2}}?\w+)?"
)
_PATTERNS: Final[tuple[tuple[re.Pattern[str], _Reader], ...]] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"{_BY}{_DAY}(?: of)? (?P<month>{MONTH})\.?(?:,? {_YEAR})?", _dated),
        (rf"{_BY}(?P<month>{MONTH})\.? {_DAY}(?!\d)(?:,? {_YEAR})?", _dated),
        (rf"{_BY}(?P<month>{MONTH})\.?(?: (?:of )?{_YEAR})?", _dated),
        (rf"{_BY}(?:year )?{_YEAR}(?!s)", _dated),
        (r"\b(?:by|before|within) (?:the (?:end|close) of )?(?:this|the|the current) decade\b", _of_decade),
        (_TERM, _of_term),
        (r"\b(?:by|before)(?: the)? (?:next |coming )?(?:\w+ )?elections?\b", _of_election),
        (_THIS_YEAR, _of_this_year),
        (_FIRST, _spanned),
        (rf"{_WITHIN} {_COUNT}[ -]{_PERIOD}(?P<taking>{_TAKING})?\b(?! (?:of service|ago|old))", _spanned),
        (rf"\bwithin an? {_PERIOD}(?P<taking>{_TAKING})?\b", _spanned),
        (rf"{_NEXT} (?:{_COUNT} )?{_PERIOD}\b", _spanned),
    )
)  # fmt: skip


def find_deadlines(words: str) -> Iterator[tuple[int, int, Deadline]]:
    """
    Give every deadline in the plain, lower-case *words*, with its start and end.

    Patterns that say more come first; a later one may overlap, and it is for the caller to keep the
    first. "in 2010" and "since 2010" are no deadlines.

    >>> [(start, end, d.year) for start, end, d in find_deadlines("built by 2029")]
    [(6, 13, 2029)]
    """
    for pattern, read in _PATTERNS:
        for found in pattern.finditer(words):
            yield found.start(), found.end(), read(found)
