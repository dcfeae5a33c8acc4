"""The band in which somebody speaks, with a pointer to the speaker."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.colour import Colour, mixed
from game.screen.styles import prose, spoken
from game.screen.theme import STANDARD, Theme
from game.screen.typeset import Align, Setting, Typesetter
from game.screen.vector import Pen

SIDE = 18
ABOVE = 16
LEAST = 52
POINTER = 14


class Speech(Frozen):
    """What is said; `place` counts the speakers, `pointer` is the logical x of the speaker or None."""

    words: str
    place: str = ""
    pointer: float | None = None


def speech_height(type_: Typesetter, speech: Speech, width: float) -> float:
    words, _ = _settings(type_, STANDARD, speech, width)
    return max(LEAST * type_.scale.text, words.tall + 2 * ABOVE)


def draw_speech(canvas: Canvas, box: Box, speech: Speech) -> None:
    theme = canvas.theme
    canvas.fill(box, theme.n7)
    if speech.pointer is not None:
        tip = Box(speech.pointer - POINTER, box.y - POINTER, 2 * POINTER, POINTER + 1)
        canvas.stamp(tip, theme.n1, _draw_pointer, theme.n7)
    words, place = _settings(canvas.kit.type, theme, speech, box.width)
    canvas.place(words, box.x + SIDE, box.y + (box.height - words.tall) / 2)
    canvas.place(place, box.right - SIDE, box.y + (box.height - place.tall) / 2)


def _draw_pointer(pen: Pen, box: Box, colour: Colour) -> None:
    pen.polygon(((box.x, box.bottom), (box.middle[0], box.y), (box.right, box.bottom)), colour)


def _settings(type_: Typesetter, theme: Theme, speech: Speech, width: float) -> tuple[Setting, Setting]:
    second = mixed(theme.n0, theme.n7, 0.25)
    place = type_.setting(speech.place, prose(20, second, Align.RIGHT))
    room = width - 2 * SIDE - (place.wide + 24 if speech.place else 0)
    return type_.setting(speech.words, spoken(24, theme.n0), room), place
