"""The statements and blocks of a scenario with their paths, as fields and translations name them."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics.diagnostic import Span
from game.frozen import NamedTuple
from game.scenario.model import Block, Chance, Scenario, Statement


class Said(NamedTuple):
    """A statement: what it is called, where it stands, and the statement around it, if any."""

    path: str
    word: str
    id: str
    statement: Statement
    span: Span
    around: str | None = None


class Held(NamedTuple):
    """The block of an entry; `owner` is the statement that it belongs to, None for an option."""

    path: str
    block: Block
    owner: str | None


class Cast(NamedTuple):
    """A chance in its block; `owner` as above."""

    path: str
    chance: Chance
    owner: str | None


def held_blocks(scenario: Scenario) -> Iterator[Held]:
    """Yield the outermost block of every entry."""
    for name, report in scenario.intelligence.items():
        yield Held(f"intelligence.{name}", report.block, f"intelligence.{name}")
    for name, decision in scenario.decisions.items():
        for key, option in decision.options.items():
            yield Held(f"decisions.{name}.options.{key}", option.block, None)
    for name, response in scenario.responses.items():
        yield Held(f"responses.{name}", response.block, f"responses.{name}")
    for name, event in scenario.events.items():
        yield Held(f"events.{name}", event.block, f"events.{name}")
    for name, letter in scenario.letters.items():
        yield Held(f"letters.{name}.on_arrival", letter.block, f"letters.{name}")


def cast_chances(scenario: Scenario) -> Iterator[Cast]:
    """Yield every chance among outcomes, outer before inner."""
    for held in held_blocks(scenario):
        yield from _within(held.path, held.block, held.owner)


def _within(path: str, block: Block, owner: str | None) -> Iterator[Cast]:
    if block.chance is None:
        return
    yield Cast(f"{path}.chance", block.chance, owner)
    for outcome in block.chance.outcomes:
        here = f"{path}.chance.{outcome.id}"
        yield from _within(here, outcome.block, here)


def statements(scenario: Scenario) -> Iterator[Said]:
    """Yield every statement; an entry before the outcomes within it."""
    groups = (
        ("intelligence", "report", scenario.intelligence),
        ("responses", "response", scenario.responses),
        ("events", "event", scenario.events),
        ("letters", "letter", scenario.letters),
        ("endings", "ending", scenario.endings),
        ("codex", "codex entry", scenario.codex),
        ("timeline", "timeline row", scenario.timeline),
        ("debrief", "debrief note", scenario.debrief),
    )
    for section, word, entries in groups:
        for name, entry in entries.items():
            yield Said(f"{section}.{name}", word, name, entry.statement, entry.span)
    for name, decision in scenario.decisions.items():
        for advice in decision.advice:
            path = f"decisions.{name}.advice.{advice.actor}"
            yield Said(path, "advice", advice.actor, advice.statement, advice.span)
    for cast in cast_chances(scenario):
        for outcome in cast.chance.outcomes:
            path = f"{cast.path}.{outcome.id}"
            yield Said(path, "outcome", outcome.id, outcome.statement, outcome.span, cast.owner)
