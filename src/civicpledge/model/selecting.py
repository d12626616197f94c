"""A part of a dataset's records that holds together by itself, with nothing in it changed."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from attrs import evolve, frozen

from civicpledge.model.asks import Ask, Participation, Round
from civicpledge.model.ids import PersonId
from civicpledge.model.index import answers_of, latest_decisions
from civicpledge.model.records import Records
from civicpledge.model.references import named_in
from civicpledge.model.responses import (
    NOBODY,
    Attribution,
    Claim,
    Contested,
    Decision,
    DecisionKind,
    Inferred,
    Named,
    OnBehalf,
    Response,
    ScopeKind,
    Unattributed,
)

Ids = frozenset[str]


@frozen(kw_only=True)
class Choice:
    """What to keep: for each criterion the identifiers that fit, or ``None`` where all do."""

    contests: Ids | None = None
    offices: Ids | None = None
    rounds: Ids | None = None
    sources: Ids | None = None
    people: Ids | None = None

    @property
    def narrows_candidates(self) -> bool:
        """Whether a candidate may fall out by what they stand for or who they are."""
        return not (self.contests is None and self.offices is None and self.people is None)


def selected(records: Records, choice: Choice) -> dict[str, tuple[Any, ...]]:
    """
    Give the collections of *records* narrowed to *choice*.

    References to what falls out go with it: a round keeps those of its contests, candidates and
    participants that are kept. Words that may be one of several people's stay with those of them who
    are kept, and say how many others there are.
    """
    return _Selection(records=records, choice=choice).collections()


@frozen(kw_only=True)
class _Selection:
    records: Records
    choice: Choice

    def collections(self) -> dict[str, tuple[Any, ...]]:
        """Give every collection, those that others refer to last."""
        made: dict[str, tuple[Any, ...]] = {
            "contests": _with_ids(self.records.contests, self.contests),
            "candidates": _with_ids(self.records.candidates, self.candidates),
            "rounds": tuple(self._round(r) for r in self.records.rounds if r.id in self.rounds),
            "themes": tuple(t for t in self.records.themes if t.round in self.rounds),
            "asks": tuple(self._ask(a) for a in self.records.asks if a.id in self.asks),
            "remits": tuple(
                r for r in self.records.remits if r.ask in self.asks and r.office in self._offices
            ),
            "responses": tuple(self._response(r) for r in self._responses),
            "codings": _with_ids(self.records.codings, self._codings),
            "claims": tuple(self._claims()),
            "absences": tuple(
                n
                for n in self.records.absences
                if n.candidate in self.candidates and n.ask in self.asks
            ),
            "deliveries": tuple(
                d for d in self.records.deliveries if d.response in self._response_ids
            ),
            "provenance": self.records.provenance,
        }
        return made | self._referred(made)

    def _referred(self, made: Mapping[str, tuple[Any, ...]]) -> dict[str, tuple[Any, ...]]:
        """Give the collections of which only what is referred to stays."""
        named = named_in(made)
        named.setdefault("person", set()).update(self.choice.people or ())
        named.setdefault("source", set()).update(self.choice.sources or ())
        people = frozenset(named["person"])
        offices = _with_ids(self.records.offices, self._offices | named.get("office", set()))
        areas = {office.area for office in offices}
        return {
            "people": _with_ids(self.records.people, people),
            "parties": _with_ids(self.records.parties, named.get("party", set())),
            "sources": _with_ids(self.records.sources, named["source"]),
            "documents": tuple(d for d in self.records.documents if d.source.id in named["source"]),
            "offices": offices,
            "areas": tuple(a for a in self.records.areas if a.id in areas),
            "decisions": tuple(d for d in self.records.decisions if self._holds(d, people)),
        }

    # Who: contests and candidates.

    @cached_property
    def _standing(self) -> Mapping[str, str]:
        """The contests of the candidates who fit by contest, office and person."""
        fitting = {
            c.id
            for c in self.records.contests
            if _fits(c.id, self.choice.contests) and _fits(c.office, self.choice.offices)
        }
        return {
            c.id: c.contest
            for c in self.records.candidates
            if c.contest in fitting and _fits(c.person, self.choice.people)
        }

    @cached_property
    def _fitting_contests(self) -> frozenset[str]:
        """The contests that fit; where people are chosen, those in which they stand."""
        if self.choice.people is not None:
            return frozenset(self._standing.values())
        return frozenset(
            c.id
            for c in self.records.contests
            if _fits(c.id, self.choice.contests) and _fits(c.office, self.choice.offices)
        )

    @cached_property
    def contests(self) -> frozenset[str]:
        """The contests that stay: where rounds or sources are chosen, those they concern."""
        if self.choice.rounds is None and self.choice.sources is None:
            return self._fitting_contests
        kept = (r for r in self.records.rounds if r.id in self.rounds)
        concerned: set[str] = {contest for held in kept for contest in held.contests}
        speaking = {c for r in self._responses for c in self._speakers(r)}
        concerned |= {self._standing[c] for c in speaking if c in self._standing}
        return self._fitting_contests & concerned

    @cached_property
    def candidates(self) -> frozenset[str]:
        return frozenset(c for c, contest in self._standing.items() if contest in self.contests)

    @cached_property
    def _offices(self) -> frozenset[str]:
        return frozenset(c.office for c in self.records.contests if c.id in self.contests)

    # What: rounds and asks.

    @cached_property
    def rounds(self) -> frozenset[str]:
        return frozenset(
            r.id
            for r in self.records.rounds
            if _fits(r.id, self.choice.rounds)
            and (not self.choice.narrows_candidates or self._concerns(r))
            and (self.choice.sources is None or r.id in self._rounds_in_sources)
        )

    def _concerns(self, held: Round) -> bool:
        if not self._fitting_contests.isdisjoint(held.contests):
            return True
        people = self.choice.people or frozenset()
        took_part = any(p.person in people for p in held.participation)
        return took_part or held.id in self._rounds_spoken_in

    @cached_property
    def _rounds_spoken_in(self) -> frozenset[str | None]:
        """The rounds in which the people chosen spoke, for themselves or for a candidate."""
        people = self.choice.people or frozenset()
        return frozenset(r.round for r in self.records.responses if _spoke(r.attribution) in people)

    @cached_property
    def _rounds_in_sources(self) -> frozenset[str | None]:
        """The rounds that a chosen source has words of: answers, claims, or pledges linked to asks."""
        sources = self.choice.sources or frozenset()
        rounds: dict[str, str] = {a.id: a.round for a in self.records.asks}
        rounds |= {p.id: a.round for a in self.records.asks for p in a.parts}
        printed = [r for r in self.records.responses if not sources.isdisjoint(r.sources)]
        answered = {rounds[i] for r in printed for i in answers_of(r, self._latest)}
        claimed = {c.round for c in self.records.claims if not sources.isdisjoint(c.sources)}
        asked = {a.round for a in self.records.asks for s in a.appearances if s.source in sources}
        return frozenset({r.round for r in printed} | answered | claimed | asked)

    @cached_property
    def asks(self) -> frozenset[str]:
        return frozenset(a.id for a in self.records.asks if a.round in self.rounds)

    @cached_property
    def _asks_and_parts(self) -> frozenset[str]:
        parts = (p.id for a in self.records.asks if a.id in self.asks for p in a.parts)
        return self.asks.union(parts)

    def _round(self, held: Round) -> Round:
        took_part = (
            p
            if p.on_behalf_of is None or p.on_behalf_of in self.candidates
            # How a candidate took part is evidence for their own cells, whomever else they spoke for.
            else evolve(p, on_behalf_of=None)
            for p in held.participation
            if p.candidate in self.candidates
            or (p.candidate is None and p.on_behalf_of in self.candidates)
            or (p.candidate is None and self._may_stay(p))
        )
        return evolve(
            held,
            contests=_kept(held.contests, self.contests),
            field=_kept(held.field, self.candidates),
            participation=tuple(took_part),
        )

    def _may_stay(self, took_part: Participation) -> bool:
        """Tell whether one who stands for nothing stays: who was chosen, or anybody where nobody was."""
        if self.choice.people is not None:
            return took_part.person in self.choice.people
        return took_part.on_behalf_of is None

    def _ask(self, ask: Ask) -> Ask:
        parts = tuple(evolve(p, same_as=_kept(p.same_as, self.asks)) for p in ask.parts)
        return evolve(ask, same_as=_kept(ask.same_as, self.asks), parts=parts)

    # The words.

    @cached_property
    def _latest(self) -> Mapping[tuple[str, str], tuple[Decision, ...]]:
        return latest_decisions(self.records.decisions)

    @cached_property
    def _responses(self) -> tuple[Response, ...]:
        return tuple(
            r
            for r in self.records.responses
            if (self.choice.sources is None or not self.choice.sources.isdisjoint(r.sources))
            and self._answers_what_stays(r)
            and self._said_by_who_stays(r)
        )

    @cached_property
    def _response_ids(self) -> frozenset[str]:
        return frozenset(r.id for r in self._responses)

    def _answers_what_stays(self, response: Response) -> bool:
        if response.round is not None and response.round not in self.rounds:
            return False
        answered = answers_of(response, self._latest)
        if answered:
            return not self._asks_and_parts.isdisjoint(answered)
        return response.round is not None or self.choice.rounds is None

    def _speakers(self, response: Response) -> tuple[str, ...]:
        """Give the candidates whose words these are, or may be."""
        ruled = self._latest.get((DecisionKind.ATTRIBUTION.value, response.id))
        if ruled is not None and ruled[-1].choice != NOBODY:
            return (ruled[-1].choice,)
        match response.attribution:
            case Named(candidate=None) | Unattributed():
                return ()
            case Named(candidate=str(one)) | OnBehalf(candidate=one) | Inferred(candidate=one):
                return (one,)
            case Contested(options=options):
                return options
        return ()

    def _said_by_who_stays(self, response: Response) -> bool:
        if not self.choice.narrows_candidates:
            return True
        held, people = response.attribution, self.choice.people
        if isinstance(held, OnBehalf) and people is not None and held.by in people:
            return True
        speakers = self._speakers(response)
        if speakers:
            return any(speaker in self._standing for speaker in speakers)
        if isinstance(held, Named) and people is not None:
            return held.person in people
        return response.round is not None

    def _response(self, response: Response) -> Response:
        return evolve(
            response,
            answers=_kept(response.answers, self._asks_and_parts),
            attribution=self._attribution(response.attribution),
        )

    def _attribution(self, held: Attribution) -> Attribution:
        """Leave out who falls out: one of several who may be meant, or one whom a person ruled out."""
        match held:
            case Contested(options=options):
                inside = _kept(options, self.candidates)
                if inside == options:
                    return held
                if not inside:
                    return _left_open(held)
                others = f"{len(options) - len(inside)} more candidates outside this selection"
                reason = f"{held.reason}; {others}" if held.reason else others
                return evolve(held, options=inside, reason=reason)
            case Named(candidate=str(one)) if one not in self.candidates:
                return evolve(held, candidate=None)
            case OnBehalf(candidate=one, by=by) if one not in self.candidates:
                return _left_open(held) if by is None else _spoken_by(by, held)
            case Inferred(candidate=one) if one not in self.candidates:
                return _left_open(held)
        return held

    # What is said of the words.

    @cached_property
    def _codings(self) -> frozenset[str]:
        return frozenset(
            c.id
            for c in self.records.codings
            if c.response in self._response_ids and c.ask in self.asks
        )

    def _claims(self) -> Iterator[Claim]:
        for claim in self.records.claims:
            scope = claim.scope
            contests = _kept(scope.contests, self.contests)
            candidates = _kept(scope.candidates, self.candidates)
            asks = _kept(claim.asks, self.asks)
            nobody_left = (
                (scope.kind is ScopeKind.CONTEST and bool(scope.contests) and not contests)
                or (scope.kind is ScopeKind.NAMED and bool(scope.candidates) and not candidates)
                or (bool(claim.asks) and not asks)
            )
            if claim.round in self.rounds and not nobody_left and self._is_printed(claim):
                narrowed = evolve(scope, contests=contests, candidates=candidates)
                yield evolve(claim, asks=asks, scope=narrowed)

    def _is_printed(self, claim: Claim) -> bool:
        """Tell whether a chosen source makes the claim; one that no source is known of is kept."""
        chosen, known = self.choice.sources, claim.sources
        return chosen is None or not known or not chosen.isdisjoint(known)

    def _holds(self, decision: Decision, people: frozenset[str]) -> bool:
        """Tell whether a decision is about what stays."""
        if decision.kind is DecisionKind.NAME:
            if decision.choice == NOBODY:
                return self.choice.people is None
            return decision.choice in self.candidates or decision.choice in people
        if decision.subject not in self._response_ids:
            return False
        stays = {
            DecisionKind.ATTRIBUTION: self.candidates,
            DecisionKind.LINK: self._asks_and_parts,
            DecisionKind.CODING: self._codings,
        }
        return decision.choice == NOBODY or decision.choice in stays[decision.kind]


def _spoke(held: Attribution) -> str | None:
    """Give the person whose mouth the words came from, where that is told."""
    match held:
        case Named(person=person):
            return person
        case OnBehalf(by=by):
            return by
    return None


def _spoken_by(person: PersonId, held: OnBehalf) -> Named:
    """Keep who spoke, where the candidate whom they spoke for is outside the selection."""
    return Named(
        person=person,
        name_as_printed=held.name_as_printed,
        party_as_printed=held.party_as_printed,
    )


def _left_open(held: Contested | OnBehalf | Inferred) -> Unattributed:
    return Unattributed(
        reason="whom the page or a reader held to have said it is outside this selection",
        name_as_printed=held.name_as_printed,
        party_as_printed=held.party_as_printed,
    )


def _fits(value: str, wanted: Ids | None) -> bool:
    return wanted is None or value in wanted


def _kept(ids: tuple[Any, ...], wanted: frozenset[str]) -> tuple[Any, ...]:
    return tuple(i for i in ids if i in wanted)


def _with_ids(records: Iterable[Any], wanted: Iterable[str]) -> tuple[Any, ...]:
    ids = frozenset(wanted)
    return tuple(r for r in records if r.id in ids)
