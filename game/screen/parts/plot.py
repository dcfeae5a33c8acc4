"""The risk over the days: the player's line, that of the record, and the numbered steps."""

from __future__ import annotations

from collections.abc import Sequence

from game.frozen import Frozen, NamedTuple
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.colour import Colour
from game.screen.curves import Point
from game.screen.fonts import Role
from game.screen.styles import heading, label, prose
from game.screen.theme import STANDARD, Theme
from game.screen.typeset import Align, Setting, Style, Typesetter
from game.view.review import Marker, RiskCurve, Spot, Tick

SIDE = 26
BADGE = 17
STEM = 34
TOPS = (
    (1.0, 0.5),
    (2.0, 1.0),
    (5.0, 1.0),
    (10.0, 5.0),
    (20.0, 5.0),
    (40.0, 10.0),
    (60.0, 20.0),
    (100.0, 25.0),
)
"""The ends that the scale may have, each with the distance of its lines."""


class Plot(Frozen):
    """A chart of the risk; `focus` is the number of the step that stands out, 0 for none."""

    curve: RiskCurve
    focus: int = 0


class Frame(NamedTuple):
    """Where the lines lie: the box of the chart, its length in minutes and the end of its scale."""

    box: Box
    length: int
    top: float
    step: float

    def at(self, spot: Spot) -> Point:
        x = self.box.x + self.box.width * spot.minute / max(1, self.length)
        return x, self.box.bottom - self.box.height * spot.risk / self.top


def plot_height(type_: Typesetter, plot: Plot, width: float) -> float:
    """Return the least height: head, foot and room for a line."""
    head = _head(type_, STANDARD, plot, width)
    return head + 3 * 46 * type_.scale.text + 160


def plot_frame(type_: Typesetter, box: Box, plot: Plot) -> Frame:
    highest = max((spot.risk for spot in (*plot.curve.own, *plot.curve.record)), default=0.0)
    top, step = next((each for each in TOPS if each[0] >= highest), TOPS[-1])
    before = type_.width("100", prose(22, STANDARD.n6)) + SIDE + 22
    style = heading(25, STANDARD.n7)
    names = (plot.curve.own_words, plot.curve.record_words if plot.curve.record else "")
    after = max(type_.width(each, style) for each in names) + SIDE + 30
    above = _head(type_, STANDARD, plot, box.width) + 2 * BADGE * type_.scale.text + STEM * 0.4
    below = _foot(type_, plot)
    place = Box(box.x + before, box.y + above, box.width - before - after, box.height - above - below)
    return Frame(place, plot.curve.length, top, step)


def _foot(type_: Typesetter, plot: Plot) -> float:
    rows = 2 if sum(bool(each.month) for each in plot.curve.ticks) > 1 else 1
    return 22 + rows * 34 * type_.scale.text


def _head(type_: Typesetter, theme: Theme, plot: Plot, width: float) -> float:
    title, note = _titles(type_, theme, plot, width)
    is_beside = title.wide + note.wide + 60 <= width - 2 * SIDE
    return SIDE + (title.tall if is_beside else title.rest + 10 + note.tall) + 14


def _titles(type_: Typesetter, theme: Theme, plot: Plot, width: float) -> tuple[Setting, Setting]:
    room = width - 2 * SIDE
    title = type_.setting(plot.curve.title.upper(), label(theme.n7, 25), room)
    return title, type_.setting(plot.curve.note, prose(22, theme.n6), room)


def draw_plot(canvas: Canvas, box: Box, plot: Plot) -> None:
    theme = canvas.theme
    canvas.fill(box, theme.n0)
    canvas.frame(box, theme.n3, 2)
    title, note = _titles(canvas.kit.type, theme, plot, box.width)
    canvas.place(title, box.x + SIDE, box.y + SIDE)
    if title.wide + note.wide + 60 <= box.width - 2 * SIDE:
        canvas.place(note, box.right - SIDE - note.wide, box.y + SIDE)
    else:
        canvas.place(note, box.x + SIDE, box.y + SIDE + title.rest + 10)
    frame = plot_frame(canvas.kit.type, box, plot)
    _draw_scale(canvas, frame, box)
    _draw_days(canvas, frame, plot.curve.ticks)
    _draw_lines(canvas, frame, plot)
    _draw_names(canvas, frame, plot)
    _draw_markers(canvas, frame, plot)


def _draw_scale(canvas: Canvas, frame: Frame, box: Box) -> None:
    theme, value = canvas.theme, 0.0
    while value <= frame.top:
        _, y = frame.at(Spot(0, value))
        canvas.rule(frame.box.x, y, frame.box.width, theme.n4 if value == 0 else theme.n3, 2)
        words = canvas.setting(f"{value:g}", prose(22, theme.n6, Align.RIGHT))
        canvas.place(words, frame.box.x - 16, y - words.tall / 2)
        value += frame.step
    del box


