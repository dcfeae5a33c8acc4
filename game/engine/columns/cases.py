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

    A condition can have come true only by a register that it reads, by the clock if what it reads of
    that is another than before, or because its minute has come.
    """

    def __init__(self, cases: Iterable[Case]) -> None:
        self._cases = tuple(cases)
        self._timed = tuple(
            (place, case.condition)
            for place, case in enumerate(self._cases)
            if case.condition.is_timed and case.at is None
        )
        self._by_minute = _places((case.at, place) for place, case in enumerate(self._cases))
        self._by_register = _places(
            (register, place)
            for place, case in enumerate(self._cases)
            if case.at is None
            for register in case.condition.reads
        )
        self._at: dict[int, Sequence[Case]] = {}
        self.reads = frozenset(self._by_register)

    def to_look_at(self, batch: Batch) -> Sequence[Case]:
        """Return the cases that may hold now, in their order."""
        minute = batch.minute
        if batch.changed is None:
            return self._all_at(minute)
        places = {
            place for place, condition in self._timed if condition.has_another_time(batch.looked, minute)
        }
        places.update(self._by_minute.get(minute, ()))
        for register in batch.changed & self.reads:
            places.update(self._by_register[register])
        return [self._cases[place] for place in sorted(places)] if places else ()

    def are_idle(self, batch: Batch) -> bool:
        """Return whether it is known at once that none holds; no register that they read has changed."""
        minute = batch.minute
        for place in self._by_minute.get(minute, ()):
            if not self._cases[place].condition.is_false(batch):
                return False
        return all(
            not condition.has_another_time(batch.looked, minute) or condition.is_false(batch)
            for _, condition in self._timed
        )

    def _all_at(self, minute: int) -> Sequence[Case]:
        """Return all cases that may hold at a minute."""
        found = self._at.get(minute)
        if found is None:
            found = [case for case in self._cases if case.at is None or case.at == minute]
            self._at[minute] = found
        return found


def _places(pairs: Iterable[tuple[int | None, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for key, place in pairs:
        if key is not None:
            found.setdefault(key, []).append(place)
    return found
