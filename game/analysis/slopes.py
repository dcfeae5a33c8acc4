"""How much the catastrophe depends on each weight, to first order, under *undecided* play.

If the weight of one outcome of a chance grows by a small part, its share p grows by p(1 - p) times
that part and the others shrink, so the value of the state moves by p times the difference between
the outcome's value and the state's. The sum over all states, each by how often it is reached, is
the slope: the derivative of the catastrophe by the logarithm of the weight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from game.analysis.figures import Policy
from game.analysis.graph import ChanceNode, Graph, OverNode, PlayerNode, World, explored
from game.analysis.liveness import Liveness
from game.analysis.playable import CompiledGame
from game.analysis.record import undecided_commands
from game.analysis.solving import Solved
from game.analysis.tickets import Stream
from game.engine import play
from game.engine.program import Program
from game.engine.state import State

Outcome = tuple[str, str]
"""A result by its site and its name."""


class Visit(NamedTuple):
    """A state where chance has the move, and how often play comes to it."""

    state: State
    often: float


Value = Callable[[State], float]
"""The chance of the catastrophe from a state on, under *undecided*."""


def weight_slopes(program: Program, visits: Iterable[Visit], value: Value) -> Mapping[Outcome, float]:
    """Return of every outcome that is met how much the catastrophe grows by the logarithm of its weight."""
    found: defaultdict[Outcome, float] = defaultdict(float)
    for state, often in visits:
        outcomes = play.outcomes(program, state)
        total = sum(each.weight for each in outcomes)
        after = [value(play.successor(program, state, each)) for each in outcomes]
        here = sum(each.weight * one for each, one in zip(outcomes, after, strict=True)) / total
        for each, one in zip(outcomes, after, strict=True):
            found[each.site, each.result] += often * each.weight / total * (one - here)
    return found


def every_visit(program: Program, budget: int) -> tuple[tuple[Visit, ...], Value]:
    """Return all states of chance with how often play comes to them, and the values of all states.

    Raises OverBudgetError beyond `budget` merged states.
    """
    game, forgotten = CompiledGame(program), program.once(Liveness).forgotten
    graph = explored(program.scenario, game, (World(game.start().state),), budget, forgotten)
    values = _values(program, graph)
    often = _often(graph)
    visits = tuple(
        Visit(state, often[number])
        for state, number in graph.numbers.items()
        if isinstance(graph.nodes[number], ChanceNode)
    )
    return visits, lambda state: values[graph.numbers[forgotten(state)]]


def sampled_visits(program: Program, plays: int, seed: int) -> Iterator[Visit]:
    """Yield the states of chance that so many plays come to, each counted once for each visit."""
    game = CompiledGame(program)
    for number in range(plays):
        stream, state = Stream(seed, number), game.start().state
        while (turn := game.turn(state)) != "over":
            if turn == "chance":
                yield Visit(state, 1 / plays)
                outcomes = game.outcomes(state)
                ticket = stream.number() % sum(each.weight for each in outcomes)
                for outcome in outcomes:
                    ticket -= outcome.weight
                    if ticket < 0:
                        state = game.successor(state, outcome)
                        break
            else:
                commands = undecided_commands(game.legal_commands(state), game.deadlines(state))
                state = game.successor(state, commands[stream.number() % len(commands)])


def value_by(solved: Solved) -> Value:
    """Return the chance of the catastrophe as a solution has it; a state is looked up once."""
    known: dict[State, float] = {}

    def value(state: State) -> float:
        if state not in known:
            figures = solved.catastrophe_of((World(state),))
            known[state] = 0.0 if figures is None else figures[Policy.UNDECIDED].value
        return known[state]

    return value


def _values(program: Program, graph: Graph[State]) -> list[float]:
    endings = program.scenario.endings
    values = [0.0] * len(graph.nodes)
    for number in graph.order:
        match graph.nodes[number]:
            case OverNode(ending):
                values[number] = float(ending in endings and endings[ending].catastrophe)
            case node:
                values[number] = sum(share * values[child] for child, share in _shares(node))
    return values


def _often(graph: Graph[State]) -> list[float]:
    often = [0.0] * len(graph.nodes)
    often[graph.order[-1]] = 1.0
    for number in reversed(graph.order):
        match graph.nodes[number]:
            case OverNode():
                pass
            case node:
                for child, share in _shares(node):
                    often[child] += share * often[number]
    return often


def _shares(node: ChanceNode | PlayerNode) -> Iterator[tuple[int, float]]:
    match node:
        case ChanceNode(children, weights):
            total = sum(weights)
            yield from ((child, weight / total) for child, weight in zip(children, weights, strict=True))
        case PlayerNode(children, undecided):
            yield from ((children[place], 1 / len(undecided)) for place in undecided)
