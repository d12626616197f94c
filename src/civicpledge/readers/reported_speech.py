"""
What a page's own prose says that somebody said: "Ann Body said she would ...", '"Yes," said Bo Ng'.

A person counts only where the whole clause is read: at the start of a sentence, or behind a conjunction, a
name that the page prints with a party, and then a verb of saying. Everything else stays the page's own.
"""

import re
from collections.abc import Iterable

from attrs import define, evolve, field, frozen

from civicpledge.model.responses import Wording
from civicpledge.model.sources import Quote, Span
from civicpledge.readers.hidden_quotations import hide
from civicpledge.readers.lines import sentences
from civicpledge.readers.name_forms import solid_words
from civicpledge.readers.page_words import is_first_person
from civicpledge.readers.prose import about_whom
from civicpledge.readers.prose_subjects import Known, Person
from civicpledge.readers.reading import RawAnswer, RawAsk
from civicpledge.readers.told_clauses import VERB, Piece, pieces

LONGEST_PARAGRAPH = 6000
"""A longer paragraph is not looked through for what people said."""

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
            for piece in pieces(hidden, a, b):
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
    return VERB.match(f" {words[:80]}") is not None


def tells_of(name: str, words: str) -> bool:
    """
    Tell whether *words* behind somebody's label are the page's about them: "Ann wants buses. She said ...".

    >>> tells_of("Ann Body", "Ann will open it."), tells_of("Ann Body", "I will open it, as Ann Roe did.")
    (True, False)
    >>> tells_of("Ann Body", "She would not fund them.")
    True
    """
    hidden, _ = hide(words[:LONGEST_PARAGRAPH])
    own = "|".join(re.escape(word) for word in solid_words(name) if len(word) > 2)
    if _OF_SOMEBODY.match(hidden) or (own and re.match(rf"(?:{own}) {_DOES}", hidden)):
        return True
    named = own and re.search(rf"\b(?:{own})\b", hidden) and _SOMEBODY.search(hidden)
    return bool(named) and not is_first_person(words)


_DOES = r"(?:will|would|[a-z]+(?:s|ed))\b"
_OF_SOMEBODY = re.compile(
    r"(?:He|She|They) (?:had|has|is|said|says|supports|told|wants|was|will|would)\b"
)
_SOMEBODY = re.compile(r"\b(?:he|she|his|her)\b", re.IGNORECASE)


def people_told(words: str) -> tuple[Person, ...]:
    """
    List those whom a paragraph names as saying something, as it prints them.

    >>> [(p.name, p.party) for p in people_told("Ann Body (Green) said no. Bo Ng laughed.")]
    [('Ann Body', 'Green')]
    """
    if len(words) > LONGEST_PARAGRAPH:
        return ()
    return tuple(piece.person for piece in _pieces_in(words) if piece.person is not None)


def _pieces_in(words: str) -> list[Piece]:
    """Give what a paragraph tells, without what tells nothing."""
    hidden, _ = hide(words)
    return [p for a, b in sentences(hidden, 0, len(hidden)) for p in pieces(hidden, a, b) if p]


def leads_up(words: str, known: Known) -> Person | None:
    """
    Give the known person to whose quotation in the next paragraph *words* lead up.

    >>> leads_up("Bo Ng told the hall:", Known.of(["Bo Ng"])).name
    'Bo Ng'
    """
    found = _pieces_in(words)
    person = found[-1].person if found and found[-1].leads else None
    return person if person is not None and _counts(person, known) else None


@define(kw_only=True)
class _Gathered:
    """What has been told so far, and whether the last of it may go on."""

    known: Known
    told: list[Told] = field(factory=list)
    speaking: bool = False
    before: Told | None = None
    waiting: Piece | None = None
    unclosed: bool = False
    subject: tuple[Person, tuple[int, int]] | None = None
    leading: Piece | None = None

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

    def take(self, piece: Piece | None) -> None:
        """Take the next sentence."""
        before, self.before = self.before, None
        subject, self.subject = self.subject, None
        leading, self.leading = self.leading, None
        if self._leads(piece) or self._led(piece, leading):
            return
        person = piece.person if piece is not None else None
        if piece is None or (person is not None and not _counts(person, self.known)):
            self.leave()
        elif person is not None and not (self.speaking and _same(person, self.told[-1].person)):
            self._begin(piece, person)
        elif self.speaking and not _another(piece, self.told[-1]):
            if piece.start < piece.end:
                self.told[-1] = _longer(self.told[-1], piece)
        elif before is not None and piece.start < piece.end and not _another(piece, before):
            named = piece.label if piece.label[0] < piece.label[1] else before.label
            self.told.append(_told(evolve(piece, label=named), before.person, inferred=_WHO_ELSE))
        elif subject is not None and piece.start < piece.end:
            told = _told(piece, subject[0], inferred=_ABOUT_WHOM)
            self.told.append(evolve(told, label=subject[1]))
        else:
            self.waiting = piece

    def _leads(self, piece: Piece | None) -> bool:
        """Note who leads up to a quotation in the next paragraph."""
        if piece is None or not piece.leads:
            return False
        self.leave()
        if piece.person is not None and _counts(piece.person, self.known):
            self.leading = piece
        return True

    def _led(self, piece: Piece | None, leading: Piece | None) -> bool:
        """Take the quotation that somebody was named for in the paragraph above."""
        if piece is None or leading is None or leading.person is None:
            return False
        if piece.person is not None or piece.pronoun or not piece.verbatim:
            return False
        self.told.append(_told(evolve(piece, label=leading.label), leading.person))
        self.speaking = True
        return True

    def _begin(self, piece: Piece, person: Person) -> None:
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


def _another(piece: Piece, told: Told) -> bool:
    """Tell whether a pronoun cannot mean the person named before: "She" behind "Mr Ng"."""
    name = told.person.name
    return (piece.pronoun == "she" and _HIS.match(name) is not None) or (
        piece.pronoun == "he" and _HERS.match(name) is not None
    )


def _told(piece: Piece, person: Person, inferred: str | None = None) -> Told:
    return Told(
        person=person,
        start=piece.start,
        end=piece.end,
        label=piece.label,
        wording=Wording.VERBATIM if piece.verbatim else Wording.REPORTED,
        inferred=inferred,
    )


def _longer(told: Told, piece: Piece) -> Told:
    """Go on with another sentence of the same person; with the page's words between it is a report."""
    apart = piece.label[0] < piece.start or told.label[0] >= told.start or not piece.verbatim
    wording = Wording.REPORTED if apart else told.wording
    return evolve(told, end=piece.end, wording=wording)


def _moved(piece: Piece, by: int) -> Piece:
    a, b = piece.label
    return evolve(piece, start=piece.start + by, end=piece.end + by, label=(a + by, b + by))
