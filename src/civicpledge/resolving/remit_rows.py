"""What the user says each office can do: rows in, remits of the page's asks out, all faults together."""

import csv
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path

from attrs import field, frozen

from civicpledge.errors import (
    EncodingError,
    Fault,
    MissingFileError,
    RemitsError,
    raise_faults,
)
from civicpledge.files import reason
from civicpledge.model.asks import Ask, Power, Remit
from civicpledge.model.checks import not_blank, typed
from civicpledge.model.ids import OfficeId
from civicpledge.readers.reading import RawNote
from civicpledge.table import numbered_rows

_COLUMNS = ("ask", "office", "power")
_POWERS = ", ".join(power.value for power in Power)


@frozen(kw_only=True)
class RemitRow:
    """
    One row of remits, before the asks of a page are known.

    :ivar ask: the ask's printed number, its id, or its id without the round
    :ivar office: the office's id: ``mayor.west-midlands``
    :ivar where: the place of the row, for faults
    """

    ask: str = field(validator=not_blank)
    office: str = field(validator=not_blank)
    power: Power = field(validator=typed(Power))
    note: str | None = field(default=None, validator=typed(str, type(None)))
    where: str = "remits"


Asks = str | int | Iterable[str | int]
"""Asks by their numbers or ids: ``"1 2, 3"``, ``7`` or ``[1, 2, "3a"]``."""


def _numbers(asks: Asks) -> tuple[str, ...]:
    """Split ``"1 2, 3"`` into its numbers; take a list as it is."""
    if isinstance(asks, int):
        return (str(asks),)
    given = asks.replace(",", " ").split() if isinstance(asks, str) else asks
    return tuple(str(ask) for ask in given)


def remits(powers: Mapping[str, Mapping[str, Asks]]) -> tuple[RemitRow, ...]:
    """
    Make remit rows of a mapping: office, then power, then the numbers of the asks.

    An ask without a number is named by its title, or by its key in the reading, in a list. One that lies
    in nobody's remit is said so under the power ``none``.

    :param powers: ``{"mayor.x": {"decides": "1 2", "convenes": [4]}}``; the powers are ``decides``,
        ``funds``, ``convenes``, ``influences`` and ``none``
    :raises RemitsError: with every power that is not one

    >>> [(row.ask, row.power.value) for row in remits({"mayor.x": {"decides": "1 2", "convenes": 4}})]
    [('1', 'decides'), ('2', 'decides'), ('4', 'convenes')]
    """
    rows: list[RemitRow] = []
    faults: list[Fault] = []
    for office, by_power in powers.items():
        for power, asks in by_power.items():
            where = f"remits[{office!r}][{power!r}]"
            if power not in list(Power):
                faults.append(Fault(where, f"is not a power; the powers are {_POWERS}"))
                continue
            rows += [
                RemitRow(ask=ask, office=office, power=Power(power), where=where)
                for ask in _numbers(asks)
            ]
    raise_faults(RemitsError, "remits", faults)
    return tuple(rows)


def read_remits(path: str | PathLike[str]) -> tuple[RemitRow, ...]:
    """
    Read remit rows from a CSV file with the columns ``ask``, ``office``, ``power``, maybe ``note``.

    :raises MissingFileError: if there is no such file
    :raises EncodingError: if it is not UTF-8
    :raises RemitsError: with every row that cannot be taken
    """
    where = os.fspath(path)
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise EncodingError(where, f"is not UTF-8 at byte {error.start}") from error
    except (OSError, ValueError) as error:
        raise MissingFileError(where, reason(error)) from error
    try:
        return _rows_of(text, where)
    except csv.Error:
        raise RemitsError(where, (Fault("file", "holds a cell too long for CSV"),)) from None


