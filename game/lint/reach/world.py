"""The fixpoint: from the starts on, whatever may happen is taken to happen, until nothing is new."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from game.lint.reach.possible import Values, may_fail, may_hold, possible
from game.lint.reach.ways import Way
from game.lint.values_used import starts
from game.scenario.expressions.ranges import domain, reads
from game.scenario.expressions.tree import Expression, Read
from game.scenario.expressions.types import ChoiceType, NumberType
from game.scenario.model import Block, Scenario, Variable


@dataclass(frozen=True, slots=True)
class Reach:
    """What may be: the values of each name, the entries that may come about, the tokens they leave."""

    values: Mapping[str, Values]
    entries: frozenset[str]
    tokens: frozenset[str]

    def values_of(self, read: Read) -> Values:
        return self.values.get(read.name) or domain(read.type)

    def is_open(self, way: Way, free: Collection[str] = ()) -> bool:
        """Return whether a way may be gone; names in `free` may have any value of their type."""
        if way.after and self.tokens.isdisjoint(way.after):
            return False

        def values_of(read: Read) -> Values:
            if read.name in way.fixed:
                return range(way.fixed[read.name], way.fixed[read.name] + 1)
            return domain(read.type) if read.name in free else self.values_of(read)

        return all(may_hold(each, values_of) for each in way.holds) and all(
            may_fail(each, values_of) for each in way.fails
        )


def reach(scenario: Scenario, ways: Iterable[Way], forced: Collection[str] = ()) -> Reach:
    """Return what may be; the entries in `forced` are taken to happen, whatever they wait for."""
    world = _World(scenario)
    waiting = list(ways)
    for way in waiting:
        if way.path in forced:
            world.go(way)
    while True:
        world.spread()
        now = world.now()
        still = [way for way in waiting if not now.is_open(way)]
        if len(still) == len(waiting):
            return now
        for way in waiting:
            if now.is_open(way):
                world.go(way)
        waiting = still


class _World:
    """What may be so far. Values are bits of a number: bit 0 is the lowest value of the name."""

    def __init__(self, scenario: Scenario) -> None:
        self.low: dict[str, int] = {}
        self.width: dict[str, int] = {}
        self.bits: dict[str, int] = {}
        self.values: dict[str, Values] = {}
        self.entries: set[str] = set()
        self.tokens: set[str] = set()
        self.effects: dict[tuple[str, Expression, bool], None] = {}
        for variable in (*scenario.variables.values(), *scenario.beliefs.values()):
            self._declare_variable(scenario, variable)
        for flag in scenario.flags:
            self._declare(flag, 0, 2, 1)
        for section in (scenario.events, scenario.letters, scenario.intelligence):
            for name in section:
                self._declare(f"seen.{name}", 0, 2, 1)
        for decision in scenario.decisions.values():
            self._declare(f"chosen.{decision.id}", 0, len(decision.options) + 1, 1)
        if scenario.phases:
            self._declare("phase", 0, len(scenario.phases), 1)

    def _declare_variable(self, scenario: Scenario, variable: Variable) -> None:
        match variable.type:
            case NumberType(low, high):
                width = high - low + 1
            case ChoiceType(_, choices):
                low, width = 0, len(choices)
        self._declare(variable.id, low, width, sum(1 << value - low for value in starts(scenario, variable)))

    def _declare(self, name: str, low: int, width: int, bits: int) -> None:
        self.low[name], self.width[name] = low, width
        self._put(name, bits)

    def _put(self, name: str, bits: int) -> None:
        self.bits[name] = bits
        self.values[name] = _values(bits, self.low[name])

    def now(self) -> Reach:
        return Reach(self.values, frozenset(self.entries), frozenset(self.tokens))

    def go(self, way: Way) -> None:
        """Take a way: note what it leaves, and what its block does."""
        self.entries.add(way.path)
        self.tokens.update(way.gives)
        for name, value in way.marks:
            self._put(name, self.bits[name] | 1 << value)
        if way.block is not None:
            self._run(way.block)

    def _run(self, block: Block) -> None:
        self.tokens.add(f"block {block.site}")
        self.tokens.update(f"send {name}" for name in block.send)
        self.tokens.update(f"start {sending.event}" for sending in block.event)
        for flag in block.remember:
            self._put(flag, self.bits[flag] | 2)
        self.effects |= dict.fromkeys((name, number, False) for name, number in block.set)
        self.effects |= dict.fromkeys((name, number, True) for name, number in block.change)

    def spread(self) -> None:
        """Carry out all effects again and again, until no name gains a value."""
        is_new = True
        while is_new:
            is_new = False
            for name, number, is_added in self.effects:
                before = self.bits[name]
                found = possible(number, self._values_of)
                bits = before | (self._added(name, found) if is_added else self._given(name, found))
                if bits != before:
                    self._put(name, bits)
                    is_new = True

    def _values_of(self, read: Read) -> Values:
        return self.values.get(read.name) or domain(read.type)

    def _given(self, name: str, found: Values) -> int:
        low, top = self.low[name], self.width[name] - 1
        bits = 0
        for value in found if len(found) <= self.width[name] else _ends(found, low, low + top):
            bits |= 1 << min(max(value - low, 0), top)
        return bits

    def _added(self, name: str, found: Values) -> int:
        width = self.width[name]
        if len(found) > width:
            return (1 << width) - 1
        bits = self.bits[name]
        while True:
            before = bits
            for by in found:
                bits |= _shifted(bits, by, width)
            if bits == before:
                return bits


def _ends(found: Values, low: int, high: int) -> range:
    return range(max(min(found), low), min(max(found), high) + 1) or range(low, high + 1)


def _shifted(bits: int, by: int, width: int) -> int:
    """Return all values moved by a number and held within the range."""
    if by >= 0:
        moved = bits << min(by, width)
        over, kept = moved >> width, moved & (1 << width) - 1
        return kept | (1 << width - 1 if over else 0)
    by = min(-by, width)
    return bits >> by | (1 if bits & (1 << by) - 1 else 0)


def _values(bits: int, low: int) -> Values:
    first = (bits & -bits).bit_length() - 1
    run = bits >> first
    if run & run + 1 == 0:
        return range(low + first, low + first + run.bit_length())
    return frozenset(low + place for place in range(bits.bit_length()) if bits >> place & 1)


def is_about(condition: Expression, names: Collection[str]) -> bool:
    """Return whether a condition reads any of some names."""
    return any(each.name in names for each in reads(condition))
