"""
Parties: a label in print to the party on the register, by a table first and by words second.

The table holds the names, descriptions and Welsh forms of the United Kingdom's registers as they stood
in about 2015 (Open Government Licence), with press labels, abbreviations and later parties added by
hand; see ``data/NOTICE.txt``.
"""

import csv
import math
import re
from collections import defaultdict
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NewType

from attrs import frozen

from civicpledge.model.ids import PartyId
from civicpledge.normalise.names import name_key

PartyKey = NewType("PartyKey", str)
"""A party label folded for comparing."""


class PartyKind(StrEnum):
    """What a party label stands for."""

    PARTY = "party"
    JOINT = "joint"
    INDEPENDENT = "independent"
    SPEAKER = "speaker"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class PartyMatch:
    """
    What a party label stands for.

    :ivar label: the label as printed
    :ivar parties: the ids of the parties; two or more for a joint label, none for an independent
    :ivar name: the registered name; the label itself where it is unknown
    :ivar register: the Electoral Commission's number ("PP53"), where there is one
    :ivar similarity: 1 where the label is in the table, less where it was matched by its words, else 0
    """

    label: str
    kind: PartyKind
    parties: tuple[PartyId, ...] = ()
    name: str = ""
    register: str = ""
    similarity: float = 0.0


@frozen
class _Entry:
    party: PartyId
    register: str
    name: str


LABOUR_AND_COOPERATIVE: Final = _Entry(
    PartyId("labour-and-co-operative-party"), "joint 53-119", "Labour and Co-operative Party"
)
_JOINT: Final = {
    "labour-and-co-operative-party": (PartyId("labour-party"), PartyId("co-operative-party")),
}
_LABOUR: Final = re.compile(r"\b(?:lab|labour|labor|llafur|lafur)\b")
_COOPERATIVE: Final = re.compile(r"\b(?:co ?op|co ?operative|gydweithredol|coop|cooperative)\b")

_INDEPENDENT: Final = frozenset(
    {
        *("independent", "ind", "indy", "indep", "independents", "non party", "no party"),
        *("annibynnol", "independent candidate", "none", "no description", "no affiliation"),
        *(
            "none specified",
            "no description given",
            "individual member",
            "unaffiliated",
            "nonparty",
        ),
        *("non partisan", "nonpartisan", "nonaligned", "non aligned", "no label", "not specified"),
        *("independent member", "independent group", "neamhspleach", "ymgeisydd annibynnol"),
        *("annibynnol independent", "independent annibynnol", "blank", "no party listed", "i"),
        *(
            "annibynwyr",
            "unaligned",
            "n a",
            "not applicable",
            "no party affiliation",
            "independant",
        ),
        *("independent no description", "independent aspirant", "independent councillor"),
    }
)
_SPEAKER: Final = frozenset({"speaker", "the speaker", "speaker seeking re election", "spk"})

WORDS_ACCEPTED: Final = 0.6
"""Share of weighted words from which a label is taken for a party's; measured on labels in print."""

LEAST_SHARE: Final = 0.4
"""Share of weighted words from which another party comes in question as well."""

SPELLED_ALIKE: Final = 0.8
"""Ratio of matching letters from which two words are one, misspelt: "Britian"."""

PARTS_SIMILARITY: Final = 0.9
"""Similarity given to a label of which only a part is in the table."""

_PLURAL: Final = re.compile(r"(?<=\w\w\w[^s])s$")

MOST_WORDS: Final = 40
"""More words than any label in the table has."""

_COUNTRY: Final = re.compile(
    r"^(?:(?:the|welsh|scottish|english|northern ireland|northern irish|ulster|london|local|uk|british"
    r"|official|yorkshire|cornish|irish) )+"
)
_PART_BREAK: Final = re.compile(r"\s[-–—:|]\s|[/|()\[\]:]|-\s|\s-")

_SPEAKERS_NAME: Final = "Speaker seeking re-election"

_LIGHT: Final = frozenset(
    {
        *("the", "party", "candidate", "of", "and", "for", "a", "an", "in", "to"),
        *("ymgeisydd", "plaid", "y", "yr", "candidates"),
    }
)


@lru_cache(maxsize=4096)
def party_key(label: str) -> PartyKey:
    """
    Fold *label* to the form party labels are compared in; folding twice changes nothing.

    >>> party_key("Labour & Co-operative Party (candidate)")
    'labour and co operative party candidate'
    """
    spelled = (
        re.sub(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)", "", label)
        .replace("&", " and ")
        .replace("+", " and ")
    )
    return PartyKey(name_key(spelled))


