"""All blocks and chances of a scenario, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Block, Chance, Scenario


def entry_blocks(scenario: Scenario) -> Iterator[Block]:
    """Yield the outermost block of every entry: reports, options, responses, events, letters."""
    for report in scenario.intelligence.values():
        yield report.block
    for decision in scenario.decisions.values():
        for option in decision.options.values():
            yield option.block
    for entries in (scenario.responses, scenario.events, scenario.letters):
        for entry in entries.values():
            yield entry.block


def nested(block: Block) -> Iterator[Block]:
    """Yield a block and the blocks of the outcomes within it, outer before inner."""
    yield block
    if block.chance is not None:
        for outcome in block.chance.outcomes:
            yield from nested(outcome.block)


def blocks(scenario: Scenario) -> Iterator[Block]:
    """Yield every block of a scenario."""
    for block in entry_blocks(scenario):
        yield from nested(block)


def chances(scenario: Scenario) -> Iterator[Chance]:
    """Yield every chance among outcomes."""
    for block in blocks(scenario):
        if block.chance is not None:
            yield block.chance
