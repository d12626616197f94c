"""One way down the lines of a round-up: headings, occasions, wins, claims, and who came."""

import re
from collections.abc import Sequence

from attrs import define, evolve, field, frozen

from civicpledge.model.asks import ParticipationStatus
from civicpledge.model.responses import Wording
from civicpledge.model.sources import Quote
from civicpledge.progress import Progress, watched
from civicpledge.readers.lines import Line, is_furniture, looks_like_heading, sentences
from civicpledge.readers.prose_subjects import Known
from civicpledge.readers.reading import (
    RawAbsence,
    RawAnswer,
    RawClaim,
    RawParticipant,
    RawPledge,
    ReadingWarning,
    Segment,
    SegmentKind,
)
from civicpledge.readers.reported_speech import answer_told, told_in
from civicpledge.readers.roundup_claims import MEANS_ALL, claim_of_group, stated_claim
from civicpledge.readers.roundup_occasions import (
    Told,
    details_told,
    occasion_told,
    other_headcount,
)
from civicpledge.readers.roundup_people import Named, people_in
from civicpledge.readers.roundup_presence import AWAY, Presence, presences_in
from civicpledge.readers.roundup_sections import Open
from civicpledge.readers.roundup_wins import (
    Win,
    is_past,
    item_of,
    said_in_item,
    wins_of,
)
from civicpledge.readers.running_text import RunningText

_LINK = re.compile(
    r"https?://|www\.|\b(?:find out more|read (?:all|more|the|on)|see more|click|sign up"
    r"|learn more|full list)\b"
    r"[^.\n]{0,200}(?:\bhere\b|\bmore\b|:)",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"\b(?:photo|image|picture|films?|photography|credit)\b|©", re.IGNORECASE)
