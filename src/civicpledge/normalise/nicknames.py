"""Given names that may be one person's: "Bill" and "William". Shipped data, see data/NOTICE.txt."""

import csv
from collections import defaultdict
from functools import cache
from importlib.resources import files

_FILES = ("nicknames.csv", "more_nicknames.csv")


def _rows(filename: str) -> list[dict[str, str]]:
    table = files("civicpledge.normalise").joinpath("data", filename).read_text("utf-8")
    return list(csv.DictReader(table.splitlines()))


@cache
def _related() -> dict[str, frozenset[str]]:
    """Map every given name to its nicknames, the names it is a nickname of, and their other ones."""
    nicknames: dict[str, set[str]] = defaultdict(set)
    fulls: dict[str, set[str]] = defaultdict(set)
    for filename in _FILES:
        for row in _rows(filename):
            for nickname in row["nicknames"].split():
                nicknames[row["name"]].add(nickname)
                fulls[nickname].add(row["name"])
    for row in _rows("spellings.csv"):
        family = row["names"].split()
        for name in family:
            nicknames[name].update(family)
    names = nicknames.keys() | fulls.keys()
    direct = {n: nicknames.get(n, set()) | fulls.get(n, set()) for n in names}
    return {n: frozenset(direct[n] - {n}) for n in names}


@cache
def other_forms(given: str) -> frozenset[str]:
    """
    Give the names that a folded given name may stand for, or that may stand for it.

    >>> "william" in other_forms("bill"), "bill" in other_forms("william")
    (True, True)
    """
    return _related().get(given, frozenset())


@cache
def shared_forms(given: str) -> frozenset[str]:
    """
    Give the other short forms of the names that *given* is short for: "Bob" and "Rob".

    >>> "rob" in shared_forms("bob")
    True
    """
    return frozenset(s for full in other_forms(given) for s in other_forms(full)) - {given}


@cache
def initials_of(given: str) -> str:
    """
    Give the first letters that a person called *given* may be listed under.

    >>> initials_of("peggy"), initials_of("p")
    ('mp', 'p')
    """
    forms = other_forms(given) if len(given) > 1 else ()
    return "".join(sorted({given[:1], *(form[0] for form in forms)}))


def is_known(given: str) -> bool:
    """
    Tell whether the shipped data knows *given* for a given name: then it is hardly a slip for another.

    >>> is_known("mary"), is_known("mxry")
    (True, False)
    """
    return given in _related()
