"""What deep rules say: a diagnostic, with the run that shows it where there is one."""

from __future__ import annotations

from game.analysis.witness import Witness
from game.diagnostics.diagnostic import Diagnostic, Note, Rule, Span
from game.scenario.model import Scenario


def shown(
    rule: Rule, message: str, span: Span, cure: str, run: Witness, notes: tuple[Note, ...] = ()
) -> Diagnostic:
    """Return a finding with the shortest run that shows it."""
    return Diagnostic(rule, message, span, cure, notes, run.run)


def under(scenario: Scenario, setup: str) -> str:
    """Return the words ` under the setup x`, where there are several."""
    return f" under the setup `{setup}`" if len(scenario.setup_ids) > 1 else ""
