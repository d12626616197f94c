"""What was put to whom: rounds, themes, asks and their parts, and what an office can do about them."""

import datetime
from enum import StrEnum

import attrs

from civicpledge.model.checks import (
    not_blank,
    optional_id,
    tuple_of,
    typed,
    valid_id,
    valid_ids,
)
from civicpledge.model.findings import Quantity
from civicpledge.model.ids import (
    AskId,
    CandidateId,
    ContestId,
    OfficeId,
    PartId,
    PersonId,
    RoundId,
    ThemeId,
)
from civicpledge.model.sources import Span


class RoundKind(StrEnum):
    """The occasion on which asks were put."""

    ASSEMBLY = "assembly"
    LETTER = "letter"
    QUESTIONNAIRE = "questionnaire"
    HUSTINGS = "hustings"
    OTHER = "other"


class ParticipationStatus(StrEnum):
    """How a person took part in a round."""

    ATTENDED = "attended"
    REPRESENTED = "represented"
    IN_WRITING = "in_writing"
    WITHDREW = "withdrew"
    DID_NOT_REPLY = "did_not_reply"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class Participation:
    """
    How one person took part in a round, as a candidate, for one, or in another capacity.

    :ivar candidate: the candidacy in which they took part; ``None`` for a landowner's chief executive
    :ivar on_behalf_of: the candidate whom this person spoke for
    :ivar role: the capacity as printed ("Leader of the Council")
    :ivar party_as_printed: the party of one who stands for nothing, and so has no candidacy to hold it
    """

    person: PersonId = attrs.field(validator=valid_id)
    candidate: CandidateId | None = attrs.field(default=None, validator=optional_id)
    status: ParticipationStatus = attrs.field(
        default=ParticipationStatus.UNKNOWN, validator=typed(ParticipationStatus)
    )
    on_behalf_of: CandidateId | None = attrs.field(default=None, validator=optional_id)
    role: str | None = attrs.field(default=None, validator=typed(str, type(None)))
    party_as_printed: str | None = attrs.field(default=None, validator=typed(str, type(None)))
    span: Span | None = attrs.field(default=None, validator=typed(Span, type(None)))
    note: str | None = attrs.field(default=None, validator=typed(str, type(None)))


@attrs.frozen(kw_only=True)
class Round:
    """
    Asks put to candidates on one occasion.

    :ivar contests: the contests whose candidates it concerns
    :ivar field: the candidates it put its asks to; everybody else on the ballot was *not asked*
    :ivar headcount: how many people came, where one number can be held to be right
    :ivar headcount_as_printed: every head count the sources give: ``("241", "250")``, ``("hundreds",)``
    :ivar note: what else is told of the occasion, in our own words: a deed celebrated, who should have come
    """

    id: RoundId = attrs.field(validator=valid_id)
    title: str = attrs.field(validator=not_blank)
    kind: RoundKind = attrs.field(default=RoundKind.ASSEMBLY, validator=typed(RoundKind))
    date: datetime.date | None = attrs.field(
        default=None, validator=typed(datetime.date, type(None))
    )
    host: str | None = attrs.field(default=None, validator=typed(str, type(None)))
    place: str | None = attrs.field(default=None, validator=typed(str, type(None)))
    contests: tuple[ContestId, ...] = attrs.field(default=(), validator=valid_ids)
    field: tuple[CandidateId, ...] = attrs.field(default=(), validator=valid_ids)
    participation: tuple[Participation, ...] = attrs.field(
        default=(), validator=tuple_of(Participation)
    )
    headcount: int | None = attrs.field(default=None, validator=typed(int, type(None)))
    headcount_as_printed: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    note: str | None = attrs.field(default=None, validator=typed(str, type(None)))


@attrs.frozen(kw_only=True)
class Theme:
    """A heading that groups asks of one round."""

    id: ThemeId = attrs.field(validator=valid_id)
    round: RoundId = attrs.field(validator=valid_id)
    title: str = attrs.field(validator=not_blank)


class AskForm(StrEnum):
    """
    How an ask is worded, which decides what "I support it" means.

    It is a yes to ``DO_YOU_SUPPORT`` and only support to ``WILL_YOU``.
    """

    WILL_YOU = "will_you"
    DO_YOU_SUPPORT = "do_you_support"
    OPEN = "open"
    DEMAND = "demand"
    UNKNOWN = "unknown"


class PartForm(StrEnum):
    """Whether a part can be committed to, or asks for words only ("how many, and where?")."""

    LIMB = "limb"
    OPEN = "open"


@attrs.frozen(kw_only=True)
class Part:
    """
    One printed limb of a compound ask.

    :ivar form: an ``OPEN`` limb is recorded, not scored
    :ivar same_as: asks of other rounds that ask for this limb alone
    """

    id: PartId = attrs.field(validator=valid_id)
    number: str | None = attrs.field(default=None, validator=typed(str, type(None)))
    text: str = attrs.field(validator=not_blank)
    form: PartForm = attrs.field(default=PartForm.LIMB, validator=typed(PartForm))
    same_as: tuple[AskId, ...] = attrs.field(default=(), validator=valid_ids)


@attrs.frozen(kw_only=True)
class Ask:
    """
    A request put to candidates.

    :ivar number: as printed: ``"7"``, ``"2a"``
    :ivar text: the request in full, where it is longer than the title
    :ivar target: what would fulfil it, in figures
    :ivar same_as: asks of other rounds that ask the same in other words
    :ivar appearances: where the ask is printed
    """

    id: AskId = attrs.field(validator=valid_id)
    round: RoundId = attrs.field(validator=valid_id)
    number: str | None = attrs.field(default=None, validator=typed(str, type(None)))
    title: str = attrs.field(validator=not_blank)
    text: str | None = attrs.field(default=None, validator=typed(str, type(None)))
    form: AskForm = attrs.field(default=AskForm.UNKNOWN, validator=typed(AskForm))
    theme: ThemeId | None = attrs.field(default=None, validator=optional_id)
    parts: tuple[Part, ...] = attrs.field(default=(), validator=tuple_of(Part))
    target: tuple[Quantity, ...] = attrs.field(default=(), validator=tuple_of(Quantity))
    same_as: tuple[AskId, ...] = attrs.field(default=(), validator=valid_ids)
    appearances: tuple[Span, ...] = attrs.field(default=(), validator=tuple_of(Span))

    @property
    def label(self) -> str:
        """What readers know the ask by: its number as printed, else the end of its id."""
        return self.number or self.id.removeprefix(f"{self.round}.")

    @property
    def limbs(self) -> tuple[Part, ...]:
        """The parts that are scored; empty for an ask that is scored as a whole."""
        return tuple(part for part in self.parts if part.form is PartForm.LIMB)


class Power(StrEnum):
    """
    What an office can do about an ask.

    ``NONE`` says in so many words that the ask lies outside the remit; so does the lack of a remit.
    """

    DECIDES = "decides"
    FUNDS = "funds"
    CONVENES = "convenes"
    INFLUENCES = "influences"
    NONE = "none"


@attrs.frozen(kw_only=True)
class Remit:
    """
    What one office can do about one ask.

    :ivar note: the reason, or the words it rests on
    :ivar span: where those words stand
    """

    ask: AskId = attrs.field(validator=valid_id)
    office: OfficeId = attrs.field(validator=valid_id)
    power: Power = attrs.field(validator=typed(Power))
    note: str | None = attrs.field(default=None, validator=typed(str, type(None)))
    span: Span | None = attrs.field(default=None, validator=typed(Span, type(None)))
