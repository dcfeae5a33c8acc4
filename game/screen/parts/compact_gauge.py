"""Gauges on one line: label and value beside each other, without a scale."""

from __future__ import annotations

from typing import assert_never

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.parts.gauge import (
    Gauge,
    Ladder,
    Meter,
    Reading,
    draw_ring,
    is_silent,
    meter_colour,
    rung_colour,
    value_width,
    value_words,
)
from game.screen.styles import label, number
from game.screen.theme import STANDARD
from game.screen.typeset import Setting, Style, Typesetter

LABEL = 17
LINES = 2
VALUE = 26
AFTER = 16
EDGE = 10.0  # of a ladder's box beside its value


def compact_label(type_: Typesetter, gauge: Gauge, room: float) -> str:
    """Return as much of a gauge's label as two lines of a room hold."""
    return type_.shortened(gauge.label, _label_style(), room, LINES)


def compact_width(type_: Typesetter, gauge: Gauge, label_room: float, *, is_kept: bool) -> float:
    """Return the width of a gauge on one line, with its label in at most so much room."""
    value = value_width(type_, gauge, VALUE, is_kept=is_kept)
    return (
        _before_value(_compact_name(type_, gauge, label_room))
        + value
        + (2 * EDGE if isinstance(gauge, Ladder) else 0)
    )


def _label_style() -> Style:
    return label(STANDARD.n6, LABEL)._replace(lead=1.15)


def _compact_name(type_: Typesetter, gauge: Gauge, room: float) -> Setting:
    return type_.setting(gauge.label, _label_style(), room)


def _before_value(name: Setting) -> float:
    return name.wide + AFTER if name.wide else 0.0


def draw_compact_gauge(canvas: Canvas, box: Box, gauge: Gauge, label_room: float) -> None:
    """Draw label and value beside each other; the value of a ladder in the box of its step."""
    theme = canvas.theme
    own = _compact_name(canvas.kit.type, gauge, label_room)
    name = canvas.setting(gauge.label, own.style._replace(colour=theme.n6), label_room)
    x = box.x + _before_value(name)
    ink = theme.n7
    match gauge:
        case Ladder(steps=steps):
            value = canvas.setting(value_words(gauge), number(VALUE, ink))
            place = Box(x, box.y + box.height * 0.14, value.wide + 2 * EDGE, box.height * 0.72)
            canvas.fill(place, rung_colour(theme, gauge.nearest, len(steps)))
            x, ink = x + EDGE, theme.n0
        case Meter():
            ink = meter_colour(theme, gauge)
        case Reading():
            ink = theme.n5 if is_silent(gauge) else ink
        case _:
            assert_never(gauge)
    canvas.place(name, box.x, box.y + (box.height - name.tall) / 2)
    value = canvas.setting(value_words(gauge), number(VALUE, ink))
    canvas.place(value, x, box.y + (box.height - value.tall) / 2)


def draw_compact_ring(canvas: Canvas, box: Box, gauge: Gauge, label_room: float) -> None:
    """Draw the ring of a gauge, which lies below all words of the strip."""
    if isinstance(gauge, Meter):
        before = _before_value(_compact_name(canvas.kit.type, gauge, label_room))
        figure = canvas.setting(gauge.words, number(VALUE, canvas.theme.n7))
        draw_ring(canvas, box, gauge, (box.x + before + figure.wide / 2, box.middle[1]))
