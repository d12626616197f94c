"""
What a page's own prose says that somebody said: "Ann Body said she would ...", '"Yes," said Bo Ng'.

A person counts only where the whole clause is read: at the start of a sentence, or behind a conjunction, a
name that the page prints with a party, and then a verb of saying. Everything else stays the page's own.
"""

import re
from collections.abc import Iterable, Iterator

from attrs import define, evolve, field, frozen

from civicpledge.model.responses import Wording
from civicpledge.model.sources import Quote, Span
from civicpledge.readers.hidden_quotations import HIDDEN, behind_hidden, hide
from civicpledge.readers.lines import sentences
from civicpledge.readers.prose import about_whom
from civicpledge.readers.prose_subjects import Known, Person, person_of
from civicpledge.readers.reading import RawAnswer, RawAsk

LONGEST_PARAGRAPH = 6000
"""A longer paragraph is not looked through for what people said."""

_SAYING = (
    r"(?:said|says|told|argued|argues|replied|answered|responded|added|adds|insisted|stressed|explained"
    r"|admitted|warned|suggested|confirmed|acknowledged|stated|declared|promised|promises|pledged|pledges"
    r"|vowed|committed|commits|agreed|agrees|offered|proposed|proposes|refused|ruled out|rejected|backed"
    r"|backs|supported|supports|opposed|opposes|called for|favoured|wanted|wants|believed|believes|thought"
    r"|thinks|felt|hoped|undertook|accepted|noted|notes|observed|conceded|countered|maintained|emphasi[sz]ed"
    r"|reiterated|called(?= [^\x02.,;\"“]{1,60}[\"“]\x02))"
)
_VERB = re.compile(
    r",? (?P<verb>(?:(?:has|had|have|also|then|later|again|since|strongly|firmly|simply) ){0,3}"
    rf"{_SAYING})\b"
)
_TAG = re.compile(
    r"[ ,–—-]{0,3}(?P<verb>said|says|added|adds|replied|answered|responded|insisted|argued|explained"
    r"|promised|pledged|vowed|stressed|declared|warned) (?=[A-Z])"
)
_FRONT = re.compile(
    r"(?:(?:asked|when|while|on|in|at|after|for|responding|replying|speaking|meanwhile|however|also|again"
    r"|earlier|later|finally|similarly|by contrast|turning)\b[^.!?\n\x02]{0,160}?, |(?:but|and|yet|so) "
    r"|(?:answered|answers?|repl(?:y|ied|ies)|response): )"
    r"(?=[A-Z])",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:he|she|they)", re.IGNORECASE)
_JOINT = re.compile(
    r",? (?:while|whilst|but|and|whereas) (?=[A-Z])|; (?:but |while |and )?(?=[A-Z])"
)
_OTHER = re.compile(
    r" (?:that )?(?P<who>[A-Z][^\x02.,;:]{1,60}?)(?:['’]s)? "
    r"(?:would|will|had|has|was|is|should|could|did|does)\b"
)
_NO_WORDS = re.compile(
    r"(?:refused|wanted not|agreed|declined|was unable) to (?:answer|comment|respond|say|reply|be drawn"
    r"|take part|attend|speak)\b"
    r"|answered (?:[a-z]{1,10} ){0,4}(?:questions?|asks)\b|wanted to know\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:that|he|she|they|it|there|we|i|would|could|should|was|were)\b", re.IGNORECASE
)
_PLAIN = frozenset({"said", "says", "replied", "answered", "responded", "added", "adds"})
_MOST_BEFORE = 220
_WHO_ELSE = "the words before these report what this person said, and nobody is named beside these"
_ABOUT_WHOM = (
    "the sentence before these words is about this person alone, and nobody is named beside them"
)


@frozen(kw_only=True)
class Told:
    """
    Words that the page says are somebody's, in offsets of the text.

    :ivar label: where the page names the person
    :ivar inferred: why the person is only offered; ``None`` where the sentence itself names them
    """

    person: Person
    start: int
    end: int
    label: tuple[int, int]
    wording: Wording
    inferred: str | None = None


