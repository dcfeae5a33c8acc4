"""The luck of sampled games: a stream of 64-bit numbers for each, told by the seed and the game's number.

SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): a counter that grows by an odd constant, mixed to
the number. A game's luck does not depend on the games beside it, nor on the order in which they
are carried out; and columns of streams give the same numbers as one stream alone.
"""

from __future__ import annotations

GAMMA = 0x9E3779B97F4A7C15
MIXES = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))
LAST_SHIFT = 31
UNIT = 2.0**-53
"""What the first 53 bits of a number are multiplied by, to lie from 0 to below 1."""

_MASK = (1 << 64) - 1


def mixed(counter: int) -> int:
    """Return the number of a counter.

    >>> mixed(GAMMA)  # the first number of the stream that begins at 0
    16294208416658607535
    """
    number = counter
    for shift, factor in MIXES:
        number = (number ^ (number >> shift)) * factor & _MASK
    return number ^ (number >> LAST_SHIFT)


def seeded(seed: int) -> int:
    """Return where the counters of a seed begin; that of a game lies `game` times `GAMMA` beyond, mixed."""
    return mixed(seed & _MASK)


class Stream:
    """The numbers of one game."""

    def __init__(self, seed: int, game: int) -> None:
        self._counter = mixed((seeded(seed) + game * GAMMA) & _MASK)

    def number(self) -> int:
        """Draw the next number, 0 to 2**64 - 1."""
        self._counter = (self._counter + GAMMA) & _MASK
        return mixed(self._counter)

    def unit(self) -> float:
        """Draw the next number as one from 0 to below 1."""
        return (self.number() >> 11) * UNIT
