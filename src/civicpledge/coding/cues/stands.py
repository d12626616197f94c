"""Rules for sides taken: support of a thing, which counts only where the thing is the ask."""

from typing import Final

from civicpledge.coding.cues.words import (
    BOOST,
    CLAUSE,
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
    rf"are) {BOOST})?(?:in favou?r(?: of)?|in (?:full |complete |total )?"
    rf"support(?: of)?|(?:all |fully )?supportive of|(?:right |fully |all )?behind|"
    rf"(?:all |fully )?on board(?: with)?|(?:proud|happy|pleased|glad|delighted) to (?:say "
    rf"(?:that )?i )?"
    rf"(?:support|back|endorse))|(?:am |are )?{BOOST}(?:all )?for(?= (?:it|this|that|these|a|an|"
    rf"the)\b)"
    rf"|stand (?:(?:firmly|foursquare|squarely) )?(?:in favou?r of|behind|in support of|for(?= "
    rf"(?:it|this|that)\b))"
    rf"|advocate for|second(?= (?:it|this|that|the)\b))\b ?{OBJECT}"
)
_HAS_MINE: Final = (
    r"(?:has|have|will have|will always have|gets|would get|will get|'ll get|'ll have|'ve got|"
    r"has always had|"
    r"can count on|can rely on|can have|wins|enjoys)"
)
_HAS_MY: Final = (
    rf"(?:{CLAUSE}|\b(?:and|so) )(?P<object>(?!you\b)[^,;:–]{{2,90}}?)(?<! not)(?<!n't)(?: |"
    rf"(?=')){_HAS_MINE} my"
    r" (?:\w+,? ){0,3}?(?:support|vote|backing|endorsement)\b"
)
_HAS_YOU: Final = (
    rf"(?<![\w'])you(?: |(?=')){_HAS_MINE} my (?:\w+,? ){{0,3}}?(?:support|vote|backing|"
    rf"endorsement)\b"
    r"(?= (?:on|for|in) (?:it|this|that|these|them|both|all)\b|(?:,? as (?:a|your) [\w ]{3,30})?$)"
    r"(?:(?: on| for| in) (?P<what>\w+))?"
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
            rf"back|endorse|favou?r|continue to (?:support|back|"
            rf"advocate "
            rf"for|fight for)) ?{OBJECT}"
        ),
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        forms=(AskForm.DO_YOU_SUPPORT,),
        held=Held.OBJECT,
        codes=("I would support a ferry.", "I will back the ferry."),
        spares=("I would support more buses.", "I would not support a ferry."),
    ),
    Rule(
        id="would-gladly-support",
        role=Role.STAND,
        reason="would with a word of certainty leaves nothing open",
        source=READER,
        pattern=(
            rf"{SPEAKER}(?:'d| would) (?:(?:absolutely|certainly|definitely|enthusiastically|"
            rf"fully|gladly|"
            rf"happily|strongly|whole-?heartedly) )+(?:support|back|endorse|favou?r|vote for) "
            rf"{OBJECT}"
        ),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.ASSENTS,
        forms=(AskForm.DO_YOU_SUPPORT,),
        held=Held.OBJECT,
        codes=("I would absolutely support a ferry.",),
        spares=("I would support a ferry.", "I would gladly support more buses."),
    ),
    Rule(
        id="would-vote-for",
        role=Role.STAND,
        reason="a vote told with would leaves open what it hangs on",
        source=READER,
        pattern=rf"{SPEAKER}(?:'d| would) {BOOST}vote (?:for|in favou?r of|to) {OBJECT}",
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        ask="Would you vote to run a river ferry?",
        held=Held.OBJECT,
        codes=("I would vote for a ferry.",),
        spares=("I would vote for better buses.",),
    ),
    Rule(
        id="is-supporter",
        role=Role.STAND,
        reason="to be a supporter of the thing is to support it",
        source=READER,
        pattern=(
            rf"{SPEAKER}(?: am|'m| remain) {BOOST}an? (?:\w+,? ){{0,2}}?(?:supporter|proponent|"
            rf"advocate|champion) "
            rf"(?:of|for) {OBJECT}"
        ),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.ASSENTS,
        forms=(AskForm.DO_YOU_SUPPORT,),
        held=Held.OBJECT,
        codes=("I am a strong supporter of a ferry.",),
        spares=("I am a supporter of the arts.",),
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
            rf"|{SPEAKER}(?: am|'m) (?:an? )(?:\w+,? ){{0,2}}?(?:fan|"
            rf"believer) (?:of|in) (?P<thing>[^,;:()–]{{0,120}})"
        ),
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        forms=(AskForm.DO_YOU_SUPPORT,),
        held=Held.OBJECT,
        codes=("I have always supported the ferry.", "I am a big fan of a ferry."),
        spares=("I have supported the ferry.", "I am a fan of the arts."),
    ),
    Rule(
        id="believes-in",
        role=Role.STAND,
        reason="to believe in a thing, or to accept it, is weaker than to support it",
        source=READER,
        pattern=(rf"{SPEAKER} {BOOST}(?:accept|advocate|believe in|stand for) {OBJECT}"),
        stance=Stance.COMMITTED,
        force=Force.PRAISES,
        forms=(AskForm.DO_YOU_SUPPORT,),
        held=Held.OBJECT,
        codes=("I accept this plan.", "I believe in the ferry."),
        spares=("I believe in more trams.", "I would like to see the ferry's figures."),
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
        id="has-my-support",
        role=Role.STAND,
        reason="that the thing, or those who ask for it, have the speaker's support or vote is support",
        source=READER,
        pattern=rf"{_HAS_MY}|{_HAS_YOU}",
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.ASSENTS,
        forms=(AskForm.DO_YOU_SUPPORT,),
        held=Held.OBJECT,
        codes=(
            "This has my full support.",
            "A river ferry would get my vote.",
            "You have my backing on this.",
        ),
        spares=(
            "The buses have my support.",
            "It does not have my support.",
            "You have my support in your work.",
        ),
    ),
    Rule(
        id="has-my-support-only",
        role=Role.STAND,
        reason="that the thing has the speaker's support, given to a request to do it, promises nothing",
        source="The form of the ask decides what support means; see the words of the model.",
        pattern=rf"{_HAS_MY}|{_HAS_YOU}",
        stance=Stance.SUPPORTIVE,
        force=Force.PRAISES,
        forms=_ACTS,
        ask=_WILL,
        held=Held.OBJECT,
        codes=("This has my full support.", "You have my backing on this."),
        spares=("The buses have my support.", "It does not have my support."),
    ),
    Rule(
        id="votes-for",
        role=Role.STAND,
        reason="to say that one will vote for the thing is to promise the vote",
        source=PRAGMATICS,
        pattern=(
            rf"{SPEAKER}(?:'ll| will| shall| intend to|'m going to| am going to|'m| am) {BOOST}"
            rf"(?:(?:be )?(?:vote|voting) (?:for|in favou?r of|to)|(?:be )?an? (?:\w+ )?(?:vote|"
            rf"yes) (?:for|in favou?r(?: of)?)) ?{OBJECT}"
            rf"|^(?:so |and )?(?:count|put|mark) me (?:down )?(?:as|for) an? (?:\w+ )?(?:vote|"
            rf"yes) (?:for|in favou?r(?: of)?) ?(?P<thing>[^,;:()–]{{0,120}})"
        ),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.UNDERTAKES,
        held=Held.OBJECT,
        codes=("I will vote for the ferry.", "I'll be voting in favour of this."),
        spares=("I will vote for better buses.", "I would vote for the ferry."),
    ),
)
