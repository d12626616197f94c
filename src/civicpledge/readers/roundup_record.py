"""What a walk down a round-up keeps: occasions, who came, promises, claims, words, and what holds them."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from attrs import define, evolve, field

from civicpledge.model.asks import ParticipationStatus
from civicpledge.model.responses import Wording
from civicpledge.model.sources import Quote
from civicpledge.readers.asks import Draft, MarkedAsk, key_of
from civicpledge.readers.lines import Line
from civicpledge.readers.people_in_prose import Named
from civicpledge.readers.presences import AWAY, Presence
from civicpledge.readers.prose_subjects import Known
from civicpledge.readers.reading import (
    RawAbsence,
    RawAnswer,
    RawAsk,
    RawClaim,
    RawParticipant,
    RawPledge,
    ReadingWarning,
    Segment,
    SegmentKind,
)
from civicpledge.readers.reported_speech import answer_told, told_in
from civicpledge.readers.roundup_claims import MEANS_ALL, claim_of_group
from civicpledge.readers.roundup_occasions import Told, other_headcount
from civicpledge.readers.roundup_sections import Open
from civicpledge.readers.roundup_speech import Said, candidates_in
from civicpledge.readers.roundup_wins import Win, is_earlier
from civicpledge.readers.running_text import RunningText
from civicpledge.readers.stretches import meeting
from civicpledge.readers.told_asks import asks_told

_MOST_COUNTS = 4
_PLACE = itemgetter(0)
_WHY_GUESSED = "where the place ends and the name begins cannot be told"


@define(kw_only=True)
class Record:
    """
    What has been read so far.

    Places are those of the running text; what is kept of them is put in terms of the document.

    :ivar answers: somebody's words in the section that is open; :ivar elsewhere: those in no occasion
    :ivar asks: what the page marks, or tells, as asked; :ivar asked: from where on which is answered
    :ivar told_asks: where those begin to be answered that its prose tells
    """

    running: RunningText
    lines: Sequence[Line]
    occasions: list[Open] = field(factory=list)
    current: Open | None = None
    hedged: bool = False
    section: tuple[str, ...] = ()
    pledges: list[RawPledge] = field(factory=list)
    claims: list[RawClaim] = field(factory=list)
    absences: list[RawAbsence] = field(factory=list)
    answers: list[RawAnswer] = field(factory=list)
    elsewhere: list[RawAnswer] = field(factory=list)
    candidates: frozenset[str] | None = None
    paragraphs: list[tuple[int, int]] = field(factory=list)
    taken: list[tuple[int, int]] = field(factory=list)
    asks: list[RawAsk] = field(factory=list)
    asked: list[tuple[int, RawAsk | None]] = field(factory=list)
    keys: set[str] = field(factory=set)
    told_asks: set[int] = field(factory=set)
    held: list[Segment] = field(factory=list)
    warnings: list[ReadingWarning] = field(factory=list)

    @property
    def text(self) -> str:
        """The text that is walked down."""
        return self.running.text

    def known(self) -> frozenset[str]:
        """Give whom the page prints as candidates, or as taking part in the occasion that is open."""
        if self.candidates is None:
            self.candidates = candidates_in(self.text, self.lines)
        here = self.current.participants if self.current else ()
        return self.candidates.union(here)

    def ask(self, line: Line, marked: MarkedAsk) -> None:
        """Keep an ask; what is said below it, up to the next one or the next heading, answers it."""
        start = line.bare_start + marked.start
        title = self.running.quote(start, line.bare_start + marked.end)
        self.keep_ask(Draft(self.running.document, marked.number, title), line.start)
        self.hold(SegmentKind.ASK, line.start, line.end)

    def keep_ask(self, draft: Draft, place: int) -> None:
        """Keep an ask that is answered from a *place* on."""
        key = key_of(draft, self.keys)
        self.keys.add(key)
        self.asks.append(draft.finish(key))
        self.asked.append((place, self.asks[-1]))
        if self.current is not None:
            self.current.asks.append(self.asks[-1])

    def asks_told(self, line: Line) -> list[tuple[int, int]]:
        """
        Keep the asks that a paragraph tells; each is answered up to the next paragraph that tells nothing.

        Gives where the sentences stand that tell them.
        """
        known, told = Known.of(self.known()), []
        if self.asked and self.asked[-1][0] in self.told_asks:
            place = (line.bare_start, line.bare_end)
            if not told_in(self.text, [place], known):
                self.asked.append((line.start, None))
        for ask in asks_told(line.bare, known):
            at = line.bare_start + ask.stop
            title = self.running.quote(line.bare_start + ask.words, line.bare_start + ask.end)
            self.keep_ask(Draft(self.running.document, None, title), at)
            self.told_asks.add(at)
            told.append((line.bare_start + ask.start, at))
        return told

    def ask_at(self, place: int) -> RawAsk | None:
        """Give the ask that words at a *place* answer."""
        behind = bisect_right(self.asked, place, key=_PLACE)
        return self.asked[behind - 1][1] if behind else None

    def say(self, said: Said, line: Line) -> None:
        """Keep somebody's words, as an answer to the ask that stands above them, if one does."""
        place = self.running.quote(*said.label).span
        quote = self.running.quote(said.start, said.end)
        self.taken.append((said.start, said.end))
        self.answers.append(
            RawAnswer(
                ask=self.ask_at(said.start),
                quote=quote,
                label=place,
                speaker=said.person.name,
                party=said.person.party,
                on_behalf_of=said.person.on_behalf_of,
                wording=said.wording,
            )
        )
        self.hold(SegmentKind.SPEAKER, line.start, line.end)

    def close(self) -> None:
        """Close the occasion that is open."""
        if self.current is not None:
            said = [*self.told(), *self.answers]
            self.current.answers = sorted(said, key=lambda a: a.quote.span.start)
            self.occasions.append(self.current)
        else:
            self.elsewhere += [*self.told(), *self.answers]
        self.current, self.hedged, self.answers = None, False, []
        self.paragraphs, self.taken = [], []

    def told(self) -> list[RawAnswer]:
        """Give what the paragraphs say that people said, but for what was taken as a win or a claim."""
        known = Known.of(self.known())
        answers = []
        meets = meeting(self.taken)
        for told in told_in(self.text, self.paragraphs, known):
            taken = meets(told.start, told.end)
            earlier = is_earlier(self.text[told.label[0] : told.end])
            if told.inferred is None and not taken and not earlier:
                quote = self.running.quote(told.start, told.end)
                label = self.running.quote(*told.label).span
                answers.append(
                    answer_told(told, ask=self.ask_at(told.start), quote=quote, label=label)
                )
        return answers

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
        ask = self.ask_at(line.start)
        claim = evolve(claim, asks=(ask,)) if ask and not claim.asks else claim
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
