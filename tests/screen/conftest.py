"""What the tests of the window share: no real window, and a canvas of any size."""

from __future__ import annotations

import os
from collections.abc import Callable, Container
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame
import pytest

from game.screen.canvas import Canvas, Kit
from game.screen.coast import Atlas
from game.screen.fonts import Faces
from game.screen.painter import Painter
from game.screen.paper import Papers
from game.screen.portrait import Portraits
from game.screen.scale import fitted
from game.screen.scene import Scene
from game.screen.shade import Shadows
from game.screen.stamps import Stamps
from game.screen.theme import STANDARD, Theme
from game.screen.typeset import Typesetter

ASSETS = Path(__file__).parents[2] / "assets"
MakeCanvas = Callable[..., Canvas]


@pytest.fixture(scope="session", autouse=True)
def _fonts() -> None:
    pygame.font.init()


@pytest.fixture(scope="session")
def faces(_fonts: None) -> Faces:
    return Faces(ASSETS / "fonts")


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return Atlas(ASSETS / "map")


@pytest.fixture
def canvas(faces: Faces) -> MakeCanvas:
    """A maker of canvases: width and height in pixels, text scale, theme."""

    def make(width: int = 1280, height: int = 720, text: float = 1.0, theme: Theme = STANDARD) -> Canvas:
        scale = fitted(width, height, text)
        kit = Kit(
            theme=theme,
            type=Typesetter(faces, scale),
            shadows=Shadows(),
            stamps=Stamps(),
            papers=Papers(ASSETS / "paper.png"),
            portraits=Portraits(is_mono=theme.is_flat),
        )
        return Canvas(pygame.Surface((width, height)), scale, kit)

    return make


def painted(brush: Painter, scene: Scene, moving: Container[str] = ()) -> None:
    """Have a scene painted, and all that takes long made."""
    brush.paint(scene, moving)
    while brush.is_busy:
        brush.advance(100)
