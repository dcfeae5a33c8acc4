"""Where the focus goes: round by Tab, to the nearest by arrows."""

from __future__ import annotations

from collections.abc import Sequence

from game.screen.desk import Stop

ASIDE = 2.5  # how much farther a stop seems that lies aside of the way
AHEAD = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def next_stop(stops: Sequence[Stop], focus: str, by: int) -> str:
    """Return the stop so many places on in the round; from nowhere, the first or last."""
    ids = [stop.id for stop in stops]
    if focus not in ids:
        return ids[0 if by > 0 else -1] if ids else focus
    return ids[(ids.index(focus) + by) % len(ids)]


def nearest_stop(stops: Sequence[Stop], focus: str, key: str) -> str:
    """Return the nearest stop that lies where an arrow points, or the focus itself."""
    start = next((stop for stop in stops if stop.id == focus), None)
    if start is None:
        return next_stop(stops, focus, 1)
    across, down = AHEAD[key]
    best, least = focus, float("inf")
    for stop in stops:
        ahead, aside = _offsets(start, stop, across, down)
        if ahead > 0 and ahead + ASIDE * aside < least:
            best, least = stop.id, ahead + ASIDE * aside
    return best


def _offsets(start: Stop, stop: Stop, across: int, down: int) -> tuple[float, float]:
    """How far a stop lies ahead and aside; boxes that overlap across the way lie not aside."""
    (ax, ay), (bx, by) = start.box.middle, stop.box.middle
    ahead = (bx - ax) * across + (by - ay) * down
    if across:
        gap = max(stop.box.y - start.box.bottom, start.box.y - stop.box.bottom, 0.0)
        return ahead, gap + 0.05 * abs(by - ay)
    gap = max(stop.box.x - start.box.right, start.box.x - stop.box.right, 0.0)
    return ahead, gap + 0.05 * abs(bx - ax)
