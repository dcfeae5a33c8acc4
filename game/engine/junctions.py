"""Where games stand: junctions, what may be done there, and the ways that lead from each to the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from game.engine.happenings import Happening
from game.engine.moves import ChanceOutcome, Command, Move
from game.engine.state import Due, Point

WAIT = -1
"""The key of the way of a player who waits; that of an option is its place in `Program.options`."""
ON = 0
"""The key of the only way from a junction at which nobody has the move."""

Turn = Literal["chance", "player", "over"]
Telling = Callable[[Happening], None] | None
"""Hears what happens, None where nothing is told."""


class Unknown(NamedTuple):
    """Masks of the watches, endings and openings of decisions of which it is not known that none holds."""

    watches: int
    endings: int
    openings: int

    def and_of(self, other: Unknown) -> Unknown:
        """Return what is unknown in one of the two."""
        watches, endings, openings = other
        return Unknown(self.watches | watches, self.endings | endings, self.openings | openings)


class Control(NamedTuple):
    """What is the same in all games at a junction; their registers and queues may differ.

    `turn` is who has the move, None where play goes on by itself. `opened` is the mask of the open
    decisions; `waits` and `time` are those registers.
    """

    turn: Turn | None
    minute: int
    agenda: tuple[Point, ...]
    opened: int
    waits: int
    time: int
    unknown: Unknown


class Choice(NamedTuple):
    """What the player may do or chance may bring, the ways of these, and the running sums of weights."""

    commands: tuple[Command, ...]
    outcomes: tuple[ChanceOutcome, ...]
    ways: tuple[int, ...]
    sums: tuple[int, ...]

    @property
    def moves(self) -> tuple[Move, ...]:
        return self.commands or self.outcomes


NO_CHOICE = Choice((), (), (), ())


class Junction:
    """A place where games stand alike.

    What `read` gives of registers and minute tells choices apart. A way carries registers and queue
    to the next junction.
    """

    __slots__ = ("choices", "control", "minute", "passes", "read", "ways")

    choices: Mapping[Any, Choice]
    ways: dict[int, Way]

    def __init__(self, control: Control) -> None:
        self.control = control
        self.minute = control.minute
        self.passes = control.turn is None
        self.read: Callable[[Sequence[int], int], Hashable] = _nothing
        self.choices = _NOTHING
        self.ways = {}

    def read_by(self, read: Callable[[Sequence[int], int], Hashable]) -> None:
        self.read = read


Way = Callable[[list[int], list[Due], Telling], Junction]
"""Carries registers and queue to another junction, and tells what happens."""


def _nothing(registers: Sequence[int], minute: int) -> None:
    """Return the same of all games."""


_NOTHING: Mapping[Any, Choice] = {None: NO_CHOICE}
