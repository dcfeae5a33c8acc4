"""Endings of one priority that can hold together (W525): asked by endings that stand for two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from game.analysis.things import Thing
from game.diagnostics.diagnostic import Diagnostic, Note, Rule
from game.frozen import replace
from game.lint.subject import Subject
from game.proofs.finding import shown, under
from game.scenario.expressions.ranges import is_always
from game.scenario.expressions.tree import Binary, Operator
from game.scenario.model import Ending, Scenario

if TYPE_CHECKING:  # numpy is heavy, and the manual reads this module
    from game.analysis.survey.survey import Survey

TIED_ENDINGS = Rule(
    code="W525",
    title="two endings of equal priority can hold together",
    cause="At the end of some game the conditions of both endings hold, no higher one does, and the one that"
    " stands first in the file comes. Nobody sees from the conditions which it is. The run shows the"
    " shortest such game.",
    example="endings:\n  war: { when: tension >= 9, title: War, text: War. }\n  quiet: { when: time is over,"
    " title: Quiet, text: Quiet. }",
    cure="Give one of them the higher `priority:`, or make the conditions exclude each other.",
)

Tied = Mapping[str, tuple[Ending, Ending]]


def ties(scenario: Scenario) -> Tied:
    """Return the pairs of endings that may tie, the first in the file first, by an id of their own."""
    endings = tuple(scenario.endings.values())
    return {
        f"@{first.id} {second.id}": (first, second)
        for first, second in combinations(endings, 2)
        if first.priority == second.priority
        and is_always(Binary(Operator.AND, first.when, second.when)) is not False
    }


def with_ties(scenario: Scenario, tied: Tied) -> Scenario:
    """Return the scenario with an ending for each pair, which comes where both hold.

    The game is over there anyway, so that nothing else is changed.
    """
    both = {
        name: replace(first, id=name, when=Binary(Operator.AND, first.when, second.when))
        for name, (first, second) in tied.items()
    }
    return replace(scenario, endings={**both, **scenario.endings})


def tied_endings(subject: Subject, tied: Tied, survey: Survey) -> Iterator[Diagnostic]:
    """Yield the pairs that hold together in some game, at the later one."""
    where = under(subject.scenario, survey.program.setup)
    for name, (first, second) in tied.items():
        run = survey.witness_of(Thing("ending", name))
        if run is not None:
            earlier, later = sorted((first, second), key=lambda each: each.span)
            message = f"`{later.id}` and `{earlier.id}` can hold together{where}, and have the same priority"
            note = Note(f"`{first.id}` comes, since it stands first", earlier.span)
            yield shown(
                TIED_ENDINGS, message, later.span, "give one of them the higher `priority:`", run, (note,)
            )
