"""Which registers can still be read: all others are forgotten, so that states with one future are one.

The theory. From a state, the moment and the values of the *control* registers (choices that rules
set, and the phase) are known; of every other register any value is assumed. What may still happen
is found by a fixpoint: an entry may come if it is under way, if its moment has not passed, or if
its condition may be true under the values that the control registers may ever take from here; what
it does may widen those values, and may start further entries. A register is *live* if a condition
or a weight of what may come reads it, or if it goes into a value that is live. Since nothing that
may happen reads the others, forgetting them changes no odds (section 10 of the language).

Names are taken to be independent of one another, so that too much is kept and never too little.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from game.analysis.may import MOST_VALUES, Values, may_be
from game.analysis.stretches import Stretch, Write, reads_of, stretch
from game.engine import layout
from game.engine.program import DecisionRow, Program
from game.engine.state import Point, State
from game.scenario.expressions.tree import Expression
from game.scenario.expressions.types import ChoiceType

_DAY = 24 * 60


_Judgements = tuple[tuple[str, ...], dict[tuple[Values | None, ...], Values | None]]
"""The names that are known at all, and the values of an expression by theirs."""


class _Situation(NamedTuple):
    """What is known of a state; situations that are equal forget the same."""

    passed: int
    reached: int
    agenda: tuple[Point, ...]
    queued: tuple[Point, ...]
    opened: tuple[int, ...]
    control: tuple[int, ...]


class _Known:
    """What is the same in every situation of one Program, worked out once."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.control = _control_registers(program)
        self.names = tuple(register.name for register in program.registers)
        self.watched = frozenset(self.names[register] for register in program.watched)
        self.options = {
            row.decision: tuple(each for each in program.options if each.decision == row.decision)
            for row in program.decisions
        }
        self._fixed_days = tuple(self._day(minute) for minute in program.fixed)
        self._stretches: dict[Point, Stretch] = {}
        self._judged: dict[int, _Judgements] = {}

    def _day(self, minute: int) -> int:
        return (minute + self.program.scenario.clock.starts % _DAY) // _DAY + 1

    def at(self, situation: _Situation) -> dict[str, Values | None]:
        """Return the values of the control registers, and those that the day and the time may yet have."""
        values: dict[str, Values | None] = {
            self.names[register]: frozenset({value})
            for register, value in zip(self.control, situation.control, strict=True)
        }
        first = self._fixed_days[situation.passed - 1] if situation.passed else 1
        last = self._day(self.program.ends)
        values["day"] = frozenset(range(first, last + 1)) if last - first < MOST_VALUES else None
        return values

    def stretch(self, point: Point) -> Stretch:
        found = self._stretches.get(point)
        if found is None:
            found = self._stretches[point] = stretch(self.program, point)
        return found

    def values(self, expression: Expression, known: dict[str, Values | None]) -> Values | None:
        """Return what an expression may be; it is told apart by being the same thing, not by looks."""
        judged = self._judged.get(id(expression))
        if judged is None:
            names = tuple(sorted(name for name in reads_of(expression) if name in known))
            judged = self._judged[id(expression)] = (names, {})
        names, found = judged
        key = tuple([known[name] for name in names])
        if key not in found:
            found[key] = may_be(expression, lambda name: known[name] if name in known else self._any(name))
        return found[key]

    def _any(self, name: str) -> Values | None:
        place = self.program.index.get(name)
        if place is None or name.startswith("@"):
            return None
        low, high = self.program.registers[place].low, self.program.registers[place].high
        return frozenset(range(low, high + 1)) if high - low < MOST_VALUES else None


