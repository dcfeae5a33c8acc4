"""Who believes what: the player, and the advisers who take hidden values to have had other starts.

An adviser's belief is that of the rules with the starts that he assumes, in every setup and over
its `set:` (section 10). His states are states of the same code, since starts are drawn at its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from game.analysis.belief import MOST_WORLDS, Belief, Believer, Stretch, thinned
from game.analysis.graph import World
from game.analysis.liveness import Liveness
from game.analysis.playable import CompiledGame
from game.engine.compilation.program import compiled
from game.engine.program import Chance, Program
from game.engine.results import parse_result
from game.engine.state import State
from game.scenario.model import Scenario

Starts = tuple[tuple[str, int], ...]
"""Names with the values that somebody takes them to have had, in the order of the names."""

RULES: Starts = ()
"""Nothing is assumed: the player's own belief."""


def assumptions(scenario: Scenario) -> Mapping[str, Starts]:
    """Return what each person assumes, by id."""
    return {each.id: tuple(sorted(each.assumes)) for each in scenario.actors.values()}


class Minds:
    """The beliefs of all who believe along one recorded game, each carried one stretch a step.

    Beliefs are kept by position, so that what was undone costs nothing to come back to, and are
    carried on only when somebody asks for them.
    """

    def __init__(self, program: Program, most: int = MOST_WORLDS) -> None:
        self.program = program
        self._most = most
        self._game: list[Stretch[State]] = []
        self._minds: dict[Starts, _Mind] = {}

    def follow(self, game: Sequence[Stretch[State]]) -> None:
        """Let the game be this one; the beliefs about what it shares with the one before stay."""
        shared = 0
        for before, now in zip(self._game, game, strict=False):
            if before != now:
                break
            shared += 1
        if shared < min(len(self._game), len(game)):
            for mind in self._minds.values():
                mind.forget(shared)
            self._game = list(game)
        else:
            self._game += game[shared:]

    def belief(self, starts: Starts, position: int) -> Belief[State]:
        """Return the belief after so many commands, that of the player where it is impossible."""
        own = self._mind(starts).belief(self._game[: position + 1])
        return own if own.worlds or starts == RULES else self.belief(RULES, position)

    def is_whole(self, position: int) -> bool:
        """Whether the player's belief has all its worlds, and is no sample."""
        return self.belief(RULES, position).is_whole

    def _mind(self, starts: Starts) -> _Mind:
        if starts not in self._minds:
            program = self.program
            if starts != RULES:
                program = compiled(program.scenario, program.setup, starts=starts)
            believer = Believer(program.scenario, CompiledGame(program), self._most)
            self._minds[starts] = _Mind(believer)
        return self._minds[starts]


class _Mind:
    """One believer with the beliefs that he has had."""

    def __init__(self, believer: Believer[State]) -> None:
        self._believer = believer
        self._held: list[Belief[State]] = []

    def forget(self, position: int) -> None:
        """Forget the beliefs from a position on."""
        del self._held[position:]

    def belief(self, game: Sequence[Stretch[State]]) -> Belief[State]:
        """Return the belief at the end of a game that begins as the one before."""
        for stretch in game[len(self._held) :]:
            before = self._held[-1] if self._held else None
            believer = self._believer
            self._held.append(believer.carried(before, stretch) if before else believer.first(stretch))
        return self._held[len(game) - 1]


def roots(program: Program, most: int = MOST_WORLDS) -> tuple[World[State], ...]:
    """Return where exploration has to begin to reach all that the player and any adviser may believe.

    They are the start of the rules, and the beginnings of each adviser who assumes what the setup
    rules out, of those at most so many.
    """
    forgotten = program.once(Liveness).forgotten
    possible = _possible_starts(program)
    found: dict[State, Fraction] = {}
    for starts in dict.fromkeys(assumptions(program.scenario).values()):
        if all(value in possible[name] for name, value in starts):
            continue
        for state, weight in _begun(compiled(program.scenario, program.setup, starts=starts), most):
            found.setdefault(forgotten(state), weight)
    return (World(CompiledGame(program).start().state), *map(World, found))


def _begun(program: Program, most: int) -> Iterable[tuple[State, Fraction]]:
    """Return the states in which every start is drawn."""
    game = CompiledGame(program)
    begun: dict[State, Fraction] = {}
    pending = {game.start().state: Fraction(1)}
    while pending:
        ahead: dict[State, Fraction] = {}
        for state, weight in pending.items():
            if not any(point >= program.start for point in state.agenda):
                begun[state] = begun.get(state, Fraction()) + weight
                continue
            outcomes = game.outcomes(state)
            total = sum(each.weight for each in outcomes)
            for each in outcomes:
                after = game.successor(state, each)
                ahead[after] = ahead.get(after, Fraction()) + weight * each.weight / total
        pending = thinned(ahead, most)
    return begun.items()


def _possible_starts(program: Program) -> Mapping[str, frozenset[int]]:
    """Return the values that each variable may have when its start is drawn."""
    scenario = program.scenario
    possible = {each.name: frozenset({each.start}) for each in program.registers}
    drawn = {each.site: each for each in program.code[program.start :] if isinstance(each, Chance)}
    for name, variable in {**scenario.variables, **scenario.beliefs}.items():
        chance = drawn.get(f"{name}.start")
        if chance is not None:
            results = chance.results if chance.pinned is None else (chance.results[chance.pinned],)
            values = (parse_result(variable.type, each) for each in results)
            possible[name] = frozenset(each for each in values if each is not None)
    return possible
