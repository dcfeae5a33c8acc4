"""Parts of a condition that make no difference to it, over the declared ranges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import assert_never

from game.scenario.expressions.ranges import MOST_COMBINATIONS, children, combinations, is_always, reads
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

Path = tuple[int, ...]
"""The way from a whole to a part: at each step, which of the parts in written order."""

# Beyond this effort only parts that are always true or false by themselves are found.
_MOST_TRIALS = 1_000_000

_NEUTRAL = {Operator.AND: YES, Operator.OR: NO}


def part(whole: Expression, path: Path) -> Expression:
    """Return the part to which a path leads."""
    for step in path:
        whole = children(whole)[step]
    return whole


def forks(expression: Expression, path: Path = ()) -> Iterator[Path]:
    """List the ways to the tests of all `... if test else ...` in an expression."""
    for step, child in enumerate(children(expression)):
        if isinstance(expression, Conditional) and step == 1:
            yield (*path, step)
        yield from forks(child, (*path, step))


def idle_parts(condition: Expression) -> tuple[Path, ...]:
    """Return the ways to operands of `and` and `or` without which the condition always means the same.

    Leaving out all of them together changes nothing. Of two parts that say the same, the
    later one is idle. Nothing is returned for a condition that is always true or always
    false; where trying all values takes too long, parts may be missed.
    """
    if not isinstance(condition, Binary | Call) or is_always(condition) is not None:
        return ()
    operands = tuple(_operands(condition))
    settled = tuple(path for path in operands if is_always(part(condition, path)) is not None)
    names = [each.name for each in reads(condition)]
    if not settled and len(set(names)) == len(names):
        return ()
    times = Counter(names)
    trials = combinations(condition)
    if trials * len(operands) > _MOST_TRIALS:
        operands = settled
    left: Expression = condition
    idle: list[Path] = []
    for path in operands:
        if any(path[: len(each)] == each for each in idle):
            continue
        operand, parent = part(condition, path), part(condition, path[:-1])
        always = is_always(operand)
        if always is None and not _shares_a_name(operand, times):
            continue
        assert isinstance(parent, Binary)
        says_nothing = always is (parent.operator is Operator.AND)
        without = _replaced(left, path, _NEUTRAL[parent.operator])
        if says_nothing or (trials <= MOST_COMBINATIONS and _is_same(condition, without)):
            left = without
            idle.append(path)
    return tuple(idle)


def _operands(condition: Expression, path: Path = ()) -> Iterator[Path]:
    """List the ways to all operands of `and` and `or`, later ones and greater ones first."""
    if isinstance(condition, Binary) and condition.operator not in _NEUTRAL:
        return
    steps = range(len(children(condition)) - 1, -1, -1)
    if isinstance(condition, Binary):
        yield from ((*path, step) for step in steps)
    for step in steps:
        yield from _operands(children(condition)[step], (*path, step))


def _shares_a_name(operand: Expression, times: Counter[str]) -> bool:
    """Return whether a part reads a name that the rest of the condition reads too."""
    own = Counter(each.name for each in reads(operand))
    return any(times[name] > count for name, count in own.items())


def _is_same(one: Expression, other: Expression) -> bool:
    return is_always(Binary(Operator.IS_NOT, one, other)) is False


def _replaced(whole: Expression, path: Path, new: Expression) -> Expression:
    if not path:
        return new
    step, rest = path[0], path[1:]
    parts = list(children(whole))
    parts[step] = _replaced(parts[step], rest, new)
    match whole:
        case Binary(operator, _, _):
            return Binary(operator, *parts)
        case Call(function, _):
            return Call(function, tuple(parts))
        case Conditional():
            return Conditional(*parts)
        case Constant() | Read():
            raise ValueError(f"{whole} has no parts")
        case _:
            assert_never(whole)
