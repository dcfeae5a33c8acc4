"""Moments outside the clock, and periods longer than it (W529)."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.lint.subject import Subject
from game.scenario.quantities.moments import format_moment

OUTSIDE_THE_CLOCK = Rule(
    code="W529",
    title="moment before the start or after the end of the clock",
    cause="What has a moment outside the clock of the scenario never happens; nor does what comes again"
    " only after a period that is longer than the whole game.",
    example="at: 1962-09-01 12:00   # the clock starts in October",
    cure="Correct the moment or the period, or the clock.",
)


def moment_faults(subject: Subject) -> Iterator[tuple[str, Diagnostic]]:
    """Yield the moments and periods that no game reaches, at their value, by the path of the entry."""
    grid = subject.decoder.names.grid
    if grid is None:
        return
    scenario = subject.scenario
    for section, entries in (
        ("intelligence", scenario.intelligence),
        ("events", scenario.events),
        ("decisions", scenario.decisions),
    ):
        for name, entry in entries.items():
            if entry.at is None or grid.starts <= entry.at <= grid.ends:
                continue
            message = (
                "this is before the clock starts"
                if entry.at < grid.starts
                else "this is after the clock ends"
            )
            cure = f"the clock goes from {format_moment(grid.starts)} to {format_moment(grid.ends)}"
            path = f"{section}.{name}"
            yield path, Diagnostic(OUTSIDE_THE_CLOCK, message, subject.value(f"{path}.at", entry.span), cure)
    for name, event in scenario.events.items():
        if event.every is not None and event.every > grid.ends - grid.starts:
            place = subject.value(f"events.{name}.every", event.span)
            message = "the clock ends before this period is over once"
            yield f"events.{name}", Diagnostic(OUTSIDE_THE_CLOCK, message, place, "choose a shorter period")
