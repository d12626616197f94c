"""Numbers as running text writes them: digits, words, thousands, fractions; exact, never a float."""

import re
from fractions import Fraction
from typing import Final

_UNITS: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES: Final = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "mn": 10**6, "mil": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12,
}  # fmt: skip
_DENOMINATORS: Final = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_GLYPHS: Final = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4),
    "¾": Fraction(3, 4), "⅕": Fraction(1, 5), "⅛": Fraction(1, 8),
}  # fmt: skip

_SMALL: Final = "|".join(sorted((*_UNITS, *_TENS), key=len, reverse=True))
WORDS: Final = (
    rf"(?:(?:{_SMALL})(?:[- ](?:{_SMALL}))?|"
    r"an?(?= (?:hundred|thousand|million|billion|dozen)\b))"
    r"(?:(?: |-)(?:hundred|thousand|million|billion|dozen)"
    rf"(?:,? and (?:{_SMALL})(?:[- ](?:{_SMALL}))?\b)?){{0,3}}"
)
"""A number in words; ``a`` and ``an`` count only before a scale."""

DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,6})?"
"""A number in digits, with thousands separated by commas or by nothing."""

SCALE: Final = r"(?:\s?(?:hundred|thousand|million|billion|trillion)\b|\s?(?:bn|mn|tn)\b|[km]\b)"
GLYPHS: Final = "".join(_GLYPHS)
FRACTION: Final = (
    r"(?:(?:an?|one|two|three|four|five|nine|1|2|3)[- ])?"
    r"(?:half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)"
)


def number(text: str) -> Fraction:
    """
    Give the value of digits or number words, with a scale or without.

    :raises ValueError: if *text* is neither

    >>> number("2,708"), number("1.5 million"), number("300k"), number("twenty-five thousand")
    (Fraction(2708, 1), Fraction(1500000, 1), Fraction(300000, 1), Fraction(25000, 1))
    """
    found = re.match(rf"({DIGITS})([{GLYPHS}])?\s*([a-z]*)$", text.strip().lower())
    if found is None:
        return Fraction(_in_words(text))
    value = Fraction(found[1].replace(",", ""))
    value += _GLYPHS[found[2]] if found[2] else 0
    return value * _SCALES.get(found[3], 1)


def _in_words(text: str) -> int:
    total, run = 0, 0
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in ("and", "of"):
            continue
        if word in ("a", "an"):
            run = 1
        elif word == "dozen":
            run = max(run, 1) * 12
        elif word in _UNITS or word in _TENS:
            run += _UNITS.get(word, 0) + _TENS.get(word, 0)
        elif word == "hundred":
            run = max(run, 1) * 100
        elif word in _SCALES:
            total, run = total + max(run, 1) * _SCALES[word], 0
        else:
            message = f"{len(text)} characters are no number"
            raise ValueError(message)
    return total + run


def fraction(text: str) -> Fraction:
    """
    Give the value of a fraction in words or of a fraction sign.

    >>> fraction("two thirds"), fraction("a quarter"), fraction("half"), fraction("¾")
    (Fraction(2, 3), Fraction(1, 4), Fraction(1, 2), Fraction(3, 4))
    """
    if text in _GLYPHS:
        return _GLYPHS[text]
    words = re.findall(r"[a-z]+|\d+", text.lower())
    below = (
        _DENOMINATORS[words[-1]] if words[-1] in _DENOMINATORS else _DENOMINATORS[words[-1][:-1]]
    )
    above = words[0] if len(words) > 1 else "a"
    times = 1 if above in ("a", "an") else int(above) if above.isdigit() else _UNITS[above]
    return Fraction(times, below)
