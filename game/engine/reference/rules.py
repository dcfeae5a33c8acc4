"""The rules of play, read from the model word for word: plain, slow, and on its own.

It shares nothing with the Program but the model and the shapes of moves and happenings, so that
each proves the other. Numbers in comments are those of the specification.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from game.engine.happenings import Happening, Waited
from game.engine.moves import Answer, ChanceOutcome, Command, Move, Wait
from game.engine.reference.chances import Luck
from game.engine.reference.entries import put_option
from game.engine.reference.moments import played
from game.engine.reference.state import Act, State, Task
from game.engine.reference.world import World
from game.scenario.model import Scenario, Variable


class Step(NamedTuple):
    """The next state at which somebody has the move, and what happened on the way."""

    state: State
    happenings: tuple[Happening, ...]


class RefusedMoveError(ValueError):
    """The move is none of those that the state allows."""


class Rules:
    """A scenario under a setup. `pins` and `starts` go before those of the setup.

    A start may name a flag as well, with 1 for yes. `begins` is the minute at which the game begins.
    """

    def __init__(
        self,
        scenario: Scenario,
        setup_id: str,
        pins: Iterable[tuple[str, str]] = (),
        starts: Iterable[tuple[str, int]] = (),
        begins: int = 0,
    ) -> None:
        setup = scenario.setups.get(setup_id)
        self.scenario = scenario
        self.luck = Luck(
            scenario,
            {**dict(setup.pin if setup else ()), **dict(pins)},
            is_historical=setup is not None and setup.historical,
        )
        self._begins = begins
        self._starts = {**dict(setup.set if setup else ()), **dict(starts)}

    def start(self) -> Step:
        """Run to the first turn (9.2)."""
        variables = (*self.scenario.variables.values(), *self.scenario.beliefs.values())
        world = World(self.scenario, self._beginning(variables))
        world.put_first([Task(Act.START, each.id) for each in variables if self._is_open(each)])
        world.agenda.append(Task(Act.BEGIN))
        return self._played(world)

    def turn(self, state: State) -> Literal["chance", "player", "over"]:
        if state.ending is not None:
            return "over"
        return "chance" if state.agenda else "player"

    def legal_commands(self, state: State) -> tuple[Command, ...]:
        """Return the player's commands, none if he has not the move (9.4)."""
        return tuple(self._commands(state)) if self.turn(state) == "player" else ()

    def outcomes(self, state: State) -> tuple[ChanceOutcome, ...]:
        """Return what may happen now, none if chance has not the move."""
        if self.turn(state) != "chance":
            return ()
        return self.luck.possible(World(self.scenario, state), state.agenda[0])

    def step(self, state: State, move: Move) -> Step:
        """Return what follows; raise RefusedMoveError for a move that is not allowed."""
        if move not in (*self.legal_commands(state), *self.outcomes(state)):
            raise RefusedMoveError(move)
        world = World(self.scenario, state)
        match move:
            case Answer(decision, option):
                put_option(world, decision, option, is_late=False)
            case Wait():
                world.tell(Waited())
                world.offer = world.on_offer()
            case ChanceOutcome():
                self.luck.take(world, world.agenda.pop(0), move, is_forced=False)
        return self._played(world)

    def successor(self, state: State, move: Move) -> State:
        """Return the state of `step` alone."""
        return self.step(state, move).state

    def deadlines(self, state: State) -> tuple[tuple[str, int | None], ...]:
        """Return the open decisions in file order, each with the minute of its deadline or None."""
        opened = dict(state.opened)
        lasting = {each.id: each.deadline for each in self.scenario.decisions.values() if each.id in opened}
        return tuple(
            (decision, None if minutes is None else opened[decision] + minutes)
            for decision, minutes in lasting.items()
        )

    def ending(self, state: State) -> str | None:
        return state.ending

    def value(self, state: State, name: str) -> int:
        """Return the value of any name that conditions may read."""
        return World(self.scenario, state).value(name)

    def _commands(self, state: State) -> Iterator[Command]:
        for decision, option in World(self.scenario, state).on_offer():
            yield Answer(decision, option)
        if all(self.scenario.decisions[each].deadline is not None for each, _ in state.opened):
            yield Wait()

    def _is_open(self, variable: Variable) -> bool:
        return variable.id not in self._starts and len(variable.start.values) > 1

    def _beginning(self, variables: Iterable[Variable]) -> State:
        conditional = (each.id for each in self.scenario.events.values() if each.is_conditional)
        return State(
            minute=self._begins,
            begins=self._begins,
            is_over=False,
            # what chance will draw holds its first value until then; nothing reads it before
            values=tuple((each.id, self._starts.get(each.id, each.start.values[0][0])) for each in variables),
            flags=tuple(sorted(each for each in self.scenario.flags if self._starts.get(each))),
            phase=0,
            seen=(),
            chosen=(),
            opened=(),
            resting=(),
            armed=tuple(sorted(conditional)),
            queue=(),
            agenda=(),
            offer=None,
            is_halted=False,
            estimates=(),
            ending=None,
        )

    def _played(self, world: World) -> Step:
        played(world, self.luck)
        return Step(world.state(), tuple(world.happenings))
