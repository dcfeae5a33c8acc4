"""The record of history beside the game: what was chosen, and when things happened (W563, W706)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from game.diagnostics.diagnostic import Diagnostic, Note, Rule, Span
from game.lint.reach.recorded import recorded
from game.lint.subject import Subject
from game.scenario.model import Row, Scenario
from game.scenario.quantities.durations import format_duration
from game.scenario.quantities.moments import format_moment

NOT_COMPARED = Rule(
    code="W563",
    title="decision without `historical:` where others have one, or timeline row without `matches:`",
    cause="After the game the record is laid beside the run. Decisions that cannot open while every"
    " choice follows the record, and rows outside the clock, need no partner; every other does. A"
    " decision that does not say what was really chosen ends the comparison, and a row that matches"
    " nothing cannot be found in the run.",
    example="timeline:\n  speech: { at: 1962-10-22 19:00, text: The President speaks. }",
    cure="Say `historical:` with the option that was chosen, and `matches:` with the id of the event or"
    " option.",
)
OUT_OF_ORDER = Rule(
    code="W706",
    title="timeline out of order, or far from what it matches",
    cause="Rows of the timeline stand in the order of time. A row also lies near the moment of what it"
    " matches: more than one step of the clock between them is probably a wrong date.",
    example="timeline:\n  downed: { at: 1962-10-28 11:19, text: The U-2 is lost., matches: u2_lost }  "
    " # `at:` of u2_lost is the 27th",
    cure="Correct the moment, or move the row.",
)

_DAY = 24 * 60


def record_faults(subject: Subject) -> Iterator[Diagnostic]:
    """Yield decisions and rows that cannot be compared at their name, and misplaced rows at their `at:`."""
    yield from _unsaid(subject)
    grid = subject.decoder.names.grid
    for row in subject.scenario.timeline.values():
        is_in = grid is not None and grid.starts <= row.at <= grid.ends
        if is_in and not subject.decoder.gives(f"timeline.{row.id}", "matches"):
            message = f"`{row.id}` matches nothing of the game"
            cure = "add `matches:` with the id of what it is in the game"
            yield Diagnostic(NOT_COMPARED, message, row.span, cure)
    yield from _order(subject)
    yield from _distances(subject)


def _unsaid(subject: Subject) -> Iterator[Diagnostic]:
    """Yield the decisions without a choice on record, those aside that no line of history can open."""
    decisions = subject.scenario.decisions.values()
    unsaid = [each for each in decisions if not subject.decoder.gives(f"decisions.{each.id}", "historical")]
    if not unsaid or not any(subject.has(f"decisions.{each.id}.historical") for each in decisions):
        return
    line = None if subject.errors else recorded(subject.scenario)
    for decision in unsaid:
        path = f"decisions.{decision.id}"
        if path in line.entries if line is not None else not subject.has(f"{path}.when"):
            message = f"`{decision.id}` does not say what was really chosen, as other decisions do"
            yield Diagnostic(
                NOT_COMPARED, message, decision.span, "add `historical:` with the option that was chosen"
            )


def _order(subject: Subject) -> Iterator[Diagnostic]:
    for before, row in pairwise(subject.scenario.timeline.values()):
        unit = _DAY if before.is_day or row.is_day else 1
        if row.at and before.at and row.at // unit < before.at // unit:
            message = f"this is before the row above it, `{before.id}`"
            cure = "move the row, or correct one of the two moments"
            notes = (Note("the row above", _at(subject, before)),)
            yield Diagnostic(OUT_OF_ORDER, message, _at(subject, row), cure, notes)


def _distances(subject: Subject) -> Iterator[Diagnostic]:
    grid = subject.decoder.names.grid
    if grid is None:
        return
    for row in subject.scenario.timeline.values():
        found = _moment(subject, row.matches) if row.matches and row.at else None
        if found is None:
            continue
        moment, latest, place = found
        last = row.at + _DAY - 1 if row.is_day else row.at
        away = max(row.at - latest, moment - last)
        if away > grid.step:
            step = format_duration(grid.step)
            message = f"this is more than a step of the clock, {step}, away from `{row.matches}`"
            cure = f"in the game it comes at {format_moment(moment)}"
            yield Diagnostic(
                OUT_OF_ORDER, message, _at(subject, row), cure, (Note("its moment in the game", place),)
            )


def _at(subject: Subject, row: Row) -> Span:
    return subject.value(f"timeline.{row.id}.at", row.span)


def _moment(subject: Subject, matched: str) -> tuple[int, int, Span] | None:
    """Return the first and last moment of an entry that has an `at:`, with the place where it says so."""
    name = matched.partition(".")[0]
    scenario: Scenario = subject.scenario
    for section, entries in (("events", scenario.events), ("intelligence", scenario.intelligence)):
        entry = entries.get(name)
        if entry is not None and entry.at is not None:
            return entry.at, entry.at, subject.value(f"{section}.{name}.at", entry.span)
    decision = scenario.decisions.get(name)
    if decision is None or decision.at is None:
        return None
    place = subject.value(f"decisions.{name}.at", decision.span)
    return decision.at, decision.at + (decision.deadline or 0), place
