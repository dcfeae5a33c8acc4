"""The games of a player: begun, read from the shelf and kept, while the window goes on."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from game.frozen import NamedTuple
from game.screen.acts import Begin, BeginLesson
from game.screen.bookcase import Bookcase
from game.screen.errands import AtOnce, Errands
from game.screen.screens.waiting import Waiting, waiting
from game.screen.stack import Stack
from game.session.said import Said
from game.session.session import Session, bound, started
from game.store.removed import last_removed
from game.store.runs import StoredRun, newest_save, saved_runs
from game.store.shelf import Found, Saved, Shelf
from game.view.review import Review
from game.view.words import Words

MOST_OF_A_NEW_SEED = 1_000_000
"""Seeds drawn for new games are short enough to be read out."""

LONG = 0.3
"""Seconds of waiting after which it is long."""

T = TypeVar("T")
Open = Callable[[Session], object]
Tell = Callable[[Said], None]


class SavedGames(NamedTuple):
    """The saved games, the newest first, and the name of that which was removed last, empty for none."""

    stored: tuple[StoredRun, ...]
    removed: str


class Games:
    """One game at a time is awaited, or the list of them; what is written is written in turn.

    `awaited` names what the player waits for, None where that is nothing. Until errands of another kind are
    put in their place, everything is done at once.
    """

    def __init__(self, shelf: Shelf, bookcase: Bookcase) -> None:
        self.shelf = shelf
        self.readings: Errands = AtOnce()
        self.writings: Errands = AtOnce()
        self.awaited: str | None = None
        self._bookcase = bookcase

    def notice(self) -> bool:
        """Take up what has come; return whether anything has."""
        return self.writings.notice() | self.readings.notice()

    def mark(self, stack: Stack, words: Words) -> bool:
        """Let a mark on top say what is waited for, once that is long; return whether it came or went."""
        is_marked = stack.has(Waiting)
        if self.awaited is None and is_marked:
            stack.drop(Waiting)
            return True
        if self.awaited is not None and not is_marked and self.readings.waited() > LONG:
            stack.append(waiting(self.awaited, words))
            return True
        return False

    def give_up(self) -> None:
        """Wait no more for what was awaited."""
        self.readings.drop()
        self.awaited = None

    def close(self) -> None:
        """Write what is still to be written."""
        self.readings.drop()
        self.writings.close()

    def begin(self, new: Begin | BeginLesson, then: Open) -> None:
        """Begin a game, to be kept in a file of its own; without a seed, with any luck."""

        def begun(session: Session) -> None:
            self.writings.send(self.shelf.begin, _nothing)
            then(session)

        scenario = self._bookcase.scenarios[new.scenario]
        luck = secrets.randbelow(MOST_OF_A_NEW_SEED) if new.seed is None else new.seed
        is_bound = isinstance(new, Begin) and not new.can_turn_back

        def beginning() -> Session:
            session = started(scenario, new.setup, luck)
            return bound(session) if is_bound else session

        self._await(scenario.title.written, beginning, begun)

    def resume(self, title: str, then: Open, missing: Callable[[], None]) -> None:
        """Go on with the newest automatic save; its title is named while it is read."""
        self._await(title, self._last, partial(self._take_up, then, missing, _nothing))

    def load(self, name: str, then: Open, refused: Tell) -> None:
        """Go on with a saved game."""
        self._await(name, partial(self.shelf.found, name), partial(self._take_up, then, _never, refused))

    def load_newest(self, then: Open, missing: Callable[[], None], refused: Tell) -> None:
        """Go on with the game that was saved last."""
        self._await("", self._newest, partial(self._take_up, then, missing, refused))

    def list_saved(self, then: Callable[[SavedGames], None]) -> None:
        """Look what games are saved."""
        self._await("", self._saved, then)

    def report(self, write: Callable[[], Review], then: Callable[[Review], None]) -> None:
        """Have the report of a game written."""
        self._await("", write, then)

    def remove(self, name: str, then: Tell) -> None:
        """Put a saved game aside."""
        self.writings.send(partial(self.shelf.remove, name), then)

    def bring_back(self, then: Tell) -> None:
        """Put the game that was put aside last among the saved games again."""
        self.writings.send(self.shelf.bring_back, then)

    def keep(self, session: Session, tell: Tell) -> None:
        """Write the automatic save."""

        def kept(said: Said | None) -> None:
            if said is not None:
                tell(said)

        self.writings.send(partial(self.shelf.keep, session), kept)

    def save(self, session: Session, then: Callable[[Saved], None]) -> None:
        """Save a game under a name of its own."""
        self.writings.send(partial(self.shelf.save, session, ""), then)

    def _await(self, title: str, work: Callable[[], T], then: Callable[[T], None]) -> None:
        def arrived(outcome: T) -> None:
            self.awaited = None
            then(outcome)

        self.awaited = title
        self.readings.send(work, arrived)

    def _take_up(
        self, then: Open, missing: Callable[[], None], refused: Tell, found: Found | Said | None
    ) -> None:
        match found:
            case None:
                missing()
            case Said():
                refused(found)
            case Found():
                self.writings.send(partial(self.shelf.take_up, found), _nothing)
                then(found.session)

    # In the thread that reads, after what is still to be written

    def _last(self) -> Found | None:
        self.writings.wait()
        return self.shelf.last()

    def _newest(self) -> Found | Said | None:
        self.writings.wait()
        newest = newest_save(self.shelf.places)
        return self.shelf.found(newest.name) if newest is not None else None

    def _saved(self) -> SavedGames:
        self.writings.wait()
        return SavedGames(saved_runs(self.shelf.places), last_removed(self.shelf.places) or "")


def _nothing(_outcome: object) -> None:
    """Take up what says nothing."""


def _never() -> None:
    raise AssertionError("a name is answered with a game or a sentence")
