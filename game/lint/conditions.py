"""Conditions that decide nothing over the declared ranges of what they read (W310, W311)."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic
from game.lint.subject import Subject
from game.scenario.expressions.advice import advice


def condition_faults(subject: Subject) -> Iterator[tuple[str, Diagnostic]]:
    """Yield the faults of conditions, each with the path of the field that it stands in."""
    for scalar, path, checked in subject.decoder.sound_expressions:
        for fault in advice(scalar, checked):
            yield path, fault
