"""The paper, the icon and the sounds are whole and of the agreed form."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pygame
import pytest

ASSETS = Path(__file__).parents[2] / "assets"
EFFECTS = {
    *(
        "tty_key1",
        "tty_key2",
        "tty_key3",
        "tty_return",
        "tty_bell",
        "telephone",
        "shutter",
        "clock",
        "static",
    ),
    *("drone", "siren", "stamp", "paper"),
}
CUES = {
    *("telephone", "teletype", "radio", "radar", "jet", "ship_horn", "sonar", "crowd", "typewriter", "siren"),
    "silence",
}
SOUNDS = sorted(EFFECTS | CUES)

# Run apart, since the sound device of pygame is one for the whole process.
LENGTHS = """
import sys, pygame.mixer
pygame.mixer.init(22050, -16, 1)
for path in sys.argv[1:]:
    sound = pygame.mixer.Sound(path)
    samples = memoryview(sound.get_raw()).cast("h")
    print(sound.get_length(), max(samples), min(samples))
"""


def greys(picture: pygame.Surface) -> list[list[int]]:
    return [[picture.get_at((x, y))[0] for x in range(256)] for y in range(256)]


def test_paper_is_a_light_grey_tile_below_forty_kilobytes() -> None:
    path = ASSETS / "paper.png"
    picture = pygame.image.load(path)
    values = [grey for row in greys(picture) for grey in row]
    assert picture.get_size() == (256, 256)
    assert path.stat().st_size < 40_000
    assert min(values) >= 225
    assert 240 <= sum(values) / len(values) <= 252


def test_paper_repeats_without_a_seam() -> None:
    """Across the seam, neighbours differ no more than neighbours within the tile do."""
    rows = greys(pygame.image.load(ASSETS / "paper.png"))
    columns = [list(column) for column in zip(*rows, strict=True)]
    for lines in (rows, columns):
        steps = [
            sum(abs(a - b) for a, b in zip(lines[place - 1], lines[place], strict=True))
            for place in range(256)
        ]
        assert steps[0] <= max(steps[1:])


def test_the_icon_is_a_square_picture_with_cuba_light_on_it() -> None:
    picture = pygame.image.load(ASSETS / "icon.png")
    assert picture.get_size() == (256, 256)
    assert tuple(picture.get_at((128, 111)))[:3] == (0xF0, 0xEB, 0xDD)


def test_there_is_a_sound_for_every_effect_and_cue() -> None:
    assert sorted(path.stem for path in (ASSETS / "sounds").iterdir()) == SOUNDS


def test_all_sounds_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in (ASSETS / "sounds").iterdir()) < 250_000


@pytest.fixture(scope="module")
def measured() -> dict[str, tuple[float, int, int]]:
    """The length in seconds and the highest and lowest sample of each sound."""
    paths = [str(ASSETS / "sounds" / f"{name}.ogg") for name in SOUNDS]
    environment = {"SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    command = [sys.executable, "-c", LENGTHS, *paths]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    lines = [line.split() for line in run.stdout.splitlines()]
    values = [(float(length), int(high), int(low)) for length, high, low in lines]
    return dict(zip(SOUNDS, values, strict=True))


@pytest.mark.parametrize("name", SOUNDS)
def test_no_sound_clips(name: str, measured: dict[str, tuple[float, int, int]]) -> None:
    _, high, low = measured[name]
    assert -32000 < low <= high < 32000


@pytest.mark.parametrize("name", SOUNDS)
def test_only_silence_is_silent(name: str, measured: dict[str, tuple[float, int, int]]) -> None:
    assert (measured[name][1] > 5000) == (name != "silence")


@pytest.mark.parametrize(
    ("name", "seconds"), [("drone", 8.0), ("siren", 6.0), ("tty_key1", 0.06), ("telephone", 1.9)]
)
def test_a_sound_lasts_as_long_as_it_should(
    name: str, seconds: float, measured: dict[str, tuple[float, int, int]]
) -> None:
    assert measured[name][0] == pytest.approx(seconds, abs=0.02)
