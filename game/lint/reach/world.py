"""The fixpoint: from the starts on, whatever may happen is taken to happen, until nothing is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from game.frozen import Frozen, NamedTuple
from game.lint.reach.possible import Values, may_fail, may_hold, possible
from game.lint.reach.ways import Way
from game.lint.values_used import starts
from game.scenario.expressions.ranges import domain, reads
from game.scenario.expressions.tree import Expression, Read
from game.scenario.expressions.types import ChoiceType, NumberType
from game.scenario.model import Block, Scenario, Variable


class Reach(Frozen):
    """What may be: the values of each name, the entries that may come about, the tokens they leave."""

    values: Mapping[str, Values]
    entries: frozenset[str]
    tokens: frozenset[str]

    def values_of(self, read: Read) -> Values:
        return self.values.get(read.name) or domain(read.type)

    def is_open(self, way: Way, free: Collection[str] = ()) -> bool:
        """Return whether a way may be gone; names in `free` may have any value of their type."""
        return not (way.after and self.tokens.isdisjoint(way.after)) and self.may_be(way, free)

    def may_be(self, way: Way, free: Collection[str] = ()) -> bool:
        """Return whether the conditions of a way can be met."""

        def values_of(read: Read) -> Values:
            if read.name in way.fixed:
                return range(way.fixed[read.name], way.fixed[read.name] + 1)
            return domain(read.type) if read.name in free else self.values_of(read)

        has_exceptions = way.fixed or free
        asked = values_of if has_exceptions else self.values_of
        return all(may_hold(each, asked) for each in way.holds) and all(
            may_fail(each, asked) for each in way.fails
        )


def reach(scenario: Scenario, ways: Sequence[Way], forced: Collection[str] = ()) -> Reach:
    """Return what may be; the entries in `forced` are taken to happen, whatever they wait for."""
    world = _World(scenario, ways)
    for way in ways:
        if way.path in forced:
            world.go(way)
    world.spread()
    return world.now()


class _Effect(NamedTuple):
    """What a block does to a variable: gives it a number, or adds one."""

    name: str
    number: Expression
    is_added: bool


class _World:
    """What may be so far. Values are bits of a number: bit 0 is the lowest value of the name.

    `tasks` are ways not yet gone and effects; each is looked at again when what it waits for is there
    or what it reads gains a value.
    """

    def __init__(self, scenario: Scenario, ways: Sequence[Way]) -> None:
        self.low: dict[str, int] = {}
        self.width: dict[str, int] = {}
        self.bits: dict[str, int] = {}
        self.values: dict[str, Values] = {}
        self.reach = Reach(self.values, frozenset(), frozenset())
        self.entries: set[str] = set()
        self.tokens: set[str] = set()
        self.tasks: list[Way | _Effect] = list(ways)
        self.queue: dict[int, None] = dict.fromkeys(
            number for number, way in enumerate(ways) if not way.after
        )
        self.waiting: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self.effects: set[_Effect] = set()
        self.gone: set[int] = set()
        self.names: dict[int, frozenset[str]] = {}
        for number, way in enumerate(ways):
            for token in way.after:
                self.waiting[token][number] = None
        self._declare_all(scenario)

    def _declare_all(self, scenario: Scenario) -> None:
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
        self.bits[name], self.values[name] = bits, _values(bits, low)

    def _gain(self, name: str, bits: int) -> None:
        """Let a name have more values, and have all looked at again that read it."""
        bits |= self.bits[name]
        if bits != self.bits[name]:
            self.bits[name], self.values[name] = bits, _values(bits, self.low[name])
            self._wake(name)

    def _wake(self, name: str) -> None:
        self.queue |= self.waiting[name]

    def _leave(self, *tokens: str) -> None:
        for token in tokens:
            if token not in self.tokens:
                self.tokens.add(token)
                self._wake(token)

    def now(self) -> Reach:
        return Reach(self.values, frozenset(self.entries), frozenset(self.tokens))

    def spread(self) -> None:
        """Look at tasks until nothing new comes of them."""
        while self.queue:
            number = next(iter(self.queue))
            del self.queue[number]
            match self.tasks[number]:
                case Way() as way:
                    self._try(way, number)
                case _Effect(name, expression, is_added):
                    found = possible(expression, self.reach.values_of)
                    self._gain(name, self._added(name, found) if is_added else self._given(name, found))

    def _try(self, way: Way, number: int) -> None:
        if number in self.gone:
            return
        if self.reach.may_be(way):
            self.gone.add(number)
            self.go(way)
            return
        for condition in (*way.holds, *way.fails):
            for name in self._names_of(condition):
                self._watch(name, number)

    def _names_of(self, expression: Expression) -> frozenset[str]:
        """Return the names that an expression reads; equal texts of a scenario are one expression."""
        found = self.names.get(id(expression))
        if found is None:
            found = self.names[id(expression)] = frozenset(each.name for each in reads(expression))
        return found

    def _watch(self, name: str, number: int) -> None:
        self.waiting[name][number] = None

    def go(self, way: Way) -> None:
        """Take a way: note what it leaves, and what its block does."""
        self.entries.add(way.path)
        self._leave(*way.gives)
        for name, value in way.marks:
            self._gain(name, 1 << value)
        if way.block is not None:
            self._run(way.block)

    def _run(self, block: Block) -> None:
        self._leave(f"block {block.site}", *(f"send {name}" for name in block.send))
        self._leave(*(f"start {sending.event}" for sending in block.event))
        for flag in block.remember:
            self._gain(flag, 2)
        for is_added, numbers in ((False, block.set), (True, block.change)):
            for name, number in numbers:
                self._cause(_Effect(name, number, is_added))

    def _cause(self, effect: _Effect) -> None:
        if effect in self.effects:
            return
        self.effects.add(effect)
        number = len(self.tasks)
        self.tasks.append(effect)
        self.queue[number] = None
        own = (effect.name,) if effect.is_added else ()
        for name in (*own, *self._names_of(effect.number)):
            self._watch(name, number)

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
