"""Looks of a game: map, people, journal, sources, the pause and what is told after the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from game.screen.screens.overlay import Pause
from game.screen.screens.screen import Screen
from game.session.session import Session
from game.view.page import Page
from game.view.words import Words


class Asked(NamedTuple):
    """The Page, the screen that was seen, and how many choices were made and were ever made."""

    page: Page
    top: Screen
    made: int
    ever: int
    words: Words


def looks(name: str, page: Page | None, top: Screen, session: Session | None, words: Words) -> Screen | None:
    """Return the screen of a name; None where there is no game to look at."""
    if page is None or session is None:
        return None
    return _LOOKS[name](Asked(page, top, session.position, len(session.trail) - 1, words))


def _pause(_asked: Asked) -> Screen:
    return Pause()


_LOOKS: Mapping[str, Callable[[Asked], Screen | None]] = {"pause": _pause}
