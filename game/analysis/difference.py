"""How an edit moved the odds: two tables of values against each other, the largest movement first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.analysis.figures import Figure, Odds, Policy

NOTHING = 1e-9
"""Figures in floating point that differ by no more are the same."""


class Movement(NamedTuple):
    """A figure before and after; None where only the other version has the ending.

    `ending` is None for all catastrophes together.
    """

    ending: str | None
    policy: Policy
    before: Figure | None
    after: Figure | None

    @property
    def size(self) -> float:
        """By how much the chance has grown, below 0 where it has fallen; no ending, no chance.

        >>> round(Movement("war", Policy.CAREFUL, Figure(0.4), Figure(0.1)).size, 3)
        -0.3
        """
        before, after = self.before or Figure(0.0), self.after or Figure(0.0)
        if before.exact is not None and after.exact is not None:
            return float(after.exact - before.exact)
        difference = after.value - before.value
        return difference if abs(difference) > NOTHING else 0.0


def movements(before: Odds, after: Odds) -> tuple[Movement, ...]:
    """Return every figure of both, the largest movement first; equal ones in the order of the endings."""
    return tuple(sorted(_movements(before, after), key=lambda each: -abs(each.size)))


def _movements(before: Odds, after: Odds) -> Iterator[Movement]:
    if before.catastrophe is not None or after.catastrophe is not None:
        old, new = before.catastrophe or {}, after.catastrophe or {}
        for policy in Policy:
            yield Movement(None, policy, old.get(policy), new.get(policy))
    old_endings, new_endings = (next(iter(each.policies.values())) for each in (before, after))
    for ending in dict.fromkeys([*new_endings, *old_endings]):
        for policy in Policy:
            figures = (each.policies[policy].get(ending) for each in (before, after))
            yield Movement(ending, policy, *figures)
