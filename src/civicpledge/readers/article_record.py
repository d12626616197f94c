"""What a walk down an article keeps: asks, answers, claims, notes, who stands, and what holds them."""

from attrs import define, field

from civicpledge.model.sources import Document, Quote
from civicpledge.readers.article_quotations import infer
from civicpledge.readers.labels import Label
from civicpledge.readers.lines import Line
from civicpledge.readers.occasions import occasion_of
from civicpledge.readers.reading import (
    RawAbsence,
    RawAnswer,
    RawAsk,
    RawClaim,
    RawNote,
    RawOccasion,
    RawParticipant,
    RawStanding,
    RawTheme,
    ReadingWarning,
    Segment,
    SegmentKind,
)


@define(kw_only=True)
class Record:
    """
    What has been read so far.

    :ivar context: the stretches of the page's own words
    """

    document: Document
    themes: list[RawTheme] = field(factory=list)
    asks: list[RawAsk] = field(factory=list)
    answers: list[RawAnswer] = field(factory=list)
    claims: list[RawClaim] = field(factory=list)
    notes: list[RawNote] = field(factory=list)
    absences: list[RawAbsence] = field(factory=list)
    standing: list[RawStanding] = field(factory=list)
    participants: list[RawParticipant] = field(factory=list)
    warnings: list[ReadingWarning] = field(factory=list)
    held: list[Segment] = field(factory=list)
    context: list[tuple[int, int]] = field(factory=list)

    def occasions(self) -> tuple[RawOccasion, ...]:
        """Give the occasion that the page tells of, if it says when it was, or who took part."""
        found = occasion_of(self.document, self.context, tuple(self.participants))
        return (found,) if found else ()

    def absent(self, label: Label, quote: Quote, asks: tuple[RawAsk, ...]) -> None:
        """Keep that somebody gave no answer to the *asks*, or at all."""
        if label.name:
            of = asks or (None,)
            self.absences += [RawAbsence(name=label.name, quote=quote, ask=ask) for ask in of]
        self.hold(SegmentKind.NOTE, quote.span.start, quote.span.end)

    def stands(self, label: Label, line: Line) -> None:
        """Keep a line of a list of who stands."""
        quote = self.document.quote(line.bare_start, line.bare_end)
        self.hold(SegmentKind.CONTEXT, line.start, line.end)
        if label.name:
            self.standing.append(RawStanding(name=label.name, party=label.party, quote=quote))

    def offer_names(self) -> None:
        """Look for who said the words beside which nobody is named."""
        nameless = [
            a for a in self.answers if a.speaker is None and a.party is None and not a.inferred
        ]
        if nameless:
            found = {a.quote.span: a for a in infer(self.document, nameless, self.context)}
            self.answers = [found.get(a.quote.span, a) for a in self.answers]

    def has_words(self, start: int, end: int) -> bool:
        """Tell whether anything is said in a stretch of the text."""
        return any(map(str.isalnum, self.document.text[start:end]))

    def hold(self, kind: SegmentKind, start: int, end: int) -> None:
        """Hold a stretch of the text."""
        if start < end:
            self.held.append(Segment(kind=kind, start=start, end=end))

    def warn(self, line: Line, what: str, why: str) -> None:
        """Keep a warning."""
        self.warnings.append(ReadingWarning(line=line.number, what=what, why=why))
