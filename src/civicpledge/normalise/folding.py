"""Folding letters: one plain form for case, diacritics, apostrophes and dashes of every make."""

import re
import unicodedata
from typing import Final, NewType

NameKey = NewType("NameKey", str)
"""A name folded for comparing."""

LONGEST_NAME: Final = 200
"""Characters of a printed name that are read; the longest real one seen has 97."""

_LETTERS: Final = str.maketrans(
    {
        "ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
        "ı": "i", "ħ": "h", "ŋ": "n", "ŧ": "t", "ĸ": "k", "ə": "a", "ƒ": "f",
    }
)  # fmt: skip
"""Latin letters that Unicode does not decompose, with their usual plain spelling."""

_APOSTROPHES: Final = "'’‘ʼʻ`´＇ʹ′‛"
_DASHES: Final = "‐‑‒–—―−﹘﹣－­"
_QUOTES: Final = "“”„‟«»＂″"
PRINT_FORMS: Final = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_QUOTES, '"')
)


def fold(text: str) -> str:
    """
    Fold the letters of *text*: case, diacritics and letters that have a plain spelling.

    >>> fold("Siân ŁÓDŹ-Müller")
    'sian lodz-muller'
    """
    if text.isascii():
        return text.lower()
    common = text.translate(_COMMON)
    if common.isascii():
        return common.lower()
    return _fold_any(text)


def _fold_any(text: str) -> str:
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    marks = "".join(c for c in folded.translate(_LETTERS) if not unicodedata.combining(c))
    return "".join(c for c in marks if unicodedata.category(c) != "Cf")


_NOT_LETTERS: Final = re.compile(r"[\W_]+")
_COMMON: Final = {
    code: _fold_any(chr(code))
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if chr(code).isalpha()
}
"""The letters of Europe's Latin alphabets, folded one by one: what nearly every name holds."""


def name_key(name: str) -> NameKey:
    """
    Fold *name* to the form names are compared in: plain letters, single spaces.

    Apostrophes vanish, every other mark parts words. Folding twice changes nothing. Letters of
    other alphabets are kept as they are: :func:`foreign_letters` reports look-alikes.

    >>> name_key("Jay Singh-Sohal") == name_key("Jay  SINGH SOHAL")
    True
    >>> name_key("Siân O’Brien")
    'sian obrien'
    """
    plain = fold(name)
    if not plain.isascii():
        plain = plain.translate(PRINT_FORMS)
    return NameKey(" ".join(_NOT_LETTERS.sub(" ", plain.replace("'", "").replace("`", "")).split()))


def foreign_letters(name: str) -> tuple[str, ...]:
    """
    Report letters of another alphabet inside *name*'s Latin words: a homoglyph is never folded.

    >>> foreign_letters("Аndy Street")
    ('CYRILLIC CAPITAL LETTER A',)
    >>> foreign_letters("Andy Street")
    ()
    """
    if name.isascii():
        return ()
    found = []
    for word in name.split():
        letters = [unicodedata.name(c, "") for c in word if c.isalpha()]
        if any(n.startswith("LATIN") for n in letters):
            found += [n for n in letters if n.split(" ")[0] in ("CYRILLIC", "GREEK", "ARMENIAN")]
    return tuple(found)
