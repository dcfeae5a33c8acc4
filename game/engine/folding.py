"""Expressions of which some names are known: what is left to be worked out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from game.scenario.expressions.evaluation import value
from game.scenario.expressions.ranges import children
from game.scenario.expressions.tree import (
    NO,
    YES,
    Binary,
    Call,
    Conditional,
    Constant,
    Expression,
    Operator,
    Read,
)

_NOTHING: Mapping[str, int] = {}


def folded(expression: Expression, known: Mapping[str, int]) -> Expression:
    """Return an expression that has the same value where the names that are known have their values."""
    match expression:
        case Read(name, _) if name in known:
            return Constant(known[name])
        case Constant() | Read():
            return expression
        case Binary(operator, left, right):
            return _joined(operator, folded(left, known), folded(right, known))
        case Call(function, arguments):
            return _worked_out(Call(function, tuple([folded(each, known) for each in arguments])))
        case Conditional(then, test, otherwise):
            return _decided(folded(then, known), folded(test, known), folded(otherwise, known))
        case _:
            assert_never(expression)


def _worked_out(expression: Expression) -> Expression:
    """Return the value of an expression of which all parts are worked out."""
    if all(isinstance(each, Constant) for each in children(expression)):
        return Constant(value(expression, _NOTHING.__getitem__))
    return expression


def _joined(operator: Operator, left: Expression, right: Expression) -> Expression:
    if operator not in (Operator.AND, Operator.OR):
        return _worked_out(Binary(operator, left, right))
    deciding, idle = (NO, YES) if operator is Operator.AND else (YES, NO)
    if deciding in (left, right):
        return deciding
    if left == idle:
        return right
    return left if right == idle else Binary(operator, left, right)


def _decided(then: Expression, test: Expression, otherwise: Expression) -> Expression:
    if isinstance(test, Constant):
        return then if test.value else otherwise
    return Conditional(then, test, otherwise)
