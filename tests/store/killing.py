"""A process that saves is killed again and again: the file is whole, and no more than the last step is lost.

python -m tests.store.killing 200
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import sleep
from typing import NamedTuple

from game.engine.moves import Answer
from game.session.run import Run
from game.store.runs import Autosave, load_run

ROOT = Path(__file__).parents[2]
_MOST = 400
_LONGEST = 0.12


class Death(NamedTuple):
    """How many steps were told to be saved before the process was killed, and how many the file has."""

    told: int
    found: int


def run_of(steps: int) -> Run:
    return Run("river", "0.1.0", None, "standard", 1, choices=(Answer("patrol", "hold"),) * steps)


def save(path: Path) -> None:
    """Save a game that grows, over and over, and tell each step that is saved."""
    autosave = Autosave(path)
    while True:
        for steps in range(1, _MOST):
            autosave.write(run_of(steps))
            os.write(1, f"{steps}\n".encode())


def killed(folder: Path, luck: Random) -> Death:
    """Start a process that saves and kill it at a random moment."""
    path = folder / "game.run.yaml"
    words = [sys.executable, "-m", "tests.store.killing", str(path)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"1\n"
        sleep(luck.random() * _LONGEST)
        process.send_signal(signal.SIGKILL)
        steps = [1, *map(int, process.stdout.read().split())]
    parsed = load_run(path)
    assert parsed.run is not None, parsed.diagnostics
    found = len(parsed.run.choices)
    path.unlink()
    return Death(steps[-1], found)


def deaths(times: int, seed: int) -> list[Death]:
    """Return what was left each time. Raises AssertionError where that is no whole run."""
    luck = Random(seed)
    with TemporaryDirectory() as folder:
        return [killed(Path(folder), luck) for _ in range(times)]


def main() -> None:
    if sys.argv[1].isdigit():
        found = deaths(int(sys.argv[1]), 1)
        lost = [each for each in found if not 0 <= (each.found - each.told) % (_MOST - 1) <= 1]
        steps = sum(each.told for each in found)
        sys.stdout.write(f"killed {len(found)} times after {steps} saves; more than a step lost: {lost}\n")
    else:
        save(Path(sys.argv[1]))


if __name__ == "__main__":
    main()
