"""The walk down an article's lines, once their roles are known: elements and the stretches they hold."""

from attrs import define, evolve, field

from civicpledge.model.responses import Wording
from civicpledge.model.sources import Span
from civicpledge.readers.article_askers import follows_up, puts_another
from civicpledge.readers.article_intro import Prose
from civicpledge.readers.article_marks import by_number
from civicpledge.readers.article_plan import Outline, Role, Turn
from civicpledge.readers.article_quotations import last_quotation
from civicpledge.readers.article_record import Record
from civicpledge.readers.article_speakers import Speakers
from civicpledge.readers.asks import Draft, key_of
from civicpledge.readers.lines import (
    Line,
    opens_quotation,
    paragraphs,
    words_start,
)
from civicpledge.readers.numbering import without_count
from civicpledge.readers.page_words import is_first_person, says_no_answer
from civicpledge.readers.prose_subjects import Known
from civicpledge.readers.reading import (
    RawAnswer,
    RawAsk,
    RawNote,
    RawTheme,
    SegmentKind,
)
from civicpledge.readers.reported_speech import Told, answer_told, tells, tells_of
from civicpledge.readers.statements import addressed
from civicpledge.readers.told_asks import Reach


@define(kw_only=True)
class Walk(Record):
    """
    One pass over the lines.

    ``turn`` is whose words are gathered, ``prose`` the page's own lines since the last element, ``joint``
    the asks above the last one that answers below it answer too.
    """

    lines: tuple[Line, ...]
    speakers: Speakers
    outline: Outline
    theme: RawTheme | None = None
    draft: Draft | None = None
    ask: RawAsk | None = None
    turn: Turn | None = None
    prose: list[Line] = field(factory=list)
    addressed: list[RawNote] = field(factory=list)
    keys: set[str] = field(factory=set)
    section: Turn | None = None
    known: dict[str, RawAsk] = field(factory=dict)
    lost: bool = False
    aside: bool = False
    speaking: str | None = None
    joint: tuple[RawAsk, ...] = ()
    loose: bool = False
    names: Known = field(factory=Known)
    reach: Reach = field(factory=Reach)

    def step(self, line: Line) -> None:
        """Take the next line."""
        role = self.outline.roles[line.index]
        if self.outline.prose and role in (Role.TEXT, Role.TOLD):
            self._next_topic(line)
        if role is Role.TEXT:
            self._text(line)
        elif role is Role.PARTY:
            self.hold(SegmentKind.SPEAKER, line.start, line.end)
        elif role is Role.FURNITURE and self.turn is not None and self.turn.start is None:
            # The credit of a picture between a name and the words.
            self.hold(SegmentKind.FURNITURE, line.start, line.end)
        elif role is Role.FURNITURE and self.turn is not None and self._goes_on(line):
            self.warn(line, "a page's furniture", "stands inside an answer")
        else:
            self._close()
            self._begin(line, role)

    def _goes_on(self, line: Line) -> bool:
        """Tell whether somebody speaks of themselves right behind furniture, as below a picture."""
        roles = self.outline.roles
        rest = self.lines[line.index + 1 : line.index + 6]
        behind = next((x for x in rest if roles[x.index] is not Role.FURNITURE), line)
        return roles[behind.index] is Role.TEXT and is_first_person(behind.bare)

    def _next_topic(self, line: Line) -> None:
        """Tie nothing more to the ask where the prose says that another is put, which is not read."""
        asked = self.draft or self.ask
        if asked is None:
            return
        told = self.outline.roles[line.index] is Role.TOLD or opens_quotation(line.bare)
        title = asked.title if isinstance(asked, RawAsk) else asked.title.text
        over = self.outline.told and line.gap and self.reach.ends(title, line.bare, told=told)
        if over or puts_another(line.bare):
            self._settle()
            self.lost = True

    def _begin(self, line: Line, role: Role) -> None:
        """Take a line that begins something new."""
        match role:
            case Role.LABEL | Role.DOUBTFUL:
                self._open(line, certain=role is Role.LABEL)
            case Role.TAIL:
                self._tail(line)
            case Role.TOLD:
                self.loose = False
                self.prose.append(line)
            case Role.ASK:
                self._ask(line)
            case Role.REPLY:
                self._reply(line)
            case Role.THEME:
                self._theme(line)
            case Role.FURNITURE:
                self._furniture(line)
            case Role.STANDING:
                self._standing(line)
            case _:
                self._heading(line, role)

    def _heading(self, line: Line, role: Role) -> None:
        self._settle()
        if role is Role.TITLE:
            self.hold(SegmentKind.TITLE, line.start, line.end)
            return
        self.hold(SegmentKind.CONTEXT, line.start, line.end)
        self.context.append((line.start, line.end))
        if role is Role.PREVIEW and line.bare.startswith("From:"):
            self.warn(line, "an e-mail", "the words below it are not read as anybody's")
        self.aside = line.index in self.speakers.guests and follows_up(line.bare)
        self.loose = self.loose or role is Role.HEADING
        # In prose the next heading is mostly the next topic: better no ask than the one before.
        self.lost = self.lost or (role is Role.HEADING and self.outline.prose)

    def finish(self) -> None:
        """Close what is open at the end of the text, and look for who said the nameless words."""
        self._close()
        self._settle()
        if not self.outline.labelled:
            self.offer_names()

    # ---- text

    def _text(self, line: Line) -> None:
        if self.turn is None and self.section is not None and says_no_answer(line.bare):
            self.absent(self.section.label, self.document.quote(line.start, line.end), ())
            return
        if self.turn is None:
            if self.loose and self.ask is not None:
                self.warn(line, "text behind an answer", "it is not told whose words these are")
                self.loose = False
            self.prose.append(line)
            return
        last = Role.TEXT not in self.outline.roles[line.index + 1 : line.index + 2]
        if self.turn.ends_before(line, self.document.text, last=last):
            self._close()
            self._settle()
            self.prose.append(line)
            return
        turn = self.turn
        if turn.start is None:
            turn.start, turn.first = words_start(self.document.text, line), line
            self.hold(SegmentKind.FURNITURE, line.start, turn.start)
        turn.end, turn.last = line.end, line

    # ---- turns

    def _open(self, line: Line, *, certain: bool) -> None:
        self._settle()
        self.section = None
        i = line.index
        label = self.speakers.labels.get(i) or self.speakers.doubtful[i]
        end = min(line.bare_start + label.end, line.bare_end)
        place = Span(source=self.document.source.id, start=line.bare_start, end=end)
        aside = self.aside and label.name is not None and label.name == self.speaking
        self.turn = Turn(label, place, line, certain, aside=aside)
        self.aside, self.speaking = False, label.name
        if self.outline.sections and label.form == "response":
            self.ask = None
        elif self.outline.sections and certain:
            self.section, self.turn = self.turn, None
        stop = end if end < line.bare_end else line.end
        self.hold(SegmentKind.SPEAKER, line.start, stop)
        if end < line.bare_end and self.turn is not None:
            self.turn.start, self.turn.end = end, line.end
            self.turn.first = self.turn.last = line
        self.loose = False

    def _close(self) -> None:
        turn, self.turn = self.turn, None
        if turn is None:
            return
        if turn.start is None or not self.has_words(turn.start, turn.end):
            self.warn(turn.line, "a speaker's label", "no words stand below it")
            return
        end = turn.start + without_count(self.document.text[turn.start : turn.end])
        quote = self.document.quote(turn.start, end)
        if says_no_answer(quote.text):
            if turn.label.name is None:
                self.warn(turn.line, "words that there is no answer", "name no candidate")
            self.absent(turn.label, quote, self._asked(turn.label.ask))
            return
        self.hold(SegmentKind.CONTEXT, end, turn.end)
        self._close_apart(turn, turn.start, end)
        self.loose = True

    def _close_apart(self, turn: Turn, start: int, end: int) -> None:
        """Keep somebody's words as one answer, or as one to each ask whose number stands before them."""
        numbers = [str(ask.number) for ask in (*self.joint, self.ask) if ask]
        replies = by_number(self.document.text, start, end, numbers) if self.joint else []
        at = replies[0][1] if replies else end
        if self.has_words(start, at):
            self._answer(turn, start, at)
        for number, mark, words, stop in replies:
            self.hold(SegmentKind.ASK, mark, words)
            if says_no_answer(self.document.text[words:stop]):
                self.absent(turn.label, self.document.quote(words, stop), self._asked(number))
            elif self.has_words(words, stop):
                self._answer(turn, words, stop, number=number)

    def _asked(self, number: str | None) -> tuple[RawAsk, ...]:
        """Give the asks that words answer: that of a printed *number*, else those they stand below."""
        if number is not None:
            return tuple(ask for ask in self.asks if ask.number == number)[:1]
        return () if self.lost or self.ask is None else (*self.joint, self.ask)

    def _answer(self, turn: Turn, start: int, end: int, *, number: str | None = None) -> None:
        label, place, certain, line = turn.label, turn.place, turn.certain, turn.line
        stop = start + len(self.document.text[start:end].rstrip())
        quote = self.document.quote(start, stop)
        self.hold(SegmentKind.ANSWER, start, stop)
        asks = () if turn.aside else self._asked(number or label.ask)
        ask = asks[0] if asks else None
        answer = RawAnswer(ask=ask, also=asks[1:], quote=quote, label=place)
        if tells(quote.text) or (label.name and tells_of(label.name, quote.text)):
            answer = evolve(answer, wording=Wording.REPORTED)
        if certain:
            answer = evolve(
                answer, speaker=label.name, party=label.party, on_behalf_of=label.on_behalf_of
            )
        else:
            why = "the line before the words may be a speaker's label"
            answer = evolve(answer, inferred=label.name, why_inferred=why, inferred_from=(place,))
            self.warn(
                line, "a line that may be a speaker's label", "what follows is held to be nobody's"
            )
        self.answers.append(answer)
        if certain:
            others = label.also
            self.answers += [evolve(answer, speaker=name, party=party) for name, party in others]

    def _tail(self, line: Line) -> None:
        """Take the quotation that this line ends, or that stands just above it."""
        at, label = self.speakers.tails[line.index]
        quoted: list[Line] = []
        if at == 0:
            quoted = last_quotation(self.prose)
            del self.prose[len(self.prose) - len(quoted) :]
        self._settle()
        place = Span(source=self.document.source.id, start=line.bare_start + at, end=line.bare_end)
        if at:
            start, end = line.start, line.bare_start + at
        elif quoted:
            start, end = words_start(self.document.text, quoted[0]), quoted[-1].end
            self.hold(SegmentKind.FURNITURE, quoted[0].start, start)
        else:
            self.warn(line, "a name below no quotation", "no words stand above it")
            return
        if self.has_words(start, end):
            self._answer(Turn(label, place, line, certain=True), start, end)
        self.hold(SegmentKind.SPEAKER, end if at else line.start, line.end)
        self.loose = False

    # ---- headings

    def _ask(self, line: Line) -> None:
        self._settle()
        shared = self.ask if line.index - 1 in self.outline.joint else None
        self.joint = (*self.joint, shared) if shared else ()
        head = self.outline.heads[line.index]
        start = line.bare_start + head.words
        self.hold(SegmentKind.ASK, line.start, line.end)
        end = line.bare_end if head.end is None else line.bare_start + head.end
        if start >= end or not self.has_words(start, end):
            start = line.bare_start
        title = self.document.quote(start, end)
        self.draft = Draft(self.document, head.number, title, self.theme)
        self.ask, self.lost, self.loose, self.reach = None, False, False, Reach()
        self.aside = False
        above = self.section
        if above is not None:
            self._settle()
            self.turn = Turn(above.label, above.place, line, above.certain)

    def _reply(self, line: Line) -> None:
        """Open an answer of the section's speaker to the ask whose number or topic begins the line."""
        self._settle()
        head = self.outline.replies[line.index]
        start = line.bare_start + head.words
        above = self.section
        if above is None:
            self.prose.append(line)
            return
        self.ask = next((ask for ask in self.asks if ask.number == head.number), None)
        if self.ask is None and not str(head.number).isdigit():
            colon = self.document.text.index(":", line.bare_start, start)
            title = self.document.quote(line.bare_start, colon)
            self.ask = self._made(Draft(self.document, None, title, self.theme))
        self.hold(SegmentKind.ASK, line.start, line.end if line.heading else min(start, line.end))
        self.turn = Turn(above.label, above.place, line, above.certain)
        if start < line.bare_end and not line.heading:
            self.turn.start, self.turn.end = start, line.end
            self.turn.first = self.turn.last = line

    def _theme(self, line: Line) -> None:
        self._settle()
        quote = self.document.quote(line.bare_start, line.bare_end)
        self.theme = RawTheme(title=quote.text, quote=quote)
        self.themes.append(self.theme)
        self.addressed = []
        self.ask, self.loose = None, False
        self.hold(SegmentKind.THEME, line.start, line.end)

    def _furniture(self, line: Line) -> None:
        if self.ask is None or self.loose:
            self._settle()
        self.hold(SegmentKind.FURNITURE, line.start, line.end)

    def _standing(self, line: Line) -> None:
        self._settle()
        label = self.speakers.labels.get(line.index) or self.speakers.doubtful[line.index]
        self.stands(label, line)

    # ---- the page's own prose

    def _settle(self) -> None:
        """Read the prose gathered so far, and make the ask whose text it is."""
        if not self.prose and self.draft is None:
            return
        lines, self.prose = self.prose, []
        below = self.draft is not None or self.ask is None
        prose = Prose(self.document, self.names)
        if below or not self.outline.labelled:
            quotations = not self.outline.labelled and (self.draft or self.ask) is not None
            prose.read(lines, quotations=quotations)
        else:
            prose.read_behind(paragraphs(lines))
        if self.draft is not None:
            prose.fill(self.draft)
            self.ask = self._made(self.draft)
            self.draft = None
        self._take(prose)

    def _made(self, draft: Draft) -> RawAsk:
        """Make an ask of its draft; where the asks are repeated for each speaker, once."""
        same = f"{draft.number}|{' '.join(draft.title.text.casefold().split())}"
        if self.outline.sections and same in self.known:
            return self.known[same]
        key = key_of(draft, self.keys)
        ask = draft.finish(key)
        self.keys.add(key)
        self.known[same] = ask
        self.asks.append(ask)
        self._address(ask)
        return ask

    def _address(self, ask: RawAsk) -> None:
        """Note whom the ask is put to, where it or a sentence over it says so."""
        offices = addressed(ask.title)
        here = [RawNote(quote=ask.quote, offices=offices)] if offices else self.addressed
        self.notes += [evolve(note, ask=ask) for note in here]

    def _take(self, prose: Prose) -> None:
        self.claims += prose.claims_on((*self.joint, self.ask) if self.ask else ())
        self.notes += prose.notes_on(self.ask)
        self.addressed += prose.addressed
        self.absences += [evolve(a, ask=self.ask) for a in prose.absences]
        self.standing += prose.standing
        self.participants += prose.participants
        for kind, start, end in prose.pieces:
            self.hold(kind, start, end)
            if kind is not SegmentKind.ANSWER:
                self.context.append((start, end))
        self.answers += [self._said(told) for told in prose.told]
        for start, end in prose.quotations:
            self.answers.append(RawAnswer(ask=self.ask, quote=self.document.quote(start, end)))

    def _said(self, told: Told) -> RawAnswer:
        label = Span(source=self.document.source.id, start=told.label[0], end=told.label[1])
        quote = self.document.quote(told.start, told.end)
        asks = self._asked(None)
        answer = answer_told(told, ask=asks[0] if asks else None, quote=quote, label=label)
        return evolve(answer, also=asks[1:])
