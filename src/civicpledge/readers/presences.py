"""Who came, who came for another, and who was expected and did not come."""

import re

from attrs import frozen

from civicpledge.model.asks import ParticipationStatus
from civicpledge.readers.people_in_prose import Named, people_in

_CAME = re.compile(
    r"\b(?:(?:were|was|are) (?:also )?(?:in attendance|present|there|on (?:the )?(?:panel|stage|platform))"
    r"|on the platform (?:were|was)|in attendance|present (?:were|was|included?)"
    r"|attended|came(?! together)|took (?:part|questions)|joined us|were joined by|was joined by"
    r"|joined by|included?|spoke"
    r"|answered|said yes|said no"
    r"|(?:citizens|leaders|members|people|residents|we) (?:heard from|met with)"
    r"|on the panel|(?:was|were) represented)\b",
    re.IGNORECASE,
)
_CONTEXT = re.compile(
    r"\b(?:in attendance|in the room (?:were|was)|(?:was|were|who are) (?:also )?(?:present|there"
    r"|on stage|on the panel)"
    r"|present (?:were|was|included?)"
    r"|candidates? (?:present|attending|there) included?|attended|took part|joined by|said (?:yes"
    r"|no)|(?:in|of) (?:largely )?agreement"
    r"|representing|on behalf of|in place of|represented by|stood in|standing in|panel)\b",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\b(?:pulled out|cried off|(?:was|were) (?:away|unwell|ill)\b|withdr[ae]w\w*|dropped out|cancelled"
    r"|(?:did not|didn['’]t|could not"
    r"|couldn['’]t|was unable to|were unable to"
    r"|unable to|failed to|declined to|chose not to) (?:attend|come|appear|take part|make it|join"
    r"|turn up|show up|show)"
    r"|declined (?:the|our|an|their) invitations?|declined(?= ?[.,]|$)|sent (?:their |his "
    r"|her )?apologies|(?:was|were) absent"
    r"|(?:was|were) not (?:there|present|in attendance)"
    r"|turned down (?:the|our|an) invitations?|no-shows?|asked to be excused"
    r"|(?:(?:was|were) represented by )?an empty (?:chair|seat)"
    r"|(?:chair|seat) (?:stayed|was|remained|stood) empty)\b",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"\b(?:(?:did not|didn['’]t|never|failed to|ha[ds] not|have not) (?:yet )?"
    r"(?:reply|respond|answer|replied|responded|answered)"
    r"|no (?:reply|response|answer) (?:was received )?from)\b"
    r"|\bno (?:reply|response|answer) (?:was )?received(?: by [^:.\n]{1,30})?:",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"\b(?:(?:replied|responded|answered|wrote|took part) (?:in writing|by (?:letter|email))"
    r"|sent (?:a |us )?written|sent (?:us )?(?:\w{1,10} ){0,2}in writing|wrote to us)\b",
    re.IGNORECASE,
)
_STATUSES = (
    (_SILENT, ParticipationStatus.DID_NOT_REPLY),
    (_AWAY, ParticipationStatus.WITHDREW),
    (_WRITTEN, ParticipationStatus.IN_WRITING),
    (_CAME, ParticipationStatus.ATTENDED),
)
_BUT = re.compile(r",? (?:but|and|though)(?: (?:instead|later|has|have|had|did|he|she|they)){0,2} ")
_WHO = re.compile(r",? who\b")
_CONTRAST = re.compile(r";|\b(?:while|whilst|whereas|but|although|though)\b")
_SOMEBODY_ELSE = re.compile(r"\([A-Z]")
_NOR = re.compile(r"\bnor\b[^,;.]{0,60}$", re.IGNORECASE)
_LONGEST = 1500
AWAY = (ParticipationStatus.WITHDREW, ParticipationStatus.DID_NOT_REPLY)
"""How people who did not come took part."""


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
    verbs = _verbs(text, start, end)
    if not (verbs or _CONTEXT.search(text, start, end)):
        return ()
    people = people_in(text, start, end)
    told = {verb.start: _about(text, verb, verbs, people) for verb in verbs}
    return tuple(Presence(person=p, status=_status(p, verbs, told)) for p in people)


@frozen(kw_only=True)
class _Verb:
    """A verb of coming, staying away, keeping silent or writing."""

    start: int
    end: int
    status: ParticipationStatus


def _verbs(text: str, start: int, end: int) -> tuple[_Verb, ...]:
    """Give the verbs in order; one of coming inside one of staying away ("did not attend") is none."""
    found: list[_Verb] = []
    for pattern, status in _STATUSES:
        for match in pattern.finditer(text, start, end):
            if any(v.start < match.end() and match.start() < v.end for v in found):
                continue
            neither = _NOR.search(text, max(start, match.start() - 80), match.start())
            told = ParticipationStatus.WITHDREW if neither else status
            found.append(_Verb(start=match.start(), end=match.end(), status=told))
    return tuple(sorted(found, key=lambda v: v.start))


def _about(
    text: str, verb: _Verb, verbs: tuple[_Verb, ...], people: tuple[Named, ...]
) -> tuple[Named, ...]:
    """
    Give the people a verb is about: those between the verb before and it, else those behind it.

    A last verb of coming also takes those behind it ("was there, with ..."), up to a semicolon.
    """
    before = max((v.end for v in verbs if v.end <= verb.start), default=0)
    behind = min((v.start for v in verbs if v.start >= verb.end), default=len(text))
    ahead = tuple(p for p in people if before <= p.start and p.end <= verb.start)
    if verb.status in AWAY and ahead:
        ahead = _right_before(text, verb, ahead)
    stop = text.find(";", verb.end, behind)
    after = tuple(
        p for p in people if verb.end <= p.start and p.end <= (behind if stop < 0 else stop)
    )
    if not (ahead or before):
        return after
    if not ahead and verb.status is ParticipationStatus.IN_WRITING:
        return _about_same(text, verb, verbs, people)
    last = behind == len(text) and verb.status is ParticipationStatus.ATTENDED
    return ahead + (after if last else ())


def _about_same(
    text: str, verb: _Verb, verbs: tuple[_Verb, ...], people: tuple[Named, ...]
) -> tuple[Named, ...]:
    """Give those of whom the verb before tells too: "was unable to attend but sent written answers"."""
    before = max((v for v in verbs if v.end <= verb.start), key=lambda v: v.end)
    joined = _BUT.fullmatch(text, before.end, verb.start)
    return _about(text, before, verbs, people) if joined else ()


def _right_before(text: str, verb: _Verb, ahead: tuple[Named, ...]) -> tuple[Named, ...]:
    """
    Give those of whom a verb of staying away tells: whoever "who" points back to, else all *ahead*.

    Those before a "while" or "but" that others follow are told of otherwise.

    A party in brackets behind the last of them is that of somebody else, whose name was not read.
    """
    between = text[ahead[-1].until : verb.start]
    if _SOMEBODY_ELSE.search(between):
        return ()
    if _WHO.match(between):
        return ahead[-1:]
    cut = max(
        (m.end() for m in _CONTRAST.finditer(text, ahead[0].until, ahead[-1].begin)), default=0
    )
    return tuple(person for person in ahead if person.begin >= cut)


def _status(
    person: Named, verbs: tuple[_Verb, ...], told: dict[int, tuple[Named, ...]]
) -> ParticipationStatus:
    said = [verb.status for verb in verbs if person in told[verb.start]]
    away = [s for s in said if s in AWAY]
    if person.represented:
        return ParticipationStatus.REPRESENTED
    if ParticipationStatus.IN_WRITING in said:
        return ParticipationStatus.IN_WRITING
    if away:
        return away[0]
    if said:
        return said[0]
    return ParticipationStatus.UNKNOWN if verbs else ParticipationStatus.ATTENDED
