"""Names in a page's own prose: who stands for what, who replied, who came, who did not."""

import re
from collections.abc import Collection

from attrs import frozen

from civicpledge.readers.name_forms import is_name, is_nothing_but_party, is_party
from civicpledge.readers.numbering import words_of
from civicpledge.readers.prose_subjects import Known, person_of
from civicpledge.readers.statements import offices_in

_NAME = re.compile(
    r"(?:(?:Cllr|Councillor|Dr|Mr|Mrs|Ms|Miss|Prof|Sir|Dame|Lord|Baroness|Rev|Rep|Sen|Gov)\.? )?"
    r"(?:[A-ZÀ-Þ](?:\.|[^\W\d_]*(?:['’.-][^\W\d_]+)*) ){1,3}(?:(?:de|da|van|von|der|al|bin|of) "
    r"){0,2}(?:[“‘\"'(][A-ZÀ-Þ][^\W\d_]{1,15}[”’\"')] )?"
    r"[A-ZÀ-Þ][^\W\d_]*(?:['’-][^\W\d_]+)*(?!\w)"
)
_BEFORE_NAMES = words_of(
    "incumbent challenger candidate newcomer organizer organiser activist lawyer"
)
_BRACKET = re.compile(r" \((?P<party>[^()\n]{2,60})\)")
_FOR = re.compile(r"^[ ,]{0,2}(?:(?:who is |both |all )?standing )?for (?:the )?")
_LINK = re.compile(r"^\s*(?:(?:,|;|&|and|, and|, &)\s*)?$")
_RESPONSES = re.compile(
    r"\b(?:received|had) (?:written )?(?:responses|replies|answers|a response|a reply)\b|"
    r"\b(?:responded|replied) (?:in writing|by email|by letter)\b"
    r"|\bsent (?:us )?(?:written )?(?:responses|replies|answers)\b",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\b(?:attended by|in attendance|were present|was present|joined us|took part|attended "
    r"(?:the|our)|(?:was|were) there)\b",
    re.IGNORECASE,
)
_STAYED_AWAY = re.compile(
    r"\b(?:did not (?:attend|respond|reply|answer|come|take part|send|submit)|didn['’]t "
    r"(?:attend|respond|reply|answer|come)"
    r"|pulled out|withdrew|sent (?:his |her |their )?apologies|was unable to|were unable to|"
    r"declined (?:our|the|an|to (?:answer|comment|respond|reply|take|attend|come|send|sign|say|be|give|"
    r"meet|speak|engage|provide|complete|return|submit|participate|appear|join|state))\b"
    r"|(?:has|have) not (?:yet )?(?:responded|replied|answered)|no (?:response|reply|answer) "
    r"(?:was )?(?:received )?from)\b|\bno (?:response|reply|answer) (?:was )?received"
    r"(?: by [^:.\n]{1,30})?:",
    re.IGNORECASE,
)
_LISTS = re.compile(r"\b(?:candidates?|standing|hopefuls|contenders|contesting)\b", re.IGNORECASE)


@frozen(kw_only=True)
class NameInProse:
    """A name in a sentence: offsets of the sentence, party and office as printed where they follow it."""

    name: str
    party: str | None
    office: str | None
    start: int
    end: int


def names_in(sentence: str) -> tuple[NameInProse, ...]:
    """
    List the people that a sentence names, with party and office where they stand behind the name.

    >>> [(n.name, n.party, n.office) for n in names_in("Ann Body (Green) & Bo Ng for Mayor.")]
    [('Ann Body', 'Green', 'Mayor'), ('Bo Ng', None, 'Mayor')]
    """
    words = sentence[:3000]
    found: list[NameInProse] = []
    for match in _NAME.finditer(words):
        title, _, rest = match[0].partition(" ")
        name = rest if title.casefold() in _BEFORE_NAMES else match[0]
        bracket = _BRACKET.match(words, match.end())
        party = bracket["party"] if bracket else None
        end = bracket.end() if bracket else match.end()
        if not is_name(name) or " " not in name or offices_in(name):
            continue
        if party is not None and not is_party(party) and len(party.split()) > 6:
            party = None
        found.append(
            NameInProse(name=name, party=party, office=None, start=match.end() - len(name), end=end)
        )
    return tuple(_with_offices(words, found))


_MOST_TITLE = 40
_SURNAME = re.compile(r"[A-ZÀ-Þ][\w'’-]{1,40}(?=,? [a-z])")


def about_whom(sentence: str, known: Known) -> tuple[int, int] | None:
    """
    Give where a sentence names the one known person whom it is about, in full or by surname.

    >>> about_whom("Body was first to speak.", Known.of(["Ann Body"]))
    (0, 4)
    """
    named = names_in(sentence)
    if len(named) == 1 and named[0].start < _MOST_TITLE and known.knows(named[0].name):
        return named[0].start, named[0].end
    first = _SURNAME.match(sentence)
    return first.span() if first and not named and known.knows(first[0]) else None


_PARTY_BEHIND = re.compile(
    r",? (?:who (?:is|was) )?(?:standing |running |speaking )?(?:for|of|from|representing) (?:the )?"
    r"|,? (?:who (?:is|was) )?(?:standing|running) [^.,;:\n]{0,60}?(?:for (?:the )?|as an? )"
    r"|, (?P<a>(?:who (?:is|was) )?(?:an?|the) (?:(?:former|sitting|current|local|incumbent) )?)"
)
_STANDS = re.compile(
    r"\W{0,3}(?:$|[,.;:)\n]|(?:who|candidates?|councillor|hopeful|contender|nominee|incumbent|mayor|leader"
    r"|standing|running|seeking|contesting)\b)",
    re.IGNORECASE,
)
_PARTY_BEFORE = re.compile(
    r"(?:\bthe (?P<alone>[A-Z]\S{1,20}(?: [A-Z]\S{1,20}){0,2}),"
    r"|(?P<of>[A-Z]\S{1,20}(?: [A-Z]\S{1,20}){0,2}) (?:(?:mayoral|pcc|parliamentary) )?"
    r"(?:candidate|hopeful|contender|councillor),?) $",
    re.IGNORECASE,
)
_PARTY_ALONE = re.compile(r", (?P<party>[A-Z][\w&’' -]{1,40}?)(?=[,;.)]| and | at | in |$)")
_MOST_BESIDE = 60


def members_in(sentence: str) -> tuple[str, ...]:
    """
    List the people whom a sentence ties to a party: "Ann Body, who is standing for Labour, ...".

    >>> members_in("The Conservative, Bo Ng, met Al Poe of the Greens and Labour's Jo Roe.")
    ('Bo Ng', 'Al Poe', 'Jo Roe')
    """
    words = sentence[:3000]
    found = []
    for named in names_in(words):
        person = person_of(named.name)
        bracketed = named.party is not None and is_party(named.party)
        if person is not None and (
            person.party or bracketed or _has_party_beside(words, named.start, named.end)
        ):
            found.append(person.name)
    return tuple(found)


def listed_with(sentence: str, known: Collection[str]) -> tuple[str, ...]:
    """
    List the people of an enumeration in which at least two are *known*.

    >>> listed_with("Here is what Ann Body, Bo Ng and Cy Low pledged.", {"Ann Body", "Cy Low"})
    ('Ann Body', 'Bo Ng', 'Cy Low')
    """
    words = sentence[:3000]
    runs: list[list[NameInProse]] = []
    for named in names_in(words):
        if runs and _LINK.match(words[runs[-1][-1].end : named.start]):
            runs[-1].append(named)
        else:
            runs.append([named])
    listed = ([named.name for named in run] for run in runs if len(run) >= _FEWEST_LISTED)
    return tuple(n for names in listed if len(set(known).intersection(names)) > 1 for n in names)


_FEWEST_LISTED = 3


def _has_party_beside(words: str, start: int, end: int) -> bool:
    before = _PARTY_BEFORE.search(words, max(0, start - _MOST_BESIDE), start)
    if before is not None and any(is_party(named) for named in before.groups() if named):
        return True
    alone = _PARTY_ALONE.match(words, end)
    if alone is not None and is_nothing_but_party(alone["party"]):
        return True
    behind = _PARTY_BEHIND.match(words, end)
    if behind is None:
        return False
    near = words[behind.end() : behind.end() + _MOST_BESIDE]
    ends = [found.end() for found in re.finditer(r"[\w&'’-]+", near)][:3]
    told = [end for end in ends if is_party(re.sub(r"[^\w&'’-]+", " ", near[:end]))]
    return bool(told) and (behind["a"] is None or _STANDS.match(near, told[-1]) is not None)


def _with_offices(words: str, found: list[NameInProse]) -> list[NameInProse]:
    """Give each name the office behind it, and names joined to the next one the next one's office."""
    offices: list[str | None] = [None] * len(found)
    for at in range(len(found) - 1, -1, -1):
        end = found[at + 1].start if at + 1 < len(found) else len(words)
        between = words[found[at].end : end]
        named = _FOR.match(between)
        if named:
            offices[at] = _office_phrase(between[named.end() :])
        elif at + 1 < len(found) and _LINK.match(between) and ";" not in between:
            offices[at] = offices[at + 1]
    return [
        NameInProse(name=n.name, party=n.party, office=o, start=n.start, end=n.end)
        for n, o in zip(found, offices, strict=True)
    ]


def _office_phrase(words: str) -> str | None:
    phrase = re.split(r"[;.,:]|\band (?=[A-Z][a-z]+ [A-Z])", words, maxsplit=1)[0]
    phrase = re.sub(r"\s+(?:and|&)?\s*$", "", phrase)
    return phrase if offices_in(phrase) and len(phrase) <= 80 else None


def lists_candidates(sentence: str) -> bool:
    """Tell whether a sentence says of the people it names that they stand."""
    return _LISTS.search(sentence[:3000]) is not None


def heads_list(words: str) -> bool:
    """
    Tell whether *words* are a list of who stands: "Candidates: Ann Body and Bo Ng".

    >>> heads_list("The candidates are: Ann Body"), heads_list("Candidates: none yet")
    (True, False)
    """
    return _HEADS_LIST.match(words) is not None


_HEADS_LIST = re.compile(r"[*_]{0,2}(?:The )?[Cc]andidates(?: are)?:[*_]{0,2} (?=[A-Z])")


def tells_of_replies(sentence: str) -> bool:
    """Tell whether a sentence says that people sent their answers."""
    return _RESPONSES.search(sentence[:3000]) is not None


def tells_who_came(sentence: str) -> bool:
    """Tell whether a sentence says that people were there."""
    return _CAME.search(sentence[:3000]) is not None


def tells_who_stayed_away(sentence: str) -> bool:
    """Tell whether a sentence says that people did not come, reply or answer."""
    return _STAYED_AWAY.search(sentence[:3000]) is not None
