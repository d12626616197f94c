"""Wins: what a round-up reports that somebody promised, with the promiser where one is named."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from civicpledge.readers.lines import CROSSES, TICKS, sentences
from civicpledge.readers.people_in_prose import Named, people_in

_FROM = re.compile(
    r"\b(?:commitments?|pledges?|promises?|agreements?)\b(?: (?:was|were|has|have|also|been|won"
    r"|secured|made|came|again)){0,5}"
    r" (?:from|by) (?P<who>[^.;\n]{2,240}?)(?=,? (?:who |to |that )|[.;\n]|$)",
    re.IGNORECASE,
)
_AND_FROM = re.compile(
    r",? and (?P<from>from (?P<who>[A-Z][^.;\n]{2,120}?))(?=,? (?:who |to |that ))"
)
_DOING = re.compile(
    r"(?P<verb>\b(?:(?:has |have |had |since |also |all |both |publicly |now )*)(?:"
    r"(?:committing|committed|commits|signed up|agreeing|agreed|agrees) (?=to\b|on\b)|undertook (?=to\b)"
    r"|(?:pledging|pledged|pledges|promising|promised|promises|vowed|vowing) (?=to\b|that\b"
    r"|(?:an?|the(?! same\b)|two|three|four|five|six|ten|half|more|another|every|new|free)\b|[£$€\d])))",
    re.IGNORECASE,
)
_YES = re.compile(
    r" (?:also |then )?(?:said yes to|backed|supported|signed up to)(?: all)?(?: of)?(?: our| the)?"
    r"(?: \w{1,12}){0,2}:$"
)
_STANDING_FOR = re.compile(r" for (?:the )?[\w’'& -]{2,50}(?= (?:have |has )?[a-z])")
_GROUP = re.compile(
    r"\b(?P<group>(?:(?:[Aa]ll|[Bb]oth|[Ee]very|[Ee]ach|[Mm]ost|[Ss]ome|[Ss]everal|[Tt]wo"
    r"|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix"
    r"|[Tt]he|other|local|of|the) ){0,4}(?:(?:[A-Z][\w’'-]+|and|mayoral|parliamentary|council"
    r"|commissioner) ){0,4}"
    r"(?:[Cc]andidates|[Cc]ouncillors|[Cc]ontenders|[Pp]arties|[Hh]opefuls|MPs|[Cc]ommissioners))\b"
)
_NO_WIN = re.compile(
    r"\b(?:no|not|without|never|told|claim\w*|alleg\w*|accord\w*|(?:said|says|heard) that|fail\w*"
    r"|refus\w*|ask(?:ed|ing)|call\w*|seek\w*|sought|want\w*"
    r"|demand\w*|hop\w*|need\w*|await\w*"
    r"|yet|unless|if|would|push\w*|press\w*)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"[ ,]*(?:(?:has|have|had|also|all|both|each|publicly|now|then|then|there|again|who)[ ,]+)*"
)
_JOINED = re.compile(r"(?:,|,? and|,? &|,? with)? ?(?:the |both )?")
_HEARD = re.compile(
    r"\b(?:asked|asking|told|urged|heard|watched|challenged|pressed|questioned|criticised|when"
    r"|after|whether|that)\b",
    re.IGNORECASE,
)
_BARE_GROUP = re.compile(r"(?:both|all)\b(?: of them\b)?", re.IGNORECASE)
_SAID = re.compile(
    r"(?:,[^,.;:\n]{1,60},)?(?: has| have| had)? (?:said|says|confirmed|announced)\b[^.;:\n]{0,80}?"
    r" (?:would|will)\b",
)
# "will be there" and the like tell what is on, and promise nothing.
_WILL = re.compile(
    r"[*_]{0,3} will (?:also )?(?!not\b|never\b|be\b|speak|attend|appear|join|chair|host|answer|stand"
    r"|face|take)"
)
_GRANTS_NOTHING = re.compile(
    r"\b(?:no (?:promise|commitment|pledge|answer)|warm words|against|declin\w*|refus\w*|oppos\w*"
    r"|reject\w*|(?:w|c|sh)ould(?: not|n['’]t)|(?:will|did|do|does|can) ?not|won['’]t|can['’]t)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r":| [–—-]{1,2} ")
_TICK = re.compile(rf"[{TICKS}{CROSSES}]\ufe0f? ?")
_PAST = re.compile(r"\s*(?:celebrat|thank|marking|following)", re.IGNORECASE)
_EARLIER = re.compile(
    r"(?:(?:but|and|back) )?(?:last (?:year|month|spring|summer|autumn|winter|time)|in (?:19|20)\d\d\b"
    r"|(?:\d{1,2}|one|two|three|four|five|six|ten|some|several|a few) (?:years?|months?) (?:ago|earlier)"
    r"|previously\b|earlier (?:this|in the) (?:year|month)"
    r"|(?:before|at) (?:our|the) (?:last|previous)\b|the year before\b)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:mayoral|mayor|pcc|police and crime commissioner|mp|parliamentary|council)\b",
    re.IGNORECASE,
)
_LONGEST = 2000
_NEAR = 3
_LONGEST_SUBJECT = 200


@frozen(kw_only=True)
class Win:
    """
    One reported promise.

    :ivar start: :ivar end: its words in the text; :ivar promisers: the people who are named as promising
    :ivar group: a group that promises, as printed
    """

    start: int
    end: int
    promisers: tuple[Named, ...] = ()
    group: str | None = None


def wins_of(text: str, start: int, end: int) -> tuple[Win, ...]:
    """
    Read the promises that ``text[start:end]`` reports, each with whoever is named beside the verb.

    A sentence may report several: "Commitment from all to meet, with Ann Body pledging to chair". One
    that tells of an earlier time reports none: "Last year Ann Body promised ...".

    >>> line = "Won a commitment from Ann Body, Green candidate, to plant 30 trees"
    >>> [w.promisers[0].name for w in wins_of(line, 0, len(line))]
    ['Ann Body']
    """
    found: list[Win] = []
    for a, b in sentences(text, start, min(end, start + _LONGEST)):
        if not is_earlier(text[a:b]):
            found += _in_sentence(text, a, b)
    return tuple(found)


def _in_sentence(text: str, start: int, end: int) -> Iterator[Win]:
    cues = sorted(_cues(text, start, end), key=lambda w: w.start)
    for i, cue in enumerate(cues):
        first = cue.start
        if i == 0 and not _PAST.match(text, start, end):
            first = start
        last = cues[i + 1].start if i + 1 < len(cues) else end
        words = text[first:last].rstrip()
        words = words.removesuffix(" with").removesuffix(" and").rstrip(" ,;")
        yield Win(start=first, end=first + len(words), promisers=cue.promisers, group=cue.group)


def _cues(text: str, start: int, end: int) -> Iterator[Win]:
    covered = start
    for found in _FROM.finditer(text, start, end):
        if _NO_WIN.search(text, max(start, found.start() - 60), found.start()):
            continue
        who = found.start("who"), found.end("who")
        people = _speaking(text, people_in(text, *who))
        begun = _article_before(text, found.start(), start)
        yield Win(start=begun, end=found.end(), promisers=people, group=_group(text, *who))
        covered = found.end()
    for found in _AND_FROM.finditer(text, covered, end if covered > start else start):
        who = found.start("who"), found.end("who")
        people = _speaking(text, people_in(text, *who))
        if people:
            yield Win(start=found.start("from"), end=found.end(), promisers=people)
            covered = found.end()
    for found in _DOING.finditer(text, covered, end):
        if _NO_WIN.search(text, max(start, found.start() - 60), found.start()):
            continue
        subject = _subject_start(text, found.start(), covered)
        people = _subjects(text, subject, found.start())
        group = _group_before(text, subject, found.start())
        if not people and group is None:
            group = _bare_group(text, subject, found.start())
        if people or group:
            begun = people[0].begin if people else subject
            yield Win(start=begun, end=found.end(), promisers=people, group=group)
            covered = found.end()


def _subjects(text: str, start: int, verb: int) -> tuple[Named, ...]:
    """
    Give the people who do what the verb says: those right before it, joined by "and" or commas.

    A person further off counts only at the very start of a clause that names nobody else and in which
    nobody asks, tells or watches.
    """
    people = people_in(text, start, verb)
    taken: list[Named] = []
    edge = verb
    for person in reversed(people):
        joint = _FILLER if edge == verb else _JOINED
        stood_in = bool(taken) and person.on_behalf_of == taken[0].name
        if not stood_in and not joint.fullmatch(text, person.until, edge):
            break
        taken.insert(0, person)
        edge = person.begin
    if not taken and len(people) == 1 and _starts_clause(text, people[0], start, verb):
        taken = [people[0]]
    return _speaking(text, tuple(taken))


def _starts_clause(text: str, person: Named, start: int, verb: int) -> bool:
    before = person.begin - start
    rest = text[person.until : verb]
    return before <= _NEAR and not _HEARD.search(rest) and not _GROUP.search(rest)


def _group_before(text: str, start: int, verb: int) -> str | None:
    """Give the group right before a verb."""
    for found in _GROUP.finditer(text, start, verb):
        office = _STANDING_FOR.fullmatch(text, found.end(), verb - 1)
        if office or _FILLER.fullmatch(text, found.end(), verb):
            return found["group"].strip()
    return None


def _bare_group(text: str, subject: int, verb: int) -> str | None:
    """Give "both" or "all" where nothing else is the subject of a verb."""
    found = _BARE_GROUP.match(text, verb)
    return found[0] if found and not text[subject:verb].strip() else None


def _article_before(text: str, at: int, start: int) -> int:
    for word in ("a further ", "a ", "the ", "A ", "The "):
        if text.startswith(word, max(start, at - len(word))) and at - len(word) >= start:
            return at - len(word)
    return at


def _subject_start(text: str, at: int, floor: int) -> int:
    """Go back from a verb to the start of its clause."""
    cuts = [
        text.rfind(mark, floor, at) + len(mark)
        for mark in (", with ", " with ", "; ", " while ", ": ", " as ")
        if text.rfind(mark, floor, at) >= 0
    ]
    return max(cuts, default=floor)


def _speaking(text: str, people: tuple[Named, ...]) -> tuple[Named, ...]:
    """Leave out people for whom others stood in, and those whose team or office it was."""
    return tuple(
        p for p in people if not p.represented and text[p.end : p.end + 2] not in ("'s", "’s")
    )


def _group(text: str, start: int, end: int) -> str | None:
    found = _GROUP.search(text, start, end)
    return found["group"].strip() if found else None


def item_of(text: str, start: int, end: int, promisers: tuple[Named, ...]) -> Win | None:
    """
    Read an item of a list of wins in which no verb of promising stands; ``None`` where it grants nothing.

    Whoever it begins with promises it: "Ann Body: two crossings", "Ann Body said that she would"; what it
    tells of them in other words is no win. An item that begins with nobody is the *promisers*', whom the
    line that leads to the list names.

    >>> line = "Ann Body: two new crossings"
    >>> item_of(line, 0, len(line), ()).promisers[0].name
    'Ann Body'
    >>> line = "Ann Body: warm words, no promise"
    >>> item_of(line, 0, len(line), ())
    """
    person = _at_start(text, start, end)
    if is_earlier(text[start:end]):
        return None
    if person is None:
        return Win(start=start, end=end, promisers=promisers)
    if refused_in_item(text, start, end) is not None:
        return None
    theirs = _TELLS.match(text, person.until) or _SAID.match(text, person.end, end)
    return Win(start=start, end=end, promisers=(person,)) if theirs else None


def refused_in_item(text: str, start: int, end: int) -> tuple[int, Named] | None:
    """
    Read an item that tells what somebody would not do; give where that begins, and who it is.

    >>> line = "Ann Body would not say yes"
    >>> at, person = refused_in_item(line, 0, len(line))
    >>> person.name, line[at:]
    ('Ann Body', ' would not say yes')
    """
    person = _at_start(text, start, end)
    if person is None or person.represented:
        return None
    turned_down = _GRANTS_NOTHING.search(text, person.end, end) or text[start] in CROSSES
    return (person.until, person) if turned_down else None


def said_in_item(text: str, start: int, end: int) -> Win | None:
    """
    Read an item that says what somebody said they would do, whatever leads to its list.

    >>> line = "Ann Body, for the Greens, said that she would plant 30 trees"
    >>> said_in_item(line, 0, len(line)).promisers[0].name
    'Ann Body'
    """
    person = _at_start(text, start, end)
    if person is None:
        return None
    if _WILL.match(text, person.until, end) and refused_in_item(text, start, end) is None:
        return Win(start=start, end=end, promisers=(person,))
    return item_of(text, start, end, ()) if _SAID.match(text, person.end, end) else None


def _at_start(text: str, start: int, end: int) -> Named | None:
    ticked = _TICK.match(text, start, end)
    begin = ticked.end() if ticked else start
    people = people_in(text, begin, min(end, begin + _LONGEST_SUBJECT))
    return people[0] if people and people[0].begin == begin else None


def says_yes(words: str, people: Sequence[Named], start: int) -> tuple[Named, ...]:
    """
    Give the one person of whom the line over a list says that they said yes to it.

    :param start: where *words* begin in the text in which *people* were found
    """
    if len(people) != 1 or people[0].begin != start:
        return ()
    return tuple(people) if _YES.match(words, people[0].until - start) else ()


def is_past(words: str) -> bool:
    """
    Tell whether an item celebrates what has been won already.

    >>> is_past("Celebrating a new clinic"), is_past("A new clinic")
    (True, False)
    """
    return _PAST.match(words) is not None


def is_earlier(words: str) -> bool:
    """
    Tell whether a sentence begins with an earlier time than that of the occasion it is told with.

    >>> is_earlier("Last year Ann Body promised a bridge."), is_earlier("Ann Body promised it.")
    (True, False)
    """
    return _EARLIER.match(words) is not None


def office_of(group: str) -> str | None:
    """
    Give the office a group's words narrow to, as printed.

    >>> office_of("all mayoral candidates"), office_of("Candidates")
    ('mayoral', None)
    """
    found = _OFFICE.search(group)
    return found[0] if found else None
