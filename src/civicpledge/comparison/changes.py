"""The same people and offices in two years: firmer, weaker, dropped, new, other figures."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from attrs import frozen

from civicpledge.comparison.movements import (
    AskLink,
    Change,
    Changes,
    Maybe,
    Movement,
    OfficeChange,
    OfficeTally,
)
from civicpledge.comparison.stands import AskStand, firmer, said_same, same_figures, stand_on
from civicpledge.errors import UnknownIdError, closest
from civicpledge.matching import text_similarity, word_overlap
from civicpledge.model.asks import Ask
from civicpledge.model.cells import Cell
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Coding, Quantity, Stance
from civicpledge.model.ids import CandidateId, ResponseId, natural_key
from civicpledge.model.people import told_apart
from civicpledge.scoring.settling import settle

Links = Mapping[str, str] | Iterable[tuple[str, str]]
"""Earlier ask or part to later ask or part, by id."""

PROPOSED_FROM = 0.5
"""Titles this alike are proposed as the same ask, for a person to accept. A judgement."""


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
            wanted, known = (second, new) if first in old else (first, old)
            raise UnknownIdError("ask or part", wanted, closest(wanted, known))
        yield AskLink(earlier=first, later=second, why="given by the caller")
    yield from _same_as(earlier, later)


def _same_as(earlier: Dataset, later: Dataset) -> Iterator[AskLink]:
    """
    Link asks and parts by ``same_as``.

    An ask that stands in both under one id is linked so only where nothing else links it.
    """
    old, new = _known(earlier), _known(later)
    named = [(key, other) for key, other in said_same(earlier) if other in new]
    naming = [(other, key) for key, other in said_same(later) if other in old]
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


def _likeness(first: str, second: str) -> float:
    """Average how alike two titles are as wholes, and how many words they share."""
    return (text_similarity(first, second) + word_overlap(first, second)) / 2


def _texts(dataset: Dataset) -> Iterator[tuple[Ask, str, str]]:
    """Give what may be proposed: each ask by its title and each scored part by its text."""
    for ask in dataset.asks:
        yield ask, ask.id, ask.title
        yield from ((ask, limb.id, limb.text) for limb in ask.limbs)


def _proposed(earlier: Dataset, later: Dataset, linked: tuple[AskLink, ...]) -> Iterator[AskLink]:
    """Pair asks and parts that read alike, of which neither is linked yet."""
    done = {link.earlier for link in linked} | {link.later for link in linked}
    for (ask, key, text), (other, second, reads) in product(_texts(earlier), _texts(later)):
        if done.isdisjoint((ask.id, key, other.id, second)):
            alike = _likeness(text, reads)
            if alike >= PROPOSED_FROM:
                why = f"they read alike by {alike:.2f}"
                yield AskLink(earlier=key, later=second, why=why)


@frozen
class _Year:
    """One of the two datasets with its cells by candidate and its codings by response."""

    dataset: Dataset
    cells: dict[CandidateId, list[Cell]]
    codings: dict[ResponseId, list[Coding]]

    @classmethod
    def of(cls, dataset: Dataset, sources: str | Iterable[str] | None) -> "_Year":
        cells: dict[CandidateId, list[Cell]] = {}
        for cell in dataset.cells(sources=sources):
            cells.setdefault(cell.candidate, []).append(cell)
        codings: dict[ResponseId, list[Coding]] = {}
        for coding in dataset.codings:
            codings.setdefault(coding.response, []).append(coding)
        return cls(dataset, cells, codings)

    def stand(self, candidate: CandidateId, key: str) -> AskStand | None:
        """Give a candidate's stand on an ask or a part of one."""
        return stand_on(c for c in self.cells.get(candidate, ()) if key in (c.ask, c.part))

    def maybe(self, stand: AskStand) -> tuple[Maybe, ...]:
        """Give the words that may be the candidate's, each with the figures of its codings."""
        if stand.answered:
            return ()
        return tuple(Maybe(response=r, quantities=self._figures(r)) for r in stand.possible)

    def _figures(self, response: ResponseId) -> tuple[Quantity, ...]:
        settled = settle(self.dataset.response(response), self.codings.get(response, ()))
        return tuple(dict.fromkeys(q for c in settled.codings for q in c.finding.quantities))


