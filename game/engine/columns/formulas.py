"""Expressions over columns.

What is the same in all rows is worked out once, in plain Python: most of a scenario's conditions
are decided so, and only the few registers that differ cost array arithmetic.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

import numpy as np

from game.engine.columns.batch import Batch
from game.engine.columns.column import Column, Registers, Truths
from game.engine.functions import ARGUMENTS, Functions
from game.engine.syntax import procedure
from game.scenario.expressions.hulls import hull
from game.scenario.expressions.ranges import domain, reads
from game.scenario.expressions.tree import (
    Binary,
    Call,
    Conditional,
    Constant,
    Expression,
    Function,
    Operator,
    Read,
)
from game.scenario.model import Clock

_OverRegisters = Callable[[Registers, int], Column]

_DAY = 24 * 60
_CLOCK = frozenset({"day", "hour", "step"})
_NARROW = 1 << 31
_WIDE = 1 << 63


class Formula:
    """The value of an expression in the rows of a batch; `reads` are the registers that go into it."""

    __slots__ = (
        "_expression",
        "_formulas",
        "_over_columns",
        "_over_numbers",
        "_reads_day_alone",
        "is_timed",
        "reads",
    )

    def __init__(self, expression: Expression, formulas: Formulas) -> None:
        names = {each.name for each in reads(expression)}
        self.is_timed = bool(names & _CLOCK)
        self.reads = frozenset(formulas.index[name] for name in names - _CLOCK)
        self._expression = expression
        self._formulas = formulas
        self._reads_day_alone = names & _CLOCK == {"day"}
        self._over_numbers: _OverRegisters | None = None
        self._over_columns: _OverRegisters | None = None

    def has_another_time(self, before: int, after: int) -> bool:
        """Return whether what it reads of the clock may be another at a later minute."""
        if self._reads_day_alone:
            return self._formulas.day(before) != self._formulas.day(after)
        return self.is_timed and before != after

    def is_false(self, batch: Batch) -> bool:
        """Return whether it is false in all rows, as far as is known without looking at each."""
        return self.reads.isdisjoint(batch.wide) and not self.of(batch)

    def of(self, batch: Batch) -> Column:
        """Return the value: a number if the registers that it reads are the same in all rows."""
        if self.reads.isdisjoint(batch.wide):
            if self._over_numbers is None:
                self._over_numbers = self._formulas.over_numbers(self._expression)
            return self._over_numbers(batch.registers, batch.minute)
        if self._over_columns is None:
            self._over_columns = self._formulas.over_columns(self._expression)
        return self._over_columns(batch.registers, batch.minute)


class Formulas:
    """Makes formulas for one layout of registers and one clock, each once."""

    def __init__(self, index: Mapping[str, int], clock: Clock) -> None:
        self.index = index
        self.functions = Functions(index, clock)
        self._offset = clock.starts % _DAY
        self._step = clock.step
        self._made: dict[int, tuple[Expression, Formula]] = {}

    def day(self, minute: int) -> int:
        """Return the day of a minute, the first being 1."""
        return (minute + self._offset) // _DAY + 1

    def of(self, expression: Expression) -> Formula:
        """Return the formula of an expression, told apart by being the same thing."""
        found = self._made.get(id(expression))
        if found is None:
            found = self._made[id(expression)] = (expression, Formula(expression, self))
        return found[1]

    def over_numbers(self, expression: Expression) -> _OverRegisters:
        """Return the function of an expression over registers of which it reads none that is an array."""
        return procedure(ARGUMENTS, [ast.Return(self.functions.syntax(expression))])

    def over_columns(self, expression: Expression) -> _OverRegisters:  # noqa: PLR0911 - one for each kind
        """Return the function of an expression over registers of which some are arrays."""
        match expression:
            case Constant(value):
                return lambda registers, minute: value  # noqa: ARG005
            case Read(name, _):
                return self._read(name)
            case Binary(Operator.AND, left, right):
                return _conjunction(self.over_columns(left), self.over_columns(right))
            case Binary(Operator.OR, left, right):
                return _disjunction(self.over_columns(left), self.over_columns(right))
            case Binary(operator, left, right):
                sides = (self.over_columns(left), self.over_columns(right))
                return _operation(_OPERATIONS[operator], *sides, _kind(expression, left, right))
            case Call(function, arguments):
                return _call(function, [self.over_columns(each) for each in arguments])
            case Conditional(then, test, otherwise):
                return _fork(self.over_columns(test), self.over_columns(then), self.over_columns(otherwise))

    def _read(self, name: str) -> _OverRegisters:
        offset, step = self._offset, self._step
        match name:
            case "day":
                return lambda registers, minute: self.day(minute)  # noqa: ARG005
            case "hour":
                return lambda registers, minute: (minute + offset) % _DAY // 60  # noqa: ARG005
            case "step":
                return lambda registers, minute: minute // step  # noqa: ARG005
        place = self.index[name]
        return lambda registers, minute: registers[place]  # noqa: ARG005


_OPERATIONS: Mapping[Operator, Callable[[Column, Column], Column]] = {
    Operator.ADD: lambda left, right: left + right,
    Operator.SUBTRACT: lambda left, right: left - right,
    Operator.MULTIPLY: lambda left, right: left * right,
    Operator.DIVIDE: lambda left, right: left // right,
    Operator.LESS: lambda left, right: left < right,
    Operator.AT_MOST: lambda left, right: left <= right,
    Operator.GREATER: lambda left, right: left > right,
    Operator.AT_LEAST: lambda left, right: left >= right,
    Operator.IS: lambda left, right: left == right,
    Operator.IS_NOT: lambda left, right: left != right,
}


def _kind(*parts: Expression) -> type | None:
    """Return what arrays must hold so that no part of an operation overflows, or None if they do."""
    hulls = [hull(part, domain) for part in parts]
    greatest = max(max(abs(each.low), abs(each.high)) for each in hulls)
    if greatest < _NARROW:
        return None
    return np.int64 if greatest < _WIDE else object


def _operation(
    operation: Callable[[Column, Column], Column],
    left: _OverRegisters,
    right: _OverRegisters,
    kind: type | None,
) -> _OverRegisters:
    def widened(registers: Registers, minute: int) -> Column:
        sides = (left(registers, minute), right(registers, minute))
        first, second = (side.astype(kind) if isinstance(side, np.ndarray) else side for side in sides)
        return operation(first, second)

    if kind is not None:
        return widened
    return lambda registers, minute: operation(left(registers, minute), right(registers, minute))


def _conjunction(left: _OverRegisters, right: _OverRegisters) -> _OverRegisters:
    def formula(registers: Registers, minute: int) -> Column:
        first = left(registers, minute)
        if not isinstance(first, np.ndarray):
            return right(registers, minute) if first else 0
        return first.astype(bool) & _truths(right(registers, minute))

    return formula


def _disjunction(left: _OverRegisters, right: _OverRegisters) -> _OverRegisters:
    def formula(registers: Registers, minute: int) -> Column:
        first = left(registers, minute)
        if not isinstance(first, np.ndarray):
            return 1 if first else right(registers, minute)
        return first.astype(bool) | _truths(right(registers, minute))

    return formula


def _truths(value: Column) -> Truths | bool:
    return value.astype(bool) if isinstance(value, np.ndarray) else bool(value)


def _fork(test: _OverRegisters, then: _OverRegisters, otherwise: _OverRegisters) -> _OverRegisters:
    def formula(registers: Registers, minute: int) -> Column:
        which = test(registers, minute)
        if not isinstance(which, np.ndarray):
            return then(registers, minute) if which else otherwise(registers, minute)
        return np.where(which, then(registers, minute), otherwise(registers, minute))

    return formula


def _call(function: Function, arguments: list[_OverRegisters]) -> _OverRegisters:
    def formula(registers: Registers, minute: int) -> Column:
        values = [each(registers, minute) for each in arguments]
        numbers = [each for each in values if not isinstance(each, np.ndarray)]
        if len(numbers) == len(values):
            return _over_numbers(function, numbers)
        return _over_columns(function, values)

    return formula


def _over_numbers(function: Function, values: list[int]) -> int:
    match function:
        case Function.MIN:
            return min(values)
        case Function.MAX:
            return max(values)
        case Function.ABS:
            return abs(values[0])
        case Function.NOT:
            return int(not values[0])
        case Function.NEGATIVE:
            return -values[0]
        case Function.BETWEEN:
            return int(values[1] <= values[0] <= values[2])


def _over_columns(function: Function, values: list[Column]) -> Column:
    match function:
        case Function.MIN:
            return _folded(np.minimum, values)
        case Function.MAX:
            return _folded(np.maximum, values)
        case Function.ABS:
            return np.abs(values[0])
        case Function.NOT:
            return np.logical_not(values[0])
        case Function.NEGATIVE:
            return -values[0]
        case Function.BETWEEN:
            return (values[1] <= values[0]) & (values[0] <= values[2])


def _folded(operation: Callable[[Column, Column], Column], values: list[Column]) -> Column:
    first, *others = values
    for other in others:
        first = operation(first, other)
    return first
