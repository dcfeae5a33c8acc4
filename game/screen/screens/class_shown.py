"""What a picture of a lesson is drawn from, and what of the Page can be voted for."""

from __future__ import annotations

from game.classroom.lesson import Lesson
from game.frozen import NamedTuple
from game.screen.screens.class_papers import Leaf
from game.screen.screens.class_side import Door
from game.screen.shown import plain
from game.screen.uses import Uses
from game.view.line import Line
from game.view.page import Choice, Page


class Shown(NamedTuple):
    """All that a picture of a lesson is drawn from.

    `has_code` shows the way in for phones alone. `place` is the option with the frame, `paper` the paper on
    top of `papers`, `offset` how far it is scrolled, `asked` what there is to discuss,
    `uses` what keys do.
    """

    lesson: Lesson
    page: Page
    now: float
    place: int
    papers: tuple[Leaf, ...]
    paper: int
    offset: float
    asked: tuple[Line, ...]
    door: Door | None
    uses: Uses
    has_code: bool = False


def choices(page: Page, lesson: Lesson) -> tuple[Choice, ...]:
    """Return what can be voted for as the Page names it, in the order of the ballot."""
    named = {each.id: each for each in page.choices}
    ids = ("wait" if each == "wait" else f"{lesson.question}.{each}" for each in lesson.options)
    return tuple(named[each] for each in ids if each in named)


def labels(page: Page, lesson: Lesson) -> tuple[str, tuple[str, ...]]:
    """Return the question of a vote and the words of its options."""
    asked = next((each for each in page.questions if each.id == lesson.question), None)
    question = plain(asked.sheet.title) if asked is not None else ""
    return question, tuple(plain(each.label) for each in choices(page, lesson))
