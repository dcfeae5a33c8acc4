"""What a lesson has outside of its screen: the clock, the page for phones, the file that is kept of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING

from game.classroom.booth import BallotPaper
from game.classroom.lesson import VOTES, Lesson, Step, told_by_phones
from game.classroom.network import local_addresses
from game.classroom.phones import Phones, is_missing, modules_of
from game.frozen import replace
from game.screen.reporting import outcome_of
from game.screen.screens.class_papers import NOTHING, Outcome
from game.screen.screens.class_room import ClassRoom
from game.screen.screens.class_shown import labels
from game.screen.screens.class_side import Door
from game.screen.stack import Stack
from game.session.session import Session
from game.store.places import Places
from game.store.runs import free_save_name, save_run
from game.view.page import Page
from game.view.words import Words

if TYPE_CHECKING:
    from game.solver.solver import Solver  # with processes, which a window can do without

ADD = "pip install 'excomm[class]'"


class Teaching:
    """One lesson at a time. `clock` gives seconds; `host` is the address for phones, None for any."""

    def __init__(
        self, places: Places, clock: Callable[[], float] = monotonic, host: str | None = None
    ) -> None:
        self.host = host
        self._places = places
        self._clock = clock
        self._phones: Phones | None = None
        self._door: Door | None = None
        self._kept: tuple[Session, str] | None = None

    @property
    def now(self) -> float:
        """Whole seconds, so that a lesson is drawn again once a second."""
        return float(int(self._clock()))

    def room(self, lesson: Lesson, page: Page, words: Words) -> ClassRoom:
        """Return the screen of a lesson that has come to another place."""
        screen = ClassRoom(lesson=lesson, page=page, words=words, now=self.now)
        return self._told(screen.told(page, self._outcome(lesson, NOTHING)))

    def notice(self, stack: Stack, solver: Solver | None) -> bool:
        """Let a lesson on the stack know the time, the phones and the odds; return whether it looks other."""
        for i, screen in enumerate(stack):
            if isinstance(screen, ClassRoom):
                told = self._told(screen)
                outcome = self._outcome(told.lesson, outcome_of(told.lesson, solver))
                stack[i] = told = told.told(told.page, outcome) if outcome != told.outcome else told
                return told is not screen
        return False

    def _told(self, screen: ClassRoom) -> ClassRoom:
        """Return the lesson with the time and with what the phones have sent."""
        self._ask(screen)
        lesson, door = screen.lesson, self._noticed()
        if self._phones is not None:
            lesson = told_by_phones(lesson, self._phones.counts)
        if (self.now, lesson, door) == (screen.now, screen.lesson, screen.door):
            return screen
        return replace(screen, now=self.now, lesson=lesson, door=door)

    def turn_phones(self, words: Words, language: str) -> str:
        """Open the page for phones, or close it; return the sentence that says what came of it."""
        if self._phones is not None:
            self.close()
            return words["phones.closed"]
        if is_missing():
            return words["phones.missing"].format(command=ADD)
        host = self.host or next(iter(local_addresses()), None)
        if host is None:
            return words["phones.offline"]
        self._phones = Phones(host, words, language)
        return words["phones.opening"]

    def fault(self, words: Words) -> str:
        """Return why the page for phones has ended, once, or nothing."""
        phones = self._phones
        if phones is None or not phones.fault:
            return ""
        self.close()
        return words["phones.failed"].format(reason=phones.fault)

    def _keep(self, lesson: Lesson) -> str:
        """Keep the game of a lesson that is over, once; return where, or nothing where it could not be."""
        session = lesson.session
        if self._kept is None or self._kept[0] != session:
            name = f"class {free_save_name(self._places, session.run, datetime.now().astimezone())}"
            try:
                self._kept = session, str(save_run(self._places, session.run, name))
            except OSError:  # the automatic save has said so already
                self._kept = session, ""
        return self._kept[1]

    def _outcome(self, lesson: Lesson, outcome: Outcome) -> Outcome:
        """Return what is known at the end, with where the game is kept; nothing before."""
        return outcome._replace(kept=self._keep(lesson)) if lesson.session.is_over else NOTHING

    def close(self) -> None:
        """Close the page for phones."""
        if self._phones is not None:
            self._phones.close()
        self._phones, self._door = None, None

    def _ask(self, screen: ClassRoom) -> None:
        """Give the phones the ballot of a vote, and take it away after it."""
        if self._phones is None:
            return
        lesson = screen.lesson
        if lesson.step not in VOTES or lesson.ballot is None:
            self._phones.ask(None)
            return
        number = 2 * (lesson.session.position + 1) + (lesson.step is Step.VOTE_AGAIN)
        question, options = labels(screen.page, lesson)
        self._phones.ask(BallotPaper(number, question, options))

    def _noticed(self) -> Door | None:
        phones = self._phones
        if phones is None:
            return None
        phones.notice()
        if not phones.address:
            return None
        known = self._door
        if known is None or known.address != phones.address or known.guests != phones.guests:
            modules = (
                known.modules
                if known is not None and known.address == phones.address
                else modules_of(f"http://{phones.address}/?code={phones.code}")
            )
            self._door = Door(phones.address, phones.code, modules, phones.guests)
        return self._door
