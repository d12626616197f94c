"""Claims of a page about groups, held against each cell they are about."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from attrs import frozen

from civicpledge.model.cells import Absent, Cell
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Stance
from civicpledge.model.ids import AskId, CandidateId, ClaimId, PartId, ResponseId, several
from civicpledge.model.responses import Absence, Claim, Scope, ScopeKind
from civicpledge.scoring.grid import cell_word, spaced
from civicpledge.scoring.naming import cited_after, names_of, shortened, span_place
from civicpledge.scoring.settling import FIRMNESS, Verdict, verdict_of
from civicpledge.table import ColumnKind, Shown, Table


class Outcome(StrEnum):
    """
    What one cell says to a claim.

    ``SUPPORTED`` as firm as claimed or firmer; ``WEAKER`` less firm (warm words where a pledge is claimed),
    but not against it; ``CONTRADICTED`` the opposite; ``UNDECIDED`` the coder abstained, coders differ or
    nobody coded the words; ``NO_WORDS``; ``UNATTRIBUTED`` there are words, and nobody can tell whose.
    """

    SUPPORTED = "supported"
    WEAKER = "weaker"
    CONTRADICTED = "contradicted"
    UNDECIDED = "undecided"
    NO_WORDS = "no_words"
    UNATTRIBUTED = "unattributed"


@frozen(kw_only=True)
class AuditedCell:
    """
    One claim held against one cell.

    :ivar word: what the cell holds, as the grid says it
    :ivar responses: the words it rests on, or that may be the candidate's
    """

    claim: ClaimId
    candidate: CandidateId
    ask: AskId
    part: PartId | None
    outcome: Outcome
    word: str
    responses: tuple[ResponseId, ...]


@frozen(kw_only=True)
class AuditedClaim:
    """
    One claim with the cells of everyone it is about.

    :ivar notes: what a reader must know of its scope: nobody can tell who is meant, numbers that differ
    """

    claim: Claim
    cells: tuple[AuditedCell, ...]
    notes: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many cells have each outcome, the outcomes that occur only."""
        found = [cell.outcome for cell in self.cells]
        return {outcome: found.count(outcome) for outcome in Outcome if outcome in found}

    @property
    def holds(self) -> bool | None:
        """``True`` if every cell supports it, ``False`` if one is weaker or against, else ``None``."""
        counts = self.counts
        if Outcome.CONTRADICTED in counts or Outcome.WEAKER in counts:
            return False
        return True if set(counts) == {Outcome.SUPPORTED} else None


@frozen(kw_only=True, repr=False)
class ClaimsAudit(Shown):
    """Every claim of a dataset, cell by cell; nobody is accused where the coder abstained."""

    dataset: Dataset
    claims: tuple[AuditedClaim, ...]

    def __len__(self) -> int:
        """Count the claims."""
        return len(self.claims)

    def __iter__(self) -> Iterator[AuditedClaim]:
        """Give the claims one by one."""
        return iter(self.claims)

    @property
    def cells(self) -> tuple[AuditedCell, ...]:
        """The cells of all claims."""
        return tuple(cell for claim in self.claims for cell in claim.cells)

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many cells have each outcome."""
        found = [cell.outcome for cell in self.cells]
        return {outcome: found.count(outcome) for outcome in Outcome}

    def to_table(self) -> Table:
        """Give a row for each claim and cell; a claim without cells has one row, with the reason."""
        names = names_of(self.dataset)
        return Table.of(_COLUMNS, (row for claim in self.claims for row in _rows(claim, names)))

    def explain(self) -> str:
        """Say for each claim, a line each, what the words behind it are."""
        names = names_of(self.dataset)
        return "\n".join(_sentence(self.dataset, claim, names) for claim in self.claims)


_COLUMNS = dict.fromkeys(
    ("claim", "about", "ask", "part", "candidate", "outcome", "held to be", "responses", "note"),
    ColumnKind.TEXT,
)


def _rows(audited: AuditedClaim, names: Mapping[CandidateId, str]) -> Iterator[tuple[object, ...]]:
    claim, note = audited.claim, "; ".join(audited.notes) or None
    about = claim.scope.as_printed or None
    if not audited.cells:
        yield (claim.id, about, ", ".join(claim.asks) or None, *[None] * 5, note)
    for cell in audited.cells:
        held = (spaced(cell.outcome), cell.word, ", ".join(cell.responses) or None)
        yield (claim.id, about, cell.ask, cell.part, names[cell.candidate], *held, note)


def _sentence(dataset: Dataset, audited: AuditedClaim, names: Mapping[CandidateId, str]) -> str:
    claim = audited.claim
    place = span_place(dataset, claim.place) if claim.place else "no place given"
    words = shortened(claim.text)
    head = f"{claim.id} ({place}), {f'“{words}”' if claim.quote else f'in our words: {words}'}:"
    counts = ", ".join(f"{n} {spaced(outcome)}" for outcome, n in audited.counts.items())
    tail = [f"{counts} of {len(audited.cells)}." if audited.cells else "no cell can be held to it."]
    tail += [f"{note[0].upper()}{note[1:]}." for note in audited.notes]
    alike: dict[tuple[CandidateId, Outcome, str], list[AuditedCell]] = {}
    for cell in audited.cells:
        if cell.outcome is not Outcome.SUPPORTED:
            key = (cell.candidate, cell.outcome, cell.word)
            alike.setdefault(key, []).append(cell)
    tail += [_cells_sentence(dataset, claim, names, cells) for cells in alike.values()]
    return " ".join([head, *tail])


def _cells_sentence(
    dataset: Dataset, claim: Claim, names: Mapping[CandidateId, str], cells: list[AuditedCell]
) -> str:
    """Say what one candidate's cells of one word say to a claim."""
    first = cells[0]
    places = ", ".join(cell.part or cell.ask for cell in cells)
    several = len(claim.asks) > 1 or first.part is not None
    responses = dict.fromkeys(r for cell in cells for r in cell.responses)
    words = cited_after(dataset, first.word, responses)
    on = f" on {places}" if several else ""
    return f"{names[first.candidate]}, {spaced(first.outcome)}{on}: {words}."


