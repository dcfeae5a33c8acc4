"""How much of the result was decision and how much was luck: the risk before and after each choice.

The risk is the chance of the catastrophe of the player's belief under undecided play (section 10).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from game.analysis.belief import Belief, Believer, Stretch
from game.analysis.figures import Policy
from game.analysis.graph import World
from game.analysis.playable import Playable, StateT
from game.analysis.solving import Solved
from game.engine.moves import Command
from game.engine.state import State

Risk = Fraction | float
"""From 0 to 1; a fraction where the solution has fractions."""

Weigh = Callable[[Iterable[World[StateT]]], Risk]
"""Gives the risk of some worlds, each by its weight."""


class Share(NamedTuple):
    """What one choice and the luck after it did to the risk; a wait is a choice.

    The first has no command: it is the luck before the first choice. `minute` is that of the choice,
    `until` that at which luck came to rest. `before` is the risk of what the player could know
    before he chose, `chosen` after his choice and before luck, `after` that after luck. `true` is the
    risk after the choice as it was in truth, with all that was hidden.

    `decision + luck` is `after - before`. Where it is not `is_whole`, what the player could know is
    a sample of the worlds.
    """

    command: Command | None
    minute: int
    until: int
    before: Risk
    chosen: Risk
    after: Risk
    true: Risk
    is_whole: bool = True

    @property
    def decision(self) -> Risk:
        """What the choice added to the risk."""
        return self.chosen - self.before

    @property
    def luck(self) -> Risk:
        """What luck added to the risk."""
        return self.after - self.chosen

    @property
    def unknown(self) -> Risk:
        """What the player could not know, in no sum: how much greater the risk of his choice was in truth."""
        return self.true - self.chosen


class Ledger(NamedTuple):
    """The shares of a game up to where it stands.

    Start and all shares add up to `result`: exactly in fractions, in floats within `error`. The
    hidden truths of the start are not drawn yet in `start`, and luck before the first choice is the
    first share.
    """

    start: Risk
    shares: tuple[Share, ...]
    error: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether all worlds that the player could not tell apart were weighed, and no sample of them."""
        return all(each.is_whole for each in self.shares)

    @property
    def result(self) -> Risk:
        """The risk where the game stands; 1 or 0 where it is over."""
        return self.shares[-1].after

    @property
    def accepted(self) -> Risk:
        """The risk at the start with what the choices added to it and took away, luck left out.

        Over all games of one way of deciding its mean is the chance of the catastrophe, since the mean
        of luck is nothing. In one game it may lie outside 0 to 1: where luck had added what a choice
        took away, or took away what another choice put on again.
        """
        return self.start + sum((each.decision for each in self.shares), Fraction())

    @property
    def luck(self) -> Risk:
        """What all luck together added to the risk."""
        return sum((each.luck for each in self.shares), Fraction())


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
) -> Iterator[Share]:
    """Yield the shares of a recorded game, one a stretch, so that somebody may wait between them."""
    playable, stretches = believer.playable, iter(game)
    first = next(stretches)
    start = weigh((World(playable.start().state),))
    belief, true = believer.first(first), first.state
    after = weigh(_known(belief, true))
    yield Share(None, 0, minute(true), start, start, after, start, belief.is_whole)
    for stretch in stretches:
        assert stretch.command is not None
        before = after
        chosen = weigh(_after(playable, _known(belief, true), stretch.command))
        truth = weigh((World(playable.successor(true, stretch.command)),))
        began = minute(true)
        belief, true = believer.carried(belief, stretch), stretch.state
        after = weigh(_known(belief, true))
        yield Share(stretch.command, began, minute(true), before, chosen, after, truth, belief.is_whole)


def _known(belief: Belief[StateT], true: StateT) -> tuple[World[StateT], ...]:
    """Return the worlds of a belief; a sample may have lost all of them but the true one."""
    return belief.worlds or (World(true),)


def _after(
    playable: Playable[StateT], worlds: Iterable[World[StateT]], command: Command
) -> list[World[StateT]]:
    return [World(playable.successor(state, command), weight) for state, weight in worlds]


def ledger(
    believer: Believer[StateT],
    weigh: Weigh[StateT],
    minute: Callable[[StateT], int],
    game: Iterable[Stretch[StateT]],
    error: float = 0.0,
) -> Ledger:
    """Return the ledger of a recorded game; each figure of `weigh` is within `error` of the true one."""
    found = tuple(shares(believer, weigh, minute, game))
    return Ledger(found[0].before, found, error * 2 * (len(found) + 1))
