"""
The table of parties: every label in print, and the parties of the register that go by it.

The names, descriptions and Welsh forms are those of the United Kingdom's registers as they stood in
about 2015 (Open Government Licence), with press labels, abbreviations and later parties added by hand;
see ``data/NOTICE.txt``.
"""

import csv
import re
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NewType

from attrs import frozen

from civicpledge.model.ids import PartyId
from civicpledge.normalise.names import name_key

PartyKey = NewType("PartyKey", str)
"""A party label folded for comparing."""


@frozen
class PartyEntry:
    """A party of the table: its id, its number on the register where it has one, its name."""

    party: PartyId
    register: str
    name: str


_PLURAL: Final = re.compile(r"(?<=\w\w\w[^s])s$")

_LIGHT: Final = frozenset(
    {
        *("the", "party", "candidate", "of", "and", "for", "a", "an", "in", "to"),
        *("ymgeisydd", "plaid", "y", "yr", "candidates", "putting", "put", "ward"),
    }
)


_COUNTRIES: Final = frozenset(
    {"wale", "cymru", "scotland", "england", "britain", "cornwall", "yorkshire", "uk"}
)
"""What is left of "The Party of Wales" without its light words and the sign of the plural."""

STANDING: Final = {"press": 0, "name": 1, "description": 2, "welsh": 2}
"""How sure a kind of label is; lower is surer."""

_ASIDE: Final = re.compile(r"[(\[][^)\]]{0,100}[)\]]| - .{0,100}$")


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


def reduced_key(key: str) -> str:
    """Leave out of a key what is in most labels: "the", "party", "candidate"."""
    return " ".join(_PLURAL.sub("", word) for word in key.split() if word not in _LIGHT)


def _labels() -> list[tuple[dict[str, str], int, str]]:
    data = files("civicpledge.normalise").joinpath("data")
    more = list(csv.DictReader(data.joinpath("more_parties.csv").read_text("utf-8").splitlines()))
    labels = [(row, STANDING["press"], label) for row in more for label in row["labels"].split("|")]
    labels += [(row, STANDING["name"], row["name"]) for row in more]
    register = csv.DictReader(data.joinpath("uk_parties.csv").read_text("utf-8").splitlines())
    return labels + [(row, STANDING[row["kind"]], row["label"]) for row in register]


def _tells_apart(reduced: str, standing: int) -> bool:
    """Tell whether what is left of a label is enough: a country, or one word of a slogan, is not."""
    return reduced not in _COUNTRIES and (standing != STANDING["description"] or " " in reduced)


class PartyTable:
    """Every label with the parties that go by it; lower standing is surer."""

    def __init__(self) -> None:
        self.exact: dict[str, dict[PartyEntry, int]] = defaultdict(dict)
        self.reduced: dict[str, dict[PartyEntry, int]] = defaultdict(dict)
        self.words: dict[str, set[str]] = defaultdict(set)
        self.major: set[str] = set()
        for row, standing, label in _labels():
            entry = PartyEntry(PartyId(row["party"]), row["register"], row["name"])
            if standing == STANDING["press"]:
                self.major.add(row["party"])
            self._add(entry, standing, label)

    def _add(self, entry: PartyEntry, standing: int, label: str) -> None:
        keys = {party_key(label)}
        named = standing != STANDING["description"]
        if named:  # the head of a slogan, or its only word of weight, is anybody's
            keys.add(party_key(_ASIDE.sub(" ", label)))
        for key in filter(None, keys):
            reduced = reduced_key(key)
            for index, form in ((self.exact, key), (self.reduced, reduced)):
                if form and (index is self.exact or _tells_apart(form, standing)):
                    index[form][entry] = min(standing, index[form].get(entry, standing))
            if named:
                for word in reduced.split():
                    self.words[word].add(reduced)

    def pick(self, found: dict[PartyEntry, int]) -> PartyEntry | None:
        """Give the one party of the best standing; registers of two countries count as one party."""
        if not found:
            return None
        best = min(found.values())
        tied = [entry for entry, standing in found.items() if standing == best]
        tied = [entry for entry in tied if entry.party in self.major] or tied
        if len({name_key(entry.name) for entry in tied}) > 1:
            return None
        return min(tied, key=lambda entry: (len(entry.register), entry.register))


@cache
def party_table() -> PartyTable:
    """Give the table, read once."""
    return PartyTable()


@cache
def _names() -> dict[PartyId, str]:
    return {entry.party: entry.name for found in party_table().exact.values() for entry in found}


def party_name(party: PartyId) -> str:
    """
    Give the registered name of a party in the table.

    >>> party_name(PartyId("co-operative-party"))
    'Co-operative Party'

    :raises KeyError: if no party of the table has that id
    """
    return _names()[party]
