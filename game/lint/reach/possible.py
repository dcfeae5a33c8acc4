"""The values that an expression may have where its names may have certain values.

Names are taken as independent of one another, so what is left out never happens, and what is
listed may.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from operator import add, floordiv, mul, sub
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

Values = range | frozenset[int]
"""Whole numbers, at least one: a run without gaps, or any."""

ValuesOf = Callable[[Read], Values]

_MOST_PAIRS = 4096
_NEVER, _ALWAYS, _EITHER = range(1), range(1, 2), range(2)
_ARITHMETIC: Mapping[Operator, Callable[[int, int], int]] = {
    Operator.ADD: add,
    Operator.SUBTRACT: sub,
    Operator.MULTIPLY: mul,
    Operator.DIVIDE: floordiv,
}


def possible(expression: Expression, values_of: ValuesOf) -> Values:
    """Return what an expression may be; of a condition a part of 0 and 1."""
    match expression:
        case Constant(number):
            return range(number, number + 1)
        case Read():
            return values_of(expression)
        case Binary(operator, left, right):
            return _joined(operator, possible(left, values_of), possible(right, values_of))
        case Call(function, arguments):
            return _applied(function, [possible(each, values_of) for each in arguments])
        case Conditional(_, test, _):
            return _chosen(expression, possible(test, values_of), values_of)
        case _:
            assert_never(expression)


def may_hold(condition: Expression, values_of: ValuesOf) -> bool:
    """Return whether a condition can be true."""
    return 1 in possible(condition, values_of)


def may_fail(condition: Expression, values_of: ValuesOf) -> bool:
    """Return whether a condition can be false."""
    return 0 in possible(condition, values_of)


def _chosen(expression: Conditional, test: Values, values_of: ValuesOf) -> Values:
    branches = [
        branch for truth, branch in ((1, expression.then), (0, expression.otherwise)) if truth in test
    ]
    found = [possible(each, values_of) for each in branches]
    return found[0] if len(found) == 1 else _union(*found)


def _union(one: Values, other: Values) -> Values:
    if len(one) + len(other) > _MOST_PAIRS:
        return range(min(_low(one), _low(other)), max(_high(one), _high(other)) + 1)
    return frozenset(one) | frozenset(other)


def _low(values: Values) -> int:
    return values[0] if isinstance(values, range) else min(values)


def _high(values: Values) -> int:
    return values[-1] if isinstance(values, range) else max(values)


def _truth(*, may_fail: bool, may_hold: bool) -> Values:
    return _EITHER if may_fail and may_hold else _ALWAYS if may_hold else _NEVER


def _joined(operator: Operator, left: Values, right: Values) -> Values:
    decided = _DECIDED.get(operator)
    return _computed(operator, left, right) if decided is None else decided(left, right)


def _and(left: Values, right: Values) -> Values:
    return _truth(may_fail=0 in left or 0 in right, may_hold=1 in left and 1 in right)


def _or(left: Values, right: Values) -> Values:
    return _truth(may_fail=0 in left and 0 in right, may_hold=1 in left or 1 in right)


def _equal(left: Values, right: Values) -> Values:
    fewer, more = (left, right) if len(left) <= len(right) else (right, left)
    may_differ = len(more) > 1 or _low(left) != _low(right)
    return _truth(may_fail=may_differ, may_hold=any(each in more for each in fewer))


def _less(left: Values, right: Values) -> Values:
    return _truth(may_fail=_high(left) >= _low(right), may_hold=_low(left) < _high(right))


def _opposite(truth: Values) -> Values:
    return _truth(may_fail=1 in truth, may_hold=0 in truth)


_DECIDED: Mapping[Operator, Callable[[Values, Values], Values]] = {
    Operator.AND: _and,
    Operator.OR: _or,
    Operator.IS: _equal,
    Operator.IS_NOT: lambda left, right: _opposite(_equal(left, right)),
    Operator.LESS: _less,
    Operator.AT_MOST: lambda left, right: _opposite(_less(right, left)),
    Operator.GREATER: lambda left, right: _less(right, left),
    Operator.AT_LEAST: lambda left, right: _opposite(_less(left, right)),
}


def _computed(operator: Operator, left: Values, right: Values) -> Values:
    work = _ARITHMETIC[operator]
    divisors: Collection[int] = [each for each in right if each] if operator is Operator.DIVIDE else right
    if len(left) * len(right) <= _MOST_PAIRS:
        return frozenset(work(one, other) for one in left for other in divisors) or range(1)
    ends = {_low(left), _high(left)}
    others = (
        {_low(right), _high(right)}
        if operator is not Operator.DIVIDE
        else {
            each
            for each in (_low(right), _high(right), -1, 1)
            if each and _low(right) <= each <= _high(right)
        }
    )
    corners = [work(one, other) for one in ends for other in others] or [0]
    return range(min(corners), max(corners) + 1)


def _applied(function: Function, parts: list[Values]) -> Values:
    match function:
        case Function.NOT:
            return _opposite(parts[0])
        case Function.NEGATIVE:
            return _mapped(parts[0], lambda number: -number)
        case Function.ABS:
            return _mapped(parts[0], abs)
        case Function.BETWEEN:
            middle, low, high = parts
            return _and(_opposite(_less(middle, low)), _opposite(_less(high, middle)))
        case Function.MIN | Function.MAX:
            work = min if function is Function.MIN else max
            return range(work(map(_low, parts)), work(map(_high, parts)) + 1)
        case _:
            assert_never(function)


def _mapped(values: Values, work: Callable[[int], int]) -> Values:
    return frozenset(map(work, values))
