"""The account of a game: what its choices and its luck did to the risk. Values alone, quick to load."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from game.engine.moves import Command

Risk = Fraction | float
"""From 0 to 1; a fraction where the solution has fractions."""

Named = tuple[str, str]
"""An adviser by his id, and the choice that he speaks of by its own, `decision.option`."""


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


class Reckoning(NamedTuple):
    """The ledger of a game; the shares of the road of the record, none where there is none.

    For each halt of the game `choices` has the risk of each choice as the player could know it, and
    `advisers` what an adviser took it to be of the choice that he spoke of. Values only, so that a
    process that solves can send them.
    """

    ledger: Ledger
    record: tuple[Share, ...]
    choices: tuple[Mapping[str, Risk], ...]
    advisers: tuple[Mapping[Named, Risk], ...]