@frozen(kw_only=True)
class _Piece:
    """A sentence, or half of one, that tells what somebody said; ``person`` is nobody for "she said"."""

    person: Person | None
    start: int
    end: int
    label: tuple[int, int]
    verbatim: bool
    pronoun: str = ""


def told_in(text: str, paragraphs: Iterable[tuple[int, int]], known: Known) -> tuple[Told, ...]:
    """
    Read what *paragraphs*, which follow each other, say that people said.

    Sentences of a paragraph that go on with the same person ("she said", another quotation) are one answer
    with the first; across paragraphs only a quotation that did not close goes on, anything else is offered.
    A quotation alone is its verbatim words; all others are reported from their verb on.

    >>> page = 'Ann Body (Green) said she would plant trees. "Never," said Bo Ng (Labour).'
    >>> [(t.person.name, page[t.start:t.end]) for t in told_in(page, [(0, len(page))], Known())]
    [('Ann Body', 'said she would plant trees.'), ('Bo Ng', '"Never,"')]
    """
    gathered = _Gathered(known=known)
    for start, end in paragraphs:
        if end - start > LONGEST_PARAGRAPH:
            gathered.leave()
            continue
        gathered.paragraph()
        hidden, unclosed = hide(text[start:end])
        for a, b in sentences(hidden, 0, len(hidden)):
            for piece in _pieces(hidden, a, b):
                gathered.take(None if piece is None else _moved(piece, start))
            gathered.about(text[start + a : start + b], start + a)
        gathered.unclosed = unclosed and gathered.speaking
    return tuple(gathered.told)


def answer_told(told: Told, *, ask: RawAsk | None, quote: Quote, label: Span) -> RawAnswer:
    """Give what a page tells of somebody as an answer; where no name stands beside it, as an offer."""
    person = told.person
    answer = RawAnswer(ask=ask, quote=quote, label=label, wording=told.wording)
    if told.inferred is not None:
        return evolve(
            answer, inferred=person.name, why_inferred=told.inferred, inferred_from=(label,)
        )
    return evolve(answer, speaker=person.name, party=person.party, on_behalf_of=person.on_behalf_of)


def tells(words: str) -> bool:
    """
    Tell whether *words* go on as a report behind a name: "said she would ...", not "Yes, I will".

    >>> tells("said she would plant trees"), tells("Promised land for all!")
    (True, False)
    """
    return _VERB.match(f" {words[:80]}") is not None


def people_told(words: str) -> tuple[Person, ...]:
    """
    List those whom a paragraph names as saying something, as it prints them.

    >>> [(p.name, p.party) for p in people_told("Ann Body (Green) said no. Bo Ng disagreed.")]
    [('Ann Body', 'Green')]
    """
    if len(words) > LONGEST_PARAGRAPH:
        return ()
    hidden, _ = hide(words)
    pieces = [p for a, b in sentences(hidden, 0, len(hidden)) for p in _pieces(hidden, a, b) if p]
    return tuple(piece.person for piece in pieces if piece.person is not None)


