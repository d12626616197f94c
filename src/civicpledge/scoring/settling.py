"""What a cell's words are held to mean, once several coders and several answers are settled."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum

from attrs import frozen

from civicpledge.model.cells import Cell, Held
from civicpledge.model.findings import CODEBOOK, Coding, Finding, Qualification, Stance
from civicpledge.model.ids import CodingId, PartId, ResponseId, natural_key
from civicpledge.model.responses import Response

Coders = frozenset[str] | None
"""The coders whose codings count; ``None`` for everybody's."""


class Settlement(StrEnum):
    """Who settled what a response means."""

    ADJUDICATED = "adjudicated"
    PEOPLE = "people"
    SPLIT = "split"
    CODEBOOK = "codebook"
    UNCODED = "uncoded"


@frozen(kw_only=True)
class Settled:
    """
    What one response is held to mean for one ask or part.

    :ivar codings: those that decide: one, or the majority, or all people's where they are split
    """

    response: Response
    by: Settlement
    codings: tuple[Coding, ...] = ()

    @property
    def stance(self) -> Stance | None:
        """The stance all deciding codings share; ``None`` where uncoded or split."""
        if len(self.codings) == 1:
            return self.codings[0].finding.stance
        stances = {coding.finding.stance for coding in self.codings}
        return stances.pop() if len(stances) == 1 else None

    @property
    def qualification(self) -> Qualification | None:
        """The qualification all deciding codings share, if any."""
        found = {coding.finding.qualification for coding in self.codings}
        return found.pop() if len(found) == 1 else None


def _latest_of_each(codings: Iterable[Coding], part: PartId | None) -> list[Coding]:
    """Give each person's coding that holds: of the part rather than the whole, then the latest."""
    held: dict[str, Coding] = {}
    for coding in codings:
        so_far = held.get(coding.coder)
        if so_far is None or _person_key(coding, part) > _person_key(so_far, part):
            held[coding.coder] = coding
    return list(held.values())


def _person_key(coding: Coding, part: PartId | None) -> tuple[bool, str, str]:
    return (coding.part == part, str(coding.date), coding.id)


def _codebook_key(coding: Coding, part: PartId | None) -> tuple[bool, tuple[object, ...], str]:
    return (coding.part == part, natural_key(coding.version or ""), coding.id)


def _of_people(response: Response, people: list[Coding]) -> Settled:
    """Settle by the strict majority of people, else by the range over all of them."""
    stance, votes = Counter(c.finding.stance for c in people).most_common(1)[0]
    if votes * 2 > len(people):
        agreed = tuple(c for c in people if c.finding.stance is stance)
        return Settled(response=response, by=Settlement.PEOPLE, codings=agreed)
    return Settled(response=response, by=Settlement.SPLIT, codings=tuple(people))


def _only(coding: Coding, adjudicated: Collection[CodingId]) -> Settlement:
    """Say who settled a response that has a single coding."""
    if coding.id in adjudicated:
        return Settlement.ADJUDICATED
    return Settlement.CODEBOOK if coding.coder == CODEBOOK else Settlement.PEOPLE


def settle(
    response: Response,
    codings: Iterable[Coding],
    *,
    part: PartId | None = None,
    adjudicated: Collection[CodingId] = (),
) -> Settled:
    """
    Settle one response to one ask or *part*.

    The adjudicated coding holds; else the strict majority of people (each by their latest coding, an
    abstention being a vote for ``unclear``); else the range over people; else the codebook's latest
    version. A coding of the part goes before one of the whole ask by the same coder.
    """
    own = [coding for coding in codings if coding.response == response.id]
    if len(own) == 1:
        return Settled(response=response, by=_only(own[0], adjudicated), codings=tuple(own))
    ruled = [coding for coding in own if coding.id in adjudicated] if adjudicated else []
    if ruled:
        best = max(ruled, key=lambda c: (c.part == part, c.id))
        return Settled(response=response, by=Settlement.ADJUDICATED, codings=(best,))
    people = [coding for coding in own if coding.coder != CODEBOOK]
    if people:
        return _of_people(response, _latest_of_each(people, part))
    if own:
        best = max(own, key=lambda c: _codebook_key(c, part))
        return Settled(response=response, by=Settlement.CODEBOOK, codings=(best,))
    return Settled(response=response, by=Settlement.UNCODED)


