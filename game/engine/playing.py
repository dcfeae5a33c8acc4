"""A game on its way: one state that moves, many times as quick as from state to state."""

from __future__ import annotations

from game.engine.junctions import ON, Choice, Telling
from game.engine.moves import Move
from game.engine.opened import Deadlines, deadlines
from game.engine.program import Program
from game.engine.state import IllegalMoveError, State
from game.engine.ways.network import told, untold


class Playing:
    """A game that is played on. What happens goes to `tell`, if it is there."""

    __slots__ = ("_ended", "_junction", "_network", "_program", "_queue", "_registers", "_tell")

    def __init__(self, program: Program, state: State | None, tell: Telling = None) -> None:
        """Begin at a turn; without a state where the game begins, and go on to its first turn."""
        self._program = program
        self._network = untold(program) if tell is None else told(program)
        self._ended = program.keys.ended
        self._tell = tell
        start = state or _beginning(program)
        self._queue = list(start.queue)
        self._registers = list(start.registers)
        if state is None:
            self._junction = self._network.beginning(start)
            self.go(ON)
        else:
            self._junction = self._network.junction(start)

    @property
    def state(self) -> State:
        control = self._junction.control
        state = State(control.minute, control.agenda, tuple(self._queue), tuple(self._registers))
        self._network.come_to(state, self._junction)
        return state

    @property
    def ended(self) -> int:
        """Return the number of the ending from 1, after them that of an unfinished game; 0 before."""
        return self._registers[self._ended]

    @property
    def is_chance(self) -> bool:
        """Return whether chance has the turn; else the player has it, unless the game is over."""
        return self._junction.control.turn == "chance"

    @property
    def deadlines(self) -> Deadlines:
        """Return the open decisions in file order, each with the minute of its deadline or None."""
        return deadlines(self._program, self._junction.control.opened, self._registers)

    def choice(self) -> Choice:
        """Return what may be done or happen now; nothing when the game is over."""
        junction = self._junction
        return junction.choices[junction.read(self._registers, junction.minute)]

    def go(self, way: int) -> None:
        """Go one of the ways of the choice, and on to the next turn; it is not asked whether it is one."""
        registers, queue, tell = self._registers, self._queue, self._tell
        junction = self._junction.ways[way](registers, queue, tell)
        while junction.passes:
            junction = junction.ways[ON](registers, queue, tell)
        self._junction = junction

    def make(self, move: Move) -> None:
        """Make a move. Raises IllegalMoveError for one that is not among those of the choice."""
        choice = self.choice()
        moves = choice.moves
        if move not in moves:
            raise IllegalMoveError(move, moves)
        self.go(choice.ways[moves.index(move)])


def _beginning(program: Program) -> State:
    registers = tuple(register.start for register in program.registers)
    return State(program.begins, (program.start,), (), registers)
