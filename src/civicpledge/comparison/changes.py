"""The same people and offices in two years: firmer, weaker, dropped, new, other figures."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import product

from attrs import frozen

from civicpledge.comparison.figures import quantity_words
from civicpledge.comparison.places import cited
from civicpledge.comparison.stands import AskStand, firmer, same_figures, stand_on
from civicpledge.errors import UnknownIdError
from civicpledge.matching import text_similarity, word_overlap
from civicpledge.model.asks import Ask
from civicpledge.model.cells import Cell
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Stance
from civicpledge.model.ids import CandidateId, natural_key
from civicpledge.table import ColumnKind, Shown, Table

Links = Mapping[str, str] | Iterable[tuple[str, str]]
"""Earlier ask or part to later ask or part, by id."""

PROPOSED_FROM = 0.5
"""Titles this alike are proposed as the same ask, for a person to accept. A judgement."""


class Movement(StrEnum):
    """
    What became of a stand.

    ``DROPPED`` words then; due now, and there are none (the reason stands beside); ``NEW`` the other way
    round; ``NOT_ASKED_AGAIN`` words then, not due now; ``UNDECIDED`` words twice, one of them without a
    decided stance; ``UNATTRIBUTED`` no words in one year but some that may be theirs; ``NO_WORDS`` in
    neither year.
    """

    FIRMER = "firmer"
    WEAKER = "weaker"
    SAME = "same"
    DROPPED = "dropped"
    NEW = "new"
    NOT_ASKED_AGAIN = "not_asked_again"
    UNDECIDED = "undecided"
    UNATTRIBUTED = "unattributed"
    NO_WORDS = "no_words"


@frozen(kw_only=True)
class AskLink:
    """
    Two asks, or parts, held to be the same.

    :ivar why: given by the caller, ``same_as`` in the data, one id, or the likeness of the titles
    """

    earlier: str
    later: str
    why: str


@frozen(kw_only=True)
class Change:
    """One person's stands on one ask in two years."""

    person: str
    earlier: CandidateId
    later: CandidateId
    link: AskLink
    movement: Movement
    figures_changed: bool
    before: AskStand
    after: AskStand


@frozen(kw_only=True)
class OfficeChange:
    """How many of those who stood for one office were committed on one ask, then and now."""

    office: str
    link: AskLink
    committed_before: int
    due_before: int
    committed_after: int
    due_after: int


@frozen(kw_only=True, repr=False)
class Changes(Shown):
    """
    What changed between two datasets.

    :ivar links: the asks compared
    :ivar proposed: asks that read alike; nothing is compared on them until a caller passes them as links
    :ivar unlinked: earlier asks without a later one, then later asks without an earlier one
    """

    earlier: Dataset
    later: Dataset
    people: tuple[Change, ...]
    offices: tuple[OfficeChange, ...]
    links: tuple[AskLink, ...]
    proposed: tuple[AskLink, ...]
    unlinked: tuple[tuple[str, ...], tuple[str, ...]]

    def __len__(self) -> int:
        """Count the stands compared."""
        return len(self.people)

    def __iter__(self) -> Iterator[Change]:
        """Give the changes one by one."""
        return iter(self.people)

    def to_table(self) -> Table:
        """Give a row for each person and ask."""
        return Table.of(_COLUMNS, map(_row, self.people))

    def office_table(self) -> Table:
        """Give a row for each office and ask: how many were committed of how many due."""
        return Table.of(_OFFICE_COLUMNS, map(_office_row, self.offices))

    def explain(self) -> str:
        """Say for each stand, a line each, what became of it and in which responses."""
        lines = [self._sentence(change) for change in self.people]
        if self.proposed:
            alike = "; ".join(f"{p.earlier} and {p.later}" for p in self.proposed)
            lines.append(f"Read alike, for a person to accept: {alike}.")
        return "\n".join(lines) or "Nobody stands in both, or no ask is linked."

    def _sentence(self, change: Change) -> str:
        before = _said(self.earlier, change.before)
        after = _said(self.later, change.after)
        figures = " The figures changed." if change.figures_changed else ""
        movement = change.movement.replace("_", " ")
        asks = f"{change.link.earlier} then {change.link.later}"
        who = self.earlier.person(change.person).name
        return f"{who} on {asks}: {movement}. Before: {before}. After: {after}.{figures}"


def _said(dataset: Dataset, stand: AskStand) -> str:
    words = f" ({cited(dataset, stand.responses)})" if stand.responses else ""
    return f"{stand.word}{words}"


