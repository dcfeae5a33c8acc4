"""A column: one register of many states, a whole number where it is the same in all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
"""Whole numbers, mostly of 32 bits, or truths."""
Truths = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int32]
Places = npt.NDArray[np.int64]
Column = int | Array
Registers = Sequence[Column]


def is_no(column: Column) -> bool:
    """Return whether a column is 0 in all rows, as far as is known without looking at each."""
    return not isinstance(column, np.ndarray) and column == 0


def values_at(row: int, columns: Iterable[Column]) -> tuple[int, ...]:
    """Return the values of columns in a row."""
    return tuple([int(each[row]) if isinstance(each, np.ndarray) else each for each in columns])


def positive(column: Column) -> Column:
    return column > 0


def counted(truth: Column) -> Column:
    """Return 1 where a column is above 0, else 0."""
    return (truth > 0).astype(np.int32) if isinstance(truth, np.ndarray) else int(truth > 0)
