"""Expressions over columns: a register is one whole number for all rows, or an array with one for each.

What is the same in all rows is worked out once, in plain Python: most of a scenario's conditions
are decided so, and only the few registers that differ cost array arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

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

Array = npt.NDArray[Any]
"""Whole numbers, or truths counted as 0 and 1."""
Truths = npt.NDArray[np.bool_]
Column = int | Array
Registers = Sequence[Column]
Formula = Callable[[Registers, int], Column]

_DAY = 24 * 60


class Formulas:
    """Makes formulas `(registers, minute)` for one layout of registers and one clock, each once."""

    def __init__(self, index: Mapping[str, int], clock: Clock) -> None:
        self._index = index
        self._offset = clock.starts % _DAY
        self._step = clock.step
        self._made: dict[int, tuple[Expression, Formula]] = {}

    def of(self, expression: Expression) -> Formula:
        """Return the formula of an expression, told apart by being the same thing."""
        found = self._made.get(id(expression))
        if found is None:
            found = self._made[id(expression)] = (expression, self._formula(expression))
        return found[1]

    def _formula(self, expression: Expression) -> Formula:  # noqa: PLR0911 - one for each kind
        match expression:
            case Constant(value):
                return lambda registers, minute: value  # noqa: ARG005
            case Read(name, _):
                return self._read(name)
            case Binary(Operator.AND, left, right):
                return _conjunction(self._formula(left), self._formula(right))
            case Binary(Operator.OR, left, right):
                return _disjunction(self._formula(left), self._formula(right))
            case Binary(operator, left, right):
                return _operation(_OPERATIONS[operator], self._formula(left), self._formula(right))
            case Call(function, arguments):
                return _call(function, [self._formula(each) for each in arguments])
            case Conditional(then, test, otherwise):
                return _fork(self._formula(test), self._formula(then), self._formula(otherwise))

    def _read(self, name: str) -> Formula:
        offset, step = self._offset, self._step
        match name:
            case "day":
                return lambda registers, minute: (minute + offset) // _DAY + 1  # noqa: ARG005
            case "hour":
                return lambda registers, minute: (minute + offset) % _DAY // 60  # noqa: ARG005
            case "step":
                return lambda registers, minute: minute // step  # noqa: ARG005
        place = self._index[name]
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


def _operation(operation: Callable[[Column, Column], Column], left: Formula, right: Formula) -> Formula:
    return lambda registers, minute: operation(left(registers, minute), right(registers, minute))


def _conjunction(left: Formula, right: Formula) -> Formula:
    def formula(registers: Registers, minute: int) -> Column:
        first = left(registers, minute)
        if not isinstance(first, np.ndarray):
            return right(registers, minute) if first else 0
        return first.astype(bool) & _truths(right(registers, minute))

    return formula


def _disjunction(left: Formula, right: Formula) -> Formula:
    def formula(registers: Registers, minute: int) -> Column:
        first = left(registers, minute)
        if not isinstance(first, np.ndarray):
            return 1 if first else right(registers, minute)
        return first.astype(bool) | _truths(right(registers, minute))

    return formula


def _truths(value: Column) -> Truths | bool:
    return value.astype(bool) if isinstance(value, np.ndarray) else bool(value)


def _fork(test: Formula, then: Formula, otherwise: Formula) -> Formula:
    def formula(registers: Registers, minute: int) -> Column:
        which = test(registers, minute)
        if not isinstance(which, np.ndarray):
            return then(registers, minute) if which else otherwise(registers, minute)
        return np.where(which, then(registers, minute), otherwise(registers, minute))

    return formula


def _call(function: Function, arguments: list[Formula]) -> Formula:
    def formula(registers: Registers, minute: int) -> Column:
        values = [each(registers, minute) for each in arguments]
        if any(isinstance(each, np.ndarray) for each in values):
            return _over_columns(function, values)
        return _over_numbers(function, [int(each) for each in values])

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
