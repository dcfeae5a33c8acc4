"""Moments at which nothing happens, known at once: most moments of a batch are so.

Whoever waits, waits on: what is on offer is as before, since nothing is written at such a moment.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.engine.columns.batch import Batch
from game.engine.columns.cases import Cases
from game.engine.columns.column import is_no
from game.engine.columns.formulas import Formula, Formulas
from game.engine.columns.offers import Offers
from game.engine.program import Branch, Jump, Program, Return
from game.engine.state import Point


class Quiet:
    """Tells quiet moments of one Program from others. `cases` are looked at whenever play settles."""

    def __init__(self, program: Program, formulas: Formulas, offers: Offers, cases: Iterable[Cases]) -> None:
        self._program = program
        self._offers = offers
        self._cases = tuple(cases)
        self._reads = frozenset[int]().union(*(each.reads for each in self._cases))
        self._rests = tuple(row.rests for row in program.decisions if row.rests is not None)
        # what holds the others unarmed is as before
        self._repeaters = tuple(row.armed for row in program.repeaters if formulas.of(row.condition).is_timed)
        points = {*(each for due in program.due.values() for each in due)}
        self._gates = {point: _gates(program, formulas, point) for point in points}

    def is_quiet(self, batch: Batch, deadline: int) -> bool:
        """Return whether nothing happens at the moment to which time has passed.

        `deadline` is the nearest one. It is never said of what may happen in some of the rows.
        """
        minute = batch.minute
        if minute in {self._program.ends, deadline} or (batch.queue and batch.queue[0][0] <= minute):
            return False
        if batch.changed is None or not batch.changed.isdisjoint(self._reads):
            return False
        if any(minute % period.every == 0 for period in self._program.periods):
            return False
        if not all(self._is_shut(point, batch) for point in self._program.due.get(minute, ())):
            return False
        return self._is_settled(batch) and all(each.are_idle(batch) for each in self._cases)

    def _is_shut(self, point: Point, batch: Batch) -> bool:
        """Return whether an entry is kept from beginning."""
        return any(each.is_false(batch) for each in self._gates[point])

    def _is_settled(self, batch: Batch) -> bool:
        """Return whether the order of play has nothing to write, and the offer is the same."""
        registers, minute = batch.registers, batch.minute
        if minute % self._program.step == 0 and not all(is_no(registers[each]) for each in self._rests):
            return False
        if any(is_no(registers[armed]) or armed in batch.wide for armed in self._repeaters):
            return False
        return not any(
            when.has_another_time(batch.looked, minute)
            for row in self._offers.open_rows(batch)
            for _, when in self._offers.options_of(row)
        )


def _gates(program: Program, formulas: Formulas, point: Point) -> tuple[Formula, ...]:
    """Return the conditions without any of which nothing comes of an entry."""
    found: list[Formula] = []
    while True:
        match program.code[point]:
            case Jump(target):
                point = target
            case Branch(_, condition, otherwise) if isinstance(program.code[otherwise], Return):
                found.append(formulas.of(condition))
                point += 1
            case _:
                return tuple(found)
