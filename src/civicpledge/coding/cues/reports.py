"""Rules for words told by somebody else: "she pledged to open it", "both said that they would"."""

from typing import Final

from civicpledge.coding.cues.words import OBJECT, PRAGMATICS, READER
from civicpledge.coding.rules import Force, Held, Role, Rule, Voice
from civicpledge.model.asks import AskForm
from civicpledge.model.findings import Basis, Stance

_NOT_IN_A_NAME: Final = (
    r"colleagues?|council|government|ministers?|opponents?|party|predecessor|rivals?|residents"
    r"|voters"
    r"|not|never|no|neither|nobody|cannot|[a-z]+n't|refused|declined|failed|unable"
    r"|said|says|told|asked|asks|denied|doubted|added|answered|replied|thought|hoped|expected"
    r"|likely|used"
    r"|that|if|whether|who|which|when|would|could|might|may|should|must"
)
# A name opens its sentence: in "she said the mayor had pledged it" the pledge is another's.
_WHO: Final = (
    rf"(?:^(?:(?!(?:{_NOT_IN_A_NAME})\b)[^\W\d][\w'.-]* ){{1,6}}?|^"
    r"|(?:^|(?<=[,;:–] )|(?<=\band )|(?<=\bbut ))(?:he|she|they|both) )"
    r"(?:also |both |all |each |again |then |has |have |had |firmly |clearly |publicly )*"
)
_SAID: Final = r"(?:said|answered|replied|added|told \w+(?: \w+){0,4}?)"
_THEY: Final = r"(?:that )?(?:he|she|they)"
_NO_DEED: Final = (
    r"(?!(?:\w+ly )?(?:not|never|look|consider|review|explore|examine|listen|think|try|see|"
    r"study|ask|"
    r"discuss|talk|work (?:to|towards)|do (?:his|her|their) (?:best|utmost)|do (?:all|"
    r"everything|what)|"
    r"be (?:open|willing|interested|happy to (?:look|talk|discuss|meet)))\b)"
)
_TO_IT: Final = (
    r"(?=$|[,;.]| (?:at once|without (?:hesitation|reservation)|too|as well)\b"
    r"| to (?:it|this|that|all|both|the (?:ask|call|demand|request))\b)"
)
_WILL: Final = "Will you run a river ferry?"
_LONG: Final = r"(?P<object>[^;:()–]{2,200})"

