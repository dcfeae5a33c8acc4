"""The process that solves: it answers what is asked, at once from games played out and later exactly.

The main thread talks, another one solves. It gives way to everything else on the machine, and it ends
when the program ends, however that ends.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing import parent_process
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Never, assert_never

from game.analysis.account import Risk
from game.analysis.estimate import estimated_by
from game.analysis.graph import Headway, OverBudgetError, World
from game.analysis.minds import Minds
from game.analysis.solving import Solved
from game.engine.compilation.program import compiled
from game.engine.state import State
from game.solver.keeping import solution
from game.solver.knowledge import estimated_odds, reckoned, solved_odds
from game.solver.messages import (
    Ask,
    Begin,
    Known,
    Question,
    Reckon,
    Reckoned,
    Reply,
    Solve,
    Stretches,
    Working,
)
from game.store.crash import write_crash
from game.store.places import places
from game.view.likelihood import Odds, Work

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

BETWEEN = 0.25
"""Seconds between two words about how far the work is."""

_NICE = 10
_BELOW_NORMAL = 0x4000  # BELOW_NORMAL_PRIORITY_CLASS of Windows


class _OvertakenError(Exception):
    """What is being worked out is not wanted any more: something else is, or something better is there."""


def serve(line: Connection[Reply, Question]) -> None:
    """Answer questions until the other end of the line is closed."""
    _give_way()
    Thread(target=_end_with_parent, name="parent", daemon=True).start()
    try:
        begin = line.recv()
        assert isinstance(begin, Begin)
        Worker(line, begin).work()
    except (EOFError, ConnectionError):
        os._exit(0)  # nobody is there any more; the thread that solves is not waited for
    except Exception as fault:  # noqa: BLE001 - a bug becomes a report here, and the program goes on
        write_crash(places(), fault)
        os._exit(1)


class Worker:
    """Answers about one game of one scenario under one setup."""

    def __init__(self, line: Connection[Reply, Question], begin: Begin) -> None:
        self._line = line
        self._program = compiled(begin.scenario, begin.setup)
        self._budget = begin.budget
        self._minds = Minds(self._program)
        self._estimate = estimated_by(self._program)
        self._game: Stretches = ()
        self._number = 0
        self._is_due = False
        self._reckon: Reckon | None = None
        self._solving: Future[Solved] | None = None
        self._solved: Solved | None = None
        self._work = Work("solving")
        self._states = 0
        self._begun = self._told_at = monotonic()

    def work(self) -> Never:
        """Go on until the line is closed; raises EOFError or ConnectionError then."""
        while True:
            if self._line.poll(self._pause):
                self._obey(self._line.recv())
            self._mind_work()
            if self._is_due and not self._line.poll():
                self._answer()
            if self._reckon is not None and self._work.stage != "solving":
                self._reckon_game(self._reckon)

    @property
    def _pause(self) -> float | None:
        """How many seconds to wait for a question; None where nothing else can come."""
        if self._is_due:
            return 0.0
        return BETWEEN if self._is_solving else None

    @property
    def _is_solving(self) -> bool:
        return self._solving is not None and self._work.stage == "solving"

    def _obey(self, question: Question) -> None:
        match question:
            case Solve():
                if self._solving is None:
                    self._begun = monotonic()
                    self._solving = ThreadPoolExecutor(1).submit(self._solve)
            case Ask(number, shared, further):
                self._game = (*self._game[:shared], *further)
                self._minds.follow(self._game)
                self._number, self._is_due = number, True
                self._reckon = None
            case Reckon():
                self._reckon = question
            case Begin():
                raise ValueError("a worker begins once")
            case _:
                assert_never(question)

    def _answer(self) -> None:
        """Say what is known; the question is due again when something better is there."""
        try:
            odds = self._odds()
        except _OvertakenError:
            return
        self._line.send(Known(self._number, odds))
        self._is_due = False

    def _reckon_game(self, asked: Reckon) -> None:
        """Say what there is to say of a game that is over."""
        self._reckon = None
        found = None if self._solved is None else reckoned(self._minds, self._game, self._solved)
        self._line.send(Reckoned(asked.number, found))

    def _odds(self) -> Odds:
        last = len(self._game) - 1
        if self._solved is not None:
            return solved_odds(self._minds, last, self._solved, self._work)
        return estimated_odds(self._minds, last, self._estimated, self._work)

    def _estimated(self, worlds: Iterable[World[State]]) -> Risk:
        """Return the risk of worlds from games played out, if nothing better to do has come."""
        stage = self._work.stage
        self._mind_work()
        if self._line.poll() or self._work.stage != stage:
            raise _OvertakenError
        return self._estimate(worlds)

    def _solve(self) -> Solved:
        def heard(headway: Headway) -> None:
            self._states = headway.states

        return solution(self._program, self._budget, heard)

    def _mind_work(self) -> None:
        """Take in how far the work is, and tell it from time to time."""
        if self._solving is None or not self._is_solving:
            return
        now = monotonic()
        if self._solving.done():
            self._work = self._done(self._solving)
            self._is_due = self._number > 0
            self._line.send(Working(self._work))
        elif now - self._told_at >= BETWEEN:
            self._told_at = now
            self._work = Work("solving", self._states, int(now - self._begun))
            self._line.send(Working(self._work))

    def _done(self, solving: Future[Solved]) -> Work:
        seconds = int(monotonic() - self._begun)
        try:
            self._solved = solving.result()
        except OverBudgetError as fault:
            return Work("beyond", fault.states, seconds)
        except MemoryError:
            return Work("memory", self._states, seconds)
        except ModuleNotFoundError as fault:
            if (fault.name or "").partition(".")[0] != "numpy":
                raise
            return Work("missing", 0, seconds)
        return Work("solved", self._solved.states, seconds)


def _give_way() -> None:
    """Let everything else go first, and leave Ctrl+C to the program."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows only

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(_NICE)


def _end_with_parent() -> None:
    """End this process when the program has ended, even if it was killed."""
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(0)
