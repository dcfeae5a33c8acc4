"""Scenarios with as many merged states as are wanted, and chains whose values are read once."""

from __future__ import annotations

from collections.abc import Iterator

_HEAD = """\
format: 1
id: wide
title: Wide
summary: A workload of the benchmarks.
fiction: yes
"""


def wide_text(days: int, counters: int, most: int = 6) -> str:
    """Return a scenario in which some counters are moved every day and read at the end.

    10 counters to 6 give some ten million merged states in 14 days.
    """
    return "\n".join((*_clock(days), *_wide(days, counters, most))) + "\n"


def _clock(days: int) -> Iterator[str]:
    yield _HEAD + f"clock: {{ starts: 1962-10-01 00:00, step: 24 h, ends: 1962-10-{days + 1:02d} 00:00 }}"


def _wide(days: int, counters: int, most: int) -> Iterator[str]:
    yield "variables:"
    for each in range(counters):
        yield f"  c{each}: {{ range: 0 to {most}, start: 0 }}"
    yield "decisions:"
    for day in range(days):
        first, second, third = (f"c{(day * 3 + each) % counters}" for each in range(3))
        yield f"  d{day}:"
        yield f"    at: 1962-10-{day + 1:02d} 06:00"
        yield from ("    title: What now?", "    text: Well.", "    options:")
        yield f"      push: {{ label: Push, change: {{ {first}: +1 }} }}"
        yield f"      hold: {{ label: Hold, change: {{ {second}: +1 }} }}"
        yield f"      turn: {{ label: Turn, change: {{ {third}: +1, {first}: -1 }} }}"
    yield "events:"
    for day in range(days):
        moved = f"c{day * 7 % counters}"
        yield f"  luck{day}:"
        yield f"    at: 1962-10-{day + 1:02d} 12:00"
        yield "    title: Luck"
        yield "    chance:"
        yield f"      good: {{ odds: 2, change: {{ {moved}: -1 }} }}"
        yield f"      bad: {{ odds: 1 + c0, change: {{ {moved}: +1 }} }}"
    total = " + ".join(f"c{each}" for each in range(counters))
    yield "endings:"
    when = f"time is over and {total} >= {days}"
    yield f"  war: {{ when: {when}, title: War, text: Over., catastrophe: yes, priority: 1 }}"
    yield "  peace: { when: time is over, title: Peace, text: Over. }"


def chain_text(days: int) -> str:
    """Return a scenario of decisions, each of whose answers is read once, the day after."""
    return "\n".join((*_clock(days + 1), *_chain(days))) + "\n"


def _chain(days: int) -> Iterator[str]:
    yield "variables:"
    yield "  heat: { range: 0 to 10, start: 0 }"
    for day in range(days):
        yield f"  move{day}: {{ range: 0 to 3, start: 0 }}"
    yield "decisions:"
    for day in range(days):
        yield f"  ask{day}:"
        yield f"    at: 1962-10-{day + 1:02d} 06:00"
        yield from ("    title: What now?", "    text: Well.", "    options:")
        for option in range(4):
            yield f"      way{option}: {{ label: A way, set: {{ move{day}: {option} }} }}"
    yield "events:"
    for day in range(days):
        yield f"  answer{day}:"
        yield f"    at: 1962-10-{day + 2:02d} 00:00"
        yield "    title: An answer"
        yield "    change:"
        yield f"      heat: max(0, move{day} - 2)"
    yield "endings:"
    yield "  war: { when: heat >= 9, title: War, text: Over., catastrophe: yes, priority: 1 }"
    yield "  peace: { when: time is over, title: Peace, text: Over. }"
