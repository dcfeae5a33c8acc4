"""Random keys, mouse, sizes, themes and sizes of text, by the thousand: no exception, and nothing grows.

A longer storm runs by itself: `python tests/screen/test_storms.py 20000`.
"""

from __future__ import annotations

import os
import random
import resource
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame
import pytest

from game.screen.loop import Loop
from game.screen.prepared import Prepared
from game.screen.screens.title import Title
from game.store.places import places
from game.store.settings import Settings
from game.store.shelf import Shelf
from game.view.vocabulary import PROGRAM
from tests.screen.unasked import leave_odds

KEYS = (
    *(pygame.K_TAB, pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_BACKSPACE),
    *(pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_PAGEUP, pygame.K_PAGEDOWN),
    *(pygame.K_HOME, pygame.K_END, pygame.K_PLUS, pygame.K_MINUS),
    *(pygame.K_F1, pygame.K_F2, pygame.K_F5, pygame.K_F9, pygame.K_F10),
    *(ord(letter) for letter in "abcdefghijklmnopqrstuvwxyz123456789"),
)
LIKELY = (pygame.K_RETURN, pygame.K_TAB, pygame.K_DOWN, pygame.K_SPACE)
SIZES = ((960, 540), (1024, 768), (1280, 720), (1366, 768), (1720, 720), (800, 600))
MODIFIERS = (0, 0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL, pygame.KMOD_ALT)
EVENTS = 600


def storm(luck: random.Random, count: int, size: tuple[int, int]) -> Iterator[pygame.Event]:
    """Yield random input."""
    for _ in range(count):
        point = (luck.randrange(size[0]), luck.randrange(size[1]))
        kind = luck.random()
        if kind < 0.7:
            key = luck.choice(LIKELY) if luck.random() < 0.5 else luck.choice(KEYS)
            held = luck.choice(MODIFIERS)
            if held & pygame.KMOD_CTRL and key == pygame.K_q:
                continue
            yield pygame.Event(pygame.KEYDOWN, key=key, mod=held, scancode=0, unicode="")
        elif kind < 0.85:
            yield pygame.Event(pygame.MOUSEBUTTONDOWN, button=luck.choice((1, 1, 1, 3)), pos=point)
        elif kind < 0.95:
            buttons = (int(luck.random() < 0.3), 0, 0)
            yield pygame.Event(pygame.MOUSEMOTION, pos=point, rel=(3, -2), buttons=buttons)
        else:
            yield pygame.Event(pygame.MOUSEWHEEL, x=0, y=luck.choice((-1, 1)))


class Weather:
    """A window in a storm."""

    def __init__(self, seed: int) -> None:
        self.luck = random.Random(seed)
        pygame.display.init()
        pygame.font.init()
        self.window = pygame.Window("storm", (1280, 720))
        shelf = Shelf(places())
        self.loop = Loop(self.window, Prepared(None, shelf, None, PROGRAM))
        leave_odds(self.loop)

    def rage(self, count: int) -> None:
        for number, event in enumerate(storm(self.luck, count, self.window.size)):
            pygame.event.post(event)
            if number % 5 == 0:
                self.loop.turn()
                while not self.loop.pause:  # all of it is taken, and seen
                    self.loop.turn()
            if number % 150 == 0:
                self._change()
            if self.loop.house.is_left:
                self.loop.house.is_left = False
                self.loop.house.stack.lay(Title())

    def _change(self) -> None:
        """Another size of the window, another theme, another size of text."""
        self.window.size = self.luck.choice(SIZES)
        pygame.event.post(pygame.Event(pygame.WINDOWSIZECHANGED, x=0, y=0, window=self.window))
        settings = Settings(
            text_scale=self.luck.randrange(100, 251, 25),
            ground=self.luck.choice(("standard", "high_contrast", "paper")),
            colours=self.luck.choice(("standard", "colour_blind_safe")),
            reduced_motion=self.luck.random() < 0.5,
        )
        self.loop.house.adopt(replace(settings, keys=self.loop.house.settings.keys))

    def close(self) -> None:
        self.loop.close()
        self.window.destroy()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    return tmp_path


def test_random_input_of_every_kind_finds_no_exception(home: Path) -> None:
    weather = Weather(seed=11)
    try:
        weather.rage(EVENTS)
    finally:
        weather.close()
    assert home.exists()


def main() -> None:
    """Rage as long as the command line says, and print how memory goes."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with TemporaryDirectory() as home:
        os.environ["EXCOMM_HOME"] = home
        weather = Weather(seed=int(sys.argv[2]) if len(sys.argv) > 2 else 1)
        for part in range(10):
            weather.rage(count // 10)
            held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            sys.stdout.write(f"{(part + 1) * count // 10} events, {held} MB at most\n")
            sys.stdout.flush()
        weather.close()


if __name__ == "__main__":
    main()
