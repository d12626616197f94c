"""The dataset: records that hold together, and the one way to look at them, cell by cell."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, Self, TypeVar

from attrs import evolve, frozen

from civicpledge.errors import (
    AmbiguousIdError,
    ClashError,
    DatasetError,
    Fault,
    UnknownIdError,
    closest,
    raise_faults,
)
from civicpledge.model.asks import Ask, Round, Theme
from civicpledge.model.cells import Cell, Place, cell_of, places_of
from civicpledge.model.combining import combined
from civicpledge.model.faults import faults_of, span_faults
from civicpledge.model.findings import Coding
from civicpledge.model.ids import CandidateId, ContestId, SourceId, natural_key, several
from civicpledge.model.index import Index, answers_of, latest_decisions, speaker_of
from civicpledge.model.people import Candidate, Contest, Office, Person
from civicpledge.model.records import Records
from civicpledge.model.redacting import redacted
from civicpledge.model.responses import Decision, DecisionKind, Response
from civicpledge.model.selecting import Choice, selected
from civicpledge.model.sources import Document, Source
from civicpledge.progress import Progress
from civicpledge.table import ColumnKind, Shown, Table

T = TypeVar("T")

_RULES_ON_A_NAME = (
    "rules on a printed name; give it to roster.with_decisions and resolve the reading again"
)


@frozen(kw_only=True)
class Dataset(Shown, Records):
    """
    The root: everything asked and answered, checked to hold together.

    Construction checks every reference and every identifier and reports all faults at once. Look-ups take
    constant time. Scores, comparisons and audits see a dataset only through :meth:`cells`.

    :raises DatasetError: with every fault, each with its path

    >>> Dataset().cells()
    ()
    """

    def __attrs_post_init__(self) -> None:
        """Put the collections in order, then check that they hold together."""
        super().__attrs_post_init__()
        raise_faults(DatasetError, "dataset", faults_of(self))

    def __repr__(self) -> str:
        """Count instead of dumping."""
        counts = (f"{len(v)} {k}" for k, v in self.collections().items() if v)
        return f"<Dataset: {', '.join(counts) or 'empty'}>"

    def to_table(self) -> Table:
        """Give how many records there are of each kind, a row for each kind that there is."""
        kinds = {"records": ColumnKind.TEXT, "count": ColumnKind.INTEGER}
        counts = ((name, len(held)) for name, held in self.collections().items() if held)
        titles = "; ".join(held.title for held in self.rounds)
        return Table.of(kinds, counts, title=titles or "Dataset")

    @cached_property
    def _index(self) -> Index:
        return Index.of(self)

    @cached_property
    def _by_id(self) -> Mapping[str, Mapping[str, object]]:
        return {
            name: {record.id: record for record in found}
            for name, found in self.collections().items()
            if found and hasattr(found[0], "id")
        }

    def _find(self, collection: str, kind: str, wanted: str, of: type[T]) -> T:
        held = self._by_id.get(collection, {})
        found = held.get(wanted)
        if isinstance(found, of):
            return found
        raise UnknownIdError(kind, wanted, closest(wanted, held))

    def person(self, person: str) -> Person:
        """Give the person with this id, or raise :class:`UnknownIdError`."""
        return self._find("people", "person", person, Person)

    def office(self, office: str) -> Office:
        """Give the office with this id, or raise :class:`UnknownIdError`."""
        return self._find("offices", "office", office, Office)

    def contest(self, contest: str) -> Contest:
        """Give the contest with this id, or raise :class:`UnknownIdError`."""
        return self._find("contests", "contest", contest, Contest)

    def round(self, round_id: str) -> Round:
        """Give the round with this id, or raise :class:`UnknownIdError`."""
        return self._find("rounds", "round", round_id, Round)

    def theme(self, theme: str) -> Theme:
        """Give the theme with this id, or raise :class:`UnknownIdError`."""
        return self._find("themes", "theme", theme, Theme)

    def source(self, source: str) -> Source:
        """Give the source with this id, or raise :class:`UnknownIdError`."""
        return self._find("sources", "source", source, Source)

    def response(self, response: str) -> Response:
        """Give the response with this id, or raise :class:`UnknownIdError`."""
        return self._find("responses", "response", response, Response)

    def coding(self, coding: str) -> Coding:
        """Give the coding with this id, or raise :class:`UnknownIdError`."""
        return self._find("codings", "coding", coding, Coding)

    @cached_property
    def _candidacies(self) -> Mapping[str, tuple[CandidateId, ...]]:
        of_person: dict[str, tuple[CandidateId, ...]] = {}
        for candidate in self.candidates:
            held = of_person.get(candidate.person, ())
            of_person[candidate.person] = (*held, candidate.id)
        return of_person

    def candidate(self, candidate: str) -> Candidate:
        """
        Give the candidate with this id, or the one candidacy of the person with this id.

        :raises AmbiguousIdError: if the person stands in several contests; its ``options`` list them
        :raises UnknownIdError: if nobody has the id; its ``nearest`` are the ids closest to it
        """
        own = self._candidacies.get(candidate, ())
        if len(own) > 1:
            raise AmbiguousIdError("candidate", candidate, own)
        if own:
            return self._find("candidates", "candidate", own[0], Candidate)
        if candidate not in self._by_id.get("candidates", {}):
            raise UnknownIdError("candidate", candidate, closest(candidate, self._candidacies))
        return self._find("candidates", "candidate", candidate, Candidate)

    def ask(self, ask: str | int) -> Ask:
        """
        Give the ask with this id, or the one ask printed with this number, a text or an integer.

        :raises AmbiguousIdError: if asks of several rounds bear the number
        :raises UnknownIdError: if there is no such ask
        """
        ask = str(ask)
        if ask not in self._by_id.get("asks", {}):
            numbered = tuple(a.id for a in self.asks if a.number == ask)
            if len(numbered) > 1:
                raise AmbiguousIdError("ask", ask, numbered)
            ask = numbered[0] if numbered else ask
        return self._find("asks", "ask", ask, Ask)

    def asks_of(self, round_id: str) -> tuple[Ask, ...]:
        """Give the asks of one round, in the order of their numbers."""
        own = [ask for ask in self.asks if ask.round == round_id]
        return tuple(sorted(own, key=lambda ask: natural_key(ask.id)))

    def speaker(self, response: str) -> CandidateId | None:
        """
        Give the candidate who is held to have said *response*, or ``None`` where nobody can tell.

        A person's decision on the attribution wins over what is printed.
        """
        return speaker_of(self.response(response), self._latest)

    def answered_by(self, response: str) -> tuple[str, ...]:
        """Give the asks and parts that *response* answers, links decided by people included."""
        return answers_of(self.response(response), self._latest)

    @cached_property
    def _latest(self) -> Mapping[tuple[str, str], tuple[Decision, ...]]:
        return latest_decisions(self.decisions)

    def cells(
        self, candidate: str | None = None, *, sources: str | Iterable[str] | None = None
    ) -> tuple[Cell, ...]:
        """
        Give a cell for each candidate and each ask put in a contest of theirs.

        An ask with parts gives a cell for each part that is scored. Sorted by candidate, then by ask.

        :param candidate: only this one, by candidate or person id
        :param sources: count only words printed in these sources, one or several; without it, words of
            the ask's own round. A manifesto makes nothing due and counts only where it is named here.

        >>> from civicpledge.datasets import load_dataset  # doctest: +SKIP
        >>> len(load_dataset("west-midlands-2021").cells())  # doctest: +SKIP
        54
        """
        chosen = self.candidates if candidate is None else (self.candidate(candidate),)
        named = self._named_sources(sources)
        return tuple(
            cell_of(self._index, c.id, place, named)
            for c in chosen
            for place in self._places.get(c.contest, ())
        )

    def _named_sources(self, sources: str | Iterable[str] | None) -> frozenset[SourceId] | None:
        return None if sources is None else frozenset(self.source(s).id for s in several(sources))

    @cached_property
    def _places(self) -> Mapping[str, tuple[Place, ...]]:
        asks: dict[ContestId, tuple[Ask, ...]] = {}
        for held in self.rounds:
            for contest in held.contests:
                asks[contest] = asks.get(contest, ()) + self._asks_of_round.get(held.id, ())
        return {contest: places_of(self._index, contest, put) for contest, put in asks.items()}

    @cached_property
    def _asks_of_round(self) -> Mapping[str, tuple[Ask, ...]]:
        grouped: dict[str, tuple[Ask, ...]] = {}
        for ask in sorted(self.asks, key=lambda ask: natural_key(ask.id)):
            grouped[ask.round] = (*grouped.get(ask.round, ()), ask)
        return grouped

    def cell(self, candidate: str, ask: str | int, part: str | None = None) -> Cell:
        """
        Give the cell of one candidate and one ask.

        :raises AmbiguousIdError: if the ask has several scored parts and none is named
        :raises UnknownIdError: if there is no such candidate, ask, part, or the ask was put in a round
            that does not concern the candidate's contest
        """
        who, what = self.candidate(candidate), self.ask(ask)
        found = [c for c in self.cells(who.id) if c.ask == what.id]
        chosen = [c for c in found if part in (None, c.part)]
        if len(chosen) == 1:
            return chosen[0]
        if not chosen:
            raise UnknownIdError("cell", f"{who.id} x {part or what.id}")
        raise AmbiguousIdError("part", str(ask), tuple(str(c.part) for c in chosen))

    def with_codings(self, codings: Iterable[Coding]) -> Self:
        """Give a dataset with *codings* beside those it holds; nothing is overwritten."""
        return evolve(self, codings=(*self.codings, *codings))

    def with_decisions(self, decisions: Iterable[Decision]) -> Self:
        """
        Give a dataset with *decisions* added; the latest on a subject holds, all are kept.

        :raises DatasetError: if one rules on a printed name: names are matched before there is a dataset
        """
        decisions = tuple(decisions)
        raise_faults(
            DatasetError,
            "decisions",
            (
                Fault(f"decisions[{i}]", _RULES_ON_A_NAME)
                for i, decision in enumerate(decisions)
                if decision.kind is DecisionKind.NAME and decision not in self.decisions
            ),
        )
        return evolve(self, decisions=tuple(dict.fromkeys((*self.decisions, *decisions))))

    def with_documents(self, documents: Iterable[Document]) -> Self:
        """
        Give a dataset that carries *documents*, with every span into them checked.

        What the dataset tells of a source holds; of a document of the same text only the text is taken.
        """
        told = {source.id: source for source in self.sources}
        added = (
            evolve(d, source=told[d.source.id])
            if d.source.id in told and told[d.source.id].sha256 == d.source.sha256
            else d
            for d in documents
        )
        return evolve(self, documents=(*self.documents, *added))

    def combine(self, other: "Dataset") -> "Dataset":
        """
        Unite two datasets: years, sources, contests.

        A person, a party, a candidacy and a round known to both become one, with the names and numbers
        that either holds; nobody is asked anything they were not asked before. The order of the two does
        not matter, nor how three are bracketed; lists that were united (a round's field and who took part)
        are sorted.

        :raises ClashError: with every field in which the two say different things under one identifier

        >>> Dataset().combine(Dataset(provenance=("by hand",)))
        <Dataset: 1 provenance>
        """
        united = combined(self, other)
        try:
            return Dataset(**united)
        except DatasetError as error:
            raise ClashError("combine", error.faults) from None

    def select(
        self,
        *,
        contest: str | Iterable[str] | None = None,
        office: str | Iterable[str] | None = None,
        round: str | Iterable[str] | None = None,  # noqa: A002 (the word of the domain)
        source: str | Iterable[str] | None = None,
        person: str | Iterable[str] | None = None,
    ) -> "Dataset":
        """
        Narrow to what fits every criterion given, each one identifier or several.

        Nothing refers to what fell out, and nothing that stays changes: by contest, office or person the
        cells of the candidates who stay are as they were; by round those of the asks that stay. By source
        only words printed there stay, so that an ask answered elsewhere stands there as not recorded.
        Combined with the whole, a part gives the whole again; words that lost one of the people who may
        have said them, or an ask they answer, clash with it.

        :raises UnknownIdError: for an identifier that is not there

        >>> Dataset().select(contest="mayor.west-midlands.2021-05-06")
        Traceback (most recent call last):
        civicpledge.errors.UnknownIdError: no contest has the identifier 'mayor.west-midlands.2021-05-06'
        """
        choice = Choice(
            contests=_chosen(contest, self.contest),
            offices=_chosen(office, self.office),
            rounds=_chosen(round, self.round),
            sources=_chosen(source, self.source),
            people=_chosen(person, self.person),
        )
        return self if choice == Choice() else Dataset(**selected(self, choice))

    def redact(self, person: str, *, progress: Progress | None = None) -> "Dataset":
        """
        Take a person's words and names out, with every count and every score left as it was.

        What they said, or may have said, becomes ``[redacted]``, its codings keep their stances and lose
        their evidence. The person is called ``Redacted 1``, or by the next free number, and in identifiers
        ``redacted-`` with eight digits, so that nobody taken out of another dataset is ever taken for them.
        Their names, and words of their names, are covered letter by letter in all other texts, also where
        such a word means something else. Documents that hold their words or names are dropped. The party,
        the contest and the places in the sources stay.

        :param progress: wraps the records, like ``tqdm.tqdm``, in each of two passes
        :raises UnknownIdError: if there is no person with this id
        """
        return Dataset(**redacted(self, self.person(person), progress))


def _chosen(
    wanted: str | Iterable[str] | None, find: Callable[[str], Any]
) -> frozenset[str] | None:
    if wanted is None:
        return None
    return frozenset(find(one).id for one in several(wanted))


def verify(dataset: Dataset, document: Document) -> None:
    """
    Check that *document* is the one the dataset was read from, and every span into it.

    :raises DatasetError: with every span that does not hold its words
    """
    raise_faults(DatasetError, document.source.id, span_faults(dataset, document))
