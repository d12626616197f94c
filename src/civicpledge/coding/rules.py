"""The form of a codebook rule: a documented cue, what it speaks for, and the texts that prove it."""

import re
from enum import StrEnum

from attrs import field, frozen

from civicpledge.model.asks import AskForm
from civicpledge.model.checks import not_blank, tuple_of, typed, valid_id
from civicpledge.model.findings import Basis, Qualification, Stance


class Role(StrEnum):
    """What a rule does when its cue is met."""

    ANSWER = "answer"
    LIMIT = "limit"
    SHIELD = "shield"


class Place(StrEnum):
    """Where in a text a cue counts."""

    LEAD = "lead"
    ANYWHERE = "anywhere"


@frozen(kw_only=True)
class Rule:
    """
    One rule of the codebook.

    :ivar reason: why the cue means what it is held to mean
    :ivar source: where the rule comes from
    :ivar cue: what to look for in the plain, lower-case words of one sentence; a group ``object`` is held
        against the ask
    :ivar codes: invented texts that the rule fires on; :ivar spares: invented texts that it must not
    :ivar forms: the forms of ask it speaks to; empty for all
    """

    id: str = field(validator=valid_id)
    role: Role = field(default=Role.ANSWER, validator=typed(Role))
    reason: str = field(validator=not_blank)
    source: str = field(validator=not_blank)
    cue: re.Pattern[str] = field(repr=lambda cue: cue.pattern)
    place: Place = field(default=Place.ANYWHERE, validator=typed(Place))
    stance: Stance | None = field(default=None, validator=typed(Stance, type(None)))
    qualification: Qualification | None = field(
        default=None, validator=typed(Qualification, type(None))
    )
    basis: Basis = field(default=Basis.SUGGESTED, validator=typed(Basis))
    forms: tuple[AskForm, ...] = field(default=(), validator=tuple_of(AskForm))
    codes: tuple[str, ...] = field(validator=tuple_of(str))
    spares: tuple[str, ...] = field(validator=tuple_of(str))

    def speaks_to(self, form: AskForm) -> bool:
        """Tell whether the rule is made for asks of this *form*."""
        return not self.forms or form in self.forms
