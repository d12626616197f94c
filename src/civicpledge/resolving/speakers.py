"""Names as printed, tied to the people of a roster; whoever it does not know stays who the page says."""

from collections.abc import Iterable

from attrs import define, field

from civicpledge.matching import Ambiguous, Matched, Outcome, Roster, Unmatched
from civicpledge.model.ids import CandidateId, PersonId, slug
from civicpledge.model.people import Candidate, Person
from civicpledge.model.responses import (
    Attribution,
    Contested,
    Decision,
    Inferred,
    Named,
    OnBehalf,
    Unattributed,
)
from civicpledge.model.sources import Span
from civicpledge.normalise.parties import match_party, parties_agree
from civicpledge.readers.reading import RawAnswer

_MAY_BE = 0.5
"""From this similarity on words may be the nearest candidate's; a judgement: it is as likely as not."""
NO_NAME = "no speaker's name stands beside the words"


@define(kw_only=True)
class Speakers:
    """
    Ties names to candidates, each name and label once, and keeps count of whom it met.

    :ivar roster: narrowed to the contests a name may be a candidate of
    :ivar strangers: people the page names who are not on the roster, by id
    :ivar met: the candidates matched so far
    """

    roster: Roster
    strangers: dict[PersonId, Person] = field(factory=dict)
    met: dict[CandidateId, Candidate] = field(factory=dict)
    _outcomes: dict[tuple[str, str | None], Outcome] = field(factory=dict)

    def outcome(self, name: str, party: str | None = None) -> Outcome:
        """Match *name* on the roster; the candidates it may be count as met."""
        key = (name, party)
        if key not in self._outcomes:
            self._outcomes[key] = self.roster.match(name, party=party)
        outcome = self._outcomes[key]
        if isinstance(outcome, Matched):
            self.met[outcome.candidate.id] = outcome.candidate
        return outcome

    def candidate(self, name: str, party: str | None = None) -> Candidate | None:
        """Give the one candidate of that name, or ``None`` where nobody or several are meant."""
        outcome = self.outcome(name, party)
        return outcome.candidate if isinstance(outcome, Matched) else None

    def stranger(self, name: str) -> Person:
        """Give the person of that name who is not on the roster, the same one each time."""
        made = Person(id=self._free_id(slug(name)), name=name)
        return self.strangers.setdefault(made.id, made)

    def _free_id(self, wanted: str) -> PersonId:
        """Keep a stranger apart from a namesake on the roster."""
        taken = {person.id for person in self.roster.people}
        return PersonId(f"{wanted}-not-on-roster" if wanted in taken else wanted)

    def attribution(self, answer: RawAnswer) -> Attribution:
        """Say who *answer* is held to come from, and on what ground."""
        if answer.speaker is None:
            return self._of_nobody(answer)
        if answer.on_behalf_of is not None:
            return self.stand_in(answer.speaker, answer.on_behalf_of, answer.party)
        return self.named(answer.speaker, answer.party)

    def named(self, name: str, party: str | None) -> Attribution:
        """Attribute words to the *name* and *party* printed beside them."""
        outcome = self.outcome(name, party)
        match outcome:
            case Matched(candidate=candidate):
                return Named(
                    person=candidate.person,
                    candidate=candidate.id,
                    name_as_printed=name,
                    party_as_printed=party,
                )
            case Ambiguous(options=options, why=why):
                several = len(options) > 1
                return Contested(
                    options=tuple(sorted({option.candidate.id for option in options})),
                    reason="the name fits several candidates" if several else why,
                    name_as_printed=name,
                    party_as_printed=party,
                )
            case Unmatched(nearest=(nearest, *_), why=why) if nearest.similarity >= _MAY_BE:
                return Contested(
                    options=(nearest.candidate.id,),
                    reason=f"the name is near to one on the roster, but {why}",
                    name_as_printed=name,
                    party_as_printed=party,
                )
        stranger = self.stranger(name)
        return Named(person=stranger.id, name_as_printed=name, party_as_printed=party)

    def stand_in(self, speaker: str, principal: str, party: str | None) -> Attribution:
        """Attribute words that *speaker* said on behalf of *principal*, both as printed."""
        candidate = self.candidate(principal, party)
        if candidate is None:
            return Unattributed(
                reason="spoken for somebody who is not one candidate of the roster",
                name_as_printed=speaker,
                party_as_printed=party,
            )
        known = self.candidate(speaker)
        return OnBehalf(
            candidate=candidate.id,
            by=known.person if known is not None else self.stranger(speaker).id,
            name_as_printed=speaker,
            party_as_printed=party,
        )

    def _of_nobody(self, answer: RawAnswer) -> Attribution:
        if answer.inferred is not None:
            candidate = self.candidate(answer.inferred)
            if candidate is not None:
                return Inferred(
                    candidate=candidate.id,
                    reason=answer.why_inferred or "the page's own words suggest it",
                    evidence=answer.inferred_from,
                )
        options = self.all_of(answer.possible)
        if options:
            reason = answer.why_inferred or "the page names them for answers of this section"
            return Contested(options=options, reason=reason)
        if answer.party is not None:
            return self._of_party(answer.party, answer.label)
        return Unattributed(reason=NO_NAME)

    def _of_party(self, party: str, label: Span | None) -> Attribution:
        """Offer the candidates whom words beside nothing but a party's label may be of."""
        printed = match_party(party)
        meant = [
            candidate
            for candidate in self.roster.candidates
            if candidate.party_on_roster
            and parties_agree(printed, match_party(candidate.party_on_roster))
        ]
        options = tuple(sorted(candidate.id for candidate in meant))
        if len(options) == 1:
            self.met[options[0]] = meant[0]
            return Inferred(
                candidate=options[0],
                reason="a party stands beside the words, and the roster has one candidate of it",
                evidence=(label,) if label is not None else (),
                party_as_printed=party,
            )
        if options:
            reason = "a party stands beside the words, and the roster has several candidates of it"
            return Contested(options=options, reason=reason, party_as_printed=party)
        return Unattributed(reason=NO_NAME, party_as_printed=party)

    def used(self, decision: Decision) -> bool:
        """Tell whether *decision* ruled on a name that this page prints."""
        return any(name == decision.subject for name, _ in self._outcomes)

    def all_of(self, names: Iterable[str]) -> tuple[CandidateId, ...]:
        """Give the candidates that *names* certainly mean, without repeats, sorted."""
        found = (self.candidate(name) for name in names)
        return tuple(sorted({candidate.id for candidate in found if candidate is not None}))
