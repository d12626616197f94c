"""A roster: who stands for what, and whose a name as printed is."""

import multiprocessing
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from typing import Any, Final

from attrs import evolve, field, frozen

from civicpledge.errors import AmbiguousIdError, UnknownIdError, closest
from civicpledge.matching.outcomes import Ambiguous, Matched, Outcome
from civicpledge.matching.records import RosterRecords, records_from_rows
from civicpledge.matching.scope import Scope, Verdict
from civicpledge.model.ids import ContestId, PersonId
from civicpledge.model.people import Area, Candidate, Contest, Office, Party, Person
from civicpledge.model.responses import Decision, DecisionKind
from civicpledge.normalise.names import name_key
from civicpledge.progress import Progress, watched
from civicpledge.table import ColumnKind, Shown, Table

CHUNK: Final = 500
"""Names that a worker is handed at a time."""

_Query = tuple[str, str | None, str | None]


@frozen(kw_only=True, repr=False)
class Roster(Shown):
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
    >>> print(roster.match("Karen Smith").why)
    the given names differ
    """

    areas: tuple[Area, ...] = ()
    offices: tuple[Office, ...] = ()
    contests: tuple[Contest, ...] = ()
    parties: tuple[Party, ...] = ()
    people: tuple[Person, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    decisions: tuple[Decision, ...] = ()
    _scopes: dict[str, Scope] = field(factory=dict, init=False, eq=False, repr=False)

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, Any]], contest: str | None = None) -> "Roster":
        """
        Make a roster of *rows*, dicts with ``id``, ``name`` and ``contest``.

        Where known they have ``party``, ``area`` and ``aliases`` (a list, or a text parted by ``|`` or
        ``;``) too. An id that is not one is made into one; where there is none, the name is.

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

    def to_table(self) -> Table:
        """Give a row for each candidacy, with everything a name is matched by."""
        kinds = dict.fromkeys(("candidate", "contest", "name", "party", "aliases"), ColumnKind.TEXT)
        known = {person.id: (person.name, *person.aliases) for person in self.people}
        rows = (
            (c.id, c.contest, c.name, c.party_on_roster, "; ".join(_aliases(c, known)) or None)
            for c in self.candidates
        )
        return Table.of(kinds, rows, title="Roster")

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
        known = [known for c in self.candidates for known in (c.person, c.id)]
        raise UnknownIdError("candidate", identifier, closest(identifier, known))

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
        return scope.outcome(name, scope.judge(name, party))

    def match_many(
        self,
        names: Iterable[str],
        *,
        parties: Iterable[str | None] | None = None,
        contests: Iterable[str | None] | None = None,
        one_to_one: bool = False,
        progress: Progress | None = None,
        workers: int | None = None,
    ) -> list[Outcome]:
        """
        Give for every name what :meth:`match` gives, in the order of *names*.

        :param parties: the party printed beside each name, or None
        :param contests: the contest each name is looked up in, or None
        :param one_to_one: no candidate has two names here: where two claim one, both are ambiguous
        :param progress: wraps the queries, for instance ``tqdm.tqdm``
        :param workers: processes to share the work; None or 1 for this one only
        :raises ValueError: if there are not as many parties or contests as names
        :raises TypeError: if *names* is one name
        """
        if isinstance(names, str):
            message = "names: is one name, not several; match takes one"
            raise TypeError(message)
        listed = list(names)
        labels = [None] * len(listed) if parties is None else list(parties)
        scopes = [None] * len(listed) if contests is None else list(contests)
        queries: list[_Query] = list(zip(listed, labels, scopes, strict=True))
        if workers is None or workers < 2 or len(queries) <= CHUNK:
            outcomes = [self.match(*query) for query in watched(queries, progress)]
        else:
            outcomes = self._match_apart(queries, workers, progress)
        return _held_apart(outcomes) if one_to_one else outcomes

    def _match_apart(
        self, queries: Sequence[_Query], workers: int, progress: Progress | None
    ) -> list[Outcome]:
        """Match in several processes; verdicts come back as numbers and become records here."""
        for contest in {contest for _, _, contest in queries}:
            self._scope(contest)
        chunks = [queries[start : start + CHUNK] for start in range(0, len(queries), CHUNK)]
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("fork" if "fork" in methods else None)
        with ProcessPoolExecutor(workers, context, _take_roster, (self,)) as pool:
            verdicts = chain.from_iterable(pool.map(_judge, chunks))
            try:
                return [
                    self._scope(contest).outcome(name, next(verdicts))
                    for name, _, contest in watched(queries, progress)
                ]
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def judge(self, name: str, party: str | None, contest: str | None) -> Verdict:
        """Give the bare verdict behind :meth:`match`."""
        return self._scope(contest).judge(name, party)

    def with_decisions(self, decisions: Iterable[Decision]) -> "Roster":
        """Give the same roster, bound by *decisions* on names beside those it has; the latest holds."""
        rulings = tuple(d for d in decisions if d.kind is DecisionKind.NAME)
        return evolve(self, decisions=(*self.decisions, *rulings))

    def _scope(self, contest: str | None) -> Scope:
        scope = self._scopes.get(contest or "")
        if scope is None:
            if contest is not None and all(c.id != contest for c in self.contests):
                raise UnknownIdError("contest", contest, closest(contest, self._contest_ids()))
            chosen = [c for c in self.candidates if contest is None or c.contest == contest]
            aliases = {p.id: (p.name, *p.aliases) for p in self.people if p.aliases}
            scope = Scope(chosen, aliases, self._places(), self.decisions)
            self._scopes[contest or ""] = scope
        return scope

    def _contest_ids(self) -> list[str]:
        return [contest.id for contest in self.contests]

    def _places(self) -> dict[ContestId, str]:
        """Give the folded name of the area of every contest."""
        areas = {area.id: name_key(area.name) for area in self.areas}
        offices = {office.id: areas.get(office.area, "") for office in self.offices if office.area}
        return {contest.id: offices.get(contest.office, "") for contest in self.contests}


def _aliases(candidate: Candidate, known: Mapping[PersonId, tuple[str, ...]]) -> Iterable[str]:
    """Give every other name of a candidate, and of the person, once."""
    names = dict.fromkeys((*candidate.aliases, *known.get(candidate.person, ())))
    return (name for name in names if name != candidate.name)


def _held_apart(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Make matches that claim one candidate ambiguous."""
    claims = Counter(o.candidate.id for o in outcomes if isinstance(o, Matched))
    return [
        Ambiguous(name=o.name, options=(o.option,), why="another name here is the same candidate's")
        if isinstance(o, Matched) and claims[o.candidate.id] > 1
        else o
        for o in outcomes
    ]


_held: list[Roster] = []
"""The roster of this worker process."""


def _take_roster(roster: Roster) -> None:
    _held[:] = [roster]


def _judge(queries: Sequence[_Query]) -> list[Verdict]:
    return [_held[0].judge(*query) for query in queries]
