"""Rules for answers in so many words: a yes or a no."""

from typing import Final

from civicpledge.coding.cues.words import ISSUE, OBJECT, READER
from civicpledge.coding.rules import Force, Held, Role, Rule
from civicpledge.model.asks import AskForm
from civicpledge.model.findings import Basis, Stance

INTRO: Final = (
    r"(?:(?:well|oh|so|ok|okay|again|as above|same (?:again|answer)|easy(?: one)?|that's easy"
    r"|too right"
    r"|damn right|in short|(?:the )?short answer(?: is)?|simply|simply put|"
    r"quite simply|put simply|in a word|in one word|thank you|thanks|thank you for (?:the|your|"
    r"this) question|"
    r"sure|to be clear|let me be clear|plainly|bluntly|to answer (?:your|the) question|hand on "
    r"heart|"
    r"no question(?: about it)?|no doubt(?: about it)?|if elected|if i am elected|if i'm elected|"
    r"without (?:any |a )?(?:hesitation|reservation|doubt|question)|respectfully|with respect|"
    r"in all honesty|with regret|"
    r"reluctantly|truthfully|candidly|to be honest|to be frank|in truth|i'm sorry|i am sorry|sorry|"
    r"sadly|frankly|"
    r"honestly|regrettably|unfortunately|i'm afraid|i am afraid|why (?:on earth )?not\?)[,:.–]? "
    r"(?:but )?){0,2}"
)
_LOUD: Final = (
    r"(?:(?:absolute|big|clear|definite|easy|emphatic|firm|flat|hard|hearty|huge|loud|polite"
    r"|resounding"
    r"|simple|solid|straight|strong|unequivocal) )?"
)
_YES: Final = (
    r"(?:(?:100%|one hundred per ?cent|absolutely|definitely|emphatically|unequivocally|yes),? yes|"
    rf"(?:(?:an? )?{_LOUD}|hell )yes|yeah|yep|yup|aye|absolutely|definitely|certainly|of course|"
    r"most certainly|yes and yes|a (?:hundred|thousand|million) times yes|damn"
    r" right|too right|"
    rf"yes,? on both|(?:i )?sure (?:would|will|do|am|can|thing)|"
    r"most definitely|undoubtedly|unequivocally|unreservedly|"
    r"without (?:any |a )?(?:doubt|question|hesitation|reservation)|in a heartbeat|"
    r"whole-?heartedly|agreed|totally|100%|100 per ?cent|one hundred per ?cent|"
    r"very much so)"
)
_NO: Final = (
    rf"(?:(?:an? )?{_LOUD}no|nope|nah|no and no|no,? (?:on|to) both|absolutely not|certainly"
    r" not|definitely not|not at all|of "
    rf"course not|"
    r"no,? thank you(?: very much)?|no thanks|(?:absolutely )?no way|no chance|not a chance"
    r"|not from me|not on your life|"
    r"(?:i'm |i am )?afraid not|"
    r"under no circumstances|never(?=\s*(?:[.!]|$))|no,? never)"
)
_TURNED: Final = r"(?!,? ?(?:–|-)? ?(?:and no|or no|not)\b)"
_NO_TURNED: Final = (
    r"(?!,? ?(?:–|-)? ?(?:longer|doubt|one|more|less|not (?:unless|if|until|yet)|unless|until|"
    r"question|objections?|problem|reason|way to)\b)"
)
# "Of course we need homes" and "Of course, the question is where" grant something and answer nothing.
_GRANTED: Final = (
    r"(?!(?:of course|certainly),? (?!(?:i|we) (?:do|will|would|support|am|are|agree|can|commit"
    r"|should)\b"
    r"|(?:i'll|i'd|i'm|we'll)\b))"
)
_NO_ANSWER: Final = (
    r"(?![^.;:]{0,60}?\b(?:consider|look(?:ing)? (?:at|into)|explor\w+|review|study|examine|"
    r"discuss|"
    r"conversations?|aware|concerned|heard|open to|see (?:the|how|if|whether|more)|know|"
    r"familiar)\b)"
)
OWN_CLAUSE: Final = (
    rf"(?:{_NO_ANSWER}(?:(?:i|we) (?:\w+ly |very much |also |always |still )?(?:(?:do|will|"
    rf"would|can|could|"
    r"shall|support|commit|pledge|endorse|back|favou?r|approve|advocate|promise|oppose|intend|"
    r"plan)\b|"
    r"agree\b(?! that)|(?:am|are)(?= (?:\w+ly |very |all )?(?:for|in|supportive|committed|"
    r"willing|happy|"
    r"proud|prepared|ready|behind|going|with|opposed|against)\b|[.!,;]|$)"
    r"|(?:believe|think|feel|agree)\b(?=[^.;,]{0,80}?\b(?:should|must|needs?|so|important|good|"
    r"right|"
    r"great|vital|essential|necessary|worth|would|benefits?|helps?|best)\b))|(?:i'm|i'd|i'll|"
    r"we'll|we'd"
    r"|we're)\b|(?:it|this|that|they|we|the city|the council) (?:\w+ly )?(?:should|must|"
    r"ought to|needs? "
    r"to)\b)"
    r"|(?:absolutely|completely|entirely|wholly|definitely|certainly|strongly|emphatically|enthusiastically|indeed|"
    r"of course|yes|please|wholeheartedly|totally|"
    r"(?:happily|gladly|proudly|(?:long |well )?overdue|every (?:single )?time"
    r"|committed|as above"
    r"|100 per ?cent|(?:100|a hundred|a thousand|a million) times(?: yes)?|see (?:my|our) [\w"
    r" ]{2,30})(?=[.!;,]|$)|"
    r"without|because|since|and|so|no (?:ifs|question|doubt|hesitation)|"
    r"(?:all|every|each|both|every one|every single one|each one)(?: of (?:it|them|these|those))?"
    r"(?=[.!;,]|$)|in full(?=[.!;,]|$))\b|as (?!long|soon|far|is|it is|they)\w|100%(?!\w))"
)
"""What goes on as an answer of the speaker's own behind a yes and a comma."""
_TO_ALL: Final = (
    r"to (?:all|both|each|every)\b|to (?:this|that|these|it|your (?:ask|request|question))\b"
    r"|to (?:the )?(?:first|second|third|last|one|two|three|four|1|2|3|4)\b"
)
# What a limit takes back must stand behind a yes that fires, or nothing is taken back.
_TAKEN_BACK: Final = (
    r"(?:but|however|though|although|if|provided|providing|unless|as long as|so long as|subject to|"
    r"depending|assuming|only|even|not|partly|partially|mostly|largely|generally|broadly|"
    r"cautiously|"
    r"conditionally|in|on|at|for|from|when|where|after|once|until|within|under|during|with|except|"
    r"apart|by|near|to)\b"
)
_BEHIND_YES: Final = (
    r"(?=\s*(?:[.!;:–…(]|-\s|$|from (?:me|us)\b|"
    rf"(?:,\s*)?(?:{OWN_CLAUSE}|{_TO_ALL})|,\s*{_TAKEN_BACK}))"
)
_WELL: Final = (
    r"(?:an? )?(?:\w+ly |long |very |so )?(?:good|great|excellent|right|important|necessary|"
    r"essential|vital|crucial|sensible|fair|overdue|reasonable|needed|worthwhile|worth|time)\b"
)
_BEHIND_WORD: Final = (
    rf",? (?=[^.;:]{{3,80}}?\b(?:should|must|needs?|deserves?|ought to|(?:is|are) {_WELL})"
    rf"|(?:it's|that's|they're) {_WELL})"
)
_ANSWER: Final = (
    r"\b(?:my|the|our)(?: [\w-]+){0,3} (?:answer|response|reply|vote|position)(?: (?:to|on|for|"
    r"from|here) "
    r"[^.:,]{0,80}?)?"
    r"(?:,? (?:of course|therefore|then|simply),?)? (?:is|would be|has to be|must be|remains|"
    r"will be)"
    r"(?:,? (?:of course|therefore|simply|clearly|quite simply))?(?: (?:that|to say))?[:,–]?"
    r" (?:an? )?(?:(?!(?:far|hardly|neither|never|no|not)\b)[\w-]+,? ){0,2}?"
)
_SAYS: Final = (
    r"(?<![\w'])(?:i|we)(?: am|'m| are|'re)? (?:very |so |more than |really )?"
    r"(?:happy|pleased|glad|proud|delighted|honou?red|able)"
    r" to (?:say|answer|give you)(?: an?)?(?: [\w-]+){0,2}?[:,]? "
    r"|(?<![\w'])(?:i|we)(?: will| would|'d|'ll)?(?: have to| must|'m going to| am going to|'ve "
    r"got to| need to)? "
    r"(?:be )?(?:say|answer|vote|voting) (?:an? )?(?:[\w-]+ )?"
    r"|(?<![\w'])(?:i am|i'm|we are|we're|i'd be|i would be|i'll be|i will be) (?:an? )(?:[\w-]+ )?"
    r"|\b(?:it is|it's|that is|that's|this is|(?:it|that)(?:'d| would|'ll| will) be) (?:an?"
    r" )(?:[\w-]+,? ){0,2}?"
)

