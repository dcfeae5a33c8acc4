"""Endings that never come: their condition never holds, or another always comes first (W524, W526)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from game.analysis.things import Thing
from game.diagnostics.diagnostic import Diagnostic, Note
from game.engine import play
from game.engine.compilation.program import compiled
from game.frozen import replace
from game.lint.reach.never import HIDDEN_ENDING, NEVER_REACHED
from game.proofs.finding import shown
from game.proofs.ground import Ground
from game.scenario.model import Ending, Scenario

if TYPE_CHECKING:  # numpy is heavy, and the manual reads this module
    from collections.abc import Callable

    from game.analysis.survey.survey import Survey
    from game.engine.program import Program

    Surveyed = Callable[[Program], Survey]


def unreached_endings(ground: Ground, spoken: Collection[str]) -> tuple[Ending, ...]:
    """Return the endings that never come, but for those in `spoken`, of which more was said."""
    return tuple(
        each
        for each in ground.scenario.endings.values()
        if not ground.happens("ending", each.id)
        and each.id not in spoken
        and not ground.is_follower(each.when)
        and not ground.is_told(f"endings.{each.id}", each.span)
    )


def ending_faults(ground: Ground, endings: tuple[Ending, ...], surveyed: Surveyed) -> Iterator[Diagnostic]:
    """Yield the endings that never come, at their name: hidden behind another, or never reached.

    All setups are explored once more, with an ending above all others for each that is asked about.
    As none of these ever comes, a game in which the condition of one holds is over there anyway.
    """
    asked = {f"@{each.id}": each for each in endings}
    hidden: dict[str, Diagnostic] = {}
    for setup in ground.scenario.setup_ids:
        while asked:
            survey = surveyed(compiled(_asking(ground.scenario, asked), setup))
            found = [name for name in asked if Thing("ending", name) in survey.happened]
            for name in found:
                hidden[name] = _hidden(ground, asked.pop(name), survey, setup)
            if not found:
                break
    yield from hidden.values()
    for ending in asked.values():
        message = f"the ending `{ending.id}` is never reached: its condition holds in no line of play"
        yield Diagnostic(NEVER_REACHED, message, ending.span, "correct its `when:`, or add what leads there")


def _asking(scenario: Scenario, asked: Mapping[str, Ending]) -> Scenario:
    highest = 1 + max(each.priority for each in scenario.endings.values())
    questions = {name: replace(each, id=name, priority=highest) for name, each in asked.items()}
    return replace(scenario, endings={**questions, **scenario.endings})


def _hidden(ground: Ground, ending: Ending, survey: Survey, setup: str) -> Diagnostic:
    run = survey.witness_of(Thing("ending", f"@{ending.id}"))
    assert run is not None
    program = compiled(ground.scenario, setup)
    state = play.start(program).state
    for move in run.moves:
        state = play.successor(program, state, move)
    first = ground.scenario.endings[play.ending(program, state) or ending.id]
    message = f"`{ending.id}` never comes: whenever it holds another does too, such as `{first.id}`"
    note = Note("the one that comes", first.span)
    return shown(HIDDEN_ENDING, message, ending.span, "give the rarer one the higher priority", run, (note,))
