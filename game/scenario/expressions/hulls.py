"""Interval arithmetic over expressions: the least interval that surely holds every value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import assert_never

from game.frozen import NamedTuple
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
from game.scenario.expressions.types import Type


class Hull(NamedTuple):
    """An interval that holds all values of an expression.

    Where no name is read twice: with `is_exact` both ends occur, and with `is_full`
    every number between them does too.
    """

    low: int
    high: int
    is_full: bool = True
    is_exact: bool = True

    @property
    def is_single(self) -> bool:
        return self.low == self.high


_TRUTHS = {
    (low, high, is_exact): Hull(low, high, is_exact=is_exact)
    for low, high in ((0, 0), (0, 1), (1, 1))
    for is_exact in (True, False)
}
"""The intervals of conditions, by their ends and by whether both are sure to occur."""


def hull(expression: Expression, domain: Callable[[Type], range]) -> Hull:
    """Return the interval of an expression over the domains of the types of its names."""
    match expression:
        case Constant(number):
            return Hull(number, number)
        case Read(_, type_of_name):
            values = domain(type_of_name)
            return Hull(values[0], values[-1])
        case Binary(operator, left, right):
            return _BINARY[operator](hull(left, domain), hull(right, domain))
        case Call(function, arguments):
            return _call(function, tuple(hull(each, domain) for each in arguments))
        case Conditional(then, test, otherwise):
            return _conditional(hull(then, domain), hull(test, domain), hull(otherwise, domain))
        case _:
            assert_never(expression)


def joined_hull(expression: Expression, parts: tuple[Hull, ...]) -> Hull:
    """Return the interval of an expression from those of its parts, which may read the same names."""
    match expression:
        case Constant() | Read():
            raise ValueError(f"{expression} has no parts")
        case Binary(operator, _, _):
            found = _BINARY[operator](*parts)
        case Call(function, _):
            found = _call(function, parts)
        case Conditional():
            found = _conditional(*parts)
        case _:
            assert_never(expression)
    return Hull(found.low, found.high, is_full=False, is_exact=False)


def _sum(left: Hull, right: Hull) -> Hull:
    return Hull(left.low + right.low, left.high + right.high, *_both(left, right))


def _difference(left: Hull, right: Hull) -> Hull:
    return Hull(left.low - right.high, left.high - right.low, *_both(left, right))


def _both(left: Hull, right: Hull) -> tuple[bool, bool]:
    return left.is_full and right.is_full, left.is_exact and right.is_exact


def _less(left: Hull, right: Hull) -> Hull:
    is_exact = left.is_exact and right.is_exact
    return _TRUTHS[left.high < right.low, left.low < right.high, is_exact]


def _and(left: Hull, right: Hull) -> Hull:
    return _TRUTHS[left.low & right.low, left.high & right.high, left.is_exact and right.is_exact]


def _or(left: Hull, right: Hull) -> Hull:
    return _TRUTHS[left.low | right.low, left.high | right.high, left.is_exact and right.is_exact]


def _opposite(of: Hull) -> Hull:
    return _TRUTHS[1 - of.high, 1 - of.low, of.is_exact]


def _equality(left: Hull, right: Hull) -> Hull:
    possible = left.low <= right.high and right.low <= left.high
    always = left.is_single and left[:2] == right[:2]
    is_sure = left.is_full and right.is_full and left.is_exact and right.is_exact
    return _TRUTHS[always, possible, is_sure or not possible]


def _product(left: Hull, right: Hull) -> Hull:
    corners = [one * other for one in left[:2] for other in right[:2]]
    is_full = (left.is_full and right in _UNITS) or (right.is_full and left in _UNITS)
    return Hull(min(corners), max(corners), is_full, left.is_exact and right.is_exact)


_UNITS = frozenset({Hull(0, 0), Hull(1, 1), Hull(-1, -1)})


def _quotient(left: Hull, right: Hull) -> Hull:
    """Return the interval of a division, where the divisor is never zero even if its interval holds zero."""
    is_exact = left.is_exact and right.is_exact
    divisors = {each for each in (right.low, right.high) if each}
    if right.low < 0 < right.high or 0 in right[:2]:
        divisors |= {each for each in (-1, 1) if right.low <= each <= right.high}
        is_exact = False
    corners = [one // other for one in left[:2] for other in divisors] or [0]
    is_full = left.is_full and right.is_single
    return Hull(min(corners), max(corners), is_full, is_exact)


_BINARY: Mapping[Operator, Callable[[Hull, Hull], Hull]] = {
    Operator.ADD: _sum,
    Operator.SUBTRACT: _difference,
    Operator.MULTIPLY: _product,
    Operator.DIVIDE: _quotient,
    Operator.LESS: _less,
    Operator.AT_MOST: lambda left, right: _opposite(_less(right, left)),
    Operator.GREATER: lambda left, right: _less(right, left),
    Operator.AT_LEAST: lambda left, right: _opposite(_less(left, right)),
    Operator.IS: _equality,
    Operator.IS_NOT: lambda left, right: _opposite(_equality(left, right)),
    Operator.AND: _and,
    Operator.OR: _or,
}


def _call(function: Function, parts: tuple[Hull, ...]) -> Hull:
    is_exact = all(each.is_exact for each in parts)
    is_full = all(each.is_full for each in parts)
    first = parts[0]
    match function:
        case Function.MIN:
            return Hull(min(each.low for each in parts), min(each.high for each in parts), is_full, is_exact)
        case Function.MAX:
            return Hull(max(each.low for each in parts), max(each.high for each in parts), is_full, is_exact)
        case Function.ABS:
            return _absolute(first)
        case Function.BETWEEN:
            return _between(*parts)
        case Function.NOT:
            return _opposite(first)
        case Function.NEGATIVE:
            return Hull(-first.high, -first.low, first.is_full, first.is_exact)
        case _:
            assert_never(function)


def _absolute(of: Hull) -> Hull:
    ends = abs(of.low), abs(of.high)
    if of.low < 0 < of.high:
        return Hull(0, max(ends), of.is_full, of.is_exact and of.is_full)
    return Hull(min(ends), max(ends), of.is_full, of.is_exact)


def _between(middle: Hull, low: Hull, high: Hull) -> Hull:
    always = low.high <= middle.low and middle.high <= high.low
    possible = low.low <= middle.high and middle.low <= high.high and low.low <= high.high
    is_sure = all(each.is_exact for each in (middle, low, high)) and middle.is_full
    return _TRUTHS[always, possible, is_sure or not possible]


def _conditional(then: Hull, test: Hull, otherwise: Hull) -> Hull:
    if test.is_single:
        return then if test.low else otherwise
    touches = then.low <= otherwise.high + 1 and otherwise.low <= then.high + 1
    is_exact = then.is_exact and test.is_exact and otherwise.is_exact
    is_full = then.is_full and otherwise.is_full and touches
    return Hull(min(then.low, otherwise.low), max(then.high, otherwise.high), is_full, is_exact)
