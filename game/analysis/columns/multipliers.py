"""Which registers, and what is under way, multiply states most: where an author can save some."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping

from game.analysis.columns.packing import distinct, packing_of
from game.analysis.columns.points import ControlPoint, PointKey
from game.analysis.graph import Multiplier
from game.engine.columns.batch import Batch, joined

UNDER_WAY = "@queue"
"""The name of what is due later: letters that travel, delays that were drawn."""

_MOST_STATES = 200_000

_Found = tuple[PointKey, Batch]


def multipliers(
    points: Mapping[PointKey, ControlPoint], names: tuple[str, ...], common: tuple[int, ...]
) -> tuple[Multiplier, ...]:
    """Return what multiplies the states, the most first; what leaves their number as it is is left out.

    Taken at the largest control points, which hold up to 200,000 states. Factors of two names may
    not be multiplied: what they tell may be the same.
    """
    largest = _largest(points)
    states = sum(len(batch) for _, batch in largest)
    found = {UNDER_WAY: _merged(largest, lambda key: key._replace(queue=()))}
    for place, register in enumerate(common):
        if len({key.common[place] for key, _ in largest}) > 1:
            found[names[register]] = _merged(largest, _without(place), register)
    for register in sorted(set[int]().union(*(batch.wide for _, batch in largest))):
        found[names[register]] = sum(_rows(batch, register) for _, batch in largest)
    made = (Multiplier(name, states / left) for name, left in found.items() if 0 < left < states)
    return tuple(sorted(made, key=lambda each: -each.factor))


def _largest(points: Mapping[PointKey, ControlPoint]) -> list[_Found]:
    """Return the states of the largest points; those at one place are together, whatever is dead in them."""
    chosen: dict[PointKey, list[Batch]] = {}
    states = 0
    for key, point in sorted(points.items(), key=lambda pair: -len(pair[1].ids)):
        states += len(point.ids)
        known = point.known()
        if known is None or (chosen and states > _MOST_STATES):
            break
        chosen.setdefault(key._replace(dead=0), []).append(known)
    return [(key, joined(batches)) for key, batches in chosen.items()]


def _without(place: int) -> Callable[[PointKey], Hashable]:
    def shortened(key: PointKey) -> Hashable:
        return key._replace(common=(*key.common[:place], *key.common[place + 1 :]))

    return shortened


def _merged(
    points: Iterable[_Found], shortened: Callable[[PointKey], Hashable], register: int | None = None
) -> int:
    """Return how many states are left if points of one shortened key are one, whatever is in a register."""
    groups: dict[Hashable, list[Batch]] = {}
    for key, batch in points:
        groups.setdefault(shortened(key), []).append(batch)
    return sum(
        _rows(joined(group), register) if len(group) > 1 else len(group[0]) for group in groups.values()
    )


def _rows(batch: Batch, register: int | None) -> int:
    """Return how many rows differ if all values of a register are one."""
    if register is not None:
        registers = [0 if each == register else value for each, value in enumerate(batch.registers)]
        batch = Batch(0, (), (), registers, batch.origins, batch.wide - {register})
    packing = packing_of(batch)
    return len(distinct(packing.packed(batch.registers, len(batch)), packing.size)[0])
