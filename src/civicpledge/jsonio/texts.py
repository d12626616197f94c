"""The file's text: format and version first, then each collection, one record a line."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from civicpledge.errors import FileFormatError, fail
from civicpledge.jsonio.converting import to_dataset, to_plain
from civicpledge.jsonio.plain import parse
from civicpledge.model.dataset import Dataset
from civicpledge.model.records import KEYS
from civicpledge.progress import Progress, watched

FORMAT = "civicpledge"
VERSION = 1
"""The version of the format that this program writes; it reads this one and every older."""

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""What turns the plain values of one version into those of the next, by the version it takes."""


def lines(dataset: Dataset, progress: Progress | None = None) -> Iterator[str]:
    """Give the lines of the file, each with its line feed; the same dataset gives the same lines."""
    names = (name for name in KEYS for _ in getattr(dataset, name))
    records = [record for name in KEYS for record in getattr(dataset, name)]
    yield f'{{\n"format": {_as_json(FORMAT)},\n"version": {VERSION}'
    opened = ""
    for name, record in zip(names, watched(records, progress), strict=True):
        closing = "\n]" if opened else ""
        yield ",\n" if name == opened else f'{closing},\n"{name}": [\n'
        yield _as_json(record if isinstance(record, str) else to_plain(record))
        opened = name
    yield "\n]\n}\n" if opened else "\n}\n"


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def dumps(dataset: Dataset, *, progress: Progress | None = None) -> str:
    """
    Give *dataset* as JSON text: collections in one order, records sorted, one a line.

    ``loads(dumps(dataset)) == dataset``, and the same dataset gives the same text, byte for byte. Fields
    that hold their default are left out.

    :param progress: wraps the records, like ``tqdm.tqdm``

    >>> print(dumps(Dataset(provenance=("typed in by hand",))), end="")
    {
    "format": "civicpledge",
    "version": 1,
    "provenance": [
    "typed in by hand"
    ]
    }
    """
    return "".join(lines(dataset, progress))


def loads(text: str, *, progress: Progress | None = None) -> Dataset:
    """
    Read a dataset from JSON text, exactly as it stands.

    Nothing is coerced: a number is no text, ``"false"`` is not false, ``1.0`` is not 1.

    :param progress: wraps the records, like ``tqdm.tqdm``
    :raises FileFormatError: with every fault and its place, first those of form, then references to
        nothing; also for a text of a newer version of the format

    >>> loads('{"format": "civicpledge", "version": 1}')
    <Dataset: empty>
    """
    return read(text, "text", progress)


def read(text: str, where: str, progress: Progress | None = None) -> Dataset:
    """Read a dataset from JSON text, naming *where* it stands in errors."""
    return to_dataset(_current(parse(text, where), where), where, progress)


def _current(value: object, where: str) -> dict[str, Any]:
    """Check format and version, and bring the values of an older version up to this one."""
    if not isinstance(value, dict):
        fail(FileFormatError, where, "file", "is not an object")
    if value.get("format") != FORMAT:
        fail(FileFormatError, where, "format", f"is not {FORMAT!r}: no dataset of this library")
    version = value.get("version")
    if type(version) is not int or version < 1:
        fail(FileFormatError, where, "version", "is not a whole number from 1")
    if version > VERSION:
        newer = f"is {version}, newer than {VERSION}; read it with a newer civicpledge"
        fail(FileFormatError, where, "version", newer)
    held = {key: v for key, v in value.items() if key not in ("format", "version")}
    for older in range(version, VERSION):
        held = MIGRATIONS[older](held)
    return held
