from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.screen import theme as tokens
from game.screen.colour import contrast, parsed
from game.screen.theme import HIGH_CONTRAST, THEMES, Theme

ROOM = Path(tokens.__file__).parent
LEAST_OF_A_MARK = 3.0  # against the edge of n0 that a mark on the map has, wherever it stands
PLACES_OF_HEX = {"theme.py", "portrait_paper.py", "colour.py"}


@pytest.mark.parametrize("signal", ["red", "amber", "blue", "green"])
def test_signals_of_high_contrast_are_strong_on_black(signal: str) -> None:
    assert round(contrast(getattr(HIGH_CONTRAST, signal), HIGH_CONTRAST.n0), 1) >= 7.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=map("-".join, THEMES))
def test_marks_bars_and_frames_stand_off_every_ground_of_the_night(theme: Theme) -> None:
    signals = {name: getattr(theme, name) for name in ("red", "amber", "blue", "green", "n5", "n7")}
    grounds = {name: getattr(theme, name) for name in ("n0", "n1", "n2", "n3", "sea")}
    poor = {
        (signal, ground): round(contrast(colour, below), 2)
        for signal, colour in signals.items()
        for ground, below in grounds.items()
        if contrast(colour, below) < LEAST_OF_A_MARK
    }
    assert poor == {}


def test_no_colour_is_named_by_its_code_outside_the_themes() -> None:
    codes = re.compile(r"#[0-9A-Fa-f]{6}\b")
    found = [path.name for path in ROOM.rglob("*.py") if codes.search(path.read_text(encoding="utf-8"))]
    assert set(found) <= PLACES_OF_HEX


def test_the_contrast_of_black_on_white_is_the_greatest_there_is() -> None:
    assert contrast(parsed("#000000"), parsed("#FFFFFF")) == pytest.approx(21)
