"""Options laid side by side: what each leads to in every state in which the player may take it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from game.analysis.columns.edges import Ids
from game.analysis.survey.survey import Survey
from game.analysis.survey.values import Vector


class Compared(NamedTuple):
    """An option beside another one, in all states in which it is on offer.

    `is_matched`: the other is on offer in all of them, and nowhere worse. `better` are the ways on which
    the option is taken where the other is better.
    """

    is_matched: bool
    better: Ids


class Options:
    """The ways on which the player takes options, by their places in `Program.options`."""

    def __init__(self, survey: Survey) -> None:
        self._ways = survey.ways
        taken = np.flatnonzero(survey.ways.labels >= 0).astype(np.int32)
        labels = survey.ways.labels[taken]
        states = survey.ways.states(taken)
        rows = survey.program.options
        self._taken = {place: taken[labels == place] for place in range(len(rows))}
        self._states = {place: states[labels == place] for place in range(len(rows))}
        self._places: dict[str, list[int]] = {}
        for place, row in enumerate(rows):
            self._places.setdefault(row.decision, []).append(place)

    def is_offered(self, option: int) -> bool:
        return len(self._taken[option]) > 0

    def compared(self, option: int, other: int, values: Vector, error: float) -> Compared:
        """Return an option beside another by the values of all states; less than `error` is no difference."""
        states, others = self._states[option], self._states[other]
        places = np.searchsorted(others, states)
        known = np.minimum(places, max(0, len(others) - 1))
        if not len(others) or (others[known] != states).any():
            return Compared(is_matched=False, better=np.zeros(0, dtype=np.int32))
        mine, theirs = self._taken[option], self._taken[other][places]
        gain = values[self._ways.children[theirs]] - values[self._ways.children[mine]]
        return Compared(bool((gain >= -error).all()), mine[gain > error])

    def differing(self, decision: str, values: Vector, error: float) -> bool:
        """Return whether two options of a decision lead to different values in some state."""
        taken = np.concatenate([self._taken[place] for place in self._places[decision]])
        states = np.concatenate([self._states[place] for place in self._places[decision]])
        order = np.argsort(states, kind="stable")
        states, after = states[order], values[self._ways.children[taken[order]]]
        begins = np.flatnonzero(np.append(True, states[1:] != states[:-1])) if len(states) else states
        if not len(begins):
            return False
        spread = np.maximum.reduceat(after, begins) - np.minimum.reduceat(after, begins)
        return bool((spread > error).any())

    def has_choice(self, decision: str) -> bool:
        """Return whether two options of a decision are on offer together in some state."""
        states = np.concatenate([self._states[place] for place in self._places[decision]])
        return len(np.unique(states)) < len(states)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the ordered pairs of options of one decision."""
        for places in self._places.values():
            yield from ((first, second) for first in places for second in places if first != second)


def goal(numbers: Mapping[str, int], wanted: frozenset[str]) -> Vector:
    """Return the value of each ending by its number, 1 for those wanted; the last is that of none."""
    ends = np.zeros(len(numbers) + 1)
    ends[[number for name, number in numbers.items() if name in wanted]] = 1.0
    return ends
