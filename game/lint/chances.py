"""Chances that are none (W542); impossible outcomes stand with what can never happen."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.lint.entries import cast_chances
from game.lint.subject import Subject
from game.source.tree import Mapping

ONE_OUTCOME = Rule(
    code="W542",
    title="chance with one outcome",
    cause="A chance has a single outcome, which therefore always happens. Nothing is left to luck.",
    example="chance:\n  they_agree: { odds: 60, remember: agreed }",
    cure="Add the other outcome, with its odds; or write what happens without `chance:`.",
)


def chance_faults(subject: Subject) -> Iterator[Diagnostic]:
    """Yield the chances with one outcome, at `chance:`; another may stand in what could not be read."""
    for cast in cast_chances(subject.scenario):
        place = subject.decoder.places[cast.path]
        if subject.has_unknown_field(cast.path.rpartition(".")[0]) or subject.is_faulty(*place):
            continue
        if isinstance(place.value, Mapping) and len(place.value.entries) == 1:
            only = cast.chance.outcomes[0].id
            message = f"this chance has one outcome, so `{only}` always happens"
            yield Diagnostic(ONE_OUTCOME, message, place.key, "add what else may happen")
