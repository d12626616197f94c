"""What a round-up's sentences tell of an assembly: its day, its place, its host and how many came."""

import re

from attrs import evolve, frozen

from civicpledge.model.asks import RoundKind
from civicpledge.readers.people_in_prose import people_in

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes|s)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_DAY_OF_MONTH = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b|{_MONTH} \d{{1,2}}(?:st|nd|rd"
    rf"|th)?\b)(?:,? \d{{4}}\b)?"
)
_DATE = re.compile(rf"\b(?:{_DAY_OF_MONTH}|(?<=\b[Oo]n ){_WEEKDAY}\b(?!,? (?:the )?\d))")
_DETAILS = re.compile(rf"(?:{_WEEKDAY},? )?(?P<date>{_DAY_OF_MONTH})(?=$|, |[ ]*[·•|;–—.])")
_SEPARATOR = re.compile(r"(?<! )[ ]*(?:[·•|;–—]|,(?=[ ]))[ ]*")
_STOP = re.compile(r"(?<!\bSt)\. ")
_NO_PLACE = re.compile(
    r"(?:after|before|from|until|at \d|for|with|which|who|and)\b|\W*$", re.IGNORECASE
)
_ABOUT = (
    r"(?:(?:well )?over|more than|nearly|almost|around|about|some|at least|up to|close to"
    r"|roughly|just under)"
)
_COUNT = re.compile(
    rf"\b(?P<count>(?:{_ABOUT} )?(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|(?:several "
    rf"|many )?(?:hundreds|dozens|thousands|scores)"
    r"|a hundred|two hundred|three hundred|a thousand))\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?:\+? ?(?:of )?(?:[\w&’'-]{1,20} ){0,5}?(?:people|members|leaders|citizens|residents"
    r"|neighbours|delegates|parents"
    r"|voters|attendees|guests|participants|students|pupils|tenants|campaigners|supporters"
    r"|volunteers|constituents)\b"
    r"|\+? ?(?:in|filled) (?:the room|attendance|the hall)|\+? ?(?:present|attending)\b"
    r"|[ -]strong\b| of us\b|\+? ?(?:filled|packed|crammed|squeezed|turned (?:out|up)|came|gathered)\b)",
    re.IGNORECASE,
)
_GATHERED = re.compile(
    r"\b(?:gathered|came together|assembled|met|packed(?: out)?(?: into)?|turned out|turned up"
    r"|filled|crowded into|convened"
    r"|took place|was held|were held|held|came|attend(?:ed)?|saw|welcomed|took part|joined"
    r"|sat down|squeezed into"
    r"|crammed into|hosted|heard)\b"
)
_PLACE = re.compile(
    r"\b(?:at|in|into|inside|to)(?: the)? (?=[A-Z])|\b(?:filled|packed(?: out)?) (?:the )?(?=[A-Z])"
)
_PLACE_WORDS = re.compile(
    r"[A-Z0-9][\w’'.&-]*(?: (?:(?:and|of|the|&) )?(?:the )?[A-Z0-9&][\w’'.&-]*){0,7}"
)
_EVENT = re.compile(r" (?:hustings|assembly|meeting|event|debate|citizens)\b", re.IGNORECASE)
_HOST = re.compile(
    r"\b(?:hosted|organised|organized|convened|run|called|held|chaired) by (?:the )?(?=[A-Z])"
)
_ELECTION = re.compile(r"\belections?\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:assemblies|events|meetings|hustings events)\b", re.IGNORECASE)
_NEARLY_THE_SAME = (2 / 3, 3 / 2)
_STILL_TO_COME = re.compile(r"\b(?:before|run-?up to|ahead of|until) (?:the )?$", re.IGNORECASE)
_ROOM = re.compile(r"\b(?:people|room|hall|us|attend\w*|turned|crowd|audience)\b", re.IGNORECASE)
_LONGEST = 1500


