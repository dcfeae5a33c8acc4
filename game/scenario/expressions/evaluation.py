"""The value of an expression, worked out plainly: the reference that every faster form is held to."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

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


def value(expression: Expression, lookup: Callable[[str], int]) -> int:
    """Return the value of an expression where each name has the value that `lookup` gives.

    Yes is 1 and no is 0. Division rounds down, so -7 / 2 is -4; dividing by zero raises
    ZeroDivisionError, which no expression of a loaded scenario can do.
    """
    match expression:
        case Constant(number):
            return number
        case Read(name, _):
            return lookup(name)
        case Binary(operator, left, right):
            return _joined(operator, value(left, lookup), value(right, lookup))
        case Call(function, arguments):
            return _applied(function, [value(each, lookup) for each in arguments])
        case Conditional(then, test, otherwise):
            return value(then if value(test, lookup) else otherwise, lookup)
        case _:
            assert_never(expression)


_JOINS: dict[Operator, Callable[[int, int], int]] = {
    Operator.ADD: lambda left, right: left + right,
    Operator.SUBTRACT: lambda left, right: left - right,
    Operator.MULTIPLY: lambda left, right: left * right,
    Operator.DIVIDE: lambda left, right: left // right,
    Operator.LESS: lambda left, right: int(left < right),
    Operator.AT_MOST: lambda left, right: int(left <= right),
    Operator.GREATER: lambda left, right: int(left > right),
    Operator.AT_LEAST: lambda left, right: int(left >= right),
    Operator.IS: lambda left, right: int(left == right),
    Operator.IS_NOT: lambda left, right: int(left != right),
    Operator.AND: lambda left, right: left & right,
    Operator.OR: lambda left, right: left | right,
}


def _joined(operator: Operator, left: int, right: int) -> int:
    return _JOINS[operator](left, right)


def _applied(function: Function, arguments: list[int]) -> int:
    match function:
        case Function.MIN:
            return min(arguments)
        case Function.MAX:
            return max(arguments)
        case Function.ABS:
            return abs(arguments[0])
        case Function.BETWEEN:
            middle, low, high = arguments
            return int(low <= middle <= high)
        case Function.NOT:
            return 1 - arguments[0]
        case Function.NEGATIVE:
            return -arguments[0]
        case _:
            assert_never(function)
