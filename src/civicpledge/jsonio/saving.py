"""Saving a file whole or not at all, and never over somebody else's changes."""

import hashlib
import os
from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import Literal, get_args

from civicpledge.errors import FileFormatError, MissingFileError, SaveError, fail
from civicpledge.files import real_path, reason, written_whole
from civicpledge.jsonio.texts import lines, read
from civicpledge.model.dataset import Dataset
from civicpledge.progress import Progress

Existing = Literal["unchanged", "any"]
"""Which existing file a save may replace."""

_seen: dict[Path, str] = {}
"""The SHA-256 of each file as this process last read or wrote it, by its real path."""


def load(path: str | PathLike[str], *, progress: Progress | None = None) -> Dataset:
    """
    Read a dataset from a JSON file, exactly as it stands; see :func:`loads`.

    What the file held is remembered, so that :func:`dump` does not overwrite what somebody else puts
    there in the meantime.

    :param progress: wraps the records, like ``tqdm.tqdm``
    :raises MissingFileError: if there is no such file or it cannot be opened
    :raises FileFormatError: with every fault and its place
    """
    where = os.fspath(path)
    try:
        target = real_path(path)
        content = target.read_bytes()
    except (OSError, ValueError) as error:
        raise MissingFileError(where, f"cannot be read: {reason(error)}") from error
    dataset = read(decoded(content, where), where, progress)
    _seen[target] = hashlib.sha256(content).hexdigest()
    return dataset


def decoded(content: bytes, where: str) -> str:
    """Give the bytes of a file as text; a byte order mark goes."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fail(FileFormatError, where, f"byte {error.start}", "is not UTF-8")


def dump(
    dataset: Dataset,
    path: str | PathLike[str],
    *,
    existing: Existing = "unchanged",
    progress: Progress | None = None,
) -> None:
    """
    Save *dataset* as JSON, whole or not at all.

    The text is written beside the file and put in its place in one step: whenever the program is stopped,
    the old file or the new one is there. The file's mode stays, and a symbolic link still points to it;
    a hard link does not.

    :param existing: ``"unchanged"`` refuses to replace a file that changed since this process last read
        or wrote it with :func:`load` or this function (one it has not read is replaced); ``"any"``
        replaces it whatever it holds; any other word is refused
    :param progress: wraps the records, like ``tqdm.tqdm``; what it raises leaves the old file whole
    :raises SaveError: if it cannot be written, or was changed; what stood at *path* before is whole, and
        nothing is left beside it
    """
    save_text(path, lines(dataset, progress), existing=existing)


def save_text(
    path: str | PathLike[str], text: Iterable[str], *, existing: Existing = "any"
) -> None:
    """Save *text* as a file, whole or not at all; see :func:`dump`."""
    if existing not in get_args(Existing):
        raise SaveError(os.fspath(path), f"existing: says one of {', '.join(get_args(Existing))}")
    digest = hashlib.sha256()
    check = _refuse_what_changed if existing == "unchanged" else None
    with written_whole(path, check=check) as file:
        for line in text:
            content = line.encode()
            digest.update(content)
            file.write(content)
    _seen[real_path(path)] = digest.hexdigest()


def _refuse_what_changed(target: Path) -> None:
    if _changed(target):
        raise SaveError("", "was not written: it was changed since it was read")


def _changed(target: Path) -> bool:
    """Tell whether the file holds something else than when this process last read or wrote it."""
    known = _seen.get(target)
    if known is None:
        return False
    try:
        return hashlib.sha256(target.read_bytes()).hexdigest() != known
    except FileNotFoundError:
        return False
