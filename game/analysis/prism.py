"""The PRISM language: a setup's merged states as a Markov decision process, for independent solvers.

The process has a constant `policy`: 0 leaves every choice to whoever solves it, so that the least
and the most chance are those of *careful* and *reckless*; 1 is *undecided* and 2 *historical*,
under which nothing is left to choose. `recorded` is the bit that says whether the record still holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple, assert_never

from game.analysis.figures import Policy
from game.analysis.graph import ChanceNode, Graph, Node, OverNode, PlayerNode, World, explored
from game.analysis.liveness import Liveness
from game.analysis.odds import UNFINISHED
from game.analysis.playable import CompiledGame
from game.analysis.values import Columns, solved
from game.engine import play
from game.engine.moves import format_command
from game.engine.program import Program
from game.engine.state import State
from game.scenario.quantities.moments import format_moment

FREE, UNDECIDED, HISTORICAL = 0, 1, 2
"""The values of the constant `policy`."""

Way = tuple[int, int, bool]
"""A child, its weight, and whether the game is still on the record there."""


class Process(NamedTuple):
    """A process and the questions to ask of it, as text; `states` counts those of the process."""

    model: str
    properties: str
    states: int


def process(program: Program, budget: int) -> Process:
    """Return the process of a Program, with properties whose answers are the odds of every ending.

    Raises OverBudgetError beyond `budget` merged states.
    """
    game = CompiledGame(program)
    liveness = Liveness(program)
    graph = explored(program.scenario, game, (World(game.start().state),), budget, liveness.forgotten)
    return Process(
        "\n".join(_model(program, graph)), "\n".join(_properties(program, graph)), len(graph.nodes)
    )


def _model(program: Program, graph: Graph[State]) -> Iterator[str]:
    numbers = _numbers(graph)
    yield from (
        f"// {program.scenario.id} {program.scenario.version}, setup {program.setup}",
        f"// {graph.states} merged states in which somebody has the move",
        "mdp",
        "",
        "// 0: every choice is open (least and most); 1: undecided; 2: historical.",
        "const int policy;",
        "",
        "module story",
        f"  s : [0..{len(graph.nodes)}] init 0;",
        "  recorded : bool init policy=2; // every answer so far was historical",
    )
    states = {number: state for state, number in graph.numbers.items()}
    for number in reversed(graph.order):
        yield ""
        yield f"  // {_remark(program, states[number])}"
        yield from _commands(program, states[number], graph.nodes[number], numbers[number], numbers)
    yield from ("endmodule", "")
    yield from _labels(program, graph, numbers)


def _numbers(graph: Graph[State]) -> dict[int, int]:
    """Return new numbers, so that the root is 0 and every state comes before those after it."""
    return {number: place for place, number in enumerate(reversed(graph.order))}


def _remark(program: Program, state: State) -> str:
    moment = format_moment(program.scenario.clock.starts + state.minute)
    match play.turn(program, state):
        case "over":
            return f"Over: {play.ending(program, state)}"
        case "chance":
            return f"{moment} chance {play.outcomes(program, state)[0].site}"
        case "player":
            return f"{moment} {', '.join(play.open_decisions(program, state))}"


def _commands(
    program: Program, state: State, node: Node, number: int, numbers: dict[int, int]
) -> Iterator[str]:
    here = f"s={number}"
    match node:
        case OverNode():
            yield f"  [] {here} -> true;"
        case ChanceNode(children, weights, leaves):
            left = leaves or (False,) * len(children)
            ways = [
                (numbers[child], weight, not is_left)
                for child, weight, is_left in zip(children, weights, left, strict=True)
            ]
            yield f"  [] {here} -> {_distribution(ways)};"
        case PlayerNode(children, undecided, historical, is_left):
            names = [format_command(each).replace(".", "__") for each in play.legal_commands(program, state)]
            for name, child in zip(names, children, strict=True):
                yield f"  [{name}] {here} & policy=0 -> (s'={numbers[child]});"
            even = _distribution([(numbers[children[each]], 1, False) for each in undecided])
            if historical is None:
                yield f"  [] {here} & policy>0 -> {even};"
            else:
                kept = _distribution([(numbers[children[historical]], 1, not is_left)])
                yield f"  [] {here} & policy>0 & !recorded -> {even};"
                yield f"  [] {here} & policy>0 & recorded -> {kept};"
        case _:
            assert_never(node)


def _distribution(ways: Iterable[Way]) -> str:
    """Return the ways with their shares, those to one child in one state of the record together.

    >>> _distribution([(4, 1, True), (7, 2, False), (4, 3, True)])
    "2/3:(s'=4) + 1/3:(s'=7)&(recorded'=false)"
    """
    together: dict[str, int] = {}
    for child, weight, is_recorded in ways:
        update = f"(s'={child})" if is_recorded else f"(s'={child})&(recorded'=false)"
        together[update] = together.get(update, 0) + weight
    if len(together) == 1:
        return next(iter(together))
    total = sum(together.values())
    return " + ".join(f"{Fraction(weight, total)}:{update}" for update, weight in together.items())


def _labels(program: Program, graph: Graph[State], numbers: dict[int, int]) -> Iterator[str]:
    columns = _columns(program, graph)
    places: dict[str, list[int]] = {ending: [] for ending in columns.endings}
    for number, node in enumerate(graph.nodes):
        if isinstance(node, OverNode):
            places[node.ending].append(numbers[number])
    for ending, found in places.items():
        yield f'label "ending_{ending}" = {_any(found)};'
    if columns.catastrophes:
        yield f'label "catastrophe" = {_any([each for one in columns.catastrophes for each in places[one]])};'
    yield ""


def _any(numbers: Iterable[int]) -> str:
    return " | ".join(f"s={number}" for number in sorted(numbers)) or "false"


def _columns(program: Program, graph: Graph[State]) -> Columns:
    endings = program.scenario.endings
    is_unfinished = any(isinstance(node, OverNode) and node.ending == UNFINISHED for node in graph.nodes)
    return Columns(
        (*endings, *((UNFINISHED,) if is_unfinished else ())),
        tuple(each.id for each in endings.values() if each.catastrophe),
    )


def _properties(program: Program, graph: Graph[State]) -> Iterator[str]:
    columns = _columns(program, graph)
    values = solved(graph, columns)[graph.order[-1]]
    yield "// Names end in the policy that a property is for: with policy=0, the least (careful) and the most"
    yield "// (reckless); with policy=1 (undecided) and policy=2 (historical) nothing is left to choose."
    yield "// The remark behind a property is the answer of ExComm."
    labels = [f"ending_{each}" for each in columns.endings]
    if columns.catastrophes:
        labels.append("catastrophe")
    for column, label in enumerate(labels):
        yield ""
        for policy in Policy:
            goal = "Pmin" if policy is Policy.CAREFUL else "Pmax"
            answer = values.fraction(policy, column)
            yield f'"{label}_{policy.value}": {goal}=? [ F "{label}" ]; // {answer}'
    yield ""
