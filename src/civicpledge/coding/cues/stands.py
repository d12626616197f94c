"""Rules for sides taken: support and refusal of a thing, which counts only where the thing is the ask."""

from typing import Final

from civicpledge.coding.cues.words import (
    BOOST,
    CLAUSE,
    ISSUE,
    NOT,
    OBJECT,
    OPINION_VERB,
    PRAGMATICS,
    READER,
    SPEAKER,
)
from civicpledge.coding.rules import Force, Held, Role, Rule
from civicpledge.model.asks import AskForm
from civicpledge.model.findings import Basis, Stance

_ACTS: Final = (AskForm.WILL_YOU, AskForm.DEMAND, AskForm.UNKNOWN, AskForm.OPEN)
_SUPPORTS: Final = (
    rf"{SPEAKER}(?:'m|'re)? {BOOST}(?:{OPINION_VERB}|(?:(?:am|"
    rf"are) {BOOST})?(?:in favou?r(?: of)?|in "
    rf"support(?: of)?|supportive of|behind|(?:proud|happy|pleased|glad|delighted) to (?:support"
    rf"|back|endorse))|(?:am |are )?{BOOST}(?:all )?for(?= (?:it|this|that|these|a|an|the)\b)"
    rf"|stand (?:firmly )?(?:in favou?r of|behind|in support of)|advocate for)\b ?{OBJECT}"
)
_WILL: Final = "Will you run a river ferry?"

