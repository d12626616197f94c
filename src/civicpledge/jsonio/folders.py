"""A dataset as a folder of CSV files with a ``datapackage.json``, for people with spreadsheets."""

import json
import os
import re
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Any

from civicpledge.errors import Fault, MissingFileError, RowsError, SaveError, raise_faults
from civicpledge.files import reason
from civicpledge.jsonio.columns import columns_of
from civicpledge.jsonio.saving import decoded, save_text
from civicpledge.jsonio.tables import NumberedRow, dataset_of_rows, to_tables
from civicpledge.jsonio.texts import VERSION
from civicpledge.model.dataset import Dataset
from civicpledge.model.records import KEYS
from civicpledge.progress import Progress
from civicpledge.table import ColumnKind, Table, guarded, unguarded

PACKAGE = "datapackage.json"

_TO_QUOTE = re.compile(r'[",\r\n]|^\s|\s$|^$')
# One cell and what ends it; every branch takes what no other does, so that the text is read once.
_CELL = re.compile(r'(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\Z)')


def write_tables(
    dataset: Dataset, folder: str | PathLike[str], *, progress: Progress | None = None
) -> None:
    """
    Write a dataset as a folder: a CSV file for each collection, and a data package that describes them.

    :func:`read_tables` makes the same dataset of it. A cell that a spreadsheet would run as a formula has
    an apostrophe in front, which reading takes off. Each file is written whole or not at all, the
    description last; other files in the folder are left alone. A folder that is not there is made.

    :param progress: wraps the records, like ``tqdm.tqdm``
    :raises SaveError: if a file cannot be written
    """
    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise SaveError(os.fspath(folder), f"was not made: {reason(error)}") from error
    for name, table in to_tables(dataset, progress=progress).items():
        save_text(target / f"{name}.csv", _csv(table))
    save_text(target / PACKAGE, [json.dumps(_package(), indent=1, ensure_ascii=False), "\n"])


def _csv(table: Table) -> Iterator[str]:
    yield ",".join(table.names) + "\r\n"
    for row in table.rows():
        yield ",".join(map(_written, row)) + "\r\n"


def _written(cell: Any) -> str:
    """Write a cell; nothing is a bare cell, an empty text is a quoted one."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    text = guarded(cell) if isinstance(cell, str) else str(cell)
    return '"' + text.replace('"', '""') + '"' if _TO_QUOTE.search(text) else text


def _package() -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "civicpledge-dataset",
        "civicpledge": {"version": VERSION},
        "resources": [_resource(name) for name in KEYS],
    }


def _resource(name: str) -> dict[str, Any]:
    columns = columns_of(name)
    schema: dict[str, Any] = {
        "fields": [{"name": c.name, "type": _TYPES[c.form.kind]} for c in columns],
        "missingValues": [""],
    }
    if columns[0].name == "id":
        schema["primaryKey"] = ["id"]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


_TYPES = {
    ColumnKind.TEXT: "string",
    ColumnKind.INTEGER: "integer",
    ColumnKind.NUMBER: "number",
    ColumnKind.BOOLEAN: "boolean",
    ColumnKind.DATE: "date",
}


def read_tables(folder: str | PathLike[str], *, progress: Progress | None = None) -> Dataset:
    """
    Read a dataset from a folder of CSV files, as :func:`write_tables` or a spreadsheet left them.

    A collection without a file is empty. A byte order mark goes, lines may end in LF or CRLF, and a bare
    empty cell is no value.

    :param progress: wraps the records as they are made, like ``tqdm.tqdm``
    :raises MissingFileError: if the folder holds none of the files
    :raises FileFormatError: if a file is not UTF-8
    :raises RowsError: with every fault, with its table, its row (the heading is row 1) and its column
    """
    where = os.fspath(folder)
    files = {name: Path(folder) / f"{name}.csv" for name in KEYS}
    there = {name: path for name, path in files.items() if path.exists()}
    if not there:
        raise MissingFileError(where, "holds no CSV file of a dataset")
    faults: list[Fault] = []
    rows = {name: list(_rows(name, _read(path), faults)) for name, path in there.items()}
    raise_faults(RowsError, where, faults)
    return dataset_of_rows(rows, where, progress)


def _read(path: Path) -> str:
    try:
        return decoded(path.read_bytes(), str(path))
    except OSError as error:
        raise MissingFileError(str(path), f"cannot be read: {reason(error)}") from error


def _rows(name: str, text: str, faults: list[Fault]) -> Iterator[NumberedRow]:
    """
    Give the rows of a file by column name, noting those that are too long, and what is no CSV.

    They are numbered as in a spreadsheet: the heading is row 1, and blank rows count.
    """
    try:
        numbered = [
            (number, cells)
            for number, cells in enumerate(_records(text), 1)
            if any(cell is not None for cell in cells)
        ]
    except ValueError as error:
        faults.append(Fault(f"{name}.csv", str(error)))
        return
    (first, heading), *others = numbered or [(1, [])]
    names = [cell or "" for cell in heading]
    if len(set(names)) != len(names):
        faults.append(Fault(f"{name}.csv, row {first}", "names a column twice"))
    for number, cells in others:
        if len(cells) > len(names):
            faults.append(Fault(f"{name}.csv, row {number}", "has more cells than the heading"))
        yield number, dict(zip(names, cells, strict=False))


def _records(text: str) -> Iterator[list[str | None]]:
    """Give the cells of each record of a CSV text; a bare empty cell is ``None``."""
    at, record = 0, list[str | None]()
    while at < len(text):
        found = _CELL.match(text, at)
        if found is None:
            line = text.count("\n", 0, at) + 1
            message = f"is not CSV at line {line}: a quotation mark stands where none may"
            raise ValueError(message)
        quoted, bare, end = found.groups()
        record.append(unguarded(bare) or None if quoted is None else unguarded(_plain(quoted)))
        at = found.end()
        if end != ",":
            yield record
            record = []
    if record:
        yield [*record, None]


def _plain(quoted: str) -> str:
    return quoted.replace('""', '"')
