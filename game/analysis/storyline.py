"""What whole games tell, one after another: the happenings of playouts under a policy."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate

from game.analysis.asked import Aim, Asked, PolicyTable, table_shares
from game.analysis.figures import Policy
from game.analysis.followed import Followed
from game.analysis.graph import World
from game.analysis.playable import CompiledGame
from game.analysis.record import has_left_record, historical_command, record_of, undecided_commands
from game.analysis.tickets import Stream
from game.engine.happenings import Happening
from game.engine.moves import Command
from game.engine.playing import Playing
from game.engine.program import Program
from game.engine.state import State

_ALIKE = 12
"""Chances that are equal to so many places are equally good."""

Shares = list[tuple[Command, float]]
"""What a player may do, each with its weight."""


def storylines(
    program: Program, asked: Asked, plays: int, seed: int, followed: Followed | None = None
) -> Iterator[tuple[Happening, ...]]:
    """Yield the happenings of so many games, each told by the seed and its number alone.

    A careful or reckless player needs `followed`, the odds while his aim is followed; ValueError is
    raised without them.
    """
    if asked in (Policy.CAREFUL, Policy.RECKLESS) or (isinstance(asked, Aim) and followed is None):
        raise ValueError(f"{asked} needs to know the odds")
    narrator = _Narrator(program, asked, followed)
    for number in range(plays):
        yield narrator.told(Stream(seed, number))


class _Narrator:
    """One who plays a Program and tells what happens."""

    def __init__(self, program: Program, asked: Asked, followed: Followed | None) -> None:
        self._program = program
        self._record = record_of(program.scenario)
        self._asked = asked
        self._best = None if followed is None else _best(CompiledGame(program), asked, followed)

    def told(self, stream: Stream) -> tuple[Happening, ...]:
        happenings: list[Happening] = []
        game = Playing(self._program, None, happenings.append)
        is_recorded, known = self._asked is Policy.HISTORICAL, len(happenings)
        while not game.ended:
            choice = game.choice()
            if game.is_chance:
                game.go(choice.ways[bisect_right(choice.sums, stream.number() % choice.sums[-1])])
                continue
            is_recorded = is_recorded and not has_left_record(self._record, happenings[known:])
            known = len(happenings)
            ways = self._ways(game, choice.commands, is_recorded=is_recorded)
            reached = list(accumulate(share for _, share in ways))
            place = bisect_right(reached, stream.unit() * reached[-1])
            game.go(choice.ways[choice.commands.index(ways[min(place, len(ways) - 1)][0])])
        return tuple(happenings)

    def _ways(self, game: Playing, commands: tuple[Command, ...], *, is_recorded: bool) -> Shares:
        if self._best is not None:
            return [(self._best(game.state), 1.0)]
        deadlines = game.deadlines
        if isinstance(self._asked, PolicyTable):
            shares = table_shares(self._asked, commands, deadlines)
            return [(each, float(share)) for each, share in shares.items()]
        if is_recorded:
            recorded = historical_command(self._record, commands, deadlines)
            if recorded is not None:
                return [(recorded, 1.0)]
        return [(each, 1.0) for each in undecided_commands(commands, deadlines)]


def _best(game: CompiledGame, asked: Asked, followed: Followed) -> Callable[[State], Command]:
    """Return what one who shuns or seeks endings does in each state: the first of the best ways."""
    assert isinstance(asked, Aim)
    pick = min if asked.is_careful else max
    known: dict[State, Command] = {}

    def chance(state: State) -> float:
        endings = followed.row_of([World(state)]).endings
        return round(sum(endings[each].value for each in asked.endings if each in endings), _ALIKE)

    def best(state: State) -> Command:
        if state not in known:
            commands = game.legal_commands(state)
            known[state] = pick(commands, key=lambda command: chance(game.successor(state, command)))
        return known[state]

    return best