STAND_RULES: Final = (
    Rule(
        id="supports",
        role=Role.STAND,
        reason="support for the thing, given to a question on support, is a yes",
        source="The form of the ask decides what support means; see the words of the model.",
        pattern=(_SUPPORTS),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.ASSENTS,
        forms=(AskForm.DO_YOU_SUPPORT,),
        held=Held.OBJECT,
        codes=(
            "I fully support the ferry.",
            "I do support this idea.",
            "I am in favor of a ferry.",
        ),
        spares=(
            "I support better buses.",
            "I have supported ferries.",
            "I do not support the ferry.",
        ),
    ),
    Rule(
        id="supports-only",
        role=Role.STAND,
        reason="support for a thing, given to a request to do it, promises nothing",
        source="The form of the ask decides what support means; see the words of the model.",
        pattern=(_SUPPORTS),
        stance=Stance.SUPPORTIVE,
        force=Force.PRAISES,
        forms=_ACTS,
        ask=_WILL,
        held=Held.OBJECT,
        codes=("I fully support the ferry.", "We are behind this campaign."),
        spares=("I support better buses.", "I will run the ferry."),
    ),
    Rule(
        id="would-support",
        role=Role.STAND,
        reason="would leaves open what the support hangs on, so it only suggests a yes",
        source=READER,
        pattern=(
            rf"{SPEAKER}(?:'d| would| will|'ll| can| could|'m going to) {BOOST}(?:be (?:in favou?r "
            rf"of|supportive of|voting for)|support|"
            rf"back|endorse|vote (?:for|in favou?r of)|favou?r|continue to (?:support|back|"
            rf"advocate "
            rf"for|fight for)) ?{OBJECT}"
        ),
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        forms=(AskForm.DO_YOU_SUPPORT,),
        held=Held.OBJECT,
        codes=("I would support a ferry.", "I will vote for the ferry."),
        spares=("I would support more buses.", "I would not support a ferry."),
    ),
    Rule(
        id="has-long-supported",
        role=Role.STAND,
        reason="support said to be of long standing, or a habit, is held to last",
        source=READER,
        pattern=(
            rf"{SPEAKER}(?: have|'ve) (?:always|long|consistently) (?:been (?:an? |in )?(?:\w+ "
            rf")?(?:supporter of|supportive of|advocate for|"
            rf"favou?r of)|supported|backed|advocated for|favou?red) {OBJECT}"
            rf"|{SPEAKER}(?: am|'m) (?:an? )(?:\w+,? ){{0,2}}?(?:supporter|proponent|advocate|fan|"
            rf"champion|believer) (?:of|for|in) (?P<thing>[^,;:()–]{{0,120}})"
        ),
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        forms=(AskForm.DO_YOU_SUPPORT,),
        held=Held.OBJECT,
        codes=("I have always supported the ferry.", "I am a strong supporter of a ferry."),
        spares=("I have supported the ferry.", "I am a supporter of the arts."),
    ),
    Rule(
        id="favours",
        role=Role.STAND,
        reason="to favour a thing is weaker than to support it",
        source=READER,
        pattern=(rf"{SPEAKER} {BOOST}(?:favou?r|advocate|believe in|stand for) {OBJECT}"),
        stance=Stance.COMMITTED,
        force=Force.PRAISES,
        forms=(AskForm.DO_YOU_SUPPORT,),
        held=Held.OBJECT,
        codes=("I favor a river ferry.", "I believe in the ferry."),
        spares=("I favor more trams.", "I would like to see the ferry's figures."),
    ),
    Rule(
        id="thinks-it-should",
        role=Role.STAND,
        reason="an opinion that the thing should be done, given to a question on opinion, is a yes",
        source=READER,
        pattern=(
            rf"{SPEAKER} {BOOST}(?:believe|think|feel|agree)(?: strongly)?(?: that)? "
            rf"(?P<object>[^,;:]{{1,80}}? (?:should|must|needs? to|ought to) (?!not|never|"
            rf"only)[^,;:]{{1,60}})"
        ),
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        forms=(AskForm.DO_YOU_SUPPORT,),
        ask="Do you think the ferry should run at night?",
        held=Held.OBJECT,
        codes=("I think the ferry should run at night.", "I do believe that it should run."),
        spares=("I think buses should be free.", "I think it should not run."),
    ),
    Rule(
        id="does-not-support",
        role=Role.STAND,
        reason="to say that one does not or cannot support or promise the thing is a no",
        source=READER,
        pattern=(
            rf"{SPEAKER}(?: absolutely| certainly| definitely| simply| currently| personally| "
            rf"strongly)?{NOT} "
            rf"{BOOST}(?:see myself supporting|see myself voting for|support|endorse|back|"
            rf"approve of|"
            rf"agree|commit|pledge|promise|"
            rf"accept|favou?r|vote for|(?:give|make|offer) (?:you )?(?=(?:that|this|such an?|"
            rf"any) (?:\w+ )?"
            rf"(?:commitment|promise|pledge|undertaking)))(?: (?:to|with|that|for))?"
            rf"(?! (?:more|enough)\b) ?{OBJECT}"
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
        id="not-in-favour",
        role=Role.STAND,
        reason="not to be in favour of the thing is a no",
        source=READER,
        pattern=(
            rf"{SPEAKER}(?: am|'m|'re| are) (?:definitely |certainly |absolutely |currently )?not "
            rf"(?:at all )?"
            rf"(?:in favou?r(?: of)?|in support(?: of)?|supportive of|for|a (?:fan|supporter|"
            rf"proponent) "
            rf"of|convinced (?:by|of)|willing to|prepared to|going to)\b ?{OBJECT}"
        ),
        stance=Stance.REFUSED,
        held=Held.OBJECT,
        codes=("I am not in favor of the ferry.", "I'm not a fan of ferries."),
        spares=("I am not in favor of delay.", "I am in favor of the ferry."),
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
            rf"{SPEAKER}(?:'d| would| will|'ll|(?='m))? ?{BOOST}(?:have (?:to|"
            rf"always) )?(?:opposed?|reject"
            rf"|disagree with|disagree that|disagree|object to|be voting against|voted against|"
            rf"vote against|(?:am |'m |be |remain |stand )?(?:\w+ly )?(?:opposed(?: to)?"
            rf"|against))\b ?{OBJECT}"
        ),
        stance=Stance.REFUSED,
        basis=Basis.EXPLICIT,
        held=Held.OBJECT,
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
            rf"|{SPEAKER}(?:'d| would|'ll| will|'m| am) (?:be )?(?:voting|vote) no\b"
        ),
        stance=Stance.REFUSED,
        held=Held.OBJECT,
        codes=("This plan does not have my support.", "I would vote no."),
        spares=("Delay does not have my support.", "This plan has my support."),
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
            rf"{SPEAKER}(?: will not| won't| would not| wouldn't|'m not going to| am not going to) "
            r"(?!support|back|rest|stop|give up|hesitate|let|forget|abandon|wait|tolerate|oppose"
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
        spares=("I will not rest until we run a ferry.", "I will not raise fares."),
    ),
    Rule(
        id="we-should",
        role=Role.STAND,
        reason="that the body should do the thing, said by one who stands for it, suggests a yes",
        source=READER,
        pattern=(
            r"(?:^|, |\b(?:and|so) )(?:we|the city|the council|the region|the mayor) "
            r"(?:absolutely |definitely |certainly )?(?:should|must|need to|ought to) "
            rf"(?!not\b|never|only|be|first|have|ensure|make sure|look|consider|also){OBJECT}"
        ),
        stance=Stance.COMMITTED,
        force=Force.URGES,
        forms=(AskForm.DO_YOU_SUPPORT,),
        held=Held.OBJECT,
        codes=("We should run a ferry.",),
        spares=(
            "We should mend the roads.",
            "We should consider a ferry.",
            "We should not run it.",
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
