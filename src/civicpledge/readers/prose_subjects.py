"""Whom a sentence's subject names: "Ms Body", "Labour's Ann Body", "the Green candidate, Bo Ng,"."""

import re
from collections import Counter
from collections.abc import Iterable

from attrs import evolve, frozen

from civicpledge.readers.label_parts import split_behalf
from civicpledge.readers.name_forms import from_title, is_name, is_party, solid_words
from civicpledge.readers.numbering import words_of

_OFFICE_WORDS = words_of(
    """
    candidate candidate's candidate’s hopeful contender leader spokesman spokeswoman
    spokesperson councillor incumbent mayoral rival challenger
    """
)
_NOW_OR_ONCE = words_of("previous former sitting current outgoing")
_IN_OFFICE = _NOW_OR_ONCE | words_of("mp mayor commissioner")
_ARTICLES = words_of("the our a")
_TIES = words_of("for of from to in at")
_TIED = re.compile(
    r"^(?:(?:who|which) (?:is|was|stands|represents) )?(?:standing |speaking |running )?"
    r"(?:(?:of|for|from|representing|as) )?"
)
_LONGEST_PARTY = 4
_POSSESSIVE = re.compile(r"['’]s?$")


@frozen(kw_only=True)
class Person:
    """Whom a sentence names, as printed."""

    name: str
    party: str | None = None
    on_behalf_of: str | None = None


@frozen(kw_only=True)
class Known:
    """The people whom the page prints with a party, or lists as standing."""

    names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str]) -> "Known":
        """Gather *names*; a surname that two people share tells nobody."""
        full = frozenset(_bare(name) for name in names) - {""}
        last = Counter(name.split()[-1] for name in full if " " in name)
        return cls(names=full, surnames=frozenset(s for s, times in last.items() if times == 1))

    def knows(self, name: str) -> bool:
        """Tell whether *name* is one of the names in full, or the surname of just one person."""
        bare = _bare(name)
        return bare in self.names or bare in self.surnames


def _bare(name: str) -> str:
    return " ".join(solid_words(name)).casefold().replace("’", "'")


# "former senator and mayoral candidate Ann Body"
_DESCRIBED = re.compile(
    r"(?:the )?(?:(?:current|former|political) |[a-z]{2,20} and )[^,.;:()]{0,80}\bcandidate"
    r" (?P<name>[A-ZÀ-Þ][\w'’-]{1,20}(?: [A-ZÀ-Þ][\w'’-]{1,20}){1,3})"
)


def person_of(subject: str) -> Person | None:
    """
    Read whom the *subject* of a sentence names, with party and stand-in; nobody where it says more.

    Two names are nobody's own words: what a page says of both is a claim about them.

    >>> person_of("Jo Low, of the Green Party,").party, person_of("Labour's Ann Body").name
    ('Green Party', 'Ann Body')
    >>> person_of("Ann Body and Bo Ng"), person_of("Many people in Ann Body's ward")
    (None, None)
    """
    bare = subject.strip(" ,")
    standing = _DESCRIBED.fullmatch(bare)
    if standing is not None and is_name(standing["name"]):
        return Person(name=standing["name"])
    speaker, behalf, rest = split_behalf(bare)
    if behalf is not None:
        person = _person(speaker)
        party = _party_of(rest.strip(" ()"))
        return None if person is None else evolve(person, on_behalf_of=behalf, party=party)
    return _person(bare)


def _person(words: str) -> Person | None:
    head, *behind = [piece.strip() for piece in words.split(",")]
    before: list[str] = []
    if behind and _only_office(head):
        before = head.split()
        head, *behind = behind
    bare, bracketed, bracket = head.partition(" (")
    if bracketed and not bracket.endswith(")"):
        return None
    name, lead = _without_office(bare)
    if not is_name(name) or is_party(name) or not all(map(_describes, behind)):
        return None
    told = (" ".join(before), " ".join(lead), bracket.rstrip(")"), *behind)
    return Person(name=name, party=next((p for p in map(_party_of, told) if p), None))


def _describes(words: str) -> bool:
    """Tell whether what stands behind a name and a comma is said of them, and is no second name."""
    if words.casefold().startswith(("whose ", "after ", "before ", "when ", "as ", "while ")):
        return False
    if words.casefold().endswith((" all", " both", " each")) or re.search(
        r" (?:and|&) [A-Z]", words
    ):
        return is_party(words)
    return not words or not words[0].isupper() or is_party(words) or not is_name(words)


def _only_office(words: str) -> bool:
    """Tell whether words hold an office but no name: "The Green candidate for Mayor of Anyshire"."""
    folded = words.casefold().split()
    if folded and all(word in _OFFICE_WORDS | _IN_OFFICE for word in folded):
        return True
    return bool(folded) and folded[0] in _ARTICLES and bool(_OFFICE_WORDS.intersection(folded))


def _without_office(words: str) -> tuple[str, list[str]]:
    """Split "Conservative candidate Ann Body" into the name and the words before it."""
    parts = words.split()
    while len(parts) > 2 and parts[0].casefold() in _NOW_OR_ONCE:
        parts = parts[1:]
    words = " ".join(parts)
    for at in range(2, min(len(parts), _LONGEST_PARTY + 1)):
        party = " ".join(parts[:at])
        if _POSSESSIVE.search(party) and is_party(_POSSESSIVE.sub("", party)):
            return " ".join(parts[at:]), [_POSSESSIVE.sub("", party)]
    before = [i for i, part in enumerate(parts) if _is_before(part)]
    at = before[-1] + 1 if before else 0
    if not all(_is_before(p) or p.casefold() in _ARTICLES or p in ("&", "and") for p in parts[:at]):
        return from_title(words), []
    return from_title(" ".join(parts[at:])), parts[:at]


def _is_before(word: str) -> bool:
    bare = _POSSESSIVE.sub("", word)
    return bare.casefold() in _OFFICE_WORDS or is_party(bare)


def _party_of(words: str) -> str | None:
    """Give the party in "of the Green Party", "for Labour", "the Labour candidate", "Lab"."""
    kept = [
        _POSSESSIVE.sub("", word)
        for word in _TIED.sub("", words.strip()).split()
        if word.casefold() not in _OFFICE_WORDS | _ARTICLES
    ]
    while kept and kept[-1].casefold() in _TIES:
        kept.pop()
    party = " ".join(kept)
    return party if party and is_party(party) else None
