"""Streams of luck in columns: those of `game.analysis.tickets`, a row for each game."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from game.analysis.tickets import GAMMA, LAST_SHIFT, MIXES, UNIT, seeded

Counters = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.uint64]
Units = npt.NDArray[np.float64]


def counters_of(seed: int, games: Numbers) -> Counters:
    """Return where the streams of games begin, by their numbers."""
    return _mixed(np.uint64(seeded(seed)) + games * np.uint64(GAMMA))


def numbers_after(counters: Counters) -> tuple[Counters, Numbers]:
    """Return the counters after a draw, and what was drawn."""
    after = counters + np.uint64(GAMMA)
    return after, _mixed(after)


def units(numbers: Numbers) -> Units:
    """Return numbers as ones from 0 to below 1."""
    return (numbers >> np.uint64(11)).astype(np.float64) * UNIT


def _mixed(counters: Counters) -> Numbers:
    numbers = counters
    for shift, factor in MIXES:
        numbers = (numbers ^ (numbers >> np.uint64(shift))) * np.uint64(factor)
    return numbers ^ (numbers >> np.uint64(LAST_SHIFT))
