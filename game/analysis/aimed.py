"""Games drawn at random while somebody shuns or seeks some endings, along the states of a solution.

Who knows the odds of every state needs no more than its ways: nothing of a game but where it stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import accumulate

from game.analysis.followed import FollowedSolution
from game.analysis.graph import ChanceNode, OverNode, PlayerNode
from game.analysis.playouts import Begun, Tally, cumulative, place_of
from game.analysis.tickets import Stream
from game.engine.state import State


def tally_along(followed: FollowedSolution[State], begun: Begun, seed: int, plays: int) -> Tally:
    """Return how so many games end in which a policy is followed."""
    solution, sums = followed.solution, cumulative(begun.worlds)
    roots = [solution.numbers[solution.merged(each.state)] for each in begun.worlds]
    counts: Counter[str] = Counter()
    for game in range(plays):
        stream = Stream(seed, game)
        number = roots[place_of(stream.unit(), sums)]
        while not isinstance(node := solution.graph.nodes[number], OverNode):
            number = _next(followed, number, node, stream)
        counts[node.ending] += 1
    return Tally(plays, counts)


def _next(
    followed: FollowedSolution[State], number: int, node: ChanceNode | PlayerNode, stream: Stream
) -> int:
    if isinstance(node, ChanceNode):
        sums = list(accumulate(node.weights))
        return node.children[bisect_right(sums, stream.number() % sums[-1])]
    ways = followed.chosen(number, node)
    shares = list(accumulate(float(share) for _, share in ways))
    return node.children[ways[place_of(stream.unit(), shares)][0]]
