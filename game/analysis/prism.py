"""The PRISM language: a setup's merged states as a Markov decision process, for independent solvers.

The process has a constant `policy`: 0 leaves every choice to whoever solves it, so that the least
and the most chance are those of *careful* and *reckless*; 1 is *undecided* and 2 *historical*,
under which nothing is left to choose. `recorded` is the bit that says whether the record still holds.

States are numbered, and the remark above each says where play stands: the moment, what is drawn or
asked with its place in the scenario, and the values that can still be read. A module with a variable for
each value would need the rest too: what is under way, what is due and when, what has been seen. Solvers
would then have all states to build that are one here, and a value that nothing can read any more, which
is forgotten, would be there with a meaning that it has not. Labels name the questions and the endings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import isqrt
from typing import NamedTuple, assert_never

from game.analysis.figures import Policy
from game.analysis.graph import ChanceNode, Graph, Node, OverNode, PlayerNode, World, explored
from game.analysis.liveness import Liveness
from game.analysis.playable import CompiledGame
from game.analysis.remarks import remark
from game.analysis.values import columns_in, solved
from game.engine import play
from game.engine.moves import format_command
from game.engine.program import Program
from game.engine.state import State

FREE, UNDECIDED, HISTORICAL = 0, 1, 2
"""The values of the constant `policy`."""

MOST_WITHOUT_BLOCKS = 1000
"""So many states stand in one module, their choices named; more are found by solvers block by block."""

Way = tuple[int, int, bool]
"""A child, its weight, and whether the game is still on the record there."""


class Command(NamedTuple):
    """A command of the language; `name` is that of the choice that it stands for, where it is one."""

    guard: str
    update: str
    name: str = ""


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
    liveness = program.once(Liveness)
    graph = explored(program.scenario, game, (World(game.start().state),), budget, liveness.forgotten)
    model, properties = _model(program, graph, liveness), _properties(program, graph)
    return Process("\n".join(model), "\n".join(properties), len(graph.nodes))


def _model(program: Program, graph: Graph[State], liveness: Liveness) -> Iterator[str]:
    numbers = _numbers(graph)
    size = isqrt(len(numbers)) if len(numbers) > MOST_WITHOUT_BLOCKS else 0
    yield from (
        f"// {program.scenario.id} {program.scenario.version}, setup {program.setup}",
        f"// {graph.states} merged states in which somebody has the move. The remark above each says the",
        "// moment, what is drawn or asked with its place in the scenario, and what can still be read.",
        "mdp",
        "",
        "// 0: every choice is open (least and most); 1: undecided; 2: historical.",
        "const int policy;",
        "",
    )
    if size:
        yield from _blocks(len(numbers), size)
    yield from (
        "module story",
        f"  s : [0..{len(graph.nodes)}] init 0;",
        "  recorded : bool init policy=2; // every answer so far was historical",
    )
    states = {number: state for state, number in graph.numbers.items()}
    for number in reversed(graph.order):
        here, state = numbers[number], states[number]
        yield ""
        yield f"  // {remark(program, state, liveness)}"
        for guard, update, name in _commands(program, state, graph.nodes[number], here, numbers):
            action = f"b{here // size}" if size else name
            choice = f" // {name}" if size and name else ""
            yield f"  [{action}] {guard} -> {update};{choice}"
    yield from ("endmodule", "")
    yield from _labels(program, graph, numbers)


def _blocks(states: int, size: int) -> Iterator[str]:
    """Yield a module that opens the commands of one block of states at a time.

    A solver tries an action's commands only where all modules before have one that is enabled, so that
    it reads few commands in each state instead of all.
    """
    yield "module blocks"
    for number, first in enumerate(range(0, states, size)):
        yield f"  [b{number}] s>={first} & s<{first + size} -> true;"
    yield from ("endmodule", "")


def _numbers(graph: Graph[State]) -> dict[int, int]:
    """Return new numbers, so that the root is 0 and every state comes before those after it."""
    return {number: place for place, number in enumerate(reversed(graph.order))}


def _commands(
    program: Program, state: State, node: Node, number: int, numbers: dict[int, int]
) -> Iterator[Command]:
    here = f"s={number}"
    match node:
        case OverNode():
            yield Command(here, "true")
        case ChanceNode(children, weights, leaves):
            left = leaves or (False,) * len(children)
            ways = [
                (numbers[child], weight, not is_left)
                for child, weight, is_left in zip(children, weights, left, strict=True)
            ]
            yield Command(here, _distribution(ways))
        case PlayerNode(children, undecided, historical, is_left):
            names = [format_command(each).replace(".", "__") for each in play.legal_commands(program, state)]
            for name, child in zip(names, children, strict=True):
                yield Command(f"{here} & policy=0", f"(s'={numbers[child]})", name)
            even = _distribution([(numbers[children[each]], 1, False) for each in undecided])
            if historical is None:
                yield Command(f"{here} & policy>0", even)
            else:
                kept = _distribution([(numbers[children[historical]], 1, not is_left)])
                yield Command(f"{here} & policy>0 & !recorded", even)
                yield Command(f"{here} & policy>0 & recorded", kept)
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
    """Yield a label for each decision, where the player has the move and it is open, and for each ending."""
    asked: dict[str, list[int]] = {decision: [] for decision in program.scenario.decisions}
    for state, number in graph.numbers.items():
        if play.turn(program, state) == "player":
            for decision in play.open_decisions(program, state):
                asked[decision].append(numbers[number])
    for decision, found in asked.items():
        yield f'label "asked_{decision}" = {_any(found)};'
    columns = columns_in(program.scenario, graph)
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


def _properties(program: Program, graph: Graph[State]) -> Iterator[str]:
    columns = columns_in(program.scenario, graph)
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