def _draw_days(canvas: Canvas, frame: Frame, ticks: Sequence[Tick]) -> None:
    """Draw the days that fit, and the months: below where they begin, or at the end if there is one."""
    theme, y = canvas.theme, frame.box.bottom + 20
    style = heading(22, theme.n6, Align.CENTRE)
    reach = frame.box.x - 100.0
    every = _every(canvas, frame, ticks)
    months = [each for each in ticks if each.month]
    for place, tick in enumerate(ticks):
        x, _ = frame.at(Spot(tick.minute, 0))
        words = canvas.setting(tick.day, style)
        if place % every == 0 and x - words.wide / 2 > reach:
            canvas.place(words, x, y)
            reach = x + words.wide / 2 + 8
    small = prose(20, theme.n6)
    if len(months) == 1:
        canvas.place(canvas.setting(months[0].month, small), max(reach, frame.box.right) + 16, y)
        return
    reach = 0.0
    for tick in months:
        x, _ = frame.at(Spot(tick.minute, 0))
        words = canvas.setting(tick.month, small)
        left = max(x - 12, reach)
        canvas.place(words, left, y + 34 * canvas.scale.text)
        reach = left + words.wide + 16


def _every(canvas: Canvas, frame: Frame, ticks: Sequence[Tick]) -> int:
    """Return of how many days one is named."""
    widest = canvas.kit.type.width("30", heading(22, canvas.theme.n6)) + 18
    for every in (1, 2, 5, 7, 10, 14, 30):
        if frame.box.width / max(1, len(ticks)) * every >= widest:
            return every
    return 60


def _draw_lines(canvas: Canvas, frame: Frame, plot: Plot) -> None:
    theme = canvas.theme
    own = [frame.at(each) for each in plot.curve.own]
    record = [frame.at(each) for each in plot.curve.record]
    with canvas.pen(frame.box.grown(12), 2) as pen:
        if len(own) > 1:
            floor = frame.box.bottom
            pen.polygon((*own, (own[-1][0], floor), (own[0][0], floor)), theme.amber, 40)
        if len(record) > 1:
            pen.line(record, theme.blue, 3.4, (12, 8))
            pen.disc(record[-1], 6, theme.blue)
        if len(own) > 1:
            pen.line(own, theme.amber, 5)
            pen.disc(own[-1], 8, theme.amber)


def _draw_names(canvas: Canvas, frame: Frame, plot: Plot) -> None:
    """Name the lines at their ends, one above the other where they end together."""
    theme, curve = canvas.theme, plot.curve
    named: list[tuple[str, Colour, float, float]] = []
    for words, colour, line in (
        (curve.own_words, theme.amber, curve.own),
        (curve.record_words, theme.blue, curve.record),
    ):
        if line:
            x, y = frame.at(line[-1])
            named.append((words, colour, x, y))
    high = 36 * canvas.scale.text
    named.sort(key=lambda each: each[3])
    lowest = frame.box.bottom - 8
    floor = [min(each[3], lowest) for each in named]
    for place in range(len(named) - 2, -1, -1):
        floor[place] = min(floor[place], floor[place + 1] - high)
    for (words, colour, x, _), y in zip(named, floor, strict=True):
        setting = canvas.setting(words, heading(25, colour))
        canvas.place(
            setting, max(x, frame.box.right if x > frame.box.right - 60 else x) + 24, y - setting.tall / 2
        )


def shown_markers(frame: Frame, plot: Plot, text: float) -> tuple[Marker, ...]:
    """Return the steps whose badges do not lie over each other: the focus, then what moved most."""
    kept: list[Marker] = []
    for marker in sorted(plot.curve.markers, key=lambda each: (each.number != plot.focus, -each.weight)):
        x, _ = frame.at(marker.spot)
        if all(abs(frame.at(each.spot)[0] - x) > 2.3 * BADGE * text for each in kept):
            kept.append(marker)
    return tuple(sorted(kept, key=lambda each: each.number))


def _draw_markers(canvas: Canvas, frame: Frame, plot: Plot) -> None:
    theme, text = canvas.theme, canvas.scale.text
    radius = BADGE * text
    style = Style(Role.DISPLAY, 21, theme.n0, align=Align.CENTRE)
    for marker in shown_markers(frame, plot, text):
        x, y = frame.at(marker.spot)
        above = max(y - STEM - radius, frame.box.y - radius)
        is_focus = marker.number == plot.focus
        around = Box(x - radius - 8, above - radius - 8, 2 * radius + 16, y - above + radius + 16)
        with canvas.pen(around) as pen:
            pen.line(((x, above + radius), (x, y)), theme.n7, 2)
            pen.disc((x, y), 7, theme.amber)
            pen.disc((x, above), radius + (4 if is_focus else 0), theme.amber if is_focus else theme.n7)
        words = canvas.setting(str(marker.number), style)
        canvas.place(words, x, above - words.tall / 2)
