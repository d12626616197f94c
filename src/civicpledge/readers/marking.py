"""A document with its elements marked, for a person who checks a reading."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterable

Mark = tuple[str, int, int]

_COLOURS = {
    "title": "#e8e8e8",
    "theme": "#d9c8f0",
    "ask": "#bcd9f5",
    "speaker": "#ffe3a3",
    "answer": "#cdebc5",
    "claim": "#f6c6c6",
    "pledge": "#cdebc5",
    "note": "#f3d1ea",
    "context": "#f4f4f4",
    "furniture": "#dddddd",
    "unread": "#ff9d9d",
}
# Control, zero-width and direction marks: what moves a terminal's cursor or turns a line around.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


def marked_text(text: str, marks: Iterable[Mark]) -> str:
    r"""
    Show *text* with the kind of each stretch in the margin, and the number of its first line.

    Blank stretches are left out; characters that a terminal would obey are made visible.

    >>> print(marked_text("Homes\n\nAnn: Yes", [("ask", 0, 5), ("blank", 5, 7), ("answer", 7, 15)]))
       1 ask        Homes
       3 answer     Ann: Yes
    """
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    lines = []
    for kind, start, end in marks:
        if kind == "blank":
            continue
        number = bisect_right(starts, start)
        margin = f"{number:>4} {kind:<10} "
        words = visible(text[start:end]).split("\n")
        lines.append(margin + words[0])
        lines += [" " * len(margin) + line for line in words[1:]]
    return "\n".join(lines)


def marked_html(text: str, marks: Iterable[Mark]) -> str:
    """
    Show *text* as HTML with each stretch coloured by its kind and the kind as its tooltip.

    The whole text is there, escaped; the legend names the kinds that occur. Nothing is fetched.

    >>> marked_html("<b>", [("unread", 0, 3)]).count("&lt;b&gt;")
    1
    """
    pieces = []
    kinds: dict[str, None] = {}
    for kind, start, end in marks:
        words = html.escape(visible(text[start:end]))
        if kind == "blank":
            pieces.append(words)
            continue
        kinds[kind] = None
        pieces.append(f'<mark style="{_style(kind)}" title="{html.escape(kind)}">{words}</mark>')
    legend = " ".join(f'<mark style="{_style(kind)}">{html.escape(kind)}</mark>' for kind in kinds)
    body = "".join(pieces)
    return f'<div><p>{legend}</p><pre style="white-space:pre-wrap;font:inherit">{body}</pre></div>'


def _style(kind: str) -> str:
    return f"background:{_COLOURS.get(kind, '#ffffff')};color:#111"


def visible(words: str) -> str:
    r"""
    Write control and direction marks as escapes, so that they change nothing but themselves.

    >>> visible("a\u202eb\n")
    'a\\u202eb\n'
    """
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", words)
