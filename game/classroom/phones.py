"""The page for phones as the program sees it: opened and closed with a key, asked and never waited for."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from game.classroom.booth import BallotPaper
from game.classroom.messages import Counted, Opened, Opening
from game.view.words import Words

NEEDED = ("starlette", "uvicorn", "jinja2")


def is_missing() -> bool:
    """Whether a package that phones need is not installed."""
    return any(find_spec(each) is None for each in NEEDED)


class Phones:
    """A process of its own that serves the page. `notice` takes in what it has told.

    `address` is the whole address of the page once it is there, else empty; `fault` why it is not. `counts`
    are the votes of the ballot that is open.
    """

    def __init__(self, host: str, words: Words, language: str) -> None:
        self.code = f"{secrets.randbelow(10_000):04}"
        self.address = ""
        self.fault = ""
        self.guests = 0
        self.counts: tuple[int, ...] = ()
        self._host = host
        self._paper: BallotPaper | None = None
        context = get_context("spawn")
        self._line: Connection[Any, Any]
        self._line, far = context.Pipe()
        opening = Opening(host, self.code, _phone_words(words), language)
        self._process = context.Process(target=_begin, args=(far, opening), name="excomm phones", daemon=True)
        self._process.start()
        far.close()

    def ask(self, paper: BallotPaper | None) -> None:
        """Let the phones vote on a paper, or with None end the vote."""
        if paper != self._paper:
            self._paper = paper
            self.counts = ()
            with suppress(OSError):  # the process has ended, which `notice` finds
                self._line.send(paper)

    def notice(self) -> None:
        """Take in what has come."""
        try:
            while self._line.poll():
                match self._line.recv():
                    case Opened(port, fault):
                        self.fault = fault
                        self.address = "" if fault else f"{self._host}:{port}"
                    case Counted(number, counts, guests):
                        self.guests = guests
                        is_asked = self._paper is not None and self._paper.number == number
                        self.counts = counts if is_asked else self.counts
        except (EOFError, OSError):
            self.fault = self.fault or "?"

    def close(self) -> None:
        """End the process: nothing answers at the address any more."""
        self._process.kill()
        self._process.join()
        self._line.close()


def modules_of(address: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a picture of an address that cameras read; none without the package for it."""
    if find_spec("segno") is None:
        return ()
    import segno  # noqa: PLC0415 - an extra

    return tuple(
        tuple(bool(module) for module in row) for row in segno.make(address, micro=False, error="m").matrix
    )


def _begin(line: Connection[Any, Any], opening: Opening) -> None:
    """Serve the page, in the process that is for it; the program itself loads nothing of what that needs."""
    from game.classroom.server import serve  # noqa: PLC0415 - heavy, and an extra

    serve(line, opening)


def _phone_words(words: Words) -> Mapping[str, str]:
    return {key: text for key, text in words.items() if key.startswith("phone.")}
