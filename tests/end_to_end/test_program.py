"""The packed program, without Python: its first picture, its solver, and its commands.

EXCOMM_PROGRAM names the executable, as `python assets/build/make_program.py FOLDER` prints it.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest

from tests.end_to_end.conftest import Player

INK, AMBER = (240, 235, 221), (232, 174, 66)


@pytest.fixture(scope="module")
def program() -> str:
    found = os.environ.get("EXCOMM_PROGRAM", "")
    if not found and os.environ.get("CI"):
        pytest.fail("EXCOMM_PROGRAM names no packed program")
    if not found:
        pytest.skip("EXCOMM_PROGRAM names no packed program")
    return found


@pytest.fixture
def player(display: str, program: str, tmp_path: Path) -> Iterator[Player]:
    playing = Player(display, tmp_path / "home", (program,))
    yield playing
    playing.close()


def picture(player: Any) -> str:
    """The newest picture that the player kept, as soon as it is whole."""
    found = sorted((player.home / "pictures").glob("*.png"))
    return str(found[-1]) if found and found[-1].read_bytes().endswith(b"IEND\xaeB`\x82") else ""


def share(drawn: pygame.Surface, colour: tuple[int, int, int]) -> float:
    """The share of a picture that has a colour."""
    found = pygame.mask.from_threshold(drawn, colour, (12, 12, 12, 255)).count()
    return found / (drawn.get_width() * drawn.get_height())


def test_the_first_picture_of_the_packed_program_is_the_title(player: Any) -> None:
    player.until(lambda: "there" if player.place() == "Title" else "", "the title")
    player.press("F12")
    drawn = pygame.image.load(player.until(lambda: picture(player), "a picture"))
    assert drawn.get_size() == (1280, 720)
    assert share(drawn.subsurface((40, 80, 600, 160)), INK) > 0.2, "the name of the game"
    assert share(drawn.subsurface((40, 380, 420, 300)), AMBER) > 0.05, "the entry in focus"


def loaded_by_solver(player: Any) -> str:
    """What the process that works out odds has loaded: numpy as soon as it is at work."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_text(encoding="utf-8").split("\0")
            parent = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1]
            if parent == str(player.process.pid) and "--multiprocessing-fork" in words:
                maps = (folder / "maps").read_text(encoding="utf-8")
                return "numpy" if "_multiarray_umath" in maps else ""
        except OSError:  # ended meanwhile
            continue
    return ""


def test_the_packed_program_works_out_odds_in_a_process_of_its_own(player: Any) -> None:
    player.until(lambda: "there" if player.place() == "Title" else "", "the title")
    player.press("Return")
    player.until(lambda: "there" if player.place() == "Opening" else "", "the opening")
    player.until(lambda: loaded_by_solver(player), "a solver at work")


def test_the_packed_program_has_the_commands_and_the_shipped_scenarios(program: str, tmp_path: Path) -> None:
    surroundings = {**os.environ, "EXCOMM_HOME": str(tmp_path)}
    for words in (["check", "cuba_1962"], ["list", "--json"], ["odds", "river_incident"]):
        done = subprocess.run([program, *words], env=surroundings, capture_output=True, text=True, check=True)
        assert done.stdout
