"""Rules for doubts: what near an answer may take some of it back, so that it is no longer sure."""

from typing import Final

from civicpledge.coding.cues.words import HEDGING, ISSUE, PRAGMATICS
from civicpledge.coding.rules import Force, Held, Role, Rule
from civicpledge.model.asks import AskForm

_WILL: Final = "Will you run a river ferry?"
_I: Final = r"(?<![\w'])(?:i|we)"
_SHALL: Final = r" will|'ll| would|'d| shall| want to| need to| have to|'m going to| am going to"
_OTHERS: Final = (
    r"(?:the |central |local |national )?(?:government|parliament|treasury|ministers?|ministry"
    r"|whitehall"
    r"|westminster|county|state|province|board|assembly|legislature|council|councillors|chief"
    r" constable"
    r"|operators?|developers?|employers?|officers|schools|trust|unions?)"
    r"|(?:my|our) (?:group|party|colleagues)"
)

DOUBT_RULES: Final = (
    Rule(
        id="something-first",
        role=Role.DOUBT,
        reason="the speaker names something that is to come first, and may decide otherwise",
        source=ISSUE,
        pattern=(
            r"\b(?:pilot(?:ed|ing)?|trial(?:led|ling)?|referendum|feasib\w+|business case"
            r"|(?:impact|full|proper)"
            r" assessment|due diligence|(?:review|stud(?:y|ied)|scrutin\w+|costed|consult(?:ed"
            r"|ation)?)"
            r"(?: \w+){0,3} (?:first|before)|details? (?:need|matter|would|will|to be|is|are"
            r"|has|have)"
            r"|before (?:anything|signing|deciding|voting|committing|i|we (?:commit|decide"
            r"|vote|sign)))\b"
            r"|\bconsult(?:ed|ation)?\b(?! (?:on|with|about)\b)|(?<=\w )first(?=$|[,;])"
            rf"|{_I}(?:{_SHALL})(?: \w+ly)? (?:look|explore|review|study|consider|examine"
            r"|discuss|talk to|think)\b"
        ),
        held=Held.BEYOND,
        codes=("Yes. Consult first.", "Yes. I'd pilot it in one ward."),
        spares=("Yes. It would be the first ferry.",),
    ),
    Rule(
        id="may-not-manage",
        role=Role.DOUBT,
        reason="the speaker says that it may not be managed, not soon, or not all of it",
        source=HEDGING,
        pattern=(
            rf"{_I} (?:can't|cannot|can not|can only|could only)(?! (?:wait|stress|say|imagine"
            r"|think|see why)"
            r"\b)\b"
            r"|\b(?:it|this|that|they) (?:depends?|won't|will not|takes (?!the|a )|will"
            r" take)\b|\bovernight\b"
            r"|\btoo (?:soon|many|much|high|far|fast|ambitious)(?=$|[,;]| for\b)|\b(?:not|more"
            r"|be) realistic\b"
            rf"|{_I}(?:{_SHALL}| do| am| are|'m|'re)? (?:aim|hop|try|aspir)(?:e|ing)?\b"
            r"|\b(?:do|try) (?:my|our)"
            r" (?:\w+ )?best\b|\b(?:it's|it is|that's|that is|as|is) an? (?:\w+ )?(?:target"
            r"|goal|aim|ambition"
            r"|aspiration|ideal)\b|\bas (?:many|much|far|fast|quickly|long) as (?:we|i|the"
            r"|possible|money|budgets?"
            r"|funds?|funding|resources|it)\b|\bwhere (?:we|i) can\b|\bwhere possible\b"
            r"|\bgradual\w*\b"
            r"|\b(?:step by step|one step at|over time|in time|in stages|in phases|phased"
            r"|eventually|some ?day"
            r"|dishonest)\b|^start(?:ing)? (?:with|by|small)\b|\bstarting with\b"
            rf"|{_I}(?:{_SHALL})(?: also| still)? (?:need|have to|want to see|like to see)\b"
            r"|\b(?:it|that|this)(?:'d| would|'ll| will) (?:also |still )?need\b"
            r"|\b(?:go for|more like|until) 20\d\d\b|\bnot (?:this|next) (?:year|term)\b|\bnot"
            r" (?:yet|now|today)\b"
            r"|\b(?:couldn't|can't|cannot|could not) tell you\b|^whether\b|\bdepends? on\b"
        ),
        held=Held.BEYOND,
        codes=("Yes. It won't happen overnight.", "Yes. As many as the budget allows."),
        spares=("Yes. I cannot wait.",),
    ),
    Rule(
        id="leaves-something-out",
        role=Role.DOUBT,
        reason="the speaker speaks of an exception, a worry or another side",
        source=ISSUE,
        pattern=(
            r"\b(?:exempt\w*|exclud\w*|excepti\w*|except (?:for|where|in)|carve|apart from"
            r"|spared?|other than"
            r"|my (?:\w+ )?(?:worry|concern|caveat|condition|reservation|question|caution)|the"
            r" (?:principle|idea|sentiment|aims?|spirit)|one (?:worry|concern"
            r"|caveat|condition|reservation|caution)|(?:be|with|tread) (?:\w+ )?care(?:ful(?:ly)?)?"
            r"|one (?:option|idea|tool|way|part) (?:among|of (?:many|several))|in the meantime"
            r"|rather th[ae]n"
            r"|only (?:if|when|where|for|in|on|as|with|to the|half|some|part))\b|\b(?:though"
            r"|however)$"
            r"|^not (?:all|every|for|on|at|in|to)\b"
        ),
        held=Held.BEYOND,
        codes=("Yes. Small firms should be exempt.", "Yes. My only worry is the fare."),
        spares=("Yes. It is the only way.",),
    ),
    Rule(
        id="up-to-others",
        role=Role.DOUBT,
        reason="the speaker says what others have to do, who may not do it",
        source=ISSUE,
        pattern=(
            rf"\b(?:{_OTHERS})(?:'s)? (?:\w+ )?(?:must|should|would|will|has to|have to|had to"
            r"|needs? to|can"
            r"|could|may|decides?)\b|\bdo (?:it|this|that) (?:all )?(?:alone|on (?:my|our) own)\b"
            r"|\b(?:mayor|council|commissioner|office) can only\b"
            r"|\ba matter for\b|\blet (?:\w+ ){1,3}(?:decide|vote|choose|judge)\b"
        ),
        held=Held.BEYOND,
        codes=("Yes. The government must give us the money.", "Yes. I can't do it alone."),
        spares=("Yes. I will pay for it.",),
    ),
    Rule(
        id="only-an-effort",
        role=Role.DOUBT,
        reason="to work for a thing, or to ask others for it, is less than to do it",
        source=PRAGMATICS,
        pattern=(
            rf"{_I}(?:{_SHALL}|'ve| have| am| are|'m|'re)? (?:\w+ly )?(?:been )?(?:push|press"
            r"|lobby|urg|campaign"
            r"|fight|fought|advocat|argu|encourag|call|mak\w+ the case|rais\w+ (?:it|this"
            r"|that)|writ\w+ to"
            r"|ask|champion|work\w* towards?)(?:e|ed|ing|s)?\b|\b(?:everything|all|what) i can\b"
            r"|\bwork(?:ing)? towards\b"
        ),
        held=Held.BEYOND,
        force=Force.URGES,
        forms=(AskForm.WILL_YOU,),
        ask=_WILL,
        codes=("Yes. I'd push the county to do it.",),
        spares=("Yes. I'll run it.",),
    ),
)
