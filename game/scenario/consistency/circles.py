"""Entries that start each other without time passing would never come to an end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.diagnostics.diagnostic import Diagnostic, Note, Span
from game.scenario.blocks import nested
from game.scenario.faults import CIRCLE
from game.scenario.model import Block, Event, Letter, Report, Response, Scenario

Starts = Mapping[str, frozenset[str]]

# A circle of thousands of entries is not read out.
_MOST_NAMED = 10


def circle_faults(scenario: Scenario) -> Iterator[Diagnostic]:
    """Yield a fault for every circle of starts without a delay, at the entry that comes last in the files.

    An entry in several circles is told of with the first of them.
    """
    starts, spans = _starts(scenario)
    groups = _groups(starts)
    told: set[str] = set()
    for entry in starts:
        circle = None if entry in told else _circle(starts, entry, groups[entry])
        if circle is None:
            continue
        told.update(circle)
        places = sorted(circle, key=lambda name: spans[name])
        yield Diagnostic(
            CIRCLE,
            f"{_way(circle)}, without time passing",
            spans[places[-1]],
            "give one of them a delay",
            tuple(Note("and this one", spans[name]) for name in places[:-1][:_MOST_NAMED]),
        )


def _way(circle: tuple[str, ...]) -> str:
    names = [f"`{name}`" for name in circle[:_MOST_NAMED]]
    left = len(circle) - len(names)
    return " starts ".join([*names, *([f"{left} more"] if left else []), names[0]])


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


def _circle(starts: Starts, entry: str, group: frozenset[str]) -> tuple[str, ...] | None:
    """Return the shortest way from an entry back to itself, or None; it does not leave the entry's group."""
    before: dict[str, str] = {}
    edge = [entry]
    while edge:
        found: list[str] = []
        for name in edge:
            for started in sorted(starts[name] & group):
                if started == entry:
                    return _way_back(before, name)
                if started not in before:
                    before[started] = name
                    found.append(started)
        edge = found
    return None


def _way_back(before: Mapping[str, str], last: str) -> tuple[str, ...]:
    way = [last]
    while way[-1] in before:
        way.append(before[way[-1]])
    return tuple(reversed(way))


def _groups(starts: Starts) -> Mapping[str, frozenset[str]]:
    """Return for each entry all that it starts over any number of steps and that start it so, and itself.

    Tarjan's strongly connected components, without recursion: a file may chain thousands of entries.
    """
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    groups: dict[str, frozenset[str]] = {}
    path: list[str] = []
    for root in starts:
        work = [] if root in number else [(root, iter(starts[root]))]
        while work:
            name, rest = work[-1]
            if name not in number:
                number[name] = lowest[name] = len(number)
                path.append(name)
            following = next((each for each in rest if each in starts and each not in groups), None)
            if following is None:
                work.pop()
                if work:
                    lowest[work[-1][0]] = min(lowest[work[-1][0]], lowest[name])
                if lowest[name] == number[name]:
                    members = _taken_back_to(name, path)
                    groups |= dict.fromkeys(members, members)
            elif following in number:
                lowest[name] = min(lowest[name], number[following])
            else:
                work.append((following, iter(starts[following])))
    return groups


def _taken_back_to(name: str, path: list[str]) -> frozenset[str]:
    """Take the end of the path from a name on off the path, and return it."""
    members = {path.pop()}
    while name not in members:
        members.add(path.pop())
    return frozenset(members)
