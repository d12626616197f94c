"""What a person's name and a party's look like in print, before anybody is looked up."""

import re
from collections.abc import Iterable

from civicpledge.readers.numbering import words_of

_PARTY_WORDS = words_of(
    """
    conservative conservatives tory tories con labour lab co-op co-operative cooperative lib
    libdem libdems liberal liberals democrat democrats dem dems ld ldem green greens grn
    reform ukip snp plaid cymru independent independents ind tusc sdp dup sdlp uup alliance
    party workers respect communist socialist republican heritage volt unionist féin fein
    fianna gael sinn aontú labor nationals democratic libertarian ndp gop dfl
    welsh lab/co-op lab/coop unaffiliated non-aligned
    """
)
_SURNAMES_TOO = frozenset({"green", "heritage", "con", "dem"})
_PARTY_JOINERS = words_of(
    """
    & and of the for in uk gb ni + / - – candidate party
    """
)
ROLES = re.compile(
    r"\b(?:candidate|mp|mep|ms|msp|am|cllr|councillor|mayor|mayoral|commissioner|pcc|leader|"
    r"deputy|chair|"
    r"incumbent|standing|ppc|minister)\b"
    r"|\b(?:district|ward|division|seat|position|place|zone|area) (?:no\.? ?|#)?(?:\d{1,3}|[a-z])\b"
    r"|\bat[- ]large\b",
    re.IGNORECASE,
)
_TITLES = words_of(
    """
    mr mrs ms miss mx dr prof professor cllr councillor sir dame lord lady baroness rev revd shri smt
    reverend hon mayor fr imam rabbi sheikh rep sen gov
    """
)
_PRINTED_TITLES = words_of("Mr Mrs Ms Miss Mx Dr Cllr Councillor")
_PARTICLES = words_of(
    """
    de da di du del della la le van von der den ter ten al el bin ibn ap ab y e of
    """
)
_INITIAL = re.compile(r"(?:[A-Z]\.?){1,3}")
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_'’‘.-]*(?:['’‘.-][^\W\d_]+)*\.?")
# Words that open sentences; no name holds one ("Will" and "May" are names).
_FUNCTION_WORDS = words_of(
    """
    yes no not the this that these those we i our my your his her their its it he she they you
    and or but so as if in on at by for from to with what how why when where who which would
    should could can do does did is are was were be have has had there here all both each
    every everyone some most many more first second third finally secondly firstly thirdly
    also however key next last one two three four five six seven eight nine ten
    """
)
# Words that head sections or lists; no name holds one either.
_TOPIC_WORDS = words_of(
    """
    note notes question questions answer answers update source sources date time venue
    background context summary response responses reply replies comment comments statement ask
    asks pledge pledges priority priorities demand demands party name names candidate
    candidates email phone website twitter facebook contact photo image picture video credit
    caption housing health education safety transport homes jobs work crime climate economy
    environment mayoral example action actions conclusion introduction about today tomorrow
    yesterday monday tuesday wednesday thursday friday saturday sunday january february march
    july september october november december remember additionally meanwhile policy budget
    timeline cost costs deadline target targets aim aims goal goals result results step steps
    option options part parts section theme topic commissioner police council government
    labour nhs election elections living wage citizens region community communities
    conservative conservatives liberal democrats energy schools youth mental services service
    fund age asked answered replied occupation employment profession hometown residence
    incumbent experience biography
    """
)
_NO_NAME = _FUNCTION_WORDS | _TOPIC_WORDS


def is_party(words: str) -> bool:
    """
    Tell whether *words* have the form of a party's name.

    >>> is_party("Labour & Co-operative"), is_party("Labour has a plan"), is_party("West Midlands")
    (True, False, False)
    """
    parts = words.replace("(", " ").replace(")", " ").replace(",", " ").split()
    if not parts or len(parts) > 9 or len(words) > 90:
        return False
    known = any(party_word(p) for p in parts)
    return known and all(party_word(p) or may_join(p) for p in parts)


def is_nothing_but_party(words: str) -> bool:
    """
    Tell whether every word is a party's: "Lib Dem", "Reform UK"; "Will Green" may be a person.

    >>> is_nothing_but_party("Lib Dem"), is_nothing_but_party("Will Green")
    (True, False)
    """
    folded = [part.strip(".,;'’\"*_").casefold() for part in words.split()]
    return is_party(words) and all(part in _PARTY_WORDS | _PARTY_JOINERS for part in folded)


def is_no_surname(words: str) -> bool:
    """
    Tell whether a party's words hold one that nobody is called: "Sinn Fein", not "Ann Green".

    >>> is_no_surname("Sinn Fein"), is_no_surname("Ann Green")
    (True, False)
    """
    return is_party(words) and any(
        party_word(part) and part.casefold() not in _SURNAMES_TOO for part in words.split()
    )


