"""The content hash: the rules of a scenario, and nothing of its words (section 9.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import blake2b
from typing import Any

from game.scenario import model
from game.scenario.records import history, play, time
from game.scenario.records.block import BLOCK_FIELDS, OUTCOME
from game.scenario.records.record import Field, Mark, Record
from game.scenario.records.scenario import SCENARIO
from game.scenario.text import Text

RULES = 1
"""The number of the rules of play; raised when section 9 of the language changes its meaning."""

_RECORDS: Mapping[type, Record] = {
    model.Scenario: SCENARIO,
    model.Clock: time.CLOCK,
    model.Setup: time.SETUP,
    model.Actor: time.ACTOR,
    model.Variable: time.VARIABLE,
    model.Phase: time.PHASE,
    model.Report: play.REPORT,
    model.Decision: play.DECISION,
    model.Advice: play.ADVICE,
    model.Option: play.OPTION,
    model.Response: play.RESPONSE,
    model.Event: play.EVENT,
    model.Letter: play.LETTER,
    model.Outcome: OUTCOME,
    model.Ending: history.ENDING,
}
_NEVER = frozenset({"span", "statement", "mods"})


def content_hash(scenario: model.Scenario) -> str:
    """Return 16 hex digits that change when, and only when, a rule of the scenario does.

    Fields go in as decoded, in the order of the table; of a text that can be told only whether
    it is there. Words, sources, map and lesson are left out: a corrected comma voids no run.
    """
    digest = blake2b(digest_size=32)
    for part in (str(RULES), *_parts(scenario)):
        encoded = part.encode()
        digest.update(len(encoded).to_bytes(4, "big") + encoded)
    return digest.hexdigest()[:16]


def _parts(value: Any) -> Iterator[str]:
    match value:
        case None:
            yield "-"
        case Text():
            yield "text"
        case Enum():
            yield value.name
        case bool() | int() | str():
            yield f"{type(value).__name__} {value}"
        case tuple():
            yield f"{type(value).__name__} {len(value)}"
            for item in value:
                yield from _parts(item)
        case dict():
            yield f"group {len(value)}"
            for key, item in value.items():
                yield key
                yield from _parts(item)
        case _ if is_dataclass(value):
            yield from _record_parts(value)
        case _:
            raise TypeError(f"no rule is a {type(value).__name__}")


def _record_parts(value: Any) -> Iterator[str]:
    yield type(value).__name__
    known = _known(type(value))
    for attribute in fields(value):
        field = known.get(attribute.name)
        if attribute.name in _NEVER or (field is not None and not field.marks & (Mark.RULE | Mark.TOLD)):
            continue
        yield attribute.name
        content = getattr(value, attribute.name)
        yield from _parts(content if field is None or Mark.RULE in field.marks else content is not None)


def _known(of: type) -> Mapping[str, Field]:
    record = _RECORDS.get(of)
    listed = BLOCK_FIELDS if record is None else record.fields
    return {field.attribute: field for field in listed}
