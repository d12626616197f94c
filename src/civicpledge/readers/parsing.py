"""One call for all kinds: the kind is the one with the most signs, and the reading says which."""

import re
from bisect import bisect_left
from collections.abc import Callable

from attrs import evolve, frozen

from civicpledge.errors import NothingReadError, UnknownIdError
from civicpledge.model.sources import Document, SourceKind
from civicpledge.progress import Progress
from civicpledge.readers import article, manifesto, questionnaire, questionnaire_signs, roundup
from civicpledge.readers.beside_tables import joined, stands_alone, without_tables
from civicpledge.readers.plain_text import as_printed, plain
from civicpledge.readers.reading import Reading, ReadingWarning


@frozen(kw_only=True)
class _Reader:
    kind: SourceKind
    signs: Callable[[Document], tuple[str, ...]]
    read: Callable[[Document, Progress | None], Reading]


# Where two kinds have as many signs, the earlier one is taken.
_READERS = (
    _Reader(kind=SourceKind.ARTICLE, signs=article.signs, read=article.read_article),
    _Reader(
        kind=SourceKind.QUESTIONNAIRE,
        signs=questionnaire_signs.signs,
        read=questionnaire.read_questionnaire,
    ),
    _Reader(kind=SourceKind.ROUNDUP, signs=roundup.signs, read=roundup.read_roundup),
    _Reader(kind=SourceKind.MANIFESTO, signs=manifesto.signs, read=manifesto.read_manifesto),
)


def parse(
    document: Document,
    kind: str | SourceKind | None = None,
    *,
    progress: Progress | None = None,
) -> Reading:
    r"""
    Read *document* as *kind*, or as what most signs speak for.

    ``reading.kind`` says which kind it was taken for, ``reading.kind_evidence`` why. Where nothing can be
    read as that kind, the kind with the next most signs is tried.

    :param kind: ``article``, ``roundup``, ``questionnaire`` or ``manifesto``
    :param progress: wraps what is worked through, like ``tqdm.tqdm``: the lines of each long pass, of which
        a kind has one or two
    :raises UnknownIdError: if there is no such kind
    :raises NothingReadError: if no ask, answer, claim, pledge or occasion comes out

    >>> from civicpledge.model.sources import Source
    >>> text = "1) Homes\n\nAnn Body, Green:\n\nYes.\n\nBo Ng, Labour:\n\nNo.\n"
    >>> parse(Document.from_text(text, source=Source(id="page", title="A page"))).kind.value
    'article'
    """
    text = plain(document)
    beside = without_tables(text)
    if beside is not None:
        reading = _read(beside, kind, progress)
        if reading is not None and stands_alone(reading):
            whole = joined(reading, questionnaire.read_questionnaire(text, progress))
            if whole is not None:
                return as_printed(_with_second_answers(whole), document)
    reading = _read(text, kind, progress)
    if reading is None:
        raise NothingReadError(document.source.id, "has no ask, no answer, no claim and no pledge")
    return as_printed(_with_second_answers(reading), document)


def _with_second_answers(reading: Reading) -> Reading:
    """Warn where one name answers one ask again: a score counts the later words."""
    ends = [found.start() for found in re.finditer("\n", reading.document.text)]
    first: dict[tuple[str, str], int] = {}
    warnings = []
    for answer in sorted(reading.answers, key=lambda a: a.quote.span.start):
        if answer.speaker is None or answer.ask is None or answer.part is not None:
            continue
        line = bisect_left(ends, answer.quote.span.start) + 1
        key = " ".join(answer.speaker.casefold().split()), answer.ask.key
        if key in first:
            why = f"to an ask that line {first[key]} answers under the same name; the later words count"
            warnings.append(ReadingWarning(line=line, what="a second answer", why=why))
        first.setdefault(key, line)
    if not warnings:
        return reading
    told = sorted({*reading.warnings, *warnings}, key=lambda w: (w.line, w.what, w.why))
    return evolve(reading, warnings=tuple(told))


def _read(
    document: Document, kind: str | SourceKind | None, progress: Progress | None
) -> Reading | None:
    """Read a document as *kind*, or as the likeliest kind as which anything is read."""
    sample = _sample(document)
    if kind is not None:
        reader = _reader(str(kind))
        likely = [(reader, ("the caller says so", *reader.signs(sample)))]
    else:
        found = [(reader, reader.signs(sample)) for reader in _READERS]
        likely = sorted(found, key=lambda pair: -len(pair[1]))
    for reader, signs in likely:
        reading = evolve(reader.read(document, progress), kind_evidence=signs or _NO_SIGN)
        if _holds(reading):
            return reading
    return None


_SNIFFED = 200_000
"""Of a longer text only so many code points tell its kind; all of it is read."""


def _sample(document: Document) -> Document:
    if len(document.text) <= _SNIFFED:
        return document
    cut = document.text[:_SNIFFED]
    whole = cut[: cut.rfind("\n") + 1]
    part = whole if any(c.isalnum() for c in whole) else document.text
    return Document.from_text(part, source=evolve(document.source, sha256=None))


_NO_SIGN = ("no sign of it; the first kind as which something can be read",)


def _holds(reading: Reading) -> bool:
    held = (reading.asks, reading.answers, reading.claims, reading.pledges, reading.occasions)
    return any(held)


def _reader(kind: str) -> _Reader:
    for reader in _READERS:
        if reader.kind.value == kind:
            return reader
    raise UnknownIdError("kind of document", kind, tuple(reader.kind.value for reader in _READERS))
