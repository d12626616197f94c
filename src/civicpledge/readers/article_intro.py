"""A page's own prose, sentence by sentence: what is asked, what is claimed, what an office can do."""

from bisect import bisect_left
from collections.abc import Iterator

from attrs import define, evolve, field

from civicpledge.model.asks import Power
from civicpledge.model.sources import Document, Quote
from civicpledge.readers.asks import Draft, list_parts
from civicpledge.readers.lines import (
    Line,
    closes_quotation,
    has_question,
    opens_quotation,
    paragraphs,
    sentences,
)
from civicpledge.readers.numbering import numbered
from civicpledge.readers.presences import AWAY, presences_in
from civicpledge.readers.prose import (
    lists_candidates,
    names_in,
    tells_of_replies,
    tells_who_came,
    tells_who_stayed_away,
)
from civicpledge.readers.prose_subjects import Known
from civicpledge.readers.reading import (
    RawAbsence,
    RawAsk,
    RawClaim,
    RawNote,
    RawParticipant,
    RawStanding,
    SegmentKind,
)
from civicpledge.readers.reported_speech import Told, told_in
from civicpledge.readers.statements import (
    addressed,
    convenes,
    demand_in,
    funds,
    group_statement,
    is_request,
    leads_in,
    offices_in,
    remit_statement,
)

LONGEST_PROSE = 100_000
"""A paragraph of the page's own with more code points is left unread: no page has one."""

Piece = tuple[SegmentKind, int, int]


@define
class Prose:
    """What stretches of a page's own prose hold; claims and notes get their ask when it is known."""

    document: Document
    known: Known = field(factory=Known)
    pieces: list[Piece] = field(factory=list)
    claims: list[RawClaim] = field(factory=list)
    notes: list[RawNote] = field(factory=list)
    addressed: list[RawNote] = field(factory=list)
    absences: list[RawAbsence] = field(factory=list)
    standing: list[RawStanding] = field(factory=list)
    participants: list[RawParticipant] = field(factory=list)
    quotations: list[tuple[int, int]] = field(factory=list)
    rest: list[tuple[int, int]] = field(factory=list)
    points: list[Line] = field(factory=list)
    told: list[Told] = field(factory=list)
    reaches: list[tuple[int, int]] = field(factory=list)

    def read(self, lines: list[Line], *, quotations: bool) -> None:
        """Take *lines*; where *quotations* is set, a paragraph in quotation marks is somebody's words."""
        joined = paragraphs(lines)
        self._tell(joined)
        for paragraph in _whole_quotations(joined) if quotations else joined:
            start, end = paragraph[0].start, paragraph[-1].end
            first, last = paragraph[0], paragraph[-1]
            if self._told_between(start, end):
                self._read_prose(paragraph, quotations=quotations)
            elif quotations and opens_quotation(first.bare) and closes_quotation(last.bare):
                self.quotations.append((start, end))
                self.pieces.append((SegmentKind.ANSWER, start, end))
            elif first.bullet or numbered(first.bare) is not None:
                self.points.append(first)
                self.pieces.append((SegmentKind.ASK, start, end))
            else:
                self._read_prose(paragraph, quotations=quotations)

    def read_behind(self, behind: list[tuple[Line, ...]]) -> None:
        """
        Take what stands behind answers: only what it says of groups, offices and absences is read.

        The rest may be an answer's or the page's; nobody can tell, so no element holds it.
        """
        self._tell(behind)
        for paragraph in behind:
            start, end = paragraph[0].start, paragraph[-1].end
            quoted = opens_quotation(paragraph[0].bare) or end - start > LONGEST_PROSE
            for first, last in self._untold(start, end):
                kind = SegmentKind.CONTEXT if quoted else self._sentence(first, last)
                named = not quoted and self._names_absent(first)
                if kind is not SegmentKind.CONTEXT or named:
                    self.pieces.append((kind, first, last))

    def _tell(self, joined: list[tuple[Line, ...]]) -> None:
        """Take what these paragraphs tell that people said."""
        spans = [(p[0].start, p[-1].end) for p in joined]
        self.told = list(told_in(self.document.text, spans, self.known))
        self.reaches = sorted((min(t.start, t.label[0]), max(t.end, t.label[1])) for t in self.told)
        labels: set[tuple[int, int]] = set()
        for told in dict.fromkeys((t.start, t.end, t.label) for t in self.told):
            start, end, (first, last) = told
            self.pieces.append((SegmentKind.ANSWER, start, end))
            if (first, last) in labels:  # a second answer with the name of the first
                continue
            labels.add((first, last))
            if not (start <= first and last <= end):
                self.pieces.append((SegmentKind.SPEAKER, first, last))
            if last < start:
                self.pieces.append((SegmentKind.CONTEXT, last, start))

    def _told_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Give where a stretch tells of somebody, from the first of name and words to the last."""
        behind = bisect_left(self.reaches, (end, 0))
        first = behind
        while first and self.reaches[first - 1][1] > start:
            first -= 1
        return self.reaches[first:behind]

    def _untold(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Give the sentences of a paragraph in which nobody is told to have said anything."""
        at = start
        for first, last in self._told_between(start, end):
            yield from sentences(self.document.text, at, max(at, first))
            at = max(at, last)
        yield from sentences(self.document.text, at, max(at, end))

    def _names_absent(self, start: int) -> bool:
        return bool(self.absences) and self.absences[-1].quote.span.start >= start

    def _read_prose(self, paragraph: tuple[Line, ...], *, quotations: bool) -> None:
        start, end = paragraph[0].start, paragraph[-1].end
        if end - start > LONGEST_PROSE:
            return
        for first, last in self._untold(start, end):
            quoted = _inner_quotation(self.document.text, first, end) if quotations else None
            if quoted is not None and not self._told_between(first, end):
                self.pieces.append((SegmentKind.CONTEXT, first, quoted))
                self.pieces.append((SegmentKind.ANSWER, quoted, end))
                self.quotations.append((quoted, end))
                return
            self.pieces.append((self._sentence(first, last), first, last))

    def _sentence(self, start: int, end: int) -> SegmentKind:
        words = " ".join(self.document.text[start:end].split())
        quote = self.document.quote(start, end)
        self._people(words, quote)
        if self._is_note(words, quote):
            return SegmentKind.NOTE
        group = group_statement(words)
        if group is not None:
            office = group.office
            if office is not None and not offices_in(office) and self.notes:
                office = next(iter(self.notes[-1].offices), office)
            self.claims.append(
                RawClaim(
                    quote=quote,
                    scope=group.scope,
                    kind=group.kind,
                    names=group.names,
                    office=office,
                    number=group.number,
                    strength=group.strength,
                    hedge=group.hedge,
                )
            )
            return SegmentKind.CLAIM
        offices = addressed(words)
        if offices and leads_in(words):
            self.addressed.append(RawNote(quote=quote, offices=offices))
            return SegmentKind.NOTE
        if not leads_in(words):
            self.rest.append((start, end))
        return SegmentKind.CONTEXT

    def _is_note(self, words: str, quote: Quote) -> bool:
        remit = remit_statement(words)
        if remit is not None:
            note = RawNote(quote=quote, offices=remit.offices, power=remit.power, only=remit.only)
            self.notes.append(note)
            return True
        if self.notes and self.notes[-1].power is Power.NONE and (convenes(words) or funds(words)):
            power = Power.CONVENES if convenes(words) else Power.FUNDS
            last = self.notes[-1]
            joined = self.document.quote(last.quote.span.start, quote.span.end)
            self.notes[-1] = evolve(last, quote=joined, power=power)
        return False

    def _people(self, words: str, quote: Quote) -> None:
        people = names_in(words)
        if not people:
            return
        if tells_who_stayed_away(words):
            told = presences_in(words, 0, len(words))
            away = [p.person.name for p in told if p.status in AWAY]
            # Of several people somebody may be meant whom the words do not tell: then nobody is accused.
            named = away if told else [p.name for p in people if len(people) == 1]
            self.absences += [RawAbsence(name=name, quote=quote) for name in named]
            return
        status = (
            "in_writing"
            if tells_of_replies(words)
            else "attended"
            if tells_who_came(words)
            else None
        )
        if status is not None:
            self.participants += [
                RawParticipant(
                    name=p.name, party=p.party, role=p.office, status=status, quote=quote
                )
                for p in people
            ]
        if any(p.office for p in people) or (
            lists_candidates(words) and sum(p.party is not None for p in people) >= 2
        ):
            self.standing += [
                RawStanding(name=p.name, party=p.party, office=p.office, quote=quote)
                for p in people
                if p.party or p.office
            ]

    def fill(self, draft: Draft) -> None:
        """Give the ask what stands below its heading: its text and its points."""
        answered = [*self.quotations, *((told.start, told.end) for told in self.told)]
        run = _first_run(self.document, self.rest, answered)
        title = draft.title.text
        whole = title[:1].islower() or has_question(title) or demand_in(title)
        if run is not None and whole and not is_request(self.document.text[run[0] : run[1]]):
            run = None
        if run is not None:
            draft.text = self.document.quote(*run)
        draft.parts += list_parts(self.document, self.points)
        inside = {(a, b) for a, b in self.rest if run and run[0] <= a and b <= run[1]}
        self.pieces = [
            (_asked(self.document, kind, a, b) if (a, b) in inside else kind, a, b)
            for kind, a, b in self.pieces
        ]

    def claims_on(self, asks: tuple[RawAsk, ...]) -> list[RawClaim]:
        """Give the claims, about *asks*."""
        return [evolve(claim, asks=asks) for claim in self.claims]

    def notes_on(self, ask: RawAsk | None) -> list[RawNote]:
        """Give the remit notes, about *ask*."""
        return [evolve(note, ask=ask) for note in self.notes]


