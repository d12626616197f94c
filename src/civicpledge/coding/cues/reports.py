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
_TO_IT: Final = r"(?=$|[,;.]| to (?:it|this|that|all|both|the (?:ask|call|demand|request))\b)"
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
        id="told-they-would-so",
        role=Role.STAND,
        voice=Voice.REPORT,
        reason="that somebody said they would, and no more, answers what was asked of them",
        source=PRAGMATICS,
        pattern=(
            rf"{_WHO}{_SAID} {_THEY} (?:would|will)(?: do (?:so|it|that|this|both))?"
            r"(?=$|[,;:]| (?:and|because|but|if|once|provided|too|unless|when)\b)"
        ),
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        ask=_WILL,
        codes=("She said she would.", "Bo Ng said that he would do so, and gladly."),
        spares=("She said she would not.", "She said she would look at it."),
    ),
    Rule(
        id="told-they-would-not",
        role=Role.STAND,
        voice=Voice.REPORT,
        reason="that somebody said they would not, and no more, refuses what was asked of them",
        source=PRAGMATICS,
        pattern=(
            rf"{_WHO}{_SAID} {_THEY} (?:would not|wouldn't|will not|won't)(?: do (?:so|it|that"
            r"|this))?"
            r"(?=$|[,;:]| (?:and|because|but|if|unless|until)\b)"
        ),
        stance=Stance.REFUSED,
        ask=_WILL,
        codes=("She said she would not.", "Bo Ng said that he wouldn't, because of the cost."),
        spares=("She said she would not rest until it ran.", "She said she would."),
    ),
    Rule(
        id="told-they-like-it",
        role=Role.SIGN,
        voice=Voice.REPORT,
        reason="that somebody spoke well of the thing, as a report tells it, is no promise",
        source=READER,
        pattern=(
            rf"{_WHO}(?:{_SAID} {_THEY} )?(?:liked|welcomed|praised|supported|sympathi[sz]ed with"
            r"|(?:was|were) (?:keen on|open to|sympathetic to|supportive of)) "
            r"(?:the (?:aim|aims|call|demand|goal|idea|plan|principle|proposal|scheme)|it|this"
            r"|that)\b"
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
            rf"in favou?r of)|{_SAID} {_THEY} (?:opposed|rejected|(?:would not|wouldn't|"
            rf"could not|"
            rf"couldn't|will not|did not|didn't) (?:support|back|do|commit to|agree (?:to|with)|"
            rf"vote for))) {OBJECT}"
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
        reason="that somebody would not answer, as a report tells it",
        source=READER,
        pattern=(
            rf"{_WHO}(?:declined|refused|was unable|were unable|would not|did not want) (?:to )?"
            r"(?:say|answer|comment|be drawn|take a position|respond)\b"
        ),
        stance=Stance.DEFLECTED,
        codes=("She declined to answer.", "He would not be drawn on it."),
        spares=("She answered at length.",),
    ),
)
