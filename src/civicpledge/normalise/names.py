"""
Names of people: one form for comparing, and the parts of a name as it was printed.

Nothing here knows a roster. :func:`name_key` folds a name; :func:`parse_name` reads its parts and
keeps what was printed; :func:`read_forms` gives the folded parts that matching works on.
"""

import re
import unicodedata
from typing import Final, NamedTuple, NewType

from attrs import frozen

from civicpledge.normalise.name_words import (
    AMBIGUOUS_TITLES,
    FEMALE_TITLES,
    JOINING_PREFIXES,
    LIGHT_WORDS,
    MALE_TITLES,
    NOT_A_PERSON,
    OTHER_NAME_MARKS,
    PARTICLES,
    POSTNOMINALS,
    RANKS,
    SEES,
    SUFFIXES,
    TITLES,
    WEAK_SUFFIXES,
)

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
_PRINT_FORMS: Final = str.maketrans(
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
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    marks = "".join(c for c in folded.translate(_LETTERS) if not unicodedata.combining(c))
    return "".join(c for c in marks if unicodedata.category(c) != "Cf")


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
    plain = fold(name.translate(_PRINT_FORMS)).replace("'", "")
    return NameKey(" ".join("".join(c if c.isalnum() else " " for c in plain).split()))


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
