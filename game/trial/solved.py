"""A test of too many lines of play to follow one by one, answered by the solver.

The choices of the test are laid down in the rules: of a decision with an answer only that option is
on offer. What then comes of undecided or historical play, the solver says of all lines at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.analysis.figures import Figure, Policy
from game.analysis.graph import OverBudgetError
from game.analysis.odds import BUDGET
from game.analysis.record import record_of
from game.analysis.solving import solved
from game.analysis.things import Thing
from game.engine.compilation.program import compiled
from game.engine.program import Program
from game.frozen import replace
from game.scenario.cases import Case, PolicyName
from game.scenario.expressions.tree import NO
from game.scenario.model import Decision, Scenario
from game.trial.came import came_at_all

ROUNDING = 1e-12
"""The solver's columns are floats; a chance on a bound is within it."""
_POLICIES: Mapping[PolicyName, Policy] = {
    PolicyName.UNDECIDED: Policy.UNDECIDED,
    PolicyName.HISTORICAL: Policy.HISTORICAL,
}


def is_for_the_solver(case: Case) -> bool:
    """Return whether the solver can answer all that a test asks.

    It can where luck is free, no decision has several answers, nobody seeks the best way, and only
    endings are asked about, or what never comes where the rest is undecided.
    """
    one_answer = case.choose is None or all(len(answers) == 1 for _, answers in case.choose)
    is_simple = case.seed is None and not case.expect and case.within is None
    may_be_surveyed = not case.never or case.policy.name is PolicyName.UNDECIDED
    return one_answer and is_simple and may_be_surveyed and case.policy.name in _POLICIES


def solved_failures(scenario: Scenario, case: Case, setup: str, begins: int) -> tuple[str, ...] | None:
    """Return what is not as the test wants it, or None where the solver's budget does not reach."""
    restricted = _restricted(scenario, case)
    program = compiled(restricted, setup, case.pin, case.start, begins)
    try:
        row = _row(program, case) if case.ending is not None or case.odds else {}
        if not case.never:
            return (*_endings(case, row), *_odds(case, row))
        at_once = compiled(_answered_at_once(restricted), setup, case.pin, case.start, begins)
        never = tuple(_never(at_once, case))
    except OverBudgetError:
        return None
    return (*_endings(case, row), *_odds(case, row), *never)


def _row(program: Program, case: Case) -> Mapping[str, Figure]:
    return solved(program).odds.policies[_POLICIES[case.policy.name]]


def _restricted(scenario: Scenario, case: Case) -> Scenario:
    """Return the scenario with the answers of a test as the only ones on offer."""
    if case.choose is None:
        answers = {decision: answer for decision, answer in record_of(scenario).items() if answer is not None}
    else:
        answers = {decision: given[0] for decision, given in case.choose}
    decisions = {
        each.id: _answered(each, answers[each.id]) if each.id in answers else each
        for each in scenario.decisions.values()
    }
    return replace(scenario, decisions=decisions)


def _answered(decision: Decision, answer: str) -> Decision:
    options = {
        each.id: each if each.id == answer else replace(each, when=NO) for each in decision.options.values()
    }
    return replace(decision, options=options)


def _answered_at_once(scenario: Scenario) -> Scenario:
    """Return the scenario in which nobody waits where something is surely on offer: undecided play does not.

    The clock stands still for a decision without a deadline. One of which nothing may be on offer keeps
    its own; then more may come here than in undecided play, and never less.
    """
    decisions = {
        each.id: replace(each, deadline=None, if_late=None)
        if any(option.when is None for option in each.options.values())
        else each
        for each in scenario.decisions.values()
    }
    return replace(scenario, decisions=decisions)


def _never(program: Program, case: Case) -> Iterator[str]:
    """Yield what comes in a line of play and never should, with the shortest run. Raises OverBudgetError."""
    from game.analysis.survey.survey import Survey  # noqa: PLC0415 - numpy is heavy

    happened = Survey(program, BUDGET, lambda _: None).happened
    wanted = {name: tuple(each for each in happened if name in _names(program, each)) for name in case.never}
    everything = [each for things in wanted.values() for each in things]
    if not everything:
        return
    again = Survey(program, BUDGET, lambda _: None, everything)
    for name, things in wanted.items():
        witness = again.witness_of(*things) if things else None
        if things:
            yield came_at_all(name, witness.run if witness is not None else ())


def _names(program: Program, thing: Thing) -> tuple[str, ...]:
    """Return the names of a thing in a test; a decision that lapses is its option for the late as well."""
    if thing.kind != "late":
        return (thing.name,)
    return thing.name, f"{thing.name}.{program.scenario.decisions[thing.name].if_late}"


def _endings(case: Case, row: Mapping[str, Figure]) -> Iterator[str]:
    others = [
        ending or "no ending" for ending, figure in row.items() if ending != case.ending and figure.value
    ]
    if case.ending is not None and others:
        yield f"it should end in {case.ending}, and may end in {', '.join(others)}"


def _odds(case: Case, row: Mapping[str, Figure]) -> Iterator[str]:
    for ending, (low, high) in case.odds:
        chance = row[ending].value
        if not float(low) - ROUNDING <= chance <= float(high) + ROUNDING:
            least, most = f"{float(low) * 100:.4g}%", f"{float(high) * 100:.4g}%"
            yield f"{ending} comes in {chance * 100:.4g}%, and should in {least} to {most}"
