"""What screens make of news: each is the same with what has become known, or the very same without."""

from __future__ import annotations

from game.frozen import replace
from game.screen.bookcase import Bookcase
from game.screen.mapview import Sight
from game.screen.screens.advisers import Advisers
from game.screen.screens.class_room import ClassRoom
from game.screen.screens.odds import OddsNote
from game.screen.screens.room import Room
from game.screen.screens.scenarios import Scenarios
from game.screen.screens.screen import Screen
from game.screen.screens.settings import SettingsScreen
from game.screen.screens.title import Title
from game.store.settings import Settings
from game.view.page import Page
from game.view.words import Words


def told_of_scenarios(screen: Screen, bookcase: Bookcase, last: str | None, *, has_tutorial: bool) -> Screen:
    """Return a screen with what the shelves hold, as far as it is read, and the title of the last game."""
    match screen:
        case Title():
            return screen.told(last, _first_sight(bookcase), has_tutorial=has_tutorial)
        case Scenarios():
            return screen.told(bookcase.files, is_read=bookcase.is_read)
        case _:
            return screen


def told_of_settings(screen: Screen, settings: Settings) -> Screen:
    match screen:
        case SettingsScreen():
            return screen.told(settings)
        case _:
            return screen


def told_of_page(screen: Screen, page: Page, settings: Settings, words: Words) -> Screen:
    """Return a screen with the page as it is now."""
    match screen:
        case Room():
            return replace(screen, page=on_table(page, settings))
        case Advisers():
            return replace(screen, page=page)
        case ClassRoom():
            return screen.told(page, screen.outcome)
        case OddsNote():
            return screen.told(page, words)
        case _:
            return screen


def on_table(page: Page, settings: Settings) -> Page:
    """Return the page as the room shows it: without odds unless the player wants them on the cards."""
    return page if settings.show_odds else replace(page, odds=None)


def _first_sight(bookcase: Bookcase) -> Sight | None:
    """Return the first map with rings, for the title."""
    sights = (each.sight for each in bookcase.files)
    return next((each for each in sights if each is not None and each.picture.rings), None)
