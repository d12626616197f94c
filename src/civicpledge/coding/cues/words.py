"""Pieces of cues that several families of rules share."""

from typing import Final

READER: Final = "What the words say; any reader."
ISSUE: Final = "A trap found on published answers; see the page on coding."
PRAGMATICS: Final = "Speech acts: a promise is made by saying so (Austin 1962, Searle 1969)."
HEDGING: Final = "Hedges and conditions on an assertion (Lakoff 1973)."

BOOST: Final = (
    r"(?:(?:100%|100 per ?cent|one hundred per ?cent|absolutely|actively|adamantly|bitterly|"
    r"strenuously|vehemently|also|always|am|"
    r"categorically|certainly|"
    r"clearly|completely|deeply|definitely|do|emphatically|enthusiastically|entirely|firmly|"
    r"fully|gladly|"
    r"happily|heartily|indeed|much|now|of course|passionately|personally|proudly|publicly|"
    r"really|resolutely|"
    r"right now|simply|solemnly|still|strongly|surely|therefore|thoroughly|totally|truly|"
    r"unashamedly|"
    r"unconditionally|undoubtedly|unequivocally|unreservedly|utterly|very|whole-?heartedly|"
    r"wholly|willingly|"
    r"without (?:any )?(?:reservation|hesitation|doubt)),? "
    r"){0,4}"
)
"""Adverbs that leave an answer as firm as it is."""

# "Never have I opposed", "nor would I": the verb before the speaker asks or denies.
INVERTED: Final = "".join(
    rf"(?<!\b{verb} )"
    for verb in ("have", "had", "do", "did", "would", "will", "can", "could", "should", "am")
)
SPEAKER: Final = rf"(?=[iw])(?<![\w']){INVERTED}(?:i|we)"
CLAUSE: Final = r"(?:^|(?<=[,;:–] )|(?<=–))"
"""Where a clause begins: what an object in front of its verb must begin with, or every place is tried."""
NOT: Final = (
    r"(?: do not| don't| cannot| can't| can not| could not| couldn't| would not| wouldn't|"
    r" will not| won't| shall not| shan't|'d not|'ll not|'ll never| no longer| never will| will "
    r"never|"
    r" would never| can never| could never| can no longer|"
    r"(?: am|'m| are|'re) (?:not (?:able|going|willing|prepared|ready|about) to|unable to|"
    r"unwilling to))"
)
"""What a speaker says they do not, will not or cannot."""
OBJECT: Final = (
    r"(?P<object>[^,;:()–]{0,160}?)"
    r"(?=[,;:()–]|$| (?:but|however|because|although|though|since|and (?:i|we|will|would|am|"
    r"have)|when|"
    r"while|so that)\b)"
)
OPINION_VERB: Final = (
    r"(?:support|endorse|back|favou?r|approve of|agree(?! that| with)|"
    r"agree with(?! (?:her|him|many|people|them|those|you)\b))"
)
