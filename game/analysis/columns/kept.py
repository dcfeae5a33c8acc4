"""A solution in columns as bytes, and back: what was solved once need not be solved again.

The bytes hold numbers alone and no code. They know the make of the rules they were solved for by its
registers, endings and setup; that they belong to the same rules is for the keeper to say, by content hash.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from game.analysis.columns.backward import LayerColumns, Layers
from game.analysis.columns.exploration import Exploration
from game.analysis.columns.framing import Array, KeptError, framed, unframed
from game.analysis.columns.packing import Digit, Packing, as_keys, as_words
from game.analysis.columns.points import ControlPoint, PointKey
from game.analysis.columns.solution import ColumnSolution
from game.analysis.graph import World
from game.analysis.playable import CompiledGame
from game.engine.program import Program
from game.engine.state import State

_Whole = npt.NDArray[np.int64]
_Found = tuple[PointKey, ControlPoint, Packing]

__all__ = ["KeptError", "from_bytes", "to_bytes"]


def to_bytes(solution: ColumnSolution) -> bytes:
    """Return a solution as bytes. One that follows a table of answers is kept like any other."""
    points = _points(solution.explored)
    header = {
        "made for": _make(solution.explored.program),
        "reached": sorted(solution.reached),
        "offers": [str(mask) for mask in solution.explored.offers],
        "points": [list(key) for key, _, _ in points],
        "words": [len(packing.words) for _, _, packing in points],
        "roots": [[*root.state, str(root.weight)] for root in solution.roots],
        "error": solution.error.hex(),
        "layers": solution.layers.error.hex(),
    }
    arrays = {**_packed(points), **solution.layers.columns._asdict()}
    return framed(header, arrays)


def from_bytes(program: Program, kept: bytes) -> ColumnSolution:
    """Return the solution that was kept. Raises KeptError where that is not to be had."""
    whole = unframed(kept)
    if whole.header.get("made for") != _make(program):
        raise KeptError("the bytes were kept for other rules")
    try:
        return KeptSolution(program, *whole)
    except (AssertionError, IndexError, KeyError, TypeError, ValueError) as fault:
        raise KeptError(f"the bytes do not fit together: {fault}") from fault


class KeptSolution(ColumnSolution):
    """A solution that was read back: nothing of it is explored or solved again but on demand."""

    def __init__(self, program: Program, header: Mapping[str, Any], arrays: Mapping[str, Array]) -> None:
        self.scenario = program.scenario
        self.playable = CompiledGame(program)
        self.roots = tuple(World(_state(each[:4]), Fraction(each[4])) for each in header["roots"])
        self._told = lambda _: None
        self.explored = Exploration(program, (), 0, self._told)
        points = dict(_restored(header, arrays))
        self.explored.restore(points, [int(mask) for mask in header["offers"]])
        self.reached = frozenset(header["reached"])
        columns = LayerColumns(*(arrays[name] for name in LayerColumns._fields))
        self.layers = Layers(columns, float.fromhex(header["layers"]))
        if self.explored.states != self.layers.states:
            raise KeptError("states are missing")
        self.error = float.fromhex(header["error"])


def _make(program: Program) -> list[Any]:
    """Return what the rules look like from outside."""
    registers = [[each.name, each.low, each.high] for each in program.registers]
    return [program.scenario.id, program.setup, len(program.code), list(program.endings), registers]


# Points


def _points(explored: Exploration) -> list[_Found]:
    return [
        (key, point, point.packing)
        for key, point in explored.control_points.items()
        if point.packing is not None
    ]


def _packed(points: list[_Found]) -> Mapping[str, Array]:
    """Return the states of all points, one point behind another."""
    keys = [as_words(point.keys, len(packing.words)).ravel() for _, point, packing in points]
    digits = [
        (place, number, *digit)
        for place, (_, _, packing) in enumerate(points)
        for number, word in enumerate(packing.words)
        for digit in word
    ]
    return {
        "common": np.array([packing.common for _, _, packing in points], dtype=np.int64),
        "digits": np.array(digits, dtype=np.int64).reshape(-1, 2 + len(Digit._fields)),
        "keys": np.concatenate([np.zeros(0, np.int64), *keys]),
        "ids": np.concatenate([np.zeros(0, np.int32), *(point.ids for _, point, _ in points)]),
        "sizes": np.array([len(point.ids) for _, point, _ in points], dtype=np.int64),
    }


def _restored(
    header: Mapping[str, Any], arrays: Mapping[str, Array]
) -> Iterator[tuple[PointKey, ControlPoint]]:
    counts: _Whole = np.array(header["words"], dtype=np.int64)
    rows = _bounds(arrays["sizes"])
    words = _bounds(arrays["sizes"] * counts)
    digits: dict[tuple[int, int], list[Digit]] = {}
    for place, number, *digit in arrays["digits"].tolist():
        digits.setdefault((place, number), []).append(Digit(*digit))
    for place, key in enumerate(header["points"]):
        point, count = ControlPoint(), int(counts[place])
        packed = tuple(tuple(digits.pop((place, number), ())) for number in range(count))
        point.packing = Packing(tuple(arrays["common"][place].tolist()), packed)
        point.keys = as_keys(arrays["keys"][slice(*words[place])].reshape(-1, count))
        point.ids = arrays["ids"][slice(*rows[place])]
        if len(point.ids) != len(point.keys) or not len(point.ids):
            raise KeptError("the states of a point are missing")
        minute, agenda, queue, common, dead = key
        yield PointKey(minute, tuple(agenda), tuple(map(tuple, queue)), tuple(common), dead), point
    if digits or not np.array_equal(np.sort(arrays["ids"]), np.arange(arrays["sizes"].sum())):
        raise KeptError("states are missing, or are there twice")


def _bounds(sizes: _Whole) -> list[tuple[int, int]]:
    return list(pairwise([0, *np.cumsum(sizes).tolist()]))


def _state(parts: list[Any]) -> State:
    minute, agenda, queue, registers = parts
    return State(minute, tuple(agenda), tuple(tuple(each) for each in queue), tuple(registers))
