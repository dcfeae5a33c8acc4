"""Gauges of the status strip: ladders, meters, words, countdowns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.colour import Colour
from game.screen.parts.tone import severity
from game.screen.styles import heading, label, number
from game.screen.theme import STANDARD, Theme
from game.screen.typeset import Align, Typesetter

LABEL_TOP = 17
VALUE_TOP = 50
RUNG = 34
RUNG_HIGH = 40
RUNG_GAP = 5
BAR = 7
BAR_STEP = 11
MOST_BARS = 20


@dataclass(frozen=True, slots=True)
class Ladder:
    """All values of a choice in words, from calm to danger, and which of them holds now."""

    label: str
    steps: tuple[str, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Meter:
    """A level: words or number, the last change as printed, and its place in its range.

    `is_danger` says that a high value is bad: only then does it take the colours of danger.
    """

    label: str
    words: str
    value: int
    low: int
    high: int
    change: str = ""
    is_danger: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """A value in words, with no scale: a number, words or a countdown."""

    label: str
    words: str


Gauge = Ladder | Meter | Reading


def gauge_width(type_: Typesetter, gauge: Gauge) -> float:
    """Return the logical width that a gauge takes in full."""
    name = type_.width(gauge.label, label(STANDARD.n6))
    return max(name, _body_width(type_, gauge))


def draw_gauge(canvas: Canvas, box: Box, gauge: Gauge) -> None:
    """Draw a gauge in the strip: box is the strip's part of it, as high as the strip."""
    text = canvas.scale.text
    canvas.write(gauge.label, label(canvas.theme.n6), box.x, box.y + LABEL_TOP * text)
    match gauge:
        case Ladder():
            _draw_ladder(canvas, box, gauge)
        case Meter():
            _draw_meter(canvas, box, gauge)
        case Reading():
            canvas.write(gauge.words, number(34, canvas.theme.n7), box.x, box.y + VALUE_TOP * text)
        case _:
            assert_never(gauge)


def _body_width(type_: Typesetter, gauge: Gauge) -> float:
    match gauge:
        case Ladder(steps=steps):
            return sum(_rungs(type_, steps)) + RUNG_GAP * (len(steps) - 1)
        case Meter(words=words, change=change):
            figure = type_.width(words, number(34, STANDARD.n7)) + 10
            moved = type_.width(change, heading(22, STANDARD.n6)) if change else 0.0
            return figure + moved + 18 + bars(gauge) * BAR_STEP
        case Reading(words=words):
            return type_.width(words, number(34, STANDARD.n7))
        case _:
            assert_never(gauge)


def bars(meter: Meter) -> int:
    """Return how many bars a meter shows: as many as its range has steps, at most twenty.

    >>> bars(Meter("Tension", "7", 7, 0, 10)), bars(Meter("Trust", "61", 61, 0, 100))
    (10, 20)
    """
    return max(1, min(meter.high - meter.low, MOST_BARS))


def lit_bars(meter: Meter) -> int:
    """Return how many of a meter's bars are lit: all at the top of its range, none at its foot."""
    span = max(1, meter.high - meter.low)
    return round((meter.value - meter.low) * bars(meter) / span)


def _rungs(type_: Typesetter, steps: tuple[str, ...]) -> tuple[float, ...]:
    text = type_.scale.text
    style = heading(24, STANDARD.n5)
    return tuple(max(RUNG * text, type_.width(step, style) + 18) for step in steps)


def rung_colour(theme: Theme, index: int, count: int) -> Colour:
    """Return the colour of a ladder's step between its calm and its dangerous end."""
    ramp = (theme.blue, theme.green, theme.amber, theme.red, theme.n7)
    return ramp[round(index * (len(ramp) - 1) / max(1, count - 1))]


def _draw_ladder(canvas: Canvas, box: Box, ladder: Ladder) -> None:
    theme, text = canvas.theme, canvas.scale.text
    x, y = box.x, box.y + (VALUE_TOP - 3) * text
    for i, (step, width) in enumerate(zip(ladder.steps, _rungs(canvas.kit.type, ladder.steps), strict=True)):
        rung = Box(x, y, width, RUNG_HIGH * text)
        is_lit = i == ladder.at
        if is_lit:
            rung = Box(rung.x - 2, rung.y - 6, rung.width + 4, rung.height + 12)
            canvas.fill(rung, rung_colour(theme, i, len(ladder.steps)))
        else:
            canvas.fill(rung, theme.n2)
            canvas.frame(rung, theme.n4, 1.5)
        style = number(30, theme.n0, Align.CENTRE) if is_lit else heading(24, theme.n5, Align.CENTRE)
        words = canvas.setting(step, style)
        canvas.place(words, rung.middle[0], rung.y + (rung.height - words.tall) / 2)
        x += width + RUNG_GAP


def _draw_meter(canvas: Canvas, box: Box, meter: Meter) -> None:
    theme, text = canvas.theme, canvas.scale.text
    count, lit = bars(meter), lit_bars(meter)
    top = severity(theme, (lit - 1) / count) if meter.is_danger else theme.n7
    figure = canvas.write(meter.words, number(34, top), box.x, box.y + VALUE_TOP * text)
    x = box.x + figure.wide + 10
    if meter.change:
        moved = canvas.setting(meter.change, heading(22, theme.n6))
        canvas.place(moved, x, box.y + VALUE_TOP * text + figure.tall - moved.tall)
        x += moved.wide
    x = max(x + 18, box.right - count * BAR_STEP)
    foot = box.y + VALUE_TOP * text + figure.tall
    for i in range(count):
        high = (14 + 26 * i / max(1, count - 1)) * min(text, 1.5)
        colour = severity(theme, i / count) if meter.is_danger else theme.blue
        canvas.fill(Box(x + i * BAR_STEP, foot - high, BAR, high), colour if i < lit else theme.n3)


def compact_width(type_: Typesetter, gauge: Gauge) -> float:
    """Return the width of a gauge on one line."""
    name = type_.width(gauge.label, label(STANDARD.n6, 17))
    return name + 16 + type_.width(_value(gauge), number(26, STANDARD.n7)) + (20 if _has_box(gauge) else 0)


def draw_compact_gauge(canvas: Canvas, box: Box, gauge: Gauge) -> None:
    """Draw label and value on one line; the value of a ladder in the box of its step."""
    theme = canvas.theme
    name = canvas.setting(gauge.label, label(theme.n6, 17))
    canvas.place(name, box.x, box.y + (box.height - name.tall) / 2)
    x = box.x + name.wide + 16
    ink = theme.n7
    match gauge:
        case Ladder(steps=steps, at=at):
            place = Box(x, box.y + box.height * 0.14, box.right - x, box.height * 0.72)
            canvas.fill(place, rung_colour(theme, at, len(steps)))
            x, ink = x + 10, theme.n0
        case Meter(is_danger=True):
            ink = severity(theme, (lit_bars(gauge) - 1) / bars(gauge))
        case Meter() | Reading():
            pass
        case _:
            assert_never(gauge)
    value = canvas.setting(_value(gauge), number(26, ink))
    canvas.place(value, x, box.y + (box.height - value.tall) / 2)


def _has_box(gauge: Gauge) -> bool:
    return isinstance(gauge, Ladder)


def _value(gauge: Gauge) -> str:
    return gauge.steps[gauge.at] if isinstance(gauge, Ladder) else gauge.words