_COLUMNS = {
    **dict.fromkeys(("person", "earlier ask", "later ask", "movement"), ColumnKind.TEXT),
    **dict.fromkeys(("before", "after", "figures before", "figures after"), ColumnKind.TEXT),
    "figures changed": ColumnKind.BOOLEAN,
    **dict.fromkeys(("responses before", "responses after"), ColumnKind.TEXT),
}
_OFFICE_COLUMNS = {
    **dict.fromkeys(("office", "earlier ask", "later ask"), ColumnKind.TEXT),
    **dict.fromkeys(
        ("committed before", "due before", "committed after", "due after"), ColumnKind.INTEGER
    ),
}


def _row(change: Change) -> tuple[object, ...]:
    before, after = change.before, change.after
    figures = ("; ".join(map(quantity_words, s.quantities)) or None for s in (before, after))
    responses = (", ".join(s.responses) or None for s in (before, after))
    movement = change.movement.replace("_", " ")
    asks = (change.link.earlier, change.link.later, movement, before.word, after.word)
    return (change.person, *asks, *figures, change.figures_changed, *responses)


def _office_row(change: OfficeChange) -> tuple[object, ...]:
    before = (change.committed_before, change.due_before)
    after = (change.committed_after, change.due_after)
    return (change.office, change.link.earlier, change.link.later, *before, *after)


def movement_of(before: AskStand, after: AskStand) -> Movement:
    """Say what became of a stand."""
    if before.unattributed or after.unattributed:
        return Movement.UNATTRIBUTED
    if not before.answered:
        return Movement.NEW if after.answered else Movement.NO_WORDS
    if not after.answered:
        return Movement.DROPPED if after.due else Movement.NOT_ASKED_AGAIN
    if before.stance is None or after.stance is None:
        return Movement.UNDECIDED
    if before.stance is after.stance:
        return Movement.SAME
    return Movement.FIRMER if firmer(after.stance, before.stance) else Movement.WEAKER


def _known(dataset: Dataset) -> dict[str, Ask]:
    """Give the asks of a dataset by their ids and by those of their parts."""
    return {key: ask for ask in dataset.asks for key in (ask.id, *(p.id for p in ask.parts))}


def _links(earlier: Dataset, later: Dataset, given: Links | None) -> Iterator[AskLink]:
    old, new = _known(earlier), _known(later)
    pairs = given.items() if isinstance(given, Mapping) else given or ()
    for first, second in pairs:
        if first not in old or second not in new:
            raise UnknownIdError("ask or part", second if first in old else first)
        yield AskLink(earlier=first, later=second, why="given by the caller")
    yield from _same_as(earlier, later)


def _same_as(earlier: Dataset, later: Dataset) -> Iterator[AskLink]:
    """Link asks by ``same_as``; one that stands in both under one id only where nothing else links it."""
    old, new = _known(earlier), _known(later)
    named = [(ask.id, other) for ask in earlier.asks for other in ask.same_as if other in new]
    naming = [(other, ask.id) for ask in later.asks for other in ask.same_as if other in old]
    for first, second in named:
        yield AskLink(earlier=first, later=second, why="same_as in the earlier data")
    for first, second in naming:
        yield AskLink(earlier=first, later=second, why="same_as in the later data")
    linked = {end for pair in (*named, *naming) for end in pair}
    for ask in earlier.asks:
        if ask.id in new and ask.id not in linked:
            yield AskLink(earlier=ask.id, later=ask.id, why="one id")


def _distinct(links: Iterable[AskLink]) -> tuple[AskLink, ...]:
    """Keep the first link of each two asks, in the order of the asks."""
    held: dict[tuple[str, str], AskLink] = {}
    for link in links:
        held.setdefault((link.earlier, link.later), link)
    return tuple(held[key] for key in sorted(held, key=lambda k: (natural_key(k[0]), k[1])))


def _likeness(first: Ask, second: Ask) -> float:
    """Average how alike the titles are as wholes, and how many words they share."""
    return (
        text_similarity(first.title, second.title) + word_overlap(first.title, second.title)
    ) / 2


def _proposed(
    earlier: Iterable[Ask], later: Iterable[Ask], linked: tuple[AskLink, ...]
) -> Iterator[AskLink]:
    done = {link.earlier for link in linked} | {link.later for link in linked}
    for first in earlier:
        for second in later:
            if first.id in done or second.id in done:
                continue
            alike = _likeness(first, second)
            if alike >= PROPOSED_FROM:
                why = f"the titles are alike by {alike:.2f}"
                yield AskLink(earlier=first.id, later=second.id, why=why)


