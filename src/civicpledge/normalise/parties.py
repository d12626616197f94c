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
    :ivar name: the registered name, empty where the label is unknown
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
        *("none specified", "no description given", "individual member", "unaffiliated", "nonparty"),
        *("non partisan", "nonpartisan", "nonaligned", "non aligned", "no label", "not specified"),
        *("independent member", "independent group", "neamhspleach", "ymgeisydd annibynnol"),
        *("annibynnol independent", "independent annibynnol", "blank", "no party listed", "i"),
        *("independent no description", "independent aspirant", "independent councillor"),
    }
)
_SPEAKER: Final = frozenset({"speaker", "the speaker", "speaker seeking re election", "spk"})

_LIGHT: Final = frozenset(
    {
        *("the", "party", "candidate", "of", "and", "for", "a", "an", "in", "to", "uk", "gb"),
        *("ymgeisydd", "plaid", "y", "yr", "local", "candidates", "united", "kingdom"),
    }
)


@lru_cache(maxsize=4096)
def party_key(label: str) -> PartyKey:
    """
    Fold *label* to the form party labels are compared in; folding twice changes nothing.

    >>> party_key("Labour & Co-operative Party (candidate)")
    'labour and co operative party candidate'
    """
    spelled = re.sub(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)", "", label).replace("&", " and ").replace("+", " and ")
    return PartyKey(name_key(spelled))


@cache
def _table() -> dict[str, dict[PartyId, tuple[int, _Entry]]]:
    """Map every key to the parties that go by it, with the standing of the label: lower is better."""
    standing = {"name": 0, "press": 1, "description": 2, "welsh": 2}
    table: dict[str, dict[PartyId, tuple[int, _Entry]]] = defaultdict(dict)
    for row, kind, label in _labels():
        entry = _Entry(PartyId(row["party"]), row["register"], row["name"])
        known = table[party_key(label)].get(entry.party)
        if known is None or standing[kind] < known[0]:
            table[party_key(label)][entry.party] = (standing[kind], entry)
    return table


def _labels() -> list[tuple[dict[str, str], str, str]]:
    data = files("civicpledge.normalise").joinpath("data")
    more = list(csv.DictReader(data.joinpath("more_parties.csv").read_text("utf-8").splitlines()))
    labels = [(row, "press", label) for row in more for label in row["labels"].split("|")]
    labels += [(row, "name", row["name"]) for row in more]
    register = csv.DictReader(data.joinpath("uk_parties.csv").read_text("utf-8").splitlines())
    return labels + [(row, row["kind"], row["label"]) for row in register]


def _lookup(key: str) -> _Entry | None:
    """Give the one party of the best standing that goes by *key*."""
    found = sorted(_table().get(key, {}).values(), key=lambda pair: (pair[0], pair[1].party))
    if not found:
        return None
    best = [entry for rank, entry in found if rank == found[0][0]]
    return best[0] if len(best) == 1 else None


def _match(label: str, entry: _Entry, similarity: float) -> PartyMatch:
    parties = _JOINT.get(entry.party, (entry.party,))
    kind = PartyKind.JOINT if len(parties) > 1 else PartyKind.PARTY
    return PartyMatch(
        label=label, kind=kind, parties=parties, name=entry.name, register=entry.register, similarity=similarity
    )


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
        return PartyMatch(label=label, kind=PartyKind.INDEPENDENT, name="Independent", similarity=1.0)
    if key in _SPEAKER:
        return PartyMatch(label=label, kind=PartyKind.SPEAKER, name="Speaker", similarity=1.0)
    if _LABOUR.search(key) and _COOPERATIVE.search(key) and " or " not in key:
        return _match(label, LABOUR_AND_COOPERATIVE, 1.0)
    entry = _lookup(key)
    if entry is not None:
        return _match(label, entry, 1.0)
    return PartyMatch(label=label, kind=PartyKind.UNKNOWN)


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
