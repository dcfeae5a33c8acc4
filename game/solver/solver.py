"""The odds of the game that is played, asked of a process that works them out meanwhile."""

from __future__ import annotations

import signal
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, assert_never

from game.analysis.account import Reckoning
from game.analysis.odds import BUDGET
from game.scenario.model import Scenario
from game.session.session import Session
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
    shared_length,
    stretches,
)
from game.view.likelihood import Odds, Work

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess


class Solver:
    """Asks a process of its own, and never waits for it.

    `odds` are what is known where the game stands. `is_answered` says that an answer has come since
    it was asked for, or that none will.

    A thread begins the process and writes to it; `notice` reads what has come.
    """

    def __init__(self, scenario: Scenario, setup: str, budget: int = BUDGET) -> None:
        self.odds = Odds({}, {}, Work("solving"))
        self.is_answered = False
        self.reckoning: Reckoning | None = None
        self.is_reckoned = False
        self._game: Stretches = ()
        self._number = 0
        self._questions: SimpleQueue[Question | None] = SimpleQueue()
        self._questions.put(Begin(scenario, setup, budget))
        self._process: BaseProcess | None = None
        self._line: Connection[Question, Reply] | None = None
        self._has_failed = self._is_closed = False
        self._thread = Thread(target=self._talk, name="solver", daemon=True)
        self._thread.start()

    def solve(self) -> None:
        """Let the odds be worked out."""
        self._questions.put(Solve())

    def ask(self, session: Session) -> None:
        """Ask for the odds where a game stands; nothing is known of them until `notice` says so."""
        game = stretches(session)
        shared = shared_length(self._game, game)
        self._number += 1
        self._questions.put(Ask(self._number, shared, game[shared:]))
        self._game = game
        self.odds = Odds({}, {}, self.odds.work)
        self.is_answered = self.odds.work.stage == "stopped"
        self.reckoning, self.is_reckoned = None, self.is_answered

    def reckon(self, session: Session) -> None:
        """Ask what there is to say of a game that is over; `is_reckoned` once that is known.

        `reckoning` is None then if nothing can be said.
        """
        self.solve()
        self.ask(session)
        self._questions.put(Reckon(self._number))

    def notice(self) -> bool:
        """Take in what has come; return whether `odds` or `reckoning` are others now."""
        before, was_reckoned = self.odds, self.is_reckoned
        try:
            while self._line is not None and self._line.poll():
                self._hear(self._line.recv())
        except (EOFError, OSError):
            self._stop()
        if self._has_failed and not self.is_answered:
            self._stop()
        return self.odds is not before or self.is_reckoned != was_reckoned

    def close(self) -> None:
        """End the process and what it was doing."""
        self._is_closed = True
        self._questions.put(None)
        if self._process is not None:
            self._process.kill()  # so that the thread does not wait for it to read
        self._thread.join()
        if self._process is not None:
            self._process.kill()
            self._process.join()

    def _hear(self, reply: Reply) -> None:
        match reply:
            case Known(number, odds):
                if number == self._number:
                    self.odds, self.is_answered = odds, True
            case Working(work):
                if work.stage == "solving" or not self._number:  # else the end comes with the answer
                    self.odds = self.odds._replace(work=work)
            case Reckoned(number, reckoning):
                if number == self._number:
                    self.reckoning, self.is_reckoned = reckoning, True
            case _:
                assert_never(reply)

    def _stop(self) -> None:
        """Take it that nothing more will come; what is known stays."""
        if self.odds.work.stage == "solving":
            self.odds = self.odds._replace(work=Work("stopped"))
        self.is_answered = True
        self.is_reckoned = True
        self._line = None

    # In the thread

    def _talk(self) -> None:
        """Begin the process and send it what is asked, until there is nothing more to ask."""
        try:
            process, line = _begun()
        except OSError:
            self._has_failed = True
            return
        self._process, self._line = process, line
        with suppress(OSError):  # the process has ended, which `notice` finds
            while not self._is_closed and (question := self._questions.get()) is not None:
                line.send(question)


def _begun() -> tuple[BaseProcess, Connection[Question, Reply]]:
    """Begin a process with a line to it. Ctrl+C is not for it."""
    from multiprocessing import get_context  # noqa: PLC0415 - heavy, and nobody waits for this thread

    from game.solver.worker import serve  # noqa: PLC0415 - as above

    if hasattr(signal, "pthread_sigmask"):  # of this thread, and so of the process
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    context = get_context("spawn")
    line, far = context.Pipe()
    process = context.Process(target=serve, args=(far,), name="excomm solver", daemon=True)
    process.start()
    far.close()
    return process, line
