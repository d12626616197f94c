"""Signs that only look unlike plain ones: readers see spaces and colons, quotes keep what is printed."""

import re
from typing import Any

from attrs import evolve, fields, has

from civicpledge.model.sources import Document, Quote
from civicpledge.readers.reading import Reading

_SPACES = dict.fromkeys(
    map(
        ord,
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    ),
    " ",
)
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_UNSEEN = "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad"
# Between two letters they may part or join a word, and stay.
_AT_EDGE = re.compile(rf"(?<![^\W_])[{_UNSEEN}]|[{_UNSEEN}](?![^\W_])")


def plain(document: Document) -> Document:
    r"""
    Give *document* with plain signs in the places of those that look alike, each in its own place.

    Spaces of every width are spaces, full-width forms are plain, and what nobody sees beside a word is a
    space. The text is as long as before; where nothing is to be changed, it is the same document.

    >>> from civicpledge.model.sources import Source
    >>> page = Document.from_text("\u200bAnn\u00a0Body\uff1aYes", source=Source(id="page", title="A page"))
    >>> plain(page).text
    ' Ann Body:Yes'
    """
    text = _AT_EDGE.sub(" ", document.text).translate(_SPACES | _WIDE)
    if text == document.text:
        return document
    return Document.from_text(text, source=evolve(document.source, sha256=None))


def as_printed(reading: Reading, document: Document) -> Reading:
    """Give a reading of ``plain(document)`` with the words of *document* in all of its quotes."""
    if reading.document is document:
        return reading
    made: dict[int, Any] = {}

    def printed(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(printed(one) for one in value)
        if isinstance(value, Quote):
            return document.quote(value.span.start, value.span.end)
        if not has(type(value)):
            return value
        if id(value) not in made:
            named = {f.name: printed(getattr(value, f.name)) for f in fields(type(value))}
            made[id(value)] = evolve(value, **named)
        return made[id(value)]

    told = {
        f.name: printed(getattr(reading, f.name)) for f in fields(Reading) if f.name != "document"
    }
    return evolve(reading, document=document, **told)
