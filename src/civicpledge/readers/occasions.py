"""The occasion that a page tells of: its day, its place, how many came."""

import re

from civicpledge.model.asks import RoundKind
from civicpledge.model.sources import Document
from civicpledge.readers.reading import RawOccasion, RawParticipant

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DAY = re.compile(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: "
    rf"of)? {_MONTH}(?:,? \d{{4}})?"
    rf"|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?{_MONTH} \d{{1,2}}(?:st|nd|rd|"
    rf"th)?(?:,? \d{{4}})?"
)
_OCCASION = re.compile(
    r"\b(?:assembly|hustings|event|meeting|debate|questionnaire|letter|survey)\b", re.IGNORECASE
)
_COUNT = re.compile(
    r"(?P<count>(?:(?:over|nearly|almost|about|around|more than) )?\d[\d,]{0,7}|hundreds|"
    r"thousands|dozens)(?: of)?(?: \w{1,20}){0,3}? "
    r"(?:people|leaders|members|citizens|residents|attendees|guests|participants)\b",
    re.IGNORECASE,
)
_KINDS = {
    "assembly": RoundKind.ASSEMBLY,
    "hustings": RoundKind.HUSTINGS,
    "debate": RoundKind.HUSTINGS,
    "questionnaire": RoundKind.QUESTIONNAIRE,
    "survey": RoundKind.QUESTIONNAIRE,
    "letter": RoundKind.LETTER,
}


def occasion_of(
    document: Document,
    sentences: list[tuple[int, int]],
    participants: tuple[RawParticipant, ...] = (),
) -> RawOccasion | None:
    """Read the first sentence that gives the day of an assembly, a hustings or the like."""
    for start, end in sentences:
        words = " ".join(document.text[start : min(end, start + 2000)].split())
        day, occasion = _DAY.search(words), _OCCASION.search(words)
        if day is None or occasion is None:
            continue
        counts = tuple(match["count"] for match in _COUNT.finditer(words))
        return RawOccasion(
            title=occasion[0],
            quote=document.quote(start, end),
            kind=_KINDS.get(occasion[0].casefold(), RoundKind.OTHER),
            date=day[0],
            headcounts=counts,
            participants=participants,
        )
    if not participants:
        return None
    quote = participants[0].quote
    return RawOccasion(
        title="occasion", quote=quote, kind=RoundKind.OTHER, participants=participants
    )