_INSIDE = re.compile(
    r"\b(?:highlights?|wins|commitments|pledges|asks|attend\w*|present|what was said|what we won"
    r"|on the night)\b",
    re.IGNORECASE,
)
_RUN_IN = re.compile(
    r"(?P<title>[A-Z][A-Z'’&-]+(?:,? (?:[A-Z][A-Z'’&-]+|and|of|the|&)){0,6})\. (?=\S)"
)
_WON_OR_AGREED = re.compile(r"\b(?:commit|agree|pledg|promis)\w*", re.IGNORECASE)
_LIST_OF_WINS = re.compile(r"\b(?:wins?|won|highlights|commitments|pledges)\b", re.IGNORECASE)
_MARKS = ('"', "“", "‘", "'")
_CAPTION_WORDS = 8
_MOST_COUNTS = 4
_WHY_GUESSED = "where the place ends and the name begins cannot be told"
_LONGEST_LEAD = 600


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
class Walk:
    """
    One way down the lines of a round-up.

    Places are those of the running text; what is kept of them is put in terms of the document.
    """

    running: RunningText
    lines: Sequence[Line]
    occasions: list[Open] = field(factory=list)
    current: Open | None = None
    headings: list[Line] = field(factory=list)
    first: int | None = None
    told_since: bool = False
    hedged: bool = False
    titles: set[int] = field(factory=set)
    section: tuple[str, ...] = ()
    lead: _Lead = field(factory=_Lead)
    pledges: list[RawPledge] = field(factory=list)
    claims: list[RawClaim] = field(factory=list)
    absences: list[RawAbsence] = field(factory=list)
    paragraphs: list[tuple[int, int]] = field(factory=list)
    taken: list[tuple[int, int]] = field(factory=list)
    held: list[Segment] = field(factory=list)
    warnings: list[ReadingWarning] = field(factory=list)

    @property
    def text(self) -> str:
        """The text that is walked down."""
        return self.running.text

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
        if is_furniture(line) or _LINK.search(line.bare[:_LONGEST_LEAD]):
            self.hold(SegmentKind.FURNITURE, line.start, line.end)
            self.told_since = True
        elif line.bullet:
            self.told_since = True
            self.bullet(line)
        elif line.gap and looks_like_heading(line) and not _is_told(line.bare):
            self.heading(line)
        else:
            self.prose(line)

    def heading(self, line: Line) -> None:
        """Take a heading, or the caption of a picture, which has its form; both may stand in a row."""
        self.first = line.start if self.first is None else self.first
        self.hold(SegmentKind.CONTEXT, line.start, line.end)
        if self.told_since or not self.headings:
            if self.current is not None and _is_inside(line, self.current.line):
                self.lead = _Lead(named=bool(_LIST_OF_WINS.search(line.bare)))
                return
            if _is_caption(line):
                return
            self.close()
            self.section, self.lead, self.headings = (line.bare,), _Lead(), []
            self.told_since = False
            self.titles.add(line.start)
        self.headings.append(line)

    def run_in(self, line: Line, length: int) -> Line:
        """Take a heading that runs into its paragraph, and give the line that is left."""
        cut = line.bare_start + length
        self.heading(evolve(line, end=cut, bare_end=cut, bare=line.bare[:length]))
        rest = cut + 1 + len(self.text[cut + 1 :]) - len(self.text[cut + 1 :].lstrip())
        return evolve(
            line, start=cut, bare_start=rest, bare=self.text[rest : line.bare_end], gap=False
        )

    def close(self) -> None:
        """Close the occasion that is open."""
        if self.current is not None:
            self.current.answers = self.told(self.current)
            self.occasions.append(self.current)
        self.current, self.hedged = None, False
        self.paragraphs, self.taken = [], []

    def told(self, occasion: Open) -> list[RawAnswer]:
        """Give what the paragraphs say that people said, but for what was taken as a win or a claim."""
        known = Known.of(occasion.participants)
        answers = []
        for told in told_in(self.text, self.paragraphs, known):
            taken = any(a < told.end and told.start < b for a, b in self.taken)
            if told.inferred is None and not taken:
                quote = self.running.quote(told.start, told.end)
                label = self.running.quote(*told.label).span
                answers.append(answer_told(told, ask=None, quote=quote, label=label))
        return answers

    def prose(self, line: Line) -> None:
        """Read a paragraph sentence by sentence; a caption among the headings is one too."""
        self.lead = _Lead()
        self.told_since = True
        self.paragraphs.append((line.bare_start, line.bare_end))
        if line.bare.startswith(_MARKS):
            # What somebody says in quotation marks, mostly of others, is not the page's own report.
            self.hold(SegmentKind.CONTEXT, line.start, line.end)
            return
        for start, end in sentences(self.text, line.bare_start, line.bare_end):
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

    def open(self, told: Told, start: int, end: int) -> None:
        """Open an occasion under the heading that names it: marked, or the first in title case."""
        titled = [h for h in self.headings if h.heading or h.marked]
        named = [h for h in self.headings if _in_title_case(h.bare) and not _CREDIT.search(h.bare)]
        inner = [h for h in named if h.start != self.first] or named
        title = titled[-1] if titled else (inner or self.headings)[0]
        self.titles.discard(self.headings[0].start)
        self.titles.add(title.start)
        self.section = (title.bare,)
        self.current = Open(title=title.bare, line=title, told=told, place=(start, end))
        if told.headcount is not None:
            self.current.headcounts.append(told.headcount)

    def count(self, told: Told | None, words: str, line: Line) -> None:
        """Keep a count of the people, or a second one, and say that there are two."""
        current = self.current
        if current is not None and told and told.headcount and not current.headcounts:
            current.headcounts.append(told.headcount)
            return
        if current is None or not current.headcounts or len(current.headcounts) > _MOST_COUNTS:
            return
        other = other_headcount(words, current.headcounts[0])
        if other is not None and other not in current.headcounts:
            current.headcounts.append(other)
            self.warn(
                line, "two headcounts", "the page gives two numbers of people for one occasion"
            )

    def present(self, line: Line, presences: Sequence[Presence], start: int, end: int) -> bool:
        """Keep who came and who did not; a name that may begin with a place's is reported."""
        quote = self.running.quote(start, end)
        for presence in presences:
            person = presence.person
            row = RawParticipant(
                name=person.name,
                party=person.party,
                role=person.role,
                status=presence.status.value,
                on_behalf_of=person.on_behalf_of,
                quote=quote,
            )
            away = presence.status in AWAY
            if away or presence.status is ParticipationStatus.IN_WRITING:
                self.taken.append((start, end))
            if away:
                self.absences.append(RawAbsence(name=person.name, quote=quote))
            if self.current is not None:
                self.current.participants.setdefault(row.name, row)
            if person.guessed:
                self.warn(line, "a name behind a place", _WHY_GUESSED)
        return any(p.status in AWAY for p in presences)

    def claim(self, line: Line, start: int, end: int) -> bool:
        """Keep what a sentence says of a group, and what it makes of the list below it."""
        words = self.text[start:end]
        people = people_in(self.text, start, end)
        stated = stated_claim(self.running, start, end, people)
        wins = wins_of(self.text, start, end)
        if words.endswith(":"):
            self.taken.append((start, end))
            promisers = tuple(p for win in wins for p in win.promisers)
            self.lead = _Lead(
                promisers=promisers,
                win=bool(wins) or bool(_WON_OR_AGREED.search(words)),
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

    def take(self, wins: Sequence[Win], line: Line, *, pledges: bool = True) -> None:
        """Keep wins: a pledge for everyone named, a claim for a group."""
        for win in wins:
            quote = self.running.quote(win.start, win.end)
            self.taken.append((win.start, win.end))
            if win.group is not None:
                self.add_claim(claim_of_group(quote, win.group), line)
            if not pledges:
                continue
            for promiser in win.promisers or (None,):
                self.add_pledge(quote, promiser)

    def add_pledge(self, quote: Quote, promiser: Named | None) -> None:
        """Keep one promise of one promiser, or of nobody who is named."""
        if self.current is not None:
            self.current.pledges.append(len(self.pledges))
        self.pledges.append(
            RawPledge(
                section=self.section,
                quote=quote,
                speaker=promiser.name if promiser else None,
                party=promiser.party if promiser else None,
                wording=Wording.REPORTED,
                appearances=(quote.span,),
            )
        )

    def add_claim(self, claim: RawClaim, line: Line) -> None:
        """Keep a claim; one about all that drops the hedge of an earlier one is reported."""
        if self.hedged and claim.hedge is None and MEANS_ALL.search(claim.scope):
            why = "an earlier sentence about the same occasion takes some of it back"
            self.warn(line, "a claim about all without a hedge", why)
        self.hedged = self.hedged or claim.hedge is not None
        self.claims.append(claim)
        if self.current is not None:
            self.current.claims.append(claim)

    def hold(self, kind: SegmentKind, start: int, end: int) -> None:
        """Hold a stretch, without white space at its ends."""
        words = self.text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = start + len(words.rstrip())
        if first < last:
            begin, until = self.running.stretch(first, last)
            self.held.append(Segment(kind=kind, start=begin, end=until))

    def warn(self, line: Line, what: str, why: str) -> None:
        """Keep a warning."""
        number = self.running.document.line_of(self.running.origin(line.start))
        self.warnings.append(ReadingWarning(line=number, what=what, why=why))


def _is_caption(line: Line) -> bool:
    """Tell the caption of a picture from a heading: many words, most of them in small letters."""
    many = len(line.bare.split()) >= _CAPTION_WORDS
    return (
        many and not line.heading and not _in_title_case(line.bare) and not line.bare.endswith("?")
    )


def _is_told(words: str) -> bool:
    """Tell a line that leads to a list, or gives day and number, from a heading."""
    return words.endswith(":") or details_told(words) is not None


def _is_inside(line: Line, title: Line) -> bool:
    """Tell a heading inside an occasion's section ("Highlights") from the next occasion's."""
    if not _INSIDE.search(line.bare):
        return False
    return not line.heading or len(line.opened) > len(title.opened)


def _in_title_case(words: str) -> bool:
    long = [word for word in words.split() if len(word) > 3 and word[0].isalpha()]
    return bool(long) and sum(word[0].isupper() for word in long) * 2 > len(long)
