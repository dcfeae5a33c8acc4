"""The tutorial: what the player is asked to do next, one thing at a time, until it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.engine.moves import Wait
from game.frozen import NamedTuple
from game.screen.acts import Back, Play, Rewind
from game.screen.screens.advisers import Advisers
from game.screen.screens.confirm import Confirm
from game.screen.screens.ending import Ending
from game.screen.screens.journal import Journal
from game.screen.screens.letter import Letter
from game.screen.screens.map import Map
from game.screen.screens.opening import Opening
from game.screen.screens.reading import Reading
from game.screen.screens.report import Report
from game.screen.screens.room import Room
from game.screen.screens.room_view import CARD, PEOPLE
from game.screen.screens.screen import Act, Become, Screen
from game.view.page import Page

SCENARIO = "river_incident"
"""The scenario that the tutorial is played with."""


class Step(NamedTuple):
    """What a player did: the screen it was done on, the act, and what is seen."""

    before: Screen
    act: Act
    after: Screen


class Mark(NamedTuple):
    """What the coach says on a screen, by the key of its words, and the pieces that it speaks of.

    `way` is the stop that leads to them where they are out of sight.
    """

    words: str
    target: str
    way: str = ""


def _never(_step: Step) -> bool:
    return False


class Task(NamedTuple):
    """A thing to do: what is said on each screen until it is done, and whether a game has it at all.

    A step by which it `is_passed` leaves it undone: who goes on without it is not asked again.
    """

    marks: Mapping[type[Screen], Mark]
    is_done: Callable[[Step], bool]
    is_there: Callable[[Page], bool] = lambda _: True
    is_passed: Callable[[Step], bool] = _never


def _opens_file(step: Step) -> bool:
    return isinstance(step.act, Back) and isinstance(step.before, Opening)


def _reads_paper(step: Step) -> bool:
    return step.after.focus == "sheet" or _gives_order(step)


def _hears_people(step: Step) -> bool:
    is_in_room = isinstance(step.after, Room)
    is_heard = step.after.focus.startswith(PEOPLE) or isinstance(step.before, Advisers)
    return (is_in_room and is_heard) or _gives_order(step)


def _comes_from_map(step: Step) -> bool:
    return (isinstance(step.before, Map) and isinstance(step.after, Room)) or _gives_order(step)


def _goes_on(step: Step) -> bool:
    return not isinstance(step.after, Reading | Letter)


def _picks_card(step: Step) -> bool:
    is_picked = isinstance(step.act, Become) and step.after.focus.startswith(CARD)
    return is_picked or _gives_order(step)


def _gives_order(step: Step) -> bool:
    return isinstance(step.act, Play)


def _has_people(page: Page) -> bool:
    return any(each.speaks for question in page.questions for each in question.advisers)


def _has_map(page: Page) -> bool:
    return bool(page.map.views)


def _has_wait(page: Page) -> bool:
    return page.wait is not None and isinstance(page.wait.command, Wait)


def _takes_back(step: Step) -> bool:
    return isinstance(step.act, Rewind)


def _opens_report(step: Step) -> bool:
    return isinstance(step.after, Report)


def _closes_report(step: Step) -> bool:
    return not isinstance(step.after, Report)


def _leaves_ending(step: Step) -> bool:
    return isinstance(step.before, Ending) and not isinstance(step.after, Ending)


_TOLD = Mark("coach.told", "on")
_CONFIRM = Mark("coach.confirm", "back")

TASKS: tuple[Task, ...] = (
    Task({Opening: Mark("coach.opening", "on")}, _opens_file),
    Task({Room: Mark("coach.paper", "sheet", "tab briefing")}, _reads_paper),
    Task(
        {Room: Mark("coach.people", PEOPLE, "tab advisers"), Advisers: Mark("coach.people.back", "")},
        _hears_people,
        _has_people,
    ),
    Task(
        {Room: Mark("coach.map", "map", "tab map"), Map: Mark("coach.map.back", "")},
        _comes_from_map,
        _has_map,
    ),
    Task({Room: Mark("coach.cards", CARD)}, _picks_card),
    Task({Room: Mark("coach.wait", f"{CARD} wait")}, _gives_order, _has_wait),
    Task({Reading: _TOLD, Letter: _TOLD}, _goes_on),
    Task(
        {
            Room: Mark("coach.journal", "hints"),
            Ending: Mark("coach.journal", "journal"),
            Journal: Mark("coach.rewind", "entry"),
        },
        _takes_back,
        is_passed=_gives_order,
    ),
    Task({Room: Mark("coach.answer", CARD), Confirm: _CONFIRM}, _gives_order),
    Task({Reading: _TOLD, Letter: _TOLD}, _goes_on),
    Task(
        {
            Room: Mark("coach.on", CARD),
            Confirm: _CONFIRM,
            Reading: _TOLD,
            Letter: _TOLD,
            Ending: Mark("coach.ending", "report"),
        },
        _opens_report,
    ),
    Task({Report: Mark("coach.report", "tab")}, _closes_report),
    Task({Ending: Mark("coach.end", "home")}, _leaves_ending),
)


class Coach(NamedTuple):
    """The tutorial as it stands. `at` counts what was done already."""

    at: int = 0

    @property
    def is_over(self) -> bool:
        return self.at >= len(TASKS)

    def mark(self, top: Screen) -> Mark | None:
        """Return what is said on a screen; nothing where there is nothing to do."""
        return None if self.is_over else TASKS[self.at].marks.get(type(top))

    def after(self, step: Step, page: Page | None) -> Coach:
        """Return the tutorial after a step: what is done by it or is not in the game is left out."""
        at = self.at
        if not self.is_over and TASKS[at].is_passed(step):
            at += 1
        while at < len(TASKS) and (TASKS[at].is_done(step) or not _is_there(TASKS[at], page)):
            at += 1
        return Coach(at)


def _is_there(task: Task, page: Page | None) -> bool:
    return page is None or task.is_there(page)
