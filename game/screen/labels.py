"""Where labels stand: inside the map, on nothing, and on no other label."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from game.frozen import NamedTuple
from game.screen.box import Box
from game.screen.curves import Point

GAP = 6.0
CELL = 32.0


class Wish(NamedTuple):
    """A label by its candidates, the best first. All have the size of the label.

    A quiet one, such as the name of a sea, does not crowd the map.
    """

    candidates: tuple[Box, ...]
    is_quiet: bool = False


def around(mark: Box, width: float, height: float) -> tuple[Box, ...]:
    """Return places for a label at a mark: right, left, below, above, then the corners."""
    x, y = mark.middle
    right, left = mark.right + GAP, mark.x - GAP - width
    above, below = mark.y - GAP - height, mark.bottom + GAP
    level = y - height / 2
    return (
        Box(right, level, width, height),
        Box(left, level, width, height),
        Box(x - width / 2, below, width, height),
        Box(x - width / 2, above, width, height),
        Box(right - 4, above + 6, width, height),
        Box(right - 4, below - 6, width, height),
        Box(left + 4, above + 6, width, height),
        Box(left + 4, below - 6, width, height),
    )


def about(point: Point, width: float, height: float) -> tuple[Box, ...]:
    """Return places for a name about a point: on it, then farther up and down, left and right."""
    x, y = point
    shifts = sorted(
        ((right, down) for right in (-2, -1, 0, 1, 2) for down in (-2, -1, 0, 1, 2)),
        key=lambda shift: abs(shift[0]) * 1.5 + abs(shift[1]),
    )
    return tuple(
        Box(x + right * width * 0.2 - width / 2, y + down * height - height / 2, width, height)
        for right, down in shifts
    )


def beside(points: Sequence[Point], width: float, height: float) -> tuple[Box, ...]:
    """Return places for a label beside a line, from its middle outward, on either side of it."""
    count = len(points)
    order = sorted(range(0, count, max(1, count // 24)), key=lambda i: abs(i - count // 2))
    return tuple(
        Box(x, y, width, height)
        for i in order
        for x, y in (
            (points[i][0] + 2 * GAP, points[i][1] - height / 2),
            (points[i][0] - 2 * GAP - width, points[i][1] - height / 2),
        )
    )


def placed(
    wishes: Sequence[Wish],
    bounds: Box,
    taken: Sequence[Box],
    crossed: Sequence[Point],
    most: float = math.inf,
) -> tuple[Box | None, ...]:
    """Return a box for each wish, in the order of the wishes, or None where no candidate is free.

    A box lies within the bounds and meets neither a taken box nor one given to
    an earlier wish. Of the free candidates it is the first of those that cover the
    fewest of the points that would better not be covered. Together the boxes cover `most` at the most.
    """
    used = list(taken)
    near = _celled(crossed)
    left = most
    found: list[Box | None] = []
    for wish in wishes:
        free = [
            box
            for box in wish.candidates
            if (wish.is_quiet or box.width * box.height <= left)
            and bounds.holds(box)
            and not any(box.meets(other) for other in used)
        ]
        best = _clearest(free, near)
        found.append(best)
        if best is not None:
            used.append(best)
            left -= 0.0 if wish.is_quiet else best.width * best.height
    return tuple(found)


def _celled(points: Sequence[Point]) -> Mapping[tuple[int, int], Sequence[Point]]:
    """The points by the cell in which they lie, so that a box need not look at all of them."""
    cells: dict[tuple[int, int], list[Point]] = {}
    for x, y in points:
        cells.setdefault((int(x // CELL), int(y // CELL)), []).append((x, y))
    return cells


def _covered(box: Box, cells: Mapping[tuple[int, int], Sequence[Point]]) -> int:
    """How many points a box covers."""
    return sum(
        box.has_point(x, y)
        for across in range(int(box.x // CELL), int(box.right // CELL) + 1)
        for down in range(int(box.y // CELL), int(box.bottom // CELL) + 1)
        for x, y in cells.get((across, down), ())
    )


def _clearest(boxes: Sequence[Box], cells: Mapping[tuple[int, int], Sequence[Point]]) -> Box | None:
    """The first box of those that cover the fewest points."""
    best: Box | None = None
    fewest = math.inf
    for box in boxes:
        covered = _covered(box, cells)
        if covered < fewest:
            best, fewest = box, covered
        if fewest == 0:
            break
    return best


def spread(boxes: Sequence[Box], furthest: float, rounds: int = 24) -> tuple[Box, ...]:
    """Return boxes moved apart until they do not meet, none by more than a distance.

    What stands alone stays where it is. Where there are too many, some still meet.
    """
    moved = list(boxes)
    for _ in range(rounds):
        is_done = True
        for i, first in enumerate(moved):
            for j in range(i + 1, len(moved)):
                second = moved[j]
                if not first.meets(second):
                    continue
                is_done = False
                shove = _shove(first, second)
                moved[i] = _kept(boxes[i], first.moved(-shove[0], -shove[1]), furthest)
                moved[j] = _kept(boxes[j], second.moved(*shove), furthest)
                first = moved[i]  # noqa: PLW2901  the next pair starts from here
        if is_done:
            break
    return tuple(moved)


def _shove(first: Box, second: Box) -> Point:
    """How far each of two boxes has to give way along the shorter overlap."""
    (ax, ay), (bx, by) = first.middle, second.middle
    over_x = (first.width + second.width) / 2 - abs(bx - ax)
    over_y = (first.height + second.height) / 2 - abs(by - ay)
    if over_x <= over_y:
        return (over_x / 2 + 0.5) * (1 if bx >= ax else -1), 0.0
    return 0.0, (over_y / 2 + 0.5) * (1 if by >= ay else -1)


def _kept(home: Box, box: Box, furthest: float) -> Box:
    right = max(-furthest, min(furthest, box.x - home.x))
    down = max(-furthest, min(furthest, box.y - home.y))
    return home.moved(right, down)
