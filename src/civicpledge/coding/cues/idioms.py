"""Rules for answers in other words than yes and no: idioms, the marks of a form, a conclusion drawn."""

from typing import Final

from civicpledge.coding.cues.answers import INTRO, OWN_CLAUSE
from civicpledge.coding.cues.words import CLAUSE, ISSUE, PRAGMATICS, READER
from civicpledge.coding.rules import Force, Held, Role, Rule
from civicpledge.model.asks import AskForm
from civicpledge.model.findings import Basis, Stance

IDIOM_RULES: Final = (
    Rule(
        id="gladly",
        role=Role.LEAD,
        reason="a word of ready assent that is the whole of the first sentence stands for a yes",
        source=READER,
        pattern=(
            rf"{INTRO}(?:obviously|naturally|indeed|gladly|happily|with pleasure|affirmative|"
            rf"will do)"
            r"(?=\s*(?:[.!]|$))"
        ),
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        codes=("Gladly. The quay is dark.", "Will do."),
        spares=("Indeed the quay is dark.", "Gladly, if it pays."),
    ),
    Rule(
        id="marked-for",
        role=Role.LEAD,
        reason="the answer of a form: the word for being for it is the whole of the first sentence",
        source=READER,
        pattern=(
            r"(?:\w+ly )?(?:support|agree|approve|endorse|in favou?r|for)(?: it| this)?"
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
            r"|do not agree|negative)(?: it| this)?(?=\s*(?:[.!]|$))"
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
        pattern=(
            r"(?<!\w)(?:i|we) (?:could not|couldn't|cannot|can't) (?:agree|support this) (?:more|"
            r"enough|strongly enough)\b"
        ),
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        codes=("I couldn't agree more.",),
        spares=("I couldn't agree.",),
    ),
    Rule(
        id="thinks-so",
        role=Role.LEAD,
        reason="an opinion that it is so is a yes, a shade softer than the word",
        source=READER,
        pattern=(
            r"(?:yes, )?(?:i|we) (?:do |certainly |definitely )?(?:think|believe) so\b|"
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
        id="counts-in",
        role=Role.SIGN,
        reason="an idiom in which a speaker joins in, or says that it is as good as done",
        source=PRAGMATICS,
        pattern=(
            r"(?<!don't )\b(?:count me in|sign me up|consider it done|you can count on (?:me|"
            r"my support|my "
            r"vote)|put me down (?:for|as) (?:a |an )?(?:\w+ )?yes|where do i sign|i(?:'d|"
            r" would|'ll| will)"
            r" sign (?:it|that|this)|i(?:'m| am) on board)\b"
            r"|^(?:i am|i'm) (?:all )?in\b(?=\s*(?:[.!,;:–…]|-\s|$))"
            r"|\b(?:that's|that is|this is) (?:a|my) (?:\w+ )?promise\b"
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
            r"\b(?:count me out|not on my watch|over my dead body|(?:that's|it's|this is|"
            r"it is) a (?:hard|"
            r"firm|clear) no|put me down (?:for|as) (?:a |an )?(?:\w+ )?no\b|"
            r"in good conscience (?:support"
            r"|vote|back)|leave well (?:enough )?alone|i(?:'d| would) be lying if i)\b"
        ),
        stance=Stance.REFUSED,
        codes=("Count me out.", "Not on my watch."),
        spares=("Count me in.", "Count the boats out."),
    ),
    Rule(
        id="has-my-support",
        role=Role.STAND,
        reason="that the thing, or those who ask for it, have the speaker's support or vote is support",
        source=READER,
        pattern=(
            rf"{CLAUSE}(?P<object>[^,;:–]{{2,90}}?)(?<! not)(?<!n't)(?: has| have| will have| gets|"
            r" would get| will get|'ll get|'ll have"
            r"|'ve got) my (?:\w+ )?(?:support|vote|backing)\b"
        ),
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        forms=(AskForm.DO_YOU_SUPPORT,),
        held=Held.OBJECT,
        codes=("This has my full support.", "A river ferry would get my vote."),
        spares=("The buses have my support.", "It does not have my support."),
    ),
    Rule(
        id="then-yes",
        role=Role.SIGN,
        reason="a yes that is drawn as the conclusion of what was said before",
        source=READER,
        pattern=(
            r"^(?:so|and so|therefore|thus|that is why|but|and),? (?:my answer is )?yes"
            rf"(?=\s*(?:[.!]|$|,? {OWN_CLAUSE}))"
        ),
        stance=Stance.COMMITTED,
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
