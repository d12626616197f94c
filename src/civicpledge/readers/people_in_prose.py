"""People named in the prose of a round-up: name, party, capacity as printed, and for whom they stood in."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from civicpledge.readers.name_forms import is_name, is_party

_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Cllr|Prof|Rev|Rep|Sen|Gov|[A-Z])\.(?= )|[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))*"
    r"|[(),;:&]|[-–—]+"
)
_SMALL_IN_NAMES = frozenset(
    {"de", "da", "di", "du", "del", "la", "le", "van", "von", "der", "den", "bin", "ibn"}
)
_TITLES = frozenset(
    {
        "cllr",
        "councillor",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "dame",
        "lord",
        "lady",
        "baroness",
        "rev",
        "rep",
        "sen",
        "gov",
        "prof",
    }
)
_ROLE_WORDS = frozenset(
    {
        "candidate", "candidates", "mayor", "mayoral", "deputy", "leader", "mp", "mps", "ppc",
        "police", "crime",
        "commissioner", "pcc", "council", "councillor", "councillors", "member", "chair", "ceo",
        "chief", "executive",
        "director", "minister", "parliamentary", "party", "incumbent", "head", "secretary",
        "shadow", "cabinet",
        "former", "city", "county", "district", "borough", "group",
    }
)  # fmt: skip
_PARTIES = frozenset(
    {
        "labour", "conservative", "conservatives", "tory", "lib", "dem", "libdem", "liberal",
        "democrat", "democrats",
        "green", "greens", "independent", "independents", "reform", "uk", "plaid", "cymru", "snp",
        "ukip", "co-operative", "party",
        "workers", "tusc", "alliance", "sdp", "tories",
    }
)  # fmt: skip
_PLACES = frozenset(
    {
        "hall", "university", "theatre", "church", "school", "college", "centre", "center",
        "street", "house", "park",
        "stadium", "cathedral", "mosque", "library", "town", "north", "south", "east", "west",
        "field", "fields",
    }
)  # fmt: skip
_NOT_IN_NAMES = frozenset(
    {
        "citizens", "assembly", "union", "wage", "authority", "january", "february", "march",
        "april", "june", "july",
        "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday",
        "thursday",
        "friday", "saturday", "sunday", "the", "this", "that", "they", "there", "their", "our",
        "we", "he", "she",
        "it", "all", "both", "commitment", "commitments", "won", "winning", "highlights",
        "members", "office",
        "royal", "standards", "partnership", "network", "service", "showground",
    }
)  # fmt: skip
_OPENING = frozenset({"neither", "either", "both", "nor", "thanks", "present", "also"})
_NO_PERSON_BEHIND = frozenset(
    {"the", "a", "an", "our", "their", "its", "this", "at", "in", "into", "near"}
)
_PLACE_BEHIND = frozenset({"of", "for", "to"})
_GROUPS = frozenset({"candidates", "councillors", "mps", "leaders", "the other"})
_STOPS = ',;:.!?)”"'
_STAND_IN_WORDS = frozenset(
    {"behalf", "place", "instead", "in", "deputising", "substituting", "stand-in", "speaking"}
)
_BEHALF = re.compile(
    r"[ ,(]*(?:(?:who )?(?:had )?(?:(?:was |were |is |came |come )(?:along )?(?:to )?)?"
    r"(?:speak|speaking|stand in|standing in|stood in|answering|appearing"
    r"|attending|deputising|there|stepping in)?"
    r" ?(?:on behalf of|in place of|instead of|standing in for|stood in for|stand-in for"
    r"|deputising for|representing"
    r"|substituting for|in for|(?<=speaking )for))(?: the)? ",
    re.IGNORECASE,
)
_SENT = re.compile(r"[ ,(]*(?:was|were|who was|being)? ?represented by(?: the)? ", re.IGNORECASE)
_PROMISING = re.compile(r", (?:pledg|promis|committ|agree)(?:ing|ed|es)\b")
_LISTED = re.compile(r"(?:,|,? and|,? or|,? nor|,? &|,? with)? ?")
_LONGEST_ROLE = 140
_BEHIND_NAME = re.compile(r", | [–—-] ")


@frozen(kw_only=True)
class Named:
    """
    A person as printed, in offsets of the text.

    :ivar start: :ivar end: of the name alone
    :ivar begin: :ivar until: with what is said of them before and behind it
    :ivar guessed: whether where the name begins could not be told from the place before it
    """

    name: str
    start: int
    end: int
    begin: int
    until: int
    party: str | None = None
    role: str | None = None
    on_behalf_of: str | None = None
    represented: bool = False
    guessed: bool = False


def people_in(text: str, start: int, end: int) -> tuple[Named, ...]:
    """
    Find the people named in ``text[start:end]``, in order.

    A name is two to four capitalised words that are no role, party or place, or a surname with its title;
    what stands in brackets or behind a comma is their party or capacity.

    >>> words = "Ann Body (Labour) and Bo Kit on behalf of Cy Low (Green Party) came."
    >>> [(p.name, p.party, p.on_behalf_of) for p in people_in(words, 0, len(words))]
    [('Ann Body', 'Labour', None), ('Bo Kit', None, 'Cy Low'), ('Cy Low', 'Green Party', None)]
    """
    runs = tuple(_runs(text, start, end))
    found = [person for run in runs for person in _person(text, run, start)]
    found = [p for i, p in enumerate(found) if not _is_place_of(text, p, found[:i][-1:])]
    found = [_with_tail(text, p, found, i, end) for i, p in enumerate(found)]
    found = [p for i, p in enumerate(found) if _is_person(text, p, found[:i][-1:], start)]
    return _with_stand_ins(text, _with_shared_places(found))


@frozen(kw_only=True)
class _Token:
    word: str
    start: int
    end: int


def _runs(text: str, start: int, end: int) -> Iterator[list[_Token]]:
    """Give the runs of capitalised words with nothing but single spaces between."""
    run: list[_Token] = []
    for found in _TOKEN.finditer(text, start, end):
        token = _Token(word=found[0], start=found.start(), end=found.end())
        near = bool(run) and text[run[-1].end : token.start] == " "
        inner = near and token.word in _SMALL_IN_NAMES
        if (token.word[0].isupper() and (near or not run)) or inner:
            run.append(token)
            continue
        if run:
            yield run
        run = [token] if token.word[0].isupper() else []
    if run:
        yield run


def _person(text: str, run: list[_Token], start: int) -> Iterator[Named]:
    """Read one person from a run: role and party words before, the name behind."""
    run = [_without_possessive(t) for t in run]
    at = 0
    while at < len(run) and (_is_before_name(run[at].word) or _fold(run[at].word) in _OPENING):
        at += 1
    name = run[at:]
    while name and _fold(name[-1].word) in _ROLE_WORDS | _PARTIES | _SMALL_IN_NAMES:
        name = name[:-1]
    until = run[-1].end
    word = _word_before(text, run[0].start, start)
    behind_place = at == 0 and word in _PLACE_BEHIND and not _stands_in(text, run[0].start, start)
    if at == 0 and (word in _NO_PERSON_BEHIND and not _stands_in(text, run[0].start, start)):
        return
    if len(name) == 1 and at and _fold(run[at - 1].word) in _TITLES:
        name = run[at - 1 : at + 1]
    guessed = behind_place and len(name) > 2
    name = name[-2:] if guessed else name
    if (behind_place and not guessed) or not 2 <= len(name) <= 4:
        return
    words = text[name[0].start : name[-1].end]
    if not is_name(words) or any(_fold(t.word) in _NOT_IN_NAMES for t in name):
        return
    role = _role_before(text, name[0].start, start)
    if guessed and role is None:
        return
    yield Named(
        name=words,
        start=name[0].start,
        end=name[-1].end,
        begin=max(start, name[0].start - len(role or "") - (1 if role else 0)),
        until=until,
        party=_party_of(role or ""),
        role=None if role is None or _only_party(role) else role,
        guessed=guessed,
    )


def _word_before(text: str, at: int, start: int) -> str:
    before = text[max(start, at - 30) : at]
    if before[-1:] in ("“", "‘", '"'):
        return "the"
    return (before.split() or [""])[-1].casefold() if before[-1:] == " " else ""


def _stands_in(text: str, at: int, start: int) -> bool:
    """Tell whether "on behalf of" or the like stands right before."""
    words = text[max(start, at - 40) : at].casefold().split()
    return len(words) > 1 and words[-1] in ("of", "for") and words[-2] in _STAND_IN_WORDS


def _role_before(text: str, at: int, start: int) -> str | None:
    """
    Give the capacity right before a name: "Labour Candidate for Anytown".

    It is walked back over words of office and party and over the places behind "for" and "of", and begins
    with a word of office or party.
    """
    before = text[max(start, at - _LONGEST_ROLE) : at]
    if not before.endswith(" "):
        return None
    words = before.split()
    at = len(words)
    while at and (taken := _role_words(words, at)):
        at -= taken
    while at < len(words) and not _is_before_name(_without_s(words[at])):
        at += 1
    return " ".join(words[at:]) or None


def _role_words(words: list[str], at: int) -> int:
    """Count the words right before place *at* that are of a capacity: a word of office, "for Anytown"."""
    word = words[at - 1]
    if word[-1] in _STOPS or _fold(word) in _GROUPS:
        return 0
    if _is_before_name(_without_s(word)):
        return 1
    if word in ("and", "&"):
        crime = words[at - 2 : at - 1] == ["Police"] and words[at : at + 1] == ["Crime"]
        small = at < len(words) and words[at].islower() and _is_before_name(words[at])
        return int(crime or small)
    place = at
    while place and (words[place - 1][0].isupper() or words[place - 1] in ("&", "the")):
        place -= 1
    return at - place + 1 if place and words[place - 1] in ("for", "of") and at - place < 6 else 0


def _without_s(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _is_person(text: str, person: Named, before: Sequence[Named], start: int) -> bool:
    """Tell a person from a hall: a surname that is a place's word needs something said of the person."""
    if _fold(person.name.split()[-1]) not in _PLACES:
        return True
    word = _word_before(text, person.start, start)
    listed = bool(before) and _LISTED.fullmatch(text, before[0].until, person.begin) is not None
    known = person.role is not None or person.party is not None
    return known or listed or word in ("", "with", "from", ",")


