"""Identifiers: one form for all, a type for each, made from names and numbers, never from positions."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import NewType

AreaId = NewType("AreaId", str)
OfficeId = NewType("OfficeId", str)
ContestId = NewType("ContestId", str)
PartyId = NewType("PartyId", str)
PersonId = NewType("PersonId", str)
CandidateId = NewType("CandidateId", str)
SourceId = NewType("SourceId", str)
RoundId = NewType("RoundId", str)
ThemeId = NewType("ThemeId", str)
AskId = NewType("AskId", str)
PartId = NewType("PartId", str)
ResponseId = NewType("ResponseId", str)
CodingId = NewType("CodingId", str)
ClaimId = NewType("ClaimId", str)

_SLUG = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
# Letters that do not decompose into a base letter and a mark.
_BASE_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
)
# An apostrophe joins ("O'Neill" is one word); every other mark parts.
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ`´", ""))


def is_id(text: str) -> bool:
    """
    Tell whether *text* has the form of an identifier: ``[a-z0-9]+([.-][a-z0-9]+)*``.

    >>> is_id("mayor.west-midlands.2021-05-06"), is_id("Andy Street")
    (True, False)
    """
    return _SLUG.fullmatch(text) is not None


def several(ids: str | Iterable[str]) -> tuple[str, ...]:
    """
    Take one identifier, or several, as several: a lone text is not taken letter by letter.

    >>> several("page"), several(["page", "book"])
    (('page',), ('page', 'book'))
    """
    return (ids,) if isinstance(ids, str) else tuple(ids)


def slug(text: str) -> str:
    """
    Make one segment of an identifier out of a name or a title.

    Letters lose their accents; a text without a Latin letter or digit becomes ``x-`` and eight hexadecimal
    digits of its SHA-256, so that it has an identifier of its own too.

    >>> slug("Jay Singh-Sohal"), slug("Siân O’Neill"), slug("7.")
    ('jay-singh-sohal', 'sian-oneill', '7')
    """
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_APOSTROPHES)
    plain = "".join(c for c in folded.translate(_BASE_LETTERS) if not unicodedata.combining(c))
    made = _NOT_SLUG.sub("-", plain).strip("-")
    return made or f"x-{digest(text)[:8]}"


def digest(text: str) -> str:
    """
    Give the SHA-256 of *text* as UTF-8, in 64 hexadecimal digits.

    >>> digest("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def natural_key(identifier: str) -> tuple[tuple[bool, int, str], ...]:
    """
    Give a key that sorts identifiers as people count: ``ask.2`` before ``ask.10``.

    >>> sorted(["r.10", "r.2", "r.fund"], key=natural_key)
    ['r.2', 'r.10', 'r.fund']
    """
    pieces = filter(None, re.split(r"0*([0-9]+)", identifier))
    # Of two numbers without leading zeros the longer one is the greater, however long both are.
    return tuple((False, len(p), p) if p.isdigit() else (True, 0, p) for p in pieces)