@frozen
class _Year:
    """One of the two datasets with its cells by candidate."""

    dataset: Dataset
    cells: dict[CandidateId, list[Cell]]

    @classmethod
    def of(cls, dataset: Dataset, sources: str | Iterable[str] | None) -> "_Year":
        cells: dict[CandidateId, list[Cell]] = {}
        for cell in dataset.cells(sources=sources):
            cells.setdefault(cell.candidate, []).append(cell)
        return cls(dataset, cells)

    def stand(self, candidate: CandidateId, key: str) -> AskStand | None:
        """Give a candidate's stand on an ask or a part of one."""
        return stand_on(c for c in self.cells.get(candidate, ()) if key in (c.ask, c.part))


def _people(old: _Year, new: _Year, links: tuple[AskLink, ...]) -> Iterator[Change]:
    again: dict[str, list[CandidateId]] = {}
    for candidate in new.dataset.candidates:
        again.setdefault(candidate.person, []).append(candidate.id)
    for first in old.dataset.candidates:
        for second, link in product(again.get(first.person, ()), links):
            before, after = old.stand(first.id, link.earlier), new.stand(second, link.later)
            if before and after and (before.due or after.due):
                yield _change(first.person, (first.id, second), link, (before, after))


def _change(
    person: str,
    pair: tuple[CandidateId, CandidateId],
    link: AskLink,
    stands: tuple[AskStand, AskStand],
) -> Change:
    before, after = stands
    twice = before.answered and after.answered
    return Change(
        person=person,
        earlier=pair[0],
        later=pair[1],
        link=link,
        movement=movement_of(before, after),
        figures_changed=twice and not same_figures(before.quantities, after.quantities),
        before=before,
        after=after,
    )


def _tally(year: _Year, office: str, key: str) -> tuple[int, int]:
    """Count those committed and those due on one ask, of all who stood for an office."""
    contests = {c.id for c in year.dataset.contests if c.office == office}
    standing = [c.id for c in year.dataset.candidates if c.contest in contests]
    stands = [stand for stand in (year.stand(c, key) for c in standing) if stand and stand.due]
    return sum(stand.stance is Stance.COMMITTED for stand in stands), len(stands)


def _offices(old: _Year, new: _Year, links: tuple[AskLink, ...]) -> Iterator[OfficeChange]:
    later = {office.id for office in new.dataset.offices}
    for office in old.dataset.offices:
        for link in links if office.id in later else ():
            before, after = _tally(old, office.id, link.earlier), _tally(new, office.id, link.later)
            if before[1] or after[1]:
                yield OfficeChange(
                    office=office.id,
                    link=link,
                    committed_before=before[0],
                    due_before=before[1],
                    committed_after=after[0],
                    due_after=after[1],
                )


def _unlinked(dataset: Dataset, linked: set[str]) -> tuple[str, ...]:
    """List the asks of which neither the whole nor a part is linked."""
    whole = {ask.id for key, ask in _known(dataset).items() if key in linked}
    return tuple(ask.id for ask in dataset.asks if ask.id not in whole)


def changes(
    earlier: Dataset,
    later: Dataset,
    *,
    links: Links | None = None,
    earlier_sources: str | Iterable[str] | None = None,
    later_sources: str | Iterable[str] | None = None,
) -> Changes:
    """
    Compare the same people, and the same offices, across two datasets.

    Asks are the same where *links* says so, where one names the other in ``same_as``, or where they have
    one id. Asks whose titles read alike are proposed, and not compared until they are passed as links.

    :param links: earlier ask or part to later ask or part
    :param earlier_sources: count only words printed in these; :param later_sources: likewise
    :raises UnknownIdError: if a link names an ask that is not there
    """
    old, new = _Year.of(earlier, earlier_sources), _Year.of(later, later_sources)
    linked = _distinct(_links(earlier, later, links))
    unlinked = (
        _unlinked(earlier, {link.earlier for link in linked}),
        _unlinked(later, {link.later for link in linked}),
    )
    return Changes(
        earlier=earlier,
        later=later,
        people=tuple(_people(old, new, linked)),
        offices=tuple(_offices(old, new, linked)),
        links=linked,
        proposed=tuple(_proposed(earlier.asks, later.asks, linked)),
        unlinked=unlinked,
    )
