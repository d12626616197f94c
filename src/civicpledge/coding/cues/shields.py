"""Rules for shields: words that look like an answer and are none."""

from typing import Final

from civicpledge.coding.cues.words import ISSUE, READER, SPEAKER
from civicpledge.coding.rules import Role, Rule

SHIELD_RULES: Final = (
    Rule(
        id="reported",
        role=Role.SHIELD,
        reason="what was said on another occasion, or by others, is no answer here",
        source=ISSUE,
        pattern=(
            rf"{SPEAKER} (?:said|replied|told|answered|was asked|were asked|have said|had said)\b"
            r"|\b(?:you|they|he|she|people|some|many|residents|voters|opponents|others|officials) "
            r"(?:have )?"
            r"(?:asked me|say|said|asked|tell me|told me|argue|claim|will say|would say|believe|"
            r"think)\b"
            r"|\b(?:my|his|her|their) (?:opponent|predecessor|rival|"
            r"colleague)s? (?:\w+ ){0,2}(?:said|"
            r"says|supports?|promised|believes?)\b"
        ),
        codes=("You asked me if I would run it and I said, I commit to that.",),
        spares=("I say yes.",),
    ),
    Rule(
        id="embedded",
        role=Role.SHIELD,
        reason="what stands behind I never said that, I doubt that, or whether is not said by the speaker",
        source=READER,
        pattern=(
            r"(?:\b(?:not|never|nobody|no one|none|hardly|few|cannot|nor|neither)|n't)\b(?! only\b)"
            r"[^,;:–]{0,30}?\b(?:agree|argue|believe|certain|claim|commit|convinced|expect|feel|"
            r"guarantee|guess|"
            r"imagine|know|mean|pledge|pretend|promised?|recall|remember|said|say|saying|see|"
            r"suggest|suggesting|"
            r"sure|tell|think|thinking|thought|true)(?: (?:you|me|us|how|why|when|if|whether|to|"
            r"that)){0,2} "
            r"(?=(?:i|we)\b)"
            r"|\bnot (?:something|one|an? \w+|an? \w+ (?!and\b|but\b|or\b|so\b)\w+)(?: that)? "
            r"(?=(?:i|we)\b)"
            r"|\b(?:(?<!no )(?<!not )doubt|wish|hope|wonder|whether|suppose|imagine|unlikely|as "
            r"if|as though|lying if|"
            r"it is said|they say|rumou?r|want to say|could say|like to say)\b(?: \w+){0,3}? "
            r"(?:that )?(?=(?:i|we)\b)"
        ),
        codes=("I never said that I support it.", "People ask whether I support the ferry."),
        spares=("I have no doubt that I support it.", "I am not a sailor and I support it."),
    ),
    Rule(
        id="conceded",
        role=Role.SHIELD,
        reason="what stands behind while or although is granted, not answered",
        source=ISSUE,
        pattern=(
            r"(?:^|[,;–] ?|\band |\bbut )(?:while|whilst|although|though|even though|much as|"
            r"as much "
            r"as) (?=(?:i|we)\b)"
        ),
        codes=("While I support the ferry, I want to see its accounts.",),
        spares=("I support the ferry while it runs.",),
    ),
    Rule(
        id="others-do",
        role=Role.SHIELD,
        reason="a yes to what another body is already doing is no answer of the speaker's",
        source=ISSUE,
        pattern=(
            r"(?:yes|of course|certainly|absolutely),? (?:the|our|my party|this|national|central) "
            r"(?:\w+ ){0,2}(?:is|are|has|have|was|were|did) "
            r"(?:already |now |currently |also |just )?(?:\w+ing|been|done|made|begun|started|"
            r"announced|passed)\b"
        ),
        codes=("Yes, the ministry is moving to do this.",),
        spares=("Yes, I am moving to do this.",),
    ),
)
