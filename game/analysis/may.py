"""What an expression may come to when it is known of each register which values it may have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from operator import add, eq, floordiv, ge, gt, le, lt, mul, ne, sub

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

Values = frozenset[int]
"""Values that may occur; None stands for any."""

MOST_VALUES = 128

_TRUTHS: Values = frozenset({0, 1})
_OPERATORS: Mapping[Operator, Callable[[int, int], int]] = {
    Operator.ADD: add,
    Operator.SUBTRACT: sub,
    Operator.MULTIPLY: mul,
    Operator.DIVIDE: floordiv,
    Operator.LESS: lt,
    Operator.AT_MOST: le,
    Operator.GREATER: gt,
    Operator.AT_LEAST: ge,
    Operator.IS: eq,
    Operator.IS_NOT: ne,
}
_ARITHMETIC = frozenset({Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE})
_FUNCTIONS: Mapping[Function, Callable[..., int]] = {
    Function.MIN: min,
    Function.MAX: max,
    Function.ABS: abs,
    Function.BETWEEN: lambda value, low, high: int(low <= value <= high),
    Function.NOT: lambda value: int(not value),
    Function.NEGATIVE: lambda value: -value,
}


def may_be(expression: Expression, known: Callable[[str], Values | None]) -> Values | None:
    """Return the values that an expression may have; never too few.

    `known` gives those of a name. Names are taken to be independent of one another, so that some
    of the values may be impossible together.
    """
    match expression:
        case Constant(value):
            return frozenset({value})
        case Read(name, _):
            return known(name)
        case Binary(Operator.AND | Operator.OR as operator, left, right):
            return joined(operator, may_be(left, known), lambda: may_be(right, known))
        case Binary(operator, left, right):
            sides = (may_be(left, known), may_be(right, known))
            return _applied(_OPERATORS[operator], sides, is_truth=operator not in _ARITHMETIC)
        case Call(function, arguments):
            parts = [may_be(each, known) for each in arguments]
            is_truth = function in {Function.BETWEEN, Function.NOT}
            return _applied(_FUNCTIONS[function], parts, is_truth=is_truth)
        case Conditional(then, test, otherwise):
            return _forked(may_be(test, known), may_be(then, known), may_be(otherwise, known))


def joined(operator: Operator, left: Values | None, right: Callable[[], Values | None]) -> Values:
    """Return what `and` or `or` may give; the right side is asked for where the left does not decide."""
    decides = 0 if operator is Operator.AND else 1
    return frozenset({decides}) if _is_sure(left, decides) else _joined(decides, left, right())


def _is_sure(side: Values | None, truth: int) -> bool:
    return side is not None and all(bool(value) == truth for value in side)


def _joined(decides: int, left: Values | None, right: Values | None) -> Values:
    """Return what `and` or `or` may give where the left side does not decide; the right one may."""
    if _is_sure(right, decides):
        return frozenset({decides})
    if left is None or right is None:
        return _TRUTHS
    is_either = any(bool(value) == decides for value in (*left, *right))
    is_neither = any(bool(value) != decides for value in left) and any(
        bool(value) != decides for value in right
    )
    return frozenset({*((decides,) if is_either else ()), *((1 - decides,) if is_neither else ())})


def _applied(
    operation: Callable[..., int], parts: Sequence[Values | None], *, is_truth: bool
) -> Values | None:
    known = [part for part in parts if part is not None]
    size = 1
    for part in known:
        size *= len(part)
    if len(known) < len(parts) or size > MOST_VALUES * MOST_VALUES:
        return _TRUTHS if is_truth else None
    values = frozenset(int(operation(*row)) for row in product(*known) if _is_defined(operation, row))
    return values if len(values) <= MOST_VALUES else None


def _is_defined(operation: Callable[..., int], row: Sequence[int]) -> bool:
    return operation is not floordiv or row[1] != 0


def _forked(test: Values | None, then: Values | None, otherwise: Values | None) -> Values | None:
    truths = _TRUTHS if test is None else {int(bool(value)) for value in test}
    if truths == {1}:
        return then
    if truths == {0}:
        return otherwise
    return None if then is None or otherwise is None else then | otherwise