def outcome_of(claimed: Stance, held: Stance) -> Outcome:
    """
    Say what a decided stance says to a claimed one.

    >>> outcome_of(Stance.COMMITTED, Stance.SUPPORTIVE), outcome_of(Stance.SUPPORTIVE, Stance.COMMITTED)
    (<Outcome.WEAKER: 'weaker'>, <Outcome.SUPPORTED: 'supported'>)
    """
    if Stance.UNCLEAR in (claimed, held):
        return Outcome.UNDECIDED
    backing = FIRMNESS[:3]
    if claimed in backing:
        if held is Stance.REFUSED:
            return Outcome.CONTRADICTED
        firm = FIRMNESS.index(held) <= FIRMNESS.index(claimed)
        return Outcome.SUPPORTED if firm else Outcome.WEAKER
    if held is claimed:
        return Outcome.SUPPORTED
    return Outcome.WEAKER if held is Stance.DEFLECTED else Outcome.CONTRADICTED


def _outcome(claimed: Stance, verdict: Verdict) -> Outcome:
    """Say what a verdict says to a claimed stance; where coders differ, only what all of them say."""
    if verdict.stance is not None:
        return outcome_of(claimed, verdict.stance)
    if any(not settled.codings for settled in verdict.settled):
        return Outcome.UNDECIDED
    codings = (coding for settled in verdict.settled for coding in settled.codings)
    outcomes = {outcome_of(claimed, coding.finding.stance) for coding in codings}
    return outcomes.pop() if len(outcomes) == 1 else Outcome.UNDECIDED


def _audited_cell(claim: Claim, cell: Cell, verdict: Verdict | None) -> AuditedCell:
    if verdict is not None:
        outcome, responses = _outcome(claim.stance, verdict), verdict.responses
    else:
        unattributed = cell.absence is Absence.UNATTRIBUTED
        outcome = Outcome.UNATTRIBUTED if unattributed else Outcome.NO_WORDS
        responses = cell.content.possible if isinstance(cell.content, Absent) else ()
    return AuditedCell(
        claim=claim.id,
        candidate=cell.candidate,
        ask=cell.ask,
        part=cell.part,
        outcome=outcome,
        word=cell_word(cell, verdict),
        responses=responses,
    )


_Cells = Mapping[AskId, list[Cell]]


def _members(dataset: Dataset, scope: Scope, cells: list[Cell]) -> list[Cell]:
    """Keep the cells of those a claim is about; of named people also the cells not due."""
    match scope.kind:
        case ScopeKind.ALL | ScopeKind.NUMBER:
            return [cell for cell in cells if cell.due]
        case ScopeKind.CONTEST:
            contests = {c.id: c.contest for c in dataset.candidates}
            return [c for c in cells if c.due and contests[c.candidate] in scope.contests]
        case ScopeKind.NAMED:
            return [cell for cell in cells if cell.candidate in scope.candidates]
    return []


def _notes(claim: Claim, people: int) -> Iterator[str]:
    """Say what a reader must know of who is meant."""
    scope = claim.scope
    if not claim.asks:
        yield "it names no ask of the round"
    if scope.kind is ScopeKind.UNKNOWN:
        yield "nobody can tell whom it is about"
    elif claim.asks and not people:
        yield "nobody it is about was due to answer"
    if people and scope.number is not None and scope.number != people:
        were = "was" if people == 1 else "were"
        yield f"it speaks of {scope.number}, and {people} {were} due to answer"
        if scope.kind is ScopeKind.NUMBER:
            yield "which of them are meant is not said, so all are listed"
    if claim.hedge:
        yield "the page takes some of it back in the same breath"


def audit_claims(dataset: Dataset, *, coders: str | Iterable[str] | None = None) -> ClaimsAudit:
    """
    Hold each claim of a page against each cell in its scope.

    "All" are those the round asked for whom the ask is due; "all standing for this" those of them in the
    contests named. An ask in parts has a cell for each. A claim is never scored.

    :param coders: count only codings by these

    >>> from civicpledge.model.dataset import Dataset
    >>> len(audit_claims(Dataset()))
    0
    """
    named = None if coders is None else frozenset(several(coders))
    by_ask: dict[AskId, list[Cell]] = {}
    for cell in dataset.cells():
        by_ask.setdefault(cell.ask, []).append(cell)
    claims = tuple(_audited(dataset, claim, by_ask, named) for claim in dataset.claims)
    return ClaimsAudit(dataset=dataset, claims=claims)


def _audited(
    dataset: Dataset, claim: Claim, by_ask: _Cells, coders: frozenset[str] | None
) -> AuditedClaim:
    members = [c for ask in claim.asks for c in _members(dataset, claim.scope, by_ask.get(ask, []))]
    people = len({cell.candidate for cell in members})
    return AuditedClaim(
        claim=claim,
        cells=tuple(_audited_cell(claim, c, verdict_of(c, coders=coders)) for c in members),
        notes=tuple(_notes(claim, people)),
    )
