"""The mark of the coach: words on a band, a pointer to what they speak of, the way to end the tutorial."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.parts.keys import Hint, cap_height, draw_cap, hint_width
from game.screen.styles import label, prose
from game.screen.theme import STANDARD, Theme
from game.screen.typeset import Setting, Typesetter

SIDE = 26.0
ABOVE = 24.0
GAP = 16.0
WIDTHS = (520.0, 680.0, 860.0, 1100.0)
EDGE = 12.0  # of the canvas
BAR = 8.0
POINTER = 16.0
NEAR = 90.0  # what lies farther off is not pointed at: the pointer would be on something else


class CoachMark(Frozen):
    """What the coach says; `share` of the tutorial is done, `away` ends it, `target` is spoken of."""

    title: str
    words: str
    away: Hint
    share: float
    target: Box | None = None


def mark_sizes(type_: Typesetter, mark: CoachMark, canvas: Box) -> tuple[tuple[float, float], ...]:
    """Return the sizes that a mark may have, narrow and high first."""
    least = hint_width(type_, mark.away) + 2 * SIDE
    return tuple(
        dict.fromkeys(
            _size(type_, mark, min(max(width * type_.scale.text**0.5, least), canvas.width - 2 * EDGE))
            for width in WIDTHS
        )
    )


def _size(type_: Typesetter, mark: CoachMark, width: float) -> tuple[float, float]:
    title, words = _settings(type_, STANDARD, mark, width)
    return width, ABOVE + title.rest + GAP + words.rest + GAP + cap_height(type_) + ABOVE + BAR


def away_box(type_: Typesetter, box: Box, mark: CoachMark) -> Box:
    """Return where a click ends the tutorial."""
    high = cap_height(type_)
    return Box(box.x + SIDE, box.bottom - BAR - ABOVE - high, hint_width(type_, mark.away), high).grown(8)


def draw_coach_mark(canvas: Canvas, box: Box, mark: CoachMark) -> None:
    theme, type_ = canvas.theme, canvas.kit.type
    canvas.shadow(box, 16, 150, 6)
    canvas.fill(box, theme.n7)
    if mark.target is not None:
        tip = _tip(box, mark.target)
        if tip is not None:
            around = Box(min(x for x, _ in tip), min(y for _, y in tip), 2 * POINTER, 2 * POINTER).grown(2)
            with canvas.pen(around) as pen:
                pen.polygon(tip, theme.n7)
    title, words = _settings(type_, theme, mark, box.width)
    canvas.place(title, box.x + SIDE, box.y + ABOVE)
    canvas.place(words, box.x + SIDE, box.y + ABOVE + title.rest + GAP)
    high = cap_height(type_)
    y = box.bottom - BAR - ABOVE - high
    x = box.x + SIDE + draw_cap(canvas, mark.away.key, box.x + SIDE, y) + 10
    away = type_.setting(mark.away.words, prose(20, theme.n0))
    canvas.place(away, x, y + (high - away.tall) / 2)
    canvas.fill(Box(box.x, box.bottom - BAR, box.width, BAR), theme.n4)
    canvas.fill(Box(box.x, box.bottom - BAR, box.width * mark.share, BAR), theme.blue)


def _settings(type_: Typesetter, theme: Theme, mark: CoachMark, width: float) -> tuple[Setting, Setting]:
    inner = width - 2 * SIDE
    return (
        type_.setting(mark.title, label(theme.n0), inner),
        type_.setting(mark.words, prose(25, theme.n0), inner),
    )


def _tip(box: Box, target: Box) -> tuple[tuple[float, float], ...] | None:
    """The pointer at the edge that faces the target; none where both lie over each other, or far apart."""
    if not box.grown(NEAR).meets(target):
        return None
    x = min(max(target.middle[0], box.x + 2 * POINTER), box.right - 2 * POINTER)
    y = min(max(target.middle[1], box.y + 2 * POINTER), box.bottom - 2 * POINTER)
    if target.right <= box.x:
        return (box.x + 1, y - POINTER), (box.x - POINTER, y), (box.x + 1, y + POINTER)
    if target.x >= box.right:
        return (box.right - 1, y - POINTER), (box.right + POINTER, y), (box.right - 1, y + POINTER)
    if target.bottom <= box.y:
        return (x - POINTER, box.y + 1), (x, box.y - POINTER), (x + POINTER, box.y + 1)
    if target.y >= box.bottom:
        return (x - POINTER, box.bottom - 1), (x, box.bottom + POINTER), (x + POINTER, box.bottom - 1)
    return None
