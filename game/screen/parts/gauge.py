"""Gauges of the status strip: ladders, meters, words, countdowns."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import assert_never

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.colour import Colour, mixed
from game.screen.curves import Point
from game.screen.ease import part_way, slowing
from game.screen.parts.tone import severity
from game.screen.styles import heading, label, number
from game.screen.theme import STANDARD, Theme
from game.screen.typeset import Align, Style, Typesetter

LABEL_TOP = 17
NOTHING = "–"
VALUE_TOP = 50
RUNG = 34
RUNG_HIGH = 40
RUNG_GAP = 5
BAR = 7
BAR_STEP = 11
MOST_BARS = 20
_DIGIT = re.compile(r"[0-9]")


class Ladder(Frozen):
    """All values of a choice in words, from calm to danger, and which of them holds now.

    `at` lies between two of them while the box of the value goes from one to the next.
    """

    label: str
    steps: tuple[str, ...]
    at: float

    @property
    def nearest(self) -> int:
        """The place of the value that the box shows."""
        return round(self.at)


class Meter(Frozen):
    """A level: words or number, the last change as printed, and its place in its range.

    `is_danger` says that a high value is bad: only then does it take the colours of danger. `pulse` is
    how far, 0 to 1, a ring has gone outward from it; at 1 there is none. `forms` are all words that it
    can have.
    """

    label: str
    words: str
    value: int
    low: int
    high: int
    change: str = ""
    is_danger: bool = True
    pulse: float = 1.0
    forms: tuple[str, ...] = ()


class Reading(Frozen):
    """A value in words, with no scale: a number, words or a countdown; `forms` are all it can have.

    A countdown that does not run has no words.
    """

    label: str
    words: str
    is_countdown: bool = False
    forms: tuple[str, ...] = ()


Gauge = Ladder | Meter | Reading


def is_silent(gauge: Gauge) -> bool:
    """Whether a gauge has nothing to tell now: it keeps its place where there is room, with a dash."""
    return isinstance(gauge, Reading) and not gauge.words


def urgency(gauge: Gauge) -> int:
    """Return how soon a gauge gives way where room is short: the lowest stays longest."""
    match gauge:
        case Reading(is_countdown=True):
            return 0
        case Ladder():
            return 1
        case Meter():
            return 2
        case Reading():
            return 3
        case _:
            assert_never(gauge)


def widest(type_: Typesetter, words: Iterable[str], style: Style) -> float:
    """Return the width that words keep while their digits change."""
    return max((type_.width(_DIGIT.sub("0", each), style) for each in words), default=0.0)


def gauge_label(type_: Typesetter, gauge: Gauge, room: float, *, is_kept: bool) -> str:
    """Return as much of a gauge's label as it may show: at least what stands above its own value."""
    style = label(STANDARD.n6)
    return type_.shortened(gauge.label, style, max(room, _body_width(type_, gauge, is_kept=is_kept)), 1)


def gauge_width(type_: Typesetter, gauge: Gauge, *, is_kept: bool) -> float:
    """Return the logical width that a gauge takes in full; one that is kept has room for all its words."""
    name = type_.width(gauge.label, label(STANDARD.n6))
    return max(name, _body_width(type_, gauge, is_kept=is_kept))


def draw_gauge(canvas: Canvas, box: Box, gauge: Gauge) -> None:
    """Draw a gauge in the strip: box is the strip's part of it, as high as the strip."""
    text = canvas.scale.text
    match gauge:
        case Ladder():
            _draw_ladder(canvas, box, gauge)
        case Meter():
            _draw_meter(canvas, box, gauge)
        case Reading():
            ink = canvas.theme.n5 if is_silent(gauge) else canvas.theme.n7
            canvas.write(value_words(gauge), number(34, ink), box.x, box.y + VALUE_TOP * text)
        case _:
            assert_never(gauge)
    canvas.write(gauge.label, label(canvas.theme.n6), box.x, box.y + LABEL_TOP * text)


def _body_width(type_: Typesetter, gauge: Gauge, *, is_kept: bool) -> float:
    match gauge:
        case Ladder(steps=steps):
            return sum(_rungs(type_, steps)) + RUNG_GAP * (len(steps) - 1)
        case Meter(change=change, low=low, high=high):
            figure = value_width(type_, gauge, 34, is_kept=is_kept) + 10
            changes = (f"{low - high:+}",) if is_kept else (change,)
            return figure + widest(type_, changes, _change_style(STANDARD)) + 18 + bars(gauge) * BAR_STEP
        case Reading():
            return value_width(type_, gauge, 34, is_kept=is_kept)
        case _:
            assert_never(gauge)


