"""
Names of people: one form for comparing, and the parts of a name as it was printed.

Nothing here knows a roster. :func:`name_key` folds a name; :func:`parse_name` reads its parts and
keeps what was printed; :func:`read_forms` gives the folded parts that matching works on.
"""

import re
from typing import Final, NamedTuple

from attrs import frozen

from civicpledge.normalise.folding import (
    LONGEST_NAME,
    PRINT_FORMS,
    NameKey,
    fold,
    foreign_letters,
    name_key,
)
from civicpledge.normalise.name_parts import (
    ORDINAL,
    WORD_BREAK,
    NameParts,
    is_capital_letter,
    is_capitals,
    is_syllables,
    name_words,
    plain_word,
    read_parts,
)
from civicpledge.normalise.name_words import (
    AMBIGUOUS_TITLES,
    FEMALE_TITLES,
    JOINING_PREFIXES,
    LIGHT_WORDS,
    MALE_TITLES,
    NOT_A_PERSON,
    OTHER_NAME_MARKS,
    PARTICLES,
    POSTNOMINALS,
    RANKS,
    RELATIONS,
    SEES,
    SMALL_WORDS,
    SPEAKING_FOR,
    SUFFIXES,
    TITLES,
)
from civicpledge.normalise.nicknames import is_known

__all__ = [
    "LONGEST_NAME",
    "NameForm",
    "NameKey",
    "ParsedName",
    "fold",
    "foreign_letters",
    "name_key",
    "parse_name",
    "read_forms",
    "why_not_a_person",
]


@frozen(kw_only=True)
class ParsedName:
    """
    The parts of a name, each as it was printed; an empty text where there is none.

    ``place`` is what follows "of" in "SMITH of Leeds" or "Lord Smith of Leeds", or the number in
    "SMITH, 18TH". ``printed`` is the whole text that was given.
    """

    title: str
    given: str
    middle: str
    surname: str
    suffix: str
    place: str
    printed: str


class NameForm(NamedTuple):
    """One way to read a name, folded, for matching: the roles of its words and what goes with them."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    joined: str
    suffix: str = ""
    place: str = ""
    rank: str = ""
    sex: str = ""
    certain: bool = False


_NOT_PLAIN: Final = re.compile(r"[^\w .'’-]|[\d_]|\.[^ ]|['’-](?!\w)|(?<!\w)['’-]")
_CAPITALS_FIRST: Final = re.compile(
    r"(?P<surname>[A-Z]{3,}(?: [A-Z]{2,})*) (?P<given>[A-Z][a-z]+(?: [A-Z][a-z]+)*)"
)
_CAPITALS_LAST: Final = re.compile(
    r"(?P<given>[A-Z][a-z]+(?: [A-Z][a-z]+)*) (?P<surname>[A-Z]{3,}(?: [A-Z]{2,})*)"
)
_STRUCTURE: Final = frozenset(
    {*TITLES, *RANKS, *SEES, *SUFFIXES, *PARTICLES, *JOINING_PREFIXES, *POSTNOMINALS}
    | {word.strip(".") for mark in OTHER_NAME_MARKS for word in mark.split()}
)
_SOFT_MARKS: Final = str.maketrans("", "", "'.’")


def _rank_of(titles: tuple[str, ...]) -> str:
    """Give the class of a rank among *titles*, if there is one."""
    for title in map(plain_word, titles):
        if title in RANKS:
            return "peer"
        if title in SEES:
            return title
    return ""


def _sex_of(titles: tuple[str, ...]) -> str:
    for title in map(plain_word, titles):
        if title in FEMALE_TITLES:
            return "f"
        if title in MALE_TITLES:
            return "m"
        if title in RANKS:
            return RANKS[title]
    return ""


def _join_prefixes(words: tuple[str, ...]) -> tuple[str, ...]:
    """Join "mac" "lochlainn" to one word."""
    if len(words) > 1 and words[-2] in JOINING_PREFIXES:
        return (*words[:-2], words[-2] + words[-1])
    return words


def _given_words(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Fold given names, and part initials that are printed together: "PJ Bradley"."""
    words: list[str] = []
    for token in tokens:
        if (
            len(token) == 2
            and token.isalpha()
            and token.isupper()
            and len(tokens) == 1
            and token not in ("JO", "AL", "ED", "BO", "TY", "MO")
        ):
            words += token.lower()
        else:
            words += name_words((token,))
    initials = {plain_word(token) for token in tokens if is_capital_letter(token)}
    heavy = tuple(word for word in words if word not in LIGHT_WORDS or word in initials)
    return heavy or tuple(words)


