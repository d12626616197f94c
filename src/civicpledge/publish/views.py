"""From a scoreboard and its dataset to what a page shows of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from attrs import frozen

from civicpledge.comparison.claims import AuditedClaim, Outcome
from civicpledge.model.asks import Ask, Power
from civicpledge.model.cells import Absent, Cell
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import CODEBOOK, Coding, Finding
from civicpledge.model.ids import AskId, CandidateId, ContestId
from civicpledge.model.people import Candidate, Contest
from civicpledge.model.responses import Absence, Claim, Response, Wording
from civicpledge.model.sources import Span
from civicpledge.progress import Progress, watched
from civicpledge.publish.phrases import (
    address_of,
    date_words,
    finding_word,
    missing_words,
    party_of,
    place_words,
)
from civicpledge.publish.records import (
    AskView,
    CellView,
    ClaimView,
    CodingView,
    ContestView,
    GridCellView,
    GridRow,
    GridView,
    Mark,
    ScoreView,
    WordsView,
)
from civicpledge.report import asks_put
from civicpledge.scoring.grid import NOT_PUT, cell_word, spaced
from civicpledge.scoring.labels import interval_words
from civicpledge.scoring.naming import span_place
from civicpledge.scoring.ranks import Rank, Ranks
from civicpledge.scoring.scoreboard import Scoreboard
from civicpledge.scoring.scores import Score
from civicpledge.scoring.settling import Settlement
from civicpledge.scoring.valuing import Valued

T = TypeVar("T")

MISSING = "missing"
"""The kind of a cell without words."""

_DIFFER = "differ"

_WORDINGS = {
    Wording.VERBATIM: "as printed",
    Wording.REPORTED: "as somebody reported it",
    Wording.PARAPHRASE: "in our own words",
}


def _score_view(dataset: Dataset, candidate: Candidate, score: Score, rank: Rank) -> ScoreView:
    low, high = score.low or Fraction(0), score.high or Fraction(0)
    return ScoreView(
        anchor=f"score--{candidate.id}",
        name=candidate.name,
        party=party_of(dataset, candidate),
        words=interval_words(score),
        low=round(float(low) * 100, 2),
        high=round(float(high) * 100, 2),
        scored=score.low is not None,
        answered=score.answered,
        coded=score.coded,
        due=score.due,
        place=score.reason or place_words(rank.best, rank.worst, rank.of),
        missing=missing_words(score),
    )


def _marks(text: str, findings: Iterable[Finding]) -> Iterator[Mark]:
    """Cut *text* where words that a coding rests on begin and end."""
    held = [False] * len(text)
    for finding in findings:
        for extent in finding.evidence:
            held[extent.start : extent.end] = [True] * len(held[extent.start : extent.end])
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or held[at] != held[start]:
            yield Mark(text=text[start:at], decides=held[start])
            start = at


_SETTLEMENTS = {
    Settlement.ADJUDICATED: "settled by a decision",
    Settlement.PEOPLE: "coded by people",
    Settlement.SPLIT: "coders differ",
    Settlement.CODEBOOK: "coded by the codebook alone",
    Settlement.UNCODED: "nobody coded these words",
}


NOT_BUNDLED = "the words of this source are not bundled here"
"""What a place says where a line could only be given as bare numbers of characters."""


def _coding_view(coding: Coding) -> CodingView:
    machine = coding.coder == CODEBOOK
    return CodingView(
        word=finding_word(coding.finding),
        coder=f"codebook, version {coding.version}" if machine else coding.coder,
        when=date_words(coding.date),
        reason=coding.note or coding.finding.reason or "",
    )


def _is_bundled(dataset: Dataset, span: Span) -> bool:
    return any(document.source.id == span.source for document in dataset.documents)


def _place(dataset: Dataset, response: Response) -> str:
    """
    Say where words are printed: their lines, where the source's text is at hand.

    Where it is not, characters would lead a reader nowhere: the section does, and the source's link.
    """
    if all(_is_bundled(dataset, span) for span in response.appearances):
        return " and ".join(
            span_place(dataset, span).removeprefix(f"{span.source}, ")
            for span in response.appearances
        )
    section = f"under “{' – '.join(response.section)}”, " if response.section else ""
    return f"{section}{NOT_BUNDLED}"


def words_view(
    dataset: Dataset, response: Response, settled: str = "", codings: tuple[Coding, ...] = ()
) -> WordsView:
    """Give words with their place, how they were settled, and the codings that rest on them."""
    source = dataset.source(response.sources[0])
    return WordsView(
        marks=tuple(_marks(response.text, (coding.finding for coding in codings))),
        wording=_WORDINGS[response.wording],
        place=_place(dataset, response),
        source=source.title,
        url=address_of(source),
        settled=settled,
        codings=tuple(_coding_view(coding) for coding in codings),
    )


_Found = dict[tuple[CandidateId, AskId], list[tuple[Cell, Valued | None]]]


def _kind(cell: Cell, valued: Valued | None) -> str:
    if cell.absence is not None:
        return MISSING
    stance = valued.verdict.stance if valued and valued.verdict else None
    return str(stance or _DIFFER)


def _cells_of(board: Scoreboard) -> _Found:
    found: _Found = {}
    for score in board:
        for cell, valued in score.cells():
            found.setdefault((cell.candidate, cell.ask), []).append((cell, valued))
    return found


_UNCOUNTED = {
    Absence.UNATTRIBUTED: "whose words these are is not known, so they count for nobody",
    Absence.OUT_OF_REMIT: "the office can do nothing about it, so they count for nothing",
    Absence.NOT_ASKED: "nobody asked for these words, so they count for nothing",
}


def _words_of(dataset: Dataset, cell: Cell, valued: Valued | None) -> Iterator[WordsView]:
    """Give the words that count, or else those that are printed and do not."""
    if valued and valued.verdict:
        for one in valued.verdict.settled:
            yield words_view(dataset, one.response, _SETTLEMENTS[one.by], one.codings)
    elif isinstance(cell.content, Absent):
        why = _UNCOUNTED.get(cell.content.reason, "they count for nothing")
        for response in cell.content.possible:
            yield words_view(dataset, dataset.response(response), why)


def _cell_view(
    dataset: Dataset, candidate: Candidate, ask: Ask, cell: Cell, valued: Valued | None
) -> CellView:
    verdict = valued.verdict if valued else None
    parts = {part.id: part.text for part in ask.parts}
    note = cell.content.note if isinstance(cell.content, Absent) else None
    return CellView(
        candidate=candidate.id,
        anchor=f"words--{candidate.id}--{cell.part or ask.id}",
        name=candidate.name,
        party=party_of(dataset, candidate),
        part=parts.get(cell.part, "") if cell.part else "",
        word=cell_word(cell, verdict),
        kind=_kind(cell, valued),
        note=note or "",
        words=tuple(_words_of(dataset, cell, valued)),
    )


_REMITS = {
    Power.DECIDES: "The office decides this",
    Power.FUNDS: "The office can fund this",
    Power.CONVENES: "The office can only bring those together who decide this",
    Power.INFLUENCES: "The office can only speak up for this",
    Power.NONE: "The office can do nothing about this",
}


def _remit_words(dataset: Dataset, ask: Ask, office: str) -> tuple[Power, str]:
    """Give the power of an office over an ask, and a sentence that says it."""
    for remit in dataset.remits:
        if (remit.ask, remit.office) == (ask.id, office):
            note = f" ({remit.note})" if remit.note else ""
            return remit.power, f"{_REMITS[remit.power]}{note}."
    return Power.NONE, f"{_REMITS[Power.NONE]}."


def _grid_cell(
    candidate: Candidate, ask: AskView, words: Mapping[tuple[CandidateId, AskId], str]
) -> GridCellView:
    own = [cell for cell in ask.cells if cell.candidate == candidate.id]
    kinds = {cell.kind for cell in own}
    return GridCellView(
        word=words.get((candidate.id, ask.ask), NOT_PUT),
        kind=kinds.pop() if len(kinds) == 1 else _DIFFER,
        anchor=own[0].anchor,
    )


_MOST_COLUMNS = 7  # of a word each, beside the asks, across a sheet of A4


def side_by_side(candidates: Sequence[T]) -> list[Sequence[T]]:
    """
    Part *candidates* into groups that fit beside each other, as even as can be.

    >>> [len(group) for group in side_by_side(range(15))]
    [5, 5, 5]
    """
    groups = -(-len(candidates) // _MOST_COLUMNS) or 1
    size = -(-len(candidates) // groups) or 1
    return [candidates[start : start + size] for start in range(0, len(candidates), size)]


@frozen
class _Contests:
    """Makes the views of the contests of one scoreboard."""

    board: Scoreboard
    found: _Found
    words: Mapping[tuple[CandidateId, AskId], str]
    ranks: Ranks
    standing: Mapping[ContestId, list[Candidate]]

    def view(self, contest: Contest, asks: tuple[AskView, ...]) -> ContestView:
        dataset, own = self.board.dataset, self.standing[contest.id]
        return ContestView(
            anchor=f"contest--{contest.id}",
            title=dataset.office(contest.office).title,
            date=date_words(contest.date),
            scores=tuple(_score_view(dataset, c, self.board[c.id], self.ranks[c.id]) for c in own),
            asks=asks,
            grids=tuple(self._grid(some, asks) for some in side_by_side(own)),
        )

    def _grid(self, candidates: Sequence[Candidate], asks: Iterable[AskView]) -> GridView:
        rows = (
            GridRow(ask=ask, cells=tuple(_grid_cell(c, ask, self.words) for c in candidates))
            for ask in asks
        )
        return GridView(names=tuple(c.name for c in candidates), rows=tuple(rows))

    def ask_view(self, contest: Contest, ask: Ask) -> AskView:
        dataset = self.board.dataset
        cells = (
            _cell_view(dataset, candidate, ask, cell, valued)
            for candidate in self.standing[contest.id]
            for cell, valued in self.found.get((candidate.id, ask.id), [])
        )
        power, remit = _remit_words(dataset, ask, contest.office)
        return AskView(
            ask=ask.id,
            anchor=f"ask--{contest.id}--{ask.id}",
            label=ask.number or "",
            title=ask.title,
            text=ask.text or "",
            theme=dataset.theme(ask.theme).title if ask.theme else "",
            power="out of remit" if power is Power.NONE else str(power),
            remit=remit,
            cells=tuple(cells),
        )


def _by_name(candidates: Iterable[Candidate]) -> Mapping[ContestId, list[Candidate]]:
    """Give the candidates of each contest in the order of their names."""
    standing: dict[ContestId, list[Candidate]] = {}
    for candidate in sorted(candidates, key=lambda c: (c.name.casefold(), c.id)):
        standing.setdefault(candidate.contest, []).append(candidate)
    return standing


def contest_views(board: Scoreboard, progress: Progress | None = None) -> tuple[ContestView, ...]:
    """Give the contests that have candidates; *progress* wraps the asks as they are laid out."""
    dataset = board.dataset
    words = {(cell.candidate, cell.ask): cell.word for cell in board.grid().cells}
    standing = _by_name(dataset.candidates)
    maker = _Contests(board, _cells_of(board), words, board.ranks(), standing)
    contests = [contest for contest in dataset.contests if contest.id in standing]
    put = [(contest, ask) for contest in contests for ask in asks_put(dataset, contest.id)]
    made: dict[ContestId, list[AskView]] = {contest.id: [] for contest in contests}
    for contest, ask in watched(put, progress):
        made[contest.id].append(maker.ask_view(contest, ask))
    return tuple(maker.view(contest, tuple(made[contest.id])) for contest in contests)


_VERDICTS = {
    True: "borne out by every answer",
    False: "not borne out by every answer",
    None: "cannot be told",
}


def _counts(audited: AuditedClaim) -> str:
    counted = ", ".join(f"{times} {spaced(outcome)}" for outcome, times in audited.counts.items())
    return f"{counted} of {len(audited.cells)}" if counted else "no answer can be held to it"


def _claim_place(dataset: Dataset, claim: Claim) -> str:
    if claim.place is None:
        return "no place given"
    if _is_bundled(dataset, claim.place):
        return span_place(dataset, claim.place)
    return f"{dataset.source(claim.place.source).title}, {NOT_BUNDLED}"


def claim_view(dataset: Dataset, audited: AuditedClaim) -> ClaimView:
    """Say a claim, whom it is about, and whose words fall short of it."""
    claim = audited.claim
    labels = ", ".join(dataset.ask(ask).label for ask in claim.asks)
    short = [cell for cell in audited.cells if cell.outcome is not Outcome.SUPPORTED]
    return ClaimView(
        asks=labels or "none named",
        words=claim.text,
        wording="as printed" if claim.quote else "in our own words",
        about=claim.scope.as_printed or "not said",
        place=_claim_place(dataset, claim),
        verdict=_VERDICTS[audited.holds],
        counts=_counts(audited),
        short=tuple(
            f"{dataset.candidate(cell.candidate).name}: {spaced(cell.outcome)} ({cell.word})"
            for cell in short
        ),
        notes=audited.notes,
    )
