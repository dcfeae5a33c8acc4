"""An X display of its own without a screen, and the program in it with hands on its keys."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.home import at_home
from tests.benchmarks.peers import AbsentError
from tests.samples.display import fresh_display, missing_tools

ROOT = Path(__file__).parents[2]
LONGEST = 60.0
_MEGABYTE = 1024
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@contextmanager
def display(width: int, height: int) -> Iterator[str]:
    """Give the name of a fresh display. Raises AbsentError where a tool for it is not installed."""
    if missing := missing_tools():
        raise AbsentError(f"{', '.join(missing)} not installed")
    with fresh_display(width, height) as name:
        yield name


def environment(name: str, home: Path) -> dict[str, str]:
    """Return the environment of processes on a display, with a home for the program's files."""
    return {
        **at_home(home),
        "DISPLAY": name,
        "SDL_VIDEODRIVER": "x11",
        "PYTHONPATH": str(ROOT),
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    }


class Program:
    """The unchanged program in a window, seen from outside."""

    def __init__(self, words: tuple[str, ...], environment: dict[str, str]) -> None:
        self._environment = environment
        self._process = subprocess.Popen(
            (sys.executable, str(ROOT / "main.py"), *words), env=environment, stdin=subprocess.DEVNULL
        )
        self._window = ""

    def close(self) -> None:
        self._process.kill()
        self._process.wait()

    def come_to(self, place: str, key: str) -> None:
        """Press a key again and again until the window says that the player is at a place."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            title = self._title()
            if title.endswith(place):
                return
            if title:
                self.press(key)
            time.sleep(0.3)
        raise TimeoutError(f"{place} did not come within {LONGEST:g} seconds")

    def press(self, key: str) -> None:
        self._run("xdotool", "windowfocus", self._window)
        self._run("xdotool", "key", "--window", self._window, key)

    def worked(self) -> float:
        """Return the seconds of the processor that the process of the window has taken."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    @property
    def megabytes(self) -> float:
        return megabytes(self._process.pid)

    @property
    def children(self) -> list[int]:
        """The processes that the program has begun."""
        threads = Path(f"/proc/{self._process.pid}/task").iterdir()
        return [int(pid) for thread in threads for pid in (thread / "children").read_text().split()]

    def _title(self) -> str:
        """Return the title of the window, empty where there is none yet."""
        said = self._run("xwininfo", "-root", "-tree")
        line = next((line for line in said.splitlines() if '"ExComm' in line), "")
        self._window = line.split()[0] if line else ""
        return line.partition('"')[2].partition('"')[0]

    def _run(self, *words: str) -> str:
        return subprocess.run(
            words, env=self._environment, capture_output=True, text=True, check=False
        ).stdout


def megabytes(pid: int | str) -> float:
    """Return the memory that a process holds now, shared libraries among it."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / _MEGABYTE
    return 0.0
