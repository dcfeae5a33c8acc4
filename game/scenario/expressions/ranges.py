"""Which values an expression can have over the declared ranges of its names.

Section 7 of the language: all values of the names are tried, up to 100,000 combinations, and
beyond that intervals are reckoned with; so they are where a scenario has taken too much of this
already. An interval of which both ends are known to occur is believed at once, so most expressions
are decided without trying anything: that holds where no name stands twice.
"""

from __future__ import annotations

from functools import lru_cache
from math import prod
from typing import assert_never

from game.scenario.expressions.hulls import Hull, hull, joined_hull
from game.scenario.expressions.tree import (
    Binary,
    Call,
    Conditional,
    Constant,
    Expression,
    Function,
    Operator,
    Read,
    joined,
)
from game.scenario.expressions.types import ChoiceType, NumberType, TruthType, Type

MOST_COMBINATIONS = 100_000


def domain(of: Type) -> range:
    """Return the values that a name of a type can have, at least one even of a faulty type."""
    match of:
        case NumberType(low, high):
            return range(low, max(low, high) + 1)
        case TruthType():
            return range(2)
        case ChoiceType(_, values):
            return range(max(1, len(values)))
        case _:
            assert_never(of)


def children(expression: Expression) -> tuple[Expression, ...]:
    """Return the parts that an expression is made of, in the order in which they are written."""
    match expression:
        case Constant() | Read():
            return ()
        case Binary():
            return expression[1:]
        case Call():
            return expression.arguments
        case Conditional():
            return expression[:]
        case _:
            assert_never(expression)


def reads(expression: Expression) -> tuple[Read, ...]:
    """Return every reading of a name in an expression, in order; a name read twice is there twice."""
    found: list[Read] = []
    pending = [expression]
    while pending:
        part = pending.pop()
        if isinstance(part, Read):
            found.append(part)
        else:
            pending += reversed(children(part))
    return tuple(found)


def bounds(expression: Expression) -> tuple[int, int]:
    """Return the least and the greatest value that an expression can have, or an interval that holds them."""
    found = _known(expression)
    return found.low, found.high


def is_always(condition: Expression) -> bool | None:
    """Return True or False where a condition always or never holds, and None where it can do both."""
    low, high = bounds(condition)
    return bool(low) if low == high else None


def can_be(expression: Expression, number: int) -> bool:
    """Return whether an expression can have a value, as far as can be told."""
    return is_always(Binary(Operator.IS, expression, Constant(number))) is not False


def can_all_be_zero(odds: tuple[Expression, ...]) -> bool:
    """Return whether the odds of all outcomes can be zero or less together."""
    if any(hull(each, domain).low > 0 for each in odds):
        return False
    none_left = [Binary(Operator.AT_MOST, each, Constant(0)) for each in odds]
    return is_always(joined(Operator.AND, none_left)) is not False


def greatest_sum(odds: tuple[Expression, ...], limit: int) -> int:
    """Return the greatest sum of odds, of which negative ones count as 0; below a limit any bound of it."""
    outer = sum(max(0, hull(each, domain).high) for each in odds)
    if outer <= limit:
        return outer
    counted = [Call(Function.MAX, (each, Constant(0))) for each in odds]
    return bounds(joined(Operator.ADD, counted))[1]


def combinations(expression: Expression) -> int:
    """Return how many combinations the values of the names of an expression have."""
    return prod(len(domain(each.type)) for each in set(reads(expression)))


class _Effort:
    """What may still be spent on trying values, for one scenario; beyond it intervals must do.

    Counted in names read. The largest shipped scenario spends a fiftieth of it, a hostile one all in
    about two seconds.
    """

    most = 20_000_000
    to_compile = 200

    def __init__(self) -> None:
        self.left = self.most

    def has(self, combinations: int, names: int) -> bool:
        """Return whether so many combinations of so many names may be tried, and count them as tried."""
        if self.left > 0:
            self.left -= max(combinations, self.to_compile) * names
        return self.left > 0


_effort = _Effort()


def forget_bounds() -> None:
    """Forget the bounds worked out so far and the effort that they took: another scenario is looked at."""
    _known.cache_clear()
    _effort.left = _effort.most


@lru_cache(maxsize=4096)
def _known(expression: Expression) -> Hull:
    found = hull(expression, domain)
    if found.low == found.high:
        return found
    names = reads(expression)
    different = tuple(dict.fromkeys(names))
    if found.is_exact and len(different) == len(names):
        return found
    trials = prod(len(domain(each.type)) for each in different)
    if trials <= MOST_COMBINATIONS and _effort.has(trials, len(names)):
        from game.scenario.expressions.trying import tried, tried_truth  # noqa: PLC0415 - `ast` is heavy

        domains = {each.name: domain(each.type) for each in different}
        is_truth = found.low >= 0 and found.high <= 1
        return tried_truth(expression, domains) if is_truth else tried(expression, domains)
    return joined_hull(expression, tuple(map(_known, children(expression))))
