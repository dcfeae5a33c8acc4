"""Moments and lengths of time in words. Moments are minutes since the beginning of year 1."""

from __future__ import annotations

from datetime import date

from game.scenario.model import Clock
from game.view.counting import counted
from game.view.words import Words

_DAY = 24 * 60


def moment(minutes: int) -> str:
    """Return a moment as the language writes it.

    >>> moment(1031816880)
    '1962-10-27 12:00'
    """
    return f"{day_of(minutes).isoformat()} {time_of_day(minutes)}"


def day_of(minutes: int) -> date:
    return date.fromordinal(minutes // _DAY + 1)


def time_of_day(minutes: int) -> str:
    return f"{minutes % _DAY // 60:02}:{minutes % 60:02}"


def date_words(minutes: int, words: Words) -> str:
    """Return the day in words, such as `Saturday 27 October 1962`."""
    day = day_of(minutes)
    return words["date"].format(
        weekday=words[f"weekday.{day.weekday()}"],
        day=day.day,
        month=words[f"month.{day.month}"],
        year=day.year,
    )


def days(clock: Clock, minute: int) -> tuple[int, int]:
    """Return the number of the day at a minute of the game, from 1, and of the last day."""
    first = clock.starts // _DAY
    return (clock.starts + minute) // _DAY - first + 1, clock.ends // _DAY - first + 1


def span(minutes: int, words: Words) -> str:
    """Return a length of time in its two greatest units that count; days from two days on.

    >>> from game.view.words import ENGLISH
    >>> [span(each, ENGLISH) for each in (45, 480, 495, 2160, 4320, 4380)]
    ['45 minutes', '8 hours', '8 hours 15 minutes', '36 hours', '3 days', '3 days 1 hour']
    """
    if minutes >= 2 * _DAY:
        units = (("day", minutes // _DAY), ("hour", minutes % _DAY // 60))
    else:
        units = (("hour", minutes // 60), ("minute", minutes % 60))
    parts = [counted(words, unit, number) for unit, number in units if number]
    match parts:
        case [first, second]:
            return words["span.joined"].format(first=first, second=second)
        case [only]:
            return only
        case _:
            return counted(words, "minute", 0)
