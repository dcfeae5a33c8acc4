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
from collections.abc import Iterator
from typing import NamedTuple

from game.analysis.future import Future, Reach
from game.analysis.judgement import Known
from game.analysis.may import MOST_VALUES, Values
from game.analysis.places import Place, Sort, point
from game.engine import layout
from game.engine.program import Program
from game.engine.state import Point, State
from game.scenario.expressions.types import ChoiceType

_DAY = 24 * 60

_Standing = tuple[int, int, tuple[int, ...]]
"""Of a situation the moments that have passed and been reached, and the open decisions."""


class _Situation(NamedTuple):
    """What is known of a state; situations that are equal forget the same."""

    passed: int
    reached: int
    opened: tuple[int, ...]
    agenda: tuple[Point, ...]
    queued: tuple[Point, ...]
    control: tuple[int, ...]


class Liveness:
    """Forgets what can no longer be read, for the states of one Program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._control = _control_registers(program)
        self._future = Future(program, self._control)
        self._opened = tuple(row.opened for row in program.decisions)
        keys = program.keys
        kept = {keys.time, keys.waits, keys.halted, keys.offer, keys.ended, *self._opened}
        self._may_die = tuple(place for place in range(len(program.registers)) if place not in kept)
        self._fixed_days = tuple(self._day(minute) for minute in program.fixed)
        self._known_days: dict[tuple[int, int], Values] = {}
        self._dead: dict[_Situation, tuple[int, ...]] = {}
        self._standing: dict[_Standing, Reach] = {}

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
        return self._control

    def dead(self, state: State) -> tuple[int, ...]:
        """Return the registers that can no longer be read from a state on."""
        situation = self._situation(state)
        dead = self._dead.get(situation)
        if dead is None:
            live = self._future.live(self._begun(situation), self._values(situation))
            dead = tuple([place for place in self._may_die if not live >> place & 1])
            self._dead[situation] = dead
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
        is_starting = any(each >= self._program.start for each in state.agenda)
        return _Situation(
            passed,
            passed if is_starting else bisect_right(fixed, state.minute),
            tuple([place for place, register in enumerate(self._opened) if registers[register] >= 0]),
            state.agenda,
            tuple(dict.fromkeys([each for _, each in state.queue])),
            tuple([registers[register] for register in self._control]),
        )

    def _begun(self, situation: _Situation) -> Reach:
        """Return what the future of a situation begins with."""
        standing = situation[:3]
        found = self._standing.get(standing)
        if found is None:
            found = self._standing[standing] = self._future.reach(self._standing_places(*standing))
        under_way = self._future.reach(map(point, (*situation.agenda, *situation.queued)))
        return found.and_also(under_way)

    def _standing_places(self, passed: int, reached: int, opened: tuple[int, ...]) -> Iterator[Place]:
        """Return where the future begins, whatever is under way."""
        yield Place(Sort.ALWAYS)
        yield Place(Sort.MOMENT, reached)
        for place, row in enumerate(self._program.decisions):
            is_open = place in opened
            if is_open:
                yield Place(Sort.OPEN, place)
            is_past = row.at is not None and bisect_left(self._program.fixed, row.at) < passed
            if not is_past and (not is_open or row.rests is not None):
                yield Place(Sort.CLOSED, place)

    def _values(self, situation: _Situation) -> Known:
        """Return the values of the control registers, and those that the day may yet have."""
        registers = self._program.registers
        values: dict[str, Values | None] = {
            registers[register].name: frozenset({value})
            for register, value in zip(self._control, situation.control, strict=True)
        }
        first = self._fixed_days[situation.passed - 1] if situation.passed else 1
        last = self._day(self._program.ends)
        values["day"] = self._days(first, last)
        return values

    def _days(self, first: int, last: int) -> Values | None:
        """Return the days from one to another, each time the same thing, which is quickly told apart."""
        if last - first >= MOST_VALUES:
            return None
        return self._known_days.setdefault((first, last), frozenset(range(first, last + 1)))

    def _day(self, minute: int) -> int:
        return (minute + self._program.scenario.clock.starts % _DAY) // _DAY + 1


def _control_registers(program: Program) -> tuple[int, ...]:
    scenario = program.scenario
    choices = [name for name, variable in scenario.variables.items() if isinstance(variable.type, ChoiceType)]
    written = {
        update.register for instruction in program.code for update in getattr(instruction, "updates", ())
    }
    named = [program.index[name] for name in choices if program.index[name] in written]
    return (*named, program.index[layout.PHASE])
