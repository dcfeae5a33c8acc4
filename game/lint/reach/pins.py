"""Pins on results that cannot come in their setup (W545)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.frozen import replace
from game.lint.reach.possible import possible
from game.lint.reach.ways import Way
from game.lint.reach.world import reach
from game.lint.subject import Subject
from game.scenario.blocks import chances

IMPOSSIBLE_PIN = Rule(
    code="W545",
    title="pinned result that is not always possible when its chance is reached",
    cause="A setup fixes a chance to an outcome whose odds are 0 there. What is impossible is not"
    " forced: the chance is drawn among the others.",
    example="setups:\n  calm: { label: Calm, about: Calm., set: { fear: 0 }, pin: { patrol.fire:"
    " they_shoot } }\n  # and the odds of they_shoot are `fear`",
    cure="Pin another outcome, or give this one odds above 0 in the setup.",
)


def pin_faults(subject: Subject, ways: Sequence[Way], told: Collection[Span]) -> Iterator[Diagnostic]:
    """Yield pins on what can never come in their setup, at the result; outcomes in `told` never come."""
    outcomes = {
        (chance.site, outcome.id): outcome
        for chance in chances(subject.scenario)
        for outcome in chance.outcomes
        if outcome.span not in told
    }
    for setup in subject.scenario.setups.values():
        pins = [each for each in subject.decoder.pins if each.path == f"setups.{setup.id}.pin"]
        pinned = [(each, outcomes.get((each.site.value, each.result.value))) for each in pins]
        if not any(outcome for _, outcome in pinned):
            continue
        world = reach(replace(subject.scenario, setups={setup.id: setup}), ways)
        for pin, outcome in pinned:
            is_reached = f"block {pin.site.value}" in world.tokens
            if outcome is not None and is_reached and max(possible(outcome.odds, world.values_of)) <= 0:
                message = f"`{outcome.id}` is impossible in the setup `{setup.id}`, so it is not forced"
                yield Diagnostic(IMPOSSIBLE_PIN, message, pin.result.span, "pin an outcome that can come")
