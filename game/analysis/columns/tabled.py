"""What a table of answers does where the player has the move, over a batch of states."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from game.analysis.asked import WAIT, PolicyTable
from game.analysis.columns.policies import Choice, answered_order
from game.engine.columns.batch import Batch
from game.engine.program import DecisionRow, OptionRow

Shares = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


def tabled(
    choice: Choice, table: PolicyTable, opened: list[DecisionRow], batch: Batch, *, may_wait: bool
) -> Choice:
    """Return a choice with the shares of a table in place of those of *undecided*.

    They are those of `game.analysis.asked.table_shares`, row by row.
    """
    offers = [(way.option, way.is_on_offer) for way in choice.ways]
    shares, waits = _shares(table, opened, batch, offers)
    if not may_wait:
        shares = _with_the_rest(shares, waits, opened, batch, offers)
    ways = tuple(way._replace(undecided=shares[way.option]) for way in choice.ways)
    return choice._replace(ways=ways, waits_undecided=waits)


def _shares(
    table: PolicyTable, opened: list[DecisionRow], batch: Batch, offers: list[tuple[OptionRow, Flags]]
) -> tuple[dict[OptionRow, Shares], Shares]:
    """Return the share of each option, and of leaving all decisions open."""
    left = np.ones(len(batch))
    options: dict[OptionRow, Shares] = {}
    for decision in answered_order(opened, batch):
        mine = [each for each in offers if each[0].decision == decision]
        is_offered = np.logical_or.reduce([truth for _, truth in mine])
        row = table.answers.get(decision, {})
        weights = [truth * float(row.get(option.option, 0)) for option, truth in mine]
        waits = np.where(is_offered, float(row.get(WAIT, 0)), 0.0)
        is_tabled = sum(weights) + waits > 0
        weights = [
            np.where(is_tabled, weight, truth) for weight, (_, truth) in zip(weights, mine, strict=True)
        ]
        total = np.where(is_offered, sum(weights) + waits, 1.0)
        for (option, _), weight in zip(mine, weights, strict=True):
            options[option] = left * weight / total
        left = np.where(is_offered, left * waits / total, left)
    return options, left


def _with_the_rest(
    options: dict[OptionRow, Shares],
    left: Shares,
    opened: list[DecisionRow],
    batch: Batch,
    offers: list[tuple[OptionRow, Flags]],
) -> dict[OptionRow, Shares]:
    """Return the shares where nobody can wait: what is left is *undecided*."""
    made = dict(options)
    for decision in answered_order(opened, batch):
        mine = [each for each in offers if each[0].decision == decision]
        count = np.sum([truth for _, truth in mine], axis=0)
        for option, truth in mine:
            made[option] = made[option] + np.where(count > 0, left * truth / np.maximum(count, 1), 0.0)
        left = np.where(count > 0, 0.0, left)
    return made
