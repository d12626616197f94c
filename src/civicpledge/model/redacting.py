"""One person's words and names taken out of a set of records, with every count and score left as it was."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import count
from typing import Any

from attrs import evolve, frozen

from civicpledge.model.asks import Participation, Round
from civicpledge.model.findings import Coding
from civicpledge.model.ids import digest
from civicpledge.model.index import latest_decisions
from civicpledge.model.masking import Mask, Rewriting, renamed
from civicpledge.model.people import Candidate, Person
from civicpledge.model.records import KEYS, Records
from civicpledge.model.responses import (
    AbsenceNote,
    Attribution,
    Contested,
    Decision,
    DecisionKind,
    Delivery,
    Inferred,
    Named,
    OnBehalf,
    Response,
    Unattributed,
)
from civicpledge.model.sources import Document, Source
from civicpledge.progress import Progress, watched

MARK = "[redacted]"
"""What stands where the person's words stood."""

_DIGITS = 8
"""Hexadecimal digits that tell redacted people apart."""

_ABOUT_THINGS = ("asks", "themes")
_ABOUT_NOBODY = ("areas", "offices", "contests", "parties")


def redacted(
    records: Records, person: Person, progress: Progress | None = None
) -> dict[str, tuple[Any, ...]]:
    """
    Give the collections of *records* without the words and the names of *person*.

    What they said, or may have said, becomes :data:`MARK`, with its codings' stances kept and their
    evidence gone. Their names are covered in every other text, also where a word of a name means something
    else there. Documents that hold their words or names are dropped.

    In every identifier they are called by a digest of all that is left, which tells nothing of them, and
    keeps them apart from whoever is taken out of another dataset that is combined or compared with it.
    """
    left = _Redaction(records=records, person=person, pseudonym="redacted").collections(progress)
    pseudonym = f"redacted-{digest(repr(left))[:_DIGITS]}"
    return _Redaction(records=records, person=person, pseudonym=pseudonym).collections(progress)


