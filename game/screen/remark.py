"""What is said in passing over a picture: a toast lower right, the caption of a sound lower left."""

from __future__ import annotations

from functools import lru_cache

from game.frozen import NamedTuple
from game.screen.box import Box
from game.screen.clearing import Obstacle, clearest, obstacles
from game.screen.desk import Desk
from game.screen.parts.caption import caption_size
from game.screen.parts.dialog import toast_size
from game.screen.parts.plain import Caption, Toast
from game.screen.scene import Piece, Scene
from game.screen.screens.screen import Screen

SEEN = 2.6  # seconds
FAR = 6.0
"""What each unit costs by which a remark lies away from its corner."""

Screens = tuple[type[Screen], ...]
"""The kinds of screens that lie on each other."""


class Remark(NamedTuple):
    """Words that are seen until a moment, and on no other screens than those on which they were said."""

    words: str = ""
    until: float = 0.0
    on: Screens = ()

    def later(self, said: str, now: float, on: Screens) -> Remark:
        """Return what is to be seen at a moment, after something else was said or nothing."""
        if said:
            return Remark(said, now + SEEN, on)
        return self if now < self.until and on == self.on else SILENCE


SILENCE = Remark()


def toast_piece(desk: Desk, words: str, scene: Scene) -> Piece:
    """Return a toast in its place over a scene."""
    size = toast_size(desk.type, words, desk.box)
    return Piece("toast", _place(desk.box, size, desk.box.right, obstacles(desk, scene)), Toast(words))


def caption_piece(desk: Desk, words: str, scene: Scene) -> Piece:
    """Return the caption of a sound in its place over a scene."""
    size = caption_size(desk.type, words)
    return Piece("caption", _place(desk.box, size, desk.box.x, obstacles(desk, scene)), Caption(words))


@lru_cache(maxsize=16)
def _place(canvas: Box, size: tuple[float, float], side: float, under: tuple[Obstacle, ...]) -> Box:
    """Return where a remark covers least, near to the foot of the canvas at one side."""

    def price(box: Box) -> float:
        across = min(abs(box.x - side), abs(box.right - side))
        return FAR * (across + canvas.bottom - box.bottom)

    return clearest(canvas, (size,), price, under)
