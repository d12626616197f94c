"""One way down the lines of a round-up: headings, occasions, wins, claims, and who came."""

import re
from collections.abc import Sequence

from attrs import define, evolve, field, frozen

from civicpledge.progress import Progress, watched
from civicpledge.readers.asks import marked_ask
from civicpledge.readers.lines import Line, looks_like_heading, sentences
from civicpledge.readers.page_words import is_furniture
from civicpledge.readers.people_in_prose import Named, people_in
from civicpledge.readers.presences import presences_in
from civicpledge.readers.reading import (
    SegmentKind,
)
from civicpledge.readers.roundup_claims import stated_claim
from civicpledge.readers.roundup_fields import Field, Key, came_in, field_of
from civicpledge.readers.roundup_headings import (
    in_title_case,
    is_caption,
    is_credit,
    is_inside,
    is_told,
)
from civicpledge.readers.roundup_occasions import (
    Told,
    details_told,
    headed_by,
    occasion_told,
)
from civicpledge.readers.roundup_record import Record
from civicpledge.readers.roundup_sections import Open
from civicpledge.readers.roundup_speech import (
    Said,
    goes_on,
    is_quotation,
    said_above,
    said_before,
    said_behind,
    said_plainly,
)
from civicpledge.readers.roundup_wins import (
    Win,
    is_past,
    item_of,
    said_in_item,
    says_yes,
    wins_of,
)

_LINK = re.compile(
    r"https?://|www\.|\b(?:find out more|read (?:all|more|the|on)|see more|click|sign up"
    r"|learn more|full list)\b"
    r"[^.\n]{0,200}(?:\bhere\b|\bmore\b|:)",
    re.IGNORECASE,
)
_RUN_IN = re.compile(
    r"(?P<title>[A-Z][A-Z'’&-]+(?:,? (?:[A-Z][A-Z'’&-]+|and|of|the|&)){0,6})\. (?=\S)"
)
_WON_OR_AGREED = re.compile(r"\b(?:commit|agree|pledg|promis)\w*", re.IGNORECASE)
_LIST_OF_WINS = re.compile(r"\b(?:wins?|won|highlights|commitments|pledges)\b", re.IGNORECASE)
_LONGEST_LEAD = 600
_SENTENCE_ENDS = ".!?:…"


@frozen(kw_only=True)
class _Lead:
    """
    What the line before a list says of its items: whose they are.

    :ivar win: whether every item is a promise; :ivar named: whether one that begins with a name may be
    """

    promisers: tuple[Named, ...] = ()
    win: bool = False
    named: bool = False


