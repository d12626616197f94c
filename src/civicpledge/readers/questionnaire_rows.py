"""What a row of a table of answers says: who answers, and what is said to one question."""

import re
from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from civicpledge.readers.questionnaire_columns import Column, who_of
from civicpledge.readers.reading import RawAsk
from civicpledge.readers.table_cells import Cell, Row

NAMES = (Column.NAME, Column.FIRST, Column.LAST)
"""The columns that give a name."""


@frozen(kw_only=True)
class Person:
    """Who answers in a row or a column, and where it says so."""

    name: str | None
    party: str | None
    label: Cell | None


@frozen(kw_only=True)
class Titles:
    """
    The first row of a table with a row a person: its cells, what they hold, the asks by column.

    :ivar on: the column of the question that a column of comments is on
    """

    cells: Row
    columns: tuple[Column, ...]
    asks: Mapping[int, RawAsk]
    on: Mapping[int, int]


def person_of(held: Mapping[Column, str], label: Cell | None) -> Person:
    """Put a person together from the cells of their row."""
    whole = held[Column.NAME].strip("*_ ")
    parts = (held[Column.FIRST] or whole, held[Column.LAST])
    name = whole if " " in whole else " ".join(p.strip("*_ ") for p in parts if p)
    party = held[Column.PARTY] or None
    printed = who_of(name) if name else None
    if party is None and printed and all(printed):
        return Person(name=printed[0], party=printed[1], label=label)
    return Person(name=name or None, party=party, label=label)


def renamed(who: Person, column: Column, words: str, cell: Cell) -> Person:
    """Give whoever a row of names tells of; where somebody is named already, it begins another form."""
    if column is Column.LAST and who.name:
        return evolve(who, name=f"{who.name} {words}")
    name, party = who_of(words) or (None, None)
    return Person(name=name or words, party=party or (None if who.name else who.party), label=cell)


# A row in which whoever made the table sums up: nobody is asked it.
_VERDICT = re.compile(
    r"(?:(?:our|the|overall|total|final) )?(?:verdict|rating|score|grade|mark|total|overall|"
    r"result)s?(?: out of \d{1,3})?",
    re.IGNORECASE,
)
_SUMS = frozenset({"total", "totals", "average", "yes count", "number of yes"})
_TRIAL = re.compile(
    r"(?:a |my |this is a )?(?:test|testing|dummy)(?: (?:test(?:ing|er)?|response|entry|user|name))?"
    r"(?: \d{1,2})?",
    re.IGNORECASE,
)


def is_verdict(title: str) -> bool:
    """Tell whether the title of a row is not a question but what somebody makes of the answers."""
    return _VERDICT.fullmatch(title.strip("*_: ")) is not None


def is_sum(words: str) -> bool:
    """Tell whether a row that begins so counts the rows above it."""
    return words.strip("*_ :").casefold() in _SUMS


def is_trial(name: str) -> bool:
    """Tell whether nobody bears this name: somebody tried whether the form works."""
    return _TRIAL.fullmatch(name) is not None


def runs_of(cells: Sequence[Cell], said: Sequence[Cell]) -> list[list[Cell]]:
    """Part what is *said* in the *cells* of one question where other columns stand between."""
    columns = {cell.column for cell in cells}
    runs: list[list[Cell]] = []
    for cell in said:
        last = runs[-1][-1].column if runs else None
        if last is not None and all(at in columns for at in range(last, cell.column)):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return runs
