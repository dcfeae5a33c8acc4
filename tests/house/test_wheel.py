"""The wheel is complete: it plays from an empty environment in an empty folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WINDOWS = os.name == "nt"


def run(words: Sequence[str | Path], folder: Path, **environment: str) -> str:
    """Return what a process printed; a status other than 0 fails the test with all that it said."""
    done = subprocess.run(
        [str(word) for word in words],
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    reports = [path.read_text(encoding="utf-8") for path in folder.rglob("crash-*.txt")]
    assert done.returncode == 0, "\n".join((done.stdout, done.stderr, *reports))
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the source distribution, so that both are complete."""
    dist = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", dist, ROOT], ROOT)
    (built,) = dist.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an empty environment with the wheel, a space and an accent in its path."""
    folder = tmp_path_factory.mktemp("installed") / "Crise de Cuba à jouer"
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if WINDOWS else "bin")
    run([programs / "python", "-m", "pip", "install", "--quiet", wheel], folder)
    return programs


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "ein leerer Ordner für später"
    folder.mkdir()
    return folder


def test_the_scenarios_are_listed(installed: Path, empty: Path) -> None:
    listed = json.loads(run([installed / "excomm", "list", "--json"], empty, EXCOMM_HOME=str(empty / "home")))
    shipped = {path.name for path in (ROOT / "scenarios").iterdir() if any(path.glob("*.yaml"))}
    assert {row["id"] for row in listed["scenarios"]} == shipped
    assert [row["id"] for row in listed["scenarios"] if row["errors"]] == []


def test_the_historical_line_is_played_to_its_end(installed: Path, empty: Path) -> None:
    home = {"EXCOMM_HOME": str(empty / "home")}
    told = run([installed / "excomm", "play", "cuba_1962", "--text", "--historical"], empty, **home)
    assert "Ending: The Secret Bargain (secret_bargain)" in told


def test_nothing_is_written_outside_the_places_of_the_user(installed: Path, empty: Path) -> None:
    before = {path for path in installed.parent.rglob("*") if "__pycache__" not in path.parts}
    words = [str(installed / "excomm"), "play", "river_incident", "--text", "--choose", "patrol=call"]
    run(words, empty, EXCOMM_HOME=str(empty / "home"))
    assert {path.name for path in empty.iterdir()} <= {"home"}
    after = {path for path in installed.parent.rglob("*") if "__pycache__" not in path.parts}
    assert after == before


FIRST_FRAME = """
import sys, threading
import pygame
from game.commands.main import main
from game.screen import app

pictures = []
draw_first = app._draw_first

def kept(surface):
    draw_first(surface)
    pictures.append(surface.copy())
    leave = pygame.event.Event(pygame.QUIT)
    threading.Timer(4, pygame.event.post, [leave]).start()

app._draw_first = kept
status = main([])
(picture,) = pictures
colours = {tuple(picture.get_at((x, y)))[:3] for x in range(0, 1280, 2) for y in range(0, 720, 2)}
print(status, app.__file__, picture.get_size(), app._GROUND in colours, app._TYPE in colours)
"""


def test_the_window_draws_its_first_frame_and_leaves(installed: Path, empty: Path) -> None:
    told = run(
        [installed / "python", "-c", FIRST_FRAME],
        empty,
        EXCOMM_HOME=str(empty / "home"),
        PYGAME_HIDE_SUPPORT_PROMPT="1",
        SDL_VIDEODRIVER="dummy",
        SDL_AUDIODRIVER="dummy",
    )
    status, *middle = told.split()
    assert status == "0"
    assert str(installed.parent) in told
    assert middle[-4:] == ["(1280,", "720)", "True", "True"]
