"""The content hash: the rules of a scenario, and nothing of its words (section 9.5)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from hashlib import blake2b
from typing import Any

from game.scenario import model
from game.scenario.recent import Recent
from game.scenario.records import history, play, time
from game.scenario.records.block import BLOCK_FIELDS, OUTCOME
from game.scenario.records.record import Mark, Record
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
_COUNTED = Mark.RULE | Mark.TOLD
_known: Recent[str] = Recent(8)


def content_hash(scenario: model.Scenario) -> str:
    """Return 16 hex digits that change when, and only when, a rule of the scenario does.

    Fields go in as decoded, in the order of the table; of a text that can be told only whether
    it is there. Words, sources, map and lesson are left out: a corrected comma voids no run.
    """
    return _known.get((scenario,), lambda: _worked_out(scenario))


def remember(scenario: model.Scenario, digits: str) -> None:
    """Take a hash for that of a scenario, as long as that is one of the last few."""
    _known.put((scenario,), digits)


def _worked_out(scenario: model.Scenario) -> str:
    parts = [str(RULES)]
    _add(scenario, parts)
    whole = b"".join(map(cache(_framed), parts))  # a few thousand different ones
    return blake2b(whole, digest_size=32).hexdigest()[:16]


def _framed(part: str) -> bytes:
    encoded = part.encode()
    return len(encoded).to_bytes(4, "big") + encoded


def _add(value: object, parts: list[str]) -> None:
    """Add the parts of a value; one list for all of them, since a scenario has tens of thousands."""
    match value:
        case None:
            parts.append("-")
        case Text():
            parts.append("text")
        case Enum():
            parts.append(value.name)
        case bool() | int() | str():
            parts.append(f"{type(value).__name__} {value}")
        case tuple():
            parts.append(f"{type(value).__name__} {len(value)}")
            for item in value:
                _add(item, parts)
        case dict():
            parts.append(f"group {len(value)}")
            for key, item in value.items():
                parts.append(key)
                _add(item, parts)
        case _:
            _add_record(value, parts)


def _add_record(value: Any, parts: list[str]) -> None:
    parts.append(type(value).__name__)
    for name, is_rule in _counted_fields(value.__class__):
        content = getattr(value, name)
        parts.append(name)
        _add(content if is_rule else content is not None, parts)


@cache
def _counted_fields(of: type) -> tuple[tuple[str, bool], ...]:
    """Return the fields of a class of values that count, each with whether its content counts.

    Of the others counts whether they are there. Raises TypeError for a class that is none of values.
    """
    names: tuple[str, ...] | None = getattr(of, "__match_args__", None)
    if names is None:
        raise TypeError(f"no rule is a {of.__name__}")
    record = _RECORDS.get(of)
    marks = {each.attribute: each.marks for each in (BLOCK_FIELDS if record is None else record.fields)}
    counted = {name: marks.get(name, Mark.RULE) for name in names if name not in _NEVER}
    return tuple((name, Mark.RULE in each) for name, each in counted.items() if each & _COUNTED)
