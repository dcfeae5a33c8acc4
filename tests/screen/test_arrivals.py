"""What is told between two questions: nothing of it is lost between the sheets and the letters."""

from __future__ import annotations

from dataclasses import replace

from game.screen.arrivals import arrivals
from game.screen.screens.letter import Letter
from game.screen.screens.reading import Reading, changes
from game.view.page import Change, Told
from tests.screen.test_golden import turns


def test_a_reading_that_moved_before_a_letter_stands_on_the_sheet_after_it() -> None:
    shown, letter = next(
        (each, told) for each in turns() for told in each.told if told.kind == "letter" and told.sheet
    )
    choice = Told("choice", shown.moment)
    moved = Told("change", shown.moment, change=Change("tension", "Tension", 4, 7, "uneasy", "strained"))
    event = Told("event", shown.moment, sheet=letter.sheet)
    told = (choice, moved, letter, event)
    first, second = arrivals(replace(shown, told=told), is_still=True)
    assert isinstance(first, Letter)
    assert isinstance(second, Reading)
    assert changes(second.told) == (moved.change,)


def test_a_sheet_of_its_own_comes_before_the_letter_with_what_moved_until_then() -> None:
    shown, letter = next(
        (each, told) for each in turns() for told in each.told if told.kind == "letter" and told.sheet
    )
    moved = Told("change", shown.moment, change=Change("tension", "Tension", 4, 7, "uneasy", "strained"))
    event = Told("event", shown.moment, sheet=letter.sheet)
    first, second = arrivals(replace(shown, told=(event, moved, letter, moved)), is_still=True)
    assert isinstance(first, Reading)
    assert changes(first.told) == (moved.change,)
    assert isinstance(second, Letter)
