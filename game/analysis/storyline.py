"""What whole games tell, one after another: the happenings of playouts under a policy."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from game.analysis.figures import Policy
from game.analysis.playable import CompiledGame
from game.analysis.record import has_left_record, historical_command, record_of, undecided_commands
from game.analysis.tickets import Stream
from game.engine.happenings import Happening
from game.engine.moves import Command
from game.engine.program import Program
from game.engine.state import State

PLAYED = (Policy.UNDECIDED, Policy.HISTORICAL)
"""The policies that need no solution."""


def storylines(program: Program, policy: Policy, plays: int, seed: int) -> Iterator[tuple[Happening, ...]]:
    """Yield the happenings of so many games, each told by the seed and its number alone.

    Raises ValueError for a policy that needs a solution.
    """
    if policy not in PLAYED:
        raise ValueError(f"{policy.value} needs a solution")
    narrator = _Narrator(program, policy)
    for number in range(plays):
        yield narrator.told(Stream(seed, number))


class _Narrator:
    """One who plays a Program and tells what happens."""

    def __init__(self, program: Program, policy: Policy) -> None:
        self._game = CompiledGame(program)
        self._record = record_of(program.scenario)
        self._policy = policy

    def told(self, stream: Stream) -> tuple[Happening, ...]:
        game, step = self._game, self._game.start()
        happenings = list(step.happenings)
        is_recorded = self._policy is Policy.HISTORICAL
        while (turn := game.turn(step.state)) != "over":
            if turn == "chance":
                outcomes = game.outcomes(step.state)
                sums = list(accumulate(each.weight for each in outcomes))
                step = game.step(step.state, outcomes[bisect_right(sums, stream.number() % sums[-1])])
            else:
                step = game.step(step.state, self._command(step.state, stream, is_recorded=is_recorded))
            is_recorded = is_recorded and not has_left_record(self._record, step.happenings)
            happenings += step.happenings
        return tuple(happenings)

    def _command(self, state: State, stream: Stream, *, is_recorded: bool) -> Command:
        commands, deadlines = self._game.legal_commands(state), self._game.deadlines(state)
        if is_recorded:
            recorded = historical_command(self._record, commands, deadlines)
            if recorded is not None:
                return recorded
        undecided = undecided_commands(commands, deadlines)
        return undecided[stream.number() % len(undecided)]
