"""What analysis asks of a form of the rules: the reference and the Program give the same."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Literal, Protocol, TypeVar

from game.engine.happenings import Happening
from game.engine.moves import ChanceOutcome, Command, Move

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

    def ending(self, state: StateT) -> str | None: ...

    def value(self, state: StateT, name: str) -> int: ...
