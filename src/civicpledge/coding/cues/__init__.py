"""The rules of the codebook, family by family."""

from typing import Final

from attrs import evolve

from civicpledge.coding.cues.answers import ANSWER_RULES
from civicpledge.coding.cues.doubts import DOUBT_RULES
from civicpledge.coding.cues.idioms import IDIOM_RULES
from civicpledge.coding.cues.limits import LIMIT_RULES
from civicpledge.coding.cues.opposing import OPPOSING_RULES
from civicpledge.coding.cues.records import RECORDS
from civicpledge.coding.cues.refusals import AGAINST_RULES
from civicpledge.coding.cues.reports import REPORT_RULES
from civicpledge.coding.cues.shields import SHIELD_RULES
from civicpledge.coding.cues.signs import SIGN_RULES
from civicpledge.coding.cues.stands import STAND_RULES
from civicpledge.coding.cues.undertakings import UNDERTAKING_RULES
from civicpledge.coding.rules import Rule, Voice
from civicpledge.model.responses import Wording

_FAMILIES: Final[tuple[Rule, ...]] = (
    *ANSWER_RULES,
    *IDIOM_RULES,
    *STAND_RULES,
    *AGAINST_RULES,
    *OPPOSING_RULES,
    *UNDERTAKING_RULES,
    *SIGN_RULES,
    *LIMIT_RULES,
    *DOUBT_RULES,
    *SHIELD_RULES,
    *REPORT_RULES,
)
RULES: Final = tuple(evolve(rule, record=RECORDS.get(rule.id)) for rule in _FAMILIES)
"""Every rule, in the order they are tried."""
_SPOKEN: Final = tuple(rule for rule in RULES if rule.voice is Voice.SPEAKER)
_REPORTED: Final = tuple(rule for rule in RULES if rule.id != "reported")


def rules_for(wording: Wording) -> tuple[Rule, ...]:
    """Give the rules for words of this kind: what is reported is no answer, but where all of it is."""
    return _REPORTED if wording is Wording.REPORTED else _SPOKEN