def _rows_of(text: str, where: str) -> tuple[RemitRow, ...]:
    told = numbered_rows(text)
    heads = [head.strip().casefold() for head in told[0][1]] if told else []
    raise_faults(RemitsError, where, _heading_faults(heads))
    rows: list[RemitRow] = []
    faults: list[Fault] = []
    for number, cells in told[1:]:
        row = dict(zip(heads, map(str.strip, cells), strict=False))
        found = list(_cell_faults(row, f"row {number}"))
        faults += found
        if not found:
            rows.append(
                RemitRow(
                    ask=row["ask"],
                    office=row["office"],
                    power=Power(row["power"].casefold()),
                    note=row.get("note") or None,
                    where=f"{where}, row {number}",
                )
            )
    raise_faults(RemitsError, where, faults)
    return tuple(rows)


def _heading_faults(heads: list[str]) -> Iterator[Fault]:
    for name in _COLUMNS:
        if name not in heads:
            yield Fault("heading", f"has no column {name!r}")
    for name in (*_COLUMNS, "note"):
        if heads.count(name) > 1:
            yield Fault("heading", f"has the column {name!r} twice")


def _cell_faults(row: Mapping[str, str], at: str) -> Iterator[Fault]:
    for name in ("ask", "office"):
        if not row.get(name):
            yield Fault(f"{at}, column {name!r}", "is empty")
    if row.get("power", "").casefold() not in list(Power):
        yield Fault(f"{at}, column 'power'", f"is not a power; the powers are {_POWERS}")


def _names_of(ask: Ask) -> tuple[str, ...]:
    """Give what a row may call *ask*: its id, the id without the round, its title, the printed number."""
    within = ask.id.removeprefix(f"{ask.round}.")
    names = (ask.id, within, ask.title)
    return names if ask.number is None else (*names, ask.number)


_MOST_NAMED = 12
"""So many asks are listed where a row names none of them."""


def tied_remits(
    rows: Iterable[RemitRow],
    asks: tuple[Ask, ...],
    offices: frozenset[OfficeId],
    notes: Mapping[str, RawNote],
) -> tuple[Remit, ...]:
    """
    Tie remit rows to the asks of a round.

    :param offices: the offices that somebody stands for
    :param notes: what the page itself prints about an ask's remit, by ask id; a remit points at it
    :raises RemitsError: with every ask left out, and every row that names no ask, no office, or one
        ask and office again
    """
    known = {name: ask for ask in asks for name in _names_of(ask)}
    several = Counter(name for ask in asks for name in dict.fromkeys(_names_of(ask)))
    taken: dict[tuple[str, str], Remit] = {}
    faults: list[Fault] = []
    for row in rows:
        ask = known.get(row.ask)
        if ask is None:
            asked = ", ".join(_short_name(one, several) for one in asks[:_MOST_NAMED])
            problem = f"names no ask of this round: {row.ask!r}; its asks are {asked}"
            faults.append(Fault(row.where, problem))
        elif several[row.ask] > 1:
            asked = " and ".join(a.id for a in asks if row.ask in _names_of(a))
            faults.append(Fault(row.where, f"{row.ask!r} may be {asked}; name one of them"))
        elif row.office not in offices:
            stood = (
                f"they stand for {' and '.join(sorted(offices))}" if offices else "nobody stands"
            )
            problem = f"names an office nobody stands for: {row.office!r}; {stood}"
            faults.append(Fault(row.where, problem))
        elif (ask.id, row.office) in taken:
            faults.append(Fault(row.where, f"names ask {row.ask!r} and {row.office!r} again"))
        if ask is not None:
            taken.setdefault((ask.id, row.office), _remit(row, ask, notes.get(ask.id)))
    named = {ask_id for ask_id, _ in taken}
    faults += [
        Fault(
            f"ask {_short_name(ask, several)!r}", "has no remit; name it, if need be under 'none'"
        )
        for ask in asks
        if ask.id not in named
    ]
    raise_faults(RemitsError, "remits", faults)
    return tuple(taken.values())


def _short_name(ask: Ask, several: Mapping[str, int]) -> str:
    """Give the number of an ask, or its id where another bears that number."""
    return ask.number if ask.number is not None and several[ask.number] == 1 else ask.id


def _remit(row: RemitRow, ask: Ask, printed: RawNote | None) -> Remit:
    return Remit(
        ask=ask.id,
        office=OfficeId(row.office),
        power=row.power,
        note=row.note,
        span=printed.quote.span if printed is not None else None,
    )
