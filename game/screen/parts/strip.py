"""The status strip: when it is, and up to five gauges."""

from __future__ import annotations

from dataclasses import dataclass

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.fonts import Role
from game.screen.parts.gauge import Gauge, draw_gauge, gauge_width
from game.screen.styles import heading, prose
from game.screen.theme import STANDARD
from game.screen.typeset import Style, Typesetter

HIGH = 96
MARGIN = 40
DAY_TOP = 24
TICKS_TOP = 72
WIDEST_GAP = 110
LEAST_GAP = 36


@dataclass(frozen=True, slots=True)
class Strip:
    """The moment in words, which day it is of how many, and the gauges from left to right."""

    date: str
    hour: str
    day: int
    days: int
    day_words: str
    gauges: tuple[Gauge, ...] = ()


def strip_height(type_: Typesetter) -> float:
    return HIGH * type_.scale.text


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
    _draw_moment(canvas, box, strip)
    boxes = gauge_boxes(canvas.kit.type, strip, box.width)
    for place, gauge in zip(boxes, strip.gauges, strict=False):
        draw_gauge(canvas, place.moved(box.x, box.y), gauge)


def _draw_moment(canvas: Canvas, box: Box, strip: Strip) -> None:
    theme, text = canvas.theme, canvas.scale.text
    x, y = box.x + MARGIN, box.y + DAY_TOP * text
    date = canvas.write(strip.date, _date_style()._replace(colour=theme.n7), x, y)
    hour = canvas.write(strip.hour, _hour_style()._replace(colour=theme.amber), x + date.wide + 22, y)
    reach = date.wide + 22 + hour.wide
    step = (reach + 4) / strip.days
    top = box.y + TICKS_TOP * text
    for i in range(strip.days):
        colour = theme.amber if i == strip.day - 1 else theme.n6 if i < strip.day - 1 else theme.n3
        canvas.fill(Box(x + i * step, top, max(1.0, step - 4), 7), colour)
    words = canvas.setting(strip.day_words, prose(20, theme.n6))
    canvas.place(words, x + reach + 20, top + 7 - words.tall)


def _date_style() -> Style:
    return heading(36, STANDARD.n7)._replace(track=0.01)


def _hour_style() -> Style:
    return Style(Role.THIN, 36, STANDARD.amber)
