"""What came of a test: the sentences of all that was not as it should be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from game.analysis.graph import OverBudgetError
from game.analysis.intervals import interval
from game.analysis.witness import run_of
from game.engine import play
from game.engine.compilation.program import compiled
from game.engine.moves import Answer, Wait, format_command
from game.frozen import Frozen
from game.scenario.cases import Case, PolicyName
from game.scenario.expressions.evaluation import value
from game.scenario.model import Scenario
from game.trial.came import came, came_at_all
from game.trial.lines import ChoiceRefusedError, Line, Lines
from game.trial.samples import sampled
from game.trial.solved import is_for_the_solver, solved_failures
from game.trial.web import BUDGET, Web, followed, reached, runs_to, web

AT_ONCE = 1_000
"""So many lines are followed one by one, in exact fractions, before the solver is asked."""
GAMES = 200
"""So many games are played to see whether the choices of a test are on offer when they are wanted."""


class Verdict(Frozen):
    """A test with what failed; none is a pass.

    `line` is the run of its only line of play, or None where it allows several.
    """

    case: Case
    failures: tuple[str, ...]
    line: tuple[str, ...] | None = None


def claims(case: Case) -> bool:
    """Return whether a test says what must come, and not only how it is played."""
    wanted = (case.ending, case.odds, case.expect, case.never, case.transcript)
    return any(wanted) or case.within is not None


def verdict(scenario: Scenario, case: Case, budget: int = BUDGET) -> Verdict:
    """Return what comes of a test; `budget` is the number of lines that are followed."""
    setup = case.setup or scenario.setup_ids[0]
    begins = 0 if case.at is None else case.at - scenario.clock.starts
    program = compiled(scenario, setup, case.pin, case.start, begins)
    lines = Lines(program, case, setup)
    can_solve = is_for_the_solver(case)
    try:
        most = min(budget, AT_ONCE) if can_solve else budget
        found = followed(web(lines, most), lines, most)
    except ChoiceRefusedError as refusal:
        return Verdict(case, (str(refusal),))
    except OverBudgetError:
        if can_solve and budget >= AT_ONCE:
            failures = _solved(scenario, lines, setup, begins)
            if failures is not None:
                return Verdict(case, failures)
        return Verdict(case, tuple(_sampled(lines)))
    chances = reached(found)
    ends = {line: chance for line, chance in chances.items() if lines.is_over(line)}
    failures = (
        *_endings(lines, ends),
        *_odds(lines, ends),
        *_expectations(lines, ends),
        *_moments(lines, ends),
        *_never(lines, found),
    )
    return Verdict(case, tuple(failures), _single(found, lines))


def _solved(scenario: Scenario, lines: Lines, setup: str, begins: int) -> tuple[str, ...] | None:
    """Return what the solver finds wrong, after some games that would meet a choice not on offer."""
    try:
        sampled(lines, GAMES)
    except ChoiceRefusedError as refusal:
        return (str(refusal),)
    return solved_failures(scenario, lines.case, setup, begins)


def _sampled(lines: Lines) -> Iterator[str]:
    """Yield what sampled games refute, and what they cannot prove."""
    case = lines.case
    if case.policy.name in {PolicyName.CAREFUL, PolicyName.RECKLESS}:
        yield "the lines of play are too many to find the best; choose more, or begin later with `at:`"
        return
    if case.ending or case.expect or case.never or case.within is not None:
        yield "the lines of play are too many to follow them all; sampled games can answer for `odds:` only"
        return
    try:
        ended = sampled(lines, case.plays)
    except ChoiceRefusedError as refusal:
        yield str(refusal)
        return
    for ending, (low, high) in case.odds:
        least, most = interval(ended.get(ending, 0), case.plays)
        if not (low <= least and most <= high):
            found = f"{least * 100:.4g} to {most * 100:.4g}% of {case.plays} sampled games"
            yield f"{ending} comes in {found}, and should in {_percent(low)} to {_percent(high)}"


def _name(lines: Lines, line: Line) -> str:
    return play.ending(lines.program, line.state) or ""


def _endings(lines: Lines, ends: Mapping[Line, Fraction]) -> Iterator[str]:
    wanted = lines.case.ending
    others = dict.fromkeys(_name(lines, line) for line in ends if _name(lines, line) != wanted)
    if wanted is not None and others:
        yield f"it should end in {wanted}, and may end in {', '.join(others)}"


def _odds(lines: Lines, ends: Mapping[Line, Fraction]) -> Iterator[str]:
    for ending, (low, high) in lines.case.odds:
        chance = sum((each for line, each in ends.items() if _name(lines, line) == ending), Fraction())
        if not low <= chance <= high:
            yield f"{ending} comes in {_percent(chance)}, and should in {_percent(low)} to {_percent(high)}"


def _percent(chance: Fraction) -> str:
    return f"{float(chance) * 100:.4g}%"


def _expectations(lines: Lines, ends: Mapping[Line, Fraction]) -> Iterator[str]:
    program = lines.program
    for written, condition in lines.case.expect:
        for line in ends:
            if not value(condition, lambda name: play.value(program, line.state, name)):  # noqa: B023 - used at once
                yield f"`{written}` does not hold in the last state, which is {_name(lines, line)}"
                break


def _moments(lines: Lines, ends: Mapping[Line, Fraction]) -> Iterator[str]:
    within = lines.case.within
    longest = max((line.state.minute for line in ends), default=0)
    if within is not None and longest > within:
        yield f"a game may last {longest} min, and should last at most {within} min"


def _never(lines: Lines, found: Web) -> Iterator[str]:
    never = lines.case.never
    at_once = dict.fromkeys(came(lines.start()[1]), ())
    runs = {**(runs_to(found, never) if never else {}), **at_once}
    for each in never:
        if each in runs:
            yield came_at_all(each, run_of(runs[each]))


def _single(found: Web, lines: Lines) -> tuple[str, ...] | None:
    """Return the choices of a test with one line of play, or None where it has several."""
    line = found.root
    run: list[str] = []
    while not lines.is_over(line):
        ways = found.ways[line]
        if len(ways) != 1:
            return None
        way = ways[0]
        if isinstance(way.move, Answer | Wait):
            run.append(format_command(way.move))
        line = way.line
    return tuple(run)
