"""What a line of a round-up is by its form: a caption, a heading inside a section, one in title case."""

import re

from civicpledge.readers.lines import Line
from civicpledge.readers.roundup_occasions import details_told

_CREDIT = re.compile(r"\b(?:photo|image|picture|films?|photography|credit)\b|©", re.IGNORECASE)
_INSIDE = re.compile(
    r"\b(?:highlights?|wins|commitments|pledges|asks|attend\w*|present|what was said|what we won"
    r"|on the night)\b",
    re.IGNORECASE,
)
_CAPTION_WORDS = 8


def is_caption(line: Line) -> bool:
    """Tell the caption of a picture from a heading: many words, most of them in small letters."""
    many = len(line.bare.split()) >= _CAPTION_WORDS
    return (
        many and not line.heading and not in_title_case(line.bare) and not line.bare.endswith("?")
    )


def is_told(words: str) -> bool:
    """Tell a line that leads to a list, or gives day and number, from a heading."""
    return words.endswith(":") or details_told(words) is not None


def is_inside(line: Line, title: Line) -> bool:
    """Tell a heading inside an occasion's section ("Highlights") from the next occasion's."""
    if not _INSIDE.search(line.bare):
        return False
    return not line.heading or len(line.opened) > len(title.opened)


def is_credit(words: str) -> bool:
    """Tell whether words credit a picture."""
    return _CREDIT.search(words) is not None


def in_title_case(words: str) -> bool:
    """
    Tell whether most of the longer words begin with a capital.

    >>> in_title_case("Anyshire Citizens"), in_title_case("Our best night so far")
    (True, False)
    """
    long = [word for word in words.split() if len(word) > 3 and word[0].isalpha()]
    return bool(long) and sum(word[0].isupper() for word in long) * 2 > len(long)
