"""
What speaks for and against a name being a person's: every rule, its direction, points and words.

A rule says one thing about a name as printed beside a name on the roster. Points are natural
logarithms of odds; those of all rules that hold are added. They were fitted by conditional logit
(an option "somebody else" with odds 1 beside the options of the roster) on names of politicians
printed by parliaments and press beside registers, see ``docs/explanation/matching.md``.
"""

from enum import StrEnum
from typing import Final

from attrs import frozen


class Direction(StrEnum):
    """What a piece of evidence does to the match."""

    AGREES = "agrees"
    UNKNOWN = "unknown"
    DISAGREES = "disagrees"


@frozen(kw_only=True)
class Evidence:
    """
    One thing that speaks for or against an option, or leaves it open.

    :ivar about: ``surname``, ``given name``, ``middle name``, ``suffix``, ``place``, ``title``,
        ``party``, ``rarity``, ``decision``
    :ivar points: natural logarithm of the odds that it adds
    :ivar says: the evidence in words
    """

    about: str
    direction: Direction
    points: float
    says: str


@frozen(kw_only=True)
class Rule:
    """One rule of comparison: what it is about, its direction, its points, and its words."""

    name: str
    about: str
    direction: Direction
    points: float
    says: str


_AGREES, _UNKNOWN, _DISAGREES = Direction.AGREES, Direction.UNKNOWN, Direction.DISAGREES

_TABLE: Final = (
    ("surname", "surname", _AGREES, 2.9, "the surname is the same"),
    ("surname-last-word", "surname", _AGREES, 0.1, "the last word of the surname is the same"),
    ("surname-one-word", "surname", _AGREES, 1.4, "one word of the surname is the same"),
    ("surname-clash", "surname", _DISAGREES, -3.0, "other words of the surname differ"),
    ("surname-near", "surname", _AGREES, 1.5, "the surnames differ by one letter"),
    ("surname-far", "surname", _AGREES, -0.8, "the surnames are spelled alike"),
    ("surname-onset", "surname", _DISAGREES, -3.1, "the surnames begin with another letter"),
    ("surname-others", "surname", _DISAGREES, -0.8, "the surname as printed is another's in scope"),
    ("two-slips", "surname", _DISAGREES, -3.2, "neither surname nor given name is quite the same"),
    ("reordered", "surname", _AGREES, 5.9, "all words are the same in another order"),
    ("subset", "surname", _AGREES, 3.2, "all words of one name stand in the other"),
    ("overlap", "surname", _AGREES, 3.6, "two words of the names are the same"),
    (
        "swapped",
        "surname",
        _AGREES,
        -1.3,
        "the surname of one stands in the other with its initial",
    ),
    ("given", "given name", _AGREES, 2.4, "the given name is the same"),
    ("given-nickname", "given name", _AGREES, 1.9, "the given names are forms of one name"),
    ("given-shared", "given name", _AGREES, -0.2, "the given names are short for one name"),
    ("given-initial", "given name", _AGREES, 1.2, "the initial is the same"),
    ("given-initial-of", "given name", _AGREES, 0.5, "the roster's initial is the same"),
    ("given-short", "given name", _AGREES, 1.4, "one given name begins the other"),
    ("given-near", "given name", _AGREES, 1.5, "the given names are spelled alike"),
    (
        "given-near-known",
        "given name",
        _DISAGREES,
        -2.7,
        "the given names are two names spelled alike",
    ),
    ("bare-given", "given name", _AGREES, 2.0, "the one name printed is the given name"),
    ("given-is-middle", "given name", _AGREES, 0.4, "the given name is the roster's middle name"),
    ("middle-is-given", "given name", _AGREES, 0.8, "the middle name is the roster's given name"),
    ("given-missing", "given name", _UNKNOWN, -0.3, "no given name is printed"),
    ("given-unlisted", "given name", _UNKNOWN, -0.6, "the roster has no given name"),
    ("given-onset", "given name", _UNKNOWN, -1.5, "the given names begin alike"),
    ("given-differs", "given name", _DISAGREES, -6.2, "the given names differ"),
    ("given-letter", "given name", _DISAGREES, -4.2, "the given names share their initial only"),
    ("initial-differs", "given name", _DISAGREES, -4.3, "the initial differs"),
    ("middle", "middle name", _AGREES, 0.4, "the middle name is the same"),
    ("middle-initial", "middle name", _AGREES, 0.3, "the middle initial is the same"),
    ("middle-near", "middle name", _UNKNOWN, 0.0, "the middle names are spelled alike"),
    ("middle-extra", "middle name", _UNKNOWN, 0.1, "the roster has no middle name"),
    ("middle-absent", "middle name", _UNKNOWN, -0.5, "no middle name is printed"),
    ("middle-differs", "middle name", _DISAGREES, -4.7, "the middle names differ"),
    ("suffix", "suffix", _AGREES, 0.1, "the suffix is the same"),
    ("suffix-differs", "suffix", _DISAGREES, -2.0, "the suffix differs"),
    ("suffix-one", "suffix", _UNKNOWN, 0.0, "one of the names has no suffix"),
    ("place", "place", _AGREES, 3.9, "the place is the same"),
    ("place-differs", "place", _DISAGREES, -1.5, "the place differs"),
    ("place-one", "place", _UNKNOWN, -0.9, "the roster does not tell the place"),
    ("rank", "title", _AGREES, 0.7, "the rank is the same"),
    ("rank-one", "title", _UNKNOWN, -2.3, "one of the names has a rank"),
    ("rank-differs", "title", _DISAGREES, -4.0, "the titles differ"),
    ("sex-differs", "title", _DISAGREES, -3.8, "the titles are of different sexes"),
    ("party", "party", _AGREES, 1.5, "the party is the same"),
    ("party-differs", "party", _DISAGREES, -2.0, "the party differs"),
    ("rarity", "rarity", _UNKNOWN, -1.0, "people of that surname on the roster"),
    ("base", "rarity", _UNKNOWN, -0.6, "some name in print is somebody's on no roster"),
)

RULES: Final = tuple(
    Rule(name=n, about=a, direction=d, points=p, says=s) for n, a, d, p, s in _TABLE
)
"""Every rule in the order of its number."""

NUMBER: Final = {rule.name: number for number, rule in enumerate(RULES)}
POINTS: Final = tuple(rule.points for rule in RULES)