class _Table:
    """Every label with the parties that go by it; lower standing is surer."""

    def __init__(self) -> None:
        self.exact: dict[str, dict[_Entry, int]] = defaultdict(dict)
        self.reduced: dict[str, dict[_Entry, int]] = defaultdict(dict)
        self.words: dict[str, set[str]] = defaultdict(set)
        self.major: set[str] = set()
        for row, standing, label in _labels():
            entry = _Entry(PartyId(row["party"]), row["register"], row["name"])
            if standing == _STANDING["press"]:
                self.major.add(row["party"])
            self._add(entry, standing, label)

    def _add(self, entry: _Entry, standing: int, label: str) -> None:
        keys = {party_key(label)}
        named = standing != _STANDING["description"]
        if named:  # the head of a slogan, or its only word of weight, is anybody's
            keys.add(party_key(_ASIDE.sub(" ", label)))
        for key in filter(None, keys):
            reduced = _reduce(key)
            for index, form in ((self.exact, key), (self.reduced, reduced)):
                if form and (index is self.exact or named or " " in form):
                    index[form][entry] = min(standing, index[form].get(entry, standing))
            if named:
                for word in reduced.split():
                    self.words[word].add(reduced)

    def pick(self, found: dict[_Entry, int]) -> _Entry | None:
        """Give the one party of the best standing; registers of two countries count as one party."""
        if not found:
            return None
        best = min(found.values())
        tied = [entry for entry, standing in found.items() if standing == best]
        tied = [entry for entry in tied if entry.party in self.major] or tied
        if len({name_key(entry.name) for entry in tied}) > 1:
            return None
        return min(tied, key=lambda entry: (len(entry.register), entry.register))


_STANDING: Final = {"press": 0, "name": 1, "description": 2, "welsh": 2}
_ASIDE: Final = re.compile(r"[(\[][^)\]]{0,100}[)\]]| - .{0,100}$")


@cache
def _table() -> _Table:
    return _Table()


@cache
def _names() -> dict[PartyId, str]:
    return {entry.party: entry.name for found in _table().exact.values() for entry in found}


def party_name(party: PartyId) -> str:
    """
    Give the registered name of a party in the table.

    >>> party_name(PartyId("co-operative-party"))
    'Co-operative Party'

    :raises KeyError: if no party of the table has that id
    """
    return _names()[party]


def _labels() -> list[tuple[dict[str, str], int, str]]:
    data = files("civicpledge.normalise").joinpath("data")
    more = list(csv.DictReader(data.joinpath("more_parties.csv").read_text("utf-8").splitlines()))
    labels = [
        (row, _STANDING["press"], label) for row in more for label in row["labels"].split("|")
    ]
    labels += [(row, _STANDING["name"], row["name"]) for row in more]
    register = csv.DictReader(data.joinpath("uk_parties.csv").read_text("utf-8").splitlines())
    return labels + [(row, _STANDING[row["kind"]], row["label"]) for row in register]


def _reduce(key: str) -> str:
    """Leave out of a key what is in most labels: "the", "party", "candidate"."""
    return " ".join(_PLURAL.sub("", word) for word in key.split() if word not in _LIGHT)


def _lookup(label: str) -> _Entry | None:
    """Look a label up whole, then without its light words, then without the country before it."""
    key = party_key(label)
    table = _table()
    found = table.pick(table.exact.get(key, {})) or table.pick(table.reduced.get(_reduce(key), {}))
    if found is not None:
        return found
    rest = _COUNTRY.sub("", key)
    if rest != key and rest:
        return table.pick(table.exact.get(rest, {})) or table.pick(
            table.reduced.get(_reduce(rest), {})
        )
    return None


def _by_parts(label: str) -> PartyMatch | None:
    """
    Look up the parts of a label in two languages, or with a slogan: all that are known agree.

    Parts that do not agree ("Ind (Lab)") leave the label unknown; None where no part is known.
    """
    parts = [part for part in _PART_BREAK.split(label) if party_key(part)]
    if len(parts) < 2:
        return None
    known = {entry.name: entry for entry in map(_lookup, parts) if entry is not None}
    if any(party_key(part) in _INDEPENDENT for part in parts):
        return _unknown(label) if known else _independent(label, PARTS_SIMILARITY)
    if len(known) > 1:
        return _unknown(label)
    return next((_match(label, entry, PARTS_SIMILARITY) for entry in known.values()), None)


def _by_beginning(key: str) -> _Entry | None:
    """Look up the longest beginning of two words or more: "Green Party third choice candidate"."""
    words = key.split()
    table = _table()
    for length in range(min(len(words) - 1, MOST_WORDS), 1, -1):
        found = table.exact.get(" ".join(words[:length]), {})
        named = {
            e: standing for e, standing in found.items() if standing < _STANDING["description"]
        }
        if named:
            return table.pick(named)
    return None