REPORT_RULES: Final = (
    Rule(
        id="told-they-pledged",
        role=Role.STAND,
        voice=Voice.REPORT,
        reason="that somebody promised the thing, as a report tells it",
        source=PRAGMATICS,
        pattern=(
            rf"{_WHO}(?:confirmed|promised|pledged|committed|vowed|agreed|undertook|guaranteed|"
            r"gave (?:a|an|his|her|their) (?:\w+ )?(?:assurance|commitment|pledge|promise|word))"
            rf"(?: (?:himself|herself|themselves))? (?:{_THEY} (?:would|will) |to "
            rf"){_NO_DEED}{_LONG}"
        ),
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.UNDERTAKES,
        ask=_WILL,
        held=Held.DEED,
        codes=("She pledged to run a river ferry.", "Ada Vale confirmed that she would do this."),
        spares=(
            "She pledged to mend the roads.",
            "Her opponent pledged to run a ferry.",
            "She has not pledged to run a ferry.",
        ),
    ),
    Rule(
        id="told-they-would",
        role=Role.STAND,
        voice=Voice.REPORT,
        reason="that somebody said they would do the thing; a report seldom gives the words",
        source=PRAGMATICS,
        pattern=rf"{_WHO}{_SAID} {_THEY}(?: would| will|'d|'ll) {_NO_DEED}{_LONG}",
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        ask=_WILL,
        held=Held.DEED,
        codes=("She said that she would run a ferry.", "He said he'd run it all year."),
        spares=("She said that she would look at it.", "She said she would mend the roads."),
    ),
    Rule(
        id="told-they-will-do-it",
        role=Role.STAND,
        voice=Voice.REPORT,
        reason="the ask's own verb, with its own thing, in a report of what somebody said they would do",
        source=PRAGMATICS,
        pattern=(
            rf"{_WHO}(?:{_SAID} {_THEY}(?: would| will|'d|'ll) |(?:promised|pledged|vowed"
            r"|agreed) to )"
            rf"{_NO_DEED}(?P<act>[a-z-]{{2,18}})\b(?: (?:up|out|in|back|on|off|down)\b)? ?{OBJECT}"
        ),
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        ask=_WILL,
        held=Held.ACT,
        codes=("She told the hall she would run it.", "promised to run one, all year."),
        spares=("She said she would run for office.", "She promised to mend it."),
    ),
    Rule(
        id="told-their-word",
        role=Role.STAND,
        voice=Voice.REPORT,
        reason="that somebody agreed, or gave their word, and no more, answers what was asked of them",
        source=PRAGMATICS,
        pattern=(
            rf"{_WHO}(?:(?:gave|made) (?:the [a-z]+ (?:his|her|their)|the|that|this|his|her"
            r"|their|both)"
            r" (?:\w+ )?(?:assurance|commitment|guarantee|pledge|promise|undertaking|word)"
            r"|agreed(?: (?:at once|immediately|readily|straight away|without (?:hesitation"
            r"|reservation)|to"
            r" (?:it|this|that|both|do (?:so|it|that))))?)(?=$|[,;:]| (?:and|too|as well)\b)"
        ),
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        forms=(AskForm.WILL_YOU, AskForm.DEMAND),
        ask=_WILL,
        codes=("Ms Vale agreed at once.", "gave the crews her word: by Easter."),
        spares=("She agreed that it was cold.", "She agreed to look at it."),
    ),
    Rule(
        id="told-they-signed",
        role=Role.STAND,
        voice=Voice.REPORT,
        reason="that somebody signed what they were asked to sign, as a report tells it",
        source=READER,
        pattern=rf"{_WHO}(?:came (?:up )?to the \w+ and )?(?P<act>signed)(?: up)? ?{OBJECT}",
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        ask="Will you sign the ferry pledge?",
        held=Held.ACT,
        codes=("She signed the pledge.", "came to the stage and signed, as did Mr Ng."),
        spares=("She signed a book.", "She signed after crossing out the last line."),
    ),
    Rule(
        id="told-they-would-so",
        role=Role.STAND,
        voice=Voice.REPORT,
        reason="that somebody said they would, and no more, answers what was asked of them",
        source=PRAGMATICS,
        pattern=(
            rf"(?:{_WHO}(?:{_SAID} {_THEY} )?(?:would|will) do (?:so|it|that|this|both)"
            rf"|{_WHO}{_SAID} {_THEY} (?:would|will)|^would)"
            r"(?=$|[,;:]| (?:and|because|but|if|once|provided|too|unless|when)\b)"
        ),
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        ask=_WILL,
        codes=(
            "She said she would.",
            "Bo Ng said that he would do so, and gladly.",
            "would, and has someone in mind.",
        ),
        spares=("She said she would not.", "She said she would look at it."),
    ),
    Rule(
        id="told-they-would-not",
        role=Role.STAND,
        voice=Voice.REPORT,
        reason="that somebody said they would not, and no more, refuses what was asked of them",
        source=PRAGMATICS,
        pattern=(
            rf"{_WHO}(?:{_SAID} {_THEY} (?:would not|wouldn't|will not|won't|could not"
            r"|couldn't|cannot)"
            r"(?: do (?:so|it|that|this))?|(?:declined|refused)(?: to)?"
            r"(?: (?:commit|do so|promise|sign|agree|give (?:it|that|one)))?)"
            r"(?=$|[,;:]| (?:and|because|but|if|unless|until)\b)"
        ),
        stance=Stance.REFUSED,
        ask=_WILL,
        codes=(
            "She said she would not.",
            "Bo Ng said that he couldn't, because of the cost.",
            "declined to sign.",
        ),
        spares=("She said she would not rest until it ran.", "She said she would."),
    ),
    Rule(
        id="told-they-like-it",
        role=Role.SIGN,
        voice=Voice.REPORT,
        reason="that somebody spoke well of the thing, as a report tells it, is no promise",
        source=READER,
        pattern=(
            rf"{_WHO}(?:{_SAID} {_THEY} )?(?:liked|welcomed|praised|supported|shared"
            r"|sympathi[sz]ed with"
            r"|(?:was|were) (?:keen on|open to|sympathetic to|supportive of)) "
            r"(?:the (?:aims?|call|demand|goals?|idea|plan|principle|proposal|scheme)|it|this|that"
            r"|their (?:aims?|anger|concerns?|goals?|worries))\b"
        ),
        stance=Stance.SUPPORTIVE,
        forms=(AskForm.WILL_YOU, AskForm.DEMAND),
        ask=_WILL,
        codes=("She said she liked the idea.", "Both were open to it."),
        spares=("She liked the band.", "She said yes."),
    ),
    Rule(
        id="told-yes",
        role=Role.STAND,
        voice=Voice.REPORT,
        reason="that somebody said yes, as a report tells it",
        source=READER,
        pattern=rf"{_WHO}(?:{_SAID}|gave) (?:an? )?(?:\w+ )?yes{_TO_IT}",
        stance=Stance.COMMITTED,
        basis=Basis.EXPLICIT,
        force=Force.ASSENTS,
        codes=("Both said yes.", "Ada Vale gave a firm yes."),
        spares=("She said yes to better buses.", "She said no."),
    ),
    Rule(
        id="told-no",
        role=Role.STAND,
        voice=Voice.REPORT,
        reason="that somebody said no, as a report tells it",
        source=READER,
        pattern=rf"{_WHO}(?:{_SAID}|gave) (?:an? )?(?:\w+ )?no{_TO_IT}",
        stance=Stance.REFUSED,
        basis=Basis.EXPLICIT,
        codes=("She said no.",),
        spares=("She said no more than that.", "She said yes."),
    ),
    Rule(
        id="told-they-support",
        role=Role.STAND,
        voice=Voice.REPORT,
        reason="that somebody supports the thing, given to a question on support, is a yes",
        source=READER,
        pattern=(
            rf"{_WHO}(?:{_SAID} {_THEY}(?: would| will|'d)? )?(?:fully |strongly"
            r" )?(?:support(?:ed|s)?|back(?:ed|s)?|"
            rf"endorse[ds]?|favou?r(?:ed|s)?|(?:was|were|is|are) in favou?r of) {OBJECT}"
            rf"|{_WHO}(?:was|were|is|are) (?:\w+ly )?in favou?r(?=$|[,;])"
        ),
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        forms=(AskForm.DO_YOU_SUPPORT,),
        held=Held.OBJECT,
        codes=("She said that she supported the ferry.", "Both backed the ferry."),
        spares=("She supported better buses.", "She did not support the ferry."),
    ),
    Rule(
        id="told-they-will-not",
        role=Role.STAND,
        voice=Voice.REPORT,
        reason="that somebody refused the thing, or said that they would not, as a report tells it",
        source=READER,
        pattern=(
            rf"{_WHO}(?:refused to (?:support|back|do|commit to|promise|pledge|agree to)|opposed|"
            r"rejected|ruled out|did not (?:support|back|favou?r)|(?:was|were) (?:against"
            r"|opposed to|not "
            rf"in favou?r of)|objected to|saw no (?:case|need|point|reason) (?:for|in)|{_SAID}"
            rf" {_THEY} (?:opposed|rejected|(?:would not|wouldn't|"
            rf"could not|"
            rf"couldn't|will not|did not|didn't) (?:support|back|do|commit to|agree (?:to|with)|"
            rf"vote for))) {OBJECT}"
            rf"|{_WHO}(?:was|were|is|are) (?:\w+ly )?against(?=$|[,;])"
        ),
        stance=Stance.REFUSED,
        held=Held.OBJECT,
        codes=(
            "She said that she would not support the ferry.",
            "Both ruled out a ferry.",
            "She was against the ferry.",
        ),
        spares=("She opposed delay.", "She did not oppose the ferry."),
    ),
    Rule(
        id="told-they-would-not-say",
        role=Role.SIGN,
        voice=Voice.REPORT,
        reason="that somebody would not answer, left it to others or put it off, as a report tells it",
        source=READER,
        pattern=(
            rf"{_WHO}(?:(?:declined|refused|was unable|were unable|would not|did not want) (?:to )?"
            r"(?:say|answer|comment|be drawn|take a position|respond)\b"
            r"|did not (?:directly )?(?:answer|say|respond|reply)\b|did not give an? (?:\w+"
            r" )?answer\b"
            r"|(?:changed|dodged|avoided|sidestepped|ducked) the (?:question|subject)\b"
            rf"|(?:{_SAID}|felt|thought) (?:that )?(?:it|this|that) (?:was|is|would be) "
            r"(?:a matter|an issue|a question|a decision|one) for\b"
            rf"|{_SAID} {_THEY}(?: would|'d) (?:leave (?:it|that|this)(?: one)? (?:up )?to"
            r"|(?:want|need|have) to (?:hear|talk|see|know|look|speak|think|wait)|think about it"
            r"|look (?:at|into) (?:it|this|that))\b)"
        ),
        stance=Stance.DEFLECTED,
        codes=(
            "She declined to answer.",
            "He would not be drawn on it.",
            "said it was a matter for the harbour board.",
            "said she would want to hear from the crews first.",
        ),
        spares=("She answered at length.", "said the matter was closed."),
    ),
)
