"""A vote while it is taken: what can be voted for, and how often it was, by hands and by phones."""

from __future__ import annotations

from game.frozen import Frozen, replace
from game.session.run import MOST_VOTES, Tally


class Ballot(Frozen):
    """Options with their votes. Phones count for themselves; hands, or cards, are counted by the teacher.

    `options` are ids of options, `wait` being one. Both counts have a number for each of them.
    """

    options: tuple[str, ...]
    hands: tuple[int, ...]
    phones: tuple[int, ...]

    @property
    def counts(self) -> tuple[int, ...]:
        return tuple(hands + phones for hands, phones in zip(self.hands, self.phones, strict=True))

    @property
    def voters(self) -> int:
        return sum(self.counts)

    @property
    def tally(self) -> Tally:
        return tuple(zip(self.options, self.counts, strict=True))

    @property
    def leader(self) -> int | None:
        """The place of the option with most votes; None where there is none, or not one alone."""
        most = max(self.counts, default=0)
        first = [place for place, votes in enumerate(self.counts) if votes == most]
        return first[0] if most and len(first) == 1 else None


def empty(options: tuple[str, ...]) -> Ballot:
    """Return a ballot on which nobody has voted."""
    none = (0,) * len(options)
    return Ballot(options, none, none)


def cast(ballot: Ballot, place: int, by: int = 1) -> Ballot:
    """Return the ballot with so many hands more, or fewer, for the option at a place; never below 0."""
    counted = min(max(0, ballot.hands[place] + by), MOST_VOTES)
    return replace(ballot, hands=(*ballot.hands[:place], counted, *ballot.hands[place + 1 :]))


def phoned(ballot: Ballot, phones: tuple[int, ...]) -> Ballot:
    """Return the ballot with what the phones have sent so far; what is of another vote is left aside."""
    return replace(ballot, phones=phones) if len(phones) == len(ballot.options) else ballot


def leading(tally: Tally) -> str | None:
    """Return the option with most votes; None where there is none, or not one alone.

    >>> leading((("hold", 3), ("fire", 9))), leading((("hold", 3), ("fire", 3)))
    ('fire', None)
    """
    most = max((votes for _, votes in tally), default=0)
    first = [option for option, votes in tally if votes == most]
    return first[0] if most and len(first) == 1 else None


def outvoted(tally: Tally, taken: str) -> str | None:
    """Return the option with most votes of those that were not taken; None where nobody voted for one.

    >>> outvoted((("hold", 3), ("fire", 9), ("talk", 5)), "fire")
    'talk'
    """
    others = [(votes, option) for option, votes in tally if option != taken and votes]
    return max(others, key=lambda each: each[0])[1] if others else None
