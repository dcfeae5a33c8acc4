"""Saved games are played again beside the loop, so that the list of them says how each stands."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from game.screen.bookcase import File
from game.screen.errands import AtOnce, Errands
from game.screen.games import SavedGames
from game.screen.kept import Glimpse, Key, Standing, kept_games
from game.screen.screens.saves import Saves
from game.screen.screens.screen import Screen
from game.screen.shown import plain
from game.screen.stack import Stack
from game.screen.text import sentence
from game.session.said import Said
from game.store.shelf import Shelf
from game.view.composition import page
from game.view.words import Words


class Glimpses:
    """One game after the other is played again while the list lies on top, that with the focus first.

    `seen` keeps what came of it: a file is not read twice before it changes.
    """

    def __init__(self, shelf: Shelf, words: Words) -> None:
        self.errands: Errands = AtOnce()
        self.seen: dict[Key, Standing] = {}
        self._shelf = shelf
        self._words = words
        self._due: Key | None = None
        self._has_news = False

    def listed(self, saved: SavedGames, files: Iterable[File]) -> Saves:
        """Return the list of the saved games, with how they stand as far as that was seen."""
        games = kept_games(saved.stored, files, self._words)
        return Saves(games=games, removed=saved.removed).told(self.seen)

    def notice(self, stack: Stack) -> bool:
        """Let the list say what was seen meanwhile; return whether there is news."""
        self.errands.notice()
        has_news, self._has_news = self._has_news, False
        if has_news:
            stack.tell_each(Saves, lambda saves: saves.told(self.seen))
        return has_news

    def look(self, top: Screen) -> None:
        """Have the next game played again, if the list lies on top and no other game is under way."""
        if isinstance(top, Saves) and top.unseen and self._due is None:
            self._due = top.unseen[0]
            self.errands.send(partial(_standing, self._shelf, self._due[0], self._words), self._see)

    def close(self) -> None:
        """Take up nothing any more."""
        self.errands.drop()

    def _see(self, standing: Standing) -> None:
        assert self._due is not None
        self.seen[self._due] = standing
        self._due, self._has_news = None, True


def _standing(shelf: Shelf, name: str, words: Words) -> Standing:
    found = shelf.found(name)
    if isinstance(found, Said):
        return found
    shown = page(found.session, words=words)
    moment = sentence(words["saves.moment"].format(date=shown.date_words, time=shown.time_words))
    state = words["saves.goes_on"]
    if shown.ending is not None:
        state = words["saves.over"].format(ending=plain(shown.ending.sheet.title))
    scenario = words["saves.scenario"].format(title=shown.title, setup=shown.setup_label)
    return Glimpse(moment, scenario, state, shown.map)
