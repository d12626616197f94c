"""Rules for answers in other words than yes and no: idioms, the marks of a form, a conclusion drawn."""

from typing import Final

from civicpledge.coding.cues.answers import INTRO, OWN_CLAUSE
from civicpledge.coding.cues.words import ISSUE, PRAGMATICS, READER
from civicpledge.coding.rules import Force, Held, Role, Rule
from civicpledge.model.asks import AskForm
from civicpledge.model.findings import Basis, Stance

_AGREES_WHOLLY: Final = (
    r"(?<!\w)(?:i|we) (?:could not|couldn't|cannot|can't) (?:be more (?:supportive|in "
    r"favou?r)|(?:agree|support|back|endorse)"
    r"(?: (?:it|this|that|with (?:it|this|that|you)))? (?:more|enough|strongly enough))\b"
)

IDIOM_RULES: Final = (
    Rule(
        id="gladly",
        role=Role.LEAD,
        reason="a word of ready assent that is the whole of the first sentence is a yes",
        source=READER,
        pattern=(
            rf"{INTRO}(?:gladly|happily|with (?:great )?pleasure|will do|too right|you bet|"
            r"(?:it|that) would be (?:my|a) (?:great )?(?:pleasure|privilege|honour|honor)|"
            r"(?:(?:i'd|i would|we'd|i am|i'm) (?:be )?)?(?:very |more than |only too )?"
            r"(?:happy|glad|delighted|proud|pleased|honou?red) to(?: do (?:so|it|that|this))?)"
            r"(?=\s*(?:[.!]|$))"
        ),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.ASSENTS,
        codes=("Gladly. The quay is dark.", "Will do.", "I'd be happy to."),
        spares=("Gladly, if it pays.", "Happy to talk about it."),
    ),
    Rule(
        id="naturally",
        role=Role.LEAD,
        reason="a word that takes the thing for granted, or for done, most likely stands for a yes",
        source=READER,
        pattern=(
            rf"{INTRO}(?:obviously|naturally|indeed|affirmative|by all means|for sure|every "
            rf"time|done|the lot|"
            r"all of (?:it|them)|every (?:single )?one(?: of them)?|any day(?: of the week)?|"
            r"with both hands|"
            r"all (?:two|three|four|five|six|seven|eight|nine|ten)(?: of them)?)(?=\s*(?:[.!]|$))"
        ),
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        codes=("Naturally. The quay is dark.", "All three of them."),
        spares=("Indeed the quay is dark.", "All of them but one."),
    ),
    Rule(
        id="marked-for",
        role=Role.LEAD,
        reason="the answer of a form: the word for being for it is the whole of the first sentence",
        source=READER,
        pattern=(
            r"(?:happy to support|all for|(?:\w+ly )?(?:support|agree|approve|endorse|in"
            r" favou?r|for))(?: it| this)?"
            r"(?=\s*(?:[.!]|$))"
        ),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.ASSENTS,
        forms=(AskForm.DO_YOU_SUPPORT,),
        codes=("Support.", "Strongly agree"),
        spares=("Support with conditions.", "Agree that it is dark."),
    ),
    Rule(
        id="marked-against",
        role=Role.LEAD,
        reason="the answer of a form: the word for being against it is the whole of the first sentence",
        source=READER,
        pattern=(
            r"(?:\w+ly )?(?:oppose|opposed|against|disagree|not in favou?r|do not support|"
            r"don't support"
            r"|do not agree|negative|thumbs down|i beg to differ|(?:would not|wouldn't|will"
            r" not|won't|cannot|can't)"
            r"(?: (?:do|support|back|agree to|commit to))?)(?: it| this| that)?(?:,? (?:sorry"
            r"|i'm afraid|i am afraid))?"
            r"(?=\s*(?:[.!–]|-\s|$))"
        ),
        stance=Stance.REFUSED,
        basis=Basis.EXPLICIT,
        codes=("Oppose", "Strongly opposed.", "Not in favor."),
        spares=("Opposed to delay.", "Against the clock, we ran it."),
    ),
    Rule(
        id="could-not-agree-more",
        role=Role.SIGN,
        reason="said of a thing one agrees with wholly, though its words hold a not",
        source=ISSUE,
        pattern=_AGREES_WHOLLY,
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        forms=(AskForm.DO_YOU_SUPPORT, AskForm.UNKNOWN),
        codes=("I couldn't agree more.",),
        spares=("I couldn't agree.",),
    ),
    Rule(
        id="could-not-agree-more-only",
        role=Role.SIGN,
        reason="to agree wholly, given to a request to do something, promises nothing",
        source="The form of the ask decides what support means; see the words of the model.",
        pattern=_AGREES_WHOLLY,
        stance=Stance.SUPPORTIVE,
        force=Force.PRAISES,
        forms=(AskForm.WILL_YOU, AskForm.DEMAND, AskForm.OPEN),
        ask="Will you run a river ferry?",
        codes=("I couldn't agree more.",),
        spares=("I couldn't agree.",),
    ),
    Rule(
        id="thinks-so",
        role=Role.LEAD,
        reason="an opinion that it is so is a yes, a shade softer than the word",
        source=READER,
        pattern=(
            r"(?:yes, )?(?:i|we) (?:do |certainly |definitely )?(?:think|believe) (?:so\b"
            r"|(?:that|it)(?=[.!,;]|$))|"
            r"sure(?=[.,!;–]|"
            r"$)"
        ),
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        codes=("I think so.", "Sure, why not."),
        spares=("I do not think so.", "I hope so."),
    ),
    Rule(
        id="does-not-think-so",
        role=Role.LEAD,
        reason="an opinion that it is not so is a no",
        source=READER,
        pattern=(
            r"(?:no, )?(?:i|we) (?:do not|don't|really don't) (?:think|believe) so\b|"
            r"probably not\b|"
            r"not really\b"
        ),
        stance=Stance.REFUSED,
        codes=("I don't think so.", "Probably not."),
        spares=("I think so.",),
    ),
    Rule(
        id="says-in",
        role=Role.LEAD,
        reason="an idiom of assent or promise that opens the answer, and is a whole sentence",
        source=PRAGMATICS,
        pattern=(
            rf"{INTRO}(?:(?:you can )?count (?:me|us) in|you can (?:count|rely) on (?:me|us|my "
            r"(?:support|vote))|sign (?:me|us) up|consider it (?:done|pledged|promised)"
            r"|committed|pledged|deal|"
            r"consider (?:me|us) (?:in|on board|signed up|committed)|it's a deal|it is a deal|"
            r"(?:(?:put|mark) (?:me|us) down|count (?:me|us)) (?:as|for) (?:an? )?(?:firm |"
            r"definite |clear |big )?yes|"
            r"(?:you have|you've got|you'll have|i give you) my (?:full |firm |solemn |clear )?"
            r"(?:word|commitment|pledge|promise|guarantee)|(?:that's|that is|it's|it is|this is) a "
            r"(?:firm |solemn |cast-iron )?(?:promise|pledge|commitment|deal)|i promise|(?:i'm"
            r"|i am|we're|we are) (?:all )?in|"
            r"(?:i'd|i would|i'll|i will) (?:gladly |happily )?sign (?:it|that|this|up to (?:it|"
            r"that|this)))"
            r"(?: (?:today|tomorrow|tonight|now|right now|this minute|on the spot|in a heartbeat|"
            r"(?:for|on|to|with) (?:this|that|it|both|all (?:two|three|four|five)(?: of them)?)))?"
            rf"(?=\s*(?:[.!;:–…(]|-\s|$|,\s*{OWN_CLAUSE}))"
        ),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.UNDERTAKES,
        codes=("Count me in.", "You have my word on that.", "I'd sign that tomorrow."),
        spares=(
            "Count me in for better buses.",
            "You have my word that I will listen.",
            "Count me in, once the money is there.",
        ),
    ),
    Rule(
        id="counts-in",
        role=Role.SIGN,
        reason="an idiom in which a speaker joins in, or says that it is as good as done",
        source=PRAGMATICS,
        pattern=(
            r"(?<!don't )\b(?:count me in|sign me up|consider it done|you can count on (?:me|"
            r"my support|my "
            r"vote)|put me down (?:for|as) (?:a |an )?(?:\w+ )?yes|where do i sign|i(?:'d|"
            r" would|'ll| will)"
            r" sign (?:it|that|this)|consider me (?:in|on board|signed up)|put (?:me|us) down "
            r"for (?:it|this|that))\b"
            r"|^(?:i am|i'm) (?:all )?in\b(?=\s*(?:[.!,;:–…]|-\s|$))"
            r"|\b(?:that's|that is|this is) (?:a|my) (?:\w+ )?promise\b(?! (?:that )?(?:i|we)\b)"
        ),
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        codes=("Count me in.", "Consider it done."),
        spares=("Count the boats in.",),
    ),
    Rule(
        id="counts-out",
        role=Role.SIGN,
        reason="an idiom in which a speaker stays out, or says that it will not be",
        source=PRAGMATICS,
        pattern=(
            r"\b(?:count me out|(?:cannot|can't|can not) (?:give you|say)(?: an?)? yes|"
            r"(?:that's|it's|this is|"
            r"it is) a (?:hard|"
            r"firm|clear) no|put me down (?:for|as) (?:a |an )?(?:\w+ )?no\b|"
            r"you(?: will not| won't|'ll not| will never|'ll never) find me (?:supporting|"
            r"backing|voting for)|"
            r"in good conscience (?:support"
            r"|vote|back)|leave well (?:enough )?alone|i(?:'d| would) be lying if i)\b"
        ),
        stance=Stance.REFUSED,
        codes=("Count me out.", "I can't say yes."),
        spares=("Count me in.", "Count the boats out."),
    ),
    Rule(
        id="never-while-i-live",
        role=Role.STAND,
        reason="over my dead body is a no to doing the thing, and a yes to opposing it",
        source=READER,
        pattern=(
            r"^(?:not on my watch|over my dead body|not under me|not while i(?:'m| am) "
            r"(?:here|mayor|around|leader|in charge)|(?:(?:it|that)(?:'s| is) )?(?:never|not)"
            r" (?:going to|gonna) happen)\b"
            r"(?P<object>)"
        ),
        stance=Stance.REFUSED,
        held=Held.UNDOING,
        codes=("Not on my watch.",),
        spares=("It would be over my dead body that it closed.",),
    ),
    Rule(
        id="then-yes",
        role=Role.SIGN,
        reason="a yes that is drawn as the conclusion of what was said before",
        source=READER,
        pattern=(
            r"(?:^(?:so|and so|therefore|thus|that is why|but|and)[:,]?|, (?:and )?so,?) (?:my "
            r"answer is |it's |it's a )?yes"
            rf"(?=\s*(?:[.!]|$|,? {OWN_CLAUSE}))"
        ),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.ASSENTS,
        codes=("The quay is dark. So yes, I support the ferry.",),
        spares=("So yes, the quay is dark.", "Yes and no."),
    ),
    Rule(
        id="my-word",
        role=Role.SIGN,
        reason="giving one's word is a promise",
        source=PRAGMATICS,
        pattern=(
            r"\b(?:you have|you've got|you will have|you'll have|i give you|here is|"
            r"this is) my (?:\w+ "
            r")?"
            r"(?:word|commitment|pledge|promise|guarantee)\b"
        ),
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        codes=("You have my word.", "You will have my firm commitment on the ferry."),
        spares=("You have my sympathy.",),
    ),
)
