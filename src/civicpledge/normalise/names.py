"""
Names of people: one form for comparing, and the parts of a name as it was printed.

Nothing here knows a roster. :func:`name_key` folds a name; :func:`parse_name` reads its parts and
keeps what was printed; :func:`read_forms` gives the folded parts that matching works on.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple, NewType

from attrs import frozen

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
    SEES,
    SUFFIXES,
    TITLES,
    WEAK_SUFFIXES,
)

NameKey = NewType("NameKey", str)
"""A name folded for comparing."""

LONGEST_NAME: Final = 200
"""Characters of a printed name that are read; the longest real one seen has 97."""

_LETTERS: Final = str.maketrans(
    {
        "ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
        "ı": "i", "ħ": "h", "ŋ": "n", "ŧ": "t", "ĸ": "k", "ə": "a", "ƒ": "f",
    }
)  # fmt: skip
"""Latin letters that Unicode does not decompose, with their usual plain spelling."""

_APOSTROPHES: Final = "'’‘ʼʻ`´＇ʹ′‛"
_DASHES: Final = "‐‑‒–—―−﹘﹣－­"
_QUOTES: Final = "“”„‟«»＂″"
_PRINT_FORMS: Final = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_QUOTES, '"')
)


def fold(text: str) -> str:
    """
    Fold the letters of *text*: case, diacritics and letters that have a plain spelling.

    >>> fold("Siân ŁÓDŹ-Müller")
    'sian lodz-muller'
    """
    if text.isascii():
        return text.lower()
    common = text.translate(_COMMON)
    if common.isascii():
        return common.lower()
    return _fold_any(text)


def _fold_any(text: str) -> str:
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    marks = "".join(c for c in folded.translate(_LETTERS) if not unicodedata.combining(c))
    return "".join(c for c in marks if unicodedata.category(c) != "Cf")


_NOT_LETTERS: Final = re.compile(r"[\W_]+")
_COMMON: Final = {
    code: _fold_any(chr(code))
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if chr(code).isalpha()
}
"""The letters of Europe's Latin alphabets, folded one by one: what nearly every name holds."""


def name_key(name: str) -> NameKey:
    """
    Fold *name* to the form names are compared in: plain letters, single spaces.

    Apostrophes vanish, every other mark parts words. Folding twice changes nothing. Letters of
    other alphabets are kept as they are: :func:`foreign_letters` reports look-alikes.

    >>> name_key("Jay Singh-Sohal") == name_key("Jay  SINGH SOHAL")
    True
    >>> name_key("Siân O’Brien")
    'sian obrien'
    """
    plain = fold(name)
    if not plain.isascii():
        plain = plain.translate(_PRINT_FORMS)
    return NameKey(" ".join(_NOT_LETTERS.sub(" ", plain.replace("'", "").replace("`", "")).split()))


def foreign_letters(name: str) -> tuple[str, ...]:
    """
    Report letters of another alphabet inside *name*'s Latin words: a homoglyph is never folded.

    >>> foreign_letters("Аndy Street")
    ('CYRILLIC CAPITAL LETTER A',)
    >>> foreign_letters("Andy Street")
    ()
    """
    if name.isascii():
        return ()
    found = []
    for word in name.split():
        letters = [unicodedata.name(c, "") for c in word if c.isalpha()]
        if any(n.startswith("LATIN") for n in letters):
            found += [n for n in letters if n.split(" ")[0] in ("CYRILLIC", "GREEK", "ARMENIAN")]
    return tuple(found)


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


class _Parts(NamedTuple):
    """The printed words of one reading of a name, by role."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    titles: tuple[str, ...] = ()
    suffix: str = ""
    place: tuple[str, ...] = ()
    certain: bool = False


_NOT_PLAIN: Final = re.compile(r"[^\w .'’-]|[\d_]|\.[^ ]|['’-](?!\w)|(?<!\w)['’-]")
"""What a name read in one step has not: commas, digits, quotation marks, joined initials."""

_STRUCTURE: Final = frozenset(
    {*TITLES, *RANKS, *SEES, *SUFFIXES, *PARTICLES, *JOINING_PREFIXES, *POSTNOMINALS}
    | {word.strip(".") for mark in OTHER_NAME_MARKS for word in mark.split()}
)
_ASIDE: Final = re.compile(r"""\(([^()]{1,60})\)|\[([^\[\]]{1,60})\]|"([^"]{1,60})"|(?<!\S)'([^']{1,60})'(?!\S)""")
_ASIDE_MARKS: Final = re.compile(r"""[(\["']""")
_MARKS: Final = re.compile(
    r"[\s,;]*(?<!\w)(?:" + "|".join(map(re.escape, OTHER_NAME_MARKS)) + r")(?!\w)[\s:]*", re.IGNORECASE
)
_ORDINAL: Final = re.compile(r"(\d{1,4})(?:st|nd|rd|th)", re.IGNORECASE)
_MIXED_PREFIX: Final = re.compile(r"^(?:Mc|Mac|De|Di|Da|O'|D'|Fitz|La|Le|Van)(?=[A-Z]{2})")
_JOINED_TITLE: Final = re.compile(r"(?<=[^\W\d_]{2})\.(?=[^\W\d_])")
_SOFT_MARKS: Final = str.maketrans("", "", "'.’")
_WORD_BREAK: Final = re.compile(r"[^\w']+|_")


