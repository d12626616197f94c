"""Who answers, as far as a form has told: its fields, a name over it, a name below it."""

from collections.abc import Sequence
from enum import StrEnum

from attrs import define, evolve

from civicpledge.model.sources import Document, Span
from civicpledge.readers.lines import Line
from civicpledge.readers.name_forms import same_person
from civicpledge.readers.page_words import says_no_answer
from civicpledge.readers.questionnaire_columns import who_of
from civicpledge.readers.questionnaire_form import Field, Form, Part, is_name_key, is_party_key
from civicpledge.readers.questionnaire_people import Respondent
from civicpledge.readers.reading import RawAnswer


class Place(StrEnum):
    """Where the names of a page stand: over the answers, below them, or where nothing can tell."""

    OVER = "over"
    BELOW = "below"
    UNTOLD = "untold"


def place_of_names(form: Form) -> Place:
    """
    Tell whether names stand over the answers that are theirs or below them.

    Where most of the questions before the first name are answered, names stand below if one is the last
    thing on the page; if none is, nothing tells, and nobody is given another's words.
    """
    kept = [i for i, part in enumerate(form.parts) if part is not Part.MORE]
    first = next((at for at, i in enumerate(kept) if _names(form, i)), None)
    if form.replies or first is None:
        return Place.OVER
    parts = [form.parts[i] for i in kept]
    asked = [at for at, part in enumerate(parts[:first]) if part is Part.QUESTION]
    answered = sum(parts[at + 1] is Part.TEXT for at in asked)
    if not asked or answered * 2 <= len(asked):
        return Place.OVER
    last = max(at for at, i in enumerate(kept) if _names(form, i))
    behind = parts[last:]
    goes_on = Part.QUESTION in behind or behind.count(Part.TEXT) > _MOST_BEHIND
    return Place.UNTOLD if goes_on else Place.BELOW


_MOST_BEHIND = 2
"""Lines that may stand below the last name that signs: a party, a thank-you."""


def _names(form: Form, index: int) -> bool:
    made = form.fields.get(index)
    return index in form.people or (made is not None and is_name_key(made.key))


@define
class Speaker:
    """
    The name and the party that answers are given.

    :ivar place: where the page has its names
    """

    document: Document
    place: Place
    name: str | None = None
    party: str | None = None
    label: Span | None = None
    _new_party: bool = False
    _signed: int = 0

    def asked(self, lines: tuple[Line, ...], form: Form, index: int) -> None:
        """Go on to the question at *index*: a party named before it is no longer news."""
        self._new_party = False
        if self.place is not Place.BELOW or index < self._signed:
            return
        self.forget()
        at = next((i for i in range(index, len(lines)) if _names(form, i)), index)
        fields = (Part.FIELD, Part.FURNITURE)
        while form.parts[at - 1] in fields:
            at -= 1
        while at < len(lines) and (form.parts[at] in fields or at in form.people):
            if at in form.people:
                self.take_over(form.people[at])
            elif at in form.fields:
                self.field(lines[at], form.fields[at])
            at += 1
        self._signed = at

    def forget(self) -> None:
        """Know nobody any more."""
        self.name = self.party = self.label = None

    def take_over(self, who: Respondent) -> None:
        """Let *who* answer from here on."""
        self.name, self.party = who.name, who.party
        self.label = span_of(who, self.document)

    def differs(self, who: Respondent) -> bool:
        """Tell whether the name that is known is another person's."""
        known = self.name
        return bool(
            known and not same_person(who.name, [known]) and not same_person(known, [who.name])
        )

    def field(self, line: Line, made: Field) -> None:
        """Take what a field of the form says of who answers, where its place tells."""
        if self.place is Place.UNTOLD:
            self.forget()
            return
        if is_party_key(made.key):
            self.party, self._new_party = made.value or None, True
        elif is_name_key(made.key):
            self._named(line, made)

    def _named(self, line: Line, made: Field) -> None:
        if not self._new_party:
            self.party = None
        told = any(c.isalpha() for c in made.value) and made.value[0] not in "[(<"
        blank = not told or says_no_answer(made.value)
        if blank:
            self.name = self.label = None
            return
        name, party = who_of(made.value) or (None, None)
        self.name = name if name and party else made.value
        self.party = party if name and party else self.party
        start = line.bare_start + made.start
        self.label = Span(source=self.document.source.id, start=start, end=line.bare_end)


def span_of(who: Respondent, document: Document) -> Span:
    """Give the place of a name."""
    return Span(source=document.source.id, start=who.start, end=who.end)


def with_party(
    answers: Sequence[RawAnswer], who: Speaker, header: Sequence[tuple[str, str]]
) -> tuple[RawAnswer, ...]:
    """Give the party to answers read before its field, where the form names one person only."""
    if who.party is None or sum(is_name_key(key) for key, _ in header) > 1:
        return tuple(answers)
    return tuple(
        evolve(a, party=a.party or who.party) if a.speaker == who.name else a for a in answers
    )
