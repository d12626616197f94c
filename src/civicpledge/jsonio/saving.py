"""Saving a file whole or not at all, and never over somebody else's changes."""

import contextlib
import hashlib
import os
import secrets
import stat
from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import Literal

from civicpledge.errors import FileFormatError, MissingFileError, SaveError, fail
from civicpledge.jsonio.texts import lines, read
from civicpledge.model.dataset import Dataset

Existing = Literal["unchanged", "any"]
"""Which existing file a save may replace."""

_seen: dict[Path, str] = {}
"""The SHA-256 of each file as this process last read or wrote it, by its real path."""


def load(path: str | PathLike[str]) -> Dataset:
    """
    Read a dataset from a JSON file, exactly as it stands; see :func:`loads`.

    What the file held is remembered, so that :func:`dump` does not overwrite what somebody else puts
    there in the meantime.

    :raises MissingFileError: if there is no such file or it cannot be opened
    :raises FileFormatError: with every fault and its place
    """
    where = os.fspath(path)
    try:
        target = _real(path)
        content = target.read_bytes()
    except (OSError, ValueError) as error:
        raise MissingFileError(where, f"cannot be read: {reason(error)}") from error
    dataset = read(decoded(content, where), where)
    _seen[target] = hashlib.sha256(content).hexdigest()
    return dataset


def _real(path: str | PathLike[str]) -> Path:
    return Path(os.path.realpath(path))


def reason(error: OSError | ValueError) -> str:
    """Say why the system refused, without the path."""
    return str(getattr(error, "strerror", None) or error)


def decoded(content: bytes, where: str) -> str:
    """Give the bytes of a file as text; a byte order mark goes."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fail(FileFormatError, where, f"byte {error.start}", "is not UTF-8")


def dump(dataset: Dataset, path: str | PathLike[str], *, existing: Existing = "unchanged") -> None:
    """
    Save *dataset* as JSON, whole or not at all.

    The text is written beside the file and put in its place in one step: whenever the program is stopped,
    the old file or the new one is there. The file's mode stays, and a symbolic link still points to it;
    a hard link does not.

    :param existing: ``"unchanged"`` refuses to replace a file that changed since this process last read
        or wrote it with :func:`load` or this function (one it has not read is replaced); ``"any"``
        replaces it whatever it holds
    :raises SaveError: if it cannot be written, or was changed; what stood at *path* before is whole, and
        nothing is left beside it
    """
    save_text(path, lines(dataset), existing=existing)


def save_text(
    path: str | PathLike[str], text: Iterable[str], *, existing: Existing = "any"
) -> None:
    """Save *text* as a file, whole or not at all; see :func:`dump`."""
    where = os.fspath(path)
    try:
        target = _real(path)
        mode = _mode(target)
        _seen[target] = _replace(target, text, mode, existing)
    except (OSError, ValueError) as error:
        if isinstance(error, SaveError):
            raise SaveError(where, error.problem) from None
        raise SaveError(where, f"was not written: {reason(error)}") from error


def _mode(target: Path) -> int | None:
    """Give the mode of the file that is there, which must be a plain one that may be written."""
    try:
        found = target.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found):
        raise SaveError("", "was not written: there is something that is not a file")
    if not os.access(target, os.W_OK):
        raise SaveError("", "was not written: the file may not be changed")
    return stat.S_IMODE(found)


def _replace(target: Path, text: Iterable[str], mode: int | None, existing: Existing) -> str:
    """Write *text* beside *target*, put it in its place in one step, and give its SHA-256."""
    beside = target.with_name(f".civicpledge-{secrets.token_hex(8)}.tmp")
    try:
        written = _write(beside, text, mode)
        if existing != "any" and _changed(target):
            raise SaveError("", "was not written: it was changed since it was read")
        beside.replace(target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            beside.unlink()
    _settle(target.parent)
    return written


def _write(path: Path, text: Iterable[str], mode: int | None) -> str:
    """Write a new file, through to the disk, and give the SHA-256 of its bytes."""
    digest = hashlib.sha256()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666 if mode is None else mode), "wb") as file:
        if mode is not None:
            path.chmod(mode)
        for line in text:
            content = line.encode()
            digest.update(content)
            file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def _changed(target: Path) -> bool:
    """Tell whether the file holds something else than when this process last read or wrote it."""
    known = _seen.get(target)
    if known is None:
        return False
    try:
        return hashlib.sha256(target.read_bytes()).hexdigest() != known
    except FileNotFoundError:
        return False


def _settle(folder: Path) -> None:
    """Write the folder's entry through to the disk, where the system knows how."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            with contextlib.suppress(OSError):  # some file systems cannot
                os.fsync(handle)
        finally:
            os.close(handle)
