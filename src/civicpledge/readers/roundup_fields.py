"""Fields of a bulletin that tell of an occasion, a line each: "When:", "Numbers:", "Candidates:"."""

import re
from enum import StrEnum

from attrs import frozen

from civicpledge.model.asks import ParticipationStatus
from civicpledge.readers.people_in_prose import people_in
from civicpledge.readers.presences import Presence, presences_in
from civicpledge.readers.roundup_occasions import day_in, number_in

_FIELD = re.compile(
    r"(?P<key>when|date|day|where|venue|place|numbers?|attendance|turnout|headcount|how many"
    r"|candidates?|present|on (?:the )?(?:stage|panel|platform)|panel|speakers|who came"
    r"|absent|apologies(?: from)?|empty chairs?|not there|did not (?:come|attend))"
    r"[*_ ]{0,3}:[*_ \t]{0,20}(?=\S)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[^.;(\n]{2,80}")
_CLAUSE = re.compile(r"[^;.]+")


class Key(StrEnum):
    """What a field tells."""

    WHEN = "when"
    WHERE = "where"
    NUMBERS = "numbers"
    PEOPLE = "people"
    AWAY = "away"


_KEYS = {
    **dict.fromkeys(("when", "date", "day"), Key.WHEN),
    **dict.fromkeys(("where", "venue", "place"), Key.WHERE),
    **dict.fromkeys(
        ("number", "numbers", "attendance", "turnout", "headcount", "how many"), Key.NUMBERS
    ),
    **dict.fromkeys(
        ("absent", "apologies", "apologies from", "empty chair", "empty chairs", "not there"),
        Key.AWAY,
    ),
    **dict.fromkeys(("did not come", "did not attend"), Key.AWAY),
}


@frozen(kw_only=True)
class Field:
    """
    A field and where its value begins, in offsets of the text.

    :ivar told: the day, the place or the number that it gives, as printed
    """

    key: Key
    start: int
    told: str | None = None


def field_of(text: str, start: int, end: int) -> Field | None:
    """
    Read a line that is a field of an occasion.

    >>> line = "Numbers: 135 (a record)"
    >>> field_of(line, 0, len(line)).told
    '135'
    """
    found = _FIELD.match(text, start, end)
    if found is None:
        return None
    key = _KEYS.get(found["key"].casefold(), Key.PEOPLE)
    value = text[found.end() : end]
    told = None
    if key is Key.WHEN:
        told = day_in(value)
    elif key is Key.NUMBERS:
        told = number_in(value)
    elif key is Key.WHERE and (place := _PLACE.match(value)):
        told = place[0].strip(" ,*_")
    return Field(key=key, start=found.end(), told=told)


def came_in(text: str, start: int, end: int, *, away: bool = False) -> tuple[Presence, ...]:
    """
    Read who came by a list of the candidates; who is said to have stayed away, or is listed so, did.

    :param away: whether the list is of those who stayed away

    >>> line = "Ann Body (Green); Bo Ng (Labour) pulled out. Absent: Cy Low (Reform)"
    >>> [(p.person.name, p.status.value) for p in came_in(line, 0, len(line))]
    [('Ann Body', 'attended'), ('Bo Ng', 'withdrew'), ('Cy Low', 'withdrew')]
    """
    found: list[Presence] = []
    for clause in _CLAUSE.finditer(text, start, end):
        listed = _FIELD.match(clause[0].lstrip())
        if listed is not None:
            away = _KEYS.get(listed["key"].casefold()) is Key.AWAY
        told = () if away else presences_in(text, clause.start(), clause.end())
        status = ParticipationStatus.WITHDREW if away else ParticipationStatus.ATTENDED
        people = people_in(text, clause.start(), clause.end())
        found += told or (Presence(person=p, status=status) for p in people)
    return tuple(found)
