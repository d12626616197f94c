"""Rules for answers to an ask put against a thing: to act against the thing is to grant it."""

from typing import Final

from civicpledge.coding.cues.words import BOOST, NOT, OBJECT, PRAGMATICS, SPEAKER
from civicpledge.coding.rules import Force, Held, Role, Rule
from civicpledge.model.findings import Basis, Stance

OPPOSING_RULES: Final = (
    Rule(
        id="will-oppose",
        role=Role.STAND,
        reason="to say that one will act against the thing, which the ask wants opposed, grants the ask",
        source=PRAGMATICS,
        pattern=(
            rf"{SPEAKER}(?:'ll| will| shall| am going to|'m going to| intend to| am|'m|) "
            rf"?{BOOST}(?:be )?"
            r"(?:oppos(?:e|ing)|vot(?:e|ing) (?:against|no on)|an? (?:\w+ )?(?:vote|no) "
            r"(?:against|on)|rul(?:e|ing) out|refus(?:e|ing)|"
            r"reject(?:ing)?|"
            r"resist(?:ing)?|block(?:ing)?|turn(?:ing)? down|fight(?:ing)?|say(?:ing)? no to|"
            r"declin(?:e|ing)"
            rf"|rul(?:e|ing)(?= (?:it|this|that|them|one) out\b))(?=\b) ?{OBJECT}"
        ),
        stance=Stance.REFUSED,
        basis=Basis.EXPLICIT,
        force=Force.UNDERTAKES,
        held=Held.OPPOSING,
        ask="Will you oppose the sale of the meadow?",
        codes=("I will vote against the sale.", "I rule it out."),
        spares=("I will not oppose it.", "I will vote against the budget."),
    ),
    Rule(
        id="will-not-oppose",
        role=Role.STAND,
        reason="not to oppose, or not to rule out, what the ask wants opposed is a no to the ask",
        source=PRAGMATICS,
        pattern=(
            rf"{SPEAKER}{NOT} {BOOST}(?:be )?(?:oppos(?:e|ing)|vot(?:e|ing) (?:against|no on)|"
            rf"rul(?:e|ing) out|"
            r"refus(?:e|ing)|reject(?:ing)?|resist(?:ing)?|block(?:ing)?|turn(?:ing)? down|"
            rf"stand(?:ing)? in the way of|rul(?:e|ing)(?= (?:it|this|that|them|one|anything) "
            rf"out\b))\b ?{OBJECT}"
        ),
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        held=Held.OPPOSING,
        ask="Will you oppose the sale of the meadow?",
        codes=("I won't oppose the sale.", "I will not rule it out."),
        spares=("I will oppose the sale.", "I won't oppose the budget."),
    ),
)
