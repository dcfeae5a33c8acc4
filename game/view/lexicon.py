"""The Lexicon: a scenario with the words of the program, and its things by id and address, for printing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from game.frozen import Frozen, NamedTuple
from game.scenario.model import Block, Cue, Event, Letter, Report, Response, Scenario, Statement, Variable
from game.scenario.recent import Recent
from game.scenario.text import Text
from game.view.words import Words


class Passage(NamedTuple):
    """What the block at an address may tell. `statement` is None where nobody states it: at options."""

    text: Text | None
    sound: Cue | None
    picture: Cue | None
    statement: Statement | None


class Lexicon(Frozen):
    """All that printing needs.

    `variables` holds beliefs too; `names` are those of the things that a text may link to; `passages`
    stand by the address of their block; `numbers` are those of the sources, from 1 in file order.
    """

    scenario: Scenario
    words: Words
    variables: Mapping[str, Variable]
    names: Mapping[str, Text | str]
    passages: Mapping[str, Passage]
    numbers: Mapping[str, int]


def lexicon(scenario: Scenario, words: Words) -> Lexicon:
    """Return what printing needs of a scenario, the same for the same scenario and words."""
    return _known.get((scenario, words), lambda: _made(scenario, words))


def _made(scenario: Scenario, words: Words) -> Lexicon:
    return Lexicon(
        scenario,
        words,
        {**scenario.variables, **scenario.beliefs},
        {
            **{each.id: each.label for each in scenario.map.places.values()},
            **{each.id: each.name for each in scenario.actors.values()},
            **{each.id: each.title for each in scenario.codex.values()},
        },
        dict(_passages(scenario)),
        {source: number for number, source in enumerate(scenario.sources, 1)},
    )


_known: Recent[Lexicon] = Recent(4)


def _passages(scenario: Scenario) -> Iterator[tuple[str, Passage]]:
    for decision in scenario.decisions.values():
        for option in decision.options.values():
            yield from _within(option.block, None)
    stating: Iterator[Report | Response | Event | Letter] = chain(
        scenario.intelligence.values(),
        scenario.responses.values(),
        scenario.events.values(),
        scenario.letters.values(),
    )
    for entry in stating:
        yield from _within(entry.block, entry.statement)


def _within(block: Block, statement: Statement | None) -> Iterator[tuple[str, Passage]]:
    yield block.site, Passage(block.text, block.sound, block.picture, statement)
    for outcome in block.chance.outcomes if block.chance else ():
        yield from _within(outcome.block, outcome.statement)
