"""What became of a name as printed: matched, ambiguous or unmatched, each with its evidence."""

import math
from typing import Final

from attrs import frozen

from civicpledge.matching.evidence import NUMBER, RULES, Direction, Evidence
from civicpledge.model.ids import PersonId
from civicpledge.model.people import Candidate

_RARITY: Final = NUMBER["rarity"]
_HIDDEN: Final = frozenset({NUMBER["base"]})


@frozen(kw_only=True)
class Option:
    """
    A candidate a name may stand for.

    :ivar similarity: 0 to 1, the share of the odds that this option takes beside all others and beside
        "somebody who is not on the roster"
    :ivar points: the sum of the points of its rules, natural logarithm of odds
    :ivar rules: the numbers of the rules that hold
    :ivar bearers: how many people in scope bear the surname
    """

    candidate: Candidate
    similarity: float
    points: float
    rules: tuple[int, ...]
    bearers: int

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Everything that speaks for or against this option, or leaves it open."""
        facts = [
            Evidence(about=r.about, direction=r.direction, points=r.points, says=r.says)
            for r in (RULES[number] for number in self.rules if number not in _HIDDEN)
        ]
        if self.bearers:
            facts.append(_rarity(self.bearers))
        return tuple(facts)

    def explain(self) -> str:
        """Say the evidence as one sentence."""
        clauses = [f"{fact.says}{_SIGN[fact.direction]}" for fact in self.evidence]
        return f"{self.candidate.name}: {', '.join(clauses) or 'nothing is the same'}"


_SIGN: Final = {
    Direction.AGREES: "",
    Direction.UNKNOWN: " (open)",
    Direction.DISAGREES: " (against)",
}


def _rarity(bearers: int) -> Evidence:
    says = (
        "nobody else in scope bears the surname"
        if bearers == 1
        else f"{bearers} people in scope bear the surname"
    )
    direction = Direction.AGREES if bearers == 1 else Direction.UNKNOWN
    return Evidence(about="rarity", direction=direction, points=rarity_points(bearers), says=says)


def rarity_points(bearers: int) -> float:
    """Give the points for a surname that *bearers* people in scope bear: fewer the more there are."""
    return _RARITY_POINTS[min(bearers, _MOST)]


_MOST: Final = 30
_RARITY_POINTS: Final = tuple(RULES[_RARITY].points * math.log(max(n, 1)) for n in range(_MOST + 1))


@frozen(kw_only=True)
class Matched:
    """
    The name is this candidate's.

    :ivar name: the name as printed
    :ivar similarity: 0 to 1, how sure
    :ivar decided: why, where a person decided it
    """

    name: str
    candidate: Candidate
    similarity: float
    option: Option
    decided: str | None = None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Everything that speaks for or against the match."""
        if self.decided is None:
            return self.option.evidence
        decided = Evidence(
            about="decision",
            direction=Direction.AGREES,
            points=0.0,
            says=f"decided: {self.decided}",
        )
        return (decided, *self.option.evidence)

    def explain(self) -> str:
        """Say in one sentence why *name* is the candidate's."""
        if self.decided is not None:
            return f"“{self.name}” is {self.candidate.name}: decided by a person ({self.decided})."
        return f"“{self.name}” is {self.option.explain()} (similarity {self.similarity:.2f})."


@frozen(kw_only=True)
class Ambiguous:
    """
    The name fits several candidacies and nothing decides, or one with a doubt that ``why`` tells.

    :ivar options: all that fit, the likeliest first
    :ivar person: the person, where several options are all candidacies of one
    """

    name: str
    options: tuple[Option, ...]
    why: str
    person: PersonId | None = None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What speaks for and against the first of the options."""
        return self.options[0].evidence if self.options else ()

    def explain(self) -> str:
        """Say in one sentence whom the name fits."""
        options = "; ".join(option.explain() for option in self.options)
        return f"“{self.name}” is ambiguous, {self.why}: {options}."


@frozen(kw_only=True)
class Unmatched:
    """
    The name is nobody's on this roster, so far as can be told.

    :ivar nearest: options that come nearest, the likeliest first; never more than five
    :ivar why: the reason in words
    """

    name: str
    nearest: tuple[Option, ...]
    why: str

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What speaks for and against the nearest option."""
        return self.nearest[0].evidence if self.nearest else ()

    def explain(self) -> str:
        """Say in one sentence why nobody was matched."""
        if not self.nearest:
            return f"“{self.name}” is unmatched: {self.why}."
        return f"“{self.name}” is unmatched, {self.why}; nearest {self.nearest[0].explain()}."


Outcome = Matched | Ambiguous | Unmatched
