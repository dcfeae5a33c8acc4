"""The backward pass: the chances of every ending from every state, in exact whole numbers.

The values of a state are whole numerators over one denominator, in four rows, one a policy;
each row has a column for every ending and a last one for all catastrophes together. So a state
costs a few multiplications and one division by the greatest common divisor.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from math import gcd, lcm
from operator import mul
from typing import NamedTuple, assert_never

from game.analysis.figures import Policy
from game.analysis.graph import ChanceNode, Graph, Headway, Node, OverNode, PlayerNode, Told
from game.analysis.playable import StateT
from game.engine.walk import UNFINISHED
from game.scenario.model import Scenario

ROWS = tuple(Policy)
_CAREFUL, _RECKLESS, _UNDECIDED, _HISTORICAL = range(len(ROWS))


class Values(NamedTuple):
    """The chances of a state: `numerators` row by row, over `denominator`.

    The row of *historical* holds where every earlier answer was historical.
    """

    denominator: int
    numerators: tuple[int, ...]

    def fraction(self, policy: Policy, column: int) -> Fraction:
        width = len(self.numerators) // len(ROWS)
        return Fraction(self.numerators[ROWS.index(policy) * width + column], self.denominator)


class Columns(NamedTuple):
    """The endings in the order of their columns; the column after them is that of the catastrophes."""

    endings: tuple[str, ...]
    catastrophes: Collection[str]

    @property
    def width(self) -> int:
        return len(self.endings) + 1

    def values_of(self, ending: str) -> Values:
        """Return the values of a game that is over."""
        row = tuple(int(each == ending) for each in self.endings)
        return Values(1, (*row, int(ending in self.catastrophes)) * len(ROWS))


def columns_of(scenario: Scenario, *, has_unfinished: bool) -> Columns:
    """Return the columns of a scenario's endings, with that of games without one if there are such."""
    endings = scenario.endings.values()
    return Columns(
        (*scenario.endings, *((UNFINISHED,) if has_unfinished else ())),
        frozenset(each.id for each in endings if each.catastrophe),
    )


def columns_in(scenario: Scenario, graph: Graph[StateT]) -> Columns:
    """Return the columns of the endings that games in a graph come to."""
    ended = {node.ending for node in graph.nodes if isinstance(node, OverNode)}
    return columns_of(scenario, has_unfinished=UNFINISHED in ended)


def solved(graph: Graph[StateT], columns: Columns, told: Told = lambda _: None) -> list[Values]:
    """Return the values of all states by their numbers, in one pass from the ends to the roots."""
    values = [Values(1, ())] * len(graph.nodes)
    shared: dict[Values, Values] = {}
    for number in graph.order:
        found = _values(graph.nodes[number], values, columns)
        values[number] = shared.setdefault(found, found)
        told(Headway(graph.states, 1, 1))
    return values


def _values(node: Node, values: Sequence[Values], columns: Columns) -> Values:
    match node:
        case OverNode(ending):
            return columns.values_of(ending)
        case ChanceNode():
            return _mean(node, [values[child] for child in node.children], columns.width)
        case PlayerNode():
            return _chosen(node, [values[child] for child in node.children], columns.width)
        case _:
            assert_never(node)


def _mean(node: ChanceNode, after: list[Values], width: int) -> Values:
    """Return the weighted mean; what leaves the record goes on undecided."""
    common = lcm(*[each.denominator for each in after])
    factors = [
        weight * (common // each.denominator) for weight, each in zip(node.weights, after, strict=True)
    ]
    if node.leaves is not None:
        after = [
            _off_record(each, width) if leaves else each
            for leaves, each in zip(node.leaves, after, strict=True)
        ]
    vectors = zip(*[each.numerators for each in after], strict=True)
    return _reduced(common * sum(node.weights), [sum(map(mul, factors, vector)) for vector in vectors])


def _chosen(node: PlayerNode, after: list[Values], width: int) -> Values:
    """Return the least, the greatest, the mean of *undecided* and what the record chooses."""
    common = lcm(*[each.denominator for each in after])
    scaled = [[common // each.denominator * number for number in each.numerators] for each in after]
    careful = [min(column) for column in _columns(scaled, _CAREFUL, width)]
    reckless = [max(column) for column in _columns(scaled, _RECKLESS, width)]
    likely = [scaled[each] for each in node.undecided]
    undecided = [sum(column) for column in _columns(likely, _UNDECIDED, width)]
    share = len(likely)
    if node.historical is None:
        historical = undecided
    else:
        row = _UNDECIDED if node.leaves else _HISTORICAL
        recorded = scaled[node.historical][row * width : (row + 1) * width]
        historical = [share * each for each in recorded]
    bounds = [share * each for each in (*careful, *reckless)]
    return _reduced(share * common, [*bounds, *undecided, *historical])


def _off_record(values: Values, width: int) -> Values:
    """Return the values with those of *undecided* in the place of *historical*."""
    numbers = values.numerators
    undecided = numbers[_UNDECIDED * width : _HISTORICAL * width]
    return Values(values.denominator, numbers[: _HISTORICAL * width] + undecided)


def _columns(rows: list[list[int]], policy: int, width: int) -> Iterator[tuple[int, ...]]:
    """Return the columns of one policy, each over all ways on."""
    return zip(*[each[policy * width : (policy + 1) * width] for each in rows], strict=True)


def _reduced(denominator: int, numerators: list[int]) -> Values:
    divisor = gcd(denominator, *numerators)
    if divisor == 1:
        return Values(denominator, tuple(numerators))
    return Values(denominator // divisor, tuple([each // divisor for each in numerators]))
