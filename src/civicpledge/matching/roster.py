"""A roster: who stands for what, and whose a name as printed is."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from attrs import evolve, field, frozen

from civicpledge.errors import AmbiguousIdError, UnknownIdError
from civicpledge.matching.matcher import Matcher, Scored, is_rival, rests_on_an_initial, similarities
from civicpledge.matching.outcomes import Ambiguous, Matched, Option, Outcome, Unmatched
from civicpledge.matching.records import RosterRecords, records_from_rows
from civicpledge.model.ids import CandidateId, ContestId, PersonId
from civicpledge.model.people import Area, Candidate, Contest, Office, Party, Person
from civicpledge.model.responses import NOBODY, Decision, DecisionKind
from civicpledge.normalise.names import NameForm, name_key, read_forms, why_not_a_person
from civicpledge.normalise.parties import PartyMatch, match_party

ACCEPTED: Final = 0.75
"""Similarity from which a name is matched; under it the option is only the nearest."""

NEAREST: Final = 5
"""Options that an unmatched name is shown with."""

Progress = Callable[[Iterable[Any]], Iterable[Any]]


@frozen(kw_only=True, repr=False)
class Roster:
    """
    Areas, offices, contests, parties, people and their candidacies, with a matcher of names.

    >>> roster = Roster.from_rows(
    ...     [
    ...         {"id": "ana-bell", "name": "Ana Bell", "party": "Labour"},
    ...         {"id": "john-smith", "name": "John Smith", "party": "Green"},
    ...     ],
    ...     contest="mayor.north-haven.2030-05-02",
    ... )
    >>> roster.match("Cllr SMITH, John").candidate.id
    'mayor.north-haven.2030-05-02.john-smith'
    >>> print(roster.match("Jane Smith").why)
    the given names differ
    """

    areas: tuple[Area, ...] = ()
    offices: tuple[Office, ...] = ()
    contests: tuple[Contest, ...] = ()
    parties: tuple[Party, ...] = ()
    people: tuple[Person, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    decisions: tuple[Decision, ...] = ()
    _scopes: dict[str, "_Scope"] = field(factory=dict, init=False, eq=False, repr=False)

    @classmethod
    def from_rows(
        cls, rows: Iterable[Mapping[str, Any]], contest: str | None = None
    ) -> "Roster":
        """
        Make a roster of *rows*: dicts with ``id``, ``name``, ``contest`` and, where known, ``party``,
        ``area``, ``aliases`` (a list, or a text parted by ``|`` or ``;``).

        :param contest: the contest of every row that names none
        :raises RosterError: with every fault of the rows
        """
        return cls.from_records(records_from_rows(list(rows), contest, "rows"))

    @classmethod
    def from_records(cls, records: RosterRecords) -> "Roster":
        """Make a roster of *records* that hold together."""
        return cls(
            areas=records.areas,
            offices=records.offices,
            contests=records.contests,
            parties=records.parties,
            people=records.people,
            candidates=records.candidates,
        )

    def __repr__(self) -> str:
        """Count what the roster holds."""
        return f"<Roster: {len(self.candidates)} candidates in {len(self.contests)} contests>"

    def __len__(self) -> int:
        """Count the candidacies."""
        return len(self.candidates)

    def candidate(self, identifier: str) -> Candidate:
        """
        Give the candidate of a candidate's id, or of a person's id where the person stands once.

        :raises AmbiguousIdError: if the person stands in several contests
        :raises UnknownIdError: if there is neither such a candidate nor such a person
        """
        found = [c for c in self.candidates if identifier in (c.id, c.person)]
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousIdError("candidate", identifier, tuple(sorted(c.id for c in found)))
        raise UnknownIdError("candidate", identifier)

    def match(self, name: str, party: str | None = None, contest: str | None = None) -> Outcome:
        """
        Say whose *name* is, as printed.

        One person in several contests is :class:`Ambiguous` between the candidacies, with ``person``
        set, unless *contest* scopes it.

        :param party: the party as printed beside the name
        :param contest: the contest the name is looked up in; all where None
        :raises UnknownIdError: if the roster has no such contest
        """
        scope = self._scope(contest)
        decided = scope.decided.get(name_key(name))
        if decided is not None:
            return scope.follow(decided, name)
        return scope.match(name, None if party is None else match_party(party))

    def match_many(
        self,
        names: Iterable[str],
        *,
        parties: Iterable[str | None] | None = None,
        contests: Iterable[str | None] | None = None,
        progress: Progress | None = None,
    ) -> list[Outcome]:
        """Give for every name what :meth:`match` gives."""
        listed = list(names)
        labels = [None] * len(listed) if parties is None else list(parties)
        scopes = [None] * len(listed) if contests is None else list(contests)
        rows: Iterable[tuple[str, str | None, str | None]] = zip(listed, labels, scopes, strict=True)
        if progress is not None:
            rows = progress(list(rows))
        return [self.match(name, party, contest) for name, party, contest in rows]

    def with_decisions(self, decisions: Iterable[Decision]) -> "Roster":
        """Give the same roster, bound by *decisions* on names beside those it has."""
        rulings = tuple(d for d in decisions if d.kind is DecisionKind.NAME)
        return evolve(self, decisions=(*self.decisions, *rulings))

    def _scope(self, contest: str | None) -> "_Scope":
        key = contest or ""
        scope = self._scopes.get(key)
        if scope is None:
            if contest is not None and all(c.id != contest for c in self.contests):
                raise UnknownIdError("contest", contest, tuple(c.id for c in self.contests[:3]))
            chosen = [c for c in self.candidates if contest is None or c.contest == contest]
            scope = self._scopes[key] = _Scope(chosen, self)
        return scope

    def _place_names(self) -> dict[ContestId, str]:
        """Give the folded name of the area of every contest that has one."""
        areas = {area.id: name_key(area.name) for area in self.areas}
        offices = {office.id: areas.get(office.area, "") for office in self.offices if office.area}
        return {contest.id: offices.get(contest.office, "") for contest in self.contests}


class _Scope:
    """The candidates that a name may stand for, and their matcher."""

    def __init__(self, candidates: Sequence[Candidate], roster: Roster) -> None:
        self.candidates = candidates
        aliases = {p.id: (p.name, *p.aliases) for p in roster.people if p.aliases}
        labels = {c.party_on_roster: match_party(c.party_on_roster) for c in candidates if c.party_on_roster}
        places = roster._place_names()
        self.matcher = Matcher(
            ((c.name, *c.aliases, *aliases.get(c.person, ())) for c in candidates),
            [places.get(c.contest, "") for c in candidates],
            [labels.get(c.party_on_roster) for c in candidates],
        )
        latest = sorted(roster.decisions, key=lambda d: (d.date, d.by, d.choice))
        self.decided = {name_key(d.subject): d for d in latest}

    def follow(self, decision: Decision, name: str) -> Outcome:
        """Give what a person decided."""
        if decision.choice == NOBODY:
            return Unmatched(name=name, nearest=(), why=f"decided by a person: {decision.reason}")
        chosen = [c for c in self.candidates if decision.choice in (c.id, c.person)]
        options = tuple(Option(candidate=c, similarity=1.0, points=0.0, rules=(), bearers=0) for c in chosen)
        if len(options) == 1:
            return Matched(
                name=name, candidate=chosen[0], similarity=1.0, option=options[0], decided=decision.reason
            )
        if options:
            return Ambiguous(name=name, options=options, why=_SEVERAL, person=chosen[0].person)
        return Unmatched(name=name, nearest=(), why="a person decided for somebody out of scope")

    def match(self, name: str, party: PartyMatch | None) -> Outcome:
        """Match *name* by what is printed."""
        why = why_not_a_person(name)
        if why:
            return Unmatched(name=name, nearest=(), why=why)
        forms = read_forms(name)
        if not forms:
            return Unmatched(name=name, nearest=(), why="there is no name in the text")
        ranked = self.matcher.rank(forms, party)
        if not ranked:
            return Unmatched(name=name, nearest=(), why="nobody in scope has such a surname")
        return self._decide(name, forms, ranked)

    def _too_little(self, forms: tuple[NameForm, ...], best: Scored) -> str:
        """Say why an initial does not tell who is meant; empty where it does."""
        if best.bearers > 1:
            return "several people in scope bear the surname"
        form = forms[0]
        if form.given and not form.certain and self.matcher.index.is_given(form.joined):
            return "the only whole word is another's given name"
        return ""

    def _decide(self, name: str, forms: tuple[NameForm, ...], ranked: list[Scored]) -> Outcome:
        persons = self._by_person(ranked)
        best = persons[0][0]
        rivals = [group for group in persons[1:] if is_rival(best, group[0])]
        if rivals and best.points > 0:
            fitting = [scored for group in (persons[0], *rivals) for scored in group]
            return Ambiguous(name=name, options=self._options(fitting, ranked), why="several people fit")
        if rests_on_an_initial(best):
            why = self._too_little(forms, best)
            if why:
                return Ambiguous(name=name, options=self._options(ranked[:NEAREST], ranked), why=why)
        options = self._options(ranked[:NEAREST], ranked)
        similarity = sum(self._options(persons[0], ranked)[i].similarity for i in range(len(persons[0])))
        if similarity < ACCEPTED:
            return Unmatched(name=name, nearest=options, why=_doubt(options[0]))
        if len(persons[0]) > 1:
            several = self._options(persons[0], ranked)
            return Ambiguous(name=name, options=several, why=_SEVERAL, person=several[0].candidate.person)
        return Matched(
            name=name, candidate=options[0].candidate, similarity=options[0].similarity, option=options[0]
        )

    def _by_person(self, ranked: list[Scored]) -> list[list[Scored]]:
        groups: dict[PersonId, list[Scored]] = defaultdict(list)
        for scored in ranked:
            groups[self.candidates[scored.owner].person].append(scored)
        return list(groups.values())

    def _options(self, chosen: Sequence[Scored], ranked: Sequence[Scored]) -> tuple[Option, ...]:
        shares = {s.owner: share for s, share in zip(ranked, similarities(ranked), strict=True)}
        options = [
            Option(
                candidate=self.candidates[s.owner],
                similarity=shares[s.owner],
                points=s.points,
                rules=s.rules,
                bearers=s.bearers,
            )
            for s in chosen
        ]
        return tuple(sorted(options, key=lambda option: (-option.points, option.candidate.id)))


_SEVERAL: Final = "the person stands in several contests"


def _doubt(option: Option) -> str:
    against = [fact.says for fact in option.evidence if fact.direction.value == "disagrees"]
    return " and ".join(against) if against else "too little is the same"
