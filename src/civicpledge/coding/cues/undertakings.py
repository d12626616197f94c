"""Rules for undertakings: what a speaker says they will do."""

from typing import Final

from civicpledge.coding.cues.words import BOOST, CLAUSE, ISSUE, OBJECT, PRAGMATICS, SPEAKER
from civicpledge.coding.rules import Force, Held, Role, Rule
from civicpledge.model.findings import Basis, Stance

_WILL_YOU: Final = "Will you run a river ferry?"
_NOT_DOING: Final = (
    r"(?!(?:also |certainly |definitely |of course )?(?:not|never|look|consider|review|explore|"
    r"examine|"
    r"evaluate|"
    r"listen|think|try|see|oppose|fight against|vote|be (?:looking|considering|reviewing|open|"
    r"interested|keen|"
    r"interesting|difficult|hard)|need|have|depend|continue to (?:look|listen|consider|monitor)|"
    r"want|"
    r"like|"
    r"talk|say|speak|discuss|continue to work|be able|study|assess|weigh|keep an|take a look|"
    r"scrutini[sz]e|veto|kill|scrap|end|repeal|fight|reverse|undo|cancel|ask|encourage|urge|hope"
    r"|seek|stop|block|resist|aim|strive|endeavou?r|work towards?|lobby|argue|raise (?:it|this)|"
    r"do (?:my|our) (?:very )?(?:best|utmost)|do (?:everything|whatever|what|all (?:i|we|that|"
    r"in))\b|"
    r"attempt)\b)"
)
_LONG_OBJECT: Final = r"(?P<object>[^;:()–]{3,200})"

UNDERTAKING_RULES: Final = (
    Rule(
        id="commits",
        role=Role.STAND,
        reason="to say that one commits to the thing, or pledges it, is to do so",
        source=PRAGMATICS,
        pattern=(
            rf"{SPEAKER}(?:'ll| will| shall| can| do)? (?:today )?{BOOST}(?:commit|pledge|promise|"
            rf"undertake|"
            rf"guarantee|vow|give (?:you )?(?:a|my|that) (?:\w+ )?commitment)(?: myself|"
            rf" ourselves| "
            rf"you)?\b"
            rf"(?: (?:to|that))? ?{_LONG_OBJECT}?$"
        ),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.UNDERTAKES,
        ask=_WILL_YOU,
        held=Held.DEED,
        codes=(
            "I commit to that.",
            "We pledge that the ferry will run.",
            "I will gladly commit to your ask!",
        ),
        spares=("I would like to commit to something.", "I pledged my support years ago."),
    ),
    Rule(
        id="is-committed",
        role=Role.STAND,
        reason="to be committed to the thing says as much, though it is also said of a mere aim",
        source=PRAGMATICS,
        pattern=(rf"{SPEAKER}(?:'m| am| are|'re| remain) {BOOST}(?:committed|pledged) to {OBJECT}"),
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        ask=_WILL_YOU,
        held=Held.OBJECT,
        codes=("I'm fully committed to the ferry.",),
        spares=("I am committed to good schools.", "I am not committed to the ferry."),
    ),
    Rule(
        id="will-do",
        role=Role.STAND,
        reason="a statement in the future of what the speaker will do about the thing",
        source=PRAGMATICS,
        pattern=(
            rf"{SPEAKER}(?:'ll| will| shall| am going to|'m going to| intend to| plan to) "
            rf"{_NOT_DOING}{_LONG_OBJECT}"
        ),
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        ask=_WILL_YOU,
        held=Held.DEED,
        codes=("I will work with you to run a ferry on the river.", "We will do this."),
        spares=("I will look at the ferry.", "I will mend the roads.", "I will not run a ferry."),
    ),
    Rule(
        id="not-only",
        role=Role.STAND,
        reason="not only would I do it says that I would, and more",
        source=ISSUE,
        pattern=(
            rf"\bnot only (?:would|will|do|am) (?:i|we) (?:support|back|favou?r|endorse )?{OBJECT}"
        ),
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        ask=_WILL_YOU,
        held=Held.OBJECT,
        codes=("Not only will I run a river ferry, I will run two.",),
        spares=("Not only will I mend the roads, I will sweep them.",),
    ),
    Rule(
        id="in-my-plan",
        role=Role.SIGN,
        reason="what is printed in a speaker's own manifesto or plan is undertaken",
        source=PRAGMATICS,
        pattern=(
            rf"{CLAUSE}(?P<object>[^.;–]{{0,160}}?)\b(?:will be|is|are|it's|"
            rf"has been) (?:\w+ )?(?:in|"
            r"included in|"
            r"part of) my (?:[\w&'-]+ ){0,5}?"
            r"(?:manifesto|plan|platform|programme|program|budget)\b"
            r"|\bthere will be a (?:\w+ )?commitment (?:on|to|over|about) (?P<what>this|that|it)\b"
        ),
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        ask=_WILL_YOU,
        held=Held.DEED,
        codes=("That will be in my river plan.", "It is included in my manifesto."),
        spares=("First I must find out whether it is in my plan.",),
    ),
    Rule(
        id="past-promise",
        role=Role.SHIELD,
        reason="what was pledged, supported or done in the past is a record, not an answer",
        source=ISSUE,
        pattern=(
            rf"{SPEAKER}(?:'ve| have)? (?:already |previously |also )*(?:supported|"
            rf"pledged|voted|backed|championed|advocated|campaigned)\b"
        ),
        codes=("I have supported ferries in the past.", "I voted for boats."),
        spares=("I support the ferry.",),
    ),
)