@frozen(kw_only=True)
class Told:
    """What a sentence tells of an occasion, each as printed, ``None`` where it does not say."""

    date: str | None = None
    place: str | None = None
    host: str | None = None
    headcount: str | None = None
    kind: RoundKind = RoundKind.ASSEMBLY

    def filled(self, other: "Told | None") -> "Told":
        """Give this with the day, place and host that only a later sentence tells."""
        if other is None:
            return self
        return evolve(
            self,
            date=self.date or other.date,
            place=self.place or other.place,
            host=self.host or other.host,
        )


def occasion_told(sentence: str) -> Told | None:
    """
    Read a sentence that tells of people coming together; ``None`` where it tells of none.

    It names a day or a number of people, and a verb of gathering.

    >>> told = occasion_told("On 3rd May, over 120 people met at Low Mill Hall for the assembly.")
    >>> told.date, told.headcount, told.place
    ('3rd May', 'over 120', 'Low Mill Hall')
    """
    words = sentence[:_LONGEST]
    details = details_told(words)
    if details is not None:
        return details
    gathered = _GATHERED.search(words)
    date = next(
        (d for d in _DATE.finditer(words) if not _STILL_TO_COME.search(words[: d.start()])), None
    )
    headcount = _headcount(words, date)
    if gathered is None or (date is None and headcount is None):
        return None
    if (headcount is None and _ELECTION.search(words)) or (date is None and _SEVERAL.search(words)):
        return None
    return Told(
        date=date[0] if date else None,
        place=_place(words, gathered.start(), date),
        host=_host(words),
        headcount=headcount,
        kind=kind_of(words),
    )


def details_told(words: str) -> Told | None:
    """
    Read a line that gives a day, perhaps a place, and a number of people, and no verb.

    >>> told = details_told("14 April, Low Hall, around 60 present.")
    >>> told.date, told.place, told.headcount
    ('14 April', 'Low Hall', 'around 60')
    """
    head = _STOP.split(words[:_LONGEST], maxsplit=1)[0].rstrip(".")
    day = _DETAILS.match(head)
    if day is None:
        return None
    pieces = [piece for piece in _SEPARATOR.split(head[day.end() :]) if piece]
    counts = [_headcount(piece, None) for piece in pieces]
    at = next((i for i, count in enumerate(counts) if count is not None), None)
    if at is None:
        return Told(date=day["date"], kind=kind_of(words)) if len(pieces) > 1 else None
    places = (piece.strip() for piece in pieces[:at] if not _NO_PLACE.match(piece.strip()))
    return Told(
        date=day["date"], place=next(places, None), headcount=counts[at], kind=kind_of(words)
    )


def headed_by(heading: str, below: str = "") -> tuple[str, Told] | None:
    """
    Read a heading that gives a day, and itself or *below* a number of people: its title, what it tells.

    >>> headed_by("Low Mill Voices – 3 May, 120 present")[0]
    'Low Mill Voices'
    >>> title, told = headed_by("Low Mill, St Jude's, 3 May", "We were 120 in the room.")
    >>> title, told.place, told.date, told.headcount
    ('Low Mill', "St Jude's", '3 May', '120')
    """
    for mark in _BEFORE_DAY.finditer(heading[:_LONGEST_HEADING]):
        told = details_told(heading[mark.end() :].rstrip(")*_ "))
        if told is not None and told.headcount is not None:
            return heading[: mark.start()].strip(), told
    return _dated(heading[:_LONGEST_HEADING], below[:_LONGEST])


def _dated(heading: str, below: str) -> tuple[str, Told] | None:
    """Read a heading that ends with a day, where the words below it say how many came."""
    day = None if _BYLINE.match(heading) else _DAY_LAST.search(heading)
    near = below if _GATHERED.search(below) else below[:_NEAR]
    count = _headcount(near, None) if day and heading[: day.start()].strip() else None
    if day is None or count is None:
        return None
    title, *places = re.split(r",[ ]+", heading[: day.start()].rstrip(" ,–—-("))
    place = places[-1].strip() if places else None
    told = Told(date=day["date"], place=place, headcount=count, kind=kind_of(heading))
    return title.strip(), told