def _one_within_another(words: set[str], theirs: set[str]) -> bool:
    """Tell whether one label only says more than the other, but for one misspelt word."""
    mine, others = words - theirs, theirs - words
    if not mine or not others:
        return len(words & theirs) > 1
    if len(mine) > 1 or len(others) > 1:
        return False
    (one,), (other,) = mine, others
    return len(one) > 4 and SequenceMatcher(None, one, other).ratio() >= SPELLED_ALIKE


def _by_words(key: str) -> tuple[_Entry | None, float]:
    """
    Look up the only party whose name says the same in more or fewer words.

    Words in which both differ tell two parties apart: "Hill Ward First" is not "Hill Ward Independents".
    Similarity is the share of both labels' weight (minus logarithm of the share of labels with the word)
    that lies in words they have in common.
    """
    table = _table()
    words = set(_reduce(key).split())
    if key.startswith(
        ("ind ", "independent ")
    ):  # of another's party, or of none: "Independent Labour"
        return None, 0.0
    options = {label for word in words for label in table.words.get(word, ())}
    near = [label for label in options if _one_within_another(words, set(label.split()))]
    found = [
        (_share(words, set(label.split())), table.pick(table.reduced[label])) for label in near
    ]
    names = {entry.name if entry else "" for share, entry in found if share >= LEAST_SHARE}
    share, entry = max(found, key=lambda pair: pair[0], default=(0.0, None))
    return (entry, share) if len(names) == 1 and share >= WORDS_ACCEPTED else (None, 0.0)


def _share(words: set[str], theirs: set[str]) -> float:
    table = _table()
    total = len(table.reduced)

    def weight(word: str) -> float:
        return math.log(total / (1 + len(table.words.get(word, ()))))

    shared = math.fsum(sorted(map(weight, words & theirs)))
    return 2 * shared / math.fsum(sorted(map(weight, [*words, *theirs])))


def _match(label: str, entry: _Entry, similarity: float) -> PartyMatch:
    parties = _JOINT.get(entry.party, (entry.party,))
    kind = PartyKind.JOINT if len(parties) > 1 else PartyKind.PARTY
    return PartyMatch(
        label=label,
        kind=kind,
        parties=parties,
        name=entry.name,
        register=entry.register,
        similarity=similarity,
    )


def _independent(label: str, similarity: float) -> PartyMatch:
    kind = PartyKind.INDEPENDENT
    return PartyMatch(label=label, kind=kind, name="Independent", similarity=similarity)


def _unknown(label: str) -> PartyMatch:
    return PartyMatch(label=label, kind=PartyKind.UNKNOWN, name=" ".join(label.split()))


@lru_cache(maxsize=4096)
def match_party(label: str) -> PartyMatch:
    """
    Say which party *label* stands for; kind ``unknown`` where that cannot be told.

    A joint label gives every party in it. "Independent" is no party; a registered party that calls
    itself independent is one.

    >>> match_party("Lab Co-op").parties
    ('labour-party', 'co-operative-party')
    >>> match_party("Independent").kind.value, match_party("Annibynnol / Independent").kind.value
    ('independent', 'independent')
    >>> match_party("UKIP").name
    'UK Independence Party (UKIP)'
    """
    key = party_key(label)
    if key in _INDEPENDENT:
        return _independent(label, 1.0)
    if key in _SPEAKER:
        return PartyMatch(label=label, kind=PartyKind.SPEAKER, name=_SPEAKERS_NAME, similarity=1.0)
    if _LABOUR.search(key) and _COOPERATIVE.search(key) and " or " not in key:
        return _match(label, LABOUR_AND_COOPERATIVE, 1.0)
    entry = _lookup(label)
    if entry is not None:
        return _match(label, entry, 1.0)
    parted = _by_parts(label)
    if parted is not None:
        return parted
    entry = _by_beginning(key)
    if entry is not None:
        return _match(label, entry, PARTS_SIMILARITY)
    entry, similarity = _by_words(key)
    return _unknown(label) if entry is None else _match(label, entry, similarity)


def parties_agree(first: PartyMatch, second: PartyMatch) -> bool | None:
    """
    Tell whether two labels can be one candidate's: None where either is unknown.

    A joint label is compatible with each of its parties.

    >>> parties_agree(match_party("Labour"), match_party("Labour & Co-operative"))
    True
    >>> parties_agree(match_party("Labour"), match_party("Independent"))
    False
    >>> parties_agree(match_party("Labour"), match_party("Glorious Future")) is None
    True
    """
    if PartyKind.UNKNOWN in (first.kind, second.kind):
        return None
    if first.parties or second.parties:
        return not set(first.parties).isdisjoint(second.parties)
    return first.kind is second.kind
