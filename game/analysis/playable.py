"""What analysis asks of a form of the rules: the reference and the Program give the same."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Literal, Protocol, TypeVar

from game.engine import play
from game.engine.happenings import Happening
from game.engine.moves import ChanceOutcome, Command, Move
from game.engine.opened import Deadlines
from game.engine.program import Program
from game.engine.state import State, Step
from game.frozen import Frozen

StateT = TypeVar("StateT", bound=Hashable)
StateT_co = TypeVar("StateT_co", bound=Hashable, covariant=True)


class Reached(Protocol[StateT_co]):
    """A state at which somebody has the move, and what happened on the way to it."""

    @property
    def state(self) -> StateT_co: ...

    @property
    def happenings(self) -> tuple[Happening, ...]: ...


class Playable(Protocol[StateT]):
    """A scenario under a setup that can be played step by step; equal games are equal states."""

    def start(self) -> Reached[StateT]: ...

    def turn(self, state: StateT) -> Literal["chance", "player", "over"]: ...

    def legal_commands(self, state: StateT) -> tuple[Command, ...]: ...

    def outcomes(self, state: StateT) -> tuple[ChanceOutcome, ...]: ...

    def step(self, state: StateT, move: Move) -> Reached[StateT]: ...

    def successor(self, state: StateT, move: Move) -> StateT:
        """Return the state of `step` alone."""
        ...

    def deadlines(self, state: StateT) -> Deadlines: ...

    def ending(self, state: StateT) -> str | None: ...

    def value(self, state: StateT, name: str) -> int: ...


class CompiledGame(Frozen):
    """The Program as a Playable."""

    program: Program

    def start(self) -> Step:
        return play.start(self.program)

    def turn(self, state: State) -> Literal["chance", "player", "over"]:
        return play.turn(self.program, state)

    def legal_commands(self, state: State) -> tuple[Command, ...]:
        return play.legal_commands(self.program, state)

    def outcomes(self, state: State) -> tuple[ChanceOutcome, ...]:
        return play.outcomes(self.program, state)

    def step(self, state: State, move: Move) -> Step:
        return play.step(self.program, state, move)

    def successor(self, state: State, move: Move) -> State:
        return play.successor(self.program, state, move)

    def deadlines(self, state: State) -> Deadlines:
        return play.deadlines(self.program, state)

    def ending(self, state: State) -> str | None:
        return play.ending(self.program, state)

    def value(self, state: State, name: str) -> int:
        return play.value(self.program, state, name)
