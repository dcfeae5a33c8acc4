"""What may come of a situation, as masks: one bit for each register, each write, each guard.

What follows a place by free ways is worked out once. A situation begins at some places; its guards
are passed one after the other while the values that the control registers may have grow. Nothing
ever shrinks, so a guard is asked again only while it was closed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.analysis.judgement import Judgement, Known
from game.analysis.may import Values
from game.analysis.places import Guard, Place, Places, Scene
from game.analysis.stretches import reads_of
from game.engine.program import Program
from game.scenario.expressions.tree import Constant, Expression

Mask = int


class _Reach(NamedTuple):
    """What is read, and the numbers of writes and of guards."""

    needs: Mask = 0
    writes: Mask = 0
    guards: Mask = 0

    def and_also(self, other: _Reach) -> _Reach:
        return _Reach(self.needs | other.needs, self.writes | other.writes, self.guards | other.guards)


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
        self._judgement = Judgement(program, {*self._control, "day"})
        self._places = Places(program)
        self._steps: dict[Place, tuple[_Reach, tuple[Place, ...]]] = {}
        self._reaches: dict[Place, _Reach] = {}
        self._writes: list[_Write] = []
        self._numbers: dict[tuple[int, Values], int] = {}
        self._steering: Mask = 0
        self._guards: list[Guard] = []
        self._writes_by = dict.fromkeys(self._control.values(), 0)
        self._guards_by = dict.fromkeys(self._control.values(), 0)

    def live(self, places: Iterable[Place], known: Known) -> Mask:
        """Return the registers that may be read from some places on, as bits.

        They are those that conditions and weights of what may come read, what goes into these, and
        the control registers that alone keep a guard closed: if such a one were forgotten something
        else might come.
        """
        values = dict(known)
        reached, closed = self._reached(places, values)
        live = self._with_sources(reached.needs, reached.writes)
        return self._with_sources(live | self._keeping(closed, live, values), reached.writes)

    def _reached(self, places: Iterable[Place], values: dict[str, Values | None]) -> tuple[_Reach, Mask]:
        """Return what may come, and the guards that stay closed; the values grow to all that may be."""
        reached = _Reach()
        for place in places:
            reached = reached.and_also(self._reach(place))
        asked, written = reached.guards, reached.writes
        closed = 0
        while asked or written:
            before = reached
            for number in _bits(asked):
                guard = self._guards[number]
                if self._judgement.may_hold(guard.condition, values, wanted=guard.wanted):
                    reached = reached.and_also(self._reach(guard.then))
                else:
                    closed |= 1 << number
            wider = self._widened(values, (written | reached.writes & ~before.writes) & self._steering)
            asked = reached.guards & ~before.guards
            written = 0
            for register in wider:
                asked |= closed & self._guards_by[register]
                written |= reached.writes & self._writes_by[register]
            closed &= ~asked
        return reached, closed

    def _widened(self, values: dict[str, Values | None], writes: Mask) -> set[int]:
        """Let the values of the control registers grow by what is written; return those that grew."""
        wider: set[int] = set()
        for number in _bits(writes):
            register, _, value, given = self._writes[number]
            name = self._program.registers[register].name
            before = values[name]
            if before is None:
                continue
            if value is not None:
                given = self._judgement.values(value, values)
            after = None if given is None else before | given
            if after != before:
                values[name] = after
                wider.add(register)
        return wider

    def _keeping(self, closed: Mask, live: Mask, values: Known) -> Mask:
        """Return the control registers that would be forgotten but keep a guard closed."""
        unknown = dict(values)
        for name, register in self._control.items():
            if not live >> register & 1:
                unknown[name] = None
        keeping = 0
        for number in _bits(closed):
            guard = self._guards[number]
            if self._judgement.may_hold(guard.condition, unknown, wanted=guard.wanted):
                keeping |= self._mask(reads_of(guard.condition) & self._control.keys())
        return keeping

    def _with_sources(self, live: Mask, writes: Mask) -> Mask:
        """Return the live registers, with all that goes into them."""
        into: dict[int, Mask] = {}
        for number in _bits(writes):
            write = self._writes[number]
            into[write.register] = into.get(write.register, 0) | write.sources
        new = live
        while new:
            sources = 0
            for register in _bits(new):
                sources |= into.get(register, 0)
            new = sources & ~live
            live |= new
        return live

    # The graph, worked out once

    def _reach(self, place: Place) -> _Reach:
        """Return what follows a place by free ways."""
        found = self._reaches.get(place)
        if found is not None:
            return found
        reach, seen, pending = _Reach(), {place}, [place]
        while pending:
            own, then = self._step(pending.pop())
            reach = reach.and_also(own)
            pending += [each for each in dict.fromkeys(then) if each not in seen]
            seen.update(then)
        self._reaches[place] = reach
        return reach

    def _step(self, place: Place) -> tuple[_Reach, tuple[Place, ...]]:
        step = self._steps.get(place)
        if step is None:
            step = self._steps[place] = self._made(self._places.scene(place))
        return step

    def _made(self, scene: Scene) -> tuple[_Reach, tuple[Place, ...]]:
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
        return _Reach(self._mask(scene.needs), writes, guards), tuple(then)

    def _guarded(self, guard: Guard) -> Mask:
        self._guards.append(guard)
        bit = 1 << len(self._guards) - 1
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
        if write.register in self._writes_by:
            self._steering |= bit
            for source in _bits(write.sources):
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


def _bits(mask: Mask) -> Iterator[int]:
    """Return the places of the bits that are set."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
