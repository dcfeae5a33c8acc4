"""Captions of sounds, lower left, with the mark of a wave."""

from __future__ import annotations

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.styles import spoken
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter

SIDE = 22
WAVE = (10, 22, 34, 18, 28, 12)
WAVE_WIDTH = 54
GAP = 18
ALPHA = 217


def caption_size(type_: Typesetter, words: str) -> tuple[float, float]:
    setting = type_.setting(words, spoken(24, STANDARD.n7))
    return 2 * SIDE + WAVE_WIDTH + GAP + setting.wide, max(62.0, setting.rest + 40)


def draw_caption(canvas: Canvas, box: Box, words: str) -> None:
    theme = canvas.theme
    canvas.veil(box, theme.n0, 255 if theme.is_flat else ALPHA)
    canvas.frame(box, theme.n4, 1.5)
    for i, high in enumerate(WAVE):
        canvas.fill(Box(box.x + SIDE + 9 * i, box.middle[1] - high / 2, 5, high), theme.n6)
    setting = canvas.setting(words, spoken(24, theme.n7))
    canvas.place(setting, box.x + SIDE + WAVE_WIDTH + GAP, box.middle[1] - setting.tall / 2)