ANSWER_RULES: Final = (
    Rule(
        id="yes",
        role=Role.LEAD,
        reason="a yes, alone or before a stop or the speaker's own clause, answers the ask",
        source=READER,
        pattern=(rf"{INTRO}{_GRANTED}{_YES}{_TURNED}{_BEHIND_YES}"),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.ASSENTS,
        codes=("Yes. The ferry should run.", "Absolutely, I would.", "Of course I will."),
        spares=(
            "Yes, but not this year.",
            "Absolutely not.",
            "Yes the ministry is moving on that.",
        ),
    ),
    Rule(
        id="yes-to",
        role=Role.LEAD,
        reason="a yes to the very thing that was asked",
        source=READER,
        pattern=rf"{INTRO}yes to {OBJECT}",
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.ASSENTS,
        held=Held.OBJECT,
        codes=("Yes to the ferry.", "Yes to a ferry on the river, and soon."),
        spares=("Yes to better buses.", "Yes. To be fair, it is slow."),
    ),
    Rule(
        id="yes-again",
        role=Role.LEAD,
        reason="a yes before nothing but words of the ask says yes to those words",
        source=READER,
        pattern=(
            rf"{INTRO}yes, (?!no\b)(?P<object>(?:(?!\b(?:but|except|few|half|if|most|not|only|"
            rf"or|part|some|though|we|i|they|it|you|is|are|needs?|was|has|have|do|will)\b)"
            r"[^.;:!?–(]){2,60})$"
        ),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.ASSENTS,
        held=Held.ECHO,
        ask="Will you run a river ferry every day?",
        codes=("Yes, every day.", "Yes, a ferry every day."),
        spares=("Yes, every year.", "Yes, a ferry, but not every day."),
    ),
    Rule(
        id="yes-and-reason",
        role=Role.LEAD,
        reason="a yes before an opinion that the thing is needed or good most likely answers the ask",
        source=ISSUE,
        pattern=(rf"{INTRO}(?:yes|yeah|absolutely|definitely){_BEHIND_WORD}"),
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        held=Held.SENTENCE,
        codes=("Yes, the river needs a ferry.", "Yes, it is long overdue."),
        spares=("Yes, the roads are broken.", "Yes, I have heard of the ferry."),
    ),
    Rule(
        id="no",
        role=Role.LEAD,
        reason="a no, alone or before a stop or a comma, answers the ask",
        source=READER,
        pattern=(
            rf"{INTRO}{_NO}{_NO_TURNED}(?=\s*(?:[.!,;:–…(]|-\s|$|(?:i|we|because|as|from (?:me|us)|again"
            r"|to (?:this|that|it|both|all))\b))"
        ),
        stance=Stance.REFUSED,
        basis=Basis.EXPLICIT,
        codes=("No. The bridge is fine as it is.", "Absolutely not.", "No, I do not."),
        spares=(
            "No, but I would look at it.",
            "No doubt the ferry matters.",
            "No one has asked me.",
        ),
    ),
    Rule(
        id="answer-is-yes",
        role=Role.SIGN,
        reason="the speaker says what the answer is, and that it is yes",
        source=READER,
        pattern=(
            rf"(?:{_ANSWER}|{_SAYS}){_YES}(?![\w-])(?! (?:and no|or no|not|"
            rf"man)\b)(?! to (?!this|that|"
            rf"it\b|all|both|each|every|the ask|the first|your)\w)"
        ),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.ASSENTS,
        codes=(
            "My answer to that is, of course, yes.",
            "I am happy to say Yes!",
            "That's a firm yes.",
        ),
        spares=(
            "You asked me about boats and I said, Yes.",
            "The answer is not a simple yes.",
            "I say yes to better schools.",
        ),
    ),
    Rule(
        id="answer-is-no",
        role=Role.SIGN,
        reason="the speaker says what the answer is, and that it is no",
        source=READER,
        pattern=(
            rf"(?:{_ANSWER}|{_SAYS}){_NO}"
            r"(?![\w-])(?! (?:but|longer|doubt|one|more|less"
            rf"|secret|"
            rf"surprise|wonder|small|easy|easier|way|different|question|problem|reason|need|place|"
            rf"time)\b)(?! to (?!this|that|it\b|all|both|each|every|the ask|your)\w)"
        ),
        stance=Stance.REFUSED,
        basis=Basis.EXPLICIT,
        codes=("The short answer is no.", "That's a no from me."),
        spares=("It's no secret that I like boats.", "I say no to hatred."),
    ),
    Rule(
        id="i-do",
        role=Role.LEAD,
        reason="the verb of the ask, given back alone, is a yes",
        source=READER,
        pattern=(
            rf"{INTRO}(?:i|we) (?:absolutely |certainly |(?:most |very )?definitely |most"
            r" certainly |really |gladly |"
            rf"happily |of course |do and )?(?:do|will|would|am|can"
            rf"|could|shall|are)"
            rf"(?: so| indeed)?(?=\s*(?:[.!;:–…(]|-\s|$|,\s*(?:{OWN_CLAUSE}|(?:loudly|gladly|"
            rf"proudly|happily|"
            r"publicly|every time|too|as well)\b)))"
        ),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.ASSENTS,
        codes=("I do. Boats are quiet.", "We will!", "I certainly do, and soon."),
        spares=("I do not.", "I do, if it pays.", "I will look at it."),
    ),
    Rule(
        id="i-do-not",
        role=Role.LEAD,
        reason="the verb of the ask, given back with not, is a no",
        source=READER,
        pattern=(
            rf"{INTRO}(?:(?:i|we) (?:absolutely |certainly |definitely )?(?:do not|don't|"
            rf"will not|won't|"
            rf"would not|wouldn't|am not|cannot|can't|could not|couldn't|shall not)|i'm not)"
            rf"(?=\s*(?:[.!,;:–…(]|-\s|$))(?!,? (?:yet|know|unless|until)\b)"
        ),
        stance=Stance.REFUSED,
        basis=Basis.EXPLICIT,
        codes=("I do not. Boats are slow.", "I won't."),
        spares=("I do not know.", "I cannot wait."),
    ),
    Rule(
        id="it-should",
        role=Role.LEAD,
        reason="to say that the thing should be answers a question on whether it should",
        source=READER,
        pattern=(
            rf"{INTRO}(?:it|this|that|they|we|the city|the council) (?:\w+ly )?(?:should|must)"
            rf"(?=\s*(?:[.!;:–…]|-\s|$|,\s*{OWN_CLAUSE}))"
        ),
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        forms=(AskForm.DO_YOU_SUPPORT,),
        codes=("It should. The quay is dark.", "They certainly should!"),
        spares=("It should not.", "It should, if it pays.", "It should be looked at."),
    ),
    Rule(
        id="it-should-not",
        role=Role.LEAD,
        reason="to say that the thing should not be answers a question on whether it should",
        source=READER,
        pattern=(
            rf"{INTRO}(?:it|this|that|they|we|the city|the council) (?:\w+ly )?(?:should not|"
            rf"shouldn't"
            r"|must not|should never)(?=\s*(?:[.!,;:–…]|-\s|$))"
        ),
        stance=Stance.REFUSED,
        codes=("It should not.", "We shouldn't. The quay is dark."),
        spares=("It should not be forgotten.", "It should."),
    ),
)
