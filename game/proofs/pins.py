"""Pins on results that are impossible where their chance is reached (W545)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.analysis.things import Thing
from game.diagnostics.diagnostic import Diagnostic
from game.lint.reach.pins import IMPOSSIBLE_PIN
from game.lint.subject import Subject
from game.proofs.finding import shown
from game.scenario.blocks import chances
from game.scenario.model import Scenario

if TYPE_CHECKING:  # numpy is heavy, and the manual reads this module
    from game.analysis.survey.survey import Survey


def not_forced(scenario: Scenario, setup: str) -> dict[tuple[str, str], tuple[Thing, ...]]:
    """Return for each pin of a setup on an outcome the other outcomes, which it does not let happen."""
    pins = dict(scenario.setups[setup].pin) if setup in scenario.setups else {}
    return {
        (chance.site, pins[chance.site]): tuple(
            Thing("outcome", f"{chance.site}.{each.id}")
            for each in chance.outcomes
            if each.id != pins[chance.site]
        )
        for chance in chances(scenario)
        if chance.site in pins
    }


def pin_faults(subject: Subject, survey: Survey) -> Iterator[Diagnostic]:
    """Yield the pins of a setup beside which another result comes, at the pinned result."""
    setup = survey.program.setup
    others = not_forced(subject.scenario, setup)
    for pin in subject.decoder.pins:
        key = (pin.site.value, pin.result.value)
        if pin.path != f"setups.{setup}.pin" or key not in others:
            continue
        run = survey.witness_of(*others[key])
        if run is not None:
            message = (
                f"`{pin.result.value}` is not always possible in the setup `{setup}` and is not forced then"
            )
            yield shown(IMPOSSIBLE_PIN, message, pin.result.span, "pin an outcome that can always come", run)
