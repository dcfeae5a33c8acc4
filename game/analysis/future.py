"""What may come of a situation, as masks: one bit for each register, each write, each guard.

What follows a place by free ways is worked out once. A situation begins at some places; its guards
are passed one after the other while the values that the control registers may have grow. Nothing
ever shrinks, so a guard is asked again only while it was closed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from game.analysis.judgement import Judgement, Known, Questions, bits
from game.analysis.may import Values
from game.analysis.places import Guard, Place, Places, Scene
from game.analysis.stretches import reads_of
from game.engine.program import Program
from game.scenario.expressions.tree import Constant, Expression

Mask = int


class Reach(NamedTuple):
    """What follows some places by free ways: what is read, and the numbers of writes and of guards."""

    needs: Mask = 0
    writes: Mask = 0
    guards: Mask = 0

    def and_also(self, other: Reach) -> Reach:
        return Reach(self.needs | other.needs, self.writes | other.writes, self.guards | other.guards)


class _Write(NamedTuple):
    """A write: its register, what goes into it, its value or constant; without both it gives anything."""

    register: int
    sources: Mask
    value: Expression | None
    constant: Values | None = None


class Future:
    """The futures of one Program. `control` are the registers whose values are known."""

    def __init__(self, program: Program, control: Iterable[int]) -> None:
        self._program = program
        self._control = {program.registers[register].name: register for register in control}
        self._names = (*self._control, "day")
        self._judgement = Judgement(program, self._names)
        self._places = Places(program)
        self._steps: dict[Place, tuple[Reach, tuple[Place, ...]]] = {}
        self._reaches: dict[Place, Reach] = {}
        self._writes: list[_Write] = []
        self._numbers: dict[tuple[int, Values], int] = {}
        self._steering: Mask = 0
        self._guards: list[Guard] = []
        self._questions = Questions(self._judgement)
        self._opened: dict[int, Reach] = {}
        self._writes_by = dict.fromkeys(self._control.values(), 0)
        self._guards_by = dict.fromkeys(self._control.values(), 0)
        self._written_to: dict[int, Mask] = {}

    def reach(self, places: Iterable[Place]) -> Reach:
        """Return what follows some places by free ways."""
        reach = Reach()
        for place in places:
            reach = reach.and_also(self._reach(place))
        return reach

    def live(self, begun: Reach, known: Known) -> Mask:
        """Return the registers that may be read after what has begun, as bits.

        They are those that conditions and weights of what may come read, what goes into these, and
        the control registers that alone keep a guard closed: if such a one were forgotten something
        else might come.
        """
        values = dict(known)
        reached, closed = self._reached(begun, values)
        live = self._with_sources(reached.needs, reached.writes)
        keeping = self._keeping(closed, live, values)
        return self._with_sources(live | keeping, reached.writes) if keeping else live

    def _reached(self, begun: Reach, values: dict[str, Values | None]) -> tuple[Reach, Mask]:
        """Return what may come, and the guards that stay closed; the values grow to all that may be."""
        needs, writes, guards = begun
        asked, written = guards, writes & self._steering
        closed = 0
        while asked or written:
            guards_before, writes_before = guards, writes
            passed = self._questions.answered_yes(asked, values)
            closed |= asked & ~passed
            for number in bits(passed):
                more = self._behind(number)
                needs, writes, guards = needs | more.needs, writes | more.writes, guards | more.guards
            wider = self._widened(values, (written | writes & ~writes_before) & self._steering)
            asked, written = guards & ~guards_before, 0
            for register in wider:
                asked |= closed & self._guards_by[register]
                written |= writes & self._writes_by[register]
            closed &= ~asked
        return Reach(needs, writes, guards), closed

    def _widened(self, values: dict[str, Values | None], writes: Mask) -> set[int]:
        """Let the values of the control registers grow by what is written; return those that grew."""
        wider: set[int] = set()
        for number in bits(writes):
            register, _, value, given = self._writes[number]
            name = self._program.registers[register].name
            before = values[name]
            if before is None:
                continue
            if value is not None:
                given = self._judgement.values(value, values)
            elif given is not None and given <= before:
                continue
            after = None if given is None else before | given
            if after != before:
                values[name] = after
                wider.add(register)
        return wider

    def _keeping(self, closed: Mask, live: Mask, values: Known) -> Mask:
        """Return the control registers that would be forgotten but keep a guard closed."""
        dying = {name: register for name, register in self._control.items() if not live >> register & 1}
        if not dying:
            return 0
        unknown = {**values, **dict.fromkeys(dying)}
        asked = 0
        for register in dying.values():
            asked |= closed & self._guards_by[register]
        keeping = 0
        for number in bits(self._questions.answered_yes(asked, unknown)):
            keeping |= self._mask(reads_of(self._guards[number].condition) & self._control.keys())
        return keeping

    def _with_sources(self, live: Mask, writes: Mask) -> Mask:
        """Return the live registers, with all that goes into them."""
        new = live
        while new:
            sources = 0
            for register in bits(new):
                for number in bits(writes & self._written_to.get(register, 0)):
                    sources |= self._writes[number].sources
            new = sources & ~live
            live |= new
        return live

    # The graph, worked out once

    def _behind(self, guard: int) -> Reach:
        """Return what follows a guard that is passed."""
        found = self._opened.get(guard)
        if found is None:
            found = self._opened[guard] = self._reach(self._guards[guard].then)
        return found

    def _reach(self, place: Place) -> Reach:
        found = self._reaches.get(place)
        if found is not None:
            return found
        reach, seen, pending = Reach(), {place}, [place]
        while pending:
            own, then = self._step(pending.pop())
            reach = reach.and_also(own)
            pending += [each for each in dict.fromkeys(then) if each not in seen]
            seen.update(then)
        self._reaches[place] = reach
        return reach

    def _step(self, place: Place) -> tuple[Reach, tuple[Place, ...]]:
        step = self._steps.get(place)
        if step is None:
            step = self._steps[place] = self._made(self._places.scene(place))
        return step

    def _made(self, scene: Scene) -> tuple[Reach, tuple[Place, ...]]:
        then, guards, writes = list(scene.then), 0, 0
        for guard in scene.guards:
            if self._judgement.is_open(guard.condition):
                guards |= self._guarded(guard)
            elif self._judgement.may_hold(guard.condition, {}, wanted=guard.wanted):
                then.append(guard.then)
        for write in scene.writes:
            value = write.set if write.change is None else None
            if isinstance(value, Constant):
                writes |= self._constant(write.register, frozenset({value.value}))
            else:
                writes |= self._written(_Write(write.register, self._mask(write.needs), value))
        for register, constant in scene.constants:
            writes |= self._constant(register, frozenset({constant}))
        return Reach(self._mask(scene.needs), writes, guards), tuple(then)

    def _guarded(self, guard: Guard) -> Mask:
        self._guards.append(guard)
        bit = self._questions.added(guard.condition, wanted=guard.wanted)
        for name in reads_of(guard.condition) & self._control.keys():
            self._guards_by[self._control[name]] |= bit
        return bit

    def _constant(self, register: int, values: Values) -> Mask:
        """Return the number of a write of a constant, as a bit; of what is not known it tells nothing."""
        if register not in self._writes_by:
            return 0
        number = self._numbers.get((register, values))
        if number is not None:
            return 1 << number
        self._numbers[register, values] = len(self._writes)
        return self._written(_Write(register, 0, None, values))

    def _written(self, write: _Write) -> Mask:
        self._writes.append(write)
        bit = 1 << len(self._writes) - 1
        if write.sources:
            self._written_to[write.register] = self._written_to.get(write.register, 0) | bit
        if write.register in self._writes_by:
            self._steering |= bit
            for source in bits(write.sources):
                if source in self._writes_by:
                    self._writes_by[source] |= bit
        return bit

    def _mask(self, names: Iterable[str]) -> Mask:
        index = self._program.index
        mask = 0
        for name in names:
            if name in index:
                mask |= 1 << index[name]
        return mask
