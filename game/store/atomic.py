"""Files that are whole or not there: written beside, flushed to the disk, then put in place."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader, and a crash at any moment, finds the old content or the new.

    Missing folders are made. Raises OSError, and leaves nothing behind then.
    """
    import tempfile  # noqa: PLC0415 - a third of the way to `check`, which writes nothing

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
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
