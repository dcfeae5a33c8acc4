"""The status strip: when it is, and up to five gauges."""

from __future__ import annotations

from collections.abc import Iterator

from game.frozen import Frozen, NamedTuple, replace
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.fonts import Role
from game.screen.parts.compact_gauge import (
    compact_label,
    compact_width,
    draw_compact_gauge,
    draw_compact_ring,
)
from game.screen.parts.gauge import (
    Gauge,
    Reading,
    draw_gauge,
    draw_gauge_ring,
    gauge_label,
    gauge_width,
    is_silent,
    urgency,
    widest,
)
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
AFTER_DATE = 22
AFTER_HOUR = 20


class Strip(Frozen):
    """The moment in words, which day it is of how many, and the gauges from left to right.

    A compact one has one line: the moment, then gauges without their scales. `moving` are the gauges on
    their way to what they read; they stand in the same places. `dates` are as wide as the date can be,
    `short_date` stands for it where room is short.
    """

    date: str
    hour: str
    day: int
    days: int
    day_words: str
    gauges: tuple[Gauge, ...] = ()
    is_compact: bool = False
    moving: tuple[Gauge, ...] = ()
    dates: tuple[str, ...] = ()
    short_date: str = ""

    @property
    def shown(self) -> tuple[Gauge, ...]:
        """The gauges as they are seen now."""
        return self.moving or self.gauges


class Manner(NamedTuple):
    """How much of itself a strip shows.

    `labels` is the most that the label of a gauge may take, at the usual size of text. Where places are
    kept a gauge has room for all that it can read, so that none moves when another reads otherwise.
    """

    has_short_date: bool = False
    labels: float = 1e6
    is_kept: bool = True
    has_days: bool = True
    names_countdown: bool = True


MANNERS = (
    Manner(),
    Manner(has_short_date=True),
    Manner(has_short_date=True, labels=200),
    Manner(has_short_date=True, labels=140),
    Manner(has_short_date=True, labels=140, is_kept=False),
    Manner(has_short_date=True, labels=140, is_kept=False, has_days=False),
    Manner(has_short_date=True, labels=140, is_kept=False, has_days=False, names_countdown=False),
    Manner(has_short_date=True, labels=90, is_kept=False, has_days=False, names_countdown=False),
    Manner(has_short_date=True, labels=60, is_kept=False, has_days=False, names_countdown=False),
)
"""From the fullest to the barest: the first that has room for all gauges is taken."""


class Place(NamedTuple):
    """A gauge by its number, the words of its label and the room they have, and where it stands."""

    number: int
    label: str
    label_room: float
    box: Box


class StripLayout(NamedTuple):
    """The manner of a strip, and its gauges from left to right."""

    manner: Manner
    places: tuple[Place, ...]


def strip_height(type_: Typesetter, *, is_compact: bool = False) -> float:
    return (COMPACT if is_compact else HIGH) * type_.scale.text


def strip_layout(type_: Typesetter, strip: Strip, width: float) -> StripLayout:
    """Return what is shown of a strip: first labels give way, and then, the least urgent first, gauges."""
    return type_.once(_strip_layout, replace(strip, moving=()), width)


def _strip_layout(type_: Typesetter, strip: Strip, width: float) -> StripLayout:
    numbers = list(range(len(strip.gauges)))
    while True:
        for manner in MANNERS:
            shown = [i for i in numbers if manner.is_kept or not is_silent(strip.gauges[i])]
            places = [_placed(type_, strip, i, manner) for i in shown]
            room = width - 2 * MARGIN - _moment_width(type_, strip, manner) - LEAST_GAP
            spare = room - sum(each.box.width for each in places)
            gaps = max(1, len(places) - 1)
            if not places or spare >= LEAST_GAP * (len(places) - 1):
                return StripLayout(manner, tuple(_set_out(places, width, min(WIDEST_GAP, spare / gaps))))
        numbers.remove(max(numbers, key=lambda i: (urgency(strip.gauges[i]), i)))


def _placed(type_: Typesetter, strip: Strip, number: int, manner: Manner) -> Place:
    """A gauge with as much of its label as it may show, not in its place yet."""
    gauge, text = strip.gauges[number], type_.scale.text
    room = manner.labels * text
    is_named = manner.names_countdown or not (isinstance(gauge, Reading) and gauge.is_countdown)
    if strip.is_compact:
        name = compact_label(type_, gauge, room) if is_named else ""
        own = compact_width(type_, replace(gauge, label=name), room, is_kept=manner.is_kept)
    else:
        name = gauge_label(type_, gauge, room, is_kept=manner.is_kept)
        own = gauge_width(type_, replace(gauge, label=name), is_kept=manner.is_kept)
    return Place(number, name, room, Box(0, 0, own, strip_height(type_, is_compact=strip.is_compact)))


