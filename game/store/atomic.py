"""Files that are whole or not there: written beside, flushed to the disk, then put in place."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from time import time

_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
_PARTS = f".*.{'[0-9a-f]' * 12}.part"
"""The names of files that are being written; nobody else gives such names."""
LONGEST_WRITE = 3600
"""Seconds after which nobody writes at a file any more."""
_OF_ALL = 0o666
"""Whatever the user lets others do with new files."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader, and a crash at any moment, finds the old content or the new.

    Missing folders are made. Who may read it is as with any new file of the user. Raises OSError, and
    leaves nothing behind then. What processes that were killed left in the folder goes.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _clear(path.parent)
    beside = path.with_name(f".{path.name}.{os.urandom(6).hex()}.part")
    handle = os.open(beside, _NEW, _OF_ALL)
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def set_aside(path: Path) -> Path:
    """Rename a file to a free name beside it and return that: `settings.broken-1.yaml`. Raises OSError."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.broken-{number}{path.suffix}")).exists():
        number += 1
    path.rename(aside)
    return aside


def read_at_most(path: Path, limit: int) -> bytes:
    """Return a file's content, or its first `limit` + 1 bytes, which tell a reader that it is too long."""
    with path.open("rb") as source:
        return source.read(limit + 1)


def _clear(folder: Path) -> None:
    """Take away what was begun here so long ago that nobody writes at it any more."""
    begun = time() - LONGEST_WRITE
    for part in folder.glob(_PARTS):
        with contextlib.suppress(OSError):  # another process was here first, or it is not ours
            if part.stat().st_mtime < begun:
                part.unlink()


def _flush_folder(folder: Path) -> None:
    """Make the new name last too; Windows has no such thing and needs none."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):  # some network folders refuse
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