@define(kw_only=True)
class _Gathered:
    """What has been told so far, and whether the last of it may go on."""

    known: Known
    told: list[Told] = field(factory=list)
    speaking: bool = False
    before: Told | None = None
    waiting: _Piece | None = None
    unclosed: bool = False
    subject: tuple[Person, tuple[int, int]] | None = None

    def paragraph(self) -> None:
        """Begin a paragraph: only a quotation that is still open goes on."""
        self.before = self.told[-1] if self.speaking else None
        self.waiting = self.subject = None
        self.speaking = self.speaking and self.unclosed

    def leave(self) -> None:
        """Forget who spoke."""
        self.speaking, self.before, self.waiting, self.unclosed = False, None, None, False

    def about(self, sentence: str, start: int) -> None:
        """Note whom a sentence is about in which nobody says anything: "Bo Ng did not hesitate."."""
        self.subject = None
        place = None if self.speaking or self.waiting else about_whom(sentence, self.known)
        if place is not None:
            name = sentence[slice(*place)]
            self.subject = Person(name=name), (start + place[0], start + place[1])

    def take(self, piece: _Piece | None) -> None:
        """Take the next sentence."""
        before, self.before = self.before, None
        subject, self.subject = self.subject, None
        person = piece.person if piece is not None else None
        if piece is None or (person is not None and not _counts(person, self.known)):
            self.leave()
        elif person is not None and not (self.speaking and _same(person, self.told[-1].person)):
            self._begin(piece, person)
        elif self.speaking and not _another(piece, self.told[-1]):
            if piece.start < piece.end:
                self.told[-1] = _longer(self.told[-1], piece)
        elif before is not None and piece.start < piece.end and not _another(piece, before):
            self.told.append(_told(piece, before.person, inferred=_WHO_ELSE))
        elif subject is not None and piece.start < piece.end:
            told = _told(piece, subject[0], inferred=_ABOUT_WHOM)
            self.told.append(evolve(told, label=subject[1]))
        else:
            self.waiting = piece

    def _begin(self, piece: _Piece, person: Person) -> None:
        waiting, self.waiting = self.waiting, None
        if piece.start >= piece.end:
            if waiting is None:
                self.leave()
                return
            piece = evolve(waiting, label=piece.label)
        self.told.append(_told(piece, person))
        self.speaking = True


def _same(person: Person, other: Person) -> bool:
    return person.name.split()[-1] == other.name.split()[-1]


def _counts(person: Person, known: Known) -> bool:
    return known.knows(person.name) or (person.party is not None and " " in person.name)


_HIS = re.compile(r"(?:mr|sir|lord)\b", re.IGNORECASE)
_HERS = re.compile(r"(?:mrs|ms|miss|dame|lady|baroness)\b", re.IGNORECASE)


def _another(piece: _Piece, told: Told) -> bool:
    """Tell whether a pronoun cannot mean the person named before: "She" behind "Mr Ng"."""
    name = told.person.name
    return (piece.pronoun == "she" and _HIS.match(name) is not None) or (
        piece.pronoun == "he" and _HERS.match(name) is not None
    )


def _told(piece: _Piece, person: Person, inferred: str | None = None) -> Told:
    return Told(
        person=person,
        start=piece.start,
        end=piece.end,
        label=piece.label,
        wording=Wording.VERBATIM if piece.verbatim else Wording.REPORTED,
        inferred=inferred,
    )


def _longer(told: Told, piece: _Piece) -> Told:
    """Go on with another sentence of the same person; with the page's words between it is a report."""
    apart = piece.label[0] < piece.start or told.label[0] >= told.start or not piece.verbatim
    wording = Wording.REPORTED if apart else told.wording
    return evolve(told, end=piece.end, wording=wording)


def _moved(piece: _Piece, by: int) -> _Piece:
    a, b = piece.label
    return evolve(piece, start=piece.start + by, end=piece.end + by, label=(a + by, b + by))


def _pieces(hidden: str, start: int, end: int) -> Iterator[_Piece | None]:
    """Read one sentence: what stands in its clauses, each a piece; ``None`` where it tells nothing."""
    if hidden[start + 1 : start + 2] == HIDDEN:
        yield _quotation(hidden, start, end)
        return
    at = start
    while at < end:
        stop, following = _next_clause(hidden, at, end)
        yield _clause(hidden, at, stop)
        at = following


def _quotation(hidden: str, start: int, end: int) -> _Piece | None:
    """Read '"Yes," said Ann Body.': who is named behind the quotation."""
    close = behind_hidden(hidden, start + 1, end)
    rest = hidden[close:end]
    bare = _Piece(person=None, start=start, end=close, label=(start, start), verbatim=True)
    if not any(c.isalnum() for c in rest):
        return bare
    tag = _TAG.match(rest)
    verb = None if tag else _VERB.search(rest, 0, _MOST_BEFORE)
    if tag is not None:
        stop = _TAG_END.search(rest, tag.end())
        cut = stop.start() if stop else len(rest)
        who, more = rest[tag.end() : cut], rest[cut:]
    elif verb is not None:
        who, more = rest[: verb.start()], rest[verb.end() :]
    else:
        return None
    person = person_of(who) or (person_of(who.split(",")[0]) if tag else None)
    if person is None and not _PRONOUN.fullmatch(who.strip()):
        return None
    goes_on = HIDDEN in more
    return _Piece(
        person=person,
        start=start,
        end=end if goes_on else close,
        label=(close, end),
        verbatim=not goes_on,
        pronoun="" if person else who.strip().casefold(),
    )


