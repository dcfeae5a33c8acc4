"""Chips: a word on a band of colour."""

from __future__ import annotations

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.parts.tone import Tone, tone_colour
from game.screen.styles import heading
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter

SIDE = 11
HIGH = 1.55


def chip_size(type_: Typesetter, words: str, size: float = 20) -> tuple[float, float]:
    """Return width and height of a chip."""
    wide = type_.width(words, heading(size, STANDARD.n0)._replace(track=0.03))
    return wide + 2 * SIDE, size * HIGH * type_.scale.text


def draw_chip(canvas: Canvas, at: tuple[float, float], words: str, tone: Tone, size: float = 20) -> Box:
    """Draw a chip with its corner at a place; return its box."""
    width, height = chip_size(canvas.kit.type, words, size)
    box = Box(*at, width, height)
    canvas.fill(box, tone_colour(canvas.theme, tone))
    setting = canvas.setting(words, heading(size, canvas.theme.n0)._replace(track=0.03))
    canvas.place(setting, box.x + SIDE, box.y + (height - setting.tall) / 2)
    return box
