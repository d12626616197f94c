"""Questionnaires: numbered questions that one candidate, or several in turn, answered in writing."""

from attrs import define, evolve, field

from civicpledge.model.responses import Channel
from civicpledge.model.sources import Document, Quote, SourceKind
from civicpledge.progress import Progress, watched
from civicpledge.readers.asks import Draft, key_of
from civicpledge.readers.lines import CROSSES, TICKS, Line, sentences
from civicpledge.readers.name_forms import is_name
from civicpledge.readers.numbering import without_count
from civicpledge.readers.page_words import answer_mark, says_no_answer
from civicpledge.readers.questionnaire_checks import silences, tells_of_silence, unanswering
from civicpledge.readers.questionnaire_form import Form, Part, is_name_key, word_limit
from civicpledge.readers.questionnaire_heads import looks_like_table
from civicpledge.readers.questionnaire_questions import form_lines
from civicpledge.readers.questionnaire_replies import takes_both
from civicpledge.readers.questionnaire_sections import form_of_lines, quoting
from civicpledge.readers.questionnaire_speaker import (
    Place,
    Speaker,
    place_of_names,
    span_of,
    with_party,
)
from civicpledge.readers.questionnaire_table import read_table
from civicpledge.readers.reading import (
    RawAbsence,
    RawAnswer,
    RawAsk,
    Reading,
    ReadingWarning,
    Segment,
    SegmentKind,
    tile,
)


def read_questionnaire(document: Document, progress: Progress | None = None) -> Reading:
    """
    Read *document* as a questionnaire, or as a table of answers where it is one.

    The speaker is the name of the header above the answers; without one, answers have no speaker. What
    answers a prompt for a statement is an answer to no ask, with its ``prompt``.
    """
    if looks_like_table(document.text):
        return read_table(document, progress)
    lines = form_lines(document.text)
    form = form_of_lines(lines, document.text)
    walk = _Walk(document, lines, form, Speaker(document, place_of_names(form)))
    for line in watched(lines, progress):
        walk.step(line)
    walk.close()
    return walk.reading()


