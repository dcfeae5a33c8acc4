"""A game by its moves: who has the turn, what may be done, and what comes of it."""

from __future__ import annotations

from game.engine import opened
from game.engine.happenings import Happening
from game.engine.junctions import Choice, Turn
from game.engine.moves import ChanceOutcome, Command, Move
from game.engine.opened import Deadlines
from game.engine.playing import Playing
from game.engine.program import Program
from game.engine.state import State, Step
from game.engine.walk import UNFINISHED
from game.engine.ways.network import told, untold


def start(program: Program) -> Step:
    """Return the first turn of a game, and what happened before it."""
    happenings: list[Happening] = []
    return Step(Playing(program, None, happenings.append).state, tuple(happenings))


def turn(program: Program, state: State) -> Turn:
    """Return who has the move: chance, the player, or nobody."""
    if state.registers[program.keys.ended]:
        return "over"
    return "chance" if state.agenda else "player"


def legal_commands(program: Program, state: State) -> tuple[Command, ...]:
    """Return what the player may do: options on offer in file order, then waiting; else nothing."""
    return _choice(program, state).commands


def outcomes(program: Program, state: State) -> tuple[ChanceOutcome, ...]:
    """Return what may happen by chance, at least two, each with its weight; none if chance has no turn.

    The order is that of the draw (section 9.5). Weights are above 0; each over their sum is a probability.
    """
    return _choice(program, state).outcomes


def step(program: Program, state: State, move: Move) -> Step:
    """Return the next turn after a move, and what happened on the way.

    Raises IllegalMoveError for a move that is not among `legal_commands` or `outcomes`.
    """
    happenings: list[Happening] = []
    game = Playing(program, state, happenings.append)
    game.make(move)
    return Step(game.state, tuple(happenings))


def successor(program: Program, state: State, move: Move) -> State:
    """Return the state of `step` alone, which is quicker."""
    game = Playing(program, state)
    game.make(move)
    return game.state


def ending(program: Program, state: State) -> str | None:
    """Return the ending that was reached, `unfinished`, or None while the game goes on."""
    number = state.registers[program.keys.ended]
    if not number:
        return None
    return program.endings[number - 1] if number <= len(program.endings) else UNFINISHED


def value(program: Program, state: State, name: str) -> int:
    """Return the value of any name that a condition may read. Raises KeyError for others."""
    return program.names[name](state.registers, state.minute)


def deadlines(program: Program, state: State) -> Deadlines:
    """Return the decisions that are open, in file order, each with the minute at which it is taken late."""
    return opened.deadlines(program, program.opened(state.registers, state.minute), state.registers)


def open_decisions(program: Program, state: State) -> tuple[str, ...]:
    """Return the decisions that are open, in file order."""
    return tuple(decision for decision, _ in deadlines(program, state))


def _choice(program: Program, state: State) -> Choice:
    junction = told(program).last(state) or untold(program).junction(state)
    return junction.choices[junction.read(state.registers, state.minute)]
