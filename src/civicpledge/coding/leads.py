"""Rules for answers in so many words: a yes or a no where an answer begins."""

import re
from typing import Final

from civicpledge.coding.rules import Place, Rule
from civicpledge.model.findings import Basis, Stance

LEAD_RULES: Final = (
    Rule(
        id="yes",
        reason="A yes, alone or before a full stop, a comma or the speaker's own clause, answers the ask.",
        source="Any reader; in the open measuring half 23 of 24 such answers were coded committed.",
        cue=re.compile(
            r"(?:well,? |oh,? )?(?:yes|yeah|yep|absolutely|definitely|certainly|of course|most certainly)"
            r"(?=\s*(?:[.!,;:–…]|$|i\b|we\b))(?!,? (?:but|however|although|though|and no)\b)"
        ),
        place=Place.LEAD,
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        codes=("Yes. The ferry should run.", "Absolutely, I would.", "Of course I will."),
        spares=(
            "Yes, but not this year.",
            "Absolutely not.",
            "Yes the ministry is moving on that.",
        ),
    ),
    Rule(
        id="no",
        reason="A no, alone or before a full stop or a comma, answers the ask.",
        source="Any reader.",
        cue=re.compile(
            r"(?:well,? |oh,? )?"
            r"(?:no|nope|absolutely not|certainly not|definitely not|not at all|of course not)"
            r"(?=\s*(?:[.!,;:–…]|$|i\b))(?!,? (?:but|however|although|though)\b)"
        ),
        place=Place.LEAD,
        stance=Stance.REFUSED,
        basis=Basis.EXPLICIT,
        codes=("No. The pier is fine as it is.", "Absolutely not."),
        spares=("No, but I would look at it.", "No doubt the pier matters."),
    ),
)
