"""Looks of a game: map, people, journal, sources, the pause and what is told after the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.frozen import NamedTuple
from game.report.document import documents
from game.screen.screens.advisers import Advisers
from game.screen.screens.documents import Documents
from game.screen.screens.journal import journal
from game.screen.screens.map import Map
from game.screen.screens.odds import odds_note
from game.screen.screens.pause import Pause
from game.screen.screens.room import Room
from game.screen.screens.room_view import papers
from game.screen.screens.screen import Screen
from game.screen.screens.sources import sources
from game.view.page import Page
from game.view.words import Words


class Asked(NamedTuple):
    """The Page, and the screen that was seen."""

    page: Page
    top: Screen
    words: Words


def looks(name: str, page: Page | None, top: Screen, words: Words) -> Screen | None:
    """Return the screen of a name; None where there is no game to look at."""
    return _LOOKS[name](Asked(page, top, words)) if page is not None else None


def _pause(_asked: Asked) -> Screen:
    return Pause()


def _map(asked: Asked) -> Screen | None:
    return Map(page=asked.page) if asked.page.map.views else None


def _advisers(asked: Asked) -> Screen | None:
    if not asked.page.questions:
        return None
    return Advisers(page=asked.page, question=asked.top.at.question if isinstance(asked.top, Room) else 0)


def _journal(asked: Asked) -> Screen:
    return journal(asked.page)


def _sources(asked: Asked) -> Screen:
    shown = papers(asked.page)
    if isinstance(asked.top, Room):
        shown = (shown[asked.top.at.paper],)
    return sources(asked.page, shown, asked.words)


def _documents(asked: Asked) -> Screen:
    return Documents(there=documents(asked.page))


def _odds(asked: Asked) -> Screen:
    return odds_note(asked.page, asked.words)


_LOOKS: Mapping[str, Callable[[Asked], Screen | None]] = {
    "pause": _pause,
    "map": _map,
    "advisers": _advisers,
    "journal": _journal,
    "sources": _sources,
    "odds": _odds,
    "documents": _documents,
}
