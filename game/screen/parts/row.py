"""Rows of a list: what it is, a word about it, and at the right a value or a control."""

from __future__ import annotations

from game.frozen import Frozen, replace
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.fonts import Cut
from game.screen.parts.controls import Control, control_height, control_width, draw_control
from game.screen.styles import prose
from game.screen.theme import STANDARD, Theme
from game.screen.typeset import Align, Setting, Typesetter

SIDE = 20
ABOVE = 18
BETWEEN = 7


class Row(Frozen):
    """A row; a disabled one says in `about` why it is so."""

    label: str
    about: str = ""
    value: str = ""
    control: Control | None = None
    has_focus: bool = False
    is_disabled: bool = False


def row_height(type_: Typesetter, row: Row, width: float) -> float:
    return type_.once(_row_height, replace(row, has_focus=False), width)


def _row_height(type_: Typesetter, row: Row, width: float) -> float:
    label, about, _ = _settings(type_, STANDARD, row, width)
    words = label.rest + (BETWEEN + about.rest if row.about else 0)
    own = control_height(type_) if row.control is not None else 0.0
    return max(words, own) + 2 * ABOVE


def draw_row(canvas: Canvas, box: Box, row: Row) -> None:
    theme = canvas.theme
    if row.has_focus:
        canvas.fill(box.grown(4), theme.amber)
        canvas.fill(box, theme.n2)
    else:
        canvas.rule(box.x + SIDE, box.bottom - 2, box.width - 2 * SIDE, theme.n3)
    label, about, value = _settings(canvas.kit.type, theme, row, box.width)
    words = label.rest + BETWEEN + about.tall if row.about else label.tall
    top = box.middle[1] - words / 2
    canvas.place(label, box.x + SIDE, top)
    if row.about:
        canvas.place(about, box.x + SIDE, top + label.rest + BETWEEN)
    canvas.place(value, box.right - SIDE, box.middle[1] - value.tall / 2)
    if row.control is not None:
        draw_control(canvas, Box(box.x + SIDE, box.y, box.width - 2 * SIDE, box.height), row.control)


def _settings(type_: Typesetter, theme: Theme, row: Row, width: float) -> tuple[Setting, Setting, Setting]:
    main = theme.n5 if row.is_disabled else theme.n7
    second = theme.n5 if row.is_disabled else theme.n6
    value = type_.setting(row.value, prose(24, second, Align.RIGHT))
    taken = control_width(type_, row.control) if row.control is not None else value.wide
    room = width - 2 * SIDE - (taken + 24 if taken else 0)
    label = type_.setting(row.label, prose(27, main)._replace(cut=Cut.STRONG), room)
    said = prose(22, second)
    return label, type_.setting(row.about, said, min(room, type_.measure(said))), value
