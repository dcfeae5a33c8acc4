"""The order of play of section 9 over batches: what `game.engine.walk` does, many states at a time.

A batch is carried out until its rows disagree, and is then split; every part goes on by itself.
Nothing is told. The rows that reach a turn are handed to `arrived`, those that are over to `ended`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

import numpy as np

from game.engine.columns.batch import Batch
from game.engine.columns.cases import Case, Cases
from game.engine.columns.clock import ColumnClock
from game.engine.columns.column import Column, counted, is_no, positive
from game.engine.columns.formulas import Formulas
from game.engine.columns.offers import Offers
from game.engine.columns.quiet import Quiet
from game.engine.program import (
    Assign,
    Begin,
    Branch,
    Call,
    Chance,
    DecisionRow,
    Defer,
    Endings,
    Jump,
    Note,
    Pending,
    Program,
    Return,
    Switch,
    Tell,
    Update,
)
from game.engine.state import Point

Arrival = Callable[[Batch], None]
End = Callable[[Batch, int], None]


class ColumnWalk:
    """Carries batches of one Program to their next turn.

    The register of the offer holds, in columns, the number of the offer in `offers`.
    """

    def __init__(self, program: Program, arrived: Arrival, ended: End, fragile: frozenset[Point]) -> None:
        """`fragile` are the deadlines that take a game off the record."""
        self.program = program
        self.formulas = Formulas(program.index, program.scenario.clock)
        self.offers = Offers(program, self.formulas)
        self._arrived = arrived
        self._ended = ended
        self._fragile = fragile
        self._pending: list[Batch] = []
        of = self.formulas.of
        self._watches = Cases(Case(of(row.condition), row.point) for row in program.watches)
        endings = enumerate(program.scenario.endings.values(), 1)
        ordered = sorted(endings, key=lambda pair: -pair[1].priority)
        self._endings = Cases(Case(of(ending.when), number) for number, ending in ordered)
        rows = enumerate(program.decisions)
        self._openings = Cases(Case(of(row.condition), place, row.at) for place, row in rows)
        quiet = Quiet(program, self.formulas, self.offers, (self._watches, self._endings, self._openings))
        self._clock = ColumnClock(program, self.formulas, self.offers, quiet)

    def run(self, batch: Batch) -> None:
        """Carry a batch to the next turns of its rows."""
        self._pending.append(batch)
        while self._pending:
            current: Batch | None = self._pending.pop()
            while current is not None:
                current = self._carried_out(current) if current.agenda else self._settled(current)

    def wait(self, batch: Batch) -> None:
        """Let the player of every row wait, and carry the batch to the next turns."""
        keys = self.program.keys
        batch.put(keys.offer, self.offers.number(batch))
        batch.put(keys.waits, 1)
        self._clock.let_time_pass(batch)
        self.run(batch)

    # Instructions

    def _carried_out(self, batch: Batch) -> Batch | None:  # noqa: C901, PLR0912 - one arm for each
        """Carry out the next entry; return the batch, or None when its rows go on elsewhere."""
        code = self.program.code
        point = batch.agenda.pop()
        batch.has_left |= point in self._fragile
        while True:
            instruction = code[point]
            point += 1
            match instruction:
                case Jump(target):
                    point = target
                case Note(register, value) | Switch(register, value, _):
                    batch.put(register, value)
                case Tell():
                    if instruction.halts:
                        self._halt(batch)
                case Assign():
                    self._assign(batch, instruction)
                case Branch(_, condition, otherwise):
                    truth = self.formulas.of(condition).of(batch)
                    if isinstance(truth, np.ndarray):
                        return self._fork(batch, truth, point, otherwise)
                    point = point if truth else otherwise
                case Return():
                    return batch
                case Endings():
                    if batch.registers[self.program.keys.time] == 0:
                        left = self._without_ended(batch)
                        if left is None:
                            return None
                        batch = left
                case Call(target):
                    batch.agenda.append(point)
                    point = target
                case Chance():
                    self._chance(batch, instruction, point - 1)
                    return None
                case Defer(target, delay, _):
                    if delay:
                        batch.queue = sorted([*batch.queue, (batch.minute + delay, target)])
                    else:
                        batch.agenda.insert(0, target)
                case Pending(entry, otherwise):
                    if entry in batch.agenda or any(each == entry for _, each in batch.queue):
                        point = otherwise
                case Begin():
                    self._clock.begin_moment(batch)
                case _:
                    assert_never(instruction)

    def _fork(self, batch: Batch, truth: Column, then: Point, otherwise: Point) -> Batch:
        """Send the rows two ways; return one part, the other comes later."""
        holds, others = batch.split(truth)
        if holds is None or others is None:
            batch.agenda.append(otherwise if holds is None else then)
            return batch
        self._later(holds, then)
        others.agenda.append(otherwise)
        return others

    def _later(self, batch: Batch | None, point: Point) -> None:
        if batch is not None:
            batch.agenda.append(point)
            self._pending.append(batch)

    def _halt(self, batch: Batch) -> None:
        keys = self.program.keys
        if not is_no(batch.registers[keys.waits]):
            batch.put(keys.halted, batch.registers[keys.waits])

    def _assign(self, batch: Batch, assign: Assign) -> None:
        keys = self.program.keys
        values = [self._value(batch, update) for update in assign.updates]
        for update, value in zip(assign.updates, values, strict=True):
            before = batch.registers[update.register]
            batch.put(update.register, value)
            waits = batch.registers[keys.waits]
            if update.register in self.program.watched and not is_no(waits):
                halted = np.where(np.not_equal(before, value), waits, batch.registers[keys.halted])
                batch.put(keys.halted, halted if halted.ndim else int(halted))

    def _value(self, batch: Batch, update: Update) -> Column:
        value = batch.registers[update.register]
        if update.set is not None:
            value = _held(self.formulas.of(update.set).of(batch), update)
        if update.change is not None:
            value = _held(value + self.formulas.of(update.change).of(batch), update)
        return value

    def weights(self, batch: Batch, chance: Chance) -> list[Column]:
        """Return the weights of a chance's results, none below 0."""
        values = [self.formulas.of(odds).of(batch) for odds in chance.odds]
        return [np.maximum(value, 0) if isinstance(value, np.ndarray) else max(value, 0) for value in values]

    def _chance(self, batch: Batch, chance: Chance, point: Point) -> None:
        """Send the rows with one possible result there, and hand over those that luck decides."""
        weights = self.weights(batch, chance)
        if chance.pinned is not None:
            fixed, rest = batch.split(positive(weights[chance.pinned]))
            self._later(fixed, chance.points[chance.pinned])
            if rest is None:
                return
            batch, weights = rest, self.weights(rest, chance)
        possible = sum(counted(weight) for weight in weights)
        forced, left = batch.split(possible == 1)
        if forced is not None:
            for weight, target in zip(self.weights(forced, chance), chance.points, strict=True):
                only, _ = forced.split(positive(weight))
                self._later(only, target)
        if left is not None:
            left.agenda.append(point)
            self._arrived(left)

    # Parts 5 to 7 of a moment

    def _settled(self, batch: Batch) -> Batch | None:
        program, keys = self.program, self.program.keys
        left = self._without_watched(batch)
        if left is not None:
            left = self._without_ended(left)
        if left is None:
            return None
        if left.registers[keys.time] != 0:
            self._ended(left, len(program.endings) + 1)
            return None
        if left.minute == program.ends:
            self._close_time(left)
            return left
        first, *others = self._with_openings(left)
        for part in others:
            later = self._turned(part)
            if later is not None:
                self._pending.append(later)
        return self._turned(first)

    def _without_watched(self, batch: Batch) -> Batch | None:
        """Start what the first condition that holds starts; return the rows for which none holds."""
        left: Batch | None = batch
        for case in self._watches.to_look_at(batch):
            if left is None:
                return None
            started, left = left.split(case.condition.of(left))
            self._later(started, case.number)
        return left

    def _without_ended(self, batch: Batch) -> Batch | None:
        left: Batch | None = batch
        for case in self._endings.to_look_at(batch):
            if left is None:
                return None
            over, left = left.split(case.condition.of(left))
            if over is not None:
                self._ended(over, case.number)
        return left

    def _close_time(self, batch: Batch) -> None:
        for row in self.offers.open_rows(batch):
            batch.put(row.opened, -1)
        self._reset(batch)
        batch.queue = []
        batch.put(self.program.keys.time, 1)

    def _with_openings(self, batch: Batch) -> list[Batch]:
        """Return the batch in parts, in each of which the same decisions open."""
        parts = [batch]
        for case in self._openings.to_look_at(batch):
            found: list[Batch] = []
            for part in parts:
                opening, others = part.split(case.condition.of(part))
                if opening is not None:
                    self._open(opening, self.program.decisions[case.number])
                found += [each for each in (opening, others) if each is not None]
            parts = found
        for part in parts:
            part.looked_at()
        return parts

    def _open(self, batch: Batch, row: DecisionRow) -> None:
        batch.put(row.opened, batch.minute)
        self._halt(batch)

    def _turned(self, batch: Batch) -> Batch | None:
        """Hand over the rows whose player has the turn; return the others, for which time has passed."""
        rows = self.offers.open_rows(batch)
        if not rows:
            self._reset(batch)
            self._clock.let_time_pass(batch)
            return batch
        waiting, turning = batch.split(self._stays(batch))
        if turning is not None:
            self._reset(turning)
            self._hand_over(turning, rows)
        if waiting is not None:
            self._clock.let_time_pass(waiting)
        return waiting

    def _stays(self, batch: Batch) -> Column:
        """Return whether the player goes on waiting: he was, is not halted, and the offer is the same."""
        keys, registers = self.program.keys, batch.registers
        waits, halted = registers[keys.waits], registers[keys.halted]
        if is_no(waits):
            return 0
        same = np.equal(self.offers.number(batch), registers[keys.offer])
        stays = np.logical_and(np.logical_and(waits, np.logical_not(halted)), same)
        return stays if stays.ndim else int(stays)

    def _reset(self, batch: Batch) -> None:
        keys = self.program.keys
        for register in (keys.waits, keys.halted, keys.offer):
            if not is_no(batch.registers[register]):
                batch.put(register, 0)

    def _hand_over(self, batch: Batch, rows: list[DecisionRow]) -> None:
        turning: Batch | None = batch
        if any(row.deadline is None for row in rows):
            turning, stuck = batch.split(self.offers.has_any(batch))
            if stuck is not None:
                self._ended(stuck, len(self.program.endings) + 1)
        if turning is not None:
            self._arrived(turning)


def _held(value: Column, update: Update) -> Column:
    if isinstance(value, np.ndarray):
        return np.clip(value, update.low, update.high).astype(np.int32)
    return min(max(int(value), update.low), update.high)
