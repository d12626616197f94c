"""Parties: a label in print to the party on the register, by a table first and by words second."""

import math
import re
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from typing import Final

from attrs import frozen

from civicpledge.model.ids import PartyId
from civicpledge.normalise.party_table import (
    STANDING,
    PartyEntry,
    PartyKey,
    party_key,
    party_name,
    party_table,
    reduced_key,
)

__all__ = [
    "PartyKey",
    "PartyKind",
    "PartyMatch",
    "match_party",
    "parties_agree",
    "party_key",
    "party_name",
]


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


LABOUR_AND_COOPERATIVE: Final = PartyEntry(
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
        *("independent no description", "independent aspirant", "indpt", "indept", "inds", "indie"),
        *("not stated", "none stated", "no party stated", "ddim plaid"),
    }
)
_SPEAKER: Final = frozenset({"speaker", "the speaker", "speaker seeking re election", "spk"})

_OF_NO_PARTY: Final = frozenset({"ind", "indep", "independent", "independents", "annibynnol"})
"""Words of a label that is somebody's own, or a local group's: no other party's name is near it."""

_NO_LONGER: Final = re.compile(r"\b(?:ex|former|formerly|previously|not|ind|indep|independents?)\b")

WORDS_ACCEPTED: Final = 0.6
"""Share of weighted words from which a label is taken for a party's; measured on labels in print."""

LEAST_SHARE: Final = 0.4
"""Share of weighted words from which another party comes in question as well."""

SPELLED_ALIKE: Final = 0.8
"""Ratio of matching letters from which two words are one, misspelt: "Britian"."""

PARTS_SIMILARITY: Final = 0.9
"""Similarity given to a label of which only a part is in the table."""

_COUNTRY: Final = re.compile(
    r"^(?:(?:the|welsh|scottish|english|northern ireland|northern irish|ulster|london|local|uk|british"
    r"|official|yorkshire|cornish|irish) )+"
)
_COUNTRY_BEHIND: Final = re.compile(
    r"(?: (?:in|of))?(?: (?:the|wales|cymru|scotland|england|northern ireland|ni|uk|gb|london))+$"
)
_BEFORE: Final = re.compile(r"^(?:(?:the|a|an|your|our|local|official|standing for|stood for) )+")
_BEHIND: Final = re.compile(
    r"(?: s)?(?: (?:candidate|candidates|councillor|councillors|cllr|member|nominee|mp|msp|mep|am|hold"
    r"|gain|elected|group))+(?: for \w+(?: \w+){0,3})?$"
)
"""What papers and councils print around a party's name: "the Labour candidate for Haven", "Con gain"."""

_LONG: Final = {
    "assn": "association",
    "assoc": "association",
    "comm": "community",
    "con": "conservative",
    "cons": "conservative",
    "dem": "democrat",
    "dems": "democrat",
    "ind": "independent",
    "indep": "independent",
    "inds": "independent",
    "lab": "labour",
    "ld": "liberal democrats",
    "lib": "liberal",
    "nat": "national",
    "nats": "national",
    "ra": "residents association",
    "res": "residents",
    "scot": "scottish",
    "soc": "socialist",
}
"""Words that are printed short in lists of results."""

MOST_WORDS: Final = 40
"""More words than any label in the table has."""

_PART_BREAK: Final = re.compile(r"\s[-–—:|]\s|[/|()\[\]:]|-\s|\s-")

_SPEAKERS_NAME: Final = "Speaker seeking re-election"


def _lookup(label: str) -> PartyEntry | None:
    """Look a label up whole, then without what is printed around it, short words in full."""
    key = party_key(label)
    bare = _bare(key)
    for form in dict.fromkeys((key, _COUNTRY.sub("", key), bare, _COUNTRY_BEHIND.sub("", bare))):
        found = _look(form) or _look(_in_full(form))
        if found is not None:
            return found
    return None


def _look(key: str) -> PartyEntry | None:
    if not key:
        return None
    table = party_table()
    return table.pick(table.exact.get(key, {})) or table.pick(
        table.reduced.get(reduced_key(key), {})
    )


def _bare(key: str) -> str:
    """Take off what is printed around a party's name: "the Labour Party's candidate", "Con gain"."""
    return _BEHIND.sub("", _BEFORE.sub("", key)).replace("partys", "party")


def _in_full(key: str) -> str:
    """Write out the words of a key that are printed short; empty where none is."""
    words = key.split()
    full = " ".join(_LONG.get(word, word) for word in words)
    return "" if len(words) < 2 or full == key else full


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


def _by_beginning(key: str) -> PartyEntry | None:
    """Look up the longest beginning of two words or more: "Green Party third choice candidate"."""
    words = key.split()
    table = party_table()
    for length in range(min(len(words) - 1, MOST_WORDS), 1, -1):
        found = table.exact.get(" ".join(words[:length]), {})
        named = {e: standing for e, standing in found.items() if standing < STANDING["description"]}
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


def _by_words(key: str) -> tuple[PartyEntry | None, float]:
    """
    Look up the only party whose name says the same in more or fewer words.

    Words in which both differ tell two parties apart: "Hill Ward First" is not "Hill Ward Independents".
    Similarity is the share of both labels' weight (minus logarithm of the share of labels with the word)
    that lies in words they have in common.
    """
    table = party_table()
    words = set(reduced_key(key).split())
    if not _OF_NO_PARTY.isdisjoint(key.split()):
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
    table = party_table()
    total = len(table.reduced)

    def weight(word: str) -> float:
        return math.log(total / (1 + len(table.words.get(word, ()))))

    shared = math.fsum(sorted(map(weight, words & theirs)))
    return 2 * shared / math.fsum(sorted(map(weight, [*words, *theirs])))


def _match(label: str, entry: PartyEntry, similarity: float) -> PartyMatch:
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


def _is_joint(key: str) -> bool:
    """Tell whether a label is of both Labour and the Co-operative Party: not "ex Labour Co-op"."""
    if " or " in key or _NO_LONGER.search(key):
        return False
    return bool(_LABOUR.search(key) and _COOPERATIVE.search(key))


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
    if _is_joint(key):
        return _match(label, LABOUR_AND_COOPERATIVE, 1.0)
    entry = _lookup(label)
    if entry is not None:
        return _match(label, entry, 1.0)
    if _bare(key) in _INDEPENDENT:
        return _independent(label, 1.0)
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
