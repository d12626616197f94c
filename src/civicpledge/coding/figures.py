"""Whose figure it is, how specific an answer is, and whether it offers less than was asked."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Final

from attrs import evolve

from civicpledge.coding.sentences import Sentence, lower, sentences_of
from civicpledge.model.asks import Ask
from civicpledge.model.findings import Bound, Deadline, Owner, Quantity
from civicpledge.normalise.quantities import find_quantities
from civicpledge.normalise.text import PlainText

_OWN: Final = re.compile(
    r"(?<![\w'])(?:i|we)(?:'ll| will| shall|'d| would| plan| aim| intend| want| pledge| commit"
    r"| promise|"
    r" am aiming| am committed|'m aiming|'m going| am going| are going)\b"
    r"|\b(?:my|our) (?:\w+ )?(?:goal|aim|target|plan|ambition|manifesto|commitment|pledge|promise"
    r"|budget|priority)\b"
    r"|^(?:and )?(?:the|a) (?:number|target|figure|minimum)\b"
)
_RECORD: Final = re.compile(
    r"(?<![\w'])(?:i|we)(?:'ve| have| had| did| already| built| spent| ran| delivered| opened"
    r"| increased| got)\b"
    r"|\b(?:since|over the last|in the last|last year|to date|so far|already|has been|have been"
    r"|was|were|had)\b"
)
_BODY: Final = re.compile(
    r"\b(?:council|government|authority|ministry|police|ministers?|state|county|city|company|"
    r"companies|"
    r"department|board|parliament|agency|nhs) (?:\w+ )?(?:will|is|are|has|have|spends?|builds?"
    r"|pays?|plans?|"
    r"gives?|promised|intends?)\b"
)


def owned_quantities(
    plain: PlainText, source: str, asked: Iterable[Quantity] = ()
) -> tuple[Quantity, ...]:
    """
    Find the figures of an answer, each with its owner.

    A figure in a sentence of undertaking is the speaker's own, one in a sentence about the past a record,
    one that another body's verb governs that body's; a figure that only repeats the ask's is the ask's.

    >>> from civicpledge.normalise.text import plain_text
    >>> text = "We will build 40 boats. The council has built 3 boats."
    >>> [str(q.owner) for q in owned_quantities(plain_text(text), text)]
    ['own', 'body']
    """
    sentences = sentences_of(plain.text)
    starts = [plain.offsets[s.start] for s in sentences]
    repeated = frozenset((q.value, q.unit) for q in asked)
    return tuple(
        evolve(q, owner=_owner(q, _around(q, starts, sentences), repeated))
        for q in find_quantities(source)
    )


def _around(quantity: Quantity, starts: list[int], sentences: tuple[Sentence, ...]) -> str:
    """Give the words of the sentence that holds a figure."""
    at = bisect_right(starts, quantity.extent.start) - 1 if quantity.extent else -1
    return sentences[at].words if at >= 0 else ""


def _owner(
    quantity: Quantity, words: str, repeated: frozenset[tuple[Fraction | None, str | None]]
) -> Owner:
    if _BODY.search(words):
        return Owner.BODY
    if _OWN.search(words):
        return Owner.OWN
    if quantity.value is not None and (quantity.value, quantity.unit) in repeated:
        return Owner.ASK
    return Owner.RECORD if _RECORD.search(words) else Owner.UNKNOWN


class Facet(StrEnum):
    """What makes an answer specific."""

    QUANTITY = "quantity"
    DEADLINE = "deadline"
    BUDGET = "budget"
    PLACE = "place"
    MECHANISM = "mechanism"


_MONEY: Final = frozenset({"GBP", "USD", "EUR"})
_MECHANISM: Final = re.compile(
    r"\b(?:by (?:\w+ly )?\w+ing|through (?:a|an|the|our|my)|set(?:ting)? up|establish(?:ing)?"
    r"|appoint(?:ing)?|"
    r"fund(?:ing|ed)? (?:it|this|by|from|through)|pay(?:ing)? for|work(?:ing)? with|team up with"
    r"|levy|tax|"
    r"procurement|pilot|roundtable|legislation|contract)\b"
)
_PLACE: Final = re.compile(r"\b(?:in|at|across|near|between|along) (?:the )?[A-Z][\w'-]+")
_ACTION: Final = re.compile(
    r"(?<![\w'])(?:i|we)(?:'ll| will| shall| am going to|'m going to) (?!not|never|look|consider"
    r"|try|see|"
    r"support|be|need|have|do)\w+|\bwill be in my\b"
)
_DIRECTION: Final = re.compile(
    r"\b(?:more|fewer|less|better|increase|expand|improve|reduce|extend|grow|accelerate|drive up"
    r"|cut|strengthen|"
    r"prioriti[sz]e|should|need to|want to|would like to)\b"
)


def facets_of(plain: str, quantities: Iterable[Quantity]) -> tuple[Facet, ...]:
    """
    Name what makes an answer specific; figures count where they are the speaker's own.

    >>> from civicpledge.normalise.text import plain_text
    >>> text = "We will fund it by letting the quay, at £40,000 a year."
    >>> [str(f) for f in facets_of(text, owned_quantities(plain_text(text), text))]
    ['budget', 'mechanism']
    """
    own = [q for q in quantities if q.owner is Owner.OWN]
    found = {
        Facet.QUANTITY: any(q.value is not None and q.unit not in _MONEY for q in own),
        Facet.DEADLINE: any(q.deadline is not None for q in own),
        Facet.BUDGET: any(q.unit in _MONEY for q in own),
        Facet.PLACE: _PLACE.search(plain) is not None,
        Facet.MECHANISM: _MECHANISM.search(lower(plain)) is not None,
    }
    return tuple(facet for facet, held in found.items() if held)


_FIGURED: Final = frozenset({Facet.QUANTITY, Facet.DEADLINE, Facet.BUDGET})


def specificity_of(plain: str, facets: Iterable[Facet]) -> int:
    """
    Rate how far an answer can be checked: 3 own figures, 2 an action, 1 a direction, 0 neither.

    >>> specificity_of("Yes.", ()), specificity_of("Yes. We will open a pier.", ())
    (0, 2)
    """
    if _FIGURED & set(facets):
        return 3
    words = lower(plain)
    if _ACTION.search(words):
        return 2
    return 1 if _DIRECTION.search(words) else 0


def asked_quantities(ask: Ask | str | None) -> tuple[Quantity, ...]:
    """Give the figures an ask names: its target as recorded, else those of its words."""
    if isinstance(ask, str):
        return _in_ask(ask)
    if ask is None:
        return ()
    return ask.target or _in_ask(f"{ask.title}\n{ask.text or ''}")


@lru_cache(maxsize=512)
def _in_ask(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text)


def falls_short(answered: Iterable[Quantity], asked: Iterable[Quantity]) -> Quantity | None:
    """
    Give the speaker's figure or date that is short of what was asked, if every comparable one is.

    Nothing that is another's, of the past or the ask's own counts. Figures compare where unit and rate are
    the same, or the answer leaves the rate out; "up to" promises nothing, so it falls short. Dates compare
    with dates, and spans of time with spans from the same moment; whoever names a later one falls short.

    >>> from civicpledge.normalise.text import plain_text
    >>> text = "Yes. We will run 3 boats a day."
    >>> short = falls_short(owned_quantities(plain_text(text), text), find_quantities("5 boats a day"))
    >>> str(short.value)
    '3'
    """
    wanted = tuple(asked)
    told = [q for q in answered if q.owner in (Owner.OWN, Owner.UNKNOWN)]
    for compared in (_figures, _dates):
        held = [(q, [w for w in wanted if compared(q, w)]) for q in told]
        comparable = [(q, against) for q, against in held if against]
        short = [q for q, against in comparable if all(_below(q, w) for w in against)]
        if short and len(short) == len(comparable):
            return short[0]
    return None


def _figures(told: Quantity, wanted: Quantity) -> bool:
    """Tell whether two figures count the same; "500 homes" is of no year, and no more than that a year."""
    if told.value is None or wanted.value is None or wanted.unit is None:
        return False
    return told.unit == wanted.unit and told.rate in (wanted.rate, None)


def _dates(told: Quantity, wanted: Quantity) -> bool:
    mine, theirs = told.deadline, wanted.deadline
    if mine is None or theirs is None or told.value is not None:
        return False
    if mine.within is not None and theirs.within is not None:
        return mine.anchor == theirs.anchor
    return mine.year is not None and theirs.year is not None


def _below(told: Quantity, wanted: Quantity) -> bool:
    if told.value is None or wanted.value is None:
        return _later(told.deadline, wanted.deadline)
    most = told.upper or told.value
    if most > wanted.value:
        return False
    return most < wanted.value or told.bound is Bound.AT_MOST


_DAYS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}


def _later(told: Deadline | None, wanted: Deadline | None) -> bool:
    """Tell whether one deadline is behind another, as far as both fix it."""
    if told is None or wanted is None:
        return False
    if told.within is not None and wanted.within is not None:
        return told.within * _DAYS[str(told.unit)] > wanted.within * _DAYS[str(wanted.unit)]
    mine, theirs = (told.year, told.month, told.day), (wanted.year, wanted.month, wanted.day)
    for own, other in zip(mine, theirs, strict=True):
        if own is None or other is None:
            return False
        if own != other:
            return own > other
    return False
