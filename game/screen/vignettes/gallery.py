"""Every picture by its word, kept at the sizes in which it was cut."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pygame

from game.screen.box import Box
from game.screen.cache import Cache, surface_bytes
from game.screen.canvas import Canvas
from game.screen.photograph import filling, photographed
from game.screen.theme import Theme
from game.screen.vignettes import places, rooms
from game.screen.vignettes.scissors import Scissors
from game.store.assets import Content, nothing

BYTES = 16_000_000
PICTURES: Mapping[str, Callable[[Scissors], None]] = {
    each.__name__: each
    for each in (
        *(rooms.cabinet_room, rooms.oval_office, rooms.television, rooms.newspaper, rooms.photo_analyst),
        *(rooms.un_council, places.kremlin, places.u2, places.destroyer, places.submarine),
        *(places.missile_site, places.embassy, places.night_city),
    )
}


class Gallery:
    """Cuts pictures, or reads them from the files that scenarios bring, and keeps them."""

    def __init__(self, content: Content = nothing) -> None:
        self._content = content
        self._cut: Cache[tuple[str, tuple[int, int], Theme], pygame.Surface] = Cache(BYTES, surface_bytes)

    def draw(self, canvas: Canvas, box: Box, name: str) -> None:
        """Draw a picture so that it fills the box."""
        rect = canvas.scale.rect(box)
        key = (name, rect[2:], canvas.theme)
        canvas.paste(self._cut.get(key, lambda: self._made(canvas, box, name)), box.x, box.y)

    def _made(self, canvas: Canvas, box: Box, name: str) -> pygame.Surface:
        if name in PICTURES:
            return _drawn(canvas, box, name)
        layer = canvas.layer(box)
        layer.fill(box, canvas.theme.n3)
        photograph = photographed(self._content, name)
        if photograph is not None:
            layer.surface.blit(filling(photograph, layer.surface.get_size()), (0, 0))
        return layer.surface


def _drawn(canvas: Canvas, box: Box, name: str) -> pygame.Surface:
    layer = canvas.layer(box)
    with layer.pen(box, 2) as pen:
        PICTURES[name](Scissors(pen, box, canvas.theme))
    return layer.surface
