"""Where a game that is played is kept: the automatic save, saved games by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from game.scenario.meant import nearest
from game.session.session import Session
from game.store.atomic import write_whole
from game.store.filenames import free_path
from game.store.places import Places
from game.store.recorded import recorded
from game.store.runs import Autosave, free_save_name, newest_autosave, save_run, saved_runs


class Saved(NamedTuple):
    """What came of saving: whether the game is kept, and the sentence that says where or why not."""

    is_kept: bool
    sentence: str


class Shelf:
    """Keeps one game at a time. What the disk refuses is said once by `warn`, and the game goes on.

    Games that are loaded have their texts in `language`. A game without turning back has one file, which
    is written on wherever it is taken up.
    """

    def __init__(
        self,
        places: Places,
        warn: Callable[[str], None],
        autosave: Autosave | None = None,
        language: str | None = None,
    ) -> None:
        self.places = places
        self.autosave = autosave
        self.language = language
        self.warn = warn
        self._has_warned = False

    def keep(self, session: Session) -> None:
        """Write the automatic save; a disk that refuses again after it did not is told again."""
        try:
            self._write(session)
        except OSError as fault:
            if not self._has_warned:
                self.warn(_not_saved(fault))
            self._has_warned = True

    def take_up(self, session: Session, path: Path) -> None:
        """Keep a game that comes from a file from now on: in that file if it has no other."""
        self.autosave = None if session.can_turn_back else Autosave(path)

    def _write(self, session: Session) -> Path:
        if self.autosave is None:
            self.autosave = Autosave.of_new_game(self.places, session.run, _now())
        if self.autosave.write(session.run):
            self.warn(_elsewhere(self.autosave))
        self._has_warned = False
        return self.autosave.path

    def save(self, session: Session, name: str) -> Saved:
        """Save under a name, or one of its own if it is empty; without turning back, in the one file."""
        try:
            if not session.can_turn_back:
                return Saved(is_kept=True, sentence=f"Saved as {self._write(session)}.")
            free = name or free_save_name(self.places, session.run, _now())
            return Saved(is_kept=True, sentence=f"Saved as {save_run(self.places, session.run, free)}.")
        except OSError as fault:
            return Saved(is_kept=False, sentence=_not_saved(fault))

    def write(self, session: Session, kind: str, form: str, text: str) -> Path:
        """Write a document of a game under a name of its own and return its path. Raises OSError."""
        name = f"{session.scenario.id} {kind} {_now():%Y-%m-%d %H.%M}"
        path = free_path(self.places.documents, name, f".{form}")
        write_whole(path, text.encode())
        return path

    def load(self, name: str) -> Session | str:
        """Return a saved game, or a sentence that says why there is none.

        The automatic save of the game before stays as it is.
        """
        stored = {each.name: each.path for each in saved_runs(self.places)}
        if name not in stored:
            return _not_there(name, list(stored))
        try:
            session, _, fault = recorded(stored[name], self.places, language=self.language)
        except OSError as error:
            return f"{name} cannot be read: {error.strerror or error}."
        if session is None or fault is not None:
            return fault or f"{name} cannot be loaded."
        self.take_up(session, stored[name])
        return session

    def last(self) -> Session | None:
        """Return the game of the newest automatic save as far as it can be played, to be kept on there."""
        stored = newest_autosave(self.places)
        session = (
            recorded(stored.path, self.places, language=self.language).session if stored is not None else None
        )
        if stored is not None and session is not None:
            self.autosave = Autosave(stored.path)
        return session


def _now() -> datetime:
    return datetime.now().astimezone()


def _not_saved(fault: OSError) -> str:
    return f"The game cannot be saved: {fault.strerror or fault}."


def _elsewhere(autosave: Autosave) -> str:
    return f"Another window goes on with the same game; this one is kept as {autosave.path.name} from now on."


def _not_there(name: str, names: list[str]) -> str:
    if not names:
        return "There is no saved game."
    if not name:
        return f"Write `load` and the name of a game. Saved games: {', '.join(names)}."
    near = nearest(name, names)
    meant = f"Did you mean `{near}`?" if near else f"Saved games: {', '.join(names)}."
    return f"There is no saved game `{name}`. {meant}"
