"""Lists of conditions, which mean that all of them hold."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from game.scenario.expressions.checking import Checked
from game.scenario.expressions.tree import NO, Binary, Expression, Operator
from game.scenario.expressions.types import TruthType


def all_of(conditions: Iterable[Checked]) -> Checked:
    """Return the condition that all of a list of conditions hold; one alone is returned as it is."""
    parts = tuple(conditions)
    if len(parts) == 1:
        return parts[0]
    names = tuple(dict.fromkeys(name for each in parts for name in each.names))
    faults = tuple(fault for each in parts for fault in each.diagnostics)
    if not parts or not all(each.is_sound for each in parts):
        return Checked(NO, None, names, faults)
    return Checked(reduce(_both, (each.expression for each in parts)), TruthType(), names, faults)


def _both(one: Expression, other: Expression) -> Expression:
    return Binary(Operator.AND, one, other)
