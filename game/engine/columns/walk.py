"""The order of play of section 9 over batches: what `game.engine.walk` does, many states at a time.

A batch is carried out until its rows disagree, and is then split; every part goes on by itself.
Nothing is told. The rows that reach a turn are handed to `arrived`, those that are over to `ended`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

import numpy as np

from game.engine.columns.batch import Batch
from game.engine.columns.formulas import Column, Formula, Formulas
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
from game.scenario.expressions.ranges import reads
from game.scenario.expressions.tree import Expression

_CLOCK = frozenset({"day", "hour", "step"})

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
        self.offers: dict[int, int] = {0: 0}
        self._arrived = arrived
        self._ended = ended
        self._fragile = fragile
        self._pending: list[Batch] = []
        self._watches = self._timed((row.condition, row.point) for row in program.watches)
        endings = enumerate(program.scenario.endings.values(), 1)
        ordered = sorted(endings, key=lambda pair: -pair[1].priority)
        self._endings = self._timed((ending.when, number) for number, ending in ordered)
        self._openings = tuple(self.formulas.of(row.condition) for row in program.decisions)
        self._options = tuple(self.formulas.of(row.when) for row in program.options)

    def _timed(self, cases: Iterator[tuple[Expression, int]]) -> tuple[tuple[Formula, int, bool], ...]:
        """Return formulas with their numbers, and whether they read the clock."""
        return tuple(
            (self.formulas.of(condition), number, any(each.name in _CLOCK for each in reads(condition)))
            for condition, number in cases
        )

    def run(self, batch: Batch) -> None:
        """Carry a batch to the next turns of its rows."""
        self._pending.append(batch)
        while self._pending:
            self._go_on(self._pending.pop())

    def _go_on(self, batch: Batch) -> None:
        current: Batch | None = batch
        while current is not None:
            if current.agenda:
                point = current.agenda.pop()
                if point in self._fragile:
                    current.has_left = True
                current.is_quiet = False
                current = self._carried_out(current, point)
            else:
                current = self._settled(current)

    # Instructions

    def _carried_out(self, batch: Batch, point: Point) -> Batch | None:  # noqa: C901, PLR0912 - one arm for each
        """Carry out an entry; return the batch when it is done, or None when its rows go on elsewhere."""
        code, registers, minute = self.program.code, batch.registers, batch.minute
        while True:
            instruction = code[point]
            point += 1
            match instruction:
                case Jump(target):
                    point = target
                case Note(register, value) | Switch(register, value, _):
                    registers[register] = value
                case Tell():
                    if instruction.halts and not _is_no(registers[self.program.keys.waits]):
                        registers[self.program.keys.halted] = registers[self.program.keys.waits]
                case Assign():
                    self._assign(batch, instruction)
                case Branch(_, condition, otherwise):
                    truth = self.formulas.of(condition)(registers, minute)
                    if isinstance(truth, np.ndarray):
                        return self._fork(batch, truth, point, otherwise)
                    point = point if truth else otherwise
                case Return():
                    return batch
                case Endings():
                    if registers[self.program.keys.time] == 0:
                        left = self._without_ended(batch)
                        if left is None:
                            return None
                        batch, registers = left, left.registers
                case Call(target):
                    batch.agenda.append(point)
                    point = target
                case Chance():
                    return self._chance(batch, instruction, point - 1)
                case Defer(target, delay, _):
                    if delay:
                        batch.queue = sorted([*batch.queue, (minute + delay, target)])
                    else:
                        batch.agenda.insert(0, target)
                case Pending(entry, otherwise):
                    if entry in batch.agenda or any(each == entry for _, each in batch.queue):
                        point = otherwise
                case Begin():
                    self._begin_moment(batch)

    def _fork(self, batch: Batch, truth: Column, then: Point, otherwise: Point) -> Batch | None:
        for part, point in zip(batch.split(truth), (then, otherwise), strict=True):
            self._later(part, point)
        return None

    def _later(self, batch: Batch | None, point: Point) -> None:
        if batch is not None:
            batch.agenda.append(point)
            self._pending.append(batch)

    def _assign(self, batch: Batch, assign: Assign) -> None:
        registers, keys = batch.registers, self.program.keys
        values = [self._value(batch, update) for update in assign.updates]
        for update, value in zip(assign.updates, values, strict=True):
            before = registers[update.register]
            registers[update.register] = value
            if update.register in self.program.watched and not _is_no(registers[keys.waits]):
                moved = np.not_equal(before, value)
                halted = np.where(moved, registers[keys.waits], registers[keys.halted])
                registers[keys.halted] = halted if halted.ndim else int(halted)

    def _value(self, batch: Batch, update: Update) -> Column:
        value = batch.registers[update.register]
        if update.set is not None:
            value = _held(self.formulas.of(update.set)(batch.registers, batch.minute), update)
        if update.change is not None:
            value = _held(value + self.formulas.of(update.change)(batch.registers, batch.minute), update)
        return value

    def weights(self, batch: Batch, chance: Chance) -> list[Column]:
        """Return the weights of a chance's results, none below 0."""
        values = [self.formulas.of(odds)(batch.registers, batch.minute) for odds in chance.odds]
        return [np.maximum(value, 0) if isinstance(value, np.ndarray) else max(value, 0) for value in values]

    def _chance(self, batch: Batch, chance: Chance, point: Point) -> Batch | None:
        weights = self.weights(batch, chance)
        if chance.pinned is not None:
            fixed, rest = batch.split(_positive(weights[chance.pinned]))
            self._later(fixed, chance.points[chance.pinned])
            if rest is None:
                return None
            batch, weights = rest, self.weights(rest, chance)
        possible = sum(_counted(weight) for weight in weights)
        forced, left = batch.split(possible == 1)
        if forced is not None:
            for weight, target in zip(self.weights(forced, chance), chance.points, strict=True):
                only, _ = forced.split(_positive(weight))
                self._later(only, target)
        if left is not None:
            left.agenda.append(point)
            self._arrived(left)
        return None

    # Parts 5 to 7 of a moment, and the clock

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
        for part in self._with_openings(left):
            self._turn(part)
        return None

    def _without_watched(self, batch: Batch) -> Batch | None:
        """Start what the first condition that holds starts; return the rows for which none holds."""
        left: Batch | None = batch
        for formula, point, is_timed in self._watches:
            if left is None:
                return None
            if left.is_quiet and not is_timed:
                continue
            truth = formula(left.registers, left.minute)
            if isinstance(truth, np.ndarray) or truth:
                started, left = left.split(truth)
                self._later(started, point)
        return left

    def _without_ended(self, batch: Batch) -> Batch | None:
        left: Batch | None = batch
        for formula, number, is_timed in self._endings:
            if left is None:
                return None
            if left.is_quiet and not is_timed:
                continue
            truth = formula(left.registers, left.minute)
            if isinstance(truth, np.ndarray) or truth:
                over, left = left.split(truth)
                if over is not None:
                    self._ended(over, number)
        return left

    def _close_time(self, batch: Batch) -> None:
        keys, registers = self.program.keys, batch.registers
        for row in self.program.decisions:
            registers[row.opened] = -1
        registers[keys.waits] = registers[keys.halted] = registers[keys.offer] = 0
        batch.queue = []
        registers[keys.time] = 1
        batch.is_quiet = False

    def _with_openings(self, batch: Batch) -> list[Batch]:
        """Return the batch in parts, in each of which the same decisions open."""
        parts = [batch]
        for row, formula in zip(self.program.decisions, self._openings, strict=True):
            if row.at is not None and row.at != batch.minute:
                continue
            found: list[Batch] = []
            for part in parts:
                opening, others = part.split(formula(part.registers, part.minute))
                if opening is not None:
                    self._open(opening, row)
                found += [each for each in (opening, others) if each is not None]
            parts = found
        return parts

    def _open(self, batch: Batch, row: DecisionRow) -> None:
        keys = self.program.keys
        batch.registers[row.opened] = batch.minute
        if not _is_no(batch.registers[keys.waits]):
            batch.registers[keys.halted] = batch.registers[keys.waits]

    def open_rows(self, batch: Batch) -> list[DecisionRow]:
        """Return the decisions that are open, which is the same in all rows."""
        return [row for row in self.program.decisions if batch.registers[row.opened] >= 0]

    def on_offer(self, batch: Batch) -> list[tuple[int, Column]]:
        """Return the options of open decisions by their places, each with whether it is on offer."""
        opened = {row.decision for row in self.open_rows(batch)}
        return [
            (place, self._options[place](batch.registers, batch.minute))
            for place, row in enumerate(self.program.options)
            if row.decision in opened
        ]

    def offer(self, batch: Batch) -> Column:
        """Return the number of the offer: equal offers have equal numbers."""
        local: Column = 0
        options = self.on_offer(batch)
        for bit, (_, truth) in enumerate(options):
            taken = truth.astype(np.int64) if isinstance(truth, np.ndarray) else int(bool(truth))
            local = local + (taken << bit)
        if not isinstance(local, np.ndarray):
            return self._offer_number(options, local)
        found, inverse = np.unique(local, return_inverse=True)
        numbers = np.array([self._offer_number(options, int(each)) for each in found], dtype=np.int32)
        return numbers[inverse]

    def _offer_number(self, options: list[tuple[int, Column]], local: int) -> int:
        mask = sum(1 << place for bit, (place, _) in enumerate(options) if local >> bit & 1)
        return self.offers.setdefault(mask, len(self.offers))

    def _turn(self, batch: Batch) -> None:
        """Hand the rows to the player whose turn it is; let time pass for the others."""
        keys = self.program.keys
        rows = self.open_rows(batch)
        if not rows:
            self._reset(batch)
            self._pass(batch)
            return
        offer = self.offer(batch)
        waits = batch.registers[keys.waits]
        stays = np.logical_and(
            np.not_equal(waits, 0),
            np.logical_and(
                np.equal(batch.registers[keys.halted], 0), np.equal(offer, batch.registers[keys.offer])
            ),
        )
        waiting, turning = batch.split(stays if stays.ndim else int(stays))
        if waiting is not None:
            self._pass(waiting)
        if turning is not None:
            self._reset(turning)
            self._hand_over(turning, rows)

    def _reset(self, batch: Batch) -> None:
        keys = self.program.keys
        batch.registers[keys.waits] = batch.registers[keys.halted] = batch.registers[keys.offer] = 0

    def _hand_over(self, batch: Batch, rows: list[DecisionRow]) -> None:
        turning: Batch | None = batch
        if any(row.deadline is None for row in rows):
            stuck, turning = batch.split(np.equal(self.offer(batch), 0))
            if stuck is not None:
                self._ended(stuck, len(self.program.endings) + 1)
        if turning is not None:
            self._arrived(turning)

    def _pass(self, batch: Batch) -> None:
        self.let_time_pass(batch)
        self._pending.append(batch)

    def let_time_pass(self, batch: Batch) -> None:
        """Let the clock go to the next moment at which anything can happen."""
        program, registers = self.program, batch.registers
        batch.is_quiet = True
        for repeater in program.repeaters:
            armed = registers[repeater.armed]
            if not isinstance(armed, np.ndarray) and armed:
                continue
            holds = self.formulas.of(repeater.condition)(registers, batch.minute)
            after = np.where(holds, armed, 1)
            registers[repeater.armed] = after if after.ndim else int(after)
            batch.is_quiet = False
        batch.minute = self._next_minute(batch)
        if batch.minute % program.step == 0:
            for row in program.decisions:
                if row.rests is not None and not _is_no(registers[row.rests]):
                    registers[row.rests] = 0
                    batch.is_quiet = False
        self._begin_moment(batch)

    def _next_minute(self, batch: Batch) -> int:
        program, now = self.program, batch.minute
        minute = min(program.ends, (now // program.step + 1) * program.step)
        if batch.queue:
            minute = min(minute, batch.queue[0][0])
        place = bisect_right(program.fixed, now)
        if place < len(program.fixed):
            minute = min(minute, program.fixed[place])
        for period in program.periods:
            minute = min(minute, (now // period.every + 1) * period.every)
        for row in self.open_rows(batch):
            if row.deadline is not None:
                minute = min(minute, int(batch.registers[row.opened]) + row.deadline)
        return minute

    def _begin_moment(self, batch: Batch) -> None:
        program, minute = self.program, batch.minute
        due = list(program.due.get(minute, ()))
        while batch.queue and batch.queue[0][0] <= minute:
            due.append(batch.queue.pop(0)[1])
        due += [period.point for period in program.periods if minute and minute % period.every == 0]
        for row in self.open_rows(batch):
            is_due = row.deadline is not None and batch.registers[row.opened] + row.deadline == minute
            if is_due and row.late is not None:
                due.append(row.late)
        batch.agenda[:0] = sorted(due, reverse=True)


def _held(value: Column, update: Update) -> Column:
    if isinstance(value, np.ndarray):
        return np.clip(value, update.low, update.high).astype(np.int32)
    return min(max(int(value), update.low), update.high)


def _is_no(value: Column) -> bool:
    return not isinstance(value, np.ndarray) and value == 0


def _positive(weight: Column) -> Column:
    return weight > 0


def _counted(truth: Column) -> Column:
    return (truth > 0).astype(np.int32) if isinstance(truth, np.ndarray) else int(truth > 0)
