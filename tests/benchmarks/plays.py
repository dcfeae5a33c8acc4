"""Random plays of crisis40 in each of our forms, and in numpy by hand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from random import Random
from time import process_time

import numpy as np

from game.analysis.batches import Batches
from game.analysis.figures import Policy
from game.analysis.graph import World
from game.analysis.playable import CompiledGame, Playable, StateT
from game.analysis.playouts import Begun
from game.engine.columns.column import Places, Truths
from game.engine.happenings import Happening, Told
from game.engine.moves import ChanceOutcome, Move
from game.engine.playing import Playing
from game.engine.program import Program
from game.scenario.blocks import blocks
from tests.benchmarks.crisis40 import DECISIONS, VARIABLES, Condition, Crisis, Effects


def rate(play: Callable[[], object], seconds: float) -> float:
    """Return how many plays are made in a second.

    Twice as many seconds of plays come before: what is made when it is wanted often is made then.
    """
    _plays(play, 2 * seconds)
    start = process_time()
    return _plays(play, seconds) / (process_time() - start)


def _plays(play: Callable[[], object], seconds: float) -> int:
    """Play for so many seconds and return how often."""
    start, plays = process_time(), 0
    while process_time() - start < seconds:
        play()
        plays += 1
    return plays


def silent_play(game: Playable[StateT], random: Random) -> None:
    """Play once at random; nothing is told."""
    state = game.start().state
    while (turn := game.turn(state)) != "over":
        if turn == "chance":
            outcomes = game.outcomes(state)
            sums = list(accumulate([each.weight for each in outcomes]))
            state = game.successor(state, outcomes[bisect_right(sums, random.randrange(sums[-1]))])
        else:
            commands = game.legal_commands(state)
            state = game.successor(state, commands[random.randrange(len(commands))])


def played_on(program: Program, random: Random) -> Callable[[], object]:
    """Return what plays once at random from the start, the state moving on; nothing is told."""

    def play() -> object:
        game = Playing(program, None)
        while sums := (choice := game.choice()).sums:
            game.go(choice.ways[bisect_right(sums, random.random() * sums[-1])])
        return game.ended

    return play


def told_on(program: Program, random: Random) -> Callable[[], object]:
    """Return what plays once at random in the same way and gives the trail of moves and the texts told."""
    texts = {block.site: block.text for block in blocks(program.scenario)}

    def play() -> object:
        happenings: list[Happening] = []
        trail: list[Move] = []
        game = Playing(program, None, happenings.append)
        while sums := (choice := game.choice()).sums:
            taken = bisect_right(sums, random.random() * sums[-1])
            trail.append(choice.moves[taken])
            game.go(choice.ways[taken])
        return trail, [texts[each.address] for each in happenings if isinstance(each, Told)]

    return play


def told_play(program: Program) -> Callable[[], object]:
    """Return what plays once at random, state by state, and gives the same."""
    game, random = CompiledGame(program), Random(1)
    texts = {block.site: block.text for block in blocks(program.scenario)}

    def play() -> object:
        step, trail, told = game.start(), [], []
        while (turn := game.turn(step.state)) != "over":
            moves = game.outcomes(step.state) if turn == "chance" else game.legal_commands(step.state)
            sums = list(accumulate(each.weight if isinstance(each, ChanceOutcome) else 1 for each in moves))
            move = moves[bisect_right(sums, random.randrange(sums[-1]))]
            trail.append(move)
            step = game.step(step.state, move)
            told += [texts[each.address] for each in step.happenings if isinstance(each, Told)]
        return trail, told

    return play


def batch_rate(program: Program, plays: int) -> float:
    """Return how many plays are made in a second by `simulate`, so many together."""
    begun = Begun((World(CompiledGame(program).start().state),))
    start = process_time()
    Batches(program, begun, 1).tally(Policy.UNDECIDED, plays)
    return plays / (process_time() - start)


def numpy_rate(made: Crisis, plays: int) -> float:
    """Return the same of a batch written by hand for this workload."""
    random = np.random.default_rng(1)
    start = process_time()
    values = np.zeros((VARIABLES, plays), dtype=np.int32)

    def holds(condition: Condition | None) -> Truths:
        if condition is None:
            return np.ones(plays, dtype=bool)
        held: Truths = values[condition.variable] >= condition.least
        return held

    def add(effects: Effects, rows: Places) -> None:
        for variable, change in effects:
            values[variable, rows] += change

    for choices in made.decisions[:DECISIONS]:
        on_offer = np.stack([holds(each.condition) for each in choices])
        wanted = (random.random(plays) * on_offer.sum(axis=0)).astype(np.int64)
        taken = ((on_offer.cumsum(axis=0) - 1 == wanted) & on_offer).argmax(axis=0)
        for place, choice in enumerate(choices):
            rows = np.flatnonzero(taken == place)
            add(choice.effects, rows)
            weights = np.stack(
                [np.where(holds(each.condition), each.other, each.weight)[rows] for each in choice.responses]
            )
            sums = weights.cumsum(axis=0)
            drawn = (random.random(len(rows)) * sums[-1]).astype(np.int64)
            answer = (sums > drawn).argmax(axis=0)
            for number, response in enumerate(choice.responses):
                add(response.effects, rows[answer == number])
    over = np.select(
        [holds(each) for each in made.endings], list(range(len(made.endings))), len(made.endings)
    )
    np.bincount(over)
    return plays / (process_time() - start)
