"""Names of files that every system takes, and that no file has yet."""

from __future__ import annotations

from pathlib import Path

_LONGEST = 80
_DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))}


def file_name(name: str) -> str:
    """Return the name with nothing in it that a file system of any kind refuses."""
    kept = "".join(sign if sign.isalnum() or sign in " ._-()" else "_" for sign in name.strip())
    kept = kept.strip(". ")[:_LONGEST] or "game"
    return f"_{kept}" if kept.partition(".")[0].upper() in _DEVICES else kept


def free_path(folder: Path, name: str, ending: str) -> Path:
    """Return a path that no file has: the name itself, or with the first number from 2 that is free."""
    number, stem = 1, file_name(name)
    while (path := folder / f"{stem if number == 1 else f'{stem} ({number})'}{ending}").exists():
        number += 1
    return path
