"""The states that play can reach, equal ones merged, each after all that can follow it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Generic, NamedTuple

from game.analysis.playable import Playable, StateT
from game.analysis.record import historical_command, record_of, undecided_commands
from game.scenario.model import Scenario


class Multiplier(NamedTuple):
    """A register by its name, and how many times fewer states there would be if all its values were one."""

    name: str
    factor: float


class OverBudgetError(Exception):
    """More states can be reached than the budget allows; `multipliers`, where known, say why."""

    def __init__(self, states: int, multipliers: tuple[Multiplier, ...] = ()) -> None:
        super().__init__(f"{states} states were found")
        self.states = states
        self.multipliers = multipliers


class World(NamedTuple, Generic[StateT]):
    """A state that the game may be in, and how likely it is against the others."""

    state: StateT
    weight: Fraction = Fraction(1)


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

    `historical` is None where the record cannot be followed any more; `leaves` says whether a
    deadline on that way takes the game off the record.
    """

    children: tuple[int, ...]
    undecided: tuple[int, ...]
    historical: int | None
    leaves: bool


Node = OverNode | ChanceNode | PlayerNode


class Graph(NamedTuple, Generic[StateT]):
    """Reachable states by number, what may follow each, and an order in which followers come first.

    `states` counts those in which somebody has the move.
    """

    numbers: dict[StateT, int]
    nodes: list[Node]
    order: array[int]
    states: int


class Headway(NamedTuple):
    """How far a solution is: the states found, and the pass over them that is made, of how many.

    While states are found, `number` and `passes` are 0.
    """

    states: int
    number: int = 0
    passes: int = 0


Told = Callable[[Headway], None]
"""Hears from time to time how far a solution is."""


def unmerged(state: StateT) -> StateT:
    """Return the state itself: only equal states are one."""
    return state


def explored(
    scenario: Scenario,
    playable: Playable[StateT],
    roots: Iterable[World[StateT]],
    budget: int,
    merged: Callable[[StateT], StateT] = unmerged,
    told: Told = lambda _: None,
) -> Graph[StateT]:
    """Return what can be reached; raise OverBudgetError where that is more than `budget` states.

    `merged` gives the state that stands for all those with the same future. Games that are over
    are not counted.

    Depth first without recursion. A game cannot come back to a state (9.4), so a state is done
    when all that follow it are, and `order` is the order of being done.
    """
    exploration = _Exploration(scenario, playable, budget, merged)
    pending = [exploration.number(root.state) for root in roots]
    order = array("l")
    while pending:
        number = pending.pop()
        if number < 0:
            order.append(~number)
        elif exploration.nodes[number] is None:
            pending.append(~number)
            pending += exploration.unknown_after(number)
            told(Headway(exploration.states))
    nodes = [node for node in exploration.nodes if node is not None]
    return Graph(exploration.numbers, nodes, order, exploration.states)


class _Exploration(Generic[StateT]):
    """What has been reached so far; `states` holds only what is not yet looked into."""

    def __init__(
        self,
        scenario: Scenario,
        playable: Playable[StateT],
        budget: int,
        merged: Callable[[StateT], StateT],
    ) -> None:
        self.numbers: dict[StateT, int] = {}
        self.nodes: list[Node | None] = []
        self.states = 0
        self._states: dict[int, StateT] = {}
        self._playable = playable
        self._budget = budget
        self._merged = merged
        self._record = record_of(scenario)
        # the decisions whose deadline can take the game off the record
        self._fragile = {
            each.id: 1 + list(each.options).index(each.if_late)  # `none` is 0
            for each in scenario.decisions.values()
            if each.if_late is not None and each.historical not in {each.if_late, "wait"}
        }

    def number(self, state: StateT) -> int:
        """Return the number of a state, a new one if it was not reached before."""
        state = self._merged(state)
        number = self.numbers.setdefault(state, len(self.nodes))
        if number == len(self.nodes):
            if self._playable.turn(state) != "over":
                self.states += 1
                if self.states > self._budget:
                    raise OverBudgetError(self.states)
            self.nodes.append(None)
            self._states[number] = state
        return number

    def unknown_after(self, number: int) -> list[int]:
        """Look into a state and return those after it that were not looked into."""
        state = self._states.pop(number)
        node: ChanceNode | PlayerNode
        match self._playable.turn(state):
            case "over":
                ending = self._playable.ending(state)
                assert ending is not None
                self.nodes[number] = OverNode(ending)
                return []
            case "chance":
                node = self._chance(state)
            case "player":
                node = self._player(state)
        self.nodes[number] = node
        return [child for child in node.children if self.nodes[child] is None]

    def _chance(self, state: StateT) -> ChanceNode:
        outcomes = self._playable.outcomes(state)
        after = [self._playable.successor(state, each) for each in outcomes]
        leaves = self._leaves(state, after)
        children = tuple([self.number(each) for each in after])
        return ChanceNode(
            children, tuple([each.weight for each in outcomes]), leaves if any(leaves) else None
        )

    def _player(self, state: StateT) -> PlayerNode:
        commands = self._playable.legal_commands(state)
        after = [self._playable.successor(state, each) for each in commands]
        leaves = self._leaves(state, after)
        deadlines = self._playable.deadlines(state)
        recorded = historical_command(self._record, commands, deadlines)
        historical = None if recorded is None else commands.index(recorded)
        is_left = historical is not None and bool(leaves) and leaves[historical]
        undecided = tuple(commands.index(each) for each in undecided_commands(commands, deadlines))
        return PlayerNode(tuple([self.number(each) for each in after]), undecided, historical, is_left)

    def _leaves(self, state: StateT, after: list[StateT]) -> tuple[bool, ...]:
        """Return of each way whether a deadline on it takes the game off the record; () if on none."""
        if not self._fragile:
            return ()
        before = [each for each in self._playable.deadlines(state) if each[0] in self._fragile]
        return tuple([self._is_left(before, each) for each in after]) if before else ()

    def _is_left(self, before: list[tuple[str, int | None]], after: StateT) -> bool:
        still = self._playable.deadlines(after)
        return any(
            each not in still and self._playable.value(after, f"chosen.{each[0]}") == self._fragile[each[0]]
            for each in before
        )
