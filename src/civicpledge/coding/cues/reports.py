"""Rules for words told by somebody else: "she pledged to open it", "both said that they would"."""

from typing import Final

from civicpledge.coding.cues.words import OBJECT, PRAGMATICS, READER
from civicpledge.coding.rules import Force, Held, Role, Rule, Voice
from civicpledge.model.asks import AskForm
from civicpledge.model.findings import Basis, Stance

_WHO: Final = (
    r"(?:^(?:(?!(?:colleagues?|council|government|ministers?|opponents?|party|predecessor|rivals?|"
    r"residents|voters)\b)[^\W\d][\w'.-]* ){1,6}?|^|(?<![\w'])(?:he|she|they|both) )"
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
        spares=("She pledged to mend the roads.", "Her opponent pledged to run a ferry."),
    ),
    Rule(
        id="told-they-would",
        role=Role.STAND,
        voice=Voice.REPORT,
        reason="that somebody said they would do the thing; a report seldom gives the words",
        source=PRAGMATICS,
        pattern=rf"{_WHO}{_SAID} {_THEY} (?:would|will) {_NO_DEED}{_LONG}",
        stance=Stance.COMMITTED,
        force=Force.UNDERTAKES,
        ask=_WILL,
        held=Held.DEED,
        codes=("She said that she would run a ferry.",),
        spares=("She said that she would look at it.", "She said she would mend the roads."),
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
            rf"{_WHO}(?:{_SAID} {_THEY} )?(?:fully |strongly )?(?:support(?:ed|s)?|back(?:ed|s)?|"
            rf"endorse[ds]?|favou?r(?:ed|s)?|(?:was|were|is|are) in favou?r of) {OBJECT}"
        ),
        stance=Stance.COMMITTED,
        force=Force.ASSENTS,
        forms=(AskForm.DO_YOU_SUPPORT,),
        held=Held.OBJECT,
        codes=("She said that she supported the ferry.", "Both backed the ferry."),
        spares=("She supported better buses.",),
    ),
    Rule(
        id="told-they-will-not",
        role=Role.STAND,
        voice=Voice.REPORT,
        reason="that somebody refused the thing, or said that they would not, as a report tells it",
        source=READER,
        pattern=(
            rf"{_WHO}(?:refused to (?:support|back|do|commit to|promise|pledge|agree to)|opposed|"
            rf"rejected|ruled out|{_SAID} {_THEY} (?:opposed|rejected|(?:would not|wouldn't|"
            rf"could not|"
            rf"couldn't|will not|did not|didn't) (?:support|back|do|commit to|agree (?:to|with)|"
            rf"vote for))) {OBJECT}"
        ),
        stance=Stance.REFUSED,
        held=Held.OBJECT,
        codes=("She said that she would not support the ferry.", "Both ruled out a ferry."),
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
