"""Runs on disk: saved games, the automatic save of each game, and the one to continue."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from game.frozen import NamedTuple
from game.session.run import Run
from game.session.runfile import ParsedRun, format_run, parse_run
from game.source.limits import MOST_BYTES_IN_A_FILE
from game.store.atomic import read_at_most, write_whole
from game.store.filenames import file_name, free_path
from game.store.places import Places

ENDING = ".run.yaml"
MOST_AUTOSAVES = 20


class StoredRun(NamedTuple):
    """A run file with what it holds; `saved` is local time."""

    path: Path
    saved: datetime
    parsed: ParsedRun

    @property
    def name(self) -> str:
        return _name(self.path)


def load_run(path: Path) -> ParsedRun:
    """Return the run of a file with its faults. Raises OSError if there is no such file."""
    return parse_run(read_at_most(path, MOST_BYTES_IN_A_FILE), path.name)


def save_run(places: Places, run: Run, name: str) -> Path:
    """Write a run under a name in the user's folder and return its path. Raises OSError.

    Signs that a file name cannot hold become `_`; a run of the same name is replaced.
    """
    path = places.runs / f"{file_name(name)}{ENDING}"
    write_whole(path, format_run(run).encode())
    return path


def free_save_name(places: Places, run: Run, now: datetime) -> str:
    """Return a name that no saved game has: scenario, day and time."""
    return _free_run(places, run, now).name.removesuffix(ENDING)


def _free_run(places: Places, run: Run, now: datetime) -> Path:
    return free_path(places.runs, f"{run.scenario} {now:%Y-%m-%d %H.%M}", ENDING)


class Autosave:
    """The automatic save of one game: the same file after every decision.

    A game without turning back has this save alone: it lies among the saved games, and is never thrown away.

    Whenever the process is killed, the file holds the game up to the last decision that was
    written or the one before it. Where another window has meanwhile gone on with the same file, that
    is left to it, and this game has a file of its own from then on.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._written = _content(path)

    @staticmethod
    def of_new_game(places: Places, run: Run, now: datetime) -> Autosave:
        """Return the automatic save of a game that begins now; the oldest beyond the last 20 go."""
        if not run.can_turn_back:
            return Autosave(_free_run(places, run, now))
        for old in _newest_first(places.autosaves)[MOST_AUTOSAVES - 1 :]:
            old.unlink(missing_ok=True)
        return Autosave(places.autosaves / f"{file_name(f'{run.scenario} {now:%Y%m%d-%H%M%S-%f}')}{ENDING}")

    def write(self, run: Run) -> bool:
        """Write the game as it stands; return whether it had to take another file. Raises OSError."""
        is_taken = _content(self.path) not in (None, self._written)
        if is_taken:
            self.path = free_path(self.path.parent, self.path.name.removesuffix(ENDING), ENDING)
        content = format_run(run).encode()
        write_whole(self.path, content)
        self._written = content
        return is_taken


def saved_runs(places: Places) -> tuple[StoredRun, ...]:
    """Return the saved games, the newest first; broken ones are among them with their faults."""
    return tuple(_stored(_newest_first(places.runs)))


def saved_paths(places: Places) -> Mapping[str, Path]:
    """Return where the saved games lie by their names, the newest first, whatever is in the files."""
    return {_name(path): path for path in _newest_first(places.runs)}


def newest_save(places: Places) -> StoredRun | None:
    """Return the game that was saved last, of those that can be read."""
    return next((each for each in _stored(_newest_first(places.runs)) if each.parsed.run), None)


def newest_autosave(places: Places) -> StoredRun | None:
    """Return the game to continue: the newest automatic save that can be read."""
    kept = _stored(_newest_first(places.autosaves, places.runs))
    return next((each for each in kept if _is_automatic(each, places)), None)


def autosave_since(places: Places, moment: float) -> str | None:
    """Return the text of the newest automatic save if it is younger than a moment of the epoch."""
    for path in _newest_first(places.autosaves, places.runs)[:1]:
        if path.stat().st_mtime >= moment:
            return path.read_text(encoding="utf-8", errors="replace")
    return None


def _is_automatic(stored: StoredRun, places: Places) -> bool:
    """Whether a file that can be read is the one that a game goes on writing."""
    run = stored.parsed.run
    return run is not None and (stored.path.parent == places.autosaves or not run.can_turn_back)


def _content(path: Path) -> bytes | None:
    try:
        return read_at_most(path, MOST_BYTES_IN_A_FILE)
    except OSError:  # not there yet, taken away, or not ours to read, which writing will tell
        return None


def _name(path: Path) -> str:
    return path.name.removesuffix(ENDING)


def _stored(paths: list[Path]) -> Iterator[StoredRun]:
    for path in paths:
        try:
            saved = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
            parsed = load_run(path)
        except OSError:  # taken away meanwhile, or not ours to read: nothing to offer
            continue
        yield StoredRun(path, saved, parsed)


def _newest_first(*folders: Path) -> list[Path]:
    """Return the runs in some folders; none of one that is not there, or not ours to read."""
    times: dict[Path, int] = {}
    for folder in folders:
        with contextlib.suppress(OSError):  # as in _stored: nothing to offer
            for path in folder.glob(f"*{ENDING}"):
                if not path.name.startswith("."):
                    times[path] = path.stat().st_mtime_ns
    return sorted(times, key=lambda path: (times[path], path.name), reverse=True)
