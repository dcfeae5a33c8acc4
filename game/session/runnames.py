"""Names in a run that its scenario does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.diagnostics.diagnostic import Diagnostic, Span
from game.engine.moves import Answer
from game.scenario.faults import UNREADABLE
from game.scenario.meant import nearest
from game.scenario.model import Scenario
from game.session.run import Run


def unknown_names(scenario: Scenario, run: Run, places: tuple[Span, ...], file: str) -> Iterator[Diagnostic]:
    """Yield a fault for a setup, decision or option that is not there; `places` are those of the choices."""
    if run.setup is not None and run.setup not in scenario.setup_ids:
        yield _unknown("setup", run.setup, Span.whole(file), scenario.setup_ids)
    for choice, place in zip(run.choices, places, strict=True):
        if not isinstance(choice, Answer):
            continue
        decision = scenario.decisions.get(choice.decision)
        if decision is None:
            yield _unknown("decision", choice.decision, place, scenario.decisions)
        elif choice.option not in decision.options:
            yield _unknown(f"option of {decision.id}", choice.option, place, decision.options)


def _unknown(kind: str, name: str, place: Span, candidates: Iterable[str]) -> Diagnostic:
    near = nearest(name, candidates)
    help_ = None if near is None else f"did you mean `{near}`?"
    return Diagnostic(UNREADABLE, f"there is no {kind} called `{name}`", place, help_)
