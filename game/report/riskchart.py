"""The risk over the days as a drawing: where lines, days and numbered steps lie, in units of the picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.frozen import NamedTuple
from game.view.review import Marker, RiskCurve, Spot, Tick

WIDTH = 760
_LEFT, _RIGHT, _PLOT, _FOOT = 40, 112, 210, 46
_LANE, _NEAREST = 24, 22
_LETTER, _BETWEEN_NAMES = 8, 18
_STEPS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 25.0)
_MOST_LEVELS = 4


class Level(NamedTuple):
    """A line of the scale."""

    y: float
    words: str


class Label(NamedTuple):
    """Words at a place."""

    x: float
    y: float
    words: str


class Badge(NamedTuple):
    """The number of a step in its lane, above its place on the line."""

    number: int
    x: float
    lane: float
    y: float


class RiskChart(NamedTuple):
    """The drawing. Lines are lists of points as SVG writes them; `record` is empty where there is none."""

    width: int
    height: float
    left: float
    right: float
    floor: float
    levels: tuple[Level, ...]
    days: tuple[Label, ...]
    months: tuple[Label, ...]
    own: str
    area: str
    record: str
    own_name: Label
    record_name: Label | None
    badges: tuple[Badge, ...]


class _Frame(NamedTuple):
    """Where the plot lies, the minutes of its width and the worlds of its height."""

    ceiling: float
    length: int
    top: float

    def at(self, spot: Spot) -> tuple[float, float]:
        x = _LEFT + (WIDTH - _LEFT - _RIGHT) * spot.minute / max(1, self.length)
        return round(x, 1), round(self.ceiling + _PLOT * (1 - spot.risk / self.top), 1)

    @property
    def floor(self) -> float:
        return self.ceiling + _PLOT


def risk_chart(curve: RiskCurve) -> RiskChart:
    highest = max((spot.risk for spot in (*curve.own, *curve.record)), default=0.0)
    step = next((each for each in _STEPS if each * _MOST_LEVELS >= highest), _STEPS[-1])
    top = step * max(1, -int(-highest // step))
    lanes = _lanes(curve.markers, _Frame(0, curve.length, top))
    frame = _Frame(14 + _LANE * (max(lanes, default=-1) + 1), curve.length, top)
    own = [frame.at(each) for each in curve.own]
    record = [frame.at(each) for each in curve.record]
    names = _names(curve, frame)
    return RiskChart(
        WIDTH,
        frame.floor + _FOOT,
        _LEFT,
        WIDTH - _RIGHT,
        frame.floor,
        tuple(_levels(frame, step)),
        *_days(frame, curve.ticks),
        _points(own),
        _points((*own, (own[-1][0], frame.floor), (own[0][0], frame.floor))) if own else "",
        _points(record),
        *names,
        tuple(_badges(curve.markers, lanes, frame)),
    )


def _points(spots: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in spots)


def _levels(frame: _Frame, step: float) -> Iterator[Level]:
    for number in range(round(frame.top / step) + 1):
        value = number * step
        yield Level(frame.at(Spot(0, value))[1], f"{value:g}")


def _days(frame: _Frame, ticks: Sequence[Tick]) -> tuple[tuple[Label, ...], tuple[Label, ...]]:
    """Return the days that have room, and the months below them."""
    days: list[Label] = []
    months: list[Label] = []
    for tick in ticks:
        x, _ = frame.at(Spot(tick.minute, 0))
        if not days or x - days[-1].x >= (len(tick.day) + 1) * _LETTER:
            days.append(Label(x, frame.floor + 18, tick.day))
        if tick.month and (not months or x - months[-1].x >= (len(months[-1].words) + 1) * _LETTER):
            months.append(Label(x, frame.floor + 36, tick.month))
    return tuple(days), tuple(months)


def _names(curve: RiskCurve, frame: _Frame) -> tuple[Label, Label | None]:
    """Return the names of the lines beside their ends, the upper one above the other."""
    own = frame.at(curve.own[-1]) if curve.own else (_LEFT, frame.floor)
    if not curve.record:
        return Label(own[0] + 12, own[1] + 4, curve.own_words), None
    record = frame.at(curve.record[-1])
    upper, lower = sorted((own[1], record[1]))
    lower = min(max(lower, upper + _BETWEEN_NAMES), frame.floor - 8)
    upper = min(upper, lower - _BETWEEN_NAMES)
    heights = (upper, lower) if own[1] <= record[1] else (lower, upper)
    return (
        Label(own[0] + 12, heights[0] + 4, curve.own_words),
        Label(record[0] + 12, heights[1] + 4, curve.record_words),
    )


def _lanes(markers: Sequence[Marker], frame: _Frame) -> list[int]:
    """Return a lane for each number, from 0 at the bottom, so that none lies over another."""
    ends: list[float] = []
    lanes: list[int] = []
    for marker in markers:
        x, _ = frame.at(marker.spot)
        lane = next((each for each, end in enumerate(ends) if x - end >= _NEAREST), len(ends))
        ends[lane : lane + 1] = [x]
        lanes.append(lane)
    return lanes


def _badges(markers: Sequence[Marker], lanes: Sequence[int], frame: _Frame) -> Iterator[Badge]:
    for marker, lane in zip(markers, lanes, strict=True):
        x, y = frame.at(marker.spot)
        yield Badge(marker.number, x, frame.ceiling - 14 - _LANE * lane, y)