class Liveness:
    """Forgets what can no longer be read, for the states of one Program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._known = _Known(program)
        self._opened = tuple(row.opened for row in program.decisions)
        keys = program.keys
        self._kept = frozenset({keys.time, keys.waits, keys.halted, keys.offer, keys.ended, *self._opened})
        self._dead: dict[_Situation, tuple[int, ...]] = {}

    def forgotten(self, state: State) -> State:
        """Return the state without what can no longer be read: each such register at its lowest value."""
        if state.registers[self._program.keys.ended]:
            return self._over(state)
        kept = list(state.registers)
        for register in self.dead(state):
            kept[register] = self._program.registers[register].low
        return State(state.minute, state.agenda, state.queue, tuple(kept))

    @property
    def control(self) -> tuple[int, ...]:
        """Return the control registers; states with the same ones, in the same place, forget the same."""
        return self._known.control

    def dead(self, state: State) -> tuple[int, ...]:
        """Return the registers that can no longer be read from a state on."""
        situation = self._situation(state)
        dead = self._dead.get(situation)
        if dead is None:
            dead = self._dead[situation] = tuple(self._dead_registers(situation))
        return dead

    def _over(self, state: State) -> State:
        """Of a game that is over only its ending matters."""
        kept = [register.low for register in self._program.registers]
        ended = self._program.keys.ended
        kept[ended] = state.registers[ended]
        return State(0, (), (), tuple(kept))

    def _situation(self, state: State) -> _Situation:
        fixed, registers = self._program.fixed, state.registers
        passed = bisect_left(fixed, state.minute)
        # while starts are drawn nothing of the first moment is under way yet: its points come last
        is_starting = any(point >= self._program.start for point in state.agenda)
        return _Situation(
            passed,
            passed if is_starting else bisect_right(fixed, state.minute),
            state.agenda,
            tuple(dict.fromkeys(point for _, point in state.queue)),
            tuple([place for place, register in enumerate(self._opened) if registers[register] >= 0]),
            tuple([registers[register] for register in self._known.control]),
        )

    def _dead_registers(self, situation: _Situation) -> Iterator[int]:
        live = _Future(self._known, situation).live()
        for place, register in enumerate(self._program.registers):
            if place not in self._kept and register.name not in live:
                yield place


class _Future:
    """One fixpoint: what may come from a situation, and what that reads.

    Everything only grows: what is possible stays possible, so a condition is asked again only
    while it was impossible (`_blocked`).
    """

    def __init__(self, known: _Known, situation: _Situation) -> None:
        self._known = known
        self._program = known.program
        self._situation = situation
        self._values: dict[str, Values | None] = known.at(situation)
        self._needs: set[str] = set()
        self._writes: set[Write] = set()
        self._visited: set[Point] = set()
        self._pending: list[Point] = []
        self._blocked: list[tuple[Expression, bool, Callable[[], None]]] = []
        self._is_wider = False

    def live(self) -> set[str]:
        """Return the names of the live registers."""
        self._begin()
        while True:
            self._visit()
            if not self._is_wider:
                return self._closed()
            self._is_wider = False
            blocked, self._blocked = self._blocked, []
            for condition, wanted, then in blocked:
                self._when(condition, then, wanted=wanted)
            for write in self._writes:
                self._widen(write)

    def _begin(self) -> None:
        program, situation = self._program, self._situation
        self._pending += [*situation.agenda, *situation.queued]
        for minute in program.fixed[situation.reached :]:
            self._pending += program.due.get(minute, ())
        self._pending += [period.point for period in program.periods]
        for watch in program.watches:
            self._when(watch.condition, partial(self._come, watch.condition, watch.point))
        for repeater in program.repeaters:
            self._when(repeater.condition, partial(self._come, repeater.condition))
        for place, row in enumerate(program.decisions):
            if place in situation.opened:
                self._decide(row)
            if place in situation.opened and row.rests is None:
                continue
            if row.at is None or bisect_left(program.fixed, row.at) >= situation.passed:
                self._when(row.condition, partial(self._open, row))
        for ending in program.scenario.endings.values():
            self._when(ending.when, partial(self._come, ending.when))

    def _when(self, condition: Expression, then: Callable[[], None], *, wanted: bool = True) -> None:
        """Do something once the condition may hold, or with `wanted` false may not hold."""
        values = self._known.values(condition, self._values)
        if values is None or any(bool(value) is wanted for value in values):
            then()
        else:
            self._blocked.append((condition, wanted, then))

    def _come(self, condition: Expression, *points: Point) -> None:
        self._needs |= reads_of(condition)
        self._pending += points

    def _open(self, row: DecisionRow) -> None:
        self._needs |= reads_of(row.condition)
        self._decide(row)

    def _decide(self, row: DecisionRow) -> None:
        if row.late is not None:
            self._pending.append(row.late)
            self._needs |= self._known.watched
        for option in self._known.options[row.decision]:
            self._when(option.when, partial(self._come, option.when, option.point))

    def _visit(self) -> None:
        while self._pending:
            point = self._pending.pop()
            if point in self._visited:
                continue
            self._visited.add(point)
            part = self._known.stretch(point)
            self._needs |= part.needs
            self._pending += part.starts
            for register, value in part.constants:
                self._take(register, frozenset({value}))
            for write in part.writes:
                if write not in self._writes:
                    self._writes.add(write)
                    self._widen(write)
            for condition, then, otherwise in part.forks:
                if condition is None:
                    self._pending += (then, otherwise)
                else:
                    self._when(condition, partial(self._pending.append, then))
                    self._when(condition, partial(self._pending.append, otherwise), wanted=False)

    def _widen(self, write: Write) -> None:
        if self._known.names[write.register] not in self._values:
            return
        is_set = write.set is not None and write.change is None
        self._take(
            write.register, self._known.values(write.set, self._values) if is_set and write.set else None
        )

    def _take(self, register: int, values: Values | None) -> None:
        name = self._known.names[register]
        before = self._values.get(name)
        if before is None:
            return
        after = None if values is None else before | values
        if after != before:
            self._values[name] = after
            self._is_wider = True

    def _closed(self) -> set[str]:
        """Return what is needed, what goes into it, and what keeps the impossible impossible.

        A condition that only the value of a control register rules out would come true if that
        were forgotten.
        """
        live = self._with_sources(self._needs)
        forgotten = self._values.keys() - live - {"day"}
        known = {name: None if name in forgotten else values for name, values in self._values.items()}
        for condition, wanted, _ in self._blocked:
            values = self._known.values(condition, known)
            if values is None or any(bool(value) is wanted for value in values):
                live |= reads_of(condition) & self._values.keys()
        return self._with_sources(live)

    def _with_sources(self, needs: set[str]) -> set[str]:
        live = set(needs)
        while True:
            into = (write for write in self._writes if self._known.names[write.register] in live)
            more = {name for write in into for name in write.needs}
            if more <= live:
                return live
            live |= more


def _control_registers(program: Program) -> tuple[int, ...]:
    scenario = program.scenario
    choices = [name for name, variable in scenario.variables.items() if isinstance(variable.type, ChoiceType)]
    written = {
        update.register for instruction in program.code for update in getattr(instruction, "updates", ())
    }
    named = [program.index[name] for name in choices if program.index[name] in written]
    return (*named, program.index[layout.PHASE])