def _change_style(theme: Theme) -> Style:
    return heading(22, theme.n6)


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
    rungs: list[Box] = []
    for step, width in zip(ladder.steps, _rungs(canvas.kit.type, ladder.steps), strict=True):
        rung = Box(x, y, width, RUNG_HIGH * text)
        canvas.fill(rung, theme.n2)
        canvas.frame(rung, theme.n4, 1.5)
        _write_inside(canvas, rung, step, heading(24, theme.n5, Align.CENTRE))
        rungs.append(rung)
        x += width + RUNG_GAP
    below, above = rungs[math.floor(ladder.at)], rungs[math.ceil(ladder.at)]
    left, width = (part_way(below[i], above[i], ladder.at % 1) for i in (0, 2))
    lit = Box(left - 2, y - 6, width + 4, RUNG_HIGH * text + 12)
    canvas.fill(lit, rung_colour(theme, ladder.nearest, len(ladder.steps)))
    _write_inside(canvas, lit, ladder.steps[ladder.nearest], number(30, theme.n0, Align.CENTRE))


def _write_inside(canvas: Canvas, box: Box, words: str, style: Style) -> None:
    setting = canvas.setting(words, style)
    canvas.place(setting, box.middle[0], box.y + (box.height - setting.tall) / 2)


def _draw_meter(canvas: Canvas, box: Box, meter: Meter) -> None:
    theme, text = canvas.theme, canvas.scale.text
    count, lit = bars(meter), lit_bars(meter)
    figure = canvas.setting(meter.words, number(34, meter_colour(theme, meter)))
    y = box.y + VALUE_TOP * text
    canvas.place(figure, box.x, y)
    x = box.x + figure.wide + 10
    if meter.change:
        moved = canvas.setting(meter.change, _change_style(theme))
        canvas.place(moved, x, y + figure.tall - moved.tall)
        x += moved.wide
    x = max(x + 18, box.right - count * BAR_STEP)
    foot = y + figure.tall
    for i in range(count):
        high = (14 + 26 * i / max(1, count - 1)) * min(text, 1.5)
        colour = severity(theme, i / count) if meter.is_danger else theme.blue
        canvas.fill(Box(x + i * BAR_STEP, foot - high, BAR, high), colour if i < lit else theme.n3)


def meter_colour(theme: Theme, meter: Meter) -> Colour:
    """Return the colour of a meter's figure."""
    return severity(theme, (lit_bars(meter) - 1) / bars(meter)) if meter.is_danger else theme.n7


def value_words(gauge: Gauge) -> str:
    """Return what a gauge reads now, a dash where it has nothing to tell."""
    return gauge.steps[gauge.nearest] if isinstance(gauge, Ladder) else gauge.words or NOTHING


def value_width(type_: Typesetter, gauge: Gauge, size: float, *, is_kept: bool) -> float:
    """Return the width of what a gauge reads, or where its place is kept, of the widest that it can read."""
    forms = gauge.steps if isinstance(gauge, Ladder) else gauge.forms
    return widest(type_, (value_words(gauge), *(forms if is_kept else ())), number(size, STANDARD.n7))


def draw_gauge_ring(canvas: Canvas, box: Box, gauge: Gauge) -> None:
    """Draw the ring of a gauge, which lies below all words of the strip."""
    if isinstance(gauge, Meter):
        figure = canvas.setting(gauge.words, number(34, canvas.theme.n7))
        middle = box.y + VALUE_TOP * canvas.scale.text + figure.tall / 2
        draw_ring(canvas, box, gauge, (box.x + figure.wide / 2, middle))


def draw_ring(canvas: Canvas, strip: Box, meter: Meter, centre: Point) -> None:
    """Draw the ring that a meter which has leapt sends out as far as the strip is high."""
    if meter.pulse >= 1:
        return
    theme, furthest = canvas.theme, strip.height / 2
    place = Box(centre[0] - furthest - 4, strip.y, 2 * furthest + 8, strip.height)
    with canvas.pen(place, 2) as pen:
        colour = mixed(meter_colour(theme, meter), theme.n0, meter.pulse)
        pen.circle(centre, furthest * slowing(meter.pulse), colour, 4)