def _is_place_of(text: str, person: Named, before: Sequence[Named]) -> bool:
    """Tell whether a guessed name is of the place that whoever stands before it stands for."""
    if not (person.guessed and before) or before[0].role or before[0].party:
        return False
    beside = text[before[0].end : person.begin].strip(" *_") in (",", ", the")
    return beside and _PROMISING.match(text, person.end) is not None


def _without_possessive(token: _Token) -> _Token:
    for ending in ("'s", "’s"):
        if token.word.endswith(ending):
            return evolve(token, word=token.word[:-2], end=token.end - 2)
    return token


def _fold(word: str) -> str:
    return word.strip(".").casefold()


def _is_before_name(word: str) -> bool:
    folded = _fold(word)
    return folded in _ROLE_WORDS or folded in _PARTIES or folded in _TITLES


def _with_shared_places(found: Sequence[Named]) -> list[Named]:
    """Trust a guessed name where another one stands behind the very same place."""
    places = [p.role.split(" for ")[-1] if p.guessed and p.role else "" for p in found]
    return [
        evolve(p, guessed=False) if place and places.count(place) > 1 else p
        for p, place in zip(found, places, strict=True)
    ]


def _with_tail(text: str, person: Named, found: Sequence[Named], i: int, end: int) -> Named:
    """Read the brackets or the clause behind a name, unless they are the next one's."""
    behind = person.until
    following = found[i + 1].start if i + 1 < len(found) else end + 1
    limit = min(end, behind + _LONGEST_ROLE)
    if text[behind : behind + 2] == " (":
        close = text.find(")", behind, limit)
        words = text[behind + 2 : max(close, behind + 2)].strip()
        if words and not _BEHALF.match(f" {words} "):
            return _told(person, words, close + 1)
    mark = _BEHIND_NAME.match(text, behind)
    if mark is not None:
        stop = _clause_end(text, mark.end(), min(limit, following))
        words = text[mark.end() : stop].strip(" ,")
        first = words.split(" ", 1)[0]
        if stop < following and (_is_before_name(first) or first in ("the", "our")):
            return _told(person, words, stop)
    return person


