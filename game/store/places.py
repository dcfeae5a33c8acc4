"""Where things lie: what is shipped with the program, and the user's own folders."""

from __future__ import annotations

import os
from pathlib import Path

import game
from game.frozen import NamedTuple

HOME_VARIABLE = "EXCOMM_HOME"
_PROGRAM = "excomm"


class Places(NamedTuple):
    """The folders and files of one user. None of them need exist yet."""

    runs: Path
    scenarios: Path
    settings: Path
    cache: Path
    log: Path
    crashes: Path

    @property
    def autosaves(self) -> Path:
        return self.runs / "autosave"

    @property
    def removed(self) -> Path:
        """Where saved games lie that a player removed."""
        return self.runs / "removed"

    @property
    def documents(self) -> Path:
        """Where reports, journals and transcripts are written."""
        return self.runs.parent / "documents"

    @property
    def pictures(self) -> Path:
        return self.runs.parent / "pictures"


def shipped(name: str) -> Path:
    """Return the folder `scenarios` or `assets` that came with the program; nothing is written there.

    A wheel holds them inside the package, a clone beside it.
    """
    package = Path(game.__file__).resolve().parent
    inside = package / "shipped"
    return (inside if inside.is_dir() else package.parent) / name


def places() -> Places:
    """Return the user's places: in the folder that EXCOMM_HOME names, else where the system wants them."""
    home = os.environ.get(HOME_VARIABLE)
    return _under(Path(home).expanduser().absolute()) if home else _of_the_system()


def _under(home: Path) -> Places:
    return Places(
        runs=home / "runs",
        scenarios=home / "scenarios",
        settings=home / "settings.yaml",
        cache=home / "cache",
        log=home / "log",
        crashes=home / "crash",
    )


def _of_the_system() -> Places:
    from platformdirs import PlatformDirs  # noqa: PLC0415 - only where a folder is needed

    folders = PlatformDirs(_PROGRAM, appauthor=False)
    documents = folders.user_data_path
    return Places(
        runs=documents / "runs",
        scenarios=documents / "scenarios",
        settings=folders.user_config_path / "settings.yaml",
        cache=folders.user_cache_path,
        log=folders.user_log_path,
        crashes=folders.user_log_path / "crash",
    )
