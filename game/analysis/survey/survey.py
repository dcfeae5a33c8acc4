"""All that play under one setup can reach: what happens, how it ends, and the shortest way to each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

import numpy as np

from game.analysis.columns.edges import Ids
from game.analysis.columns.exploration import Exploration, Way, fragile
from game.analysis.graph import Told
from game.analysis.survey.noting import START, NotedCode, Notes, NotingWalk, Weights
from game.analysis.survey.shortest import DRAWS, WAITS, Labels, Ways
from game.analysis.things import Thing, thing_of, things
from game.analysis.witness import Witness, witness
from game.engine import play
from game.engine.columns.batch import Batch
from game.engine.columns.walk import ColumnWalk
from game.engine.program import Program
from game.engine.state import Point
from game.frozen import replace

NOTHING: Mapping[Point, int] = {}


class Survey(Exploration):
    """The exploration of a Program from its start, with what happens on its ways.

    `happened` is all that happens in any line of play; `minutes` are the moments at which decisions
    were open since. `wanted` are things of which the ways are kept, so that `witness_of` can be asked;
    decisions and endings always are. Raises OverBudgetError beyond `budget` merged states.
    """

    def __init__(
        self,
        program: Program,
        budget: int,
        told: Told,
        wanted: Collection[Thing] = (),
        words: Mapping[Point, int] = NOTHING,
    ) -> None:
        self._things = things(program)
        points = [point for point, each in self._things.items() if not frozenset(wanted).isdisjoint(each)]
        self._notes = Notes(points, words)
        self._noted = replace(program, code=NotedCode.of(program.code, self._notes), made={})
        self._labels: list[Labels] = []
        self._options = {row.point: place for place, row in enumerate(program.options)}
        self._ends: defaultdict[Thing, list[Ids]] = defaultdict(list)
        self._notes.rows = start_rows()
        self.start, happenings = play.start(self._noted)
        self._notes.rows = None
        for each in happenings:
            match thing_of(each):
                case Thing("decision") as opened:
                    self._notes.ways[opened].append(start_rows())
                case Thing("ending" | "dead end") as stop:
                    self._end(start_rows(), stop)
        super().__init__(program, (self.start,), budget, told)
        self.ways = self._ways()

    def _new_walk(self) -> ColumnWalk:
        mine = fragile(self.program)
        return NotingWalk(self._noted, self._arrived, self._ended, mine, self._notes)

    @property
    def happened(self) -> frozenset[Thing]:
        """Return all that happens in any line of play; endings and dead ends, and decisions that open."""
        carried_out = (each for point in self._notes.points for each in self._things.get(point, ()))
        noted = (each for each in self._notes.ways if isinstance(each, Thing))
        return frozenset({*carried_out, *noted, *self._ends})

    def opened(self) -> Mapping[str, frozenset[int]]:
        """Return for each decision the minutes at which it opens, where the player has a move after it."""
        places = {register: place for place, register in enumerate(self._points.common)}
        found: dict[str, set[int]] = {}
        for row in self.program.decisions:
            minutes = {key.common[places[row.opened]] for key in self._points.points}
            found[row.decision] = {each for each in minutes if each >= 0}
        return {decision: frozenset(minutes) for decision, minutes in found.items()}

    def read(self) -> Weights:
        """Return the words that are read on each way, but for those of the endings."""
        return self._notes.read(len(self.ways.children))

    @property
    def read_first(self) -> int:
        """The words that are read before anybody has the move."""
        return self._notes.first

    def witness_of(self, *wanted: Thing) -> Witness | None:
        """Return the shortest run on which one of some things happens, of equally short ones the likeliest.

        None where none ever happens, or they were not wanted.
        """
        any_of = frozenset(wanted)
        kept = [
            rows
            for key, each in self._notes.ways.items()
            if not any_of.isdisjoint(self._named(key))
            for rows in each
        ]
        ended = [rows for thing in wanted for rows in self._ends.get(thing, ())]
        return self.witness_on(np.concatenate([np.zeros(0, dtype=np.int32), *kept, *ended]))

    def witness_on(self, ways: Ids) -> Witness | None:
        """Return the shortest run that goes one of some ways, None where there are none."""
        if not len(ways):
            return None
        found = () if (ways == START).any() else self.ways.shortest(self.id(self.start), ways)
        return witness(self.program, found)

    def _named(self, key: Point | Thing) -> tuple[Thing, ...]:
        return (key,) if isinstance(key, Thing) else self._things.get(key, ())

    def _ended(self, batch: Batch, ending: int) -> None:
        super()._ended(batch, ending)
        endings = self.program.endings
        if ending <= len(endings):
            self._end(batch.origins, Thing("ending", endings[ending - 1]))
        elif batch.registers[self.program.keys.time]:
            self._end(batch.origins, Thing("ending", "unfinished"))
        else:
            stuck = next(row for row in self._walk.offers.open_rows(batch) if row.deadline is None)
            self._end(batch.origins, Thing("dead end", stuck.decision))

    def _end(self, rows: Ids, thing: Thing) -> None:
        self._ends[thing].append(rows)

    def _send(self, batch: Batch, ways: list[Way]) -> None:
        goes = np.empty((len(batch), len(ways)), bool)
        for column, way in enumerate(ways):
            goes[:, column] = way.goes
        labels: Labels = np.array([self._label(way) for way in ways], dtype=np.int16)
        self._labels.append(np.broadcast_to(labels, goes.shape)[goes])
        super()._send(batch, ways)

    def _label(self, way: Way) -> int:
        if way.point is None:
            return WAITS
        return self._options.get(way.point, DRAWS)

    def _ways(self) -> Ways:
        edges = self.edges
        coded = edges.taken_coded()
        labels = np.concatenate([np.zeros(0, dtype=np.int16), *self._labels])
        return Ways(edges.taken_lengths(), edges.taken_children(), coded, labels, edges.blocks())


def start_rows() -> Ids:
    """Return the ways of what happens before anybody has the move."""
    return np.full(1, START, dtype=np.int32)
