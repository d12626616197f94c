"""Files written whole or not at all."""

import contextlib
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from os import PathLike
from pathlib import Path
from typing import BinaryIO

from civicpledge.errors import CivicPledgeError, SaveError


def real_path(path: str | PathLike[str]) -> Path:
    """Give the file that *path* leads to, symbolic links followed."""
    return Path(os.path.realpath(path))


def reason(error: OSError | ValueError) -> str:
    """Say why the system refused, without the path."""
    return str(getattr(error, "strerror", None) or error)


@contextlib.contextmanager
def written_whole(
    path: str | PathLike[str], *, check: Callable[[Path], None] | None = None
) -> Iterator[BinaryIO]:
    """
    Open a new file beside *path* for bytes, and put it in its place in one step when the block ends.

    Whenever the program is stopped, the old file or the new one is there, whole; where the block raises,
    nothing is left beside it. The file's mode stays, and a symbolic link still points to it; a hard link
    does not.

    :param check: called with the real path just before the file is replaced; raises to leave it
    :raises SaveError: if it cannot be written

    >>> with written_whole("no such folder/a.txt") as file:
    ...     file.write(b"text")
    Traceback (most recent call last):
    civicpledge.errors.SaveError: no such folder/a.txt: was not written: No such file or directory
    """
    where = os.fspath(path)
    try:
        target = real_path(path)
        mode = _mode(target)
        beside = target.with_name(f".civicpledge-{secrets.token_hex(8)}.tmp")
        try:
            with _opened(beside, mode) as file:
                if mode is not None:
                    beside.chmod(mode)
                yield file
                file.flush()
                os.fsync(file.fileno())
            if check is not None:
                check(target)
            beside.replace(target)
        finally:
            with contextlib.suppress(FileNotFoundError):
                beside.unlink()
        _settle(target.parent)
    except SaveError as error:
        raise SaveError(where, error.problem) from None
    except (OSError, ValueError) as error:
        if isinstance(error, CivicPledgeError):
            raise
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


def _opened(path: Path, mode: int | None) -> BinaryIO:
    """Open a file that must not be there yet; nobody may read it whom *mode* does not let."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o666 if mode is None else mode), "wb")


def _settle(folder: Path) -> None:
    """Write the folder's entry through to the disk, where the system knows how."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            with contextlib.suppress(OSError):  # some file systems cannot
                os.fsync(handle)
        finally:
            os.close(handle)
