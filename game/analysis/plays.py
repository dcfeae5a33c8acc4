"""Plays by *undecided*, drawn by address: a sample of games of which everything is known.

What a sample shows has happened; of what it does not show nothing follows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from game.analysis.record import undecided_commands
from game.engine.draws import drawn
from game.engine.playing import Playing
from game.engine.program import Program
from game.engine.state import State

_CHOICE = "@choice"
"""The address at which the player's choices are drawn; no site has such a name."""


def plays(program: Program, number: int, seed: int = 1) -> Iterator[tuple[State, ...]]:
    """Yield the states of so many games, each from the start to the end."""
    for play in range(number):
        yield tuple(_states(program, seed, play))


def _states(program: Program, seed: int, play: int) -> Iterator[State]:
    game = Playing(program, None)
    counts: Counter[str] = Counter()
    yield game.state
    while not game.ended:
        choice = game.choice()
        if game.is_chance:
            site, ways, sums = choice.outcomes[0].site, choice.ways, choice.sums
        else:
            commands = undecided_commands(choice.commands, game.deadlines)
            ways = tuple(choice.ways[choice.commands.index(each)] for each in commands)
            site, sums = _CHOICE, tuple(range(1, len(ways) + 1))
        ticket = drawn(seed, program.setup, site, counts[site], play) % sums[-1]
        counts[site] += 1
        game.go(ways[bisect_right(sums, ticket)])
        yield game.state
