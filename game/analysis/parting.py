"""Two games side by side: how far they are the same, where luck and where choices part."""

from __future__ import annotations

from typing import NamedTuple

from game.engine.happenings import ChanceTaken
from game.engine.moves import Command
from game.session.session import Halt, Session


class Drawn(NamedTuple):
    """The first draws that differ: after so many commands, and what came in each game, as a run writes it.

    None stands for a game that drew nothing more on the way to that halt.
    """

    after: int
    results: tuple[str | None, str | None]


class Departure(NamedTuple):
    """The first commands that differ, after so many that are the same; None where a game has no more."""

    after: int
    commands: tuple[Command | None, Command | None]


def departure(one: Session, other: Session) -> Departure | None:
    """Return where the choices of two games part, None where all are the same."""
    for after, (mine, yours) in enumerate(zip(one.past[1:], other.past[1:], strict=False)):
        if mine.command != yours.command:
            return Departure(after, (mine.command, yours.command))
    shorter = min(one.position, other.position)
    if one.position == other.position:
        return None
    return Departure(shorter, (_command(one, shorter + 1), _command(other, shorter + 1)))


def luck_parting(one: Session, other: Session) -> Drawn | None:
    """Return the first draws that differ while the choices are the same, None where none do."""
    parted = departure(one, other)
    last = min(one.position, other.position) if parted is None else parted.after
    for after, (mine, yours) in enumerate(zip(one.past, other.past, strict=False)):
        if after > last:
            return None
        draws = [_draws(mine), _draws(yours)]
        if draws[0] != draws[1]:
            return Drawn(after, _first_difference(*draws))
    return None


def _command(session: Session, halt: int) -> Command | None:
    return session.past[halt].command if halt <= session.position else None


def _draws(halt: Halt) -> list[str]:
    return [f"{each.site}={each.result}" for each in halt.happenings if isinstance(each, ChanceTaken)]


def _first_difference(mine: list[str], yours: list[str]) -> tuple[str | None, str | None]:
    for one, other in zip(mine, yours, strict=False):
        if one != other:
            return one, other
    longer = len(mine) > len(yours)
    at = min(len(mine), len(yours))
    return (mine[at], None) if longer else (None, yours[at])
