"""The mark of the coach: words on a band, a pointer to what they speak of, the way to end the tutorial."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product

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
MOST_HEIGHT = 0.4  # of the canvas, beyond which a mark is made wider
EDGE = 12.0
BAR = 8.0
POINTER = 16.0
OVER = 1e7  # what it costs to lie over what is spoken of, be it by a hair: more than all else together
STEPS = 16  # places across and down at which a mark is tried

Obstacles = tuple[tuple[Box, float], ...]
"""Boxes with what it costs to cover a unit of each."""


class CoachMark(Frozen):
    """What the coach says; `share` of the tutorial is done, `away` ends it, `target` is spoken of."""

    title: str
    words: str
    away: Hint
    share: float
    target: Box | None = None


def mark_size(type_: Typesetter, mark: CoachMark, canvas: Box) -> tuple[float, float]:
    """Return the size of a mark: as narrow as its height allows."""
    least = hint_width(type_, mark.away) + 2 * SIDE
    size = (0.0, 0.0)
    for width in WIDTHS:
        own = min(max(width * type_.scale.text**0.5, least), canvas.width - 2 * EDGE)
        title, words = _settings(type_, STANDARD, mark, own)
        height = ABOVE + title.rest + GAP + words.rest + GAP + cap_height(type_) + ABOVE + BAR
        size = (own, height)
        if height <= canvas.height * MOST_HEIGHT:
            break
    return size


@lru_cache(maxsize=32)
def mark_box(size: tuple[float, float], canvas: Box, target: Box | None, obstacles: Obstacles) -> Box:
    """Return where a mark of a size covers least, near to its target and never over it if that can be."""
    width, height = size
    free = (canvas.width - width - 2 * EDGE, canvas.height - height - 2 * EDGE)
    tried = (
        Box(EDGE + free[0] * i / STEPS, EDGE + free[1] * j / STEPS, width, height)
        for i, j in product(range(STEPS + 1), repeat=2)
    )
    return min(tried, key=lambda box: _cost(box, target, obstacles))


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


def _cost(box: Box, target: Box | None, obstacles: Sequence[tuple[Box, float]]) -> float:
    covered = sum(weight * _shared(box, other) for other, weight in obstacles)
    if target is None:
        return covered
    (ax, ay), (bx, by) = box.middle, target.middle
    away = max(0.0, abs(ax - bx) - (box.width + target.width) / 2) + max(
        0.0, abs(ay - by) - (box.height + target.height) / 2
    )
    over = OVER if box.meets(target) else 0.0
    return covered + over + 20 * away + 2 * (abs(ax - bx) + abs(ay - by))


def _shared(one: Box, other: Box) -> float:
    """The area that two boxes share."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across * down if across > 0 and down > 0 else 0.0


def _tip(box: Box, target: Box) -> tuple[tuple[float, float], ...] | None:
    """The pointer at the edge that faces the target; none where both lie over each other."""
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
