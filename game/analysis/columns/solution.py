"""The odds of a Program from its start, by columns: the same figures as the plain form, in float64.

Each figure is a sum of products of at most a few hundred numbers between 0 and 1, so its error is
below 1e-12; the tests hold it against the exact fractions of the plain form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

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

Figures = Mapping[Policy, Figure]

_POLICIES = tuple(Policy)


class _Question(NamedTuple):
    """Of which states the odds are asked, and whether every answer before was historical."""

    shares: Shares
    is_recorded: bool


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

    @property
    def states(self) -> int:
        """Return the number of merged states, each ending that was reached being one."""
        return self._exploration.states + len(self._reached)

    @property
    def odds(self) -> Odds:
        """Return the odds from the start."""
        return self._first[0]

    @property
    def options(self) -> Mapping[str, Odds]:
        """Return the odds after each option on offer when the player first has the move."""
        return self._first[1]

    @cached_property
    def _first(self) -> tuple[Odds, Mapping[str, Odds]]:
        """The odds from the start and after each first option, worked out together."""
        record = record_of(self._program.scenario)
        options: dict[str, _Question] = {}
        for row in self._program.options:
            answer = Answer(row.decision, row.option)
            worlds = [each for each in self._turns if answer in self._game.legal_commands(each.state)]
            if worlds:
                after = [World(self._game.successor(each.state, answer), each.weight) for each in worlds]
                is_recorded = record[row.decision] == row.option
                options[f"{row.decision}.{row.option}"] = _Question(self._shares(after), is_recorded)
        start, *rest = self._answered([_Question(self._start, is_recorded=True), *options.values()])
        return start, dict(zip(options, rest, strict=True))

    def odds_of(self, worlds: Sequence[World[State]], *, is_recorded: bool = True) -> Odds:
        """Return the weighted mean of the worlds' odds; their states can be reached from the start."""
        return self._answered([_Question(self._shares(worlds), is_recorded)])[0]

    def _shares(self, worlds: Sequence[World[State]]) -> Shares:
        total = sum((each.weight for each in worlds), Fraction())
        return [(self._exploration.number(each.state), float(each.weight / total)) for each in worlds]

    def _shares_of_roots(self, roots: npt.NDArray[np.int64]) -> Shares:
        return [(int(each), 1 / len(roots)) for each in roots]

    def _endings(self) -> tuple[str, ...]:
        endings = self._program.endings
        return (*endings, UNFINISHED) if len(endings) + 1 in self._reached else endings

    def _answered(self, questions: Sequence[_Question]) -> list[Odds]:
        """Return the odds that are asked for; the values of all states are kept for one ending at a time."""
        endings = self._endings()
        figures: list[dict[str, Figures]] = [{} for _ in questions]
        for ending in endings:
            for found, each in zip(figures, self._figures(ending, questions), strict=True):
                found[ending] = each
        is_marked = any(ending.catastrophe for ending in self._program.scenario.endings.values())
        catastrophes: Sequence[Figures | None] = (
            self._figures(None, questions) if is_marked else [None for _ in questions]
        )
        return [
            Odds(
                {policy: {ending: found[ending][policy] for ending in endings} for policy in Policy},
                catastrophe,
            )
            for found, catastrophe in zip(figures, catastrophes, strict=True)
        ]

    def _figures(self, ending: str | None, questions: Sequence[_Question]) -> list[Figures]:
        """Return the figures of an ending, or of all catastrophes, for each question."""
        ends = self._ends(ending)
        rows = self._layers.solved(ends)
        return [_mean(rows, ends, question) for question in questions]

    def _ends(self, ending: str | None) -> npt.NDArray[np.float64]:
        scenario = self._program.scenario
        wanted = [
            each == ending if ending is not None else scenario.endings[each].catastrophe
            for each in self._program.endings
        ]
        return np.array([*wanted, ending == UNFINISHED], dtype=np.float64)


def _mean(
    rows: Sequence[npt.NDArray[np.float64]], ends: npt.NDArray[np.float64], question: _Question
) -> Figures:
    means = [
        sum(
            share * float(ends[-number - 1] if number < 0 else row[number])
            for number, share in question.shares
        )
        for row in rows
    ]
    if not question.is_recorded:
        means[_POLICIES.index(Policy.HISTORICAL)] = means[_POLICIES.index(Policy.UNDECIDED)]
    return {policy: Figure(min(1.0, max(0.0, mean))) for policy, mean in zip(_POLICIES, means, strict=True)}