@lru_cache(maxsize=1 << 15)
def _plain(token: str) -> str:
    return fold(token).replace(".", "").replace("'", "")


def _words(tokens: tuple[str, ...]) -> tuple[str, ...]:
    if len(tokens) == 1 and tokens[0].isalpha():
        return (_plain(tokens[0]),)
    folded = fold(" ".join(tokens)).replace("'", "")
    return tuple(word for word in _WORD_BREAK.split(folded) if word)


def _clean(text: str) -> str:
    printed = text[:LONGEST_NAME].translate(_PRINT_FORMS)
    if not printed.isascii():
        printed = "".join(c for c in printed if unicodedata.category(c) != "Cf")
    return " ".join(_JOINED_TITLE.sub(". ", printed).split())


def _is_capitals(token: str) -> bool:
    if "." in token or token[-1].islower():
        return False
    letters = token if token.isupper() else _MIXED_PREFIX.sub("", token)
    return letters.isupper() and len(letters.strip("-'")) > 1


def _is_initial(token: str) -> bool:
    return len(token) == 1 or "." in token[1:3]


def _is_syllables(token: str) -> bool:
    """Tell whether *token* looks like the given name of "CHAN Chi-chuen"."""
    first, dash, second = token.partition("-")
    return bool(dash) and first[1:].islower() and second.islower()