def _asked(document: Document, kind: SegmentKind, start: int, end: int) -> SegmentKind:
    requested = kind is SegmentKind.CONTEXT and is_request(document.text[start:end])
    return SegmentKind.ASK if requested else kind


def _whole_quotations(joined: list[tuple[Line, ...]]) -> list[tuple[Line, ...]]:
    """Join the paragraphs of one quotation: each opens anew, only the last one closes."""
    whole: list[list[Line]] = []
    open_still = False
    for paragraph in joined:
        opens = opens_quotation(paragraph[0].bare)
        if open_still and opens:
            whole[-1].extend(paragraph)
        else:
            whole.append(list(paragraph))
        open_still = opens and not closes_quotation(paragraph[-1].bare)
    return [tuple(lines) for lines in whole]


def _inner_quotation(text: str, start: int, end: int) -> int | None:
    """Give where a quotation begins that a sentence leads up to and that ends the paragraph."""
    if not closes_quotation(text[max(start, end - 6) : end]):
        return None
    for mark in '"“«':
        at = text.find(mark, start, min(end, start + 160))
        if at > start + 3 and text[at - 1] in " :,":
            return at
    return None


def _first_run(
    document: Document, rest: list[tuple[int, int]], quotations: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """Join the first sentences that stand together, before any quotation; a request is preferred."""
    limit = min((start for start, _ in quotations), default=len(document.text))
    runs: list[tuple[int, int]] = []
    for start, end in rest:
        if start >= limit:
            break
        if runs and not document.text[runs[-1][1] : start].strip():
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    asking = [run for run in runs if is_request(document.text[run[0] : run[1]])]
    return next(iter(asking or runs), None)
