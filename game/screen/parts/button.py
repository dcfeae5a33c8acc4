"""Wide buttons in a column: menu entries and answers, each with its number or without."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.styles import heading, number, prose
from game.screen.theme import STANDARD
from game.screen.typeset import Align, Typesetter

HIGH = 54
BADGE = 34
SIDE = 10


class Button(Frozen):
    """A button; `about` stands at its right end."""

    words: str
    key: str = ""
    about: str = ""
    has_focus: bool = False
    is_disabled: bool = False


def button_width(type_: Typesetter, button: Button) -> float:
    """Return the width in which the words of a button stand on one line."""
    return type_.width(button.words, heading(27, STANDARD.n7)) + _before(type_, button) + 2 * SIDE


def button_height(type_: Typesetter, button: Button, width: float) -> float:
    setting = type_.setting(button.words, heading(27, STANDARD.n7), width - _before(type_, button) - 2 * SIDE)
    return max(HIGH * type_.scale.text, setting.rest + 28)


def draw_button(canvas: Canvas, box: Box, button: Button) -> None:
    theme = canvas.theme
    ink = theme.n5 if button.is_disabled else theme.n7
    if button.has_focus:
        canvas.fill(box.grown(4), theme.amber)
    canvas.fill(box, theme.n3 if button.has_focus else theme.n2)
    if not button.has_focus:
        canvas.frame(box, theme.n4, 2)
    if button.key:
        side = BADGE * canvas.scale.text
        place = Box(box.x + SIDE, box.middle[1] - side / 2, side, side)
        canvas.fill(place, theme.amber if button.has_focus else theme.badge)
        digit = theme.n0 if button.has_focus else theme.n7
        key = canvas.setting(button.key, number(26, digit, Align.CENTRE))
        canvas.place(key, place.middle[0], place.middle[1] - key.tall / 2)
    before = _before(canvas.kit.type, button)
    words = canvas.setting(button.words, heading(27, ink), box.width - before - 2 * SIDE)
    canvas.place(words, box.x + before, box.middle[1] - words.tall / 2)
    about = canvas.setting(button.about, prose(22, theme.n6, Align.RIGHT))
    canvas.place(about, box.right - 2 * SIDE, box.middle[1] - about.tall / 2)


def _before(type_: Typesetter, button: Button) -> float:
    return (BADGE * type_.scale.text + 2 * SIDE + 8) if button.key else 2.0 * SIDE
