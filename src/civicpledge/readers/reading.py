"""What a reader gives: elements as printed, each with its place, and segments that tile the text."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from civicpledge.model.asks import AskForm, PartForm, Power, RoundKind
from civicpledge.model.responses import Channel, ScopeKind, Wording
from civicpledge.model.sources import Document, Quote, SourceKind, Span
from civicpledge.readers.marking import marked_html, marked_text
from civicpledge.table import ColumnKind, Shown, Table


class SegmentKind(StrEnum):
    """What a stretch of the text is."""

    TITLE = "title"
    THEME = "theme"
    ASK = "ask"
    SPEAKER = "speaker"
    ANSWER = "answer"
    CLAIM = "claim"
    PLEDGE = "pledge"
    NOTE = "note"
    CONTEXT = "context"
    FURNITURE = "furniture"
    UNREAD = "unread"
    BLANK = "blank"


@frozen(kw_only=True)
class Segment:
    """Code points ``[start, end)`` of the text, held by one element or listed as unread."""

    kind: SegmentKind
    start: int
    end: int


@frozen(kw_only=True)
class ReadingWarning:
    """Something a person should look at: the line, what is there, and why it is odd."""

    line: int
    what: str
    why: str


@frozen(kw_only=True)
class RawTheme:
    """A heading over several asks."""

    title: str
    quote: Quote


@frozen(kw_only=True)
class RawPart:
    """One printed limb of a compound ask."""

    number: str | None = None
    quote: Quote
    form: PartForm = PartForm.LIMB


@frozen(kw_only=True)
class RawAsk:
    """
    A request as printed.

    :ivar number: as printed, without the bracket or the full stop; ``None`` where there is none
    :ivar key: what tells it from the others of the page: the number, else a slug of the title
    :ivar title: the heading's words; :ivar quote: the heading with its place
    :ivar text: the sentence of request before the first speaker, where there is one
    :ivar word_limit: how many words an answer may have, where the ask says so
    """

    number: str | None = None
    key: str
    title: str
    quote: Quote
    text: Quote | None = None
    form: AskForm = AskForm.UNKNOWN
    theme: RawTheme | None = None
    parts: tuple[RawPart, ...] = ()
    word_limit: int | None = None


@frozen(kw_only=True)
class RawAnswer:
    """
    One answer as printed.

    :ivar ask: what it answers; ``None`` where the page does not tell
    :ivar also: further asks it answers (a blanket answer); :ivar part: the part it answers
    :ivar speaker: the name exactly as printed, ``None`` where no name stands beside the words
    :ivar on_behalf_of: the candidate's name as printed, where the speaker is a stand-in
    :ivar label: where the speaker's name and party stand
    :ivar prompt: what invited an open statement, which answers no ask
    :ivar inferred: a name that the page's own words suggest, with the reason in ``why_inferred``
    :ivar possible: names that the page's own words leave to choose from, with the same reason
    """

    ask: RawAsk | None
    also: tuple[RawAsk, ...] = ()
    part: RawPart | None = None
    speaker: str | None = None
    party: str | None = None
    on_behalf_of: str | None = None
    label: Span | None = None
    prompt: Quote | None = None
    quote: Quote
    wording: Wording = Wording.VERBATIM
    channel: Channel = Channel.UNKNOWN
    inferred: str | None = None
    possible: tuple[str, ...] = ()
    why_inferred: str | None = None
    inferred_from: tuple[Span, ...] = ()


@frozen(kw_only=True)
class RawClaim:
    """
    What the page says about a group.

    :ivar scope: the group as printed; :ivar kind: how it is named
    :ivar names: the names it lists, as printed; :ivar office: the office it narrows to, as printed
    :ivar number: how many it says they are
    :ivar strength: ``committed`` for "backed it"; ``supportive`` for "were largely in agreement"
    :ivar hedge: what it takes back in the same breath
    """

    quote: Quote
    asks: tuple[RawAsk, ...] = ()
    scope: str
    kind: ScopeKind
    names: tuple[str, ...] = ()
    office: str | None = None
    number: int | None = None
    strength: str = "committed"
    hedge: str | None = None


@frozen(kw_only=True)
class RawPledge:
    """
    A pledge nobody asked for, from a manifesto or a round-up.

    :ivar section: the headings it stands under, outermost first
    :ivar speaker: the promiser as printed, where one is named
    :ivar own: ``False`` where it campaigns for somebody else's action
    :ivar appearances: every place it is printed; the first is the quote's
    """

    number: str | None = None
    section: tuple[str, ...] = ()
    quote: Quote
    speaker: str | None = None
    party: str | None = None
    own: bool = True
    wording: Wording = Wording.VERBATIM
    appearances: tuple[Span, ...] = ()


@frozen(kw_only=True)
class RawNote:
    """
    What the page says about an office and an ask.

    :ivar offices: the offices it names, as printed; :ivar power: what it says they can do
    :ivar only: whether it says that nobody else can
    """

    quote: Quote
    ask: RawAsk | None = None
    offices: tuple[str, ...] = ()
    power: Power | None = None
    only: bool = False


@frozen(kw_only=True)
class RawAbsence:
    """A person who the page says did not come, did not reply or pulled out."""

    name: str
    quote: Quote
    ask: RawAsk | None = None


@frozen(kw_only=True)
class RawStanding:
    """A line of a list of who stands for what: a row for a roster."""

    name: str
    party: str | None = None
    office: str | None = None
    quote: Quote


@frozen(kw_only=True)
class RawParticipant:
    """
    Somebody who took part in an occasion.

    :ivar role: the capacity as printed; :ivar on_behalf_of: whom they stood in for, as printed
    """

    name: str
    party: str | None = None
    role: str | None = None
    status: str = "attended"
    on_behalf_of: str | None = None
    quote: Quote


@frozen(kw_only=True)
class RawOccasion:
    """
    An assembly, a letter or a questionnaire that the document tells of.

    :ivar asks: what the document says was asked there, where it tells of several occasions
    """

    title: str
    quote: Quote
    kind: RoundKind = RoundKind.ASSEMBLY
    date: str | None = None
    place: str | None = None
    host: str | None = None
    headcounts: tuple[str, ...] = ()
    participants: tuple[RawParticipant, ...] = ()
    pledges: tuple[RawPledge, ...] = ()
    claims: tuple[RawClaim, ...] = ()
    asks: tuple[RawAsk, ...] = ()
    answers: tuple[RawAnswer, ...] = ()


_COLUMNS = {
    "line": ColumnKind.INTEGER,
    "element": ColumnKind.TEXT,
    "ask": ColumnKind.TEXT,
    "speaker": ColumnKind.TEXT,
    "party": ColumnKind.TEXT,
    "text": ColumnKind.TEXT,
}


@frozen(kw_only=True, str=False, repr=False)
class Reading(Shown):
    """
    A document's elements as printed; nothing is matched, coded or judged here.

    :ivar kind_evidence: why the document was taken for its kind, a line each
    :ivar draft: whether the document calls itself a draft
    :ivar header: header fields of a form, as printed: ``(("Party", "..."), ...)``
    :ivar segments: contiguous stretches that tile the text from its first character to its last
    """

    document: Document = field(repr=False)
    kind: SourceKind
    kind_evidence: tuple[str, ...] = ()
    draft: bool = False
    header: tuple[tuple[str, str], ...] = ()
    themes: tuple[RawTheme, ...] = ()
    asks: tuple[RawAsk, ...] = ()
    answers: tuple[RawAnswer, ...] = ()
    claims: tuple[RawClaim, ...] = ()
    pledges: tuple[RawPledge, ...] = ()
    notes: tuple[RawNote, ...] = ()
    absences: tuple[RawAbsence, ...] = ()
    standing: tuple[RawStanding, ...] = ()
    occasions: tuple[RawOccasion, ...] = ()
    segments: tuple[Segment, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()

    def __repr__(self) -> str:
        """Count instead of dumping."""
        names = ("themes", "asks", "answers", "claims", "pledges", "notes", "unread", "warnings")
        counts = ", ".join(f"{len(getattr(self, name))} {name}" for name in names)
        return f"<Reading of {self.document.source.id!r} as {self.kind.value}: {counts}>"

    def to_table(self) -> Table:
        """Give a row for each element, in the order of the text, with the number of its line."""
        rows = sorted(self._rows(), key=lambda row: (row[0], row[1]))
        starts = [0, *(found.end() for found in re.finditer("\n", self.document.text))]
        lines = ((bisect_right(starts, start), *rest) for start, *rest in rows)
        return Table.of(_COLUMNS, lines, title=self.document.source.title)

    def _rows(self) -> Iterator[tuple[int, str, str | None, str | None, str | None, str]]:
        for kind, elements in self._elements():
            for element in elements:
                asks = getattr(element, "asks", ())
                ask = getattr(element, "ask", asks[0] if asks else None)
                quote = element.quote
                yield (
                    quote.span.start,
                    kind,
                    element.key if kind == "ask" else ask.key if ask is not None else None,
                    getattr(element, "speaker", None) or getattr(element, "name", None),
                    getattr(element, "party", None),
                    quote.text,
                )

    def _elements(self) -> Iterator[tuple[str, tuple[Any, ...]]]:
        yield "theme", self.themes
        yield "ask", self.asks
        yield "answer", self.answers
        yield "claim", self.claims
        yield "pledge", self.pledges
        yield "note", self.notes
        yield "absence", self.absences
        yield "standing", self.standing
        yield "occasion", self.occasions

    def to_text(self) -> str:
        """Show the document with the kind of every stretch in the margin, for a person to check."""
        return marked_text(self.document.text, self._marks())

    def to_html(self) -> str:
        """Show the document with every stretch coloured by its kind; the same as in a notebook."""
        return marked_html(self.document.text, self._marks())

    def _repr_html_(self) -> str:
        return self.to_html()

    def _marks(self) -> Iterator[tuple[str, int, int]]:
        return ((s.kind.value, s.start, s.end) for s in self.segments)

    @property
    def unread(self) -> tuple[Segment, ...]:
        """The stretches that no element holds."""
        return tuple(s for s in self.segments if s.kind is SegmentKind.UNREAD)

    def text_of(self, segment: Segment) -> str:
        """Give the characters of *segment*."""
        return self.document.text[segment.start : segment.end]


def tile(text: str, held: Iterable[Segment]) -> tuple[Segment, ...]:
    """
    Fill the gaps between the *held* segments, so that all tile *text*.

    A gap of white space is ``BLANK``, a gap with anything else ``UNREAD``; a gap's white space at its ends
    is split off as ``BLANK``.

    :param held: segments that do not overlap, in any order
    :raises ValueError: if two of them overlap or one lies outside the text

    >>> [s.kind.value for s in tile("ab  cd", [Segment(kind=SegmentKind.ASK, start=0, end=2)])]
    ['ask', 'blank', 'unread']
    """
    tiles: list[Segment] = []
    at = 0
    for segment in sorted(held, key=lambda s: s.start):
        if segment.start < at or segment.end > len(text) or segment.end <= segment.start:
            message = f"segment {segment.start}:{segment.end} overlaps another or leaves the text"
            raise ValueError(message)
        tiles += [*_gap(text, at, segment.start), segment]
        at = segment.end
    return (*tiles, *_gap(text, at, len(text)))


def _gap(text: str, start: int, end: int) -> list[Segment]:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip())
    if first >= last:
        pieces = [(SegmentKind.BLANK, start, end)]
    else:
        blank = SegmentKind.BLANK
        pieces = [(blank, start, first), (SegmentKind.UNREAD, first, last), (blank, last, end)]
    return [Segment(kind=k, start=a, end=b) for k, a, b in pieces if a < b]
