"""Model values from the values of their fields, where a record is not built by its names alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.diagnostics.diagnostic import Span
from game.frozen import replace
from game.scenario.expressions.types import ChoiceType, NumberType
from game.scenario.model import (
    Actor,
    Advice,
    Block,
    Clock,
    Cue,
    Event,
    Fact,
    Lesson,
    Letter,
    Map,
    Portrait,
    Row,
    Scenario,
    Start,
    Variable,
)
from game.scenario.text import Text


def with_words(values: Mapping[str, Any], words: str) -> dict[str, Any]:
    """Return the values of a record's fields, where the words of `alt:` are part of the files beside it."""
    return {name: _described(value, words) for name, value in values.items()}


def _described(value: Any, words: str) -> Any:
    match value:
        case Cue(is_asset=True):
            return value._replace(alt=words)
        case Portrait(asset=Cue() as asset):
            return value._replace(asset=asset._replace(alt=words))
        case _:
            return value


def build_clock(id: str, **fields: Any) -> Clock:  # noqa: A002, ARG001
    return Clock(**fields)


def build_variable(
    id: str,  # noqa: A002
    span: Span,
    range: tuple[int, int] | None,  # noqa: A002
    values: tuple[str, ...] | None,
    start: Start,
    **fields: Any,
) -> Variable:
    of = ChoiceType(id, values) if values else NumberType(*(range or (0, 10)))
    return Variable(id=id, type=of, start=start, span=span, **fields)


def build_actor(id: str, beliefs: Mapping[str, Variable], **fields: Any) -> Actor:  # noqa: A002
    owned = {name: replace(each, id=f"{id}.{name}", hidden=True) for name, each in beliefs.items()}
    return Actor(id=id, beliefs=owned, **fields)


def build_event(id: str, every: int | None, repeats: bool, **fields: Any) -> Event:  # noqa: A002, FBT001
    return Event(id=id, every=every, repeats=repeats or every is not None, **fields)


def build_letter(id: str, on_arrival: Block | None, **fields: Any) -> Letter:  # noqa: A002
    return Letter(id=id, block=on_arrival or Block(site=id), **fields)


def build_advice(id: str, **fields: Any) -> Advice:  # noqa: A002
    return Advice(actor=id, **fields)


def build_fact(id: str, span: Span, value: Text, history: Text) -> Fact:  # noqa: A002, ARG001
    return Fact(Text(id, ()), value, history)


def build_row(at: tuple[int, bool] | None, **fields: Any) -> Row:
    moment, is_day = at or (0, True)
    return Row(at=moment, is_day=is_day, **fields)


def build_lesson(id: str, standards: Mapping[str, Any], **fields: Any) -> Lesson:  # noqa: A002, ARG001
    return Lesson(standards=tuple(standards.values()), **fields)


def build_scenario(
    map: Map | None,  # noqa: A002
    extends: str | None,  # noqa: ARG001
    needs: str | None,  # noqa: ARG001
    patch: Any,  # noqa: ARG001
    **fields: Any,
) -> Scenario:
    """Return the scenario; what a mod says is taken before, so nothing is left of it here."""
    return Scenario(map=map or Map(), **fields)
