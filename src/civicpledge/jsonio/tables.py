"""A dataset as tables, one for each collection, and back without a loss."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice
from typing import Any

from civicpledge.errors import Fault, FileFormatError, RowsError, did_you_mean, raise_faults
from civicpledge.jsonio.columns import RecordColumn, cell_of, columns_of, full_plain, plain_of
from civicpledge.jsonio.converting import to_dataset
from civicpledge.jsonio.plain import shown
from civicpledge.model.dataset import Dataset
from civicpledge.model.records import KEYS
from civicpledge.progress import Progress, watched
from civicpledge.table import Table

Row = Mapping[str, Any]
NumberedRow = tuple[int, Row]
"""A row with its number, as the person who wrote it counts."""

_PLACE = re.compile(r"(?P<table>[a-z]+)\[(?P<row>[0-9]+)\]\.?(?P<column>.*)")


def to_tables(dataset: Dataset, *, progress: Progress | None = None) -> dict[str, Table]:
    """
    Give a dataset as tables, by collection: ``people``, ``candidates``, ``asks``, ``responses``, ...

    Every collection has its table, every field its column, empty or full; :func:`from_tables` makes the
    same dataset of them. A record inside a record gives dotted columns (``finding.stance``), a list of
    identifiers is parted by spaces, a place in a source is ``page:12-40``, other lists are JSON.

    :param progress: wraps the records, like ``tqdm.tqdm``

    >>> to_tables(Dataset())["areas"].names
    ('id', 'name')
    """
    held = {name: getattr(dataset, name) for name in KEYS}
    records = iter(watched(list(chain.from_iterable(held.values())), progress))
    made = {name: _table(name, islice(records, len(held[name]))) for name in KEYS}
    next(records, None)  # whoever counts is told that it is over
    return made


def _table(name: str, records: Iterable[Any]) -> Table:
    columns = columns_of(name)
    rows = (
        [cell_of(column.value_of(plain), column.form) for column in columns]
        for plain in map(full_plain, records)
    )
    return Table.of({column.name: column.form.kind for column in columns}, rows, title=name)


def from_tables(tables: Mapping[str, Table], *, progress: Progress | None = None) -> Dataset:
    """
    Make a dataset of tables as :func:`to_tables` gives them; a table left out is empty.

    :param progress: wraps the records as they are made, like ``tqdm.tqdm``
    :raises RowsError: with every fault, with its table, its row (the first under the heading is 1) and
        its column

    >>> from_tables(to_tables(Dataset(provenance=("by hand",))))
    <Dataset: 1 provenance>
    """
    rows = {
        name: [
            (number, dict(zip(table.names, row, strict=True)))
            for number, row in enumerate(table.rows(), 1)
        ]
        for name, table in tables.items()
    }
    return dataset_of_rows(rows, "tables", progress)


def dataset_of_rows(
    rows: Mapping[str, Sequence[NumberedRow]], where: str, progress: Progress | None = None
) -> Dataset:
    """Make a dataset of numbered rows by collection, with every fault at its row."""
    faults = [Fault(name, "is no table of a dataset") for name in rows if name not in KEYS]
    plain: dict[str, list[Any]] = {}
    for name in KEYS:
        plain[name], unknown = plain_rows(name, rows.get(name, ()))
        faults.extend(unknown)
    raise_faults(RowsError, where, faults)
    plain["documents"] = list(_with_sources(plain["documents"], plain["sources"]))
    plain["provenance"] = [row.get("text") for row in plain["provenance"]]
    try:
        return to_dataset(plain, where, progress)
    except FileFormatError as error:
        faults = [_at_its_row(fault, rows) for fault in error.faults]
    raise RowsError(where, tuple(faults))


def plain_rows(name: str, rows: Iterable[NumberedRow]) -> tuple[list[Any], list[Fault]]:
    """Give the numbered rows of one collection as plain values, and the columns it does not have."""
    columns = {column.name: column for column in columns_of(name)}
    near = cache(lambda key: did_you_mean(key, columns))
    made: list[Any] = []
    faults: list[Fault] = []
    for number, row in rows:
        made.append(_plain_row(columns, row))
        unknown = (key for key in row if key not in columns)
        faults.extend(
            Fault(
                f"{name}, row {number}, column {shown(str(key))!r}",
                f"is no column{near(str(key))}",
            )
            for key in unknown
        )
    return made, faults


def _plain_row(columns: Mapping[str, RecordColumn], row: Row) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, cell in row.items():
        column = columns.get(key)
        if column is not None and cell is not None:
            inner = made
            for step in column.path[:-1]:
                inner = inner.setdefault(step, {})
            inner[column.path[-1]] = plain_of(cell, column.form)
    return made


def _with_sources(documents: Iterable[Any], sources: Iterable[Any]) -> Iterator[Any]:
    """Put the row of each document's source in the place of its identifier."""
    known = {source.get("id"): source for source in sources if isinstance(source.get("id"), str)}
    for document in documents:
        named = document.get("source")
        found = known.get(named) if isinstance(named, str) else None
        yield document if found is None else {**document, "source": found}


def _at_its_row(fault: Fault, rows: Mapping[str, Sequence[NumberedRow]]) -> Fault:
    """Turn ``asks[3].title`` into ``asks, row 4, column 'title'``, by the number of that row."""
    found = _PLACE.fullmatch(fault.path)
    if found is None:
        return fault
    column = f", column {found['column']!r}" if found["column"] else ""
    number, _ = rows[found["table"]][int(found["row"])]
    return Fault(f"{found['table']}, row {number}{column}", fault.problem)
