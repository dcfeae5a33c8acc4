"""Plays by *undecided*, drawn by address: a sample of games of which everything is known.

What a sample shows has happened; of what it does not show nothing follows.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.analysis.playable import CompiledGame
from game.analysis.record import undecided_commands
from game.engine.draws import drawn
from game.engine.moves import Move
from game.engine.program import Program
from game.engine.state import State

_CHOICE = "@choice"
"""The address at which the player's choices are drawn; no site has such a name."""


def plays(program: Program, number: int, seed: int = 1) -> Iterator[tuple[State, ...]]:
    """Yield the states of so many games, each from the start to the end."""
    for play in range(number):
        yield tuple(_states(program, seed, play))


def _states(program: Program, seed: int, play: int) -> Iterator[State]:
    game = CompiledGame(program)
    counts: dict[str, int] = {}
    state = game.start().state
    while True:
        yield state
        moves: list[tuple[Move, int]]
        match game.turn(state):
            case "over":
                return
            case "chance":
                outcomes = game.outcomes(state)
                site, moves = outcomes[0].site, [(each, each.weight) for each in outcomes]
            case "player":
                commands = undecided_commands(game.legal_commands(state), game.deadlines(state))
                site, moves = _CHOICE, [(each, 1) for each in commands]
        count = counts[site] = counts.get(site, -1) + 1
        ticket = drawn(seed, program.setup, site, count, play) % sum(weight for _, weight in moves)
        state = game.successor(state, _at(moves, ticket))


def _at(moves: list[tuple[Move, int]], ticket: int) -> Move:
    """Return the first move whose running sum of weights exceeds the ticket."""
    for move, weight in moves:
        ticket -= weight
        if ticket < 0:
            return move
    raise AssertionError("a ticket beyond the weights")
