"""What is shown between a choice and the next question: sheets and letters, in the order of what was told."""

from __future__ import annotations

from collections.abc import Iterator

from game.screen.screens.letter import DONE, Letter
from game.screen.screens.reading import Reading, is_worth_reading
from game.screen.screens.screen import Screen
from game.view.page import Page, Told


def arrivals(page: Page, *, is_still: bool) -> tuple[Screen, ...]:
    """Return the screens of a turn, the first to be seen first; `is_still` prints letters at once.

    What is not worth a sheet before a letter, such as readings that moved, stands on the one after it.
    """
    return tuple(_screens(page, DONE if is_still else 0.0))


def _screens(page: Page, elapsed: float) -> Iterator[Screen]:
    gathered: list[Told] = []
    for thing in page.told:
        if thing.kind != "letter" or thing.sheet is None:
            gathered.append(thing)
            continue
        if is_worth_reading(gathered):
            yield Reading(page=page, told=tuple(gathered))
            gathered = []
        yield Letter(page=page, told=thing, elapsed=elapsed)
    if is_worth_reading(gathered):
        yield Reading(page=page, told=tuple(gathered))
