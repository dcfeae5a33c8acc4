"""Saved games that a player removed: they lie aside, and the last of them can be brought back."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from game.store.filenames import free_path
from game.store.places import Places
from game.store.runs import ENDING

MOST_REMOVED = 20


def put_aside(places: Places, path: Path, now: datetime) -> None:
    """Put a saved game aside; the oldest beyond the last 20 go for good. Raises OSError."""
    places.removed.mkdir(parents=True, exist_ok=True)
    path.rename(places.removed / f"{now:%Y%m%d-%H%M%S-%f} {path.name}")
    for old in _newest_first(places)[MOST_REMOVED:]:
        old.unlink(missing_ok=True)


def last_removed(places: Places) -> str | None:
    """Return the name of the game that was put aside last."""
    return next((_name(path) for path in _newest_first(places)), None)


def bring_back(places: Places) -> str | None:
    """Put the game that was put aside last among the saved games; return its name there. Raises OSError."""
    for path in _newest_first(places)[:1]:
        back = free_path(places.runs, _name(path), ENDING)
        path.rename(back)
        return back.name.removesuffix(ENDING)
    return None


def _newest_first(places: Places) -> list[Path]:
    """Return the games that lie aside: their names begin with the moment at which they were removed."""
    with contextlib.suppress(OSError):  # not there, or not ours to read: none
        return sorted(places.removed.glob(f"*{ENDING}"), reverse=True)
    return []


def _name(path: Path) -> str:
    return path.name.partition(" ")[2].removesuffix(ENDING)
