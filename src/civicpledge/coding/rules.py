"""The form of a codebook rule: a documented cue, what it speaks for, and the texts that prove it."""

import re
from enum import StrEnum
from functools import cache

from attrs import Attribute, field, frozen

from civicpledge.model.asks import AskForm
from civicpledge.model.checks import not_blank, refuse, tuple_of, typed, valid_id
from civicpledge.model.findings import Basis, Qualification, Stance


class Role(StrEnum):
    """
    What a rule does when its cue is met.

    ``LEAD`` answers where a text begins; ``STAND`` takes a side on a thing that must be the ask;
    ``SIGN`` speaks for a stance wherever it stands; ``LIMIT`` takes something back from the answer of
    its sentence; ``DOUBT`` leaves an answer as it is, but no longer sure; ``SHIELD`` says that the words
    of its sentence are no answer.
    """

    LEAD = "lead"
    STAND = "stand"
    SIGN = "sign"
    LIMIT = "limit"
    DOUBT = "doubt"
    SHIELD = "shield"


class Held(StrEnum):
    """What of a cue is held against the ask."""

    NOTHING = "nothing"
    OBJECT = "object"
    AGAINST = "against"
    DEED = "deed"
    SENTENCE = "sentence"
    ACT = "act"
    OPPOSING = "opposing"
    UNDOING = "undoing"
    KEEPING = "keeping"
    BEYOND = "beyond"
    ECHO = "echo"


class Voice(StrEnum):
    """Whose words a rule reads: the speaker's own, or those of somebody who reports the speaker."""

    SPEAKER = "speaker"
    REPORT = "report"


class Force(StrEnum):
    """What a speaker does with the words a rule fires on."""

    UNDERTAKES = "undertakes"
    ASSENTS = "assents"
    URGES = "urges others"
    PRAISES = "praises"
    ASSERTS = "asserts"


@frozen(kw_only=True)
class Record:
    """
    How often a rule was right where it decided, on answers coded by hand.

    :ivar right: how often; :ivar of: of how many; :ivar on: the answers it was measured on
    """

    right: int = field(validator=typed(int))
    of: int = field(validator=typed(int))
    on: str = field(validator=not_blank)


@frozen(kw_only=True)
class Rule:
    """
    One rule of the codebook.

    :ivar reason: why the cue means what it is held to mean
    :ivar source: where the rule comes from
    :ivar pattern: what to look for in the plain, lower-case words of one sentence
    :ivar held: what must be the ask: the head of the cue's group ``object``, any word of it (a long
        ``DEED``), any word of the sentence; for ``AGAINST`` the object, which is the thing
        where an ask is put against one; for ``ACT`` the object, and the group ``act`` the ask's own
        verb; for ``OPPOSING`` the object, of an ask put against it; for ``UNDOING`` the object, of an ask
        that is itself not for an end or a change, for ``KEEPING`` of one that is; for ``BEYOND`` nothing
        may be the ask's own word, for ``ECHO`` everything must be
    :ivar voice: ``REPORT`` for a rule that is tried only on words told by somebody else
    :ivar stance: what it speaks for; ``None`` for a shield and for a limit that only weakens
    :ivar forms: the forms of ask it speaks to; empty for all
    :ivar ask: the ask its examples answer
    :ivar codes: invented texts that the rule fires on; :ivar spares: invented texts that it must not
    """

    id: str = field(validator=valid_id)
    role: Role = field(validator=typed(Role))
    reason: str = field(validator=not_blank)
    source: str = field(validator=not_blank)
    pattern: str = field(validator=not_blank)
    stance: Stance | None = field(default=None, validator=typed(Stance, type(None)))
    qualification: Qualification | None = field(
        default=None, validator=typed(Qualification, type(None))
    )
    basis: Basis = field(default=Basis.SUGGESTED, validator=typed(Basis))
    held: Held = field(default=Held.NOTHING, validator=typed(Held))
    voice: Voice = field(default=Voice.SPEAKER, validator=typed(Voice))
    force: Force = field(default=Force.ASSERTS, validator=typed(Force))
    forms: tuple[AskForm, ...] = field(default=(), validator=tuple_of(AskForm))
    ask: str = field(default="Do you support a river ferry?", validator=typed(str))
    codes: tuple[str, ...] = field(validator=tuple_of(str))
    spares: tuple[str, ...] = field(validator=tuple_of(str))
    record: Record | None = field(default=None, validator=typed(Record, type(None)))

    @qualification.validator
    def _qualification_goes_with_qualified(
        self, attribute: "Attribute[Qualification | None]", value: Qualification | None
    ) -> None:
        if (value is not None) != (self.stance is Stance.QUALIFIED):
            raise refuse(self, attribute.name, "is set exactly where the stance is qualified")

    @property
    def cue(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first looked for: most programs that import code nothing."""
        return _compiled(self.pattern)

    def speaks_to(self, form: AskForm) -> bool:
        """Tell whether the rule is made for asks of this *form*."""
        return not self.forms or form in self.forms


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
