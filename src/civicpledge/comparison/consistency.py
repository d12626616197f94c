"""One person across sources: the same, firmer here, contradicted, silent here."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from attrs import frozen

from civicpledge.comparison.figures import quantity_words
from civicpledge.comparison.mentions import Mention, Mentions, own_documents
from civicpledge.comparison.stands import AskStand, firmer, said_same, stand_on
from civicpledge.model.cells import Cell
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Stance
from civicpledge.model.ids import PersonId, ResponseId, SourceId, natural_key, several
from civicpledge.scoring.grid import spaced
from civicpledge.scoring.naming import cited_after
from civicpledge.table import ColumnKind, Shown, Table


class Agreement(StrEnum):
    """
    How what a source holds on an ask sits with the person's other sources.

    ``FIRMER_HERE`` than some other source, ``WEAKER_HERE`` than some and firmer than none; ``CONTRADICTED``
    backed in one and refused in another; ``SILENT_HERE`` words elsewhere only;
    ``UNDECIDED`` words without a decided stance; ``ONLY_HERE`` nothing to compare with.
    """

    SAME = "same"
    FIRMER_HERE = "firmer_here"
    WEAKER_HERE = "weaker_here"
    CONTRADICTED = "contradicted"
    SILENT_HERE = "silent_here"
    UNDECIDED = "undecided"
    ONLY_HERE = "only_here"


@frozen(kw_only=True)
class SourceStand:
    """What one source holds of a person on one ask, or on asks and parts that are the same."""

    source: SourceId
    asks: tuple[str, ...]
    agreement: Agreement
    stand: AskStand


@frozen(kw_only=True, repr=False)
class Consistency(Shown):
    """One person's stands by ask and source, and their words about others."""

    dataset: Dataset
    person: PersonId
    stands: tuple[SourceStand, ...]
    mentions: tuple[Mention, ...]

    def __len__(self) -> int:
        """Count the stands."""
        return len(self.stands)

    def __iter__(self) -> Iterator[SourceStand]:
        """Give the stands one by one."""
        return iter(self.stands)

    def to_table(self) -> Table:
        """Give a row for each ask and source."""
        return Table.of(_COLUMNS, map(_row, self.stands))

    def mention_table(self) -> Table:
        """Give a row for each time the person names somebody else, with both sides' words."""
        rows = (mention.row(self.dataset) for mention in self.mentions)
        return Table.of(_MENTION_COLUMNS, rows)

    def _name(self) -> str:
        return self.dataset.person(self.person).name

    def explain(self) -> str:
        """Say for each ask and source, a line each, how it sits with the rest and where it is printed."""
        lines = [_sentence(self.dataset, stand) for stand in self.stands]
        lines += [mention.sentence(self.dataset) for mention in self.mentions]
        return "\n".join(lines) or f"{self._name()} has no words on any ask."


_COLUMNS = dict.fromkeys(
    ("asks", "source", "agreement", "held to be", "figures", "responses"), ColumnKind.TEXT
)
_MENTION_COLUMNS = dict.fromkeys(
    ("names", "words", "printed in", "asks", "why", "their words", "their responses"),
    ColumnKind.TEXT,
)


def _row(held: SourceStand) -> tuple[object, ...]:
    figures = "; ".join(map(quantity_words, held.stand.quantities)) or None
    responses = ", ".join(held.stand.responses) or None
    agreement = spaced(held.agreement)
    return (", ".join(held.asks), held.source, agreement, held.stand.word, figures, responses)


def _sentence(dataset: Dataset, held: SourceStand) -> str:
    words = cited_after(dataset, held.stand.word, held.stand.responses)
    how = spaced(held.agreement)
    return f"{', '.join(held.asks)} in {held.source}: {how}, {words}."


_BACKING = frozenset({Stance.COMMITTED, Stance.QUALIFIED, Stance.SUPPORTIVE})


