"""What stands beside a figure in running text: a rate ("every year") and a bound ("at least")."""

import re
from typing import Final

from civicpledge.model.findings import Bound

_EVERY: Final = r"(?P<rate>years?|months?|weeks?|days?|hours?|annum)\b"
RATE_AT_ONCE: Final = re.compile(
    rf"(?:\s?(?:a|per|each|every|in an?)(?: single)? |\s?/\s?){_EVERY}"
)
_RATE_NEAR: Final = re.compile(
    rf"[^.;:!?\n£$€\d]{{0,70}}?(?:\b(?:per|each|every)(?: single)? {_EVERY}|\b(?P<ly>annually"
    rf"|yearly|monthly|"
    r"weekly|daily|hourly|a[- ](?:year|month|week|day)|an[- ]hour|p\.a|pa)\b|/(?P<slash>year|month"
    r"|week|day|hour|yr)\b)"
)


def rate_behind(words: str, end: int) -> str | None:
    """Find "every year" and the like behind a figure, in the same clause and before the next figure."""
    found = _RATE_NEAR.match(words, end)
    return rate_word(found) if found else None


def rate_word(found: re.Match[str]) -> str | None:
    """Give the period of a rate: year, month, week, day or hour."""
    groups = found.groupdict()
    said = groups.get("rate") or groups.get("ly") or groups.get("slash") or ""
    for word in ("year", "month", "week", "hour", "day"):
        if word in said:
            return word
    return "day" if said == "daily" else "year"


_AT_LEAST: Final = (
    r"at (?:the very )?least|(?:at |as )?an? (?:bare )?minimum(?: of)?|minimum(?: of)?"
    r"|no fewer than|no less than|"
    r"not less than|more than|greater than|over|above|upwards of|in excess of|exceed(?:s|ing)?"
    r"|well over|beyond"
)
_AT_MOST: Final = (
    r"at (?:the )?most|up to|no more than|not more than|fewer than|less than|under|below"
    r"|(?:an? )?maximum(?: of)?|"
    r"no greater than|within|as (?:many|much) as|capped at|limited to"
)
_ABOUT: Final = (
    r"about|around|approximately|roughly|some|nearly|almost|close to|circa|approx\.?|c\.|~"
    r"|(?:an )?estimated|"
    r"in the region of|or so|just (?:over|under)"
)
_BOUND_BEFORE: Final = re.compile(
    rf"(?:^|[\s(])(?:(?P<about>{_ABOUT})|(?P<most>{_AT_MOST})|(?P<least>{_AT_LEAST}))"
    r"(?: (?:a|an|the|another|a further|an additional|an extra))?[ ~]*$"
)
_BOUND_AFTER: Final = re.compile(
    r"\s?(?:(?P<least>\+|(?:or|and) (?:more|above|over|higher|better)\b|plus\b|at least\b"
    r"|minimum\b|as a minimum\b)|"
    r"(?P<most>or (?:less|fewer|under|below)\b|at most\b|maximum\b|max\b)|(?P<about>or so\b|ish\b"
    r"|-ish\b))"
)
_LOOK_BACK: Final = 40


_THROUGHOUT: Final = re.compile(
    r"(?<!\bfor)(?<!\bwith)(?<!\bof)(?<!\bha[sd])(?<!\bhave)(?:^|\s)over(?: the(?: next)?)? $"
)
_PERIODS: Final = frozenset({"years", "months", "weeks", "days"})


def bound_of(words: str, start: int, end: int, unit: str | None) -> Bound:
    """Find which way a figure is bounded, from the words on both sides; "over five years" is throughout."""
    behind = words[max(0, start - _LOOK_BACK) : start]
    if unit in _PERIODS and _THROUGHOUT.search(behind):
        return Bound.EXACT
    inner = re.match(r"\S+\+", words[start:end])
    found = _BOUND_BEFORE.search(behind) or _BOUND_AFTER.match(words, end)
    if words[start] == "~":
        return Bound.ABOUT
    if found is None:
        return Bound.AT_LEAST if inner else Bound.EXACT
    if found["about"]:
        return Bound.ABOUT
    return Bound.AT_LEAST if found["least"] else Bound.AT_MOST


def is_bounded(words: str, start: int) -> bool:
    """Tell whether a bound stands before the place *start*."""
    return _BOUND_BEFORE.search(words[max(0, start - _LOOK_BACK) : start]) is not None
