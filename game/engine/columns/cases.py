"""Conditions in an order, of which only those are looked at that something has changed for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from game.engine.columns.batch import Batch
from game.engine.columns.formulas import Formula


class Case(NamedTuple):
    """A condition, the number that stands for what it leads to, and the only minute at which it can hold."""

    condition: Formula
    number: int
    at: int | None = None


class Cases:
    """Conditions that were all false when they were last looked at, but for what has changed since.

    A condition can have come true only by a register that it reads, by the clock if it reads that,
    or because its minute has come.
    """

    def __init__(self, cases: Iterable[Case]) -> None:
        self._cases = tuple(cases)
        self._timed = frozenset(
            place for place, case in enumerate(self._cases) if case.condition.is_timed and case.at is None
        )
        self._by_minute = _places((case.at, place) for place, case in enumerate(self._cases))
        self._by_register = _places(
            (register, place)
            for place, case in enumerate(self._cases)
            if case.at is None
            for register in case.condition.reads
        )

    def to_look_at(self, batch: Batch) -> Sequence[Case]:
        """Return the cases that may hold now, in their order."""
        cases = self._cases
        if batch.changed is None:
            return [case for case in cases if case.at is None or case.at == batch.minute]
        places = set(self._timed)
        places.update(self._by_minute.get(batch.minute, ()))
        for register in batch.changed:
            places.update(self._by_register.get(register, ()))
        return [cases[place] for place in sorted(places)]


def _places(pairs: Iterable[tuple[int | None, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for key, place in pairs:
        if key is not None:
            found.setdefault(key, []).append(place)
    return found