def _form(parts: NameParts) -> NameForm:
    whole = _join_prefixes(name_words(parts.surname))
    surname = tuple(word for word in whole if word not in LIGHT_WORDS) or whole
    return NameForm(
        _given_words(parts.given),
        surname,
        "".join(whole),
        SUFFIXES.get(plain_word(parts.suffix), "") if parts.suffix else "",
        _place_key(parts.place) if parts.place else "",
        _rank_of(parts.titles) if parts.titles else "",
        _sex_of(parts.titles) if parts.titles else "",
        parts.certain,
    )


def _place_key(place: tuple[str, ...]) -> str:
    ordinal = ORDINAL.fullmatch(place[0]) if len(place) == 1 else None
    return ordinal[1] if ordinal else " ".join(name_words(place))


def _plain_form(text: str) -> NameForm | None:
    """Read the common kinds of name in one step; the general reader gives the same form."""
    letters = text.replace(" ", "")
    words = fold(text).split()
    if not letters.isalpha():
        if len(text) > LONGEST_NAME or _NOT_PLAIN.search(text):
            return None
        words = " ".join(words).translate(_SOFT_MARKS).split()
    if not words or len(words[-1]) < 2 or not _STRUCTURE.isdisjoint(words):
        return None
    if not letters.isupper() and not text.istitle() and any(map(is_capitals, text.split())):
        return _one_part_in_capitals(text, words)
    last = words.pop()
    if "-" not in text:
        return NameForm(tuple(words), (last,), last)
    if not words or is_syllables(text.rsplit(maxsplit=1)[-1]):
        return None
    joined = last.replace("-", "")
    if joined in LIGHT_WORDS or not LIGHT_WORDS.isdisjoint(text.lower().replace("-", " ").split()):
        return None
    return NameForm(
        tuple(" ".join(words).replace("-", " ").split()), tuple(last.split("-")), joined
    )


def _one_part_in_capitals(text: str, words: list[str]) -> NameForm | None:
    """Read "SMITH JONES John Paul" and "John Paul SMITH"; None for whatever is less plain."""
    found = _CAPITALS_FIRST.fullmatch(text) or _CAPITALS_LAST.fullmatch(text)
    if found is None or min(map(len, words)) < 2:
        return None
    surname = tuple(found["surname"].lower().split())
    return NameForm(tuple(found["given"].lower().split()), surname, "".join(surname), certain=True)


def read_forms(text: str) -> tuple[NameForm, ...]:
    """
    Read every way in which *text* gives one person's name, folded; empty where it holds no word.

    Several readings come from peerages, nicknames in quotation marks and "known as".

    >>> [(form.given, form.surname) for form in read_forms('Hixon, William M. "Bill"')]
    [(('william', 'm'), ('hixon',)), (('bill',), ('hixon',))]
    """
    plain = _plain_form(text)
    if plain is not None:
        return (plain,)
    forms = dict.fromkeys(form for form in map(_form, read_parts(text)) if form.surname)
    return tuple(forms)


