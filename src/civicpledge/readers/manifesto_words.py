"""Words that a PDF broke or joined: found, told, and left as they are."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from civicpledge.readers.reading import ReadingWarning

_TOKEN = re.compile(r"[^\W_]+(?:[-‐–][^\W_]+)*")
_BROKEN = re.compile(r"(?<=[^\W\d_]{2})[-‐](?: ?\n ?| )(?P<rest>[a-z]{2,30})")
_HUMP = re.compile(r"[a-z][A-Z]")
_GAP = re.compile(r"(?<=[^\s|]) {4,80}(?=[^\s|])")
_FULL_LINE = re.compile(r"^[^\n]*\S", re.MULTILINE)
_SHARE = 5
_SUSPENDED = frozenset({"and", "or", "to", "nor", "bis"})
_LONGEST_TOKEN = 60
_SHORT = 3
_LONGEST_HALF = 30


def word_warnings(text: str) -> Iterator[ReadingWarning]:
    r"""
    Give a warning for every word that looks broken or joined.

    A word is joined where the same letters are printed with a hyphen elsewhere, or where a capital stands
    inside it and both halves are printed as words; broken where a space or a line's end follows a hyphen.

    >>> [w.what for w in word_warnings("A zero-carbon town.\nThe first zerocarbon town, nine- fold.")]
    ['a joined word at column 11', 'a broken word at column 28']
    """
    found = sorted([*_joined(text), *_broken(text)])
    line, at = 1, 0
    for offset, what, why in found:
        line += text.count("\n", at, offset)
        at = offset
        column = offset - text.rfind("\n", 0, offset)
        yield ReadingWarning(line=line, what=f"{what} at column {column}", why=why)


def lost_hyphens(text: str) -> dict[str, str]:
    """
    Give the words whose hyphen a PDF seems to have lost, each with the form printed elsewhere.

    A form that is printed more than twice as often without the hyphen is a spelling.

    >>> lost_hyphens("A zero-carbon town. The first zerocarbon town.")
    {'zerocarbon': 'zero-carbon'}
    """
    counts = Counter(m[0] for m in _TOKEN.finditer(text) if len(m[0]) <= _LONGEST_TOKEN)
    found = {_bare(word): word for word in sorted(counts) if word != _bare(word)}
    return {
        bare: whole
        for bare, whole in found.items()
        if len(bare) > _SHORT and 0 < counts[bare] <= 2 * counts[whole]
    }


def column_warnings(text: str) -> Iterator[ReadingWarning]:
    r"""
    Give one warning where many lines have a wide gap inside: two columns that a PDF printed as one line.

    >>> [w.line for w in column_warnings("We will      They\nmend it.     did not.\nNow.         Yes.")]
    [1]
    """
    gaps = [found.start() for found in _GAP.finditer(text)]
    lines = sum(1 for found in _FULL_LINE.finditer(text))
    if len(gaps) >= _SHORT and len(gaps) * _SHARE >= lines:
        line = text.count("\n", 0, gaps[0]) + 1
        yield ReadingWarning(
            line=line, what="lines with wide gaps", why="two columns may stand side by side"
        )


def _joined(text: str) -> Iterator[tuple[int, str, str]]:
    tokens = [(m.start(), m[0]) for m in _TOKEN.finditer(text) if len(m[0]) <= _LONGEST_TOKEN]
    counts = Counter(token for _, token in tokens)
    lost = lost_hyphens(text)
    for at, token in tokens:
        if token in lost:
            yield at, "a joined word", "it is printed with a hyphen elsewhere"
        elif any(
            _is_hump(piece, counts) or _is_glued(piece, token, counts) for piece in _halves(token)
        ):
            yield at, "a joined word", "two words may have been joined at a line's end"


def _halves(token: str) -> list[str]:
    return re.split(r"[-‐–]", token)


def _bare(word: str) -> str:
    return word.replace("-", "").replace("‐", "").replace("–", "")


def _is_hump(piece: str, counts: "Counter[str]") -> bool:
    """Tell whether two names were joined: "NorthtonSouthby", printed once, where both stand elsewhere."""
    found = _HUMP.search(piece)
    if found is None or counts[piece] > 1:
        return False
    halves = piece[: found.start() + 1], piece[found.start() + 1 :]
    return all(len(half) > _SHORT and half in counts for half in halves)


def _is_glued(piece: str, token: str, counts: "Counter[str]") -> bool:
    """Tell whether an article was joined to a word inside a hyphenated one: "fibre-to-thedoor"."""
    return piece != token and piece.startswith("the") and len(piece) > 6 and piece[3:] in counts


def _broken(text: str) -> Iterator[tuple[int, str, str]]:
    for found in _BROKEN.finditer(text):
        if found["rest"] not in _SUSPENDED:
            half = text[max(0, found.start() - _LONGEST_HALF) : found.start()]
            at = found.start() - sum(1 for _ in takewhile(str.isalpha, reversed(half)))
            yield at, "a broken word", "a word may have been broken at a line's end"
