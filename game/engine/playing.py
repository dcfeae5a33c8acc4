"""A game that is only played on: one state that moves, of which nothing is told and nothing kept."""

from __future__ import annotations

from game.engine.program import Chance, Program
from game.engine.silent import SilentWalk
from game.engine.standing import standing
from game.engine.state import State


class Playing:
    """A game on its way, for sampling: many times as quick as state by state.

    Moves are told by place: those of a chance's results, and of options in `Program.options`. Only what
    is on offer may be taken; it is not asked again.
    """

    __slots__ = ("_program", "_standing", "_walk")

    def __init__(self, program: Program, state: State) -> None:
        """Begin at a turn."""
        self._program = program
        self._walk = SilentWalk(program, state)
        self._standing = standing(program)

    @property
    def state(self) -> State:
        return self._walk.state

    @property
    def ended(self) -> int:
        """Return the number of the ending from 1, after them that of an unfinished game; 0 before."""
        return self._walk.registers[self._program.keys.ended]

    @property
    def is_chance(self) -> bool:
        """Return whether chance has the turn; else the player has it, unless the game has ended."""
        return bool(self._walk.agenda)

    def weights(self) -> tuple[int, ...]:
        """Return the weights of the results of the chance that has the turn; 0 for what cannot happen."""
        walk = self._walk
        if not walk.weights:  # the game began here
            chance = self._program.code[walk.agenda[-1]]
            assert isinstance(chance, Chance)
            walk.weights = chance.weights(walk.registers, walk.minute)
        if min(walk.weights) < 0:
            return tuple([max(0, weight) for weight in walk.weights])
        return walk.weights

    def draw(self, result: int) -> None:
        """Let the chance that has the turn go one way."""
        walk = self._walk
        chance = self._program.code[walk.agenda.pop()]
        assert isinstance(chance, Chance)
        walk.agenda.append(chance.points[result])
        walk.run()

    def options(self) -> tuple[int, ...]:
        """Return the options on offer, in file order."""
        return self._standing.options(self._offer())

    @property
    def may_wait(self) -> bool:
        """Return whether every open decision has a deadline."""
        return self._standing.may_wait(self._walk.opened)

    def answer(self, option: int) -> None:
        """Take an option that is on offer."""
        self._walk.agenda.append(self._program.options[option].point)
        self._walk.run()

    def wait(self) -> None:
        """Let time pass until something halts the player."""
        walk, keys = self._walk, self._program.keys
        walk.registers[keys.offer] = self._offer()
        walk.registers[keys.waits] = 1
        walk.let_time_pass()
        walk.run()

    def _offer(self) -> int:
        return self._standing.offer(self._walk.opened)(self._walk.registers, self._walk.minute)
