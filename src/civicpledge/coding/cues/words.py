"""Pieces of cues that several families of rules share."""

from typing import Final

READER: Final = "What the words say; any reader."
ISSUE: Final = "A trap found on published answers; see the page on coding."
PRAGMATICS: Final = "Speech acts: a promise is made by saying so (Austin 1962, Searle 1969)."
HEDGING: Final = "Hedges and conditions on an assertion (Lakoff 1973)."

BOOST: Final = (
    r"(?:(?:absolutely|also|always|am|certainly|completely|definitely|do|emphatically|"
    r"enthusiastically|"
    r"entirely|"
    r"firmly|fully|gladly|happily|indeed|much|now|of course|personally|proudly|really|right now|"
    r"simply|"
    r"still|"
    r"strongly|surely|therefore|totally|truly|very|wholeheartedly|whole-heartedly|willingly|"
    r"100%),? "
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
    r" will not| "
    r"won't|"
    r" shall not|'d not|'ll not| no longer| am not able to|'m not able to| am unable to|"
    r"'m unable to|"
    r" am not going to|'m not going to| am not willing to|'m not willing to| am not prepared to|"
    r"'m not prepared to| never will| will never| would never| can no longer)"
)
OBJECT: Final = (
    r"(?P<object>[^,;:()–]{0,160}?)"
    r"(?=[,;:()–]|$| (?:but|however|because|although|though|since|and (?:i|we|will|would|am|"
    r"have)|when|"
    r"while|so that)\b)"
)
OPINION_VERB: Final = r"(?:support|endorse|back|approve of|agree with|agree(?! that))"
