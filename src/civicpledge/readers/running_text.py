"""A document as running text: whole paragraphs, no marks of emphasis inside, and the way back."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from civicpledge.model.sources import Document, Quote
from civicpledge.readers.lines import Line, lines_of

_WIDEST = 100
"""Longest line, in code points, of a page broken at a width; mail and text files are at 72 to 80."""
_FULL = 0.7
"""How much of the longest line a line fills at least if it was broken and did not just end: a judgement."""
_FEWEST = 3
_BOLD = "**"
_EMPHASIS = re.compile(r"\*{1,3}|__")
_Cut = tuple[int, int, str]


@frozen(kw_only=True, eq=False)
class RunningText:
    """
    A text to look for sentences in.

    :ivar text: the document's, without what :func:`running_text` takes out
    :ivar starts: :ivar origins: where each unbroken stretch begins in it and in the document
    """

    document: Document
    text: str
    starts: Sequence[int]
    origins: Sequence[int]

    def origin(self, at: int) -> int:
        """Give the place in the document of the character at *at*."""
        stretch = bisect_right(self.starts, at) - 1
        return self.origins[stretch] + at - self.starts[stretch]

    def quote(self, start: int, end: int) -> Quote:
        """Quote ``text[start:end]`` as the document prints it, with both marks of what is bold in it."""
        begin, until = self.origin(start), self.origin(end - 1) + 1
        printed = self.document.text
        if printed.count(_BOLD, begin, until) % 2:
            opened = begin >= len(_BOLD) and printed.startswith(_BOLD, begin - len(_BOLD))
            closed = printed.startswith(_BOLD, until)
            begin -= len(_BOLD) * opened
            until += len(_BOLD) * (closed and not opened)
        return self.document.quote(begin, until)

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Give the range of the document for ``text[start:end]``, with marks that stood at its ends."""
        begin = self.origin(start - 1) + 1 if start else 0
        ends_here = end == len(self.text) or self.text[end].isspace()
        return begin, self.origin(end) if ends_here else self.origin(end - 1) + 1


def running_text(document: Document) -> RunningText:
    r"""
    Take out of *document*'s text marks of emphasis inside lines and the line ends of a fixed width.

    A page with a line longer than 100, or with fewer than three lines that are full and go on in the next
    one, was not broken at a width. Bullets and marked lines begin a line anew.

    >>> from civicpledge.model.sources import Source
    >>> page = "We all met\nin the old\nhall and it\nwas **warm**.\n- Tea\n"
    >>> read = running_text(Document.from_text(page, source=Source(id="p", title="P")))
    >>> read.text
    'We all met in the old hall and it was warm.\n- Tea\n'
    >>> read.quote(34, 42).text
    'was **warm**'
    """
    text = document.text.replace("\u00a0", " ").replace("\u202f", " ")
    pieces, starts, origins, at, length = [], [0], [0], 0, 0
    for start, end, instead in sorted(_cuts(text)):
        pieces += [text[at:start], instead]
        length += start - at + len(instead)
        at = end
        starts.append(length)
        origins.append(end)
    pieces.append(text[at:])
    return RunningText(document=document, text="".join(pieces), starts=starts, origins=origins)


def _cuts(text: str) -> Iterator[_Cut]:
    """Give what to take out, and what to put there instead."""
    lines = lines_of(text)
    for line in lines:
        for found in _EMPHASIS.finditer(text, line.bare_start, line.bare_end):
            yield found.start(), found.end(), ""
    longest = max((line.end - line.start for line in lines), default=0)
    broken = [(a, b) for a, b in pairwise(lines) if _goes_on(a, b, longest)]
    if longest <= _WIDEST and len(broken) >= _FEWEST:
        yield from ((a.end, b.start, " ") for a, b in broken)


def _goes_on(line: Line, following: Line, longest: int) -> bool:
    """Tell whether *following* is the rest of *line*'s paragraph."""
    anew = following.gap or following.bullet or following.marked
    return line.end - line.start >= _FULL * longest and not anew and not line.marked