def agreement_of(own: AskStand, others: Iterable[AskStand]) -> Agreement:
    """Say how one source's stand sits with those of the other sources that have words."""
    rest = [other for other in others if other.answered]
    if not own.answered:
        return Agreement.SILENT_HERE
    if not rest:
        return Agreement.ONLY_HERE
    stances = [other.stance for other in rest if other.stance is not None]
    if own.stance is None or not stances:
        return Agreement.UNDECIDED
    sides = {stance in _BACKING for stance in (own.stance, *stances) if _takes_side(stance)}
    if len(sides) > 1 and _takes_side(own.stance):
        return Agreement.CONTRADICTED
    if any(firmer(own.stance, stance) for stance in stances):
        return Agreement.FIRMER_HERE
    weaker = any(firmer(stance, own.stance) for stance in stances)
    return Agreement.WEAKER_HERE if weaker else Agreement.SAME


def _takes_side(stance: Stance) -> bool:
    return stance in _BACKING or stance is Stance.REFUSED


def same_asks(dataset: Dataset) -> tuple[tuple[str, ...], ...]:
    """Group the asks that are the same in other words, directly or by way of others; parts likewise."""
    linked = list(said_same(dataset))
    keys = [*(ask.id for ask in dataset.asks), *(end for link in linked for end in link)]
    group: dict[str, set[str]] = {key: {key} for key in keys}
    for first, second in linked:
        joined = group[first] | group[second]
        for member in joined:
            group[member] = joined
    distinct = {tuple(sorted(members, key=natural_key)) for members in group.values()}
    return tuple(sorted(distinct, key=lambda members: natural_key(members[0])))


def _cells_by_source(
    dataset: Dataset, person: PersonId, sources: Iterable[SourceId]
) -> dict[SourceId, list[Cell]]:
    candidacies = [c.id for c in dataset.candidates if c.person == person]
    return {
        source: [cell for c in candidacies for cell in dataset.cells(c, sources=[source])]
        for source in sources
    }


def _stands(asks: tuple[str, ...], cells: dict[SourceId, list[Cell]]) -> Iterator[SourceStand]:
    """Give the stands of one ask by source, where any source has words on it."""
    held: dict[SourceId, AskStand] = {}
    for source, found in cells.items():
        own = [cell for cell in found if cell.ask in asks or cell.part in asks]
        stand = stand_on([cell for cell in own if cell.answered] or own)
        if stand is not None:
            held[source] = stand
    if not any(stand.answered for stand in held.values()):
        return
    for source, stand in held.items():
        others = (other for name, other in held.items() if name != source)
        agreement = agreement_of(stand, others)
        yield SourceStand(source=source, asks=asks, agreement=agreement, stand=stand)


def consistency(
    dataset: Dataset, person: str, *, sources: str | Iterable[str] | None = None
) -> Consistency:
    """
    Compare what one person said in each source, ask by ask; asks that are ``same_as`` count as one.

    Beside it, where the person names another candidate, that one's answers to the same ask: in the
    person's responses, and in manifestos of theirs that the dataset carries as documents (see
    ``with_documents``). Whether the two are at odds is left to a person: no rule reads facts.

    :param person: a person's id
    :param sources: the sources compared; without it, every source that prints words of theirs
    :raises UnknownIdError: if there is no such person or source
    """
    who = dataset.person(person).id
    own = [r for r in dataset.responses if _person_of(dataset, r.id) == who]
    named = {source for response in own for source in response.sources}
    wanted = sorted(named) if sources is None else [dataset.source(s).id for s in several(sources)]
    cells = _cells_by_source(dataset, who, wanted)
    same = same_asks(dataset)
    mentions = Mentions.of(dataset, who, same)
    found = [mention for response in own for mention in mentions.in_response(response)]
    for document in own_documents(dataset, own, wanted):
        found += mentions.in_document(document)
    return Consistency(
        dataset=dataset,
        person=who,
        stands=tuple(stand for asks in same for stand in _stands(asks, cells)),
        mentions=tuple(found),
    )


def _person_of(dataset: Dataset, response: ResponseId) -> PersonId | None:
    speaker = dataset.speaker(response)
    return dataset.candidate(speaker).person if speaker else None