@frozen(kw_only=True)
class _Redaction:
    records: Records
    person: Person
    pseudonym: str

    def collections(self, progress: Progress | None) -> dict[str, tuple[Any, ...]]:
        """Give every collection; *progress* wraps the records."""
        made: dict[str, list[Any]] = {name: [] for name in KEYS}
        held = [(name, r) for name in KEYS for r in getattr(self.records, name)]
        for name, record in watched(held, progress):
            made[name].extend(self._record(name, record))
        for name in ("decisions", "deliveries", "provenance"):
            made[name] = list(dict.fromkeys(made[name]))
        return {name: tuple(collection) for name, collection in made.items()}

    def _record(self, name: str, record: Any) -> Iterator[Any]:
        if name in _ABOUT_NOBODY:
            yield record
        elif name == "documents":
            if not self._tells(record):
                yield self._document(record)
        elif name == "decisions":
            yield self._decision(record)
        elif name == "provenance":
            yield self._cover(record)
        else:
            new = (self._of_things if name in _ABOUT_THINGS else self._of_people).of(record)
            special = self._special.get(name)
            yield special(record, new) if special else new

    @cached_property
    def _special(self) -> Mapping[str, Callable[[Any, Any], Any]]:
        """What each collection needs beyond names covered and identifiers replaced."""
        return {
            "people": self._person,
            "candidates": self._candidate,
            "rounds": self._round,
            "sources": self._source,
            "responses": self._response,
            "codings": self._coding,
            "absences": self._absence,
            "deliveries": self._delivery,
        }

    # Who, and under which names.

    @cached_property
    def own(self) -> frozenset[str]:
        """The person's candidacies."""
        return frozenset(c.id for c in self.records.candidates if c.person == self.person.id)

    @cached_property
    def theirs(self) -> frozenset[str]:
        """The responses that are the person's words, or may be."""
        latest = latest_decisions(self.records.decisions)
        ruled = {
            subject
            for (kind, subject), held in latest.items()
            if kind == DecisionKind.ATTRIBUTION.value and held[-1].choice in self.own
        }
        said = {r.id for r in self.records.responses if self._may_speak(r.attribution)}
        return frozenset(said | ruled)

    def _may_speak(self, held: Attribution) -> bool:
        match held:
            case Named(person=person, candidate=candidate):
                return person == self.person.id or candidate in self.own
            case OnBehalf(candidate=candidate, by=by):
                return by == self.person.id or candidate in self.own
            case Inferred(candidate=candidate):
                return candidate in self.own
            case Contested(options=options):
                return not self.own.isdisjoint(options)
        return False

    def _is_printed_as(self, held: Attribution) -> bool:
        match held:
            case Named(person=speaker) | OnBehalf(by=speaker):
                return speaker == self.person.id
        return False

    @cached_property
    def mask(self) -> Mask:
        names = {self.person.name, *self.person.aliases}
        for candidate in self.records.candidates:
            if candidate.id in self.own:
                names |= {candidate.name, *candidate.aliases}
        for response in self.records.responses:
            if self._is_printed_as(response.attribution):
                names.add(response.attribution.name_as_printed or "")
        for decision in self.records.decisions:
            if decision.kind is DecisionKind.NAME and self._is_own(decision.choice):
                names.add(decision.subject)
        return Mask.of(names)

    def _is_own(self, identifier: str) -> bool:
        return identifier == self.person.id or identifier in self.own

    @cached_property
    def called(self) -> str:
        """What stands for the name: ``Redacted 1``, or the next number that nobody here has."""
        taken = {p.name for p in self.records.people}
        return next(name for n in count(1) if (name := f"Redacted {n}") not in taken)

    # What to put for names and identifiers.

    @cached_property
    def _cover(self) -> Callable[[str], str]:
        return self.mask.covers()

    @cached_property
    def _of_people(self) -> Rewriting:
        return Rewriting(ids=self._ids, text=self._cover)

    @cached_property
    def _of_things(self) -> Rewriting:
        return Rewriting(ids=self._ids, text=self.mask.covers_full_names())

    @cached_property
    def _ids(self) -> Mapping[str, Mapping[str, str]]:
        held = self.records
        by_word = self.mask.renames(self.pseudonym)
        by_name = self.mask.renames_full_names(self.pseudonym)
        rounds = renamed(_ids_of(held.rounds), by_word)
        parts = (part for ask in held.asks for part in ask.parts)

        def with_round(identifier: str) -> str:
            before = (r for r in rounds if identifier.startswith(f"{r}."))
            longest = max(before, key=len, default=None)
            if longest is None:
                return by_name(identifier)
            return rounds[longest] + by_name(identifier.removeprefix(longest))

        return {
            "PersonId": {self.person.id: self.pseudonym},
            "CandidateId": {
                c.id: f"{c.contest}.{self.pseudonym}" for c in held.candidates if c.id in self.own
            },
            "SourceId": renamed(_ids_of(held.sources), by_word),
            "ClaimId": renamed(_ids_of(held.claims), by_word),
            "RoundId": rounds,
            "ThemeId": renamed(_ids_of(held.themes), with_round),
            "AskId": renamed(_ids_of(held.asks), with_round),
            "PartId": renamed(_ids_of(parts), with_round),
            "ResponseId": self._response_ids(by_word, by_name),
            "CodingId": renamed(_ids_of(held.codings), by_word),
        }

    def _response_ids(
        self, by_word: Callable[[str], str], by_name: Callable[[str], str]
    ) -> dict[str, str]:
        """
        Give new identifiers to the responses that bear the name, in the same order as before.

        The order of two answers given at once is that of their identifiers, and the later one counts.
        """
        every = _ids_of(self.records.responses)
        made = renamed(every, lambda i: by_word(i) if i in self.theirs else by_name(i))
        ordered = sorted(self.theirs)
        after = [made.get(old, old) for old in ordered]
        if after == sorted(after):
            return made
        digits = len(str(len(ordered)))
        plain = {old: f"{self.pseudonym}.{i:0{digits}}" for i, old in enumerate(ordered, 1)}
        return made | plain

    # The records that need more.

    def _person(self, old: Person, new: Person) -> Person:
        if old.id != self.person.id:
            return old
        return evolve(new, name=self.called, aliases=(), identifiers=())

    def _candidate(self, old: Candidate, new: Candidate) -> Candidate:
        return evolve(new, name=self.called, aliases=()) if old.id in self.own else old

    def _round(self, old: Round, new: Round) -> Round:
        pairs = zip(old.participation, new.participation, strict=True)
        return evolve(new, participation=tuple(self._participation(o, n) for o, n in pairs))

    def _participation(self, old: Participation, new: Participation) -> Participation:
        if old.person == self.person.id or old.candidate in self.own:
            return evolve(new, role=None, note=_marked(old.note))
        return evolve(new, note=_marked(old.note)) if old.on_behalf_of in self.own else new

    def _source(self, old: Source, new: Source) -> Source:
        told = old.url is not None and self._is_in_address(old.url)
        return evolve(new, url=None) if told else new

    def _is_in_address(self, url: str) -> bool:
        rename = self.mask.renames(self.pseudonym)
        return self._cover(url) != url or rename(url.lower()) != url.lower()

    def _response(self, old: Response, new: Response) -> Response:
        answers = tuple(self._answered(a) for a in old.answers)
        if old.id not in self.theirs:
            return self._others_words(old, new, answers)
        attribution: Any = new.attribution
        if self._is_printed_as(old.attribution) and old.attribution.name_as_printed is not None:
            attribution = evolve(attribution, name_as_printed=self.called)
        match attribution:
            case Inferred() | Contested() | Unattributed():
                attribution = evolve(attribution, reason=MARK)
        told = evolve(new, answers=answers, attribution=attribution, text=MARK)
        return evolve(told, section=(), quantities=())

    def _others_words(self, old: Response, new: Response, answers: tuple[str, ...]) -> Response:
        """Keep the name beside somebody else's words, whatever it shares with this person's."""
        held, attribution = old.attribution, new.attribution
        if isinstance(held, Named | OnBehalf) and attribution != held:
            attribution = evolve(attribution, name_as_printed=held.name_as_printed)
        if answers == old.answers and attribution is new.attribution:
            return new
        return evolve(new, answers=answers, attribution=attribution)

    def _answered(self, answer: str) -> str:
        return self._ids["AskId"].get(answer) or self._ids["PartId"].get(answer, answer)

    def _coding(self, old: Coding, new: Coding) -> Coding:
        coder = self.pseudonym if old.coder == self.person.id else old.coder
        if old.response not in self.theirs:
            now = self._digests.get(old.response, old.digest)
            same = now == old.digest and coder == old.coder
            return new if same else evolve(new, coder=coder, digest=now)
        reason = _marked(old.finding.reason)
        finding = evolve(old.finding, evidence=(), quantities=(), fired=(), reason=reason)
        return evolve(new, coder=coder, finding=finding, note=None, digest=digest(MARK))

    @cached_property
    def _digests(self) -> Mapping[str, str]:
        """The digests of other people's words in which a name was covered."""
        covered = ((r.id, r.text, self._cover(r.text)) for r in self.records.responses)
        return {identifier: digest(new) for identifier, text, new in covered if new != text}

    def _absence(self, old: AbsenceNote, new: AbsenceNote) -> AbsenceNote:
        return evolve(new, note=_marked(old.note)) if old.candidate in self.own else new

    def _delivery(self, old: Delivery, new: Delivery) -> Delivery:
        return evolve(new, note=_marked(old.note)) if old.response in self.theirs else new

    def _decision(self, old: Decision) -> Decision:
        if old.kind is DecisionKind.NAME:
            subject = self._printed.get(old.subject, old.subject)
            quotes = subject != old.subject
        else:
            subject = self._ids["ResponseId"].get(old.subject, old.subject)
            quotes = old.subject in self.theirs
        return evolve(
            old,
            subject=subject,
            choice=self._chosen(old),
            by=self._cover(old.by),
            reason=MARK if quotes else self._cover(old.reason),
        )

    def _chosen(self, decision: Decision) -> str:
        kinds = {
            DecisionKind.NAME: ("CandidateId", "PersonId"),
            DecisionKind.ATTRIBUTION: ("CandidateId",),
            DecisionKind.LINK: ("AskId", "PartId"),
            DecisionKind.CODING: ("CodingId",),
        }
        for kind in kinds[decision.kind]:
            if decision.choice in self._ids[kind]:
                return self._ids[kind][decision.choice]
        return decision.choice

    @cached_property
    def _printed(self) -> Mapping[str, str]:
        """The names ruled on that hold a name of the person's, each with one that tells nothing."""
        ruled = [d for d in self.records.decisions if d.kind is DecisionKind.NAME]
        subjects = {
            d.subject
            for d in ruled
            if self._is_own(d.choice) or self._cover(d.subject) != d.subject
        }
        return {s: f"{self.called} (name {i})" for i, s in enumerate(sorted(subjects), 1)}

    def _document(self, document: Document) -> Document:
        source = document.source
        return evolve(document, source=self._source(source, self._of_people.of(source)))

    def _tells(self, document: Document) -> bool:
        """Tell whether a document holds the person's words, or one of their names."""
        return document.source.id in self._speaking or self._cover(document.text) != document.text

    @cached_property
    def _speaking(self) -> frozenset[str]:
        said = (r for r in self.records.responses if r.id in self.theirs)
        return frozenset(source for response in said for source in response.sources)


def _ids_of(records: Iterable[Any]) -> list[str]:
    return [record.id for record in records]


def _marked(note: str | None) -> str | None:
    """Put the mark for a note that says something; that there is one can be what counts."""
    return MARK if note else note
