"""Crash files: what a bug of ours leaves for a report, with nothing in it that names a person."""

from __future__ import annotations

import getpass
import os
import platform
import re
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from game import __version__
from game.store.atomic import write_whole
from game.store.places import Places

MOST_KEPT = 5


def write_crash(places: Places, fault: BaseException, run: str | None = None) -> Path:
    """Write trace, versions and the text of the run to a new file, keep the last five, return its path.

    Paths are cut to what lies below the program's own folder or the home folder, and the user's
    name is taken out. Raises OSError if the file cannot be written.
    """
    parts = [
        f"ExComm {__version__}",
        f"Python {platform.python_version()} on {platform.system()} {platform.release()}",
        *(f"{name} {version}" for name, version in _loaded_libraries()),
        "",
        "".join(traceback.format_exception(fault)),
        run or "no run",
    ]
    text = _nameless("\n".join(parts))
    path = _free_path(places.crashes, datetime.now(UTC))
    write_whole(path, text.encode("utf-8", "replace"))
    for old in sorted(places.crashes.glob("crash-*.txt"))[:-MOST_KEPT]:
        old.unlink(missing_ok=True)
    return path


def _free_path(folder: Path, now: datetime) -> Path:
    """Return a new name that sorts after those before it."""
    return folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"


def _loaded_libraries() -> list[tuple[str, str]]:
    """Return the versions of the libraries in use, without loading any."""
    found = []
    for name in ("pygame", "yaml", "numpy", "platformdirs"):
        module = sys.modules.get(name)
        if module is not None:
            found.append((name, str(getattr(module, "__version__", "of unknown version"))))
    return found


def _nameless(text: str) -> str:
    program = str(Path(__file__).resolve().parents[2])
    for path, short in ((program, "…"), (os.path.expanduser("~"), "~"), (sys.prefix, "…")):  # noqa: PTH111
        if len(path) > 1:
            text = text.replace(path, short)
    for name in _names():
        text = re.sub(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])", "user", text)
    return text


def _names() -> list[str]:
    return sorted({name for name in (_known(getpass.getuser), _known(platform.node)) if len(name) > 1})


def _known(ask: Callable[[], str]) -> str:
    """Return the answer of the system, or nothing where it has none."""
    try:
        return ask()
    except (OSError, KeyError, ImportError):
        return ""
