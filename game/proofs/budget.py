"""Scenarios with more states than the budget allows (I555)."""

from __future__ import annotations

from game.analysis.graph import OverBudgetError
from game.diagnostics.diagnostic import Diagnostic, Rule
from game.lint.subject import Subject
from game.proofs.finding import under

OVER_BUDGET = Rule(
    code="I555",
    title="more states than the budget allows",
    cause="So many states can be reached that not all were looked at. Rules that need all of them have"
    " decided nothing; what they have found so far still holds. The message names what multiplies the"
    " states most.",
    example="variables:\n  fear: { range: 0 to 1000, start: 0 to 1000 by 1, hidden: yes }   # and five more",
    cure="Give what is named fewer values, coarser spreads, or let fewer things be under way together.",
)

_MOST_NAMED = 5


def over_budget(subject: Subject, setup: str, fault: OverBudgetError) -> Diagnostic:
    """Return what is to be said of a setup that was not explored to the end, at the `id:`."""
    where = under(subject.scenario, setup)
    message = f"not decided within the budget{where}: {fault.states:,} states were found before the end"
    most = [f"{_register(each.name)} ({each.factor:.1f} times)" for each in fault.multipliers[:_MOST_NAMED]]
    cure = (
        f"they are multiplied most by {', '.join(most)}" if most else "give spreads and ranges fewer values"
    )
    return Diagnostic(OVER_BUDGET, message, subject.value("id", subject.scenario.span), cure)


def _register(name: str) -> str:
    """Return a register in words of an author.

    >>> _register("@opened trade"), _register("@queue"), _register("tension")
    ('the moment at which `trade` opened', 'what is due later', '`tension`')
    """
    if name == "@queue":
        return "what is due later"
    kind, _, decision = name.partition(" ")
    return f"the moment at which `{decision}` opened" if kind == "@opened" else f"`{name.lstrip('@')}`"