_NEAR = 40
"""Without a verb of gathering a number of people stands at the beginning: "318 in the room."."""
_BYLINE = re.compile(r"(?:by|from|posted|published|updated|words|written)\b", re.IGNORECASE)
_DAY_LAST = re.compile(
    rf"(?:(?<=[,(–—-])|(?<=[,–—-] )) ?(?:{_WEEKDAY},? )?(?P<date>{_DAY_OF_MONTH})\)?$"
)


_BEFORE_DAY = re.compile(r"(?<=\w) ?[,;:·|(–—-] ?(?=[A-Z\d])")
_LONGEST_HEADING = 200


def kind_of(words: str) -> RoundKind:
    """
    Tell what kind of occasion the words name; an assembly where they name none.

    >>> kind_of("The Northtown hustings").value
    'hustings'
    """
    folded = words.casefold()
    return RoundKind.HUSTINGS if "hustings" in folded else RoundKind.ASSEMBLY


def _headcount(words: str, date: "re.Match[str] | None") -> str | None:
    for found in _COUNT.finditer(words):
        if date and date.start() <= found.start("count") < date.end():
            continue
        if (
            words[: found.start()].endswith(("£", "$", "€"))
            or words[found.end() : found.end() + 1] == "%"
        ):
            continue
        if _PEOPLE.match(words, found.end()) or _PEOPLE.match(words, found.end() + 1):
            return found["count"]
    return None


def day_in(words: str) -> str | None:
    """
    Give the day that *words* name, as printed.

    >>> day_in("Monday 13 April, 7pm"), day_in("soon")
    ('13 April', None)
    """
    found = _DATE.search(words[:_LONGEST])
    return found[0] if found else None


def number_in(words: str) -> str | None:
    """Give the number with which *words* begin, as printed: "135 (a record)", "hundreds!"."""
    found = _COUNT.match(words[:_LONGEST])
    return found["count"] if found else None


def other_headcount(sentence: str, counted: str) -> str | None:
    """
    Find a second count of the same people: a figure near the one *counted*, said of a room or a crowd.

    >>> other_headcount("We set out chairs for 40 people, not 250.", "241")
    '250'
    >>> other_headcount("They want 250 homes.", "241")
    """
    first = _number(counted)
    if first is None or not _ROOM.search(sentence[:_LONGEST]):
        return None
    days = [day.span() for day in _DATE.finditer(sentence[:_LONGEST])]
    for found in _COUNT.finditer(sentence[:_LONGEST]):
        if any(a <= found.start() < b for a, b in days):
            continue
        number = _number(found["count"])
        near = number is not None and _NEARLY_THE_SAME[0] <= number / first <= _NEARLY_THE_SAME[1]
        money = sentence[: found.start()].endswith(("£", "$", "€"))
        share = sentence[found.end() : found.end() + 1] == "%"
        if near and found["count"] != counted and not money and not share:
            return found["count"]
    return None


def _number(count: str) -> int | None:
    digits = "".join(c for c in count if c.isascii() and c.isdigit())
    return int(digits) if digits and int(digits) else None


def _place(words: str, gathered: int, date: "re.Match[str] | None") -> str | None:
    """Give the capitalised words behind "at" or "in", after the verb of gathering."""
    for found in _PLACE.finditer(words, gathered):
        place = _PLACE_WORDS.match(words, found.end())
        if place and not (date and date.start() <= place.start() < date.end()):
            name = place[0].rstrip(".,’'")
            if _DATE.match(name) or _EVENT.match(words, place.end()):
                continue
            if any(p.start > place.start() for p in people_in(words, place.start(), place.end())):
                continue  # "in the Lords and Ann Body"
            return name
    return None


def _host(words: str) -> str | None:
    found = _HOST.search(words)
    named = _PLACE_WORDS.match(words, found.end()) if found else None
    return named[0].rstrip(".,’'") if named else None
