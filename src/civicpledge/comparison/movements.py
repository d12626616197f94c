"""What became of people and offices between two years, as records, tables and sentences."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from attrs import frozen

from civicpledge.comparison.figures import quantity_words
from civicpledge.comparison.stands import AskStand
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Quantity
from civicpledge.model.ids import CandidateId, ResponseId
from civicpledge.scoring.grid import spaced
from civicpledge.scoring.naming import cited, cited_after
from civicpledge.table import ColumnKind, Shown, Table


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
class Maybe:
    """Printed words that may be somebody's, with the figures of their codings; they count for nothing."""

    response: ResponseId
    quantities: tuple[Quantity, ...]


@frozen(kw_only=True)
class Change:
    """
    One person's stands on one ask in two years.

    :ivar maybe_before: words that may be the person's, where there are none for certain
    :ivar maybe_after: likewise
    """

    person: str
    earlier: CandidateId
    later: CandidateId
    link: AskLink
    movement: Movement
    figures_changed: bool
    before: AskStand
    after: AskStand
    maybe_before: tuple[Maybe, ...]
    maybe_after: tuple[Maybe, ...]


@frozen(kw_only=True)
class OfficeTally:
    """
    Where those who stood for one office stood on one ask.

    :ivar unattributed: how many have no words but some that may be theirs
    :ivar quantities: the figures of all words printed, also of those that nobody can place
    """

    committed: int
    due: int
    unattributed: int
    quantities: tuple[Quantity, ...]
    responses: tuple[ResponseId, ...]


@frozen(kw_only=True)
class OfficeChange:
    """Where those who stood for one office stood on one ask, then and now."""

    office: str
    link: AskLink
    before: OfficeTally
    after: OfficeTally


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
        """Give a row for each office and ask: how many committed of how many due, and the figures."""
        return Table.of(_OFFICE_COLUMNS, map(_office_row, self.offices))

    def explain(self) -> str:
        """Say for each stand, a line each, what became of it and in which responses."""
        lines = [self._sentence(change) for change in self.people]
        lines += [self._office_sentence(change) for change in self.offices]
        if self.proposed:
            alike = "; ".join(f"{p.earlier} and {p.later}" for p in self.proposed)
            lines.append(f"Read alike, for a person to accept: {alike}.")
        return "\n".join(lines) or "Nobody stands in both, or no ask is linked."

    def _sentence(self, change: Change) -> str:
        before = _said(self.earlier, change.before, change.maybe_before)
        after = _said(self.later, change.after, change.maybe_after)
        figures = " The figures changed." if change.figures_changed else ""
        movement = spaced(change.movement)
        asks = f"{change.link.earlier} then {change.link.later}"
        who = self.earlier.person(change.person).name
        return f"{who} on {asks}: {movement}. Before: {before}. After: {after}.{figures}"

    def _office_sentence(self, change: OfficeChange) -> str:
        office = self.earlier.office(change.office).title
        asks = f"{change.link.earlier} then {change.link.later}"
        then, now = (
            _tally_words(self.earlier, change.before),
            _tally_words(self.later, change.after),
        )
        return f"{office} on {asks}: {then}, then {now}."


def _said(dataset: Dataset, stand: AskStand, maybe: tuple[Maybe, ...]) -> str:
    words = cited_after(dataset, stand.word, stand.responses)
    figures = _figures(stand.quantities)
    return "; may be theirs: ".join(
        [
            f"{words}, {figures}" if figures else words,
            *(_maybe_words(dataset, one) for one in maybe),
        ]
    )


def _maybe_words(dataset: Dataset, maybe: Maybe) -> str:
    figures = _figures(maybe.quantities)
    return f"{cited(dataset, [maybe.response])}{f', {figures}' if figures else ''}"


def _tally_words(dataset: Dataset, tally: OfficeTally) -> str:
    words = f"{tally.committed} of {tally.due} committed"
    if tally.unattributed:
        words += f" and {tally.unattributed} with words that nobody can place"
    if tally.quantities:
        words += f", figures {_figures(tally.quantities)}"
    return cited_after(dataset, words, tally.responses)


def _figures(quantities: Iterable[Quantity]) -> str:
    return "; ".join(dict.fromkeys(map(quantity_words, quantities)))


_COLUMNS = {
    **dict.fromkeys(("person", "earlier ask", "later ask", "movement"), ColumnKind.TEXT),
    **dict.fromkeys(("before", "after", "figures before", "figures after"), ColumnKind.TEXT),
    "figures changed": ColumnKind.BOOLEAN,
    **dict.fromkeys(("responses before", "responses after"), ColumnKind.TEXT),
    **dict.fromkeys(("may be theirs before", "may be theirs after"), ColumnKind.TEXT),
}
_OFFICE_COLUMNS = {
    **dict.fromkeys(("office", "earlier ask", "later ask"), ColumnKind.TEXT),
    **dict.fromkeys(
        ("committed before", "due before", "committed after", "due after"), ColumnKind.INTEGER
    ),
    **dict.fromkeys(("unattributed before", "unattributed after"), ColumnKind.INTEGER),
    **dict.fromkeys(("figures before", "figures after"), ColumnKind.TEXT),
}


def _row(change: Change) -> tuple[object, ...]:
    before, after = change.before, change.after
    figures = (_figures(s.quantities) or None for s in (before, after))
    maybe = (", ".join(m.response for m in held) or None for held in _maybes(change))
    responses = (", ".join(s.responses) or None for s in (before, after))
    movement = spaced(change.movement)
    asks = (change.link.earlier, change.link.later, movement, before.word, after.word)
    return (change.person, *asks, *figures, change.figures_changed, *responses, *maybe)


def _maybes(change: Change) -> tuple[tuple[Maybe, ...], ...]:
    return change.maybe_before, change.maybe_after


def _office_row(change: OfficeChange) -> tuple[object, ...]:
    then, now = change.before, change.after
    counts = (then.committed, then.due, now.committed, now.due, then.unattributed, now.unattributed)
    figures = (_figures(tally.quantities) or None for tally in (then, now))
    return (change.office, change.link.earlier, change.link.later, *counts, *figures)
