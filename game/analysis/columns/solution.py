"""The odds of a Program from its start, by columns: the same figures as the plain form, in float64.

Each figure is a sum of products of at most a few hundred numbers between 0 and 1, so its error is
below 1e-12; the tests hold it against the exact fractions of the plain form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from game.analysis.columns.backward import Layers
from game.analysis.columns.exploration import Exploration
from game.analysis.figures import Figure, Odds, Policy
from game.analysis.graph import World
from game.analysis.odds import BUDGET, UNFINISHED, first_turns
from game.analysis.playable import CompiledGame
from game.analysis.record import record_of
from game.engine import play
from game.engine.moves import Answer
from game.engine.program import Program
from game.engine.state import State

Shares = Sequence[tuple[int, float]]
"""States by number, or endings below 0, each with its weight; the weights add up to 1."""

_POLICIES = tuple(Policy)


class ColumnSolution:
    """The odds of a Program from its start. Raises OverBudgetError where there are too many states."""

    def __init__(self, program: Program, budget: int = BUDGET) -> None:
        self._program = program
        self._game = CompiledGame(program)
        registers = tuple(register.start for register in program.registers)
        root = State(program.begins, (program.start,), (), registers)
        self._exploration = Exploration(program, root, budget)
        edges = self._exploration.edges
        self._start = self._shares_of_roots(edges.children[edges.parents < 0])
        self._reached = frozenset(int(-each) for each in np.unique(edges.children[edges.children < 0]))
        self._layers = Layers(edges, self._exploration.states)
        self._turns = first_turns(self._game, [World(play.start(program).state)])
        self._values: dict[str, npt.NDArray[np.float64]] = {}
        self._numbers: dict[int, int] = {}

    @property
    def states(self) -> int:
        """Return the number of merged states, each ending that was reached being one."""
        return self._exploration.states + len(self._reached)

    @property
    def odds(self) -> Odds:
        """Return the odds from the start."""
        return self._odds(self._start, is_recorded=True)

    @property
    def options(self) -> Mapping[str, Odds]:
        """Return the odds after each option on offer when the player first has the move."""
        record = record_of(self._program.scenario)
        found: dict[str, Odds] = {}
        for row in self._program.options:
            answer = Answer(row.decision, row.option)
            worlds = [each for each in self._turns if answer in self._game.legal_commands(each.state)]
            if worlds:
                after = [World(self._game.successor(each.state, answer), each.weight) for each in worlds]
                is_recorded = record[row.decision] == row.option
                found[f"{row.decision}.{row.option}"] = self.odds_of(after, is_recorded=is_recorded)
        return found

    def odds_of(self, worlds: Sequence[World[State]], *, is_recorded: bool = True) -> Odds:
        """Return the weighted mean of the worlds' odds; their states can be reached from the start."""
        total = sum((each.weight for each in worlds), Fraction())
        shares = [(self._exploration.number(each.state), float(each.weight / total)) for each in worlds]
        return self._odds(shares, is_recorded=is_recorded)

    def _shares_of_roots(self, roots: npt.NDArray[np.int64]) -> Shares:
        return [(int(each), 1 / len(roots)) for each in roots]

    def _endings(self) -> tuple[str, ...]:
        endings = self._program.endings
        return (*endings, UNFINISHED) if len(endings) + 1 in self._reached else endings

    def _odds(self, shares: Shares, *, is_recorded: bool) -> Odds:
        endings = self._endings()
        figures = {ending: self._figures(ending, shares, is_recorded=is_recorded) for ending in endings}
        policies = {policy: {each: figures[each][policy] for each in endings} for policy in Policy}
        is_marked = any(ending.catastrophe for ending in self._program.scenario.endings.values())
        catastrophe = self._figures(None, shares, is_recorded=is_recorded) if is_marked else None
        return Odds(policies, catastrophe)

    def _figures(self, ending: str | None, shares: Shares, *, is_recorded: bool) -> Mapping[Policy, Figure]:
        """Return the figures of an ending, or of all catastrophes."""
        ends = self._ends(ending)
        values = self._solved(ending, ends)
        means = [
            sum(share * float(ends[-number - 1] if number < 0 else row[number]) for number, share in shares)
            for row in values
        ]
        if not is_recorded:
            means[_POLICIES.index(Policy.HISTORICAL)] = means[_POLICIES.index(Policy.UNDECIDED)]
        return {
            policy: Figure(min(1.0, max(0.0, mean))) for policy, mean in zip(_POLICIES, means, strict=True)
        }

    def _ends(self, ending: str | None) -> npt.NDArray[np.float64]:
        scenario = self._program.scenario
        wanted = [
            each == ending if ending is not None else scenario.endings[each].catastrophe
            for each in self._program.endings
        ]
        return np.array([*wanted, ending == UNFINISHED], dtype=np.float64)

    def _solved(self, ending: str | None, ends: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the four rows of values of all states; kept in single precision once they are looked at."""
        key = ending or ""
        if key not in self._values:
            self._values[key] = np.stack(self._layers.solved(ends))
        return self._values[key]
