"""Games written out by hand, step by step, as both forms of the rules play them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.analysis.playable import CompiledGame, Playable, StateT
from game.engine import happenings as told
from game.engine.compilation.program import compiled
from game.engine.happenings import Happening
from game.engine.moves import Answer, Move, Wait
from game.engine.reference.rules import Rules
from tests.engine.test_agreement import ROOT, scenario_in

CASES = sorted((ROOT / "tests" / "cases" / "traces").glob("*/scenario.yaml"))


def clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


def line(happening: Happening) -> str:  # noqa: C901, PLR0911, PLR0912 - one short form for each kind
    """Return a happening as the cases write it."""
    match happening:
        case told.MomentBegan():
            return "moment"
        case told.VariableMoved(name, before, after, _):
            return f"moves {name} {before} to {after}"
        case told.FlagSwitched(flag, value, _):
            return f"switches {flag} {'on' if value else 'off'}"
        case told.Told(address, _):
            return f"tells {address}"
        case told.EventBegan(event, _):
            return f"event {event}"
        case told.PhaseEntered(phase, _):
            return f"enters {phase}"
        case told.ReportGiven(report, _):
            return f"gives {report}"
        case told.LetterArrived(letter, _):
            return f"arrives {letter}"
        case told.ResponseCame(response):
            return f"comes {response}"
        case told.Queued(_, thing, minute):
            return f"queues {thing} at {clock(minute)}"
        case told.DecisionOpened(decision, deadline, _):
            return f"opens {decision}" + ("" if deadline is None else f" until {clock(deadline)}")
        case told.OptionChosen(decision, option, is_late):
            return f"{'late' if is_late else 'chooses'} {decision}.{option}"
        case told.DecisionLapsed(decision):
            return f"lapses {decision}"
        case told.Waited():
            return "waits"
        case told.ChanceTaken(site, result, weight, total, _):
            return f"takes {site}={result} {weight} of {total}"
        case told.TimeOver():
            return "over"
        case told.GameEnded(ending, _):
            return f"ends {ending}"
        case _:
            return type(happening).__name__


def move_of(playable: Playable[StateT], state: StateT, word: str) -> Move:
    """Return the move that a word of a case stands for."""
    if word == "wait":
        return Wait()
    if "=" in word:
        return next(each for each in playable.outcomes(state) if f"{each.site}={each.result}" == word)
    decision, option = word.split(".")
    return Answer(decision, option)


def played(playable: Playable[StateT], moves: list[str]) -> list[str]:
    """Return what happens in a game, a line each, with the hours and minutes since the start."""
    step = playable.start()
    happenings = [*step.happenings]
    for word in moves:
        step = playable.step(step.state, move_of(playable, step.state, word))
        happenings += step.happenings
    assert playable.turn(step.state) == "over"
    lines, minute = [], 0
    for happening in happenings:
        minute = happening.minute if isinstance(happening, told.MomentBegan) else minute
        lines.append(f"{clock(minute)} {line(happening)}")
    return lines


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_games_go_as_they_are_written_out(path: Path) -> None:
    comments = [each[2:] for each in path.read_text(encoding="utf-8").splitlines() if each.startswith("# ")]
    moves = next(each for each in comments if each.startswith("moves: ")).removeprefix("moves: ").split(", ")
    written = [each for each in comments if each[:1].isdigit()]
    scenario = scenario_in(path.parent)
    assert played(Rules(scenario, "standard"), moves) == written
    assert played(CompiledGame(compiled(scenario, "standard")), moves) == written