def _capitals_surname(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Part given names and a surname set in capitals, at either end: "CASATI Ezio", "Lois RECKITT"."""
    flags = [_is_capitals(token) for token in tokens]
    if not any(flags) or all(flag or _is_initial(t) for flag, t in zip(flags, tokens, strict=True)):
        return None
    run = next((n for n, flag in enumerate(flags) if not flag), len(flags))
    syllables = any(map(_is_syllables, tokens))
    if run and (len(tokens[0]) > 2 or syllables or run > 1):  # noqa: PLR2004
        return (tokens[run:], tokens[:run]) if not any(flags[run:]) else None
    start = flags.index(True)
    if start and all(flags[start:]) and len("".join(tokens[start:])) > 2:  # noqa: PLR2004
        while start > 1 and tokens[start - 1].lower() in PARTICLES:
            start -= 1
        return tokens[:start], tokens[start:]
    if syllables and sum(flags) == 1 and _is_syllables(tokens[-1]):
        return (*tokens[:start], *tokens[start + 1 :]), tokens[start : start + 1]
    return None


def _last_surname(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take the last word for the surname, with the particles before it."""
    if len(tokens) > 2 and _is_initial(tokens[-1]) and not _is_initial(tokens[0]):  # noqa: PLR2004
        return tokens[1:], tokens[:1]
    start = len(tokens) - 1
    while start > 1 and (_plain(tokens[start - 1]) in PARTICLES or _is_joining(tokens[start - 1])):
        start -= 1
    return tokens[:start], tokens[start:]


def _is_joining(token: str) -> bool:
    return _plain(token) in JOINING_PREFIXES and token not in ("O", "O.", "D", "D.")


def _take_titles(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    count = 0
    while count < len(tokens) - 1:
        word = _plain(tokens[count])
        if word in AMBIGUOUS_TITLES or word not in TITLES:
            break
        if word in ("sir", "dame") and count == len(tokens) - 2:
            break  # these stand before a given name, so the next word is not a surname
        count += 1
    return tokens[:count], tokens[count:]


def _take_suffix(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Take letters after the name, then a suffix, off the end."""
    shouted = all(map(_is_capitals, tokens))
    while len(tokens) > 2 and _is_capitals(tokens[-1]) and _plain(tokens[-1]) in POSTNOMINALS:  # noqa: PLR2004
        if shouted and len(tokens[-1]) < 3 and _plain(tokens[-1]) != "mp":  # noqa: PLR2004
            break
        tokens = tokens[:-1]
    word = _plain(tokens[-1])
    if len(tokens) > 1 and word in SUFFIXES and (word not in WEAK_SUFFIXES or "." in tokens[-1]):
        return tokens[:-1], tokens[-1]
    return tokens, ""


def _is_rank(tokens: tuple[str, ...]) -> bool:
    return len(tokens) > 1 and _plain(tokens[0]) in RANKS


def _peer(tokens: tuple[str, ...], titles: tuple[str, ...] = ()) -> _Parts:
    """Read what a rank is borne with: "Clarke of Hampstead", "of Wellington", "John Smith"."""
    head, place = _take_place(tokens)
    if not head:
        head, place = place, ()
    given, surname = _last_surname(head)
    return _Parts(given, surname, titles, place=place, certain=True)


def _take_place(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    for position, token in enumerate(tokens):
        if token in ("of", "OF") and position + 1 < len(tokens):
            return tokens[:position], tokens[position + 1 :]
    return tokens, ()


def _read_plain_order(tokens: tuple[str, ...]) -> list[_Parts]:
    """Read a name that has no comma in it."""
    titles, tokens = _take_titles(tokens)
    if not tokens:
        return []
    first = _plain(tokens[0])
    if first in SEES and len(tokens) > 2 and tokens[1].lower() == "of":  # noqa: PLR2004
        return [_Parts((), tokens[2:], (*titles, tokens[0]), certain=True)]
    if _is_rank(tokens):
        peer = _peer(tokens[1:], (*titles, tokens[0]))
        also_a_name = first in ("earl", "duke", "baron") and not peer.place
        return [peer, *_read_roles(tokens, titles)] if also_a_name else [peer]
    return _read_roles(tokens, titles)


def _read_roles(tokens: tuple[str, ...], titles: tuple[str, ...]) -> list[_Parts]:
    tokens, place = _take_place(tokens)
    if not tokens:
        return []
    tokens, suffix = _take_suffix(tokens)
    capitals = _capitals_surname(tokens)
    given, surname = capitals or _last_surname(tokens)
    certain = capitals is not None or (bool(place) and not given)
    parts = _Parts(given, surname, titles, suffix, place, certain)
    if capitals is None and len(tokens) == 2 and _is_syllables(tokens[-1]):  # noqa: PLR2004
        return [parts, parts._replace(given=surname, surname=given)]
    return [parts]


def _is_letters_after(section: str) -> bool:
    return all(_plain(word) in POSTNOMINALS for word in section.replace(".", "").split())


def _read_sections(main: str, sections: list[str]) -> list[_Parts]:
    """Read a name with commas: "Last, First", "Name, Jr.", "SMITH, 18TH", "X, Baron Y of Z"."""
    suffix, place, given = "", "", ""
    peers: list[_Parts] = []
    for section in sections:
        tokens = tuple(section.split())
        ranked = tokens[1:] if _ORDINAL.fullmatch(tokens[0]) or tokens[0] in ("the", "The") else tokens
        if _ORDINAL.fullmatch(section):
            place = section
        elif _plain(section) in SUFFIXES:
            suffix = section
        elif _is_rank(ranked):
            peers.append(_peer(ranked[1:], ranked[:1]))
        elif not _is_letters_after(section) and not given:
            given = section
    if given:
        first = _surname_first(main, given, suffix, place)
        if len(main.split()) > 1 and all(len(word) < 3 or "." in word for word in given.split()):  # noqa: PLR2004
            first += _read_plain_order(tuple(main.split()))  # the letters may be a degree
        return [*first, *peers]
    placed = (place,) if place else ()
    return [
        *(
            p._replace(suffix=p.suffix or suffix, place=p.place or placed, certain=p.certain or (bool(placed) and not p.given))
            for p in _read_plain_order(tuple(main.split()))
        ),
        *peers,
    ]


def _surname_first(main: str, given: str, suffix: str, place: str) -> list[_Parts]:
    titles, tokens = _take_titles(tuple(given.split()))
    tokens, inner = _take_suffix(tokens)
    surname, outer = _take_suffix(tuple(main.split()))
    if len(surname) > 1 and (_is_rank(surname) or _plain(surname[0]) in TITLES):
        titles, surname = (*titles, surname[0]), surname[1:]
    placed = (place,) if place else ()
    return [_Parts(tokens, surname, titles, suffix or inner or outer, placed, certain=True)]


def _read_one(text: str) -> list[_Parts]:
    main, *sections = (section.strip() for section in text.split(","))
    sections = [section for section in sections if section]
    if not main:
        return _read_one(sections[0]) if sections else []
    if sections:
        return _read_sections(main, sections)
    return _read_plain_order(tuple(main.split()))


def _asides(text: str) -> tuple[str, list[str]]:
    """Part the running text from what stands in brackets or quotation marks."""
    if text.isascii() and not _ASIDE_MARKS.search(text):
        return text, []
    asides = [next(filter(None, groups)) for groups in _ASIDE.findall(text)]
    return " ".join(_ASIDE.sub(" ", text).split()).replace(" ,", ","), asides


def _read_other(other: str, parts: _Parts) -> list[_Parts]:
    """Read another name of the person in *parts*: a first name alone, or a whole name."""
    readings = _read_one(other)
    if not readings:
        return []
    if len(other.split()) == 1:
        return [parts._replace(given=(other,))]
    return readings


def _read(text: str) -> list[_Parts]:
    """Read every way in which *text* gives one person's name, the plainest first."""
    main, asides = _asides(_clean(text))
    own, *others = [piece for piece in _MARKS.split(main) if piece] or [""]
    readings = _read_one(own)
    if not readings:
        return _read_one(asides[0]) if asides else []
    first = readings[0]
    for aside in asides:
        former = _MARKS.match(aside)
        name = aside[former.end() :] if former else aside
        if former and fold(former[0]).strip(" ,;:") in ("nee", "born") and " " not in name:
            others.append(f"{' '.join(first.given)} {name}")
        elif len(name.split()) < 3 and not _is_letters_after(name):  # noqa: PLR2004
            others.append(name)
    return [*readings, *(p for other in others for p in _read_other(other, first))]


def _rank_of(titles: tuple[str, ...]) -> str:
    """Give the class of a rank among *titles*, if there is one."""
    for title in map(_plain, titles):
        if title in RANKS:
            return "peer"
        if title in SEES:
            return title
    return ""


def _sex_of(titles: tuple[str, ...]) -> str:
    for title in map(_plain, titles):
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
        if len(token) == 2 and token.isalpha() and token.isupper() and len(tokens) == 1 and token not in ("JO", "AL", "ED", "BO", "TY", "MO"):  # noqa: E501, PLR2004
            words += token.lower()
        else:
            words += _words((token,))
    heavy = tuple(word for word in words if word not in LIGHT_WORDS)
    return heavy or tuple(words)


def _form(parts: _Parts) -> NameForm:
    whole = _join_prefixes(_words(parts.surname))
    surname = tuple(word for word in whole if word not in LIGHT_WORDS) or whole
    return NameForm(
        _given_words(parts.given),
        surname,
        "".join(whole),
        SUFFIXES.get(_plain(parts.suffix), "") if parts.suffix else "",
        _place_key(parts.place) if parts.place else "",
        _rank_of(parts.titles) if parts.titles else "",
        _sex_of(parts.titles) if parts.titles else "",
        parts.certain,
    )


def _place_key(place: tuple[str, ...]) -> str:
    ordinal = _ORDINAL.fullmatch(place[0]) if len(place) == 1 else None
    return ordinal[1] if ordinal else " ".join(_words(place))


def _plain_form(text: str) -> NameForm | None:
    """Read the common kind of name in one step; the general reader gives the same form."""
    letters = text.replace(" ", "")
    words = fold(text).split()
    if not letters.isalpha():
        if len(text) > LONGEST_NAME or _NOT_PLAIN.search(text):
            return None
        words = " ".join(words).translate(_SOFT_MARKS).split()
    if len(words) < 2 or len(words[-1]) < 2 or not _STRUCTURE.isdisjoint(words):  # noqa: PLR2004
        return None
    if not letters.isupper() and not text.istitle() and any(map(_is_capitals, text.split())):
        return None
    last = words.pop()
    if "-" not in text:
        return NameForm(tuple(words), (last,), last)
    joined = last.replace("-", "")
    if joined in LIGHT_WORDS or not LIGHT_WORDS.isdisjoint(text.lower().replace("-", " ").split()):
        return None
    return NameForm(tuple(" ".join(words).replace("-", " ").split()), tuple(last.split("-")), joined)


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
    forms = dict.fromkeys(form for form in map(_form, _read(text)) if form.surname)
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
    readings = _read(name)
    if not readings:
        return ParsedName(title="", given="", middle="", surname="", suffix="", place="", printed=name)
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
    if "&" in text or "+" in text:
        return "it names more than one"
    words = _WORD_BREAK.split(fold(text[:LONGEST_NAME]).translate(_PRINT_FORMS))
    for word in words:
        if word in NOT_A_PERSON:
            return NOT_A_PERSON[word]
        if word.endswith("'s") and len(word) > 3:  # noqa: PLR2004
            return "it speaks of something of somebody's"
    return ""
