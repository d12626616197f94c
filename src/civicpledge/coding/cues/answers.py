"""Rules for answers in so many words: a yes or a no."""

import re
from typing import Final

from civicpledge.coding.cues.words import ISSUE, PRAGMATICS, READER
from civicpledge.coding.rules import Force, Role, Rule
from civicpledge.model.findings import Basis, Stance

_INTRO: Final = (
    r"(?:(?:well|oh|so|ok|okay|again|in short|short answer|the short answer|simply|simply put|quite "
    r"simply|"
    r"in a word|thank you|thanks|thank you for (?:the|your|this) question|sure)[,:.–]? ){0,2}"
)
_YES: Final = (
    r"(?:yes|yeah|yep|yup|aye|absolutely|definitely|certainly|of course|most certainly|most definitely|"
    r"without (?:a )?(?:doubt|question)|wholeheartedly|agreed|totally|100%)"
)
_NO: Final = (
    r"(?:no|nope|absolutely not|certainly not|definitely not|not at all|of course not|"
    r"under no circumstances)"
)
_TURNED: Final = r"(?!,? ?(?:–|-)? ?(?:and no|or no|not)\b)"
_NO_TURNED: Final = (
    r"(?!,? ?(?:–|-)? ?(?:longer|doubt|one|more|less|not (?:unless|if|until|yet))\b)"
)
# "Of course we need homes" and "Of course, the question is where" grant something and answer nothing.
_GRANTED: Final = (
    r"(?!(?:of course|certainly),? (?!(?:i|we) (?:do|will|would|support|am|are|agree|can|commit"
    r"|should)\b"
    r"|(?:i'll|i'd|i'm|we'll)\b))"
)
_BEHIND_YES: Final = (
    r"(?=\s*(?:[.!,;:–…(]|-\s|$|(?:i|we|i'm|i'd|i'll|because|as|and|please|it|they|both|all)\b|to "
    r"(?:all|both|each|this|that|"
    r"every|the (?:first|second|whole))\b))"
)
_ANSWER: Final = (
    r"\b(?:my|the|our)(?: [\w-]+){0,3} (?:answer|response|reply)(?: (?:to|on|for|from|here) "
    r"[^.:,]{0,80}?)?"
    r"(?:,? (?:of course|therefore|then|simply),?)? (?:is|would be|has to be|must be|remains|will be)"
    r"(?:,? (?:of course|therefore|simply|clearly|quite simply))?(?: (?:that|to say))?[:,–]?"
    r" (?:an? )?(?:[\w-]+,? ){0,2}?"
)
_SAYS: Final = (
    r"(?<![\w'])(?:i|we)(?: am|'m| are|'re)? (?:very |so |more than |really )?"
    r"(?:happy|pleased|glad|proud|delighted|honou?red|able)"
    r" to (?:say|answer|give you)(?: an?)?(?: [\w-]+){0,2}?[:,]? "
    r"|(?<![\w'])(?:i|we) (?:say|answer|will say|would say|vote) (?:an? )?(?:[\w-]+ )?"
    r"|(?<![\w'])(?:i am|i'm|we are|we're) (?:an? )(?:[\w-]+ )?"
    r"|\b(?:it is|it's|that is|that's|this is) (?:an? )(?:[\w-]+,? ){0,2}?"
)

ANSWER_RULES: Final = (
    Rule(
        id="yes",
        role=Role.LEAD,
        reason="a yes, alone or before a stop or the speaker's own clause, answers the ask",
        source=READER,
        cue=re.compile(rf"{_INTRO}{_GRANTED}{_YES}{_TURNED}{_BEHIND_YES}"),
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
        id="no",
        role=Role.LEAD,
        reason="a no, alone or before a stop or a comma, answers the ask",
        source=READER,
        cue=re.compile(
            rf"{_INTRO}{_NO}{_NO_TURNED}(?=\s*(?:[.!,;:–…(]|-\s|$|(?:i|we|because|as)\b))"
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
        cue=re.compile(
            rf"(?:{_ANSWER}|{_SAYS}){_YES}(?![\w-])(?! (?:and no|or no|not|man)\b)(?! to (?!this|that|"
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
        cue=re.compile(
            rf"(?:{_ANSWER}|{_SAYS}|^(?=no, (?!but|however|although))){_NO}"
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
        cue=re.compile(
            r"(?:i|we) (?:absolutely |certainly |definitely |do and )?(?:do|will|would|am|can|shall|"
            r"are)"
            r"(?: so| indeed)?(?=\s*(?:[.!,;:–…(]|-\s|$))(?!,? (?:not)\b)"
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
        cue=re.compile(
            r"(?:i|we) (?:absolutely |certainly |definitely )?(?:do not|don't|will not|won't|would not|"
            r"wouldn't|"
            r"am not|cannot|can't|could not)(?=\s*(?:[.!,;:–…(]|-\s|$))(?!,? (?:yet|know)\b)"
        ),
        stance=Stance.REFUSED,
        basis=Basis.EXPLICIT,
        codes=("I do not. Boats are slow.", "I won't."),
        spares=("I do not know.", "I cannot wait."),
    ),
    Rule(
        id="could-not-agree-more",
        role=Role.SIGN,
        reason="said of a thing one agrees with wholly, though its words hold a not",
        source=ISSUE,
        cue=re.compile(
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
        cue=re.compile(
            r"(?:yes, )?(?:i|we) (?:do |certainly |definitely )?(?:think|believe) so\b|sure(?=[.,!;–]|"
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
        cue=re.compile(
            r"(?:no, )?(?:i|we) (?:do not|don't|really don't) (?:think|believe) so\b|probably not\b|"
            r"not really\b"
        ),
        stance=Stance.REFUSED,
        codes=("I don't think so.", "Probably not."),
        spares=("I think so.",),
    ),
    Rule(
        id="my-word",
        role=Role.SIGN,
        reason="giving one's word is a promise",
        source=PRAGMATICS,
        cue=re.compile(
            r"\b(?:you have|you've got|you will have|you'll have|i give you|here is|this is) my (?:\w+ "
            r")?"
            r"(?:word|commitment|pledge|promise|guarantee)\b"
        ),
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        codes=("You have my word.", "You will have my firm commitment on the ferry."),
        spares=("You have my sympathy.",),
    ),
)
