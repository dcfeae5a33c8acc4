"""Endings, the codex, sources and the record of history."""

from __future__ import annotations

from game.diagnostics.diagnostic import Span
from game.frozen import Frozen, NamedTuple, aside
from game.scenario.expressions.tree import Expression
from game.scenario.model.cue import Cue
from game.scenario.model.span import NOWHERE
from game.scenario.model.statement import UNSAID, Statement
from game.scenario.text import Text


class Fact(NamedTuple):
    """A line of an ending: what it came to here, and then."""

    label: Text
    value: Text
    history: Text


class Ending(Frozen):
    """How a game may end."""

    id: str
    title: Text
    text: Text
    when: Expression
    priority: int = 0
    picture: Cue | None = None
    sound: Cue | None = None
    facts: tuple[Fact, ...] = ()
    historical: bool = False
    catastrophe: bool = False
    rank: int | None = None
    statement: Statement = UNSAID
    span: Span = aside(default=NOWHERE)


class CodexEntry(Frozen):
    """A person, weapon, place, organisation, document or term."""

    id: str
    kind: str
    title: Text
    text: Text
    picture: Cue | None = None
    statement: Statement = UNSAID
    span: Span = aside(default=NOWHERE)


class Source(Frozen):
    """A document, recording, book, article or memoir."""

    id: str
    title: str
    author: str | None = None
    year: str | None = None
    kind: str | None = None
    publisher: str | None = None
    note: str | None = None
    span: Span = aside(default=NOWHERE)


class Row(Frozen):
    """A row of the record; `at` is a moment, or a day if `is_day`."""

    id: str
    at: int
    is_day: bool
    text: Text
    matches: str | None = None
    statement: Statement = UNSAID
    span: Span = aside(default=NOWHERE)


class DebriefNote(Frozen):
    """What is told after the end if its condition holds in the last state.

    A note that is an `estimate` says how great others took the danger to be.
    """

    id: str
    text: Text
    when: Expression | None = None
    estimate: bool = False
    statement: Statement = UNSAID
    span: Span = aside(default=NOWHERE)
