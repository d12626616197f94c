"""What a text is held to mean: stances, figures, and codings by people and by the codebook."""

import datetime
from enum import StrEnum
from fractions import Fraction

from attrs import Attribute, field, frozen

from civicpledge.model.checks import (
    not_blank,
    optional_id,
    refuse,
    tuple_of,
    typed,
    valid_id,
)
from civicpledge.model.ids import AskId, CodingId, PartId, ResponseId
from civicpledge.model.sources import Extent

CODEBOOK = "codebook"
"""The coder's name that codings by the codebook bear."""

FIRMEST_SPECIFICITY = 3
_LAST = {"year": 9999, "month": 12, "day": 31}
_PERIODS = ("day", "week", "month", "year")


class Stance(StrEnum):
    """How firm an answer is; ``UNCLEAR`` means that the coder abstains."""

    COMMITTED = "committed"
    QUALIFIED = "qualified"
    SUPPORTIVE = "supportive"
    DEFLECTED = "deflected"
    REFUSED = "refused"
    UNCLEAR = "unclear"


class Qualification(StrEnum):
    """In which way a ``QUALIFIED`` answer falls short of the ask."""

    CONDITIONAL = "conditional"
    PARTIAL = "partial"
    OTHER_MEANS = "other_means"


class Basis(StrEnum):
    """What a finding rests on: an answer in so many words, a cue, or a person's judgement."""

    EXPLICIT = "explicit"
    SUGGESTED = "suggested"
    JUDGED = "judged"


