from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.screen import theme as tokens
from game.screen.colour import contrast, parsed
from game.screen.theme import HIGH_CONTRAST, LARGE_TEXT, SMALL_TEXT, THEMES, Theme

ROOM = Path(tokens.__file__).parent
PLACES_OF_HEX = {"theme.py", "portrait_paper.py", "colour.py"}


@pytest.mark.parametrize("name", THEMES, ids=str)
@pytest.mark.parametrize(("text", "ground"), SMALL_TEXT)
def test_small_text_stands_off_its_ground(name: tuple[str, str], text: str, ground: str) -> None:
    theme: Theme = THEMES[name]  # type: ignore[index]
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES, ids=str)
@pytest.mark.parametrize(("text", "ground"), LARGE_TEXT)
def test_large_text_stands_off_its_ground(name: tuple[str, str], text: str, ground: str) -> None:
    theme: Theme = THEMES[name]  # type: ignore[index]
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 3.0


@pytest.mark.parametrize("signal", ["red", "amber", "blue", "green"])
def test_signals_of_high_contrast_are_strong_on_black(signal: str) -> None:
    assert round(contrast(getattr(HIGH_CONTRAST, signal), HIGH_CONTRAST.n0), 1) >= 7.5


def test_no_colour_is_named_by_its_code_outside_the_themes() -> None:
    codes = re.compile(r"#[0-9A-Fa-f]{6}\b")
    found = [path.name for path in ROOM.rglob("*.py") if codes.search(path.read_text(encoding="utf-8"))]
    assert set(found) <= PLACES_OF_HEX


def test_the_contrast_of_black_on_white_is_the_greatest_there_is() -> None:
    assert contrast(parsed("#000000"), parsed("#FFFFFF")) == pytest.approx(21)
