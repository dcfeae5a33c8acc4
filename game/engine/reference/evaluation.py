"""The value of an expression, read from its tree."""

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
    match expression:
        case Constant(number):
            return number
        case Read(name, _):
            return lookup(name)
        case Conditional(then, test, otherwise):
            return value(then if value(test, lookup) else otherwise, lookup)
        case Binary(op, left, right):
            a, b = value(left, lookup), value(right, lookup)
            return int(
                {
                    Operator.ADD: lambda: a + b,
                    Operator.SUBTRACT: lambda: a - b,
                    Operator.MULTIPLY: lambda: a * b,
                    Operator.DIVIDE: lambda: a // b,
                    Operator.LESS: lambda: a < b,
                    Operator.AT_MOST: lambda: a <= b,
                    Operator.GREATER: lambda: a > b,
                    Operator.AT_LEAST: lambda: a >= b,
                    Operator.IS: lambda: a == b,
                    Operator.IS_NOT: lambda: a != b,
                    Operator.AND: lambda: a and b,
                    Operator.OR: lambda: a or b,
                }[op]()
            )
        case Call(function, arguments):
            args = [value(each, lookup) for each in arguments]
            return int(
                {
                    Function.MIN: lambda: min(args),
                    Function.MAX: lambda: max(args),
                    Function.ABS: lambda: abs(args[0]),
                    Function.BETWEEN: lambda: args[1] <= args[0] <= args[2],
                    Function.NOT: lambda: not args[0],
                    Function.NEGATIVE: lambda: -args[0],
                }[function]()
            )
        case _:
            assert_never(expression)
