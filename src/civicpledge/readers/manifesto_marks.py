"""Marks of lists that only their company tells: "n Build homes" thrice, or "1 Mend", "2 Light", "3 Sow"."""

import re
from collections import Counter
from collections.abc import Iterator

from attrs import frozen

_FEW = 3
_OPENER = re.compile(
    r"^[ \t]*(?P<mark>(?P<bare>\d{1,2})|\(?(?P<letter>[a-z]|[ivx]{2,4})[.)]|(?P<sign>[nolquv]))"
    r"[ \t]{1,8}(?=['\"‘“]?[A-Z])",
    re.MULTILINE,
)
# A pledge with the number of its chapter: "**2.1 We will mend the weir.** It broke in May."
_DOTTED = re.compile(
    r"^[ \t]*(?:\*\*(?P<bold>\d{1,2}\.\d{1,2})\.?[ \t]{1,8}(?=[A-Z][^*\n]{15,400}[.!]\*\*)"
    r"|(?P<plain>\d{1,2}\.\d{1,2})\.?[ \t]{1,8}(?=(?:We|I)['’ ]))",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")


@frozen(kw_only=True)
class Mark:
    """A mark and where the words behind it begin; a number's digits, with its chapter's, or the sign."""

    mark: str
    at: int


def marks_of(text: str) -> dict[int, Mark]:
    r"""
    Give the marks that are no marks alone, by where they begin.

    A letter that a font of symbols shows as a bullet stands before three lines or more; bare numbers,
    letters with a dot and small Roman numbers count three or more in their order. So do numbers with their
    chapter's before three sentences or more that are set in bold or promise.

    >>> text = "n Build homes\nn Mend paths\nn Plant trees\nn o\n"
    >>> [(start, mark.mark) for start, mark in marks_of(text).items()]
    [(0, 'n'), (14, 'n'), (27, 'n')]
    >>> marks_of("1 Mend it\n2 Light it\n\nWard 5\n7 Lime Street\n")
    {}
    """
    found = list(_OPENER.finditer(text))
    signs = Counter(mark["sign"] for mark in found if mark["sign"])
    kept = [mark for mark in found if mark["sign"] and signs[mark["sign"]] >= _FEW]
    for values in (_numbers(found), _letters(found), _romans(found)):
        kept += _counted(values)
    told = {
        m.start("mark"): Mark(mark=m["bare"] or m["letter"] or m["sign"], at=m.end()) for m in kept
    }
    told |= _dotted(text)
    return dict(sorted(told.items()))


def _dotted(text: str) -> dict[int, Mark]:
    found = list(_DOTTED.finditer(text))
    marks = (Mark(mark=m["bold"] or m["plain"], at=m.end()) for m in found)
    starts = (m.start() + len(m[0]) - len(m[0].lstrip()) for m in found)
    return dict(zip(starts, marks, strict=True)) if len(found) >= _FEW else {}


Valued = tuple[int, "re.Match[str]"]


def _numbers(found: list["re.Match[str]"]) -> Iterator[Valued]:
    return ((int(mark["bare"]), mark) for mark in found if mark["bare"])


def _letters(found: list["re.Match[str]"]) -> Iterator[Valued]:
    letters = (mark for mark in found if mark["letter"] and len(mark["letter"]) == 1)
    return ((ord(mark["letter"]) - ord("a") + 1, mark) for mark in letters)


def _romans(found: list["re.Match[str]"]) -> Iterator[Valued]:
    return ((_ROMAN.index(m["letter"]) + 1, m) for m in found if m["letter"] in _ROMAN)


def _between(mark: "re.Match[str]", following: "re.Match[str]") -> str:
    return mark.string[mark.end() : following.start("mark")].rstrip()


def _counted(values: Iterator[Valued]) -> list["re.Match[str]"]:
    """Keep the runs that count from 1, three or more, each a paragraph at most; longer ones are parts."""
    kept: list[re.Match[str]] = []
    run: list[re.Match[str]] = []
    for value, mark in values:
        if value == len(run) + 1 and not (run and _PARAGRAPH.search(_between(run[-1], mark))):
            run.append(mark)
            continue
        kept += run if len(run) >= _FEW else []
        run = [mark] if value == 1 else []
    return kept + (run if len(run) >= _FEW else [])
