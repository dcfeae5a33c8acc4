"""Where the nodes of a graph stand: in columns from left to right, near to those that they are linked with.

A column belongs to one band, a day of the story. Within a band a node stands to the right of all
that lead to it. Within a column nodes are ordered by the mean height of their neighbours
(Sugiyama's barycentres), then moved to these heights as near as their sizes allow: least squares
under an order, solved by pooling neighbours that would overlap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from game.frozen import NamedTuple

_SWEEPS = 12


class Box(NamedTuple):
    """A node to be placed: its band, its place in the order of the story, and its height."""

    key: str
    band: int
    place: float
    height: float


class Tie(NamedTuple):
    """A link between boxes: how far below the top of the source it begins, and of the target it ends."""

    source: str
    target: str
    weight: float
    port: float
    entry: float


class Band(NamedTuple):
    """A band and its columns, counted from 0."""

    band: int
    first: int
    columns: int


class Placed(NamedTuple):
    """The column and the top of each box, how each tie passes the columns between its ends, the bands, and
    the height of all.
    """

    tops: Mapping[str, tuple[int, float]]
    passes: tuple[tuple[float, ...], ...]
    bands: tuple[Band, ...]
    height: float


def placed(boxes: Sequence[Box], ties: Sequence[Tie], gap: float) -> Placed:
    """Return where the boxes stand; at least `gap` lies between two in one column."""
    columns, bands = _columns(boxes, ties)
    column_of = {box.key: number for number, column in enumerate(columns) for box in column}
    led, chains = _led(columns, column_of, ties)
    tops = _Heights(led, [part for chain in chains for part in chain], gap).tops()
    lowest = min((tops[box.key] for box in boxes), default=0.0)
    return Placed(
        {key: (column, tops[key] - lowest) for key, column in column_of.items()},
        tuple(tuple(tops[part.target] - lowest for part in chain[:-1]) for chain in chains),
        bands,
        max((tops[box.key] - lowest + box.height for box in boxes), default=0.0),
    )


def _led(
    columns: Sequence[Sequence[Box]], column_of: Mapping[str, int], ties: Sequence[Tie]
) -> tuple[list[list[Box]], list[list[Tie]]]:
    """Return the columns with a thin box wherever a tie passes, and each tie as a chain of short ones."""
    led = [list(column) for column in columns]
    chains = []
    for number, tie in enumerate(ties):
        chain, source, port = [], tie.source, tie.port
        for column in range(column_of[tie.source] + 1, column_of[tie.target]):
            key = f"{number} in {column}"
            led[column].append(Box(key, 0, 0.0, 0.0))
            chain.append(Tie(source, key, tie.weight, port, 0.0))
            source, port = key, 0.0
        chains.append([*chain, Tie(source, tie.target, tie.weight, port, tie.entry)])
    return led, chains


def _columns(boxes: Sequence[Box], ties: Sequence[Tie]) -> tuple[list[list[Box]], tuple[Band, ...]]:
    """Return the boxes column by column; a tie that goes back in the story moves nothing."""
    ordered = sorted(boxes, key=lambda box: (box.band, box.place))
    rank = {box.key: number for number, box in enumerate(ordered)}
    band_of = {box.key: box.band for box in boxes}
    before: defaultdict[str, list[str]] = defaultdict(list)
    for tie in ties:
        if band_of[tie.source] == band_of[tie.target] and rank[tie.source] < rank[tie.target]:
            before[tie.target].append(tie.source)
    depth: dict[str, int] = {}
    for box in ordered:
        depth[box.key] = max((depth[each] + 1 for each in before[box.key]), default=0)
    columns: list[list[Box]] = []
    bands: list[Band] = []
    for band in sorted({box.band for box in boxes}):
        mine = [box for box in ordered if box.band == band]
        count = max(depth[box.key] for box in mine) + 1
        bands.append(Band(band, len(columns), count))
        columns += [[box for box in mine if depth[box.key] == each] for each in range(count)]
    return columns, tuple(bands)


class _Heights:
    """The heights of boxes, improved from sweep to sweep."""

    def __init__(self, columns: list[list[Box]], ties: Sequence[Tie], gap: float) -> None:
        self._columns = [list(column) for column in columns]
        self._gap = gap
        self._into: defaultdict[str, list[Tie]] = defaultdict(list)
        self._out: defaultdict[str, list[Tie]] = defaultdict(list)
        for tie in ties:
            self._into[tie.target].append(tie)
            self._out[tie.source].append(tie)
        self._tops: dict[str, float] = {}
        for column in self._columns:
            top = -sum(self._room(box) for box in column) / 2
            for box in column:
                self._tops[box.key] = top
                top += self._room(box)

    def tops(self) -> Mapping[str, float]:
        for sweep in range(_SWEEPS):
            columns = self._columns if sweep % 2 == 0 else self._columns[::-1]
            for column in columns:
                self._settle(column, is_forward=sweep % 2 == 0, is_free=sweep < _SWEEPS - 4)
        return self._tops

    def _room(self, box: Box) -> float:
        """Return how far below a box the next one may begin; ties that pass may lie close together."""
        return box.height + self._gap if box.height else self._gap / 3

    def _settle(self, column: list[Box], *, is_forward: bool, is_free: bool) -> None:
        """Move the boxes of a column towards their neighbours; their order may change while it is free."""
        wanted = {box.key: self._wanted(box.key, is_forward=is_forward) for box in column}
        if is_free:
            column.sort(key=lambda box: wanted[box.key][0] + box.height / 2)
        offsets, offset = [], 0.0
        for box in column:
            offsets.append(offset)
            offset += self._room(box)
        pooled = _rising(
            [
                (wanted[box.key][0] - each, wanted[box.key][1])
                for box, each in zip(column, offsets, strict=True)
            ]
        )
        for box, each, level in zip(column, offsets, pooled, strict=True):
            self._tops[box.key] = level + each

    def _wanted(self, key: str, *, is_forward: bool) -> tuple[float, float]:
        """Return the top at which a box would lie best, and how much that matters."""
        back, on = (2, 1) if is_forward else (1, 2)
        pulls = [
            (self._tops[tie.source] + tie.port - tie.entry, tie.weight * back) for tie in self._into[key]
        ]
        pulls += [(self._tops[tie.target] + tie.entry - tie.port, tie.weight * on) for tie in self._out[key]]
        total = sum(weight for _, weight in pulls)
        if not total:
            return self._tops[key], 0.01
        return sum(at * weight for at, weight in pulls) / total, total


def _rising(wanted: Sequence[tuple[float, float]]) -> list[float]:
    """Return the rising sequence that is nearest to weighted numbers.

    >>> _rising([(1, 1), (5, 1), (3, 1)])
    [1.0, 4.0, 4.0]
    """
    pools: list[tuple[float, float, int]] = []
    for level, weight in wanted:
        pools.append((float(level), weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (low, one, count), (high, other, more) = pools[-2], pools[-1]
            pools[-2:] = [((low * one + high * other) / (one + other), one + other, count + more)]
    return [level for level, _, count in pools for _ in range(count)]
