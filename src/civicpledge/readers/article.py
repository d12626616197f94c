"""Articles: write-ups of an assembly, asks with answers under their speakers."""

from attrs import define, field

from civicpledge.model.asks import AskForm, Power
from civicpledge.model.ids import slug
from civicpledge.model.sources import Document, Quote, SourceKind, Span
from civicpledge.readers.article_outline import Outline, Role, outline
from civicpledge.readers.article_speakers import Speakers, find_speakers
from civicpledge.readers.labels import Label
from civicpledge.readers.lines import Line, lines_of, looks_like_heading, numbered, sentences
from civicpledge.readers.reading import (
    RawAnswer,
    RawAsk,
    RawClaim,
    RawNote,
    RawTheme,
    Reading,
    ReadingWarning,
    Segment,
    SegmentKind,
    tile,
)
from civicpledge.readers.statements import convenes, group_statement, remit_statement


def signs(document: Document) -> tuple[str, ...]:
    """List what marks *document* as an article, a line a sign."""
    lines = lines_of(document.text)
    speakers = find_speakers(lines, ())
    found = []
    if len(speakers.labels) >= 2:
        found += [f"{len(speakers.labels)} lines begin with a speaker's name"] * min(
            4, len(speakers.labels) // 2
        )
    return tuple(found)


def read_article(document: Document) -> Reading:
    """Read *document* as an article."""
    lines = lines_of(document.text)
    speakers = find_speakers(lines, ())
    walk = _Walk(document, lines, speakers, outline(lines, speakers))
    for line in lines:
        walk.step(line)
    return walk.finish()


@define
class _Walk:
    document: Document
    lines: tuple[Line, ...]
    speakers: Speakers
    outline: Outline
    themes: list[RawTheme] = field(factory=list)
    asks: list[RawAsk] = field(factory=list)
    answers: list[RawAnswer] = field(factory=list)
    claims: list[RawClaim] = field(factory=list)
    notes: list[RawNote] = field(factory=list)
    warnings: list[ReadingWarning] = field(factory=list)
    held: list[Segment] = field(factory=list)
    theme: RawTheme | None = None
    ask: RawAsk | None = None
    label: Label | None = None
    label_at: Span | None = None
    speech: tuple[int, int] | None = None
    intro: list[Line] = field(factory=list)
    started: bool = False

    def step(self, line: Line) -> None:
        role = self.outline.roles[line.index]
        if role is Role.TEXT and self.label is not None and not self._ends_answer(line):
            self.speech = (self.speech[0] if self.speech else line.start, line.end)
            return
        if role is not Role.TEXT or self.label is not None:
            self._close_answer()
        match role:
            case Role.LABEL:
                self._open_label(line)
            case Role.ASK:
                self._open_ask(line)
            case Role.THEME:
                self._close_intro()
                self.theme = RawTheme(title=line.bare, quote=self._bare_quote(line))
                self.themes.append(self.theme)
                self.ask = None
                self._hold(SegmentKind.THEME, line.start, line.end)
            case Role.FURNITURE:
                self._hold(SegmentKind.FURNITURE, line.start, line.end)
            case Role.TITLE:
                self._hold(SegmentKind.TITLE, line.start, line.end)
            case Role.PREVIEW:
                self._hold(SegmentKind.CONTEXT, line.start, line.end)
            case Role.DOUBTFUL:
                self.started = True
            case Role.TEXT if not self.started:
                self.intro.append(line)
            case Role.TEXT:
                pass

    def _ends_answer(self, line: Line) -> bool:
        behind = line.index + 1
        alone = line.marked or (line.gap and (behind >= len(self.lines) or self.lines[behind].gap))
        return looks_like_heading(line) and alone

    def _hold(self, kind: SegmentKind, start: int, end: int) -> None:
        if start < end:
            self.held.append(Segment(kind=kind, start=start, end=end))

    def _bare_quote(self, line: Line, words: int = 0) -> Quote:
        return self.document.quote(line.bare_start + words, line.bare_end)

    def _open_ask(self, line: Line) -> None:
        self._close_intro()
        number = self.outline.numbers.get(line.index)
        quote = self._bare_quote(line, self.outline.words.get(line.index, 0))
        self.ask = RawAsk(
            number=number,
            key=number or slug(quote.text),
            title=quote.text,
            quote=quote,
            theme=self.theme,
            form=AskForm.UNKNOWN,
        )
        self.asks.append(self.ask)
        self._hold(SegmentKind.ASK, line.start, line.end)
        self.started = False

    def _open_label(self, line: Line) -> None:
        self._close_intro()
        label = self.speakers.labels[line.index]
        end = line.bare_start + label.end
        self.label = label
        self.label_at = Span(
            source=self.document.source.id, start=line.bare_start, end=min(end, line.end)
        )
        self._hold(SegmentKind.SPEAKER, line.start, min(end, line.end))
        if end < line.end:
            self.speech = (end, line.end)
        self.started = True

    def _close_answer(self) -> None:
        if self.label is not None and self.speech is not None:
            start, end = self.speech
            self.answers.append(
                RawAnswer(
                    ask=self.ask,
                    speaker=self.label.name,
                    party=self.label.party,
                    on_behalf_of=self.label.on_behalf_of,
                    label=self.label_at,
                    quote=self.document.quote(start, end),
                )
            )
            self._hold(SegmentKind.ANSWER, start, end)
        self.label = self.label_at = self.speech = None

    def _close_intro(self) -> None:
        for line in self.intro:
            for start, end in sentences(self.document.text, line.start, line.end):
                self._hold(self._statement(start, end), start, end)
        self.intro = []

    def _statement(self, start: int, end: int) -> SegmentKind:
        words = self.document.text[start:end]
        remit = remit_statement(words)
        if remit is not None:
            self.notes.append(
                RawNote(
                    quote=self.document.quote(start, end),
                    ask=self.ask,
                    offices=remit.offices,
                    power=remit.power,
                    only=remit.only,
                )
            )
            return SegmentKind.NOTE
        group = group_statement(words)
        if group is not None:
            self.claims.append(
                RawClaim(
                    quote=self.document.quote(start, end),
                    asks=(self.ask,) if self.ask else (),
                    scope=group.scope,
                    kind=group.kind,
                    names=group.names,
                    office=group.office,
                    number=group.number,
                    strength=group.strength,
                    hedge=group.hedge,
                )
            )
            return SegmentKind.CLAIM
        return SegmentKind.CONTEXT

    def finish(self) -> Reading:
        self._close_answer()
        self._close_intro()
        return Reading(
            document=self.document,
            kind=SourceKind.ARTICLE,
            themes=tuple(self.themes),
            asks=tuple(self.asks),
            answers=tuple(self.answers),
            claims=tuple(self.claims),
            notes=tuple(self.notes),
            warnings=tuple(self.warnings),
            segments=tile(self.document.text, self.held),
        )