@frozen(kw_only=True)
class Verdict:
    """
    What a cell's words are held to mean.

    :ivar occasions: one for each round (its latest response), and one for each document outside of rounds
        (all its responses, of which the firmest counts: a manifesto has no earlier and later)
    """

    occasions: tuple[tuple[Settled, ...], ...]

    @property
    def settled(self) -> tuple[Settled, ...]:
        """Every response that counts, with what it is held to mean."""
        return tuple(one for occasion in self.occasions for one in occasion)

    @property
    def stance(self) -> Stance | None:
        """The one stance of the cell, ``UNCLEAR`` included; ``None`` where uncoded or split."""
        if len(self.occasions) == 1:
            return _firmest(self.occasions[0])
        stances = {_firmest(occasion) for occasion in self.occasions}
        return stances.pop() if len(stances) == 1 else None

    @property
    def decided(self) -> bool:
        """Whether there is one stance, and it is not an abstention."""
        return self.stance not in (None, Stance.UNCLEAR)

    @property
    def qualification(self) -> Qualification | None:
        """The one qualification of a ``QUALIFIED`` cell; ``None`` where coders see several."""
        if self.stance is not Stance.QUALIFIED:
            return None
        found = {s.qualification for s in self.settled if s.stance is Stance.QUALIFIED}
        return found.pop() if len(found) == 1 else None

    @property
    def responses(self) -> tuple[ResponseId, ...]:
        """The responses that count."""
        return tuple(one.response.id for one in self.settled)


FIRMNESS = (
    Stance.COMMITTED,
    Stance.QUALIFIED,
    Stance.SUPPORTIVE,
    Stance.DEFLECTED,
    Stance.REFUSED,
)
"""The decided stances, firmest first."""


def _firmest(occasion: tuple[Settled, ...]) -> Stance | None:
    """Give the firmest stance of an occasion, if nothing undecided could be firmer."""
    if len(occasion) == 1:
        return occasion[0].stance
    stances = [one.stance for one in occasion]
    undecided = [s for s in stances if s is None or s is Stance.UNCLEAR]
    if undecided and Stance.COMMITTED not in stances:
        return None if None in undecided else Stance.UNCLEAR
    return min((s for s in stances if s in FIRMNESS), key=FIRMNESS.index)


def _occasions(responses: Iterable[Response]) -> list[list[Response]]:
    """Group responses, given earliest first, by occasion; of a round only its latest is kept."""
    of_round: dict[str, list[Response]] = {}
    of_document: dict[str, list[Response]] = {}
    for response in responses:
        if response.round is not None:
            of_round[response.round] = [response]
        else:
            of_document.setdefault(response.sources[0], []).append(response)
    return [*of_round.values(), *of_document.values()]


def sole_finding(cell: Cell, coders: Coders = None) -> Finding | None:
    """Give the finding of a cell with a single response and coding, as most have, else ``None``."""
    held = cell.content
    if not isinstance(held, Held) or len(held.codings) != 1 or len(held.responses) != 1:
        return None
    only = held.codings[0]
    return only.finding if coders is None or only.coder in coders else None


def verdict_of(cell: Cell, *, coders: Coders = None) -> Verdict | None:
    """
    Settle what *cell*'s words mean, or give ``None`` where it holds none.

    :param coders: count only codings by these
    """
    if not isinstance(cell.content, Held):
        return None
    held = cell.content
    codings: Sequence[Coding] = held.codings
    if coders is not None:
        codings = [coding for coding in codings if coding.coder in coders]
    if len(held.responses) == 1:
        only = settle(held.responses[0], codings, part=cell.part, adjudicated=held.adjudicated)
        return Verdict(occasions=((only,),))
    occasions = tuple(
        tuple(settle(r, codings, part=cell.part, adjudicated=held.adjudicated) for r in occasion)
        for occasion in _occasions(held.responses)
    )
    return Verdict(occasions=occasions)
