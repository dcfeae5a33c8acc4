"""All deep advice on a scenario: the one way into this room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from game.analysis.graph import OverBudgetError
from game.analysis.odds import BUDGET
from game.analysis.solving import unheard
from game.analysis.things import Thing
from game.diagnostics.diagnostic import Diagnostic
from game.engine.compilation.program import compiled
from game.lint.subject import Subject
from game.proofs.budget import over_budget
from game.proofs.ground import Ground
from game.proofs.unfinished import unfinished_games
from game.proofs.unreached import unreached_faults


class Proofs(NamedTuple):
    """What was found; `is_complete` says that every rule was decided."""

    diagnostics: tuple[Diagnostic, ...]
    is_complete: bool


def proved(
    subject: Subject,
    known: Sequence[Diagnostic] = (),
    budget: int = BUDGET,
    told: Callable[[int], None] = unheard,
) -> Proofs:
    """Return what the deep rules say of a scenario without errors, each thing once.

    Every setup is explored by itself, up to `budget` merged states; what is reached in one is reached.
    `known` are the faults that were told before: nothing is said twice. `told`
    hears from time to time how many states were found.
    """
    from game.analysis.survey.survey import Survey  # noqa: PLC0415 - numpy is heavy

    found: list[Diagnostic] = []
    over: list[Diagnostic] = []
    happened: set[Thing] = set()
    for setup in subject.scenario.setup_ids:
        try:
            survey = Survey(compiled(subject.scenario, setup), budget, told)
        except OverBudgetError as fault:
            over.append(over_budget(subject, setup, fault))
            continue
        found += unfinished_games(subject, survey)
        happened |= survey.happened
    if not over:
        found += unreached_faults(Ground(subject, frozenset(happened)))
    spoken = {(each.code, each.span) for each in known}
    new = [each for each in _each_once([*found, *over]) if (each.code, each.span) not in spoken]
    return Proofs(tuple(new), is_complete=not over)


def _each_once(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings without those of a rule at a place of which it has spoken."""
    first: dict[tuple[object, ...], Diagnostic] = {}
    for each in found:
        first.setdefault((each.code, each.span, each.message if each.code == "I555" else ""), each)
    return tuple(first.values())
