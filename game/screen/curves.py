"""Points of arcs, loops and dashes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import cycle, pairwise

Point = tuple[float, float]


def arc(centre: Point, radius: float, start: float = 0.0, end: float = math.tau) -> tuple[Point, ...]:
    """Return points of an arc, angles in radians clockwise from the right, about every four units."""
    count = max(12, math.ceil(abs(end - start) * radius / 4))
    angles = (start + (end - start) * i / count for i in range(count + 1))
    return tuple((centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a)) for a in angles)


def loop(points: Sequence[Point], steps: int = 8) -> tuple[Point, ...]:
    """Return a smooth closed line through all points, the first not repeated (Catmull and Rom)."""
    count = len(points)
    fours = ([points[(i + j) % count] for j in (-1, 0, 1, 2)] for i in range(count))
    return tuple(point for four in fours for point in _stretch(four, steps))


def _stretch(four: Sequence[Point], steps: int) -> list[Point]:
    """The points from the second of four to before the third."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = four
    points = []
    for i in range(steps):
        t = i / steps
        a, b = -t + 2 * t * t - t**3, 2 - 5 * t * t + 3 * t**3
        c, d = t + 4 * t * t - 3 * t**3, t**3 - t * t
        points.append(((a * ax + b * bx + c * cx + d * dx) / 2, (a * ay + b * by + c * cy + d * dy) / 2))
    return points


def dense(points: Sequence[Point], apart: float) -> Iterator[Point]:
    """Yield points all along a line, none farther from the next than a distance.

    >>> list(dense([(0, 0), (10, 0)], 5))
    [(0.0, 0.0), (5.0, 0.0), (10, 0)]
    """
    for (ax, ay), (bx, by) in pairwise(points):
        count = max(1, math.ceil(math.hypot(bx - ax, by - ay) / apart))
        for i in range(count):
            yield ax + (bx - ax) * i / count, ay + (by - ay) * i / count
    yield from points[-1:]


def dashed(points: Sequence[Point], pattern: Sequence[float]) -> tuple[tuple[Point, ...], ...]:
    """Return the dashes of a line: lengths drawn and left out, in turn, along all of it.

    >>> dashed([(0, 0), (10, 0)], (4, 2))
    (((0, 0), (4.0, 0.0)), ((6.0, 0.0), (10, 0)))
    """
    dashes: list[tuple[Point, ...]] = []
    lengths = cycle(pattern)
    left, is_drawn = next(lengths), True
    current: list[Point] = [points[0]]
    for (ax, ay), (bx, by) in pairwise(points):
        length, done = math.hypot(bx - ax, by - ay), 0.0
        while length - done > left:
            done += left
            corner = (ax + (bx - ax) * done / length, ay + (by - ay) * done / length)
            if is_drawn:
                dashes.append((*current, corner))
            current, is_drawn, left = [corner], not is_drawn, next(lengths)
        left -= length - done
        current.append((bx, by))
    if is_drawn and len(current) > 1:
        dashes.append(tuple(current))
    return tuple(dashes)


def turned(points: Sequence[Point], angle: float, scale: float, to: Point) -> tuple[Point, ...]:
    """Return the points turned clockwise by radians, enlarged, and moved from the origin to a place."""
    cosine, sine = math.cos(angle) * scale, math.sin(angle) * scale
    return tuple((to[0] + x * cosine - y * sine, to[1] + x * sine + y * cosine) for x, y in points)


def mirrored(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points followed by their mirror images left of the upright axis, in turn around."""
    return (*points, *((-x, y) for x, y in reversed(points)))


def cut(points: Sequence[Point], axis: int, low: float, high: float) -> list[Point]:
    """Return the part of an outline between two values of x (axis 0) or y (axis 1)."""
    return _beyond(_beyond(points, axis, low, 1), axis, -high, -1)


def _beyond(points: Sequence[Point], axis: int, bound: float, sign: int) -> list[Point]:
    """The part of an outline where sign times the coordinate is at least the bound."""
    depths = [sign * point[axis] - bound for point in points]
    if not depths or min(depths) >= 0:
        return list(points)
    if max(depths) < 0:
        return []
    kept: list[Point] = []
    before, depth_before = points[-1], depths[-1]
    for point, depth in zip(points, depths, strict=True):
        if (depth < 0) != (depth_before < 0):
            share = depth_before / (depth_before - depth)
            kept.append(
                (before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share)
            )
        if depth >= 0:
            kept.append(point)
        before, depth_before = point, depth
    return kept
