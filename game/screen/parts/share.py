"""A row of the ledger: what was chosen, and two bars from a middle line, the choice's and that of luck."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.fonts import Cut
from game.screen.styles import number, prose
from game.screen.theme import STANDARD, Theme
from game.screen.typeset import Align, Setting, Typesetter
from game.view.review import Amount

SIDE = 18
ABOVE = 16
BETWEEN = 10
BARS = 0.36
"""The part of the width that bars take where there is room for them."""
WIDE_ENOUGH = 860
THICK = 15


class ShareRow(Frozen):
    """`most` is the share that fills half of the bars' width."""

    number: str
    label: str
    about: str
    decision: Amount
    luck: Amount
    most: float
    has_focus: bool = False


def share_height(type_: Typesetter, row: ShareRow, width: float) -> float:
    label, about = _settings(type_, STANDARD, row, width)
    return max(label.rest + BETWEEN + about.rest, 2 * _pitch(type_)) + 2 * ABOVE


def _pitch(type_: Typesetter) -> float:
    return 30 * type_.scale.text


def _has_bars(type_: Typesetter, width: float) -> bool:
    return width >= WIDE_ENOUGH * type_.scale.text


def _settings(type_: Typesetter, theme: Theme, row: ShareRow, width: float) -> tuple[Setting, Setting]:
    room = width * (1 - BARS if _has_bars(type_, width) else 1) - 2 * SIDE - _badge(type_)
    label = type_.setting(row.label, prose(25, theme.n7)._replace(cut=Cut.STRONG), room)
    return label, type_.setting(row.about, prose(21, theme.n6), room)


def _badge(type_: Typesetter) -> float:
    return 46 * type_.scale.text


def draw_share(canvas: Canvas, box: Box, row: ShareRow) -> None:
    theme, type_ = canvas.theme, canvas.kit.type
    if row.has_focus:
        canvas.fill(box.grown(4), theme.amber)
        canvas.fill(box, theme.n2)
    else:
        canvas.rule(box.x + SIDE, box.bottom - 2, box.width - 2 * SIDE, theme.n3)
    label, about = _settings(type_, theme, row, box.width)
    top = box.middle[1] - (label.rest + BETWEEN + about.tall) / 2
    left = box.x + SIDE + _badge(type_)
    if row.number:
        digit = canvas.setting(row.number, number(24, theme.amber))
        canvas.place(digit, box.x + SIDE, top)
    canvas.place(label, left, top)
    canvas.place(about, left, top + label.rest + BETWEEN)
    if _has_bars(type_, box.width):
        wide = box.width * BARS - SIDE
        _draw_bars(canvas, Box(box.right - SIDE - wide, box.y, wide, box.height), row)


def _draw_bars(canvas: Canvas, box: Box, row: ShareRow) -> None:
    """Draw the two bars, to the right what was added, to the left what was taken away."""
    theme, type_ = canvas.theme, canvas.kit.type
    figures = 84 * type_.scale.text
    axis = box.x + box.width / 2
    reach = box.width / 2 - figures
    pitch = _pitch(type_)
    canvas.upright(axis, box.middle[1] - pitch, 2 * pitch, theme.n4)
    for place, (amount, colour) in enumerate(((row.decision, theme.amber), (row.luck, theme.blue))):
        y = box.middle[1] + (place - 0.5) * pitch
        long = reach * min(1.0, abs(amount.value) / row.most) if row.most else 0.0
        left = axis if amount.value >= 0 else axis - long
        bar = Box(left, y - THICK / 2, long, THICK)
        if long > 1:
            if place:
                canvas.frame(bar, colour, 3)
            else:
                canvas.fill(bar, colour)
        end = axis + long + 10 if amount.value >= 0 else axis - long - 10
        align = Align.LEFT if amount.value >= 0 else Align.RIGHT
        words = canvas.setting(amount.words, number(20, theme.n7 if place == 0 else theme.n6, align))
        canvas.place(words, end, y - words.tall / 2)
