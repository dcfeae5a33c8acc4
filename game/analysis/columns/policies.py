"""What *undecided* and *historical* do where the player has the move, over a batch of states."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.analysis.record import Record
from game.engine.columns.batch import Batch
from game.engine.program import DecisionRow, OptionRow

Shares = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


class Way(NamedTuple):
    """An option: in which rows it is on offer, its share under *undecided*, and where the record takes it."""

    option: OptionRow
    is_on_offer: Flags
    undecided: Shares
    historical: Flags


class Choice(NamedTuple):
    """The options, and the same of waiting."""

    ways: tuple[Way, ...]
    waits_undecided: Shares
    waits_historical: Flags


def choice(
    opened: list[DecisionRow], batch: Batch, offers: list[tuple[OptionRow, Flags]], record: Record
) -> Choice:
    """Return what the two policies do: the nearest deadline first (section 10)."""
    ways: dict[OptionRow, Way] = {}
    undecided = historical = np.ones(len(batch), dtype=bool)
    for decision in answered_order(opened, batch):
        mine = [each for each in offers if each[0].decision == decision]
        count = np.sum([truth for _, truth in mine], axis=0, dtype=np.int64)
        recorded = record[decision]
        for option, truth in mine:
            share = np.where(undecided & truth, 1 / np.maximum(count, 1), 0.0)
            ways[option] = Way(option, truth, share, historical & truth & (option.option == recorded))
        undecided = undecided & (count == 0)
        if recorded != "wait":
            historical = historical & (count == 0)
    return Choice(tuple(ways[option] for option, _ in offers), undecided.astype(np.float64), historical)


def answered_order(opened: list[DecisionRow], batch: Batch) -> list[str]:
    """Return the open decisions, the nearest deadline first, those without last."""

    def urgency(row: DecisionRow) -> tuple[bool, int]:
        if row.deadline is None:
            return (True, 0)
        return (False, batch.number(row.opened) + row.deadline)

    return [row.decision for row in sorted(opened, key=urgency)]