_TAG_END = re.compile(r"[.:\x02\"“]| adding\b| before\b| who\b")


def _clause(hidden: str, start: int, end: int) -> _Piece | None:
    """Read "Ann Body said she would ..." and 'Asked about it, Bo Ng said: "No."'."""
    front = _FRONT.match(hidden, start, end)
    subject = front.end() if front else start
    quoted = _NAMED_BEFORE.match(hidden, subject, end)
    if quoted is not None and not _words(hidden, quoted.end(), end):
        close = behind_hidden(hidden, quoted.end(), end)
        person, place = person_of(quoted["who"]), (start, quoted.end() - 1)
        if person is not None:
            return _Piece(person=person, start=place[1], end=close, label=place, verbatim=True)
    verb = _VERB.search(hidden, subject, min(end, subject + _MOST_BEFORE))
    if verb is None or _NO_WORDS.match(hidden, verb.start("verb"), end):
        return None
    who = hidden[subject : verb.start()]
    person = person_of(who)
    if person is None and not _PRONOUN.fullmatch(who.strip()):
        return None
    other = _OTHER.match(hidden, verb.end(), end)
    if other is not None and person_of(other["who"]):
        return None
    pronoun = "" if person else who.strip().casefold()
    at = verb.start("verb")
    quote = hidden.find(HIDDEN, verb.end(), end)
    leads = quote > 0 and _leads(verb["verb"], hidden[verb.end() : quote - 1])
    if leads and not _words(hidden, quote, end):
        close = behind_hidden(hidden, quote, end)
        return _Piece(
            person=person,
            start=quote - 1,
            end=close,
            label=(start, quote - 1),
            verbatim=True,
            pronoun=pronoun,
        )
    if not any(c.isalnum() or c == HIDDEN for c in hidden[verb.end() : end]):
        at = end
    return _Piece(
        person=person,
        start=at,
        end=end,
        label=(start, min(at, end)),
        verbatim=False,
        pronoun=pronoun,
    )


_NAMED_BEFORE = re.compile(r"(?P<who>[A-ZÀ-Þ][^.:;\x02\"“”\n]{1,60}): ?[\"“](?=\x02)")


def _leads(verb: str, words: str) -> bool:
    """Tell whether a verb of saying only leads over to a quotation: " the audience: ", or nothing."""
    bare = words.rstrip()
    if not bare:
        return verb.rsplit(maxsplit=1)[-1] in _PLAIN
    leads = bare.endswith((":", ",")) and len(bare) < 80
    return leads and not (_CLAUSE.search(bare) or _SAYS_ITSELF.search(bare))


_SAYS_ITSELF = re.compile(r"\b(?:yes|no|not|never)\b", re.IGNORECASE)


def _words(hidden: str, quote: int, end: int) -> bool:
    """Tell whether the page says more behind a quotation."""
    return any(c.isalnum() for c in hidden[behind_hidden(hidden, quote, end) : end])


def _next_clause(hidden: str, start: int, end: int) -> tuple[int, int]:
    """Give where a clause ends and the next begins that somebody else speaks in."""
    first = _VERB.search(hidden, start, end)
    for joint in _JOINT.finditer(hidden, first.end() if first else end, end):
        verb = _VERB.search(hidden, joint.end(), min(end, joint.end() + _MOST_BEFORE))
        if verb is not None and person_of(hidden[joint.end() : verb.start()]):
            return joint.start(), joint.end()
    return end, end
