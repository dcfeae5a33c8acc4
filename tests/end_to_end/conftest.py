"""A screen of its own for the program, and hands for its keys and mouse."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.samples.display import fresh_display, missing_tools

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, str(ROOT / "main.py"))
LONGEST = 40.0
SIZE = (1280, 720)


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """The name of a fresh X display; without Xvfb and xdotool these tests fail and say so."""
    if missing := missing_tools():
        pytest.fail(f"the end-to-end tests need {', '.join(missing)}")
    with fresh_display(1920, 1080) as name:
        yield name


class Player:
    """The program in a window, with hands on its keys and mouse, and an eye on the file of its last game."""

    def __init__(self, display: str, home: Path, program: tuple[str, ...] = PROGRAM) -> None:
        self.home = home
        self._environment = {
            **os.environ,
            "DISPLAY": display,
            "SDL_VIDEODRIVER": "x11",
            "EXCOMM_HOME": str(home),
            "EXCOMM_DEBUG": "1",
            "PYTHONPATH": str(ROOT),
        }
        self.process = subprocess.Popen(program, env=self._environment, stdin=subprocess.DEVNULL)
        self.window = self.until(self._window, "the window")
        self._tool("windowfocus", self.window)

    def press(self, *keys: str) -> None:
        for key in keys:
            self._tool("key", "--window", self.window, key)
            time.sleep(0.05)

    def click(self, x: float, y: float) -> None:
        """Click at a point of a window of 1280 x 720."""
        self._tool("mousemove", "--window", self.window, str(round(x)), str(round(y)), "click", "1")
        time.sleep(0.05)

    def until(self, look: Callable[[], str], what: str) -> str:
        """Look again and again until something is seen."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            seen = look()
            if seen:
                return seen
            time.sleep(0.1)
        self.close()
        pytest.fail(f"{what} did not come within {LONGEST:g} seconds")

    def game(self) -> str:
        """The newest automatic save."""
        saves = sorted(
            (self.home / "runs" / "autosave").glob("*.run.yaml"), key=lambda path: path.stat().st_mtime
        )
        return saves[-1].read_text(encoding="utf-8") if saves else ""

    def place(self) -> str:
        """Where the player is, by the title of the window."""
        return self._run("xdotool", "getwindowname", self.window).strip().partition(": ")[2]

    def go(self, place: str, act: Callable[[], object]) -> None:
        """Do something again and again until the player is at a place."""

        def tried() -> str:
            if self.place() != place:
                act()
                time.sleep(0.35)
            return "there" if self.place() == place else ""

        self.until(tried, place)

    def wheel(self, notches: int) -> None:
        for _ in range(notches):
            self._tool("mousemove", "--window", self.window, "640", "140", "click", "5")

    def click_right(self) -> None:
        self._tool("mousemove", "--window", self.window, "640", "20", "click", "3")

    def ended(self) -> int:
        return self.process.wait(timeout=LONGEST)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def _window(self) -> str:
        said = self._run("xwininfo", "-root", "-tree")
        line = next((line for line in said.splitlines() if '"ExComm' in line and "1280x720" in line), "")
        return line.split()[0] if line else ""

    def _tool(self, *words: str) -> None:
        self._run("xdotool", *words)

    def _run(self, *words: str) -> str:
        done = subprocess.run(words, env=self._environment, capture_output=True, text=True, check=True)
        return done.stdout


@pytest.fixture
def player(display: str, tmp_path: Path) -> Iterator[Player]:
    playing = Player(display, tmp_path / "home of a player")
    yield playing
    playing.close()
