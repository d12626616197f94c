"""Sentences of a plain text, by place, without a model and without a dictionary."""

import re
from typing import Final

from attrs import frozen

_END: Final = re.compile(r"[.!?]+(?=[\s)…]|$)|…|\n|[•▪]|;(?=[ A-Z])|(?<=[a-z]{3})[.!?](?=[A-Z])")
_ABBREVIATED: Final = (
    "mr mrs ms dr prof st ave no vs v etc eg ie e.g i.e approx inc ltd rev hon jr sr dept cllr gov sen "
    "rep "
    "u.s u.k a.m p.m co mt ft fig cf al"
)
_ABBREVIATIONS: Final = frozenset(_ABBREVIATED.split())


@frozen
class Sentence:
    """
    One sentence of a plain text.

    :ivar start: where it begins in the plain text; :ivar words: lower case, as long as the original
    :ivar asks: whether it ends with a question mark
    """

    start: int
    words: str
    asks: bool = False


def lower(text: str) -> str:
    """
    Give *text* in lower case and exactly as long as it was.

    >>> len(lower("İ will"))
    6
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """
    Cut the plain *text* into its sentences; those without a letter or a digit are left out.

    >>> [s.words for s in sentences_of("Yes. I asked Dr. Vale, e.g. twice! Why? ")]
    ['yes', 'i asked dr. vale, e.g. twice', 'why']
    """
    found: list[Sentence] = []
    start = 0
    for end in _END.finditer(text):
        if end[0].startswith(".") and _abbreviates(text, end.start()):
            continue
        found.append(_sentence(text, start, end.start(), asks="?" in end[0]))
        start = end.end()
    found.append(_sentence(text, start, len(text), asks=False))
    return tuple(s for s in found if any(c.isalnum() for c in s.words))


def _abbreviates(text: str, stop: int) -> bool:
    word = text[max(0, stop - 12) : stop].rpartition(" ")[2].lower().lstrip("(")
    if stop == 0 or (word == "no" and not text[stop + 1 : stop + 3].strip().isdigit()):
        return False
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i")


def _sentence(text: str, start: int, end: int, *, asks: bool) -> Sentence:
    words = text[start:end]
    bare = words.lstrip(" \n,–-.…)(•*")
    begins = start + len(words) - len(bare)
    return Sentence(begins, lower(bare.rstrip(" ,–-")), asks)
