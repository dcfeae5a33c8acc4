"""Where the player first has the move, and what his answers there lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from game.analysis.graph import World, unmerged
from game.analysis.playable import Playable, StateT
from game.engine.moves import Answer
from game.scenario.model import Scenario


def first_turns(
    playable: Playable[StateT],
    roots: Iterable[World[StateT]],
    merged: Callable[[StateT], StateT] = unmerged,
) -> tuple[World[StateT], ...]:
    """Return the worlds in which the player first has the move; games that end before are left out."""
    turns: dict[StateT, Fraction] = {}
    pending: dict[StateT, Fraction] = {}
    for root in roots:
        _add(pending, merged(root.state), root.weight)
    while pending:
        state, weight = pending.popitem()
        match playable.turn(state):
            case "player":
                _add(turns, state, weight)
            case "chance":
                outcomes = playable.outcomes(state)
                total = sum(each.weight for each in outcomes)
                for each in outcomes:
                    after = merged(playable.successor(state, each))
                    _add(pending, after, weight * each.weight / total)
            case "over":
                pass
    return tuple(World(state, weight) for state, weight in turns.items())


def _add(worlds: dict[StateT, Fraction], state: StateT, weight: Fraction) -> None:
    worlds[state] = worlds.get(state, Fraction()) + weight


def after_answers(
    scenario: Scenario, playable: Playable[StateT], worlds: Iterable[World[StateT]]
) -> Mapping[Answer, tuple[World[StateT], ...]]:
    """Return for each option on offer, in file order, the worlds after it, where it is on offer."""
    after: dict[Answer, list[World[StateT]]] = {
        Answer(decision.id, option): []
        for decision in scenario.decisions.values()
        for option in decision.options
    }
    for state, weight in worlds:
        for command in playable.legal_commands(state):
            if isinstance(command, Answer):
                after[command].append(World(playable.successor(state, command), weight))
    return {answer: tuple(reached) for answer, reached in after.items() if reached}
