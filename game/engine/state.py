"""The state of a game: plain integers, immutable, hashable."""

from __future__ import annotations

from typing import NamedTuple

from game.engine.happenings import Happening

Point = int
"""A place in the code of a Program."""

Due = tuple[int, Point]
"""An entry that is put off until a minute."""


class State(NamedTuple):
    """All that rules can read, and what is still to be done.

    `minute` counts from the start of the clock. `agenda` holds the points still to be carried out
    now, the next in front; `queue` what is due later, as (minute, point), sorted. `registers` hold
    every value (`Program.registers` names them). Equal states have equal futures.
    """

    minute: int
    agenda: tuple[Point, ...]
    queue: tuple[Due, ...]
    registers: tuple[int, ...]


class Step(NamedTuple):
    """The state at the next turn, and what happened on the way, in order."""

    state: State
    happenings: tuple[Happening, ...]


class IllegalMoveError(ValueError):
    """A move that the state does not allow. Nothing has changed."""

    def __init__(self, move: object, allowed: tuple[object, ...]) -> None:
        super().__init__(f"{move!r} is not among {allowed!r}")
        self.move = move
        self.allowed = allowed
