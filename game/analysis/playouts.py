"""Games drawn at random under a policy, one after another: what `game.analysis.batches` plays in columns.

Each turn takes one number of the game's stream, also where only one thing can happen; so both play
the same games, and this form is the reference of the other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from game.analysis.asked import PolicyTable, table_shares
from game.analysis.figures import Policy
from game.analysis.graph import World
from game.analysis.record import has_left_record, historical_command, record_of, undecided_commands
from game.analysis.tickets import Stream
from game.engine import play
from game.engine.happenings import Happening
from game.engine.moves import Answer, Command, format_command
from game.engine.playing import Playing
from game.engine.program import Program
from game.engine.state import State

Sampled = Policy | PolicyTable
"""A policy that needs no solution; of `Policy` only *undecided* and *historical*."""


class Tally(NamedTuple):
    """How often each ending came in so many games."""

    plays: int
    endings: Mapping[str, int]


class Tallies(NamedTuple):
    """How games end, and how those that first take an option, by the option."""

    whole: Tally
    after: Mapping[str, Tally]


class Begun(NamedTuple):
    """Where sampled games begin: worlds, and whether every answer before was historical."""

    worlds: tuple[World[State], ...]
    is_recorded: bool = True


class Playouts:
    """Games of one Program by a seed, played one at a time. `told` hears how many are over."""

    def __init__(
        self,
        program: Program,
        begun: Begun,
        seed: int,
        told: Callable[[int], None] = lambda _: None,
    ) -> None:
        self._program = program
        self._record = record_of(program.scenario)
        self._begun = begun
        self._sums = cumulative(begun.worlds)
        self._seed = seed
        self._told = told
        self._over = 0

    def tally(self, policy: Sampled, plays: int) -> Tally:
        """Return how so many games end."""
        return self._counted(self._ending(policy, game, None) for game in range(plays))

    def tallies(self, policy: Sampled, plays: int) -> Tallies:
        """Return how so many games end, and how those that take an option at the first turn.

        An option is taken in those of the games in which it is on offer; one that is on offer in none of
        them is left out.
        """
        found: dict[str, Tally] = {}
        for decision in self._program.scenario.decisions.values():
            for option in decision.options:
                answer = Answer(decision.id, option)
                tally = self._counted(self._ending(policy, game, answer) for game in range(plays))
                if tally.plays:
                    found[format_command(answer)] = tally
        return Tallies(self.tally(policy, plays), found)

    def _counted(self, endings: Iterable[str | None]) -> Tally:
        counts: Counter[str] = Counter()
        for ending in endings:
            if ending is not None:
                counts[ending] += 1
                self._over += 1
                self._told(self._over)
        return Tally(sum(counts.values()), counts)

    def _ending(self, policy: Sampled, number: int, first: Answer | None) -> str | None:
        """Return how a game ends, or None where its first answer is not on offer."""
        stream = Stream(self._seed, number)
        state = self._begun.worlds[place_of(stream.unit(), self._sums)].state
        follows = policy is Policy.HISTORICAL and self._begun.is_recorded
        told: list[Happening] = []
        game = Playing(self._program, state, told.append if follows else None)
        while not game.ended:
            choice = game.choice()
            if game.is_chance:
                game.go(choice.ways[bisect_right(choice.sums, stream.number() % choice.sums[-1])])
                continue
            commands = choice.commands
            if first is not None and first not in commands:
                return None
            follows = follows and not has_left_record(self._record, told)
            told.clear()
            command = self._command(policy, game, commands, stream.unit(), is_recorded=follows)
            game.go(choice.ways[commands.index(first or command)])
            first = None
        return None if first is not None else play.ending(self._program, game.state)

    def _command(
        self,
        policy: Sampled,
        game: Playing,
        commands: tuple[Command, ...],
        drawn: float,
        *,
        is_recorded: bool,
    ) -> Command:
        if is_recorded:
            recorded = historical_command(self._record, commands, game.deadlines)
            if recorded is not None:
                return recorded
        if isinstance(policy, PolicyTable):
            shares = table_shares(policy, commands, game.deadlines)
            ways = [each for each in commands if each in shares]
            sums = list(accumulate(float(shares[each]) for each in ways))
            return ways[place_of(drawn, sums)]
        undecided = undecided_commands(commands, game.deadlines)
        return undecided[min(int(drawn * len(undecided)), len(undecided) - 1)]


def cumulative(worlds: Sequence[World[State]]) -> list[float]:
    """Return the running sums of the worlds' weights, the last of which is 1."""
    total = sum((each.weight for each in worlds), Fraction())
    return [float(each / total) for each in accumulate(world.weight for world in worlds)]


def place_of(drawn: float, sums: Sequence[float]) -> int:
    """Return the place of the first running sum that is greater than what was drawn, at most the last."""
    return min(bisect_right(sums, drawn), len(sums) - 1)
