"""Chances: what may happen at each, what is pinned, and what taking one does (6, 9.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from game.engine.happenings import ChanceTaken, Queued
from game.engine.moves import ChanceOutcome
from game.engine.reference.state import Act, Due, Task
from game.engine.reference.world import World
from game.engine.results import Quantity, ResultKind, format_result, parse_result
from game.scenario.expressions.types import NumberType
from game.scenario.model import (
    Block,
    Chance,
    Event,
    Letter,
    Option,
    Report,
    Response,
    Scenario,
    Spread,
    Variable,
)


class Quantities(NamedTuple):
    """A chance of a start, spread or estimate: the site, the kind of its results, and their weights."""

    site: str
    kind: ResultKind
    weights: tuple[tuple[int, int], ...]


class Luck:
    """The chances of a scenario and what is pinned."""

    def __init__(self, scenario: Scenario, pins: Mapping[str, str], *, is_historical: bool) -> None:
        self.scenario = scenario
        self.blocks = {block.site: block for block in _blocks(scenario)}
        self.chances = {each.chance.site: each.chance for each in self.blocks.values() if each.chance}
        self.variables = {**scenario.variables, **scenario.beliefs}
        self._pins = pins
        self._is_historical = is_historical

    def meet(self, world: World, task: Task) -> bool:
        """Take the chance if nothing is left to luck; else leave it to the next move and return True."""
        possible = self.possible(world, task)
        pinned = self._pinned(task)
        forced = [each for each in possible if each.result == pinned] or list(possible)
        if len(forced) > 1:
            world.put_first([task])
            return True
        self.take(world, task, forced[0], is_forced=True)
        return False

    def possible(self, world: World, task: Task) -> tuple[ChanceOutcome, ...]:
        """Return the outcomes of weight above 0."""
        if task.act is Act.CHANCE:
            chance = self.chances[task.name]
            weighed = [(each.id, world.number(each.odds)) for each in chance.outcomes]
            return _possible(chance.site, weighed)
        site, kind, weights = self._quantities(task)
        return _possible(site, [(format_result(kind, value), weight) for value, weight in weights])

    def take(self, world: World, task: Task, outcome: ChanceOutcome, *, is_forced: bool) -> None:
        """Let an outcome happen. A spread of one delay is no chance, and is not told as one."""
        possible = self.possible(world, task)
        if task.act is Act.CHANCE or len(self._quantities(task).weights) > 1:
            total = sum(each.weight for each in possible)
            world.tell(ChanceTaken(outcome.site, outcome.result, outcome.weight, total, is_forced))
        if task.act is Act.CHANCE:
            world.put_first([Task(Act.BLOCK, f"{task.name}.{outcome.result}")])
            return
        value = parse_result(self._quantities(task).kind, outcome.result)
        assert value is not None
        self._settle(world, task, value)

    def held(self, name: str, value: int) -> int:
        """Return the value held within the range of the variable."""
        kind = self.variables[name].type
        low, high = kind if isinstance(kind, NumberType) else (0, len(kind.values) - 1)
        return min(max(value, low), high)

    def _settle(self, world: World, task: Task, value: int) -> None:
        due = world.minute + value
        match task.act:
            case Act.START:
                world.values[task.name] = value
            case Act.ESTIMATE:
                name, _ = self.scenario.intelligence[task.name].estimates[task.part]
                world.estimates[name] = self.held(name, world.values[name] + value)
            case Act.SEND:
                world.tell(Queued("letter", task.name, due))
                world.put_off(Due("letter", task.name, due), Task(Act.LETTER, task.name))
            case Act.REPLY:
                world.tell(Queued("response", task.name, due))
                world.put_off(Due("response", task.name, due), Task(Act.RESPONSE, task.name))
            case Act.DELAY:
                event = self.blocks[task.name].event[task.part].event
                world.tell(Queued("event", event, due))
                world.put_off(Due("event", event, due), Task(Act.EVENT, event))
            case _:
                raise AssertionError(task)

    def _quantities(self, task: Task) -> Quantities:
        match task.act:
            case Act.START:
                variable: Variable = self.variables[task.name]
                return Quantities(f"{task.name}.start", variable.type, variable.start.values)
            case Act.ESTIMATE:
                name, error = self.scenario.intelligence[task.name].estimates[task.part]
                errors = tuple((each, 1) for each in range(-error, error + 1))
                return Quantities(f"{task.name}.estimates.{name}", Quantity.ERROR, errors)
            case Act.SEND:
                return _spread(f"{task.name}.travels", self.scenario.letters[task.name].travels)
            case Act.REPLY:
                return _spread(f"{task.name}.in", self.scenario.responses[task.name].in_)
            case Act.DELAY:
                sending = self.blocks[task.name].event[task.part]
                return _spread(f"{task.name}.in.{sending.event}", sending.delay or (0,))
            case _:
                raise AssertionError(task)

    def _pinned(self, task: Task) -> str | None:
        """Return the result to which the chance is pinned: by a pin, else by the record."""
        if task.act is Act.CHANCE:
            outcomes = self.chances[task.name].outcomes
            recorded = [each.id for each in outcomes if each.historical] if self._is_historical else []
            return self._pins.get(task.name, recorded[0] if recorded else None)
        site, kind, _ = self._quantities(task)
        if task.act is Act.START or site not in self._pins:
            return None
        value = parse_result(kind, self._pins[site])
        return None if value is None else format_result(kind, value)


def _possible(site: str, weighed: list[tuple[str, int]]) -> tuple[ChanceOutcome, ...]:
    return tuple(ChanceOutcome(site, result, weight) for result, weight in weighed if weight > 0)


def _spread(site: str, delays: Spread) -> Quantities:
    return Quantities(site, Quantity.DELAY, tuple((each, 1) for each in delays))


def _blocks(scenario: Scenario) -> Iterator[Block]:
    """Return every block: those of the entries, and those within their chances."""
    entries: Iterator[Option | Report | Response | Event | Letter] = chain(
        (option for decision in scenario.decisions.values() for option in decision.options.values()),
        scenario.intelligence.values(),
        scenario.responses.values(),
        scenario.events.values(),
        scenario.letters.values(),
    )
    for entry in entries:
        yield from _within(entry.block)


def _within(block: Block) -> Iterator[Block]:
    yield block
    chance: Chance | None = block.chance
    for outcome in chance.outcomes if chance else ():
        yield from _within(outcome.block)
