"""The words of a printed name by role: titles, given names, surname, suffix, place."""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from civicpledge.normalise.folding import LONGEST_NAME, PRINT_FORMS, fold
from civicpledge.normalise.name_words import (
    AMBIGUOUS_TITLES,
    JOINING_PREFIXES,
    OTHER_NAME_MARKS,
    PARTICLES,
    POSTNOMINALS,
    RANKED_OFFICES,
    RANKS,
    SEES,
    SUFFIXES,
    TITLES,
    WEAK_SUFFIXES,
)


class NameParts(NamedTuple):
    """The printed words of one reading of a name, by role."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    titles: tuple[str, ...] = ()
    suffix: str = ""
    place: tuple[str, ...] = ()
    certain: bool = False


_ASIDE: Final = re.compile(
    r"""\(([^()]{1,60})\)|\[([^\[\]]{1,60})\]|"([^"]{1,60})"|(?<!\S)'([^']{1,60})'(?!\S)"""
)
_ASIDE_MARKS: Final = re.compile(r"""[(\["']""")
_MARKS: Final = re.compile(
    r"[\s,;]*(?<!\w)(" + "|".join(map(re.escape, OTHER_NAME_MARKS)) + r")(?!\w)[\s:]*",
    re.IGNORECASE,
)
_MAYBE_MARKED: Final = re.compile(r"known|k\.?a\.?|form|n[eé]e|born", re.IGNORECASE)
ORDINAL: Final = re.compile(r"(\d{1,4})(?:st|nd|rd|th)", re.IGNORECASE)
_MIXED_PREFIX: Final = re.compile(r"^(?:Mc|Mac|De|Di|Da|O'|D'|Fitz|La|Le|Van)(?=[A-Z]{2})")
_JOINED_POINT: Final = re.compile(r"(?<=[^\W\d_]{2})\.(?=[^\W\d_])|(?<=\w)\.(?=[^\W\d_]{3})")
_SON_OF: Final = re.compile(r"(?<!\S)a/(?=[lp](?!\S))")
"""In the "a/l" (son of) and "a/p" (daughter of) of Malaysian names."""
WORD_BREAK: Final = re.compile(r"[^\w']+|_")


@lru_cache(maxsize=1 << 15)
def plain_word(token: str) -> str:
    """Fold one word and leave out its points and apostrophes."""
    return fold(token).replace(".", "").replace("'", "").replace("/", "")


