"""Games drawn at random under a policy, many at a time: a row for each, in columns.

The games are those of `game.analysis.playouts`. Rows at the same point of play are carried out
together, the earliest moment first. Behind the registers stand two columns more: the counter of the
row's luck, and whether every answer was historical. The origin of a row is its *lane*: 0 for the
games themselves, a number above for those that first take an option.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.analysis.asked import PolicyTable
from game.analysis.columns.exploration import fragile
from game.analysis.columns.policies import choice
from game.analysis.columns.streams import Numbers, Units, counters_of, numbers_after, units
from game.analysis.columns.tabled import tabled
from game.analysis.figures import Policy
from game.analysis.playouts import Begun, Sampled, Tallies, Tally, cumulative
from game.analysis.record import record_of
from game.engine.columns.batch import Batch, joined
from game.engine.columns.walk import ColumnWalk
from game.engine.program import Chance, OptionRow, Program
from game.engine.state import Point
from game.engine.walk import UNFINISHED

_MOST_ROWS = 250_000
"""So many games are played together: more cost memory, fewer cost time."""
_LANES = 5
"""So many lanes are expected where options are compared: one for the games, and a few options."""

_Key = tuple[int, tuple[Point, ...], tuple[tuple[int, Point], ...], tuple[int, ...]]


class _Way(NamedTuple):
    """A way of the player: its point, or None to wait; its share by row, and where the record takes it."""

    point: Point | None
    share: Units
    is_recorded: npt.NDArray[np.bool_]


class Batches:
    """Games of one Program by a seed, played many at a time. `told` hears how many are over."""

    def __init__(
        self,
        program: Program,
        begun: Begun,
        seed: int,
        told: Callable[[int], None] = lambda _: None,
    ) -> None:
        self._program = program
        self._begun = begun
        self._seed = seed
        self._told = told
        self._record = record_of(program.scenario)
        self._walk = ColumnWalk(program, self._arrived, self._ended, fragile(program))
        keys = program.keys
        opened = (row.opened for row in program.decisions)
        self._control = tuple(dict.fromkeys((*opened, keys.waits, keys.time)))
        self._luck = len(program.registers)
        self._on_record = self._luck + 1
        self._heap: list[tuple[int, int, _Key]] = []
        self._pending: dict[_Key, list[Batch]] = {}
        self._sequence = 0
        self._counts = np.zeros((1, 1), dtype=np.int64)
        self._over = 0

    def tally(self, policy: Sampled, plays: int) -> Tally:
        """Return how so many games end."""
        return self._tallied(self._played(policy, plays, ())[0])

    def tallies(self, policy: Sampled, plays: int) -> Tallies:
        """Return what that of `Playouts` does."""
        options = self._program.options
        whole, *after = self._played(policy, plays, options)
        by_option = {
            f"{option.decision}.{option.option}": self._tallied(counts)
            for option, counts in zip(options, after, strict=True)
            if counts.any()
        }
        return Tallies(self._tallied(whole), by_option)

    def _played(self, policy: Sampled, plays: int, options: Sequence[OptionRow]) -> npt.NDArray[np.int64]:
        """Return how often each ending came, in a row for the games, and one for each option taken first."""
        self._counts = np.zeros((1 + len(options), len(self._program.endings) + 2), dtype=np.int64)
        for games in _chunks(plays, _MOST_ROWS // (_LANES if options else 1)):
            for batch in self._first_turns(games):
                for lane, option in enumerate(options, 1):
                    self._take(batch, option, lane)
                self._answer(batch, policy)
            self._play(policy)
        return self._counts

    def _tallied(self, counts: npt.NDArray[np.int64]) -> Tally:
        names = (*self._program.endings, UNFINISHED)
        pairs = zip(names, counts[1:].tolist(), strict=True)
        return Tally(int(counts.sum()), {name: count for name, count in pairs if count})

    # The first turns

    def _first_turns(self, games: range) -> list[Batch]:
        """Return the games that reach a turn of the player; those that are over before are counted."""
        for batch in self._roots(games):
            self._arrived(batch)
        turns: list[Batch] = []
        while self._heap:
            batch = self._next()
            if batch.agenda:
                self._draw(batch)
            else:
                turns.append(batch)
        return turns

    def _roots(self, games: range) -> Iterator[Batch]:
        """Yield the games where they begin, world by world."""
        counters = counters_of(self._seed, np.arange(games.start, games.stop, dtype=np.uint64))
        counters, drawn = numbers_after(counters)
        worlds = self._begun.worlds
        places = np.searchsorted(cumulative(worlds), units(drawn), side="right")
        places = np.minimum(places, len(worlds) - 1)
        for place in np.unique(places).tolist():
            rows = np.flatnonzero(places == place)
            state = worlds[place].state
            ended = state.registers[self._program.keys.ended]
            if ended:
                self._counts[0, ended] += len(rows)
                continue
            registers = [*state.registers, counters[rows], int(self._begun.is_recorded)]
            offer = self._program.keys.offer
            registers[offer] = self._walk.offers.number_of(state.registers[offer])
            agenda = tuple(reversed(state.agenda))
            lanes = np.zeros(len(rows), dtype=np.int32)
            yield Batch(state.minute, agenda, state.queue, registers, lanes, (self._luck,))

    # Turn by turn

    def _play(self, policy: Sampled) -> None:
        while self._heap:
            batch = self._next()
            if batch.agenda:
                self._draw(batch)
            else:
                self._answer(batch, policy)

    def _next(self) -> Batch:
        """Return the rows at the earliest point at which somebody has the move."""
        _, _, key = heappop(self._heap)
        batch = joined(self._pending.pop(key))
        batch.changed = None
        return batch

    def _arrived(self, batch: Batch) -> None:
        if batch.has_left:
            batch.put(self._on_record, 0)
            batch.has_left = False
        for part in batch.parts_by(self._control):
            control = tuple([part.number(each) for each in self._control])
            key = (part.minute, tuple(part.agenda), tuple(part.queue), control)
            if key not in self._pending:
                self._sequence += 1
                self._pending[key] = []
                heappush(self._heap, (part.minute, self._sequence, key))
            self._pending[key].append(part)

    def _ended(self, batch: Batch, ending: int) -> None:
        self._counts[:, ending] += np.bincount(batch.origins, minlength=len(self._counts))
        self._over += len(batch)
        self._told(self._over)

    def _drawn(self, batch: Batch) -> Numbers:
        """Draw a number for each row."""
        counters, numbers = numbers_after(batch.column(self._luck))
        batch.put(self._luck, counters)
        return numbers

    def _draw(self, batch: Batch) -> None:
        """Let chance take its turn."""
        chance = self._program.code[batch.agenda.pop()]
        assert isinstance(chance, Chance)
        weights = [np.asarray(each, dtype=np.uint64) for each in self._walk.weights(batch, chance)]
        sums = list(accumulate(weights))
        tickets = self._drawn(batch) % sums[-1]
        before: Numbers | np.uint64 = np.uint64(0)
        for point, upto in zip(chance.points, sums, strict=True):
            self._send(batch, (tickets >= before) & (tickets < upto), point)
            before = upto

    def _answer(self, batch: Batch, policy: Sampled) -> None:
        """Let the player take his turn."""
        batch.changed = set()  # all conditions were false before the player had the move
        ways = self._ways(batch, policy)
        sums = list(accumulate(way.share for way in ways))
        drawn = np.minimum(units(self._drawn(batch)), np.nextafter(sums[-1], 0))
        before: Units | float = 0.0
        for way, upto in zip(ways, sums, strict=True):
            takes = (drawn >= before) & (drawn < upto)
            before = upto
            if takes.any():
                self._go(batch, takes, way)

    def _go(self, batch: Batch, takes: npt.NDArray[np.bool_], way: _Way) -> None:
        part = batch.part(np.flatnonzero(takes))
        recorded = np.logical_and(part.registers[self._on_record], way.is_recorded[takes])
        part.put(self._on_record, recorded.astype(np.int32))
        if way.point is None:
            self._walk.wait(part)
        else:
            part.agenda.append(way.point)
            self._walk.run(part)

    def _take(self, whole: Batch, option: OptionRow, lane: int) -> None:
        """Take an option in the rows in which it is on offer; they go on in a lane of their own."""
        place = self._program.options.index(option)
        truth = dict(self._walk.offers.options(whole)).get(place, 0)
        rows = np.flatnonzero(np.broadcast_to(np.asarray(truth), len(whole)))
        if not len(rows):
            return
        batch = whole.part(rows)
        batch.changed = set()
        batch.origins = np.full(len(rows), lane, dtype=np.int32)
        self._drawn(batch)
        recorded = self._record[option.decision] == option.option
        every = np.ones(len(rows), dtype=bool)
        self._go(batch, every, _Way(option.point, every.astype(np.float64), every & recorded))

    def _send(self, batch: Batch, takes: npt.NDArray[np.bool_], point: Point) -> None:
        if takes.any():
            part = batch.part(np.flatnonzero(takes))
            part.agenda.append(point)
            self._walk.run(part)

    def _ways(self, batch: Batch, policy: Sampled) -> list[_Way]:
        """Return the ways of the player, options in file order and waiting last."""
        opened = self._walk.offers.open_rows(batch)
        offers = [
            (self._program.options[place], np.broadcast_to(np.asarray(truth), len(batch)).astype(bool))
            for place, truth in self._walk.offers.options(batch)
        ]
        may_wait = all(row.deadline is not None for row in opened)
        made = choice(opened, batch, offers, self._record)
        if isinstance(policy, PolicyTable):
            made = tabled(made, policy, opened, batch, may_wait=may_wait)
        ways = [_Way(way.option.point, way.undecided, way.historical) for way in made.ways]
        if may_wait:
            ways.append(_Way(None, made.waits_undecided, made.waits_historical))
        if policy is Policy.HISTORICAL:
            on_record = np.broadcast_to(np.asarray(batch.registers[self._on_record], dtype=bool), len(batch))
            follows = on_record & np.logical_or.reduce([way.is_recorded for way in ways])
            return [way._replace(share=np.where(follows, way.is_recorded, way.share)) for way in ways]
        return ways


def _chunks(plays: int, size: int) -> Iterator[range]:
    """Yield the numbers of games, so many together."""
    for first in range(0, plays, size):
        yield range(first, min(first + size, plays))
