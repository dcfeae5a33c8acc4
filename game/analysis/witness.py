"""A run with every draw in it, found again from the numbers of its ways."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from game.engine import play
from game.engine.happenings import Happening
from game.engine.moves import ChanceOutcome, Move
from game.engine.program import Program
from game.engine.state import State
from game.session.run import Choice, Fixed, format_choice


class Witness(NamedTuple):
    """A way from the start: its moves, the product of the chances of its draws, where it leads, all told."""

    moves: tuple[Move, ...]
    chance: Fraction
    state: State
    happenings: tuple[Happening, ...]

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Return the moves as the items of a run file, the draws fixed."""
        return tuple(map(_choice, self.moves))

    @property
    def run(self) -> tuple[str, ...]:
        return run_of(self.moves)


def run_of(moves: Iterable[Move]) -> tuple[str, ...]:
    """Return moves as the items of a run are written: `their_fear.start=6`, `patrol.fire`."""
    return tuple(format_choice(_choice(each)) for each in moves)


def _choice(move: Move) -> Choice:
    return Fixed(move.site, move.result) if isinstance(move, ChanceOutcome) else move


def witness(program: Program, ways: Iterable[int]) -> Witness:
    """Return the run that takes, at each turn from the start on, the way of the given number.

    Ways are numbered from 0: outcomes in the order of the draw, commands as they are listed.
    """
    state, happenings = play.start(program)
    told = list(happenings)
    moves: list[Move] = []
    chance = Fraction(1)
    for way in ways:
        move: Move
        outcomes = play.outcomes(program, state)
        if outcomes:
            outcome = outcomes[way]
            chance *= Fraction(outcome.weight, sum(each.weight for each in outcomes))
            move = outcome
        else:
            move = play.legal_commands(program, state)[way]
        state, happenings = play.step(program, state, move)
        moves.append(move)
        told += happenings
    return Witness(tuple(moves), chance, state, tuple(told))
