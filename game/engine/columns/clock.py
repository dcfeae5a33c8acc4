"""The clock over batches: what is due at a moment, and which moment is next."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np

from game.engine.columns.batch import Batch
from game.engine.columns.column import is_no
from game.engine.columns.formulas import Formulas
from game.engine.columns.offers import Offers
from game.engine.columns.quiet import Quiet
from game.engine.program import Program


class ColumnClock:
    """Takes batches from one moment to the next."""

    def __init__(self, program: Program, formulas: Formulas, offers: Offers, quiet: Quiet) -> None:
        self._program = program
        self._offers = offers
        self._quiet = quiet
        self._known_minutes: dict[int, int] = {}
        self._repeaters = tuple((row.armed, formulas.of(row.condition)) for row in program.repeaters)

    def let_time_pass(self, batch: Batch) -> None:
        """Let the clock go to the next moment at which anything can happen."""
        for armed, condition in self._repeaters:
            before = batch.registers[armed]
            if isinstance(before, np.ndarray) or not before:
                holds = condition.of(batch)
                if isinstance(holds, np.ndarray):
                    batch.put(armed, np.where(holds, before, 1).astype(np.int32))
                elif not holds:
                    batch.put(armed, 1)
        deadline = min([each for _, each in self._offers.deadlines(batch)], default=self._program.ends)
        batch.minute = self._next_minute(batch, deadline)
        while self._quiet.is_quiet(batch, deadline):
            batch.minute = self._next_minute(batch, deadline)
        if batch.minute % self._program.step == 0:
            for row in self._program.decisions:
                if row.rests is not None and not is_no(batch.registers[row.rests]):
                    batch.put(row.rests, 0)
        self.begin_moment(batch)

    def _next_minute(self, batch: Batch, deadline: int) -> int:
        """Return the next moment, `deadline` being the nearest one."""
        minute = min(deadline, self._known_minute(batch.minute))
        return min(minute, batch.queue[0][0]) if batch.queue else minute

    def _known_minute(self, now: int) -> int:
        """Return the next moment that comes whatever is open and under way."""
        found = self._known_minutes.get(now)
        if found is None:
            program = self._program
            minutes = [program.ends, (now // program.step + 1) * program.step]
            minutes += program.fixed[bisect_right(program.fixed, now) :][:1]
            minutes += [(now // period.every + 1) * period.every for period in program.periods]
            found = self._known_minutes[now] = min(minutes)
        return found

    def begin_moment(self, batch: Batch) -> None:
        """Put on the agenda what is due now, in the order of the entry vector."""
        program, minute = self._program, batch.minute
        due = list(program.due.get(minute, ()))
        while batch.queue and batch.queue[0][0] <= minute:
            due.append(batch.queue.pop(0)[1])
        due += [period.point for period in program.periods if minute and minute % period.every == 0]
        due += [
            row.late
            for row, deadline in self._offers.deadlines(batch)
            if deadline == minute and row.late is not None
        ]
        batch.agenda[:0] = sorted(due, reverse=True)
