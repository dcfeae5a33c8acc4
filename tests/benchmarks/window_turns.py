"""Turns of the window's loop at 1080p, timed: input, motion, and random input; run in a display of its own.

Prints one line of JSON for each kind of turn: milliseconds by the clock.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections.abc import Iterator
from random import Random
from statistics import median, quantiles
from time import perf_counter, sleep, thread_time

os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")  # as in the program

import pygame

from game.screen.collector import spare_the_old
from game.screen.loop import HANDOVER, Loop
from game.screen.prepared import Prepared
from game.screen.screens.title import Title
from game.session.session import started
from game.store.library import volume
from game.store.places import places
from game.store.scenarios import FLAGSHIP, found
from game.store.shelf import Shelf
from game.view.vocabulary import PROGRAM
from tests.screen.test_storms import storm

SIZE = (1920, 1080)
SEED = 1962
TURNS_OF_PLAY = 9
RANDOM_EVENTS = 3000
LONG_GAP = 100.0
LAST_WAIT = 60
LOOKS = (
    *("right", "right", "left", "tab", "tab", "m", "=", "=", "left", "up", "-", "tab", "tab", "escape"),
    *(
        "b",
        "page down",
        "page up",
        "escape",
        "a",
        "down",
        "return",
        "escape",
        "escape",
        "j",
        "down",
        "escape",
    ),
    *("c", "down", "escape", "f2", "down", "down", "escape"),
)
"""What is looked at between two choices."""


class Counting(pygame.Window):
    """A window that counts how often it is shown anew."""

    frames = 0

    def flip(self) -> None:
        super().flip()
        self.frames += 1


class Table:
    """The window with a game in it, and the times of its turns."""

    def __init__(self) -> None:
        pygame.display.init()
        pygame.font.init()
        stored = found(FLAGSHIP, places())
        assert stored is not None
        scenario = volume(stored).scenario
        assert scenario is not None
        self._session = started(scenario, scenario.setup_ids[0], SEED)
        self.window = Counting("turns", SIZE)
        self.loop = Loop(self.window, Prepared(self._session, Shelf(places()), None, PROGRAM))
        self._luck = Random(SEED)
        self.answers: list[float] = []
        self.motions: dict[str, list[float]] = {}
        self.gaps: list[float] = []
        self.works: list[float] = []
        self._sparing = self.loop._sparing()  # as in the program

    def play(self) -> None:
        """Look at everything and choose, turn after turn."""
        self._rest()
        for _ in range(TURNS_OF_PLAY):
            for key in (*LOOKS, "1", "return"):
                self._press(key)
                self._rest()
            for _ in range(LAST_WAIT):
                if type(self.loop.house.top).__name__ in ("Room", "Ending"):
                    break
                self._press("return")
                self._rest()

    def rage(self, count: int) -> None:
        """Take random input, some of it before the last is answered."""
        began, worked = perf_counter(), thread_time()
        for number, event in enumerate(storm(self._luck, count, SIZE)):
            pygame.event.post(event)
            if number % 3 == 0:
                self.loop.turn()
                next(self._sparing, None)
                self.gaps.append(1000 * (perf_counter() - began))
                self.works.append(1000 * (thread_time() - worked))
                began, worked = perf_counter(), thread_time()
                sleep(self.loop.pause)
            if self.loop.house.is_left:
                self.loop.house.is_left = False
                self.loop.house.stack.lay(Title())

    def close(self) -> None:
        self.loop.close()

    def _press(self, key: str) -> None:
        """Press a key at any moment between two turns, and time until another picture is there."""
        before, code = self._picture(), pygame.key.key_code(key)
        waited = self._luck.random() * self.loop.pause
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=code, mod=0, scancode=0, unicode=""))
        pygame.event.post(pygame.Event(pygame.KEYUP, key=code, mod=0, scancode=0))
        sleep(waited)
        taken = 1000 * waited
        for _ in range(LAST_WAIT):
            taken += self._turn()
            if self._picture() != before:
                self.answers.append(taken)
                return
            if not self._is_lively():
                return
            sleep(self.loop.pause)
            taken += 1000 * self.loop.pause

    def _rest(self) -> None:
        """Let everything move and be made, and time what moves: the turns that show it anew."""
        while self._is_lively():
            moving, frames = self._motion(), self.window.frames
            taken = self._turn()
            if moving and self.window.frames > frames:
                self.motions.setdefault(moving, []).append(taken)
            sleep(self.loop.pause)

    def _turn(self) -> float:
        began = perf_counter()
        self.loop.turn()
        next(self._sparing, None)
        return 1000 * (perf_counter() - began)

    def _motion(self) -> str:
        """Return what moves now, if anything does."""
        if self.loop.projector.is_fading:
            return "a fade of the whole screen"
        top = self.loop.house.top
        if top.is_moving:
            return type(top).__name__
        if self.loop.projector.is_painting:
            return ""
        return " and ".join(sorted(id_.partition(" ")[2] for id_ in self.loop.projector.moving))

    def _is_lively(self) -> bool:
        return self.loop.house.top.is_moving or self.loop.projector.is_busy

    def _picture(self) -> int:
        return zlib.adler32(self.window.get_surface().get_buffer().raw)


def figures(table: Table) -> Iterator[dict[str, object]]:
    table.play()
    yield {"kind": "input", **_spread(table.answers)}
    for name, times in table.motions.items():
        yield {"kind": "motion", "of": name, **_spread(times)}
    yield {
        "kind": "motion",
        "of": "",
        **_spread([each for times in table.motions.values() for each in times]),
    }
    table.rage(RANDOM_EVENTS)
    yield {
        "kind": "gap",
        **_spread(table.gaps),
        "most": round(max(table.gaps), 1),
        "work": round(max(table.works), 1),
        "long": sum(each > LONG_GAP for each in table.gaps),
    }


def _spread(times: list[float]) -> dict[str, object]:
    late = quantiles(times, n=100)[94] if len(times) > 1 else times[0]
    return {"median": round(median(times), 2), "p95": round(late, 2), "count": len(times)}


def main() -> None:
    sys.setswitchinterval(HANDOVER)  # as in the program, and so is the next line
    spare_the_old()
    table = Table()
    try:
        for figure in figures(table):
            sys.stdout.write(f"{json.dumps(figure)}\n")
            sys.stdout.flush()
    finally:
        table.close()


if __name__ == "__main__":
    main()
