"""What the clock brings whatever is open and under way."""

from __future__ import annotations

from bisect import bisect_right

from game.engine.program import Program
from game.engine.state import Point


def minute_after(program: Program, now: int) -> int:
    """Return the next moment after a minute."""
    minute = min(program.ends, (now // program.step + 1) * program.step)
    place = bisect_right(program.fixed, now)
    if place < len(program.fixed):
        minute = min(minute, program.fixed[place])
    for period in program.periods:
        minute = min(minute, (now // period.every + 1) * period.every)
    return minute


def due_at(program: Program, minute: int) -> list[Point]:
    """Return the entries that are due at a minute."""
    periods = [period.point for period in program.periods if minute and minute % period.every == 0]
    return [*program.due.get(minute, ()), *periods]
