"""Entries that start each other without time passing would never come to an end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.diagnostics.diagnostic import Diagnostic, Note, Span
from game.scenario.blocks import nested
from game.scenario.faults import CIRCLE
from game.scenario.model import Block, Event, Letter, Report, Response, Scenario

Starts = Mapping[str, frozenset[str]]


def circle_faults(scenario: Scenario) -> Iterator[Diagnostic]:
    """Yield a fault for every circle of starts without a delay, at the entry that comes last in the files."""
    starts, spans = _starts(scenario)
    told: set[frozenset[str]] = set()
    for entry in starts:
        circle = _circle(starts, entry)
        if circle is None or frozenset(circle) in told:
            continue
        told.add(frozenset(circle))
        places = sorted(circle, key=lambda name: spans[name])
        way = " starts ".join(f"`{name}`" for name in (*circle, circle[0]))
        yield Diagnostic(
            CIRCLE,
            f"{way}, without time passing",
            spans[places[-1]],
            "give one of them a delay",
            tuple(Note("and this one", spans[name]) for name in places[:-1]),
        )


def _starts(scenario: Scenario) -> tuple[Starts, Mapping[str, Span]]:
    groups = (scenario.events, scenario.intelligence, scenario.letters, scenario.responses)
    entries: dict[str, Event | Report | Letter | Response] = {
        name: entry for group in groups for name, entry in group.items()
    }
    starts = {name: set(_started(scenario, entry.block)) for name, entry in entries.items()}
    for response in scenario.responses.values():
        if 0 in response.in_:
            for cause in response.after:
                if cause in starts:
                    starts[cause].add(response.id)
    return (
        {name: frozenset(each) for name, each in starts.items()},
        {name: entry.span for name, entry in entries.items()},
    )


def _started(scenario: Scenario, block: Block) -> Iterator[str]:
    for each in nested(block):
        for sending in each.event:
            if sending.delay is None or 0 in sending.delay:
                yield sending.event
        for entry in each.send:
            letter = scenario.letters.get(entry)
            if letter is None or 0 in letter.travels:
                yield entry


def _circle(starts: Starts, entry: str) -> tuple[str, ...] | None:
    """Return the shortest way from an entry back to itself, or None."""
    ways: dict[str, tuple[str, ...]] = {entry: (entry,)}
    edge = [entry]
    while edge:
        found: list[str] = []
        for name in edge:
            for started in sorted(starts.get(name, ())):
                if started == entry:
                    return ways[name]
                if started not in ways:
                    ways[started] = (*ways[name], started)
                    found.append(started)
        edge = found
    return None
