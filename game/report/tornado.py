"""The tornado chart: what moves the catastrophe most, as text, as a picture and as a page."""

from __future__ import annotations

from collections.abc import Sequence

from game.analysis.sensitivity import Bar
from game.frozen import NamedTuple
from game.report.sheet import sheet

_HALF = 12
_ROW, _TOP, _MIDDLE, _REACH, _WIDTH = 34, 74, 620, 250, 900


class Chart(NamedTuple):
    """The bars, the longest first, around the chance that nothing is moved from."""

    heading: str
    about: str
    base: float
    bars: tuple[Bar, ...]

    @property
    def reach(self) -> float:
        """The longest movement, which fills half of the width."""
        return max((bar.size(self.base) for bar in self.bars), default=0.0) or 1.0


class _Drawn(NamedTuple):
    """A bar as it is drawn: the left end and the width of each of its two parts."""

    name: str
    place: str
    moves: str
    down: str
    up: str
    y: int
    parts: tuple[tuple[float, float, str], ...]


def movement(end: float | None, base: float) -> str:
    """Return a movement in worlds of a hundred.

    >>> movement(0.15, 0.1), movement(0.1, 0.1), movement(None, 0.1), movement(0.09999, 0.1)
    ('+5.00', '0', 'refused', '-0.001')
    """
    if end is None:
        return "refused"
    moved = (end - base) * 100
    if abs(moved) < 1e-7:
        return "0"
    return f"{moved:+.2f}" if abs(moved) >= 0.01 else f"{moved:+.1g}"


def line(chart: Chart, bar: Bar) -> str:
    """Return a bar in letters: `<` is where the number is moved down, `>` where it is moved up.

    Where both lead to the same side, the shorter lies before the longer.
    """
    cells = [" "] * (2 * _HALF + 1)
    ends = sorted(
        (-abs(end - chart.base), end - chart.base, sign)
        for end, sign in ((bar.down, "<"), (bar.up, ">"))
        if end is not None
    )
    for _, moved, sign in ends:
        length = round(_HALF * moved / chart.reach)
        for cell in range(min(0, length), max(0, length) + 1):
            if cell:
                cells[_HALF + cell] = sign
    cells[_HALF] = "|"
    return "".join(cells)


def tornado_picture(chart: Chart) -> str:
    """Return the chart as a picture, in SVG."""
    return sheet("tornado.svg", _values(chart))


def tornado_page(chart: Chart) -> str:
    """Return the chart as a page, with a table of its figures."""
    return sheet("tornado.html", _values(chart))


def _values(chart: Chart) -> dict[str, object]:
    rows = [_drawn(chart, bar, number) for number, bar in enumerate(chart.bars)]
    return {
        "heading": chart.heading,
        "about": chart.about,
        "base": f"{chart.base * 100:.2f}",
        "rows": rows,
        "middle": _MIDDLE,
        "width": _WIDTH,
        "height": _TOP + _ROW * len(rows) + 10,
        "reach": f"{chart.reach * 100:.2g}",
        "ends": (_MIDDLE - _REACH, _MIDDLE + _REACH),
    }


def _drawn(chart: Chart, bar: Bar, number: int) -> _Drawn:
    ends = [(end, kind) for end, kind in ((bar.down, "down"), (bar.up, "up")) if end is not None]
    parts: Sequence[tuple[float, float, str]] = [
        (
            round(_MIDDLE + min(0.0, length), 1),
            round(abs(length), 1),
            kind,
        )
        for end, kind in ends
        for length in [_REACH * (end - chart.base) / chart.reach]
    ]
    return _Drawn(
        bar.name,
        f"{bar.span.file}:{bar.span.line}",
        bar.moves,
        movement(bar.down, chart.base),
        movement(bar.up, chart.base),
        _TOP + _ROW * number,
        tuple(sorted(parts, key=lambda part: -part[1])),
    )
