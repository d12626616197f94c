"""Rules for undertakings: what a speaker says they will do."""

from typing import Final

from civicpledge.coding.cues.words import BOOST, CLAUSE, ISSUE, OBJECT, PRAGMATICS, SPEAKER
from civicpledge.coding.rules import Force, Held, Role, Rule
from civicpledge.model.asks import AskForm
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
_ACT: Final = (
    r"(?!(?:all|both|exactly|just|precisely|it|not|never|so|that|them|these|this|those|be|have|"
    r"hope|need|try|vote|"
    r"voting|look|"
    r"consider|support|oppose)\b)[a-z-]{2,18}"
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
            r"(?! (?:is|was)\b)(?! (?:\w+ )?(?:to |that i(?:'ll| will) )?(?:look|consider"
            r"|explor|review|listen|"
            r"discuss|study|examin|try|"
            r"work(?:ing)? (?:on|to|towards?)\b|do(?:ing)? (?:my|our|all|every|what))|"
            r"keep(?:ing)? an)"
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
        id="makes-that-promise",
        role=Role.STAND,
        reason="to make the promise that was asked for is to promise",
        source=PRAGMATICS,
        pattern=(
            rf"{SPEAKER}(?:'ll| will| shall| can|'m| am|)(?: {BOOST}|(?='m))(?:(?:very |more "
            rf"than |only too )?"
            r"(?:happy|glad|proud|pleased|delighted|honou?red) to )?(?:make|give(?: you)?|take|"
            r"sign(?:ing)?(?: up to)?|renew(?:ing)?)"
            r" (?:that|this|your|both|all (?:two|three|four|five)(?: of)?|these|those)(?: "
            r"(?:\w+ )?(?:commitment|pledge|"
            r"promise|undertaking|guarantee|assurance|vow)s?\b|(?=$|,| (?:and|because|today|"
            r"tonight|now)\b))"
            r"|^(?:that's|that is|this is|it's|it is|here is) (?:a|the|one|an?) (?:\w+ "
            r")?(?:commitment|pledge|promise|"
            r"undertaking|guarantee) (?:that )?i(?:'m|'ll|) ?(?:am |can |will )?(?:gladly |"
            r"happily |readily |freely )?"
            r"(?:(?:very |more than )?(?:happy|glad|proud|pleased|ready|prepared|willing|able) "
            r"to )?(?:make|making|give|giving|keep)\b"
        ),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.UNDERTAKES,
        ask=_WILL_YOU,
        codes=("I make that pledge without hesitation.", "That's a promise I am happy to make."),
        spares=("I cannot make that pledge.", "That is a promise I made to my mother."),
    ),
    Rule(
        id="glad-to-commit",
        role=Role.STAND,
        reason="to be happy to commit to the thing, said as an answer, is to commit to it",
        source=PRAGMATICS,
        pattern=(
            rf"(?:{SPEAKER}(?:'m| am|'d be| would be|'ll be| will be) |^){BOOST}(?:more than |"
            rf"only too |extremely )?"
            r"(?:happy|glad|proud|pleased|delighted|honou?red|ready) to {BOOST}(?:commit|pledge|"
            r"promise|sign up|agree)"
            r"(?: myself| ourselves)?(?: (?:to|that))? ?(?P<object>[^;:()–]{0,200})$"
        ).replace("{BOOST}", BOOST),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.UNDERTAKES,
        ask=_WILL_YOU,
        held=Held.DEED,
        codes=("Happy to commit to that.", "I'd be more than happy to commit to a ferry."),
        spares=("I'd be happy to talk about that.", "Happy to commit to better roads."),
    ),
    Rule(
        id="will-do-it",
        role=Role.STAND,
        reason="the ask's own verb, given back in the future with its own thing, promises the deed",
        source=PRAGMATICS,
        pattern=(
            rf"{SPEAKER}(?:'ll| will| shall| am going to|'m going to| are going to|'re going"
            rf" to|(?:'m|'re)? gonna) {BOOST}(?:be )?"
            rf"(?P<act>{_ACT})\b"
            r"(?: (?:up|out|in|back|on|off|down)\b)? ?"
            rf"{OBJECT}"
        ),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.UNDERTAKES,
        ask=_WILL_YOU,
        held=Held.ACT,
        codes=(
            "I will run a ferry on the river.",
            "I'll be running it from May.",
            "I will do that.",
        ),
        spares=("I will run better buses.", "I will not run a ferry.", "I will do my best."),
    ),
    Rule(
        id="would-commit",
        role=Role.STAND,
        reason="would leaves open what the promise hangs on, so it only suggests one",
        source=PRAGMATICS,
        pattern=(
            rf"{SPEAKER}(?:(?:'d| would) {BOOST}(?:be (?:willing|prepared|ready) to )?|(?:'m| "
            rf"am) {BOOST}(?:willing|prepared) to )(?:commit|"
            rf"pledge|promise|sign up)"
            rf"(?: (?:to|that))? ?{_LONG_OBJECT}?$"
        ),
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        ask=_WILL_YOU,
        held=Held.DEED,
        codes=("I would gladly commit to that.",),
        spares=("I would commit to better buses.", "I would not commit to that."),
    ),
    Rule(
        id="will-end-it",
        role=Role.STAND,
        reason="to do away with the thing that others want to see gone grants the ask",
        source=PRAGMATICS,
        pattern=(
            rf"{SPEAKER}(?:'d| would|'ll| will| shall| am going to|'m going to) {BOOST}(?:scrap|"
            rf"end|abolish|repeal|"
            r"stop|cancel|drop|remove|reverse|ditch|bin|kill|halt|withdraw|ban|close|get rid of|"
            r"do away with|"
            rf"phase out|phase(?= (?:it|them|this|these) out\b)|rip out|lift|dismantle) {OBJECT}"
        ),
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        ask="Will you scrap the river ferry?",
        held=Held.KEEPING,
        codes=("I'd get rid of it.", "I will abolish the ferry."),
        spares=("I'd scrap the fares.", "I will stop at nothing."),
    ),
    Rule(
        id="would-do-it",
        role=Role.STAND,
        reason="the ask's own verb, given back with would, leaves open what it hangs on",
        source=PRAGMATICS,
        pattern=(
            rf"{SPEAKER}(?:'d| would) {BOOST}(?:be )?"
            rf"(?P<act>{_ACT})\b"
            r"(?: (?:up|out|in|back|on|off|down)\b)? ?"
            rf"{OBJECT}"
        ),
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        ask="Would you run a river ferry?",
        held=Held.ACT,
        codes=("I would run a ferry.", "I'd do that."),
        spares=("I would run better buses.", "I would not run a ferry."),
    ),
    Rule(
        id="will-be-done",
        role=Role.STAND,
        reason="that the very thing will be done, said by one who can see to it, suggests that they will",
        source=PRAGMATICS,
        pattern=(
            rf"{CLAUSE}(?P<object>[^,;:–]{{2,90}}?)(?:'ll| will| shall) {BOOST}be "
            rf"{BOOST}(?P<act>[a-z-]{{3,18}}(?:ed|en)|built|done|held|kept|made|met|paid|put|set)\b"
        ),
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        forms=(AskForm.WILL_YOU, AskForm.DEMAND),
        ask="Will you repair the river pier?",
        held=Held.OBJECT,
        codes=("The pier will be repaired.", "It will be repaired by May."),
        spares=("The pier will not be repaired.", "The bridge will be repaired."),
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
