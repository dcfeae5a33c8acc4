"""All lines of play of a test, equal ones merged, and what a policy makes of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from fractions import Fraction

from game.analysis.graph import OverBudgetError
from game.engine import play
from game.engine.moves import Move
from game.frozen import NamedTuple
from game.scenario.cases import PolicyName
from game.trial.came import came
from game.trial.lines import Line, Lines, Way

BUDGET = 300_000


class Web(NamedTuple):
    """The lines that may be reached, each with its ways on, in an order in which followers come first."""

    root: Line
    ways: Mapping[Line, tuple[Way, ...]]
    order: tuple[Line, ...]


def web(lines: Lines, budget: int = BUDGET) -> Web:
    """Return all lines of play. Raises ChoiceRefusedError, and OverBudgetError."""
    root, _ = lines.start()
    ways: dict[Line, tuple[Way, ...]] = {}
    order: list[Line] = []
    pending: list[tuple[Line, bool]] = [(root, False)]
    while pending:
        line, is_done = pending.pop()
        if is_done:
            order.append(line)
        elif line not in ways:
            if len(ways) == budget:
                raise OverBudgetError(budget)
            ways[line] = lines.ways(line)
            pending.append((line, True))
            pending += [(way.line, False) for way in ways[line] if way.line not in ways]
    return Web(root, ways, tuple(order))


def followed(found: Web, lines: Lines, budget: int = BUDGET) -> Web:
    """Return the lines that the test's policy follows: of the careful and reckless, the best way each.

    No policy foresees the luck: where a seed fixes it, the best way is still that of the odds.
    Raises ChoiceRefusedError, and OverBudgetError.
    """
    policy = lines.case.policy
    if policy.name not in {PolicyName.CAREFUL, PolicyName.RECKLESS}:
        return found
    if lines.case.seed is None:
        return found._replace(ways=_best_ways(found, lines))
    any_luck = lines.unseeded()
    best = _best_ways(web(any_luck, budget), any_luck)
    ways = dict(found.ways)
    for line, each in found.ways.items():
        if play.turn(lines.program, line.state) == "player":
            command = best[line._replace(draws=())][0].move
            ways[line] = tuple(way._replace(weight=Fraction(1)) for way in each if way.move == command)
    return found._replace(ways=ways)


def runs_to(found: Web, wanted: Collection[str]) -> Mapping[str, tuple[Move, ...]]:
    """Return the moves of a shortest way to each of some names that comes after the start, if one does."""
    runs: dict[str, tuple[Move, ...]] = {}
    before: dict[Line, tuple[Line, Way] | None] = {found.root: None}
    pending = deque([found.root])
    while pending and len(runs) < len(wanted):
        line = pending.popleft()
        for way in found.ways[line]:
            for name in came(way.happenings):
                if name in wanted and name not in runs:
                    runs[name] = (*_moves(before, line), way.move)
            if way.line not in before:
                before[way.line] = (line, way)
                pending.append(way.line)
    return runs


def _moves(before: Mapping[Line, tuple[Line, Way] | None], line: Line) -> tuple[Move, ...]:
    moves = []
    step = before[line]
    while step is not None:
        moves.append(step[1].move)
        step = before[step[0]]
    return tuple(reversed(moves))


def _best_ways(found: Web, lines: Lines) -> dict[Line, tuple[Way, ...]]:
    policy = lines.case.policy
    pick = min if policy.name is PolicyName.CAREFUL else max
    values: dict[Line, Fraction] = {}
    ways = dict(found.ways)
    for line in found.order:
        if lines.is_over(line):
            values[line] = Fraction(play.ending(lines.program, line.state) == policy.ending)
        elif play.turn(lines.program, line.state) == "chance":
            values[line] = sum((way.weight * values[way.line] for way in ways[line]), Fraction())
        else:
            best = pick(ways[line], key=lambda way: values[way.line])
            ways[line] = (best._replace(weight=Fraction(1)),)
            values[line] = values[best.line]
    return ways


def reached(followed_web: Web) -> Mapping[Line, Fraction]:
    """Return how likely each line is to be reached, of those that can be."""
    chances: dict[Line, Fraction] = {followed_web.root: Fraction(1)}
    for line in reversed(followed_web.order):
        chance = chances.get(line)
        if chance is None:
            continue
        for way in followed_web.ways[line]:
            chances[way.line] = chances.get(way.line, Fraction()) + chance * way.weight
    return chances
