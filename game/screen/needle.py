"""Gauges on their way from one reading to the next: numbers count, a box climbs, a ring goes out."""

from __future__ import annotations

import re

from game.frozen import replace
from game.screen.ease import eased, part_way, share
from game.screen.parts.gauge import Gauge, Ladder, Meter, Reading

CLIMBING = 0.12
COUNTING = 0.4
PULSING = 0.6
LEAP = 0.25
"""Of its range: a meter that moves by so much at once sends out a ring."""
_NUMBER = re.compile(r"([^0-9]*)([0-9]+)([^0-9]*)")


def turning(before: Gauge, after: Gauge) -> float:
    """Return for how many seconds a gauge is on its way; 0 where nothing of it moves."""
    match before, after:
        case Ladder(), Ladder() if before.steps == after.steps and before.at != after.at:
            return CLIMBING
        case Meter(), Meter() if before.value != after.value:
            return PULSING if has_leapt(before, after) else COUNTING
        case Reading(), Reading() if number_between(before.words, after.words, 0.0) != after.words:
            return COUNTING
        case _:
            return 0.0


def turned(before: Gauge, after: Gauge, elapsed: float) -> Gauge:
    """Return a gauge as it stands so many seconds after it began to move; at the end it is `after`."""
    counted = eased(share(elapsed, COUNTING))
    match before, after:
        case Ladder(), Ladder() if before.steps == after.steps:
            return replace(after, at=part_way(before.at, after.at, eased(share(elapsed, CLIMBING))))
        case Meter(), Meter():
            return replace(
                after,
                words=number_between(before.words, after.words, counted),
                value=round(part_way(before.value, after.value, counted)),
                pulse=share(elapsed, PULSING) if has_leapt(before, after) else after.pulse,
            )
        case Reading(), Reading():
            return replace(after, words=number_between(before.words, after.words, counted))
        case _:
            return after


def has_leapt(before: Meter, after: Meter) -> bool:
    """Whether a meter has moved by a quarter of its range or more."""
    return abs(after.value - before.value) >= LEAP * max(1, after.high - after.low)


def number_between(before: str, after: str, share: float) -> str:
    """Return the second words with a number on its way from that of the first; words do not move.

    >>> number_between("40 %", "60 %", 0.5), number_between("calm", "tense", 0.5)
    ('50 %', 'tense')
    """
    old, new = _NUMBER.fullmatch(before), _NUMBER.fullmatch(after)
    if share >= 1 or old is None or new is None or old.group(1, 3) != new.group(1, 3):
        return after
    number = round(part_way(int(old[2]), int(new[2]), share))
    return f"{new[1]}{number}{new[3]}"
