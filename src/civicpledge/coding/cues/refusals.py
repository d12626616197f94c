"""Rules for sides taken against a thing, which count only where the thing is the ask."""

from typing import Final

from civicpledge.coding.cues.words import (
    BOOST,
    CLAUSE,
    ISSUE,
    NOT,
    OBJECT,
    PRAGMATICS,
    READER,
    SPEAKER,
)
from civicpledge.coding.rules import Force, Held, Role, Rule
from civicpledge.model.findings import Basis, Stance

_WILL: Final = "Will you run a river ferry?"
_TELLING: Final = r"(?:tell|say|pretend|lie|preach|lecture|guess|speculate)\b"
"""What one is not going to do without turning anything down."""

AGAINST_RULES: Final = (
    Rule(
        id="does-not-support",
        role=Role.STAND,
        reason="to say that one does not or cannot support the thing is a no",
        source=READER,
        pattern=(
            rf"{SPEAKER}(?: (?:absolutely|certainly|definitely|simply|currently|personally|"
            rf"strongly|really|honestly))?{NOT} {BOOST}(?:be )?(?:see myself (?:supporting|"
            rf"voting for)|"
            r"in good conscience (?:support|back|vote for|endorse)|see my way to \w+ing|"
            r"(?:support|endors|back|approv|agree|accept|favou?r|champion|subscrib)(?:e|"
            r"ing)?(?: of)?|"
            r"vot(?:e|ing) (?:for|to|in favou?r of)|(?:stand|get) behind)\b(?: (?:to|with|that|"
            r"for))?"
            rf"(?![^,;]{{0,40}}\b(?:more|enough)(?: \w+ly)?$) ?{OBJECT}"
        ),
        stance=Stance.REFUSED,
        basis=Basis.EXPLICIT,
        held=Held.OBJECT,
        codes=(
            "I do not support the ferry.",
            "I cannot see myself supporting a ferry.",
            "We won't back it.",
        ),
        spares=("I do not support delays to the buses.", "I couldn't agree more.", "I support it."),
    ),
    Rule(
        id="does-not-commit",
        role=Role.STAND,
        reason="to say that one does not or cannot promise what was asked is a no",
        source=READER,
        pattern=(
            rf"{SPEAKER}(?: (?:absolutely|certainly|definitely|simply|currently|personally|"
            rf"really|honestly))?{NOT} "
            rf"{BOOST}(?:be )?(?:in good conscience )?(?:(?:committ?|pledg|promis|guarantee|"
            rf"sign)(?:e|ing)?(?: up)?|"
            r"(?:giv|mak|offer|tak)(?:e|ing)? (?:you )?(?=(?:that|this|such an?|any) (?:\w+ )?"
            r"(?:commitment|promise|pledge|undertaking|guarantee)))\b(?: (?:to|that(?= \w)))?"
            rf"(?! (?:more|enough)\b) ?{OBJECT}"
        ),
        stance=Stance.REFUSED,
        basis=Basis.EXPLICIT,
        ask=_WILL,
        held=Held.DEED,
        codes=(
            "I cannot commit to that.",
            "I won't be making that promise.",
            "I can't promise a ferry.",
        ),
        spares=("I cannot promise miracles.", "I commit to that."),
    ),
    Rule(
        id="not-in-favour",
        role=Role.STAND,
        reason="not to be in favour of the thing is a no",
        source=READER,
        pattern=(
            rf"{SPEAKER}(?: am|'m|'re| are) (?:definitely |certainly |absolutely |really )?not "
            rf"(?:at all )?"
            rf"(?:in favou?r(?: of)?|in support(?: of)?|supportive of|supportive(?=$|,))(?= |$|"
            rf",) ?{OBJECT}"
        ),
        stance=Stance.REFUSED,
        basis=Basis.EXPLICIT,
        held=Held.OBJECT,
        codes=("I am not in favor of the ferry.", "I'm not in favour."),
        spares=("I am not in favor of delay.", "I am in favor of the ferry."),
    ),
    Rule(
        id="not-willing",
        role=Role.STAND,
        reason="not to be willing, or not to be convinced of the thing, suggests a no",
        source=READER,
        pattern=(
            rf"{SPEAKER}(?: am|'m|'re| are) (?:definitely |certainly |absolutely |currently "
            rf")?not (?:at all )?"
            r"(?:for(?= (?:it|this|that)\b)|an? (?:fan|supporter|proponent) of|convinced (?:by|"
            r"of)|willing to|"
            rf"prepared to|minded to|going to)\b(?! {_TELLING})\b ?{OBJECT}"
        ),
        stance=Stance.REFUSED,
        held=Held.OBJECT,
        codes=("I'm not a fan of ferries.", "I am not convinced by this proposal."),
        spares=("I am not a fan of delay.", "I am a fan of the ferry."),
    ),
    Rule(
        id="does-not-think-it-should",
        role=Role.STAND,
        reason="an opinion that the thing should not be done is a no",
        source=READER,
        pattern=(
            rf"{SPEAKER}(?: do not| don't| no longer) {BOOST}(?:think|believe|feel|"
            rf"agree)(?: that)? "
            rf"(?P<object>[^,;:]{{1,80}}? (?:should|must|needs? to|ought to) [^,;:]{{1,60}})"
        ),
        stance=Stance.REFUSED,
        basis=Basis.EXPLICIT,
        ask="Do you think the ferry should run at night?",
        held=Held.OBJECT,
        codes=(
            "I do not think it should run at night.",
            "I no longer believe the ferry should run.",
        ),
        spares=("I don't think buses should be free.", "I do think it should run."),
    ),
    Rule(
        id="opposes",
        role=Role.STAND,
        reason="to oppose or reject the thing is a no",
        source=READER,
        pattern=(
            rf"{SPEAKER}(?:'d| would| will|'ll| shall|(?='m))? ?{BOOST}(?:have (?:to|"
            rf"always) )?(?:opposed?|be opposing|reject|rule out|will be voting against"
            rf"|disagree with|disagree that|disagree|object to|be voting against|voted against|"
            rf"vote against|(?:am |'m |be |remain |stand )?(?:\w+ly )?(?:opposed(?: to)?"
            rf"|against))\b ?{OBJECT}"
        ),
        stance=Stance.REFUSED,
        basis=Basis.EXPLICIT,
        held=Held.AGAINST,
        codes=("I oppose the ferry.", "I am strongly opposed to a ferry.", "I disagree."),
        spares=("I oppose the closure of the library.", "I do not oppose the ferry."),
    ),
    Rule(
        id="not-supported",
        role=Role.STAND,
        reason="that the thing lacks the speaker's support or vote is a no",
        source=READER,
        pattern=(
            rf"{CLAUSE}(?P<object>[^,;:–]{{2,90}}?)(?: as (?:it )?(?:is )?(?:proposed|drafted|"
            rf"written|"
            r"it stands))?"
            r" (?:does not|doesn't|do not|don't|will not|won't|cannot|can't) (?:have|get|enjoy|"
            r"count on)"
            r" my (?:\w+ )?(?:support|vote|backing)\b"
            rf"|{CLAUSE}(?P<thing>[^,;:–]{{2,90}}?) (?:is|are)(?: not|n't) something (?:that )?(?:i|we)"
            r"(?: can| could| would| will|'d|'ll)? (?:support|back|endorse|accept|agree to|vote for)\b"
            rf"|{SPEAKER}(?:'d| would|'ll| will|'m| am) (?:be )?(?:voting|vote) no\b"
        ),
        stance=Stance.REFUSED,
        held=Held.OBJECT,
        codes=("This plan does not have my support.", "I would vote no."),
        spares=("Delay does not have my support.", "This plan has my support."),
    ),
    Rule(
        id="would-keep",
        role=Role.STAND,
        reason="to keep or to defend a thing that others want ended is a no",
        source=PRAGMATICS,
        pattern=(
            rf"{SPEAKER}(?:'d| would|'ll| will| shall| want to| intend to| am going to|'m going "
            rf"to) {BOOST}"
            rf"(?:keep|retain|maintain|preserve|protect|defend|save|leave) (?![^,;:]{{0,80}} "
            rf"out\b){OBJECT}"
        ),
        stance=Stance.REFUSED,
        held=Held.KEEPING,
        ask="Will you scrap the river ferry?",
        codes=("I'd keep the ferry.", "I will keep it."),
        spares=("I'd keep the buses.", "I would keep an open mind."),
    ),
    Rule(
        id="not-something-i-would",
        role=Role.STAND,
        reason="that the thing is not one the speaker would do, back or promise is a no",
        source=READER,
        pattern=(
            r"^(?:(?:that|this|it)(?:'s| is|(?= isn't| ain't))(?: simply| just| really)? "
            r")?(?:(?:not|isn't|ain't) (?:something|"
            r"one|an? "
            r"\w+|an? \w+ \w+)"
            r"(?: that)? (?:i|we)(?:'d|'ll|'m| am| can| could| would| will)?(?: be| ever)? "
            r"(?:able to |willing to |"
            r"prepared to |going to )?|an? \w+ (?:that )?(?:i|we)(?: cannot| can't| can not| "
            r"will not| won't|"
            r" would not| wouldn't| could not| couldn't|(?:'m| am) not (?:able|going|willing|"
            r"prepared) to) )"
            r"(?:support|back|do|make|give|sign|vote for|get behind|commit to|promise|pledge|"
            r"accept|agree (?:to|with)|"
            r"endorse|favou?r)\b(?=$|,| (?:and|because|as|at|today|tonight|this)\b)"
        ),
        stance=Stance.REFUSED,
        basis=Basis.EXPLICIT,
        codes=("That is a pledge I cannot make.", "It's not something I could support."),
        spares=("That is a pledge I made.", "It is not something I know."),
    ),
    Rule(
        id="will-not-do-it",
        role=Role.STAND,
        reason="the ask's own verb, denied with its own thing, is a no",
        source=PRAGMATICS,
        pattern=(
            rf"{SPEAKER}(?: will not| won't| shall not| shan't|'ll not| cannot| can't| could "
            rf"not| couldn't|"
            r" would not| wouldn't|'d not|(?: am|'m) (?:not (?:going|prepared|willing|able) to|"
            r"unable to)) "
            rf"{BOOST}(?:be )?(?P<act>(?!(?:be|only|just|oppose|let|it|that|this|so|them|do(?= "
            rf"\w+ly))\b)[a-z-]{{2,18}})\b"
            r"(?: (?:up|out|in|back|on|off|down)\b)? ?"
            r"(?P<object>(?:(?!\b(?:until|without|unless|only|just|alone)\b)[^,;:()–]){0,120}?)"
            r"(?=[,;:()–]|$| (?:but|because|and|when|while)\b)"
        ),
        stance=Stance.REFUSED,
        basis=Basis.EXPLICIT,
        held=Held.ACT,
        ask=_WILL,
        codes=("I will not run a river ferry.", "I won't be running it.", "I cannot do that."),
        spares=("I will not run late.", "I will not run it unless it pays.", "I will run it."),
    ),
    Rule(
        id="changed-mind",
        role=Role.STAND,
        reason="support that the speaker puts in the past and takes back is a no",
        source=ISSUE,
        pattern=(
            rf"{SPEAKER} (?:no longer (?:do|am|can)\b|used to (?:support|back|favou?r|be (?:for|in "
            rf"favou?r of)) {OBJECT})"
        ),
        stance=Stance.REFUSED,
        held=Held.OBJECT,
        codes=("I used to support it.", "I backed it once. Now I no longer do."),
        spares=("I used to row.", "I used to oppose it."),
    ),
    Rule(
        id="would-undo",
        role=Role.STAND,
        reason="to do away with a thing that others ask for, or to keep it from being, is a no",
        source=READER,
        pattern=(
            rf"{SPEAKER}(?:'d| would|'ll| will)(?: \w+ly)? (?:end|scrap|abolish|repeal|stop|"
            rf"cancel|drop"
            rf"|remove|reverse|block|veto|ditch|bin|kill|halt|withdraw) {OBJECT}"
        ),
        stance=Stance.REFUSED,
        held=Held.UNDOING,
        codes=("I'd scrap it.", "I would cancel the ferry."),
        spares=("I would scrap the fares.", "I would stop at nothing."),
    ),
    Rule(
        id="will-not",
        role=Role.STAND,
        reason="a statement that the speaker will not do the thing is a no",
        source=PRAGMATICS,
        pattern=(
            rf"{SPEAKER}(?: will not| won't| would not| wouldn't|'m not going to| am not going "
            rf"to| will never|'ll never|"
            r" would never| shall not| shan't) "
            rf"(?!{_TELLING}|support|back|rest|stop|give up|hesitate|let|forget|rule|refuse"
            r"|promise|pledge|"
            r"guarantee|sign|(?:make|give|take) (?:that|this|any)|abandon|wait|"
            r"tolerate|oppose"
            r"|stand|be |"
            r"allow|vote|agree|commit|shy|accept|turn|go back|want|"
            r"change|alter|amend|modify|weaken|undermine|undo|repeal|reverse)"
            r"(?P<object>(?:(?!\b(?:until|without|unless|only)\b)[^,;:()–]){3,120}?)"
            r"(?=[,;:()–]|$| (?:but|because|and|when|while)\b)"
        ),
        stance=Stance.REFUSED,
        held=Held.OBJECT,
        ask=_WILL,
        codes=("I will not run a river ferry.", "We won't run it."),
        spares=(
            "I will not rest until we run a ferry.",
            "I will not raise fares.",
            "I'm not going to tell anybody that a river ferry is a dream.",
        ),
    ),
    Rule(
        id="we-should-not",
        role=Role.STAND,
        reason="that the body should not do the thing suggests a no",
        source=READER,
        pattern=(
            r"(?:^|, |\b(?:and|so) )(?:we|the city|the council|the region|the mayor) "
            rf"(?:should not|shouldn't|must not|mustn't|ought not to|should never) (?!be|"
            rf"have){OBJECT}"
        ),
        stance=Stance.REFUSED,
        force=Force.URGES,
        held=Held.OBJECT,
        codes=("We should not run a ferry.",),
        spares=("We should not forget the buses.", "We should run a ferry."),
    ),
    Rule(
        id="no-need",
        role=Role.STAND,
        reason="to see no need of the thing suggests a no",
        source=READER,
        pattern=(
            rf"(?:{SPEAKER}(?: do not| don't)? see (?:no|any|a|the)|\bthere(?: is|'s) (?:no|not a"
            rf"|not any)) "
            rf"(?:\w+ )?(?:reason|need|case|benefit|justification|point) (?:for|to|in) {OBJECT}"
        ),
        stance=Stance.REFUSED,
        held=Held.OBJECT,
        codes=("I see no reason for a ferry.", "There is no need for a river ferry."),
        spares=("There is a need for a ferry.", "I see no reason for delay."),
    ),
    Rule(
        id="not-now",
        role=Role.LEAD,
        reason="an answer that opens with not now, or not as proposed, is a no to this ask",
        source=READER,
        pattern=(
            r"not (?:at this (?:time|point)|now|currently|at present|at the moment"
            r"|as (?:it is )?(?:proposed|"
            r"written|drafted)|in (?:its|the|this) (?:current|present) form)\b"
        ),
        stance=Stance.REFUSED,
        codes=("Not at this time.", "Not as proposed."),
        spares=("Not only now.",),
    ),
    Rule(
        id="not-as-asked",
        role=Role.LEAD,
        reason="an answer that opens with not and the act asked for is a no",
        source=ISSUE,
        pattern=(
            r"not (?P<act>(?!(?:only|just|sure|necessarily|that|everyone|everybody|many|much|"
            r"unless|"
            r"until|really)\b)[a-z-]{4,20})"
        ),
        stance=Stance.REFUSED,
        ask="Should the pier be rebuilt?",
        held=Held.OBJECT,
        codes=("Not rebuilt as it was.",),
        spares=("Not only rebuilt but widened.", "Not sure.", "Not everyone likes it."),
    ),
    Rule(
        id="should-not-be",
        role=Role.STAND,
        reason="that the very thing asked for should not be done is a no",
        source=ISSUE,
        pattern=(
            rf"{CLAUSE}(?P<object>[^,;:–]{{3,90}}?) (?:should|must) "
            r"(?:probably |simply |definitely |certainly )?(?:not|never) "
            r"(?:be )?(?P<act>[a-z-]{4,20})"
        ),
        stance=Stance.REFUSED,
        ask="Do you think the old pier should be rebuilt?",
        held=Held.OBJECT,
        codes=("The pier should not be rebuilt.", "That old pier must never be rebuilt."),
        spares=(
            "This should not be tolerated.",
            "The pier should not be forgotten.",
            "Boats must not be rebuilt.",
        ),
    ),
)
