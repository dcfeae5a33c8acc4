"""The status strip: when it is, and up to five gauges."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.fonts import Role
from game.screen.parts.gauge import Gauge, compact_width, draw_compact_gauge, draw_gauge, gauge_width
from game.screen.styles import heading, prose
from game.screen.theme import STANDARD
from game.screen.typeset import Style, Typesetter

HIGH = 96
COMPACT = 56
MARGIN = 40
DAY_TOP = 24
TICKS_TOP = 72
LEAST_TICK = 10
LEAST_TODAY = 6.0
WIDEST_GAP = 110
LEAST_GAP = 36


class Strip(Frozen):
    """The moment in words, which day it is of how many, and the gauges from left to right.

    A compact one has one line: the moment, then gauges without their scales. `moving` are the gauges on
    their way to what they read; they stand in the same places.
    """

    date: str
    hour: str
    day: int
    days: int
    day_words: str
    gauges: tuple[Gauge, ...] = ()
    is_compact: bool = False
    moving: tuple[Gauge, ...] = ()

    @property
    def shown(self) -> tuple[Gauge, ...]:
        """The gauges as they are seen now."""
        return self.moving or self.gauges


def strip_height(type_: Typesetter, *, is_compact: bool = False) -> float:
    return (COMPACT if is_compact else HIGH) * type_.scale.text


def moment_width(type_: Typesetter, strip: Strip) -> float:
    """Return the width of date, hour and days."""
    first = type_.width(strip.date, _date_style()) + 22 + type_.width(strip.hour, _hour_style())
    return first + 20 + type_.width(strip.day_words, prose(20, STANDARD.n6))


def gauge_boxes(type_: Typesetter, strip: Strip, width: float) -> tuple[Box, ...]:
    """Return where the gauges stand, flush right; those that do not fit are left out, from the right."""
    widths = [gauge_width(type_, gauge) for gauge in strip.gauges]
    room = width - 2 * MARGIN - moment_width(type_, strip) - LEAST_GAP
    while widths and sum(widths) + LEAST_GAP * (len(widths) - 1) > room:
        widths.pop()
    gaps = max(1, len(widths) - 1)
    gap = min(WIDEST_GAP, (room - sum(widths)) / gaps)
    boxes: list[Box] = []
    right = width - MARGIN
    for own in reversed(widths):
        boxes.append(Box(right - own, 0, own, strip_height(type_)))
        right -= own + gap
    return tuple(reversed(boxes))


def draw_strip(canvas: Canvas, box: Box, strip: Strip) -> None:
    theme = canvas.theme
    canvas.fill(box, theme.n0)
    canvas.rule(box.x, box.bottom, box.width, theme.n4, 2)
    if strip.is_compact:
        _draw_compact(canvas, box, strip)
        return
    _draw_moment(canvas, box, strip)
    boxes = gauge_boxes(canvas.kit.type, strip, box.width)
    for place, gauge in zip(boxes, strip.shown, strict=False):
        draw_gauge(canvas, place.moved(box.x, box.y), gauge)


def _draw_moment(canvas: Canvas, box: Box, strip: Strip) -> None:
    theme, text = canvas.theme, canvas.scale.text
    x, y = box.x + MARGIN, box.y + DAY_TOP * text
    date = canvas.write(strip.date, _date_style()._replace(colour=theme.n7), x, y)
    hour = canvas.write(strip.hour, _hour_style()._replace(colour=theme.amber), x + date.wide + 22, y)
    reach = date.wide + 22 + hour.wide
    top = box.y + TICKS_TOP * text
    gap = 4 if reach / strip.days >= LEAST_TICK else 0.0  # where days are many they run together
    step = (reach + gap) / strip.days
    for i in range(strip.days):
        colour = theme.n6 if i < strip.day - 1 else theme.n3
        canvas.fill(Box(x + i * step, top, step - gap, 7), colour)
    today = max(step - gap, LEAST_TODAY)
    left = min(x + (strip.day - 1) * step, x + reach - today)
    canvas.fill(Box(left, top, today, 7), theme.amber)
    words = canvas.setting(strip.day_words, prose(20, theme.n6))
    canvas.place(words, x + reach + 20, top + 7 - words.tall)


def _date_style() -> Style:
    return heading(36, STANDARD.n7)._replace(track=0.01)


def _hour_style() -> Style:
    return Style(Role.THIN, 36, STANDARD.amber)


def _draw_compact(canvas: Canvas, box: Box, strip: Strip) -> None:
    """One line of moment and gauges; what does not fit is left out, from the right."""
    theme, type_ = canvas.theme, canvas.kit.type
    date = canvas.setting(strip.date, heading(24, theme.n7))
    hour = canvas.setting(strip.hour, Style(Role.THIN, 24, theme.amber))
    x = box.x + MARGIN
    for setting in (date, hour):
        canvas.place(setting, x, box.y + (box.height - setting.tall) / 2)
        x += setting.wide + 22
    shown: list[tuple[Gauge, float]] = []
    room = box.right - MARGIN - x - 20
    for gauge, seen in zip(strip.gauges, strip.shown, strict=True):
        width = compact_width(type_, gauge)
        if room < width:
            break
        shown.append((seen, width))
        room -= width + LEAST_GAP
    gap = min(WIDEST_GAP, LEAST_GAP + max(0.0, room + LEAST_GAP) / max(1, len(shown)))
    right = box.right - MARGIN
    for gauge, width in reversed(shown):
        draw_compact_gauge(canvas, Box(right - width, box.y, width, box.height), gauge)
        right -= width + gap
