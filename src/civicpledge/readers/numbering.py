"""Numbers that lines begin with, as in "7)" and "Question 2:", counts behind words, and lists of words."""

import re

from attrs import frozen


def words_of(listed: str) -> frozenset[str]:
    """
    Take a list of words as one writes it: parted by white space.

    >>> sorted(words_of("no yes"))
    ['no', 'yes']
    """
    return frozenset(listed.split())


_NUMBERED = re.compile(
    r"\(?(?:on )?(?:(?:question|ask|priority|pledge|demand|proposal|point|request|q|no|number|#)[ "
    r".:]{0,2}#?)?"
    r"[ \t]{0,2}(?P<number>\d{1,3}[a-z]?)(?:[ \t]{0,2}[).:\u2013\u2014]\)?(?!\d)|[ \t]-[ \t])"
    r"[*_]{0,3}[ \t]{0,8}(?:[*_]{1,3}(?=\S))?",
    re.IGNORECASE,
)
_WORD_NUMBERED = re.compile(
    r"(?:question|ask|priority|pledge|demand|proposal|point|request)[ \t]{1,2}"
    r"(?P<number>\d{1,3}[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?:[ \t]{0,2}[).:\u2013\u2014-][ \t]{0,8}|[ \t]{1,8}|$)",
    re.IGNORECASE,
)
# "1.2 Will you?" is a number; "7.30 Doors open" is a time.
_SECTIONED = re.compile(
    r"(?:[Qq]uestion[ \t]|[Qq])?(?P<number>\d{1,2}\.[1-9])[.):]?[ \t]{1,8}(?=[\"'‘“*]{0,3}[A-Z])"
)
_Q_NUMBERED = re.compile(r"Q(?P<number>\d{1,2})[ \t]{1,8}(?=[A-Z])")

NUMBER_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
"""The numbers that pages print as words."""


@frozen(kw_only=True)
class Numbered:
    """A printed number, where the words behind it begin, and the form it is printed in."""

    number: str
    words: int
    style: str


def numbered(bare: str) -> Numbered | None:
    """
    Read the number that a line begins with.

    >>> numbered("7) Launch a fund").number, numbered("Question 2: Will you?").number
    ('7', '2')
    >>> numbered("2029 is far"), numbered("3.5 million homes"), numbered("7.30 Doors open")
    (None, None, None)
    """
    forms = (_NUMBERED, _SECTIONED, _WORD_NUMBERED, _Q_NUMBERED)
    found = next((found for form in forms if (found := form.match(bare))), None)
    if found is None:
        return None
    style = found[0][: found.start("number")] + found[0][found.end("number") :]
    return Numbered(number=found["number"], words=found.end(), style=style.strip().casefold())


_COUNT = re.compile(r"(?<!\S)(\d{1,2})[.)][ \t]{1,3}(?=[A-Z'\"‘“])")


def questions_counted(bare: str) -> tuple[int, ...]:
    """
    Find where a line has to be cut that counts two questions or more from 1, each with its mark.

    >>> questions_counted("We ask: 1. Will you build? 2. Will you pay?")
    (8, 27)
    >>> questions_counted("Will you 1. build 2. pay?"), questions_counted("1. Will you build? We hope so.")
    ((), ())
    """
    if not bare.rstrip().endswith("?") or bare.count("?") < 2:
        return ()
    counts = list(_COUNT.finditer(bare))
    if len(counts) < 2 or [int(found[1]) for found in counts] != [*range(1, len(counts) + 1)]:
        return ()
    cuts = [found.start() for found in counts]
    ends = [*cuts[1:], len(bare)]
    asked = all(bare[a:b].rstrip().endswith("?") for a, b in zip(cuts, ends, strict=True))
    return tuple(cut for cut in cuts if bare[:cut].strip()) if asked else ()


_COUNTED = re.compile(
    r"\s{0,8}[*_]{0,3}(?:[\[(](?:word count:? ?)?\d{1,4} words?[\])]|[\[(]?word count:? ?\d{1,4}[\])]?"
    r"|(?<=\n)\d{1,4} words|[\[(](?:this )?(?:answer|response)\b[^\])\n]{0,60}\b(?:limit|cut|truncated"
    r"|shortened)\b[^\])\n]{0,40}[\])]|\[(?:[\w’' ]{1,40} )?(?:note|ed\.?):[^\[\]\n]{1,300}\]"
    r"|(?<=\n)\[[A-Z][^\[\]\n]{3,300}\])"
    r"\.?[*_]{0,3}",
    re.IGNORECASE,
)
_LONGEST_COUNT = 360


def without_count(words: str) -> int:
    """
    Give where words end, without what a form prints behind: a count, that they were cut, a note.

    >>> said = "Yes, forty a year. (4 words)"
    >>> said[: without_count(said)]
    'Yes, forty a year.'
    """
    end = len(words.rstrip())
    for at in range(max(0, end - _LONGEST_COUNT), end):
        if _COUNTED.fullmatch(words, at, end) and words[:at].strip():
            return at
    return len(words)
