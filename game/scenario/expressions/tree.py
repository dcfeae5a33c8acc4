"""Typed expressions with every name resolved: what the engine compiles and analysis reads.

All values are whole numbers: yes is 1 and no is 0, a value of a choice is its index in the
list of the choice's values. A tree holds no place and no text, so equal rules are equal trees.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import reduce

from game.frozen import NamedTuple
from game.scenario.expressions.types import Type


class Operator(Enum):
    """The operators of two operands; division rounds down."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"
    LESS = "<"
    AT_MOST = "<="
    GREATER = ">"
    AT_LEAST = ">="
    IS = "is"
    IS_NOT = "is not"
    AND = "and"
    OR = "or"

    __hash__ = object.__hash__  # there is one of each; that of enumerations is slow, and trees are looked up


class Function(Enum):
    """The functions of the language; `between` has three arguments, `abs` and `not` one."""

    MIN = "min"
    MAX = "max"
    ABS = "abs"
    BETWEEN = "between"
    NOT = "not"
    NEGATIVE = "-"

    __hash__ = object.__hash__


class Constant(NamedTuple):
    """A number, yes or no, or the index of a value of a choice."""

    value: int


class Read(NamedTuple):
    """A name as it is written: `tension`, `khrushchev.fear`, `chosen.trade`, `seen.ships`, `day`, `time`."""

    name: str
    type: Type


class Binary(NamedTuple):
    """Two operands."""

    operator: Operator
    left: Expression
    right: Expression


class Call(NamedTuple):
    """A function of its arguments."""

    function: Function
    arguments: tuple[Expression, ...]


class Conditional(NamedTuple):
    """`then if test else otherwise`."""

    then: Expression
    test: Expression
    otherwise: Expression


Expression = Constant | Read | Binary | Call | Conditional

YES = Constant(1)
NO = Constant(0)

_LONGEST_ROW = 16


def joined(operator: Operator, parts: Sequence[Expression]) -> Expression:
    """Return parts, at least one, joined by `and`, `or` or `+`, in their order.

    Many are joined in rows, and the rows again: what walks the tree goes no deeper than a few rows.
    """
    while len(parts) > 1:
        rows = [parts[start : start + _LONGEST_ROW] for start in range(0, len(parts), _LONGEST_ROW)]
        parts = [reduce(lambda left, right: Binary(operator, left, right), row) for row in rows]
    return parts[0]
