"""Work that the loop does not wait for: done in a thread, and what comes of it taken up on the loop."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from queue import SimpleQueue
from threading import Event, Lock, Thread
from time import monotonic
from typing import Protocol, TypeVar

T = TypeVar("T")
Call = Callable[[], object]


class Errands(Protocol):
    """Where work is sent, and from where its outcome comes back."""

    def send(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        """Have work done, after what was sent before, and its outcome given to `then` by `notice`."""

    def notice(self) -> bool:
        """Take up what has come of the work; return whether anything has. Raises what the work raised."""

    def waited(self) -> float:
        """Return for how many seconds the loop has been without the outcome that it waits for; 0 for none."""

    def wait(self) -> None:
        """Wait until all that was sent is done; its outcomes are still to be taken up."""

    def drop(self) -> None:
        """Take up nothing any more of what was sent."""

    def close(self) -> None:
        """Wait for the work, and take no more."""


class AtOnce:
    """Does all work when it is sent, where nobody looks on meanwhile."""

    def send(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        then(work())

    def notice(self) -> bool:
        return False

    def waited(self) -> float:
        return 0.0

    def wait(self) -> None:
        """Nothing is ever left to be done."""

    def drop(self) -> None:
        """Nothing is ever left to be taken up."""

    def close(self) -> None:
        """Nothing is open."""


labour = Lock()
"""Held by what works beside the loop and is not waited for: two at a time would take twice as much."""


class InTurn:
    """Does one thing after another in a thread of its own, which begins when there is work.

    Where it `is_labour`, nothing else that is works meanwhile.
    """

    def __init__(self, name: str, *, is_labour: bool = False) -> None:
        self._name = name
        self._is_labour = is_labour
        self._line: _Line | None = None

    def send(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        if self._line is None:
            self._line = _Line(self._name, labour if self._is_labour else nullcontext())
        self._line.send(partial(_outcome, work, then))

    def notice(self) -> bool:
        return self._line is not None and self._line.notice()

    def waited(self) -> float:
        since = self._line.since if self._line is not None else None
        return monotonic() - since if since is not None else 0.0

    def wait(self) -> None:
        if self._line is not None:
            self._line.wait()

    def drop(self) -> None:
        if self._line is not None:
            self._line.end()
        self._line = None

    def close(self) -> None:
        self.wait()
        self.drop()


class _Line:
    """A thread with what it has still to do, and what came of what it did.

    `since` is when the outcome began to be waited for that comes next, None where none is.
    """

    def __init__(self, name: str, held: AbstractContextManager[object]) -> None:
        self.since: float | None = None
        self._held = held
        self._due = 0
        self._work: SimpleQueue[Callable[[], Call | None] | None] = SimpleQueue()
        self._done: SimpleQueue[Call] = SimpleQueue()
        Thread(target=self._serve, name=name, daemon=True).start()

    def send(self, work: Callable[[], Call]) -> None:
        self._due += 1
        self.since = self.since or monotonic()
        self._work.put(work)

    def notice(self) -> bool:
        has_news = not self._done.empty()
        while not self._done.empty():
            self._due -= 1
            self.since = monotonic() if self._due else None
            self._done.get()()
        return has_news

    def wait(self) -> None:
        reached = Event()
        self._work.put(reached.set)
        reached.wait()

    def end(self) -> None:
        self._work.put(None)

    def _serve(self) -> None:
        while (work := self._work.get()) is not None:
            with self._held:
                outcome = work()
            if outcome is not None:
                self._done.put(outcome)


def _outcome(work: Callable[[], T], then: Callable[[T], object]) -> Call:
    """Do work; return what is to be called on the loop with what came of it."""
    try:
        outcome = work()
    except Exception as fault:  # noqa: BLE001 - a bug is told where the program runs, not lost in a thread
        return partial(_raise, fault)
    return partial(then, outcome)


def _raise(fault: Exception) -> None:
    raise fault
