"""Where a game that is played is kept: the automatic save, saved games by name."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from game.frozen import NamedTuple
from game.scenario.meant import nearest
from game.session.said import Said
from game.session.session import Session
from game.store.atomic import write_whole
from game.store.filenames import free_path
from game.store.places import Places
from game.store.recorded import Recorder
from game.store.removed import bring_back, put_aside
from game.store.runs import Autosave, free_save_name, newest_autosave, save_run, saved_paths


class Saved(NamedTuple):
    """What came of saving: whether the game is kept, and what says where or why not."""

    is_kept: bool
    said: Said


class Found(NamedTuple):
    """A game that was read, and the automatic save that it goes on with; a new one where there is none."""

    session: Session
    autosave: Autosave | None


class Shelf:
    """Keeps one game at a time. What the disk refuses is said once, and the game goes on.

    Games that are loaded have their texts in `language`. A game without turning back has one file, which
    is written on wherever it is taken up. To read a game changes nothing here; to take it up does.
    """

    def __init__(self, places: Places, language: str | None = None) -> None:
        self.places = places
        self.language = language
        self._recorder = Recorder(places, language)
        self._autosave: Autosave | None = None
        self._has_warned = False

    def keep(self, session: Session) -> Said | None:
        """Write the automatic save; return what is to be said of it, if anything.

        A disk that refuses again after it did not is told again.
        """
        try:
            return self._kept(session)
        except OSError as fault:
            said = None if self._has_warned else _not_saved(fault)
            self._has_warned = True
            return said

    def take_up(self, found: Found) -> None:
        """Keep a game that was read from now on."""
        self._autosave = found.autosave

    def begin(self) -> None:
        """Keep a new game from now on."""
        self._autosave = None

    def _kept(self, session: Session) -> Said | None:
        """Write the automatic save; return what says that it is another file now. Raises OSError."""
        is_elsewhere = self._written(session).write(session.run)
        self._has_warned = False
        if not is_elsewhere:
            return None
        return Said("shelf.elsewhere", {"name": self._written(session).path.name})

    def _written(self, session: Session) -> Autosave:
        """Return the automatic save of a game."""
        if self._autosave is None:
            self._autosave = Autosave.of_new_game(self.places, session.run, _now())
        return self._autosave

    def save(self, session: Session, name: str) -> Saved:
        """Save under a name, or one of its own if it is empty; without turning back, in the one file."""
        try:
            path = self._saved(session, name)
        except OSError as fault:
            return Saved(is_kept=False, said=_not_saved(fault))
        return Saved(is_kept=True, said=Said("shelf.saved", {"name": str(path)}))

    def _saved(self, session: Session, name: str) -> Path:
        if not session.can_turn_back:
            self._kept(session)
            return self._written(session).path
        return save_run(self.places, session.run, name or free_save_name(self.places, session.run, _now()))

    def write(self, session: Session, kind: str, form: str, text: str) -> Path:
        """Write a document of a game under a name of its own and return its path. Raises OSError."""
        name = f"{session.scenario.id} {kind} {_now():%Y-%m-%d %H.%M}"
        path = free_path(self.places.documents, name, f".{form}")
        write_whole(path, text.encode())
        return path

    def found(self, name: str) -> Found | Said:
        """Return a saved game, or what says why there is none."""
        stored = saved_paths(self.places)
        if name not in stored:
            return _not_there("load", name, list(stored))
        path = stored[name]
        try:
            session, _, fault = self._recorder.recorded(path)
        except OSError as error:
            return Said("shelf.unreadable", {"name": name, "reason": _reason(error)})
        if fault is not None:
            return Said("shelf.unplayable", {"name": name, "fault": fault})
        assert session is not None, "what has no fault began"
        return found_in(path, session)

    def remove(self, name: str) -> Said:
        """Put a saved game aside; return what says so, or why not."""
        stored = saved_paths(self.places)
        if name not in stored:
            return _not_there("remove", name, list(stored))
        try:
            put_aside(self.places, stored[name], _now())
        except OSError as fault:
            return Said("shelf.not_removed", {"name": name, "reason": _reason(fault)})
        return Said("shelf.removed", {"name": name})

    def bring_back(self) -> Said:
        """Put the game that was removed last among the saved games again; return what says so, or why not."""
        try:
            name = bring_back(self.places)
        except OSError as fault:
            return Said("shelf.not_back", {"reason": _reason(fault)})
        return Said("shelf.back", {"name": name}) if name is not None else Said("shelf.none_removed", {})

    def refusal(self, word: str, name: str) -> Said | None:
        """Return what says that a word names no saved game, None where it names one."""
        stored = saved_paths(self.places)
        return None if name in stored else _not_there(word, name, list(stored))

    def last(self) -> Found | None:
        """Return the game of the newest automatic save as far as it can be played, to be kept on there."""
        stored = newest_autosave(self.places)
        if stored is None:
            return None
        session = self._recorder.recorded(stored.path).session
        return Found(session, Autosave(stored.path)) if session is not None else None


def found_in(path: Path, session: Session) -> Found:
    """Return the game of a file: it stays as it is, but for a game without turning back."""
    return Found(session, None if session.can_turn_back else Autosave(path))


def _now() -> datetime:
    return datetime.now().astimezone()


def _reason(fault: OSError) -> str:
    return fault.strerror or str(fault)


def _not_saved(fault: OSError) -> Said:
    return Said("shelf.not_saved", {"reason": _reason(fault)})


def _not_there(word: str, name: str, names: list[str]) -> Said:
    """Return what says that there is no saved game of a name, which was written after a word."""
    if not names:
        return Said("shelf.none", {})
    all_names = ", ".join(names)
    if not name:
        return Said("shelf.which", {"word": word, "names": all_names})
    near = nearest(name, names)
    if near:
        return Said("shelf.meant", {"name": name, "meant": near})
    return Said("shelf.not_there", {"name": name, "names": all_names})