class Bound(StrEnum):
    """Which way a figure is bounded."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"


class Owner(StrEnum):
    """Whose figure it is."""

    OWN = "own"
    RECORD = "record"
    BODY = "body"
    ASK = "ask"
    UNKNOWN = "unknown"


class Anchor(StrEnum):
    """What a relative deadline counts from, or the period whose end it means."""

    TAKING_OFFICE = "taking_office"
    ELECTION = "election"
    TERM = "term"
    DECADE = "decade"
    SPEAKING = "speaking"


@frozen(kw_only=True)
class Deadline:
    """
    A point in time by which, as far as the words fix it.

    "by 2029" has a year; "by the end of May" a month and the anchor ``SPEAKING`` (the year is that of the
    speech); "within 12 months of taking office" has ``within=12, unit="month", anchor=TAKING_OFFICE``.

    :ivar within: how many of *unit* from the anchor
    :ivar unit: ``day``, ``week``, ``month`` or ``year``
    """

    year: int | None = field(default=None, validator=typed(int, type(None)))
    month: int | None = field(default=None, validator=typed(int, type(None)))
    day: int | None = field(default=None, validator=typed(int, type(None)))
    within: Fraction | None = field(default=None, validator=typed(Fraction, type(None)))
    unit: str | None = field(default=None, validator=typed(str, type(None)))
    anchor: Anchor | None = field(default=None, validator=typed(Anchor, type(None)))

    def __attrs_post_init__(self) -> None:
        """Refuse a deadline that names no time, or half of one."""
        if self.year is None and self.month is None and self.anchor is None:
            raise refuse(self, "anchor", "is missing where neither year nor month is given")
        if (self.within is None) != (self.unit is None):
            raise refuse(self, "unit", "goes with within")
        if self.unit is not None and self.unit not in _PERIODS:
            raise refuse(self, "unit", f"is none of {', '.join(_PERIODS)}")
        for name, last in _LAST.items():
            value = getattr(self, name)
            if value is not None and not 1 <= value <= last:
                raise refuse(self, name, f"is not between 1 and {last}")


@frozen(kw_only=True)
class Quantity:
    """
    One figure as a careful reader takes it from the words.

    :ivar value: exact; a share is a fraction of one (30 % is 3/10), ``None`` for a bare deadline
    :ivar upper: the upper end of a range
    :ivar unit: a plural noun as printed, ``GBP``, ``EUR``, ``USD``, ``share`` or ``times``
    :ivar rate: ``year``, ``month``, ``week`` or ``day`` for "every year"
    :ivar extent: where the figure stands in the text it was taken from
    """

    value: Fraction | None = field(default=None, validator=typed(Fraction, type(None)))
    upper: Fraction | None = field(default=None, validator=typed(Fraction, type(None)))
    unit: str | None = field(default=None, validator=typed(str, type(None)))
    bound: Bound = field(default=Bound.EXACT, validator=typed(Bound))
    rate: str | None = field(default=None, validator=typed(str, type(None)))
    deadline: Deadline | None = field(default=None, validator=typed(Deadline, type(None)))
    owner: Owner = field(default=Owner.UNKNOWN, validator=typed(Owner))
    extent: Extent | None = field(default=None, validator=typed(Extent, type(None)))

    def __attrs_post_init__(self) -> None:
        """Refuse a quantity of nothing and a range that runs backwards."""
        if self.value is None and self.deadline is None:
            raise refuse(self, "value", "is missing where there is no deadline")
        if self.upper is not None and (self.value is None or self.upper < self.value):
            raise refuse(self, "upper", "is below the value")


@frozen(kw_only=True)
class Fired:
    """
    One rule of the codebook that fired; ``civicpledge.explain`` says it in words.

    :ivar rule: the rule's id; :ivar extent: the words it fired on
    :ivar stance: what it speaks for, if for a stance; :ivar overruled_by: the rule that overruled it
    """

    rule: str = field(validator=valid_id)
    extent: Extent = field(validator=typed(Extent))
    stance: Stance | None = field(default=None, validator=typed(Stance, type(None)))
    overruled_by: str | None = field(default=None, validator=optional_id)


@frozen(kw_only=True)
class Finding:
    """
    What a text is held to mean.

    :ivar qualification: set exactly where the stance is ``QUALIFIED``
    :ivar alternatives: other stances that a careful reader could defend
    :ivar specificity: 0 nothing beyond the ask, 1 a direction, 2 an action that can be checked, 3 with a
        quantity, budget or deadline; ``None`` where nobody judged it
    :ivar evidence: the words that decide, as extents of the response's text
    :ivar fired: the codebook's rules that fired, in the order of the text
    :ivar reason: why a coder abstains, or what decided, in one line

    >>> Finding(stance=Stance.COMMITTED, basis=Basis.JUDGED).qualification is None
    True
    """

    stance: Stance = field(validator=typed(Stance))
    qualification: Qualification | None = field(
        default=None, validator=typed(Qualification, type(None))
    )
    alternatives: tuple[Stance, ...] = field(default=(), validator=tuple_of(Stance))
    specificity: int | None = field(default=None, validator=typed(int, type(None)))
    basis: Basis = field(validator=typed(Basis))
    evidence: tuple[Extent, ...] = field(default=(), validator=tuple_of(Extent))
    quantities: tuple[Quantity, ...] = field(default=(), validator=tuple_of(Quantity))
    fired: tuple[Fired, ...] = field(default=(), validator=tuple_of(Fired))
    reason: str | None = field(default=None, validator=typed(str, type(None)))

    @qualification.validator
    def _qualification_goes_with_qualified(
        self, attribute: "Attribute[Qualification | None]", value: Qualification | None
    ) -> None:
        if (value is not None) != (self.stance is Stance.QUALIFIED):
            raise refuse(self, attribute.name, "is set exactly where the stance is qualified")

    @alternatives.validator
    def _alternatives_are_others(
        self, attribute: "Attribute[tuple[Stance, ...]]", value: tuple[Stance, ...]
    ) -> None:
        if self.stance in value or len(set(value)) != len(value):
            raise refuse(self, attribute.name, "repeats a stance")

    @specificity.validator
    def _specificity_in_range(self, attribute: "Attribute[int | None]", value: int | None) -> None:
        if value is not None and not 0 <= value <= FIRMEST_SPECIFICITY:
            raise refuse(self, attribute.name, "is not between 0 and 3")


@frozen(kw_only=True)
class Coding:
    """
    A finding about one response to one ask, by one coder.

    :ivar part: the part it codes; ``None`` codes the response as to the whole ask
    :ivar coder: a person's id, or ``codebook``
    :ivar date: the day a person coded it; :ivar version: the codebook's version
    :ivar digest: SHA-256 of the words coded, so that a coding cannot slide onto other words
    """

    id: CodingId = field(validator=valid_id)
    response: ResponseId = field(validator=valid_id)
    ask: AskId = field(validator=valid_id)
    part: PartId | None = field(default=None, validator=optional_id)
    coder: str = field(validator=valid_id)
    date: datetime.date | None = field(default=None, validator=typed(datetime.date, type(None)))
    version: str | None = field(default=None, validator=typed(str, type(None)))
    finding: Finding = field(validator=typed(Finding))
    note: str | None = field(default=None, validator=typed(str, type(None)))
    digest: str = field(validator=not_blank)

    def __attrs_post_init__(self) -> None:
        """Refuse a person's coding without a date and the codebook's without a version."""
        if self.coder == CODEBOOK and self.version is None:
            raise refuse(self, "version", "is missing on a coding by the codebook")
        if self.coder != CODEBOOK and self.date is None:
            raise refuse(self, "date", "is missing on a person's coding")
