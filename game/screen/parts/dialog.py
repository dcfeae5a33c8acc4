"""Dialogs and toasts: what is asked before something happens, and what is told in passing."""

from __future__ import annotations

from game.frozen import Frozen, NamedTuple
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.parts.sheet import draw_ground
from game.screen.styles import heading, prose
from game.screen.theme import STANDARD, Theme
from game.screen.typeset import Align, Setting, Typesetter

WIDTH = 760
SIDE = 48
BUTTON_SIDE = 26
BUTTON_HIGH = 60
GUTTER = 18
VEIL = 178
TOAST = 0.6
"""Of the canvas, for the breadth of the words of a toast."""
TOAST_SIDE, TOAST_ABOVE = 26.0, 9.0


class Dialog(Frozen):
    """A question with its answers; `at` is the answer that has focus."""

    title: str
    words: str
    answers: tuple[str, ...]
    at: int = 0


class DialogLayout(NamedTuple):
    box: Box
    title: Setting
    words: Setting
    answers: tuple[Box, ...]


def dialog_layout(
    type_: Typesetter, dialog: Dialog, canvas_box: Box, theme: Theme = STANDARD
) -> DialogLayout:
    """Return a dialog in the middle of the canvas, its answers in a row or, if they must, in a column."""
    width = min(WIDTH * max(1.0, type_.scale.text * 0.8), canvas_box.width - 80)
    inner = width - 2 * SIDE
    title = type_.setting(dialog.title, heading(40, theme.ink), inner)
    words = type_.setting(dialog.words, prose(24, theme.ink), inner)
    high = BUTTON_HIGH * type_.scale.text
    widths = [type_.width(answer, heading(27, theme.ink)) + 2 * BUTTON_SIDE for answer in dialog.answers]
    is_row = sum(widths) + GUTTER * (len(widths) - 1) <= inner
    buttons = high if is_row else (high + GUTTER) * len(widths) - GUTTER
    height = SIDE + title.rest + 17 + words.rest + 36 + buttons + SIDE
    box = Box((canvas_box.width - width) / 2, max(0.0, (canvas_box.height - height) / 2), width, height)
    top = box.bottom - SIDE - buttons
    if is_row:
        lefts = [box.x + SIDE + sum(widths[:i]) + GUTTER * i for i in range(len(widths))]
        answers = tuple(Box(left, top, own, high) for left, own in zip(lefts, widths, strict=True))
    else:
        answers = tuple(Box(box.x + SIDE, top + i * (high + GUTTER), inner, high) for i in range(len(widths)))
    return DialogLayout(box, title, words, answers)


def draw_dialog(canvas: Canvas, dialog: Dialog) -> None:
    """Draw a dialog over everything, which is darkened."""
    theme = canvas.theme
    layout = dialog_layout(canvas.kit.type, dialog, canvas.whole, theme)
    canvas.veil(canvas.whole, (0, 0, 0) if theme.is_light else theme.n0, VEIL)
    canvas.shadow(layout.box, 20, 170, 10)
    draw_ground(canvas, layout.box, theme.p0)
    canvas.fill(Box(layout.box.x, layout.box.y, layout.box.width, 8), theme.redp)
    x, y = layout.box.x + SIDE, layout.box.y + SIDE
    canvas.place(layout.title, x, y)
    canvas.place(layout.words, x, y + layout.title.rest + 17)
    for i, (place, answer) in enumerate(zip(layout.answers, dialog.answers, strict=True)):
        has_focus = i == dialog.at
        canvas.fill(place, theme.ink if has_focus else theme.p2)
        if has_focus:
            canvas.ring(place, theme.amber, 5)
        words = canvas.setting(answer, heading(27, theme.p0 if has_focus else theme.ink, Align.CENTRE))
        canvas.place(words, place.middle[0], place.middle[1] - words.tall / 2)


def toast_size(type_: Typesetter, words: str, canvas_box: Box) -> tuple[float, float]:
    """Return the breadth and height of a toast: as flat as the line of keys where it is one line."""
    setting = type_.setting(words, prose(24, STANDARD.n0), canvas_box.width * TOAST)
    return setting.wide + 2 * TOAST_SIDE, setting.rest + 2 * TOAST_ABOVE


def draw_toast(canvas: Canvas, box: Box, words: str) -> None:
    canvas.shadow(box, 16, 150, 6)
    canvas.fill(box, canvas.theme.n7)
    setting = canvas.setting(words, prose(24, canvas.theme.n0), canvas.whole.width * TOAST)
    canvas.place(setting, box.x + TOAST_SIDE, box.middle[1] - setting.tall / 2)