def name_words(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Fold *tokens* to words of letters: hyphens and points part them."""
    if len(tokens) == 1 and tokens[0].isalpha():
        return (plain_word(tokens[0]),)
    folded = _SON_OF.sub("a", fold(" ".join(tokens)).replace("'", ""))
    return tuple(word for word in WORD_BREAK.split(folded) if word)


def _clean(text: str) -> str:
    printed = text[:LONGEST_NAME].translate(PRINT_FORMS)
    if not printed.isascii():
        printed = "".join(c for c in printed if unicodedata.category(c) != "Cf")
    return " ".join(_JOINED_POINT.sub(". ", printed).split())


def is_capitals(token: str) -> bool:
    """Tell whether *token* is a word set in capitals ("MacKINLAY" is), and not an initial."""
    if "." in token or "/" in token or token[-1].islower():
        return False
    letters = token if token.isupper() else _MIXED_PREFIX.sub("", token)
    return letters.isupper() and len(letters.strip("-'")) > 1


def _is_initial(token: str) -> bool:
    return len(token) == 1 or "." in token[1:3]


def is_capital_letter(token: str) -> bool:
    """Tell whether *token* is one letter set as a capital: an initial, whatever word it may be in small."""
    return len(token.rstrip(".")) == 1 and token[0].isupper()


def is_syllables(token: str) -> bool:
    """Tell whether *token* looks like the given name of "CHAN Chi-chuen"."""
    first, dash, second = token.partition("-")
    return bool(dash) and first[1:].islower() and second.islower()


def _capitals_surname(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Part given names and a surname set in capitals, at either end: "CASATI Ezio", "Lois RECKITT"."""
    flags = [is_capitals(token) or (_is_joining(token) and token.isupper()) for token in tokens]
    if not any(flags) or all(flag or _is_initial(t) for flag, t in zip(flags, tokens, strict=True)):
        return None
    run = next((n for n, flag in enumerate(flags) if not flag), len(flags))
    syllables = any(map(is_syllables, tokens))
    if run and (len(tokens[0]) > 2 or syllables or run > 1):
        return (tokens[run:], tokens[:run]) if not any(flags[run:]) else None
    start = flags.index(True)
    if start and all(flags[start:]) and len("".join(tokens[start:])) > 2:
        while start > 1 and tokens[start - 1].lower() in PARTICLES:
            start -= 1
        return tokens[:start], tokens[start:]
    if start and sum(flags) == 1 and (len(tokens[start]) > 2 or is_syllables(tokens[-1])):
        return (*tokens[:start], *tokens[start + 1 :]), tokens[start : start + 1]
    return None


def _is_led_by_particles(tokens: tuple[str, ...]) -> bool:
    """Tell whether all but the last word are particles, one of them in small letters to show it."""
    heads = tokens[:-1]
    if not heads or tokens[-1].islower() or not any(map(str.islower, heads)):
        return False
    return all(plain_word(head) in PARTICLES for head in heads)


def _last_surname(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take the last word for the surname, with the particles before it; "van der Berg" is nothing else."""
    if _is_led_by_particles(tokens):
        return (), tokens
    if len(tokens) > 2 and _is_initial(tokens[-1]) and not _is_initial(tokens[0]):
        return tokens[1:], tokens[:1]
    start = len(tokens) - 1
    shouted = all(map(str.isupper, tokens))
    while start > 1 and (
        plain_word(tokens[start - 1]) in PARTICLES or _is_joining(tokens[start - 1])
    ):
        if is_capital_letter(tokens[start - 1]) and (not shouted or start == 2):
            break  # "Ann E. Fell", "ANN E FELL": an initial, no "e" between surnames
        start -= 1
    return tokens[:start], tokens[start:]


def _is_joining(token: str) -> bool:
    return plain_word(token) in JOINING_PREFIXES and token not in ("O", "O.", "D", "D.")


def _take_titles(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    titles: list[str] = []
    while len(tokens) > 1:
        word = plain_word(tokens[0])
        if word in RANKS and plain_word(tokens[1]) in RANKED_OFFICES:
            titles.append(f"{tokens[0]} {tokens[1]}")
            tokens = tokens[2:]
            continue
        if word in AMBIGUOUS_TITLES or word not in TITLES:
            break
        if word in ("sir", "dame") and len(tokens) == 2:
            break  # these stand before a given name, so the next word is not a surname
        titles.append(tokens[0])
        tokens = tokens[1:]
    return tuple(titles), tokens


_VOWELS: Final = frozenset("aeiouy")


def _take_letters(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Take letters after the name off the end; where all is in capitals, "MA" may be the name."""
    shouted = all(map(is_capitals, tokens))
    while len(tokens) > 2 and sum(map(str.isupper, tokens[-1])) > 1:
        word = plain_word(tokens[-1])
        if word not in POSTNOMINALS:
            break
        if shouted and len(word) < 3 and not _VOWELS.isdisjoint(word):
            break
        tokens = tokens[:-1]
    return tokens


def _take_suffix(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Take letters after the name, then a suffix, off the end."""
    tokens = _take_letters(tokens)
    word = plain_word(tokens[-1])
    if len(tokens) > 1 and word in SUFFIXES and (word not in WEAK_SUFFIXES or "." in tokens[-1]):
        return tokens[:-1], tokens[-1]
    return tokens, ""


def _is_rank(tokens: tuple[str, ...]) -> bool:
    return len(tokens) > 1 and plain_word(tokens[0]) in RANKS


def _peer(tokens: tuple[str, ...], titles: tuple[str, ...] = ()) -> NameParts:
    """Read what a rank is borne with: "Clarke of Hampstead", "of Wellington", "John Smith"."""
    head, place = _take_place(tokens)
    if not head:
        head, place = place, ()
    given, surname = _last_surname(head)
    return NameParts(given, surname, titles, place=place, certain=True)


def _take_place(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    for position, token in enumerate(tokens):
        if token in ("of", "OF") and position + 1 < len(tokens):
            return tokens[:position], tokens[position + 1 :]
    return tokens, ()


def _read_plain_order(tokens: tuple[str, ...]) -> list[NameParts]:
    """Read a name that has no comma in it."""
    titles, tokens = _take_titles(tokens)
    if not tokens:
        return []
    tokens = _take_letters(tokens)
    if ORDINAL.fullmatch(tokens[0]) and _is_rank(tokens[1:]):
        tokens = tokens[1:]
    first = plain_word(tokens[0])
    if first in SEES and len(tokens) > 2:
        see = (*titles, tokens[0])
        if tokens[1].lower() == "of":
            return [NameParts((), tokens[2:], see, certain=True)]
        return [*_read_roles(tokens[1:], titles), *_read_roles(tokens, titles)]
    if _is_rank(tokens):
        peer = _peer(tokens[1:], (*titles, tokens[0]))
        also_a_name = first in ("earl", "duke", "baron") and not peer.place
        return [peer, *_read_roles(tokens, titles)] if also_a_name else [peer]
    return _read_roles(tokens, titles)


def _read_roles(tokens: tuple[str, ...], titles: tuple[str, ...]) -> list[NameParts]:
    tokens, place = _take_place(tokens)
    if not tokens:
        return []
    tokens, suffix = _take_suffix(tokens)
    capitals = _capitals_surname(tokens)
    given, surname = capitals or _last_surname(tokens)
    certain = capitals is not None or (bool(place) and not given)
    parts = NameParts(given, surname, titles, suffix, place, certain)
    if capitals is None and len(tokens) == 2 and is_syllables(tokens[-1]):
        return [parts, parts._replace(given=surname, surname=given)]
    if len(given) == 1 and plain_word(given[0]) in JOINING_PREFIXES and len(surname) == 1:
        return [parts, parts._replace(given=(), surname=tokens)]  # "Ó Dálaigh" alone
    return [parts]


def _is_office(tokens: tuple[str, ...]) -> bool:
    """Tell whether a section of a name is an office: "Mayor of North Haven"."""
    return len(tokens) > 1 and not {"of", "for"}.isdisjoint(tokens)


def _is_letters_after(section: str) -> bool:
    words = section.replace(".", "").split()
    return all(plain_word(word) in POSTNOMINALS for word in words) or (
        plain_word("".join(words)) in POSTNOMINALS  # "Ph. D."
    )


def _read_sections(main: str, sections: list[str]) -> list[NameParts]:
    """Read a name with commas: "Last, First", "Name, Jr.", "SMITH, 18TH", "X, Baron Y", "Y of Z, Lord"."""
    if plain_word(sections[0]) in RANKS or sections[0].endswith(" of"):
        return _read_plain_order((*sections[0].split(), *main.split()))
    if " " in main and all(plain_word(w) in TITLES | RANKS.keys() for w in main.split()):
        return _read_one(", ".join(sections))  # "The Lord Mayor, Ann Fell"
    suffix, place, given = "", "", ""
    peers: list[NameParts] = []
    for section in sections:
        tokens = tuple(section.split())
        ranked = (
            tokens[1:] if ORDINAL.fullmatch(tokens[0]) or tokens[0] in ("the", "The") else tokens
        )
        if ORDINAL.fullmatch(section):
            place = section
        elif plain_word(section) in SUFFIXES:
            suffix = section
        elif _is_rank(ranked):
            peers.append(_peer(ranked[1:], ranked[:1]))
        elif not _is_letters_after(section) and not given and not _is_office(tokens):
            given = section
    if given:
        first = _surname_first(main, given, suffix, place)
        if len(main.split()) > 1 and all(len(word) < 3 or "." in word for word in given.split()):
            first += _read_plain_order(tuple(main.split()))  # the letters may be a degree
        return [*first, *peers]
    placed = (place,) if place else ()
    return [
        *(
            p._replace(
                suffix=p.suffix or suffix,
                place=p.place or placed,
                certain=p.certain or (bool(placed) and not p.given),
            )
            for p in _read_plain_order(tuple(main.split()))
        ),
        *peers,
    ]


def _surname_first(main: str, given: str, suffix: str, place: str) -> list[NameParts]:
    titles, tokens = _take_titles(tuple(given.split()))
    tokens, inner = _take_suffix(tokens)
    surname, outer = _take_suffix(tuple(main.split()))
    if len(surname) > 1 and (_is_rank(surname) or plain_word(surname[0]) in TITLES):
        titles, surname = (*titles, surname[0]), surname[1:]
    placed = (place,) if place else ()
    return [NameParts(tokens, surname, titles, suffix or inner or outer, placed, certain=True)]


def _read_one(text: str) -> list[NameParts]:
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


def _read_other(other: str, parts: NameParts) -> list[NameParts]:
    """Read another name of the person in *parts*: a first name alone, or a whole name."""
    readings = _read_one(other)
    if not readings:
        return []
    if len(other.split()) == 1:
        return [parts._replace(given=(other,))]
    return readings


def _marked_name(mark: str, name: str, parts: NameParts) -> str:
    """Give the name behind "known as" or "née"; a surname alone is borne with the same given name."""
    is_surname = fold(mark) in ("nee", "born") and " " not in name
    return f"{' '.join(parts.given)} {name}" if is_surname else name


def _name_in(aside: str, parts: NameParts) -> str:
    """Give the name of the person in *parts* that an aside holds: empty for letters, or somebody else's."""
    marked = _MARKS.match(aside)
    if marked:
        return _marked_name(marked[1], aside[marked.end() :], parts)
    words = name_words(tuple(aside.split()))
    if len(aside.split()) > 2 or _is_letters_after(aside):
        return ""
    whole = len(words) > 1 and bool(parts.given)
    own = name_words((*parts.given, *parts.surname))
    return "" if whole and set(words).isdisjoint(own) else aside


def read_parts(text: str) -> list[NameParts]:
    """Read every way in which *text* gives one person's name, the plainest first."""
    main, asides = _asides(_clean(text))
    pieces = _MARKS.split(main) if _MAYBE_MARKED.search(main) else [main]
    own, *marked = pieces if pieces[0] else pieces[2:] or [""]
    readings = _read_one(own)
    if not readings:
        return _read_one(asides[0]) if asides else []
    first = readings[0]
    others = [
        _marked_name(mark, name, first)
        for mark, name in zip(marked[::2], marked[1::2], strict=True)
    ]
    others += [_name_in(aside, first) for aside in asides]
    return [*readings, *(p for other in others if other for p in _read_other(other, first))]
