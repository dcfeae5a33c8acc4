"""Which registers, and what is under way, multiply states most: where an author can save some."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping

import numpy as np

from game.analysis.columns.points import ControlPoint, Packing, PointKey, Words
from game.analysis.graph import Multiplier

UNDER_WAY = "@queue"
"""The name of what is due later: letters that travel, delays that were drawn."""

_MOST_STATES = 200_000

Found = tuple[PointKey, ControlPoint]


def multipliers(
    points: Mapping[PointKey, ControlPoint], names: tuple[str, ...], control: tuple[int, ...]
) -> tuple[Multiplier, ...]:
    """Return what multiplies the states, the most first; what leaves their number as it is left out.

    Taken at the largest control points, which hold up to 200,000 states. Factors of two names may
    not be multiplied: what they tell may be the same.
    """
    largest = _largest(points)
    states = sum(len(point.ids) for _, point in largest)
    found = {UNDER_WAY: _merged(largest, lambda key: key._replace(queue=()))}
    for place, register in enumerate(control):
        found[names[register]] = _merged(largest, _without(place))
    live = {digit.register for _, point in largest for word in point.packing.words for digit in word}
    for register in sorted(live):
        found[names[register]] = sum(_left(point, register) for _, point in largest)
    made = (Multiplier(name, states / left) for name, left in found.items() if 0 < left < states)
    return tuple(sorted(made, key=lambda each: -each.factor))


def _largest(points: Mapping[PointKey, ControlPoint]) -> list[Found]:
    chosen: list[Found] = []
    states = 0
    looked_into = (pair for pair in points.items() if len(pair[1].ids))
    for key, point in sorted(looked_into, key=lambda pair: -len(pair[1].ids)):
        states += len(point.ids)
        if chosen and states > _MOST_STATES:
            break
        chosen.append((key, point))
    return chosen


def _without(place: int) -> Callable[[PointKey], Hashable]:
    def shortened(key: PointKey) -> Hashable:
        return key._replace(control=(*key.control[:place], *key.control[place + 1 :]))

    return shortened


def _merged(points: Iterable[Found], shortened: Callable[[PointKey], Hashable]) -> int:
    """Return how many states are left if points of one shortened key, and of one packing, are one."""
    groups: dict[tuple[Hashable, Packing], list[ControlPoint]] = {}
    for key, point in points:
        groups.setdefault((shortened(key), point.packing), []).append(point)
    return sum(
        len(np.unique(np.concatenate([_words(point) for point in group]), axis=0)) if len(group) > 1
        else len(group[0].ids)
        for group in groups.values()
    )  # fmt: skip


def _left(point: ControlPoint, register: int) -> int:
    """Return how many states of a point are left if all values of a register are one."""
    for column, word in enumerate(point.packing.words):
        for place, digit in enumerate(word):
            if digit.register != register:
                continue
            words = _words(point).copy()
            above = words[:, column] // digit.unit
            if place + 1 < len(word):
                above %= word[place + 1].unit // digit.unit
            if not above.any():
                return len(words)
            words[:, column] -= above * digit.unit
            return len(np.unique(words, axis=0))
    return len(point.ids)


def _words(point: ControlPoint) -> Words:
    """Return the words of the states of a point, a row for each."""
    assert point.keys is not None
    words: Words = point.keys.view(np.int64).reshape(len(point.ids), -1)
    return words
