"""Exact odds: by hand, by the specification, and by every line of play one after the other."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Generic

import pytest

from game.analysis.figures import Odds, Policy
from game.analysis.graph import OverBudgetError
from game.analysis.odds import solution
from game.analysis.playable import CompiledGame, Playable, StateT
from game.analysis.record import has_left_record, record_of
from game.engine.compilation.program import compiled
from game.engine.moves import Answer, Command, Move, Wait
from game.engine.reference.rules import Rules
from game.scenario.model import Scenario
from tests.engine.generated import scenario_text
from tests.engine.test_agreement import ROOT, scenario_in, scenario_of
from tests.samples.shelf import NIGHT_PATROL

CASES = sorted((ROOT / "tests" / "cases" / "odds").glob("*/scenario.yaml"))
LINE = re.compile(r"# odds: (\w+) (\w+) (\w+)(?: after ([\w.]+))? = ([\d/]+)")


def figure(odds: Odds, policy: Policy, ending: str) -> Fraction | None:
    return odds.policies[policy][ending].exact


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_odds_are_those_worked_out_by_hand(path: Path) -> None:
    scenario = scenario_in(path.parent)
    lines = LINE.findall(path.read_text(encoding="utf-8"))
    assert lines
    for setup, policy, ending, option, exact in lines:
        plain = solution(scenario, Rules(scenario, setup))
        fast = solution(scenario, CompiledGame(compiled(scenario, setup)))
        for odds in (plain.options[option], fast.options[option]) if option else (plain.odds, fast.odds):
            assert figure(odds, Policy(policy), ending) == Fraction(exact), (setup, policy, ending, option)


def test_the_river_incident_has_the_odds_of_the_specification() -> None:
    scenario = scenario_in(NIGHT_PATROL)
    solved = solution(scenario, CompiledGame(compiled(scenario, "standard")))
    war = {policy: figure(solved.odds, policy, "war") for policy in Policy}
    share = Fraction(2, 15)
    assert war == {
        Policy.CAREFUL: 0,
        Policy.RECKLESS: Fraction(2, 5),
        Policy.UNDECIDED: share,
        Policy.HISTORICAL: share,
    }
    assert figure(solved.odds, Policy.CAREFUL, "quiet") == Fraction(3, 5)
    after = {option: figure(odds, Policy.UNDECIDED, "war") for option, odds in solved.options.items()}
    assert after == {"patrol.hold": 0, "patrol.call": 0, "patrol.fire": Fraction(2, 5)}
    assert solved.odds.catastrophe is not None
    assert solved.odds.catastrophe[Policy.RECKLESS].exact == Fraction(2, 5)


def test_more_states_than_the_budget_are_refused() -> None:
    scenario = scenario_in(NIGHT_PATROL)
    with pytest.raises(OverBudgetError):
        solution(scenario, Rules(scenario, "standard"), budget=5)


class _TooLongError(Exception):
    """There are too many lines of play to go through one by one."""


class _Lines(Generic[StateT]):
    """Goes through all lines of play and merges nothing."""

    def __init__(self, scenario: Scenario, playable: Playable[StateT], most: int) -> None:
        self.playable, self.left = playable, most
        self.record = record_of(scenario)

    def chance(self, state: StateT, policy: Policy, goal: Collection[str], *, on_record: bool) -> Fraction:
        """Return the chance of the goal from a state on, under a policy."""
        self.left -= 1
        if self.left < 0:
            raise _TooLongError
        playable = self.playable
        match playable.turn(state):
            case "over":
                return Fraction(playable.ending(state) in goal)
            case "chance":
                possible = playable.outcomes(state)
                total = sum(each.weight for each in possible)
                after = [
                    Fraction(each.weight, total) * self._after(state, each, policy, goal, on_record=on_record)
                    for each in possible
                ]
                return sum(after, Fraction())
            case "player":
                moves, still = self._moves(state, policy, on_record=on_record)
                chances = [self._after(state, each, policy, goal, on_record=still) for each in moves]
                match policy:
                    case Policy.CAREFUL:
                        return min(chances)
                    case Policy.RECKLESS:
                        return max(chances)
                    case _:
                        return sum(chances, Fraction()) / len(chances)

    def _after(
        self, state: StateT, move: Move, policy: Policy, goal: Collection[str], *, on_record: bool
    ) -> Fraction:
        step = self.playable.step(state, move)
        has_left = has_left_record(self.record, step.happenings)
        return self.chance(step.state, policy, goal, on_record=on_record and not has_left)

    def _moves(self, state: StateT, policy: Policy, *, on_record: bool) -> tuple[list[Command], bool]:
        """Return what the policy may do, and whether the record still holds then."""
        commands = self.playable.legal_commands(state)
        if policy in {Policy.CAREFUL, Policy.RECKLESS}:
            return list(commands), on_record
        deadlines = dict(self.playable.deadlines(state))
        answers: dict[str, list[Command]] = {}
        for each in commands:
            if isinstance(each, Answer):
                answers.setdefault(each.decision, []).append(each)
        if not answers:
            return [Wait()], on_record
        ordered = sorted(answers, key=lambda each: deadlines[each] or 10**9)
        if policy is Policy.HISTORICAL and on_record:
            for decision in ordered:
                if self.record[decision] == "wait":
                    continue
                answer = Answer(decision, self.record[decision] or "")
                if answer in answers[decision]:
                    return [answer], True
                return answers[ordered[0]], False
            if Wait() in commands:
                return [Wait()], True
        return answers[ordered[0]], False


def small_scenarios() -> Iterator[tuple[int, Scenario]]:
    for seed in range(400, 435):
        yield seed, scenario_of(scenario_text(Random(seed), hours=7))


def test_the_solver_finds_what_all_lines_of_play_add_up_to() -> None:
    compared = 0
    for seed, scenario in small_scenarios():
        program = CompiledGame(compiled(scenario, scenario.setup_ids[0]))
        lines = _Lines(scenario, program, most=4_000)
        begun = program.start().state
        try:
            solved = solution(scenario, program, budget=600)
            for policy in Policy:
                for ending in solved.columns.endings:
                    chance = lines.chance(begun, policy, frozenset({ending}), on_record=True)
                    assert figure(solved.odds, policy, ending) == chance, (seed, policy, ending)
                assert solved.odds.catastrophe is not None
                chance = lines.chance(begun, policy, solved.columns.catastrophes, on_record=True)
                assert solved.odds.catastrophe[policy].exact == chance, (seed, policy)
        except (OverBudgetError, _TooLongError):
            continue
        compared += 1
    assert compared >= 8


def test_both_forms_have_the_same_odds() -> None:
    compared = 0
    for seed, scenario in small_scenarios():
        setup = scenario.setup_ids[-1]
        try:
            fast = solution(scenario, CompiledGame(compiled(scenario, setup)), budget=200)
            plain = solution(scenario, Rules(scenario, setup), budget=600)
        except OverBudgetError:
            continue
        assert fast.odds == plain.odds, seed
        assert fast.options == plain.options, seed
        compared += 1
    assert compared >= 8
