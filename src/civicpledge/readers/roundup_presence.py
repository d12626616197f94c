"""Who came, who came for another, and who was expected and did not come."""

import re

from attrs import frozen

from civicpledge.model.asks import ParticipationStatus
from civicpledge.readers.roundup_people import Named, people_in

_CAME = re.compile(
    r"\b(?:(?:were|was|are) (?:also )?(?:in attendance|present|there|on (?:the )?(?:panel|stage))"
    r"|in attendance|present (?:were|was|included?)"
    r"|attended|took part|joined us|were joined by|was joined by|joined by|included?|spoke"
    r"|answered|said yes|said no"
    r"|on the panel|(?:was|were) represented)\b",
    re.IGNORECASE,
)
_CONTEXT = re.compile(
    r"\b(?:in attendance|(?:was|were|who are) (?:also )?(?:present|there|on stage|on the panel)"
    r"|present (?:were|was|included?)"
    r"|candidates? (?:present|attending|there) included?|attended|took part|joined by|said (?:yes"
    r"|no)|(?:in|of) (?:largely )?agreement"
    r"|on behalf of|in place of|represented by|stood in|standing in|panel)\b",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\b(?:pulled out|withdr[ae]w\w*|dropped out|cancelled|(?:did not|didn['’]t|could not"
    r"|couldn['’]t|was unable to|were unable to"
    r"|unable to|failed to|declined to|chose not to) (?:attend|come|appear|take part|make it|join"
    r"|turn up|show up|show)"
    r"|declined (?:the|our|an|their) invitations?|declined(?= ?[.,]|$)|sent (?:their |his "
    r"|her )?apologies|(?:was|were) absent"
    r"|turned down (?:the|our|an) invitations?|no-shows?)\b",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"\b(?:(?:did not|didn['’]t|never|failed to|has not|have not) (?:reply|respond|answer|replied"
    r"|responded|answered)"
    r"|no (?:reply|response|answer) (?:was received )?from)\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"\b(?:(?:replied|responded|answered|wrote|took part) (?:in writing|by (?:letter|email))"
    r"|sent (?:a |us )?written)\b",
    re.IGNORECASE,
)
_LONGEST = 1500


@frozen(kw_only=True)
class Presence:
    """One person and how the sentence says that they took part."""

    person: Named
    status: ParticipationStatus


def presences_in(text: str, start: int, end: int) -> tuple[Presence, ...]:
    """
    Read who came and who did not, by what the sentence ``text[start:end]`` says of each.

    A verb of staying away goes with the people named right before it, behind the last verb of coming.

    >>> line = "Ann Body was there, but Bo Kit, also invited, pulled out."
    >>> [(p.person.name, p.status.value) for p in presences_in(line, 0, len(line))]
    [('Ann Body', 'attended'), ('Bo Kit', 'withdrew')]
    """
    end = min(end, start + _LONGEST)
    away = _AWAY.search(text, start, end) or _SILENT.search(text, start, end)
    written = _WRITTEN.search(text, start, end)
    if not (away or written or _CONTEXT.search(text, start, end)):
        return ()
    people = people_in(text, start, end)
    missing = _missing(text, people, start, away)
    return tuple(
        Presence(person=p, status=_status(text, p, missing, away, written)) for p in people
    )


def _missing(
    text: str, people: tuple[Named, ...], start: int, away: "re.Match[str] | None"
) -> tuple[Named, ...]:
    """Give the people whom the verb of staying away is about."""
    if away is None:
        return ()
    before = [p for p in people if p.end <= away.start()]
    came = [m.end() for m in _CAME.finditer(text, start, away.start())]
    behind = [p for p in before if not came or p.start >= came[-1]]
    if behind:
        return tuple(behind)
    if before and came:
        return ()
    return tuple(p for p in people if p.start >= away.end())


def _status(
    text: str,
    person: Named,
    missing: tuple[Named, ...],
    away: "re.Match[str] | None",
    written: "re.Match[str] | None",
) -> ParticipationStatus:
    if person in missing and away is not None:
        silent = _SILENT.match(text, away.start()) is not None
        return ParticipationStatus.DID_NOT_REPLY if silent else ParticipationStatus.WITHDREW
    if person.represented:
        return ParticipationStatus.REPRESENTED
    if written is not None:
        return ParticipationStatus.IN_WRITING
    return ParticipationStatus.ATTENDED
