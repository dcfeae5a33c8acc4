"""When the files of scenarios were last saved, so that a change can be seen without reading them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Saves = Mapping[Path, tuple[int, int]]
"""Files with the time of their last save, in nanoseconds, and their size in bytes."""

# What an editor leaves beside a file while it is open has other endings, or a dot before its name.
_ENDINGS = frozenset(
    {".yaml", ".po", ".txt", ".md", ".png", ".jpg", ".jpeg", ".webp", ".ogg", ".wav", ".zip"}
)


def saves(paths: Iterable[Path]) -> Saves:
    """Return the saves of packs, and of all files in folders and their subfolders.

    Hidden files and folders have none, nor have files of a kind that no scenario holds. What vanishes
    while it is looked at is left out.
    """
    return {path: save for each in paths for path in _files(each) if (save := _save(path)) is not None}


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for root, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in _ENDINGS:
                yield Path(root, name)


def _save(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
