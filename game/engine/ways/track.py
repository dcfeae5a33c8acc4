"""A way under construction: what is known of a game on it, and the statements for what is not."""

from __future__ import annotations

import ast
from collections.abc import Callable, Hashable, Sequence
from typing import Any, NamedTuple

from game.engine.folding import folded
from game.engine.happenings import Happening
from game.engine.junctions import Control, Turn, Unknown
from game.engine.kept import Kept
from game.engine.opened import open_rows
from game.engine.program import DecisionRow, Number
from game.engine.state import Point
from game.engine.syntax import called, named, stored
from game.engine.ways.ground import Ground
from game.scenario.expressions.tree import Expression

_MOST_HAPPENINGS = 100
ARGUMENTS = ("r", "q", "t")
"""Registers, queue, and what hears of happenings: what a way is given."""


class Over(NamedTuple):
    """The game is over: an ending by its number, and the decision at which there was no way on."""

    control: Control
    ending: int
    dead_end: str | None


class Closed(NamedTuple):
    """The clock is at its end."""

    control: Control


class Later(NamedTuple):
    """Time passes to a minute that the queue or a deadline decides."""

    control: Control


Prints = tuple[tuple[str, Number], ...]
"""What a text prints, by name."""

Exit = Control | Over | Closed | Later
"""Where a way leads to."""


class Track:
    """What is known of all games that have come so far on a way, and what they carry out.

    The statements read the registers `r`, the queue `q` and, where happenings are told, `t`
    that hears them; `values` are those that they name, and `exits` where they lead to.
    """

    def __init__(self, ground: Ground, control: Control, *, tells: bool) -> None:
        self.ground = ground
        self.program = ground.program
        self.tells = tells
        self.minute = control.minute
        self.agenda = list(reversed(control.agenda))
        self.opened = control.opened
        self.waits = control.waits
        self.time = control.time
        self.unknown = control.unknown
        self.body: list[ast.stmt] = []
        self.values: dict[str, object] = {}
        self.exits: dict[str, Exit] = {}
        self._names: dict[Hashable, str] = {}
        self._known = {
            **ground.functions.clock(control.minute),
            **ground.closed_but(control.opened),
            self.program.registers[self.program.keys.time].name: control.time,
        }

    def open_rows(self) -> Sequence[DecisionRow]:
        """Return the decisions that are open."""
        return open_rows(self.program)[self.opened]

    # What is known

    def folded(self, expression: Expression) -> Expression:
        """Return what is left of an expression here."""
        return folded(expression, self._known)

    def knows(self, register: int) -> int | None:
        """Return the value of a register where it is the same in all games."""
        return self._known.get(self.program.registers[register].name)

    def come_to(self, minute: int) -> None:
        """Note that time has passed."""
        self.minute = minute
        self._known |= self.ground.functions.clock(minute)
        self.unknown = self.unknown.and_of(self.ground.at(minute))

    # Statements

    def syntax(self, expression: Expression) -> ast.expr:
        """Return the syntax of an expression that is folded."""
        return self.ground.functions.syntax(expression)

    def put(self, register: int, value: ast.expr | int) -> ast.stmt:
        """Return what writes a register."""
        name = self.program.registers[register].name
        self.unknown = self.unknown.and_of(self.ground.after(name))
        if isinstance(value, int):
            self._known[name] = value
            return stored("r", register, ast.Constant(value))
        self._known.pop(name, None)
        return stored("r", register, value)

    def forget(self, register: int) -> None:
        """Note that a register need not be the same in all games any more."""
        self._known.pop(self.program.registers[register].name, None)

    def halt(self) -> list[ast.stmt]:
        """Return what halts a player who waits."""
        return [stored("r", self.program.keys.halted, ast.Constant(1))] if self.waits else []

    def stop_waiting(self) -> list[ast.stmt]:
        """Return what lets the player wait no more."""
        keys = self.program.keys
        return [stored("r", each, ast.Constant(0)) for each in (keys.waits, keys.halted, keys.offer)]

    def tell(self, happening: Happening | ast.expr) -> list[ast.stmt]:
        """Return what tells a happening, or the value of an expression."""
        if not self.tells:
            return []
        told = happening if isinstance(happening, ast.expr) else named(self.given(happening))
        return [ast.Expr(called("t", told))]

    def given(self, value: Hashable) -> str:
        """Return the name by which the function is given a value."""
        name = self._name(value)
        self.values[name] = value
        return name

    def kept(self, happening: Callable[[Any], Happening], values: ast.expr) -> ast.expr:
        """Return the happening that is made of some values, made once for the same ones."""
        made: Kept[Any, Happening] = Kept(happening, _MOST_HAPPENINGS)
        name = f"h{len(self.values)}"
        self.values[name] = made
        return ast.Subscript(named(name), values, ast.Load())

    def prints(self, row: Prints) -> ast.expr:
        """Return the values that a text prints, by name."""
        pairs: list[ast.expr] = []
        for name, read in row:
            value = called(self.given(read), named("r"), ast.Constant(self.minute))
            pairs.append(ast.Tuple([ast.Constant(name), value], ast.Load()))
        return ast.Tuple(pairs, ast.Load())

    # Exits

    def control(self, turn: Turn | None, *agenda: Point, unknown: Unknown | None = None) -> Control:
        """Return the control here, with more points on the agenda, which come first."""
        unknown = self.unknown if unknown is None else unknown
        points = (*reversed(agenda), *reversed(self.agenda))
        return Control(turn, self.minute, points, self.opened, self.waits, self.time, unknown)

    def leave(self, way_out: Exit) -> ast.stmt:
        """Return what leads on from here."""
        name = self._name(way_out)
        self.exits[name] = way_out
        return ast.Return(
            named(name) if isinstance(way_out, Control) else called(name, *map(named, ARGUMENTS))
        )

    def _name(self, value: Hashable) -> str:
        key = (type(value), value)
        return self._names.setdefault(key, f"k{len(self._names)}")
