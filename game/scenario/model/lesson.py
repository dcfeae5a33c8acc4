"""What a teacher is given."""

from __future__ import annotations

from game.diagnostics.diagnostic import Span
from game.frozen import Frozen, NamedTuple, aside
from game.scenario.model.span import NOWHERE
from game.scenario.text import Text


class LessonLength(NamedTuple):
    """A length of the lesson in minutes and the decisions kept; None keeps all."""

    minutes: int
    keep: tuple[str, ...] | None


class Standard(NamedTuple):
    """A curriculum row."""

    id: str
    body: str
    code: str
    text: str


class Lesson(Frozen):
    """What a teacher is given."""

    level: str | None = None
    aims: tuple[Text, ...] = ()
    lengths: tuple[LessonLength, ...] = ()
    vocabulary: tuple[str, ...] = ()
    standards: tuple[Standard, ...] = ()
    exit_ticket: tuple[Text, ...] = ()
    span: Span = aside(default=NOWHERE)