@define(kw_only=True)
class Walk(Record):
    """One way down the lines of a round-up."""

    headings: list[Line] = field(factory=list)
    first: int | None = None
    told_since: bool = False
    titles: set[int] = field(factory=set)
    lead: _Lead = field(factory=_Lead)
    quotation: list[Line] = field(factory=list)

    def run(self, progress: Progress | None = None) -> None:
        """Walk it all."""
        for line in watched(self.lines, progress):
            self.step(line)
        self.close()

    def step(self, line: Line) -> None:
        """Read one line."""
        title = _RUN_IN.match(line.bare)
        if title is not None:
            line = self.run_in(line, title.end("title"))
        quoted, self.quotation = self.quotation, []
        marked = marked_ask(line.bare)
        field = field_of(self.text, line.bare_start, line.bare_end) if self.headings else None
        if quoted and (said := self.said_above(quoted, line)):
            self.told_since = True
            self.say(said, line)
        elif marked is not None:
            self.told_since = True
            self.ask(line, marked)
        elif field is not None:
            self.take_field(field, line)
        elif is_furniture(line.bare) or _LINK.search(line.bare[:_LONGEST_LEAD]):
            self.hold(SegmentKind.FURNITURE, line.start, line.end)
            self.told_since = True
        elif line.bullet:
            self.told_since = True
            self.bullet(line)
        elif line.gap and self.heads(line) and not is_told(line.bare):
            self.heading(line)
        elif is_quotation(line):
            self.quote(quoted, line)
        else:
            self.prose(line)

    def heads(self, line: Line) -> bool:
        """Tell whether a line is a heading; that of the page may be long, and stand there twice."""
        title = line.index == 0 or self.lines[line.index - 1].bare == line.bare
        return looks_like_heading(line) or (title and line.bare[-1:] not in _SENTENCE_ENDS)

    def said_above(self, quoted: Sequence[Line], line: Line) -> Said | None:
        """Read a line below a quotation that names who said it."""
        below = self.lines[line.index + 1] if line.index + 1 < len(self.lines) else None
        return said_above(self.text, quoted, line, below, self.known())

    def quote(self, quoted: list[Line], line: Line) -> None:
        """Keep a quotation, which is mostly of others and not the page's own report, for who said it."""
        self.lead = _Lead()
        self.told_since = True
        said = said_behind(self.text, line, self.known())
        if said is not None:
            self.say(said, line)
            return
        self.quotation = [*quoted, line] if goes_on(quoted, line) else [line]
        self.paragraphs.append((line.bare_start, line.bare_end))
        self.hold(SegmentKind.CONTEXT, line.start, line.end)

    def take_field(self, field: Field, line: Line) -> None:
        """Take a line that gives the day, the place, the number of people or who came."""
        if self.current is None:
            self.open(Told(), line.bare_start, line.bare_end)
        current = self.current
        if current is not None and field.told is not None:
            told = current.told or Told()
            if field.key is Key.WHEN:
                current.told = evolve(told, date=told.date or field.told)
            elif field.key is Key.WHERE:
                current.told = evolve(told, place=told.place or field.told)
            else:
                current.headcounts.append(field.told)
        if field.key in (Key.PEOPLE, Key.AWAY):
            away = field.key is Key.AWAY
            came = came_in(self.text, field.start, line.bare_end, away=away)
            self.present(line, came, line.bare_start, line.bare_end)
        self.told_since = True
        self.hold(SegmentKind.CONTEXT, line.start, line.end)

    def heading(self, line: Line) -> None:
        """Take a heading, or the caption of a picture, which has its form; both may stand in a row."""
        self.asked.append((line.start, None))
        self.first = line.start if self.first is None else self.first
        self.hold(SegmentKind.CONTEXT, line.start, line.end)
        below = self.lines[line.index + 1].bare if line.index + 1 < len(self.lines) else ""
        found = headed_by(line.bare, below)
        if self.told_since or not self.headings or found:
            above = [self.current.line] if self.current else self.headings
            if above and not found and is_inside(line, above[-1]):
                self.lead = _Lead(named=bool(_LIST_OF_WINS.search(line.bare)))
                return
            if is_caption(line) and line.start != self.first:
                return
            self.close()
            self.section, self.lead, self.headings = (line.bare,), _Lead(), []
            self.told_since = False
            self.titles.add(line.start)
        self.headings.append(line)
        if found is not None:
            self.open(found[1], line.bare_start, line.bare_end, title=found[0])
            self.told_since = True

    def run_in(self, line: Line, length: int) -> Line:
        """Take a heading that runs into its paragraph, and give the line that is left."""
        cut = line.bare_start + length
        self.heading(evolve(line, end=cut, bare_end=cut, bare=line.bare[:length]))
        rest = cut + 1 + len(self.text[cut + 1 :]) - len(self.text[cut + 1 :].lstrip())
        return evolve(
            line, start=cut, bare_start=rest, bare=self.text[rest : line.bare_end], gap=False
        )

    def prose(self, line: Line) -> None:
        """Read a paragraph sentence by sentence; a caption among the headings is one too."""
        self.lead = _Lead()
        self.told_since = True
        self.paragraphs.append((line.bare_start, line.bare_end))
        said = said_before(self.text, line)
        if said is None and self.ask_at(line.start) is not None:
            said = said_plainly(self.text, line, self.known())
        if said is not None:
            self.say(said, line)
            return
        asked = self.asks_told(line)
        for start, end in sentences(self.text, line.bare_start, line.bare_end):
            told = next((stop for at, stop in asked if at <= start < stop), None)
            if told is not None and told >= end:
                self.hold(SegmentKind.ASK, start, end)
            else:
                self.sentence(line, start, end)

    def sentence(self, line: Line, start: int, end: int) -> None:
        """Read a sentence of a paragraph: an occasion, who came, what a group said."""
        words = self.text[start:end]
        told = occasion_told(words)
        if not words.endswith((".", "!", ":")) and details_told(words) is None:
            told = None
        if told is not None and self.current is None and self.headings:
            self.open(told, start, end)
        elif told is not None and self.current is not None and self.current.told is None:
            self.current.told = told
        elif self.current is not None:
            self.count(told, words, line)
            self.current.told = self.current.told and self.current.told.filled(told)
        kind = SegmentKind.CONTEXT
        presences = presences_in(self.text, start, end)
        if self.present(line, presences, start, end):
            kind = SegmentKind.NOTE
        if self.claim(line, start, end):
            kind = SegmentKind.CLAIM
        if words.endswith(":") and self.lead.win and self.lead.promisers:
            kind = SegmentKind.SPEAKER
        first = line.start if start == line.bare_start else start
        self.hold(kind, first, line.end if end == line.bare_end else end)

    def open(self, told: Told, start: int, end: int, title: str | None = None) -> None:
        """Open an occasion under the heading that names it: marked, or the first in title case."""
        titled = [h for h in self.headings if h.heading or h.marked]
        named = [h for h in self.headings if in_title_case(h.bare) and not is_credit(h.bare)]
        inner = [h for h in named if h.start != self.first] or named
        line = titled[-1] if titled else (inner or self.headings)[0]
        self.titles.discard(self.headings[0].start)
        self.titles.add(line.start)
        self.section = (title or line.bare,)
        self.current = Open(title=title or line.bare, line=line, told=told, place=(start, end))
        if told.headcount is not None:
            self.current.headcounts.append(told.headcount)

    def claim(self, line: Line, start: int, end: int) -> bool:
        """Keep what a sentence says of a group, and what it makes of the list below it."""
        words = self.text[start:end]
        people = people_in(self.text, start, end)
        stated = stated_claim(self.running, start, end, people)
        wins = wins_of(self.text, start, end)
        if words.endswith(":"):
            self.taken.append((start, end))
            promisers = tuple(p for win in wins for p in win.promisers)
            promisers = promisers or says_yes(words, people, start)
            self.lead = _Lead(
                promisers=promisers,
                win=bool(wins or promisers) or bool(_WON_OR_AGREED.search(words)),
                named=bool(_LIST_OF_WINS.search(words)),
            )
        if stated is not None:
            self.add_claim(stated, line)
            self.taken.append((start, end))
        elif not words.endswith(":"):
            self.take([win for win in wins if win.promisers], line)
        else:
            self.take([evolve(win, promisers=()) for win in wins if win.group], line, pledges=False)
        return stated is not None or (words.endswith(":") and any(win.group for win in wins))

    def bullet(self, line: Line) -> None:
        """Read an item of a list: the wins it reports, or what its lead makes of it."""
        start, end = line.bare_start, line.bare_end
        said = said_before(self.text, line)
        if said is not None:
            self.say(said, line)
            return
        wins = wins_of(self.text, start, end)
        if not wins and not is_past(line.bare):
            win = self.item(start, end)
            wins = () if win is None else (win,)
        if not wins:
            self.paragraphs.append((start, end))
        self.take(wins, line)
        at = line.start
        for win in wins:
            if win.start > line.bare_start:
                self.hold(SegmentKind.CONTEXT, at, win.start)
                at = win.start
            self.hold(SegmentKind.PLEDGE, at, win.end)
            at = win.end
        self.hold(SegmentKind.CONTEXT, at, line.end)

    def item(self, start: int, end: int) -> Win | None:
        """Read an item without a verb of promising by the line that leads to its list."""
        win = None
        if self.lead.win or self.lead.named:
            win = item_of(self.text, start, end, self.lead.promisers)
        led = win is not None and (self.lead.win or bool(win.promisers))
        return win if led else said_in_item(self.text, start, end)
