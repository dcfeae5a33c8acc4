"""How much of the result was decision and how much was luck: the risk before and after each choice.

The risk is the chance of the catastrophe of the player's belief under undecided play (section 10).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from game.analysis.account import Ledger, Risk, Share
from game.analysis.belief import Belief, Believer, Stretch
from game.analysis.figures import Policy
from game.analysis.graph import World, unmerged
from game.analysis.playable import Playable, StateT
from game.analysis.solving import Solved
from game.engine.moves import Command
from game.engine.state import State

Weigh = Callable[[Iterable[World[StateT]]], Risk]
"""Gives the risk of some worlds, each by its weight."""


def weighed_by(solved: Solved) -> Weigh[State]:
    """Return what gives the risk by a solution; of a scenario without a catastrophe, always nothing."""

    def risk(worlds: Iterable[World[State]]) -> Risk:
        figures = solved.catastrophe_of(worlds)
        if figures is None:
            return Fraction()
        figure = figures[Policy.UNDECIDED]
        return figure.value if figure.exact is None else figure.exact

    return risk


def shares(
    believer: Believer[StateT],
    weigh: Weigh[StateT],
    minute: Callable[[StateT], int],
    game: Iterable[Stretch[StateT]],
    merged: Callable[[StateT], StateT] = unmerged,
) -> Iterator[Share]:
    """Yield the shares of a recorded game, one a stretch, so that somebody may wait between them.

    `merged` gives the state that stands for all those with the same future: a solution knows what comes
    of that one.
    """
    playable, stretches = believer.playable, iter(game)
    first = next(stretches)
    start = weigh((World(playable.start().state),))
    belief, true = believer.first(first), first.state
    after = weigh(_known(belief, true))
    yield Share(None, 0, minute(true), start, start, after, start, belief.is_whole)
    for stretch in stretches:
        assert stretch.command is not None
        before = after
        chosen = weigh(_after(playable, _known(belief, true), stretch.command, merged))
        truth = weigh(_after(playable, (World(true),), stretch.command, merged))
        began = minute(true)
        belief, true = believer.carried(belief, stretch), stretch.state
        after = weigh(_known(belief, true))
        yield Share(stretch.command, began, minute(true), before, chosen, after, truth, belief.is_whole)


def _known(belief: Belief[StateT], true: StateT) -> tuple[World[StateT], ...]:
    """Return the worlds of a belief; a sample may have lost all of them but the true one."""
    return belief.worlds or (World(true),)


def _after(
    playable: Playable[StateT],
    worlds: Iterable[World[StateT]],
    command: Command,
    merged: Callable[[StateT], StateT],
) -> list[World[StateT]]:
    return [World(playable.successor(merged(state), command), weight) for state, weight in worlds]


def ledger(
    believer: Believer[StateT],
    weigh: Weigh[StateT],
    minute: Callable[[StateT], int],
    game: Iterable[Stretch[StateT]],
    error: float = 0.0,
    merged: Callable[[StateT], StateT] = unmerged,
) -> Ledger:
    """Return the ledger of a recorded game; each figure of `weigh` is within `error` of the true one."""
    found = tuple(shares(believer, weigh, minute, game, merged))
    return Ledger(found[0].before, found, error * 2 * (len(found) + 1))