def _told(person: Named, words: str, until: int) -> Named:
    party = person.party or (words if _only_party(words) else _party_of(words))
    role = None if _only_party(words) else words
    return evolve(person, until=until, party=party, role=person.role if role is None else role)


def _only_party(words: str) -> bool:
    if _party_of(words) == words.replace("’s", "").replace("'s", ""):
        return True
    return is_party(words) and not any(_fold(w) in _ROLE_WORDS - _PARTIES for w in words.split())


def _clause_end(text: str, start: int, limit: int) -> int:
    for mark in (",", ".", ";", " who ", " to ", "("):
        at = text.find(mark, start, limit)
        limit = at if at > 0 else limit
    at = text.find(" and ", start, limit)
    return at if at > 0 and not text[at + 5 : at + 6].isupper() else limit


def _party_of(words: str) -> str | None:
    """Give the party's words at the start of a capacity: "Labour" of "Labour Mayoral Candidate"."""
    taken: list[str] = []
    for word in words.replace("’s", "").replace("'s", "").split():
        if _fold(word.strip("(),")) not in _PARTIES:
            break
        taken.append(word.strip("(),"))
    return " ".join(taken) or None


def _with_stand_ins(text: str, found: list[Named]) -> tuple[Named, ...]:
    """Tie two people where the words between say that one stood in for the other."""
    people = list(found)
    for i in range(len(people) - 1):
        one, other = people[i], people[i + 1]
        between = text[one.end : other.start]
        role = other.role or ""
        between = between.removesuffix(f"{role} ") if role else between
        behind = text[one.until : other.start].removesuffix(f"{role} " if role else "")
        if _BEHALF.fullmatch(between) or _BEHALF.fullmatch(behind):
            people[i] = evolve(one, on_behalf_of=other.name)
            people[i + 1] = evolve(other, represented=True)
        elif _SENT.fullmatch(between) or _SENT.fullmatch(behind):
            people[i] = evolve(one, represented=True)
            people[i + 1] = evolve(other, on_behalf_of=one.name)
    absent = {person.name for person in people if person.represented}
    return tuple(evolve(p, represented=p.name in absent) for p in people)
