"""Random games played again: the same in this process, under another hash seed, and in another Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.session.endurance import NAMES, digest

ROOT = Path(__file__).parents[2]
FEW = ("river_incident", "berlin_1961")
GAMES = 24


def test_hundreds_of_random_games_are_played_again_byte_for_byte() -> None:
    assert len(digest(NAMES, 200)) == 64


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_another_hash_seed_changes_nothing(seed: str) -> None:
    words = [sys.executable, "-m", "tests.session.endurance", str(GAMES), *FEW]
    done = subprocess.run(
        words,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split()[-1] == digest(FEW, GAMES)


def test_another_python_changes_nothing() -> None:
    above = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    pyodide = above / "excomm-pyodide" / "node_modules" / "pyodide"
    node = shutil.which("node")
    if node is None or not (pyodide / "pyodide.mjs").is_file():
        sentence = f"Pyodide is not installed: `npm install --prefix {pyodide.parents[1]} pyodide` brings it"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(sentence)
    assert node is not None
    driver = Path(__file__).with_name("pyodide.mjs")
    words = [node, driver, pyodide, ROOT, Path(yaml.__file__).parent, GAMES, *FEW]
    done = subprocess.run([str(each) for each in words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.split()[-1] == digest(FEW, GAMES)
