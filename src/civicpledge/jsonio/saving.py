"""Saving a file whole or not at all."""

import contextlib
import os
import secrets
from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from civicpledge.errors import SaveError
from civicpledge.jsonio.texts import lines
from civicpledge.model.dataset import Dataset


def dump(dataset: Dataset, path: str | PathLike[str]) -> None:
    """
    Save *dataset* as JSON, whole or not at all.

    :raises SaveError: if it cannot be written; what stood at *path* before is whole
    """
    try:
        replace(Path(os.path.realpath(path)), lines(dataset))
    except OSError as error:
        raise SaveError(str(path), f"was not written: {error.strerror}") from error


def replace(target: Path, content: Iterable[str]) -> None:
    """Write *content* beside *target*, then put it in its place in one step."""
    mode = target.stat().st_mode & 0o7777 if target.exists() else None
    beside = target.with_name(f".civicpledge-{secrets.token_hex(8)}.tmp")
    try:
        _write(beside, content, mode)
        beside.replace(target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            beside.unlink()


def _write(path: Path, content: Iterable[str], mode: int | None) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if mode is None else mode)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        if mode is not None:
            path.chmod(mode)
        file.writelines(content)
        file.flush()
        os.fsync(file.fileno())
