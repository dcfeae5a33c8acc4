"""The states that play can reach, equal ones merged, each after all that can follow it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from fractions import Fraction
from typing import Generic, NamedTuple

from game.analysis.playable import Playable, Reached, StateT
from game.analysis.record import Deadlines, Record, followed, historical_command, undecided_commands
from game.engine.moves import Command


class OverBudgetError(Exception):
    """More states can be reached than the budget allows; the number of those found is its argument."""


class World(NamedTuple, Generic[StateT]):
    """A state that the game may be in, how likely it is against the others, and what is open in it."""

    state: StateT
    weight: Fraction = Fraction(1)
    open: Deadlines = ()


class OverNode(NamedTuple):
    """The game is over."""

    ending: str


class ChanceNode(NamedTuple):
    """Chance has the move; `leaves` tells of each way whether it leaves the record."""

    children: tuple[int, ...]
    weights: tuple[int, ...]
    leaves: tuple[bool, ...] | None


class PlayerNode(NamedTuple):
    """The player has the move; `undecided` and `historical` are positions in `children`.

    `historical` is None where the record cannot be followed any more.
    """

    children: tuple[int, ...]
    undecided: tuple[int, ...]
    historical: int | None


Node = OverNode | ChanceNode | PlayerNode


class Graph(NamedTuple, Generic[StateT]):
    """Reachable states by number, what may follow each, and an order in which followers come first."""

    numbers: dict[StateT, int]
    nodes: list[Node]
    order: array[int]


def explored(
    playable: Playable[StateT], roots: Iterable[World[StateT]], record: Record, budget: int
) -> Graph[StateT]:
    """Return what can be reached; raise OverBudgetError where that is more than `budget` states.

    Depth first without recursion. A game cannot come back to a state (9.4), so a state is done
    when all that follow it are, and `order` is the order of being done.
    """
    exploration = _Exploration(playable, record, budget)
    pending = [exploration.number(root.state, root.open) for root in roots]
    while pending:
        number = pending.pop()
        if number < 0:
            exploration.order.append(~number)
        elif exploration.nodes[number] is None:
            pending.append(~number)
            pending += exploration.unknown_after(number)
    nodes = [node for node in exploration.nodes if node is not None]
    return Graph(exploration.numbers, nodes, exploration.order)


class _Exploration(Generic[StateT]):
    """What has been reached so far; `open_in` and `states` hold only what is not yet looked into."""

    def __init__(self, playable: Playable[StateT], record: Record, budget: int) -> None:
        self.numbers: dict[StateT, int] = {}
        self.nodes: list[Node | None] = []
        self.order: array[int] = array("l")
        self._playable = playable
        self._record = record
        self._budget = budget
        self._waiting: dict[int, tuple[StateT, Deadlines]] = {}

    def number(self, state: StateT, deadlines: Deadlines) -> int:
        """Return the number of a state, a new one if it was not reached before."""
        number = self.numbers.setdefault(state, len(self.nodes))
        if number == len(self.nodes):
            if number == self._budget:
                raise OverBudgetError(number)
            self.nodes.append(None)
            self._waiting[number] = (state, deadlines)
        return number

    def unknown_after(self, number: int) -> list[int]:
        """Look into a state and return those after it that were not looked into."""
        state, deadlines = self._waiting.pop(number)
        node: Node
        match self._playable.turn(state):
            case "over":
                ending = self._playable.ending(state)
                assert ending is not None
                self.nodes[number] = OverNode(ending)
                return []
            case "chance":
                node = self._chance(state, deadlines)
            case "player":
                node = self._player(state, deadlines)
        self.nodes[number] = node
        return [child for child in node.children if self.nodes[child] is None]

    def _chance(self, state: StateT, deadlines: Deadlines) -> ChanceNode:
        step = self._playable.step
        children, weights, leaves = [], [], []
        for outcome in self._playable.outcomes(state):
            child, leaves_record = self._reached(step(state, outcome), deadlines)
            children.append(child)
            weights.append(outcome.weight)
            leaves.append(leaves_record)
        return ChanceNode(tuple(children), tuple(weights), tuple(leaves) if any(leaves) else None)

    def _player(self, state: StateT, deadlines: Deadlines) -> PlayerNode:
        commands = self._playable.legal_commands(state)
        reached = [self._reached(self._playable.step(state, each), deadlines) for each in commands]
        historical = historical_command(self._record, commands, deadlines)
        position = None if historical is None else commands.index(historical)
        if position is not None and reached[position][1]:
            position = None
        undecided = _positions(undecided_commands(commands, deadlines), commands)
        return PlayerNode(tuple(child for child, _ in reached), undecided, position)

    def _reached(self, step: Reached[StateT], deadlines: Deadlines) -> tuple[int, bool]:
        after, has_left = followed(self._record, deadlines, step.happenings)
        return self.number(step.state, after), has_left


def _positions(some: tuple[Command, ...], commands: tuple[Command, ...]) -> tuple[int, ...]:
    return tuple(commands.index(each) for each in some)