@define
class _Walk:
    document: Document
    lines: tuple[Line, ...]
    form: Form
    who: Speaker
    header: list[tuple[str, str]] = field(factory=list)
    asks: dict[str, RawAsk] = field(factory=dict)
    answers: list[RawAnswer] = field(factory=list)
    absences: list[RawAbsence] = field(factory=list)
    warnings: list[ReadingWarning] = field(factory=list)
    held: list[Segment] = field(factory=list)
    ask: RawAsk | None = None
    prompt: Quote | None = None
    asked: Line | None = None
    answered: Line | None = None
    start: int | None = None
    end: int = 0
    waiting: list[Line] = field(factory=list)
    also: tuple[RawAsk, ...] = ()
    above: RawAsk | None = None
    replied: set[str] = field(factory=set)
    silent: bool = False

    def __attrs_post_init__(self) -> None:
        """Begin with who wrote it all, where the page says so plainly."""
        writer = self.form.respondent
        if writer is not None and writer.reason is None:
            self.who.take_over(writer)

    def step(self, line: Line) -> None:
        """Take the next line."""
        match self.form.parts[line.index]:
            case Part.FIELD:
                self.close()
                self._field(line)
            case Part.QUESTION | Part.STATEMENT:
                waits = self.start is None and self.asked is not None
                above = self.ask if waits else None
                self.close()
                self._question(line)
                self.above = above
            case Part.MORE:
                pass
            case Part.PERSON | Part.DETAIL:
                self._person(line)
            case Part.REPLY:
                self._reply(line)
            case Part.POSTSCRIPT | Part.APART | Part.UNTIED:
                self._beside(line)
            case Part.QUOTED:
                self._quoted(line)
            case Part.FURNITURE:
                self._furniture(line)
            case Part.TITLE:
                self._title(line)
            case _:
                self._text(line)

    def _hold(self, kind: SegmentKind, start: int, end: int) -> None:
        if start < end:
            self.held.append(Segment(kind=kind, start=start, end=end))

    def _warn(self, line: Line, what: str, why: str) -> None:
        self.warnings.append(ReadingWarning(line=line.number, what=what, why=why))

    def _beside(self, line: Line) -> None:
        """Take a postscript for an answer to no question, and what stands apart for no answer."""
        self.close()
        self.ask, self.prompt, self.also, self.asked = None, None, (), None
        if self.form.parts[line.index] is Part.POSTSCRIPT:
            self.asked = line
            self._text(line)
        elif self.form.parts[line.index] is Part.UNTIED:
            if line.heading and is_name(line.bare):
                self._warn(line, "a name", "what stands below it is tied to no question")
        else:
            self._hold(SegmentKind.CONTEXT, line.start, line.end)

    def _quoted(self, line: Line) -> None:
        """Leave what a letter quotes out of an answer; behind one to a quoted question, it ends it."""
        asked = self.asked
        if self.start is not None:
            self.close()
            asked = None if asked and quoting(asked, self.document.text) else asked
        self._hold(SegmentKind.CONTEXT, line.start, line.end)
        self.asked = asked

    def _person(self, line: Line) -> None:
        """Begin the form of the person whom a line names."""
        self.close()
        self._hold(SegmentKind.SPEAKER, line.start, line.end)
        who = self.form.people.get(line.index)
        if who is None and self.form.parts[line.index] is Part.PERSON:
            self.who.forget()
            self.ask = self.prompt = self.asked = None
        if who is None or self.who.place is Place.BELOW:
            return
        fresh = not self.asks and not self.absences
        if self.who.place is Place.UNTOLD or (fresh and self.who.differs(who)):
            self._warn(line, "a name", "stands beside another; whose answers follow is not told")
            self.who.forget()
        elif not (fresh and self.who.name and len(self.who.name) > len(who.name)):
            self.who.take_over(who)
        self.ask = self.prompt = self.asked = None
        self.replied, self.silent = set(), True

    def _reply(self, line: Line) -> None:
        """Begin the answer to questions that a line gives the numbers of."""
        self.close()
        reply = self.form.replies[line.index]
        asked = [ask for ask in self.asks.values() if ask.number in reply.numbers]
        if not asked:
            self._warn(line, "the number of a question", "is that of none above it")
            self._hold(SegmentKind.CONTEXT, line.start, line.end)
            return
        self.ask, self.prompt, self.also, self.asked = asked[0], None, tuple(asked[1:]), line
        self._told_again(line)
        if line.heading or reply.words >= len(line.bare):
            self._hold(SegmentKind.ASK, line.start, line.end)
            return
        self._hold(SegmentKind.SPEAKER, line.start, line.bare_start + reply.words)
        self.start, self.end = line.bare_start + reply.words, line.end

    def _told_again(self, line: Line) -> None:
        """Follow what one name has answered: a question that comes again begins somebody else's form."""
        if self.ask is None:
            return
        if self.ask.key in self.replied:
            self._warn(
                line, "a question", "comes again under one name; whose answers follow is not told"
            )
            self.who.forget()
            self.replied = set()

    def _field(self, line: Line) -> None:
        made = self.form.fields[line.index]
        if not self.answers or is_name_key(made.key):
            self.ask = self.prompt = self.asked = None
        self._hold(SegmentKind.SPEAKER, line.start, line.end)
        self.header.append((made.key, made.value))
        if self.who.place is not Place.BELOW:
            self.who.field(line, made)
        if is_name_key(made.key):
            self.replied = set()
            if self.who.place is Place.UNTOLD:
                self._warn(line, "a name", "stands below answers without one; whose is not told")

    def _question(self, line: Line) -> None:
        self.who.asked(self.lines, self.form, line.index)
        last = line
        while last.index + 1 < len(self.lines) and self.form.parts[last.index + 1] is Part.MORE:
            last = self.lines[last.index + 1]
        start = line.bare_start + self.form.words[line.index]
        if start >= line.bare_end:
            start = self.lines[line.index + 1].bare_start if last is not line else line.bare_start
        end = self._run_in(line, start) or last.bare_end
        title = self.document.quote(start, end)
        stop = line.end if end > line.bare_end else end
        self._hold(SegmentKind.ASK, line.start, last.end if end == last.bare_end else stop)
        self.asked = line
        if self.form.parts[line.index] is Part.STATEMENT:
            self.ask, self.prompt, self.also = None, title, ()
        else:
            self.ask, self.prompt, self.also = self._ask(line, title), None, ()
        self._told_again(line)
        if line.index in self.form.listed:
            self.asked = None
            return
        if end < line.bare_end:
            self.start, self.end = end, line.end

    def _run_in(self, line: Line, start: int) -> int | None:
        """Give where a question ends whose answer follows on the same line, if no other line does."""
        text = self.document.text
        behind = line.index + 1
        followed = behind < len(self.lines) and self.form.parts[behind] in (Part.TEXT, Part.MORE)
        if followed or line.marked:
            return None
        ends = [
            b
            for a, b in sentences(text, start, line.bare_end)
            if text[a:b].rstrip("*_")[-1:] == "?"
        ]
        return ends[-1] if ends and ends[-1] < line.bare_end else None

    def _ask(self, line: Line, title: Quote) -> RawAsk:
        """Make the ask, or give that of an earlier form with the same number and words."""
        number = self.form.numbers.get(line.index)
        for known in self.asks.values():
            if known.number == number and known.title.casefold() == title.text.casefold():
                return known
        draft = Draft(self.document, number, title, word_limit=word_limit(title.text))
        key = key_of(draft, set(self.asks))
        self.asks[key] = draft.finish(key)
        return self.asks[key]

    def _furniture(self, line: Line) -> None:
        if self.start is None:
            self._hold(SegmentKind.FURNITURE, line.start, line.end)
        else:
            self.waiting.append(line)

    def _title(self, line: Line) -> None:
        behind = line.index - 1
        short = self.asked is not None and self.start is None and behind >= 0
        if short and self.form.parts[behind] in (Part.QUESTION, Part.MORE) and not line.marked:
            self._text(line)
            return
        self.close()
        self.ask = self.prompt = self.asked = None
        self._hold(SegmentKind.TITLE, line.start, line.end)

    def _text(self, line: Line) -> None:
        if self.asked is None:
            if self.silent and self.who.name and says_no_answer(line.bare):
                quote = self.document.quote(line.start, line.end)
                self.absences.append(RawAbsence(name=self.who.name, quote=quote))
                self._hold(SegmentKind.NOTE, line.start, line.end)
            elif not self.answers or self.form.people:
                self._hold(SegmentKind.CONTEXT, line.start, line.end)
                self.absences += (
                    silences(self.document, line, self.asks.values()) if self.answers else []
                )
            elif (
                self.form.parts[line.index - 1] is Part.TITLE
                and not self.lines[line.index - 1].heading
            ):
                self._warn(
                    line, "words below a line that heads them", "are not taken for the answer's"
                )
            return
        if self.waiting:
            self._warn(self.waiting[0], "a page's furniture", "stands inside an answer")
            self.waiting = []
        own = self.start is not None and line.gap and tells_of_silence(line.bare)
        if own or (self.start is not None and line.gap and self._gave_none()):
            self.close()
            self._hold(SegmentKind.CONTEXT, line.start, line.end)
            self.absences += silences(self.document, line, self.asks.values())
            return
        mark = answer_mark(line.bare) if self.start is None else 0
        if mark:
            self._hold(SegmentKind.SPEAKER, line.start, line.bare_start + mark)
        if mark and mark >= len(line.bare.rstrip("*_ ")):
            return
        if self.start is None:
            marks = len(quoting(line, self.document.text))
            self.start = line.bare_start + mark if mark else line.start + marks
        self.end = line.end

    def _gave_none(self) -> bool:
        return says_no_answer(self.document.text[self.start or 0 : self.end])

    def close(self) -> None:
        """End the answer that is open."""
        start, self.start = self.start, None
        for line in self.waiting:
            self._hold(SegmentKind.FURNITURE, line.start, line.end)
        self.waiting = []
        if self.asked is None:
            return
        if start is None or not _says(self.document.text[start : self.end]):
            if self.asked is not self.answered:
                self._warn(self.asked, "a question", "has no answer")
            self.asked = None
            return
        end = start + without_count(self.document.text[start : self.end])
        self._answer(self.document.quote(start, end))
        self._hold(SegmentKind.ANSWER, start, end)
        self._hold(SegmentKind.CONTEXT, end, self.end)
        self.answered, self.asked = self.asked, None

    def _answer(self, quote: Quote) -> None:
        self.replied |= {ask.key for ask in (self.ask, *self.also) if ask is not None}
        if says_no_answer(quote.text) and self.who.name:
            self.absences.append(RawAbsence(name=self.who.name, quote=quote, ask=self.ask))
            return
        if self.above is not None and self.ask is not None and takes_both(quote.text):
            self.ask, self.also = self.above, (self.ask,)
        limit = (
            self.ask.word_limit
            if self.ask
            else word_limit(self.prompt.text)
            if self.prompt
            else None
        )
        if limit is not None and len(quote.text.split()) > limit and self.asked is not None:
            self._warn(
                self.asked, "an answer", f"is longer than the {limit} words the question allows"
            )
        writer = self.form.respondent
        reason = writer.reason if writer is not None and self.who.name is None else None
        answer = RawAnswer(
            ask=self.ask,
            also=self.also,
            inferred=writer.name if writer is not None and reason else None,
            why_inferred=reason,
            inferred_from=(span_of(writer, self.document),)
            if writer is not None and reason
            else (),
            speaker=self.who.name,
            party=self.who.party,
            label=self.who.label,
            prompt=self.prompt,
            quote=quote,
            channel=Channel.QUESTIONNAIRE,
        )
        self.answers.append(answer)

    def reading(self) -> Reading:
        """Give what was read."""
        if self.who.place is Place.OVER:
            told = unanswering(self.lines, self.form, self.answers, self.absences)
            self.warnings.extend(told)
        if self.answers and not self.who.name:
            self._warn(self.lines[0], "the form", "gives no name of who answered")
        if self.who.name and not self.form.people and not is_name(self.who.name):
            self._warn(self.lines[0], "the name in the form", "does not look like a person's")
        return Reading(
            document=self.document,
            kind=SourceKind.QUESTIONNAIRE,
            header=tuple(self.header),
            asks=tuple(self.asks.values()),
            answers=with_party(self.answers, self.who, self.header),
            absences=tuple(self.absences),
            segments=tuple(
                _segment(s, self.document.text) for s in tile(self.document.text, self.held)
            ),
            warnings=tuple(sorted(self.warnings, key=lambda w: (w.line, w.what, w.why))),
        )


def _says(words: str) -> bool:
    return any(c.isalnum() or c in TICKS + CROSSES for c in words)


def _segment(segment: Segment, text: str) -> Segment:
    """Take marks that nothing holds, such as those of quoting, for furniture."""
    if segment.kind is not SegmentKind.UNREAD or _says(text[segment.start : segment.end]):
        return segment
    return evolve(segment, kind=SegmentKind.FURNITURE)
