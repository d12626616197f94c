"""One person across sources: the same, firmer here, contradicted, silent here."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from attrs import frozen

from civicpledge.comparison.figures import quantity_words
from civicpledge.comparison.places import cited
from civicpledge.comparison.stands import AskStand, firmer, stand_on
from civicpledge.model.cells import Cell
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Stance
from civicpledge.model.ids import AskId, PersonId, ResponseId, SourceId, natural_key, several
from civicpledge.normalise.text import text_key
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
    """What one source holds of a person on one ask, or on asks that are the same."""

    source: SourceId
    asks: tuple[AskId, ...]
    agreement: Agreement
    stand: AskStand


@frozen(kw_only=True)
class Mention:
    """
    Words in which the person names somebody else of the dataset, beside what that one said to the ask.

    Whether the two are at odds is for a reader to judge: no rule reads facts.
    """

    response: ResponseId
    names: PersonId
    answers: tuple[ResponseId, ...]


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
        """Give a row for each time the person names somebody else."""
        rows = ((m.response, m.names, ", ".join(m.answers) or None) for m in self.mentions)
        return Table.of(_MENTION_COLUMNS, rows)

    def _name(self) -> str:
        return self.dataset.person(self.person).name

    def explain(self) -> str:
        """Say for each ask and source, a line each, how it sits with the rest and where it is printed."""
        lines = [_sentence(self.dataset, stand) for stand in self.stands]
        lines += [_mention_sentence(self.dataset, mention) for mention in self.mentions]
        return "\n".join(lines) or f"{self._name()} has no words on any ask."


_COLUMNS = dict.fromkeys(
    ("asks", "source", "agreement", "held to be", "figures", "responses"), ColumnKind.TEXT
)
_MENTION_COLUMNS = dict.fromkeys(("response", "names", "their answers"), ColumnKind.TEXT)


def _row(held: SourceStand) -> tuple[object, ...]:
    figures = "; ".join(map(quantity_words, held.stand.quantities)) or None
    responses = ", ".join(held.stand.responses) or None
    agreement = held.agreement.replace("_", " ")
    return (", ".join(held.asks), held.source, agreement, held.stand.word, figures, responses)


def _sentence(dataset: Dataset, held: SourceStand) -> str:
    words = f" ({cited(dataset, held.stand.responses)})" if held.stand.responses else ""
    how = held.agreement.replace("_", " ")
    return f"{', '.join(held.asks)} in {held.source}: {how}, {held.stand.word}{words}."


def _mention_sentence(dataset: Dataset, mention: Mention) -> str:
    said = cited(dataset, (mention.response,))
    theirs = cited(dataset, mention.answers) or "no words on the ask"
    who = dataset.person(mention.names).name
    return f"{said} names {who}, who said: {theirs}."


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


def same_asks(dataset: Dataset) -> tuple[tuple[AskId, ...], ...]:
    """Group the asks that are the same in other words, directly or by way of others."""
    group: dict[AskId, set[AskId]] = {ask.id: {ask.id} for ask in dataset.asks}
    for ask in dataset.asks:
        for other in ask.same_as:
            joined = group[ask.id] | group[other]
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


def _stands(asks: tuple[AskId, ...], cells: dict[SourceId, list[Cell]]) -> Iterator[SourceStand]:
    """Give the stands of one ask by source, where any source has words on it."""
    held: dict[SourceId, AskStand] = {}
    for source, found in cells.items():
        own = [cell for cell in found if cell.ask in asks]
        stand = stand_on([cell for cell in own if cell.answered] or own)
        if stand is not None:
            held[source] = stand
    if not any(stand.answered for stand in held.values()):
        return
    for source, stand in held.items():
        others = (other for name, other in held.items() if name != source)
        agreement = agreement_of(stand, others)
        yield SourceStand(source=source, asks=asks, agreement=agreement, stand=stand)


def _names(dataset: Dataset, person: PersonId) -> dict[str, PersonId]:
    """Give the folded full names, aliases and surnames of everybody else; a shared one names nobody."""
    named: dict[str, set[PersonId]] = {}
    for candidate in dataset.candidates:
        if candidate.person != person:
            full = (candidate.name, *candidate.aliases)
            for name in (*full, candidate.name.split()[-1]):
                named.setdefault(text_key(name), set()).add(candidate.person)
    return {name: found.pop() for name, found in named.items() if name and len(found) == 1}


def _mentioned(text: str, names: dict[str, PersonId], longest: int) -> set[PersonId]:
    """Find whom a text names, by runs of its words."""
    words = text_key(text).split()
    runs = (
        " ".join(words[i : i + size])
        for size in range(1, longest + 1)
        for i in range(len(words) - size + 1)
    )
    return {names[run] for run in runs if run in names}


def _mentions(
    dataset: Dataset, person: PersonId, responses: Iterable[ResponseId]
) -> Iterator[Mention]:
    names = _names(dataset, person)
    longest = max((name.count(" ") + 1 for name in names), default=0)
    for response in responses:
        held = dataset.response(response)
        for other in sorted(_mentioned(held.text, names, longest)):
            asks = {_ask_of(dataset, key) for key in dataset.answered_by(response)}
            answers = _words_on(dataset, other, asks)
            yield Mention(response=response, names=other, answers=answers)


def _ask_of(dataset: Dataset, key: str) -> AskId:
    """Give the ask that an id of an ask or of a part belongs to."""
    return next(ask.id for ask in dataset.asks if key in (ask.id, *(p.id for p in ask.parts)))


def _words_on(dataset: Dataset, person: PersonId, asks: set[AskId]) -> tuple[ResponseId, ...]:
    """List what a person said to any of *asks* or of those that are the same."""
    wanted = {ask for group in same_asks(dataset) if asks & set(group) for ask in group}
    found = (
        response.id
        for candidate in dataset.candidates
        if candidate.person == person
        for cell in dataset.cells(candidate.id)
        if cell.ask in wanted
        for response in cell.responses
    )
    return tuple(dict.fromkeys(found))


def consistency(
    dataset: Dataset, person: str, *, sources: str | Iterable[str] | None = None
) -> Consistency:
    """
    Compare what one person said in each source, ask by ask; asks that are ``same_as`` count as one.

    Beside it, where the person names another candidate, that one's answers to the same ask.

    :param person: a person's id
    :param sources: the sources compared; without it, every source that prints words of theirs
    :raises UnknownIdError: if there is no such person or source
    """
    who = dataset.person(person).id
    own = [r for r in dataset.responses if _person_of(dataset, r.id) == who]
    named = {source for response in own for source in response.sources}
    wanted = sorted(named) if sources is None else [dataset.source(s).id for s in several(sources)]
    cells = _cells_by_source(dataset, who, wanted)
    return Consistency(
        dataset=dataset,
        person=who,
        stands=tuple(stand for asks in same_asks(dataset) for stand in _stands(asks, cells)),
        mentions=tuple(_mentions(dataset, who, [response.id for response in own])),
    )


def _person_of(dataset: Dataset, response: ResponseId) -> PersonId | None:
    speaker = dataset.speaker(response)
    return dataset.candidate(speaker).person if speaker else None