def _set_out(places: list[Place], width: float, gap: float) -> Iterator[Place]:
    """The places flush right, with gaps between them."""
    x = width - MARGIN - sum(each.box.width for each in places) - gap * (len(places) - 1)
    for each in places:
        yield each._replace(box=each.box.moved(right=x))
        x += each.box.width + gap


def _moment_width(type_: Typesetter, strip: Strip, manner: Manner) -> float:
    """The width of date, hour and days, whatever the day."""
    dates = (strip.short_date,) if manner.has_short_date else (strip.date, *strip.dates)
    first = widest(type_, dates, _date_style(strip)) + AFTER_DATE
    hour = widest(type_, (strip.hour,), _hour_style(strip))
    has_days = manner.has_days and not strip.is_compact
    return first + hour + (AFTER_HOUR + widest(type_, (strip.day_words,), _days_style()) if has_days else 0.0)


def draw_strip(canvas: Canvas, box: Box, strip: Strip) -> None:
    theme = canvas.theme
    layout = strip_layout(canvas.kit.type, strip, box.width)
    canvas.fill(box, theme.n0)
    canvas.rule(box.x, box.bottom, box.width, theme.n4, 2)
    date = strip.short_date if layout.manner.has_short_date else strip.date
    if strip.is_compact:
        _draw_line(canvas, box, strip, date)
    else:
        _draw_moment(canvas, box, strip, date, has_days=layout.manner.has_days)
    seen = [
        (
            place.box.moved(box.x, box.y),
            replace(strip.shown[place.number], label=place.label),
            place.label_room,
        )
        for place in layout.places
    ]
    if strip.is_compact:
        for each in seen:
            draw_compact_ring(canvas, *each)
        for each in seen:
            draw_compact_gauge(canvas, *each)
    else:
        for own, gauge, _ in seen:
            draw_gauge_ring(canvas, own, gauge)
        for own, gauge, _ in seen:
            draw_gauge(canvas, own, gauge)


def _draw_moment(canvas: Canvas, box: Box, strip: Strip, day: str, *, has_days: bool) -> None:
    theme, text = canvas.theme, canvas.scale.text
    x, y = box.x + MARGIN, box.y + DAY_TOP * text
    date = canvas.write(day, _date_style(strip)._replace(colour=theme.n7), x, y)
    hour = canvas.write(strip.hour, _hour_style(strip)._replace(colour=theme.amber), x + date.wide + 22, y)
    reach = date.wide + AFTER_DATE + hour.wide
    top = box.y + TICKS_TOP * text
    gap = 4 if reach / strip.days >= LEAST_TICK else 0.0  # where days are many they run together
    step = (reach + gap) / strip.days
    for i in range(strip.days):
        colour = theme.n6 if i < strip.day - 1 else theme.n3
        canvas.fill(Box(x + i * step, top, step - gap, 7), colour)
    today = max(step - gap, LEAST_TODAY)
    left = min(x + (strip.day - 1) * step, x + reach - today)
    canvas.fill(Box(left, top, today, 7), theme.amber)
    if has_days:
        words = canvas.setting(strip.day_words, _days_style()._replace(colour=theme.n6))
        canvas.place(words, x + reach + AFTER_HOUR, top + 7 - words.tall)


def _draw_line(canvas: Canvas, box: Box, strip: Strip, day: str) -> None:
    """The moment on the one line of a compact strip."""
    theme, x = canvas.theme, box.x + MARGIN
    date = canvas.setting(day, _date_style(strip)._replace(colour=theme.n7))
    hour = canvas.setting(strip.hour, _hour_style(strip)._replace(colour=theme.amber))
    for setting in (date, hour):
        canvas.place(setting, x, box.y + (box.height - setting.tall) / 2)
        x += setting.wide + AFTER_DATE


def _date_style(strip: Strip) -> Style:
    return heading(24 if strip.is_compact else 36, STANDARD.n7)._replace(track=0.01)


def _hour_style(strip: Strip) -> Style:
    return Style(Role.THIN, 24 if strip.is_compact else 36, STANDARD.amber)


def _days_style() -> Style:
    return prose(20, STANDARD.n6)
