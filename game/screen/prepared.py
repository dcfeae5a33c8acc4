"""What the window begins with."""

from __future__ import annotations

from collections.abc import Callable

from game.classroom.lesson import Terms
from game.engine.moves import Command
from game.frozen import NamedTuple
from game.session.session import Session
from game.store.shelf import Shelf
from game.view.words import Words

Decide = Callable[[Session], Command | None]


class Prepared(NamedTuple):
    """A game or None for the title, where games are kept, what is settled.

    `words` are the program's own, in the language of the player. `is_presented` shows it to a class, and
    what `is_safe` leaves the settings of the player aside and is silent. With `terms` the game is a lesson.
    `named` are the scenarios and mods that were given by id or path, for the pictures that they bring.
    """

    session: Session | None
    shelf: Shelf
    decide: Decide | None
    words: Words
    is_presented: bool = False
    is_safe: bool = False
    terms: Terms | None = None
    named: tuple[str, ...] = ()
