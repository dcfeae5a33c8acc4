"""What came of a test: the sentences of all that was not as it should be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from game.analysis.graph import OverBudgetError
from game.engine import play
from game.engine.compilation.program import compiled
from game.engine.happenings import (
    ChanceTaken,
    DecisionOpened,
    EventBegan,
    GameEnded,
    Happening,
    LetterArrived,
    OptionChosen,
    PhaseEntered,
    ReportGiven,
    ResponseCame,
)
from game.engine.moves import format_command
from game.scenario.cases import Case
from game.scenario.expressions.evaluation import value
from game.scenario.model import Scenario
from game.trial.lines import Line, Lines, Refusal
from game.trial.web import Web, followed, reached, web


@dataclass(frozen=True, slots=True)
class Verdict:
    """A test with what failed; none is a pass. `line` is the run of the first line of play, where luck allows one."""

    case: Case
    failures: tuple[str, ...]
    line: tuple[str, ...] | None = None


def verdict(scenario: Scenario, case: Case) -> Verdict:
    """Return what comes of a test."""
    setup = case.setup or scenario.setup_ids[0]
    begins = 0 if case.at is None else case.at - scenario.clock.starts
    program = compiled(scenario, setup, case.pin, case.start, begins)
    lines = Lines(program, case, setup)
    try:
        found = followed(web(lines), lines)
    except Refusal as refusal:
        return Verdict(case, (str(refusal),))
    except OverBudgetError:
        return Verdict(case, ("the lines of play are too many to follow them all",))
    chances = reached(found)
    ends = {line: chance for line, chance in chances.items() if lines.is_over(line)}
    failures = (
        *_endings(lines, ends),
        *_odds(lines, ends),
        *_expectations(lines, ends),
        *_moments(lines, ends),
        *_never(lines, found, chances),
    )
    return Verdict(case, tuple(failures), _single(found, lines))


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


def _never(lines: Lines, found: Web, chances: Mapping[Line, Fraction]) -> Iterator[str]:
    never = set(lines.case.never)
    if not never:
        return
    came = set(_came(lines.start()[1])) & never
    for line in chances:
        for way in found.ways[line]:
            came.update(never.intersection(_came(way.happenings)))
    for each in lines.case.never:
        if each in came:
            yield f"`{each}` may come, and never should"


def _came(happenings: tuple[Happening, ...]) -> Iterator[str]:
    """Yield the ids of what came: entries, options, outcomes, endings."""
    for each in happenings:
        match each:
            case EventBegan(name, _) | PhaseEntered(name, _) | ReportGiven(name, _) | LetterArrived(name, _):
                yield name
            case ResponseCame(name) | GameEnded(name, _) | DecisionOpened(name, _, _):
                yield name
            case OptionChosen(decision, option, _):
                yield f"{decision}.{option}"
            case ChanceTaken(site, result, _, _, _):
                yield f"{site}.{result}"
            case _:
                pass


def _single(found: Web, lines: Lines) -> tuple[str, ...] | None:
    """Return the run of a test with one line of play; draws stand in it where no seed gives them."""
    line, run = found.root, []
    while not lines.is_over(line):
        ways = found.ways[line]
        if len(ways) != 1:
            return None
        way = ways[0]
        match play.turn(lines.program, line.state):
            case "player":
                run.append(format_command(way.move))  # type: ignore[arg-type]
            case _:
                pass
        line = way.line
    return tuple(run)
