"""States of a control point packed into words: only the registers that differ take part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import prod
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from game.engine.columns.batch import Batch
from game.engine.columns.column import Column, Rows

Words = npt.NDArray[np.int64]
Keys = npt.NDArray[Any]
"""Words, or several of them side by side as bytes."""
_Range = tuple[int, int, int]
"""A register with the least and the greatest of its values."""

_WORD = 1 << 62
_AT_ONCE = 1 << 17
_MOST_DENSE = 4
"""A table of all words may be so many times as long as there are rows."""


class Digit(NamedTuple):
    """A register's part in a word: its value above `low`, below `span`, times `unit`."""

    register: int
    low: int
    span: int
    unit: int


class Packing(NamedTuple):
    """How states are packed: in words below 2**62, each a mixed radix of the registers that differ.

    `common` holds the values of all other registers.
    """

    common: tuple[int, ...]
    words: tuple[tuple[Digit, ...], ...]

    @property
    def size(self) -> int:
        """How many different keys there may be, 0 where that is more than a word holds."""
        if len(self.words) > 1:
            return 0
        return prod(digit.span for digit in self.words[0])

    @property
    def registers(self) -> tuple[int, ...]:
        return tuple(digit.register for word in self.words for digit in word)

    def packed(self, registers: Sequence[Column], rows: int) -> Keys:
        """Return what tells the rows apart: equal states have equal keys."""
        made = [_word(word, registers, rows) for word in self.words]
        return made[0] if len(made) == 1 else as_keys(np.stack(made, axis=1))

    def key_of(self, registers: Sequence[Column]) -> Keys | None:
        """Return the key of one state, given as numbers; None where none of the packed ones can be equal."""
        mine = set(self.registers)
        pairs = enumerate(zip(registers, self.common, strict=True))
        if any(value != known for register, (value, known) in pairs if register not in mine):
            return None
        for digit in (digit for word in self.words for digit in word):
            if not 0 <= registers[digit.register] - digit.low < digit.span:
                return None
        return self.packed(registers, 1)

    def fits(self, batch: Batch) -> bool:
        """Return whether the states of a batch can be packed so."""
        mine = set(self.registers)
        pairs = enumerate(zip(batch.registers, self.common, strict=True))
        if not mine.issuperset(batch.wide):
            return False
        if any(value != known for register, (value, known) in pairs if register not in mine):
            return False
        return all(
            digit.low <= np.min(batch.registers[digit.register])
            and np.max(batch.registers[digit.register]) < digit.low + digit.span
            for word in self.words
            for digit in word
        )

    def columns(self, keys: Keys) -> list[Column]:
        """Return the registers of packed states."""
        registers: list[Column] = list(self.common)
        words = as_words(keys, len(self.words))
        for place, word in enumerate(self.words):
            left = words[:, place]
            for digit in word:
                left, value = np.divmod(left, digit.span)
                registers[digit.register] = (value + digit.low).astype(np.int32)
        return registers


def packing_of(batch: Batch) -> Packing:
    """Return the packing of a batch; what is the same in all rows becomes a number."""
    ranges = _ranges(batch, sorted(batch.wide))
    common = [0 if isinstance(value, np.ndarray) else value for value in batch.registers]
    return Packing(tuple(common), _words(ranges))


def widened(packing: Packing, batch: Batch) -> Packing:
    """Return the packing in which the states of a batch fit as well."""
    before = {digit.register: digit for word in packing.words for digit in word}
    ranges: list[_Range] = []
    common: list[int] = []
    for register, low, high in _ranges(batch, range(len(batch.registers))):
        known = before.get(register, Digit(register, packing.common[register], 1, 0))
        least, most = min(low, known.low), max(high, known.low + known.span - 1)
        common.append(least if least == most else 0)
        if least < most:
            ranges.append((register, least, most))
    return Packing(tuple(common), _words(ranges))


def repacked(keys: Keys, before: Packing, after: Packing) -> Keys:
    """Return states in another packing; only some at once are unpacked, since that takes much room."""
    parts = (keys[first : first + _AT_ONCE] for first in range(0, len(keys), _AT_ONCE))
    return np.concatenate([after.packed(before.columns(part), len(part)) for part in parts])


def told_apart(batch: Batch, registers: Iterable[int]) -> tuple[Rows, Rows]:
    """Return a row of each kind of values that some registers have together, and the kind of each row."""
    packing = Packing((), _words(_ranges(batch, sorted(registers))))
    _, rows, kinds = distinct(packing.packed(batch.registers, len(batch)), packing.size)
    return rows, kinds


def _ranges(batch: Batch, registers: Iterable[int]) -> list[_Range]:
    """Return the ranges of some registers; what is the same in all rows becomes a number."""
    ranges: list[_Range] = []
    for register in registers:
        column = batch.registers[register]
        low, high = int(np.min(column)), int(np.max(column))
        if low == high and isinstance(column, np.ndarray):
            batch.put(register, low)
        ranges.append((register, low, high))
    return ranges


def _words(ranges: Iterable[_Range]) -> tuple[tuple[Digit, ...], ...]:
    """Return the parts of the registers that differ in words."""
    words: list[tuple[Digit, ...]] = []
    word: list[Digit] = []
    size = 1
    for register, low, high in ranges:
        span = high - low + 1
        if span == 1:
            continue
        if size * span >= _WORD:
            words.append(tuple(word))
            word, size = [], 1
        word.append(Digit(register, low, span, size))
        size *= span
    return (*words, tuple(word))


def distinct(keys: Keys, size: int) -> tuple[Keys, Rows, Rows]:
    """Return the keys in order, each once, the first row of each, and the place of that of every row.

    `size` is how many keys there may be, 0 for too many.
    """
    if not 0 < size <= _MOST_DENSE * len(keys) + 256:
        return _sorted_out(keys)
    rows = np.full(size, -1, dtype=np.int32)
    rows[keys[::-1]] = np.arange(len(keys) - 1, -1, -1, dtype=np.int32)  # the first row is written last
    found = np.flatnonzero(rows >= 0)
    first = rows[found]
    rows[found] = np.arange(len(found), dtype=np.int32)
    return found, first, rows[keys]


def _sorted_out(keys: Keys) -> tuple[Keys, Rows, Rows]:
    order = np.argsort(keys, kind="stable").astype(np.int32)
    ordered = keys[order]
    is_first = np.ones(len(keys), dtype=bool)
    is_first[1:] = ordered[1:] != ordered[:-1]
    found = ordered[is_first]
    del ordered
    places = np.empty(len(keys), dtype=np.int32)
    places[order] = np.cumsum(is_first, dtype=np.int32) - np.int32(1)
    return found, order[is_first], places


def as_words(keys: Keys, count: int) -> Words:
    """Return the words of packed states, a row for each."""
    words: Words = keys.view(np.int64).reshape(len(keys), count)
    return words


def as_keys(words: Words) -> Keys:
    """Return the packed states that have these words, a row for each."""
    whole = np.ascontiguousarray(words)
    if words.shape[1] == 1:
        return whole.ravel()
    return whole.view(np.dtype((np.void, words.shape[1] * 8))).ravel()


def _word(word: tuple[Digit, ...], registers: Sequence[Column], rows: int) -> Words:
    common, differing = 0, np.zeros(rows, dtype=np.int64)
    for register, low, _, unit in word:
        value = registers[register]
        common -= low * unit
        if isinstance(value, np.ndarray):
            differing += value * np.int64(unit)
        else:
            common += value * unit
    differing += common
    return differing
