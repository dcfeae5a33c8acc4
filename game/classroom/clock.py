"""Clocks of a lesson as values: what time it is comes in as an argument, in seconds of any clock."""

from __future__ import annotations

from math import ceil

from game.classroom.plan import DEBRIEF
from game.frozen import NamedTuple

_MINUTE = 60


class LessonClock(NamedTuple):
    """A lesson of so many minutes that began at a second."""

    minutes: int
    began: float

    def seconds_left(self, now: float) -> int:
        """Return the seconds until the bell, never below 0."""
        return max(0, ceil(self.minutes * _MINUTE - (now - self.began)))

    def minutes_left(self, now: float) -> int:
        """Return the minutes until the bell, a minute that has begun included.

        >>> LessonClock(45, 100.0).minutes_left(100.0), LessonClock(45, 100.0).minutes_left(2_741.0)
        (45, 1)
        """
        return ceil(self.seconds_left(now) / _MINUTE)

    def is_debrief_due(self, now: float) -> bool:
        """Whether what is left belongs to the debrief."""
        return self.seconds_left(now) <= DEBRIEF * _MINUTE


class Timer(NamedTuple):
    """A time for something within the lesson; nothing happens when it has run out."""

    seconds: int
    began: float

    def seconds_left(self, now: float) -> int:
        return max(0, ceil(self.seconds - (now - self.began)))

    def share_left(self, now: float) -> float:
        """Return what is left as a share, from 1 to 0."""
        return self.seconds_left(now) / self.seconds if self.seconds else 0.0


def timed(seconds: int) -> str:
    """Return seconds as a clock shows them.

    >>> timed(42), timed(600)
    ('0:42', '10:00')
    """
    return f"{seconds // _MINUTE}:{seconds % _MINUTE:02}"
