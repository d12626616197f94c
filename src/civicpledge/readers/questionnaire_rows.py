"""What a row of a table of answers says: who answers, and what is said to one question."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from civicpledge.readers.questionnaire_columns import Column, who_of
from civicpledge.readers.table_cells import Cell

NAMES = (Column.NAME, Column.FIRST, Column.LAST)
"""The columns that give a name."""


@frozen(kw_only=True)
class Person:
    """Who answers in a row or a column, and where it says so."""

    name: str | None
    party: str | None
    label: Cell | None


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
