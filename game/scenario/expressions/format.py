"""Writes an expression in the words of the language, with brackets only where they are needed."""

from __future__ import annotations

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
from game.scenario.expressions.types import ChoiceType, NumberType, TruthType, Type

# How tightly each form holds together, as in the table of section 7; the loosest is 0.
_FORK, _OR, _AND, _NOT, _COMPARISON, _SUM, _PRODUCT, _UNARY, _PRIMARY = range(9)

_TIGHTNESS = {
    Operator.OR: _OR,
    Operator.AND: _AND,
    Operator.ADD: _SUM,
    Operator.SUBTRACT: _SUM,
    Operator.MULTIPLY: _PRODUCT,
    Operator.DIVIDE: _PRODUCT,
}
_ARITHMETIC = frozenset({Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE})
_NUMBER = NumberType(0, 0)


def formatted(expression: Expression, wanted: Type = _NUMBER) -> str:
    """Return the text of an expression; `wanted` is the type of the whole, which a constant does not show.

    Read again with the same names, the text gives the same expression.
    """
    return _written(expression, wanted, _FORK)


def kind_of(expression: Expression) -> Type | None:
    """Return the type that an expression shows, of a number without its bounds; None for a constant."""
    match expression:
        case Constant():
            return None
        case Read(_, type_of_name):
            return type_of_name
        case Binary(operator, _, _):
            return _NUMBER if operator in _ARITHMETIC else TruthType()
        case Call(function, _):
            return TruthType() if function in (Function.NOT, Function.BETWEEN) else _NUMBER
        case Conditional():
            return _NUMBER
        case _:
            assert_never(expression)


def _written(expression: Expression, wanted: Type, tightness: int) -> str:
    """Return the text of a part that must hold together at least so tightly, in brackets if it does not."""
    text, own = _text(expression, wanted)
    return text if own >= tightness else f"({text})"


def _text(expression: Expression, wanted: Type) -> tuple[str, int]:
    match expression:
        case Constant(value):
            return _constant(value, wanted), _UNARY if value < 0 else _PRIMARY
        case Read(name, _):
            return name, _PRIMARY
        case Binary(operator, left, right):
            return _binary(operator, left, right)
        case Call(function, arguments):
            return _call(function, arguments)
        case Conditional(then, test, otherwise):
            first = _written(then, _NUMBER, _OR)
            condition = _written(test, TruthType(), _OR)
            return f"{first} if {condition} else {_written(otherwise, _NUMBER, _FORK)}", _FORK
        case _:
            assert_never(expression)


def _constant(value: int, wanted: Type) -> str:
    match wanted:
        case NumberType():
            return str(value)
        case TruthType():
            return "yes" if value else "no"
        case ChoiceType(_, values):
            return values[value]
        case _:
            assert_never(wanted)


def _binary(operator: Operator, left: Expression, right: Expression) -> tuple[str, int]:
    tightness = _TIGHTNESS.get(operator)
    if tightness is not None:
        inner: Type = _NUMBER if operator in _ARITHMETIC else TruthType()
        first, second = _written(left, inner, tightness), _written(right, inner, tightness + 1)
        return f"{first} {operator.value} {second}", tightness
    kinds = (kind_of(each) for each in (left, right))
    compared = next((kind for kind in kinds if kind is not None), _NUMBER)
    first, second = _written(left, compared, _SUM), _written(right, compared, _SUM)
    return f"{first} {operator.value} {second}", _COMPARISON


def _call(function: Function, arguments: tuple[Expression, ...]) -> tuple[str, int]:
    match function:
        case Function.NOT:
            return f"not {_written(arguments[0], TruthType(), _NOT)}", _NOT
        case Function.NEGATIVE:
            return f"-{_written(arguments[0], _NUMBER, _UNARY)}", _UNARY
        case Function.BETWEEN:
            middle, low, high = (_written(each, _NUMBER, _SUM) for each in arguments)
            return f"{middle} between {low} and {high}", _COMPARISON
        case Function.MIN | Function.MAX | Function.ABS:
            inside = ", ".join(_written(each, _NUMBER, _SUM) for each in arguments)
            return f"{function.value}({inside})", _PRIMARY
        case _:
            assert_never(function)