def parse_name(name: str) -> ParsedName:
    """
    Read the parts of *name*, each kept as printed but for white space and kinds of quotation mark.

    Where no mark shows which word is the surname, the last word is taken, with its particles.

    >>> parsed = parse_name("Singh-Sohal, Cllr Jay")
    >>> parsed.title, parsed.given, parsed.surname
    ('Cllr', 'Jay', 'Singh-Sohal')
    >>> parse_name("Baroness Adams of Craigielea").place
    'Craigielea'
    """
    readings = read_parts(name)
    if not readings:
        return ParsedName(
            title="", given="", middle="", surname="", suffix="", place="", printed=name
        )
    parts = readings[0]
    return ParsedName(
        title=" ".join(parts.titles),
        given=" ".join(parts.given[:1]),
        middle=" ".join(parts.given[1:]),
        surname=" ".join(parts.surname),
        suffix=parts.suffix,
        place=" ".join(parts.place),
        printed=name,
    )


_OF: Final = frozenset({"of", "for"})
_OFFICES: Final = TITLES - AMBIGUOUS_TITLES
_CANDIDACY: Final = TITLES | {"candidate", "nominee", "councillor", "commissioner"}
_BETWEEN_NAMES: Final = re.compile(r"[/;|\t]|\s(?:for|then|v\.?)\s")
_ROLE_MARKS: Final = "()[]:"


def _is_of_two_places(words: list[str]) -> bool:
    """Tell whether the words are a rank borne of two places: "Lord Fell of Haven and Marsh"."""
    if len(words) < 5 or words[-2] != "and" or "of" not in words[2:-3]:
        return False
    return not RANKS.keys().isdisjoint(words[: words.index("of")]) and "and" not in words[:-2]


def _is_office(words: list[str]) -> bool:
    """Tell whether the words are titles alone: "Deputy Mayor", "the Speaker"."""
    if len(words) == 2 and words[0] == "the":
        return words[1] not in RANKS
    return bool(words) and _OFFICES.issuperset(words)


def _names_another(text: str) -> bool:
    """Tell whether a full name is parted from another one: "Ann Fell / Tom Reed", "Ann Fell v Tom Reed"."""
    pieces = _BETWEEN_NAMES.split(text)
    if len(pieces) == 1:
        return False
    first, *others = (name_key(piece).split() for piece in pieces)
    if len(first) < 2 or first[-1] in _CANDIDACY:  # "Ann Fell, MP for Milton Keynes"
        return False
    return any(len(other) > 1 and is_known(other[0]) for other in others)


def why_not_a_person(text: str) -> str:
    """
    Say why *text* is not the name of one person; empty where nothing speaks against it.

    >>> why_not_a_person("Not Andy Street")
    'it denies the name'
    >>> why_not_a_person("Andy Street's agent")
    "it speaks of somebody's agent"
    >>> why_not_a_person("Andy Street")
    ''
    """
    if "&" in text or "+" in text or _names_another(text[:LONGEST_NAME]):
        return "it names more than one"
    if any(phrase in text.lower() for phrase in SPEAKING_FOR):
        return NOT_A_PERSON["representing"]
    printed = text.split()
    if not SMALL_WORDS.isdisjoint(printed):
        return "it says more than a name"
    return _role_beside(printed) or _told_by_words(text)


def _role_beside(printed: list[str]) -> str:
    """Say what a role in brackets, before a colon, or last in small letters makes of a name."""
    if len(printed) > 2 and printed[-1] in RELATIONS:
        return RELATIONS[printed[-1]]
    for word in printed:
        role = word.strip(_ROLE_MARKS)
        if len(role) < len(word) and role.lower() in RELATIONS:
            return RELATIONS[role.lower()]
    return ""


def _told_by_words(text: str) -> str:
    words = [w for w in WORD_BREAK.split(fold(text[:LONGEST_NAME].translate(PRINT_FORMS))) if w]
    if _is_office(words):
        return "it is an office or a group, not a name"
    owned = any(word.endswith("'s") and len(word) > len("x's") for word in words)
    if _is_of_two_places(words):
        words = words[:-2]
    told = {**RELATIONS, **NOT_A_PERSON} if owned or not _OF.isdisjoint(words) else NOT_A_PERSON
    for word in words[1:] if words[:1] == ["or"] else words:
        if word in told:
            return told[word]
    return "it speaks of something of somebody's" if owned else ""