def party_word(word: str) -> bool:
    """Tell whether one word names a party."""
    folded = word.strip(".,;'’\"*_").casefold()
    return folded in _PARTY_WORDS or any(
        piece in _PARTY_WORDS for piece in re.split(r"[/&+-]", folded) if len(piece) > 2
    )


def may_join(word: str) -> bool:
    """Tell whether a word may stand beside a party's: a joiner, a role, a capitalised word."""
    bare = word.strip(".,;'’\"*_")
    return (
        bare.casefold() in _PARTY_JOINERS or ROLES.fullmatch(bare) is not None or bare[:1].isupper()
    )


def may_be_name(words: str) -> bool:
    """
    Tell whether two capitalised words may be a name though the last is a common word: "Mike Every".

    >>> may_be_name("Mike Every"), may_be_name("Housing Policy"), may_be_name("Our Plan")
    (True, False, False)
    """
    first, *rest = words.split()
    return len(rest) == 1 and is_name(first) and len(first) > 1 and rest[0].istitle()


def is_name(words: str) -> bool:
    """
    Tell whether *words* have the form of a person's name: one to five capitalised words.

    >>> is_name("Jo O'Neil-Body"), is_name("Yes"), is_name("A plan for homes")
    (True, False, False)
    """
    parts = words.split()
    if not 1 <= len(parts) <= 6 or len(words) > 60:
        return False
    solid = solid_words(words)
    if not solid or not all(_name_part(p) for p in solid):
        return False
    if solid[0].casefold().rstrip(".") in _PARTICLES and len(solid) == 1:
        return False
    if any(_INITIAL.fullmatch(p) is None and p.casefold().strip(".") in _NO_NAME for p in solid):
        return False
    return any(len(p.strip(".")) > 1 for p in solid)


def solid_words(name: str) -> list[str]:
    """
    Give the words of a name without its titles.

    >>> solid_words("Cllr. Ann Body")
    ['Ann', 'Body']
    """
    return [part for part in name.split() if part.strip(".").casefold() not in _TITLES]


def from_title(words: str) -> str:
    """
    Give a name from its title on, without what a paper prints before it.

    >>> from_title("Tarn-born Mr Ng"), from_title("Cllr Dr Ann Body"), from_title("Ann Body")
    ('Mr Ng', 'Cllr Dr Ann Body', 'Ann Body')
    """
    parts = words.split()
    titled = (i for i, part in enumerate(parts[:-1]) if part.strip(".") in _PRINTED_TITLES)
    at = next(titled, 0)
    return " ".join(parts[at:]) if at else words


def _name_part(part: str) -> bool:
    if _INITIAL.fullmatch(part):
        return True
    bare = part.strip("'’‘\"“”()")
    if bare.casefold() in _PARTICLES:
        return True
    return bool(bare) and bare[0].isupper() and _NAME_WORD.fullmatch(bare) is not None


def same_person(name: str, known: Iterable[str]) -> bool:
    """
    Tell whether *name* is one of the *known* names, or a part of one.

    >>> same_person("BODY", ["Ann Body"]), same_person("Bo", ["Ann Body"])
    (True, False)
    """
    words = name_words(name)
    return bool(words) and any(words <= name_words(other) for other in known)


def name_words(name: str) -> frozenset[str]:
    """Give a name's words, folded, without titles."""
    parts = re.split(r"[\s.-]+", name.casefold().replace("’", "'"))
    return frozenset(p for p in parts if p and p not in _TITLES)


def is_titled(name: str) -> bool:
    """
    Tell whether a name is a surname behind a title.

    >>> is_titled("Cllr Body"), is_titled("Cllr Ann Body"), is_titled("Dr")
    (True, False, False)
    """
    first, _, surname = name.partition(" ")
    return bool(surname) and " " not in surname and first.strip(".") in _PRINTED_TITLES


_PARTED = re.compile(r", (?:and )?| and | & ")
_QUOTED_NAME = re.compile(r"[\"“‘'(][^\"”’')]{1,20}[\"”’')] ")


def lists_names(words: str) -> bool:
    """
    Tell whether *words* are two full names or more and nothing else: who stands, behind "Running:".

    >>> lists_names('Ann Body, Bo "Bee" Ng'), lists_names("Yes, Ann Body and I will.")
    (True, False)
    """
    if len(words) > _LONGEST_LIST:
        return False
    named = _PARTED.split(_QUOTED_NAME.sub("", words).strip(" .*_"))
    return len(named) > 1 and all(" " in name and is_name(name) for name in named)


_LONGEST_LIST = 400
