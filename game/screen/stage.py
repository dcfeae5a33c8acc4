"""The picture of the window for one size, theme and size of text; another of these is another stage."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

import pygame

from game.frozen import replace
from game.screen.backdrop import Backdrops
from game.screen.canvas import Canvas, Kit
from game.screen.coast import Atlas
from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.mapview import MapMaker
from game.screen.painter import Painter, Shops
from game.screen.paper import Papers
from game.screen.portrait import Portraits
from game.screen.scale import fitted
from game.screen.scene import Piece, Scene
from game.screen.shade import Shadows, ground
from game.screen.stamps import Stamps
from game.screen.theme import THEMES
from game.screen.typeset import Typesetter
from game.screen.vignettes.gallery import Gallery
from game.store.assets import Content, nothing
from game.store.settings import Settings
from game.view.words import Words

VIGNETTE = 0.35
SMALL = 1280  # pixels of width below which text grows
MOST_TEXT = 2.5
PRESENTED = 175  # percent: what can be read in the last row


class Workshop:
    """What stays when the window changes: fonts, coasts, maps, papers, portraits, pictures of scenarios."""

    def __init__(self, assets: Path, content: Content = nothing) -> None:
        self.assets = assets
        atlas = Atlas(assets / "map")
        self.shops = Shops(MapMaker(atlas), Backdrops(atlas), Gallery(content))
        self.shadows = Shadows()
        self.stamps = Stamps()
        self.papers = Papers(assets / "paper.png")
        self.portraits = {flat: Portraits(content, is_mono=flat) for flat in (False, True)}
        self._faces: dict[str, Faces] = {}

    def faces(self, settings: Settings) -> Faces:
        kind = settings.typeface
        return self._faces.setdefault(kind, Faces(self.assets / "fonts", kind))


def text_of(settings: Settings, width: int) -> float:
    """Return the size of text: what the player chose, larger in a small window so that it can be read.

    >>> text_of(Settings(), 1920), text_of(Settings(), 1024), text_of(Settings(text_scale=250), 960)
    (1.0, 1.25, 2.5)
    """
    return min(settings.text_scale / 100 * max(1.0, SMALL / width), MOST_TEXT)


class Stage:
    """Paints scenes onto a surface; before a class with large type."""

    def __init__(
        self,
        surface: pygame.Surface,
        settings: Settings,
        workshop: Workshop,
        words: Words,
        *,
        is_presented: bool = False,
    ) -> None:
        size = surface.get_size()
        theme = THEMES[settings.ground, settings.colours]
        least = PRESENTED if is_presented else 0
        scale = fitted(*size, text_of(replace(settings, text_scale=max(least, settings.text_scale)), size[0]))
        type_ = Typesetter(workshop.faces(settings), scale)
        portraits = workshop.portraits[theme.is_flat]
        kit = Kit(theme, type_, workshop.shadows, workshop.stamps, workshop.papers, portraits)
        self.surface = surface
        self.desk = Desk(type_, theme, words, is_presented, settings.keys)
        self.canvas = Canvas(surface, scale, kit)
        strength = 0.0 if theme.is_flat or theme.is_light else VIGNETTE
        self._painter = Painter(self.canvas, workshop.shops, ground(size, theme.n1, strength))

    @property
    def is_painted(self) -> bool:
        """Whether the surface shows the last scene, as far as its parts are made."""
        return self._painter.is_painted

    @property
    def is_busy(self) -> bool:
        """Whether something is still to be painted or made."""
        return self._painter.is_busy

    def is_unmade(self, piece: Piece) -> bool:
        """Whether a piece takes long to make and is not there yet."""
        return self._painter.is_unmade(piece)

    def paint(self, scene: Scene, moving: Container[str] = ()) -> None:
        """Take a scene to be painted, with the ids of the pieces that move."""
        self._painter.paint(scene, moving)

    def leave(self) -> None:
        """Have the next scene painted whole, unless it lies over the one that is shown."""
        self._painter.leave()

    def forget(self) -> None:
        """Take nothing for drawn: the next scene is painted whole."""
        self._painter.forget()

    def advance(self, milliseconds: float) -> bool:
        """Go on painting and making for some time; return whether the surface shows more than before."""
        return self._painter.advance(milliseconds)
