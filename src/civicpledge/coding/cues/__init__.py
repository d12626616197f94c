"""The rules of the codebook, family by family."""

from typing import Final

from civicpledge.coding.cues.answers import ANSWER_RULES
from civicpledge.coding.cues.limits import LIMIT_RULES
from civicpledge.coding.cues.shields import SHIELD_RULES
from civicpledge.coding.cues.signs import SIGN_RULES
from civicpledge.coding.cues.stands import STAND_RULES
from civicpledge.coding.cues.undertakings import UNDERTAKING_RULES
from civicpledge.coding.rules import Rule

RULES: Final[tuple[Rule, ...]] = (
    *ANSWER_RULES,
    *STAND_RULES,
    *UNDERTAKING_RULES,
    *SIGN_RULES,
    *LIMIT_RULES,
    *SHIELD_RULES,
)
"""Every rule, in the order they are tried."""