def _standing_again(old: Dataset, new: Dataset) -> dict[str, list[CandidateId]]:
    """Give the later candidacies of each person, but for those whom a register tells apart."""
    known = {person.id: person for person in old.people}
    apart = {p.id for p in new.people if p.id in known and told_apart(known[p.id], p)}
    again: dict[str, list[CandidateId]] = {}
    for candidate in new.candidates:
        if candidate.person not in apart:
            again.setdefault(candidate.person, []).append(candidate.id)
    return again


def _people(old: _Year, new: _Year, links: tuple[AskLink, ...]) -> Iterator[Change]:
    again = _standing_again(old.dataset, new.dataset)
    for first in old.dataset.candidates:
        for second, link in product(again.get(first.person, ()), links):
            before, after = old.stand(first.id, link.earlier), new.stand(second, link.later)
            if before and after and (before.due or after.due):
                maybe = old.maybe(before), new.maybe(after)
                yield _change((first.id, second), link, (before, after), maybe, first.person)


def _change(
    pair: tuple[CandidateId, CandidateId],
    link: AskLink,
    stands: tuple[AskStand, AskStand],
    maybe: tuple[tuple[Maybe, ...], tuple[Maybe, ...]],
    person: str,
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
        maybe_before=maybe[0],
        maybe_after=maybe[1],
    )


def _tally(year: _Year, office: str, key: str) -> OfficeTally:
    """Count where all who stood for an office stand on one ask, of those to whom it was due."""
    contests = {c.id for c in year.dataset.contests if c.office == office}
    standing = [c.id for c in year.dataset.candidates if c.contest in contests]
    stands = [stand for stand in (year.stand(c, key) for c in standing) if stand and stand.due]
    maybe = [one for stand in stands for one in year.maybe(stand)]
    said = [r for stand in stands for r in stand.responses] + [one.response for one in maybe]
    figures = [q for stand in stands for q in stand.quantities]
    figures += [q for one in maybe for q in one.quantities]
    return OfficeTally(
        committed=sum(stand.stance is Stance.COMMITTED for stand in stands),
        due=len(stands),
        unattributed=sum(stand.unattributed for stand in stands),
        quantities=tuple(dict.fromkeys(figures)),
        responses=tuple(dict.fromkeys(said)),
    )


def _offices(old: _Year, new: _Year, links: tuple[AskLink, ...]) -> Iterator[OfficeChange]:
    later = {office.id for office in new.dataset.offices}
    for office in old.dataset.offices:
        for link in links if office.id in later else ():
            before, after = _tally(old, office.id, link.earlier), _tally(new, office.id, link.later)
            if before.due or after.due:
                yield OfficeChange(office=office.id, link=link, before=before, after=after)


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

    People are the same by their id, unless a register knows the two under different numbers.
    Asks are the same where *links* says so, where one names the other in ``same_as``, or where they have
    one id. Asks whose titles read alike are proposed, and not compared until they are passed as links.

    :param links: earlier ask or part to later ask or part
    :param earlier_sources: count only words printed in these; :param later_sources: likewise
    :raises UnknownIdError: if a link names an ask that is not there
    """
    old, new = _Year.of(earlier, earlier_sources), _Year.of(later, later_sources)
    linked = _distinct(_links(earlier, later, links))
    ends = {end for link in linked for end in (link.earlier, link.later)}
    unlinked = (_unlinked(earlier, ends), _unlinked(later, ends))
    return Changes(
        earlier=earlier,
        later=later,
        people=tuple(_people(old, new, linked)),
        offices=tuple(_offices(old, new, linked)),
        links=linked,
        proposed=tuple(_proposed(earlier, later, linked)),
        unlinked=unlinked,
    )
