"""Games that stop without an ending: dead ends (E522), and time that runs out (E523)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.analysis.things import Thing
from game.diagnostics.diagnostic import Diagnostic, Rule
from game.lint.subject import Subject
from game.proofs.finding import shown, under

if TYPE_CHECKING:  # numpy is heavy, and the manual reads this module
    from game.analysis.survey.survey import Survey

DEAD_END = Rule(
    code="E522",
    title="dead end: a decision is open, and the player has no command",
    cause="A decision without a deadline is open, so the clock stands still; and none of the options of all"
    " open decisions is on offer. The game ends there with `unfinished`. The run shows the shortest way"
    " there.",
    example="decisions:\n  trade:\n    title: Cuba for Turkey?\n    options:\n      accept: { label: Accept,"
    " when: seen.second_letter }   # and nothing else",
    cure="Offer an option that is always there, or give the decision a deadline and an `if_late:`.",
)
NO_ENDING = Rule(
    code="E523",
    title="a game can finish without an ending",
    cause="Time is over and the condition of no ending holds, so the game stops with `unfinished`. The run"
    " shows the shortest way there.",
    example="endings:\n  war: { when: tension >= 9, title: War, text: War. }   # and no other",
    cure="Add an ending that always holds at the end, such as `when: time is over` with a low priority.",
)


def unfinished_games(subject: Subject, survey: Survey) -> Iterator[Diagnostic]:
    """Yield dead ends, at the decision that is to blame, and games without an ending, at `endings:`."""
    scenario, program = subject.scenario, survey.program
    where = under(scenario, program.setup)
    for decision in scenario.decisions.values():
        run = survey.witness_of(Thing("dead end", decision.id))
        if run is not None:
            message = f"`{decision.id}` can be open with nothing on offer{where}: the game stops there"
            cure = "offer an option that is always there, or give the decision a deadline"
            yield shown(DEAD_END, message, decision.span, cure, run)
    run = survey.witness_of(Thing("ending", "unfinished"))
    if run is not None:
        place = subject.key("endings", subject.scenario.clock.span)
        message = f"a game can finish without an ending{where}: time is over and none holds"
        yield shown(NO_ENDING, message, place, "add an ending `when: time is over` with a low priority", run)
