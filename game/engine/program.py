"""The Program: a Scenario's rules under one setup as flat code over registers of integers.

The code is carried out by `game.engine.walk`. Every point that may stand in an agenda or a queue
lies in the *entry vector* at the front of the code, in the order in which entries take their turn
within a moment (section 9.3: letters, reports, events, responses, deadlines), so that sorting
points sorts the agenda.

Functions take the registers and the minute. They are compiled from syntax trees of the typed
expressions, never from text; the expressions stay beside them for analysis.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from game.engine.deferred import Deferred
from game.engine.happenings import Happening, Values
from game.engine.state import Point
from game.frozen import Frozen, aside
from game.scenario.expressions.tree import Expression
from game.scenario.model import Scenario

Registers = Sequence[int]
Number = Callable[[Registers, int], int]
Numbers = Callable[[Registers, int], tuple[int, ...]]
MadeT = TypeVar("MadeT")


class Register(NamedTuple):
    """A value of the state: its name, its bounds and what it starts with."""

    name: str
    low: int
    high: int
    start: int


class Update(NamedTuple):
    """A new value of a register: set, then changed, and held within its bounds."""

    register: int
    low: int
    high: int
    set: Expression | None
    change: Expression | None


class Assign(NamedTuple):
    """Fields 1 and 2 of a block: all values are read before any is written.

    `cause` is the block's address; None for values of the order of play, of which nothing is told.
    """

    updates: tuple[Update, ...]
    values: Deferred[tuple[int, ...]]
    cause: str | None


class Switch(NamedTuple):
    """Field 3 of a block: a flag is switched on or off."""

    register: int
    value: int
    cause: str


class Note(NamedTuple):
    """A register of the order of play takes a value: seen, chosen, opened, armed."""

    register: int
    value: int


class Tell(NamedTuple):
    """A happening with the values that it prints; `halts` if it is told to the player."""

    happening: Callable[[Values], Happening]
    prints: tuple[tuple[str, Number], ...]
    halts: bool


class Branch(NamedTuple):
    """Go on if the test holds, else at `otherwise`."""

    test: Deferred[int]
    condition: Expression
    otherwise: Point


class Pending(NamedTuple):
    """Go on unless the entry waits in the queue or on the agenda; then at `otherwise`."""

    point: Point
    otherwise: Point


class Chance(NamedTuple):
    """One of the results happens, by weight; `pinned` is the one that is fixed, if it is possible."""

    site: str
    results: tuple[str, ...]
    weights: Deferred[tuple[int, ...]]
    odds: tuple[Expression, ...]
    points: tuple[Point, ...]
    pinned: int | None


class Defer(NamedTuple):
    """Put an entry off by a delay in minutes; without delay to the end of the agenda."""

    point: Point
    delay: int
    happening: Callable[[int], Happening]


class Call(NamedTuple):
    """Carry out an entry whole, then go on."""

    point: Point


class Jump(NamedTuple):
    """Go on elsewhere."""

    point: Point


class Return(NamedTuple):
    """The entry is done."""


class Endings(NamedTuple):
    """Look whether an ending holds."""


class Begin(NamedTuple):
    """The first moment begins."""


Instruction = (
    Assign | Switch | Note | Tell | Branch | Pending | Chance | Defer | Call | Jump | Return | Endings | Begin
)


class OptionRow(NamedTuple):
    """An option; its place in `Program.options` is its bit in the mask of the offer."""

    decision: str
    option: str
    point: Point
    when: Expression


class DecisionRow(NamedTuple):
    """A decision: its registers, when it opens, how long it stays open, what is taken when it is late.

    It opens when its `condition` holds, and at the minute `at` only where there is one.
    """

    decision: str
    opened: int
    rests: int | None
    deadline: int | None
    late: Point | None
    at: int | None
    condition: Expression
    prints: tuple[tuple[str, Number], ...]


class RepeaterRow(NamedTuple):
    """A condition event that repeats: the register that says whether it is armed, and its condition."""

    armed: int
    condition: Expression
    holds: Deferred[int]


class WatchRow(NamedTuple):
    """What part 5 of a moment looks for: a condition, and the entry that it starts."""

    condition: Expression
    point: Point


class EndingRow(NamedTuple):
    """A condition, and the ending that it brings: its place in `Program.endings`, counted from 1."""

    condition: Expression
    number: int


class PeriodRow(NamedTuple):
    """An event that comes again after each period, in minutes."""

    every: int
    point: Point


class Keys(Frozen):
    """The registers of the order of play."""

    time: int
    waits: int
    halted: int
    offer: int
    ended: int


class Program(Frozen):
    """The rules of a scenario under one setup, ready to run.

    `look` gives the point of the first of the `watches` that holds, or -1; `ended`
    the place in `endings` of the ending that holds, counted from 1, or 0; `opening` the place of the
    first decision that opens now, or -1; `opened` the decisions that are open, and `offer` the options
    on offer, as masks of bits. `ended` looks at the `closings` in their order. `watched` are the
    registers shown in the status. `made` is no part of it, but what `once` keeps.
    """

    scenario: Scenario
    setup: str
    registers: tuple[Register, ...]
    index: Mapping[str, int]
    keys: Keys
    code: tuple[Instruction, ...]
    start: Point
    begins: int
    ends: int
    step: int
    fixed: tuple[int, ...]
    due: Mapping[int, tuple[Point, ...]]
    periods: tuple[PeriodRow, ...]
    decisions: tuple[DecisionRow, ...]
    options: tuple[OptionRow, ...]
    repeaters: tuple[RepeaterRow, ...]
    watches: tuple[WatchRow, ...]
    closings: tuple[EndingRow, ...]
    watched: frozenset[int]
    endings: tuple[str, ...]
    look: Number
    opening: Number
    opened: Number
    ended: Number
    offer: Number
    names: Mapping[str, Number]
    made: dict[Callable[..., Any], Any] = aside()

    def once(self, make: Callable[[Program], MadeT]) -> MadeT:
        """Return what a function makes of this Program, made when it is first asked for."""
        if make not in self.made:
            self.made[make] = make(self)
        made: MadeT = self.made[make]
        return made
