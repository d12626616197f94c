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
def _nicknames() -> dict[str, set[str]]:
    """Map every listed name to its short forms and spellings, as the lists give them."""
    nicknames: dict[str, set[str]] = defaultdict(set)
    for filename in _FILES:
        for row in _rows(filename):
            nicknames[row["name"]].update(row["nicknames"].split())
    for row in _rows("spellings.csv"):
        family = row["names"].split()
        for name in family:
            nicknames[name].update(family)
    return nicknames


@cache
def _related() -> dict[str, frozenset[str]]:
    """Map every given name to its nicknames, and the names it is a nickname of."""
    related: dict[str, set[str]] = defaultdict(set)
    for name, nicknames in _nicknames().items():
        related[name].update(nicknames)
        for nickname in nicknames:
            related[nickname].add(name)
    return {name: frozenset(others - {name}) for name, others in related.items()}


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

    Never two names that one short form stands for: "Patrick" and "Patricia" are both Pat.

    >>> "rob" in shared_forms("bob"), "patricia" in shared_forms("patrick")
    (True, False)
    """
    short_for = [name for name in other_forms(given) if given in _nicknames().get(name, ())]
    shared = {
        other
        for name in short_for
        for other in _nicknames()[name]
        if max(len(given), len(other)) < len(name)
    }
    return frozenset(shared - {given})


@cache
def initials_of(given: str) -> str:
    """
    Give the first letters that a person called *given* may be listed under.

    >>> initials_of("peggy"), initials_of("p")
    ('mp', 'p')
    """
    forms = other_forms(given) if len(given) > 1 else ()
    return "".join(sorted({given[:1], *(form[0] for form in forms)}))


@cache
def _other_names() -> frozenset[str]:
    """Give the names that are listed for being somebody's, with no short form."""
    return frozenset(name for row in _rows("given_names.csv") for name in row["names"].split())


def is_known(given: str) -> bool:
    """
    Tell whether the shipped data knows *given* for a given name: then it is hardly a slip for another.

    >>> is_known("mary"), is_known("tara"), is_known("mxry")
    (True, True, False)
    """
    return given in _related() or given in _other_names()
