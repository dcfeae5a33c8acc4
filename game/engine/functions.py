"""Functions of registers `r` and minute `m`, made from typed expressions."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

from game.engine.deferred import Deferred
from game.engine.program import Number, Numbers, Update
from game.engine.syntax import assigned, compared, item, named, operation, procedure, where
from game.scenario.expressions.compiled import compiled
from game.scenario.expressions.hulls import hull
from game.scenario.expressions.ranges import domain
from game.scenario.expressions.tree import Expression
from game.scenario.model import Clock

Cases = Sequence[tuple[ast.expr, int]]
"""Tests, each with a number."""

_MINUTES_A_DAY = 24 * 60
ARGUMENTS = ("r", "m")
"""What a function of registers and minute is given."""


class Functions:
    """Makes functions `(registers, minute)` for one layout of registers and one clock."""

    def __init__(self, index: Mapping[str, int], clock: Clock) -> None:
        self._index = index
        self._starts = clock.starts % _MINUTES_A_DAY
        self._step = clock.step
        of_day = operation(named("m"), ast.Add(), self._starts)
        self._clock = {
            "day": operation(operation(of_day, ast.FloorDiv(), _MINUTES_A_DAY), ast.Add(), 1),
            "hour": operation(operation(of_day, ast.Mod(), _MINUTES_A_DAY), ast.FloorDiv(), 60),
            "step": operation(named("m"), ast.FloorDiv(), self._step),
        }

    def clock(self, minute: int) -> dict[str, int]:
        """Return what conditions read of the clock at a minute."""
        days, minutes = divmod(minute + self._starts, _MINUTES_A_DAY)
        return {"day": days + 1, "hour": minutes // 60, "step": minute // self._step}

    def place(self, name: str) -> ast.expr:
        """Return the syntax that reads a name."""
        return self._clock[name] if name in self._clock else item("r", self._index[name])

    def syntax(self, expression: Expression) -> ast.expr:
        return compiled(expression, self.place)

    def settled(self, update: Update) -> ast.expr:
        """Return the syntax of a register's new value: set, held, changed, held again."""
        value, low, high = item("r", update.register), update.low, update.high
        if update.set is not None:
            reach = hull(update.set, domain)
            value = _held(self.syntax(update.set), reach.low, reach.high, update)
            low, high = max(low, min(reach.low, high)), min(high, max(reach.high, low))
        if update.change is None:
            return value
        by = hull(update.change, domain)
        changed = ast.BinOp(value, ast.Add(), self.syntax(update.change))
        return _held(changed, low + by.low, high + by.high, update)

    def one(self, expression: Expression) -> Deferred[int]:
        """Return the function of an expression's value."""
        return Deferred(lambda: procedure(ARGUMENTS, [ast.Return(self.syntax(expression))]))

    def value(self, name: str) -> Number:
        """Return the function that reads a name."""
        if name in self._clock:
            return procedure(ARGUMENTS, [ast.Return(self._clock[name])])
        register = self._index[name]
        return lambda registers, minute: registers[register]  # noqa: ARG005

    def every(self, expressions: Sequence[Expression]) -> Deferred[tuple[int, ...]]:
        """Return the function of the values of expressions."""
        return Deferred(lambda: _together([self.syntax(each) for each in expressions]))

    def updated(self, updates: Sequence[Update]) -> Deferred[tuple[int, ...]]:
        """Return the function of the new values of registers."""
        return Deferred(lambda: _together([self.settled(each) for each in updates]))

    def first(self, cases: Cases, otherwise: int) -> Number:
        """Return the function that gives the number of the first case that holds."""
        body = [where(test, ast.Return(ast.Constant(number))) for test, number in cases]
        return procedure(ARGUMENTS, [*body, ast.Return(ast.Constant(otherwise))])

    def mask(self, groups: Sequence[tuple[ast.expr, Cases]]) -> Number:
        """Return the function of the sum of the bits whose tests hold, of the groups whose test holds."""
        body = [where(test, *(bit_where(each, bit) for each, bit in bits)) for test, bits in groups]
        return procedure(ARGUMENTS, [assigned("x", ast.Constant(0)), *body, ast.Return(named("x"))])


def _together(values: list[ast.expr]) -> Numbers:
    """Return the function of a tuple of values."""
    return procedure(ARGUMENTS, [ast.Return(ast.Tuple(values, ast.Load()))])


def bit_where(test: ast.expr, bit: int) -> ast.stmt:
    """Return what adds a bit to the mask `x` where a test holds."""
    return where(test, ast.AugAssign(ast.Name("x", ast.Store()), ast.BitOr(), ast.Constant(bit)))


def _held(value: ast.expr, least: int, most: int, update: Update) -> ast.expr:
    """Return a value that lies from `least` to `most`, held within the bounds of an update."""
    kept: ast.expr = named("x")
    if most > update.high:
        kept = ast.IfExp(compared(kept, ast.Gt(), update.high), ast.Constant(update.high), kept)
    if least < update.low:
        kept = ast.IfExp(compared(named("x"), ast.Lt(), update.low), ast.Constant(update.low), kept)
    if not isinstance(kept, ast.IfExp):
        return value
    first = kept.test
    assert isinstance(first, ast.Compare)
    first.left = ast.NamedExpr(ast.Name("x", ast.Store()), value)
    return kept
