"""What happens and is decided: reports, letters, decisions, events, responses."""

from __future__ import annotations

from collections.abc import Mapping

from game.diagnostics.diagnostic import Span
from game.frozen import Frozen, aside
from game.scenario.expressions.tree import Expression
from game.scenario.model.block import Block, Spread
from game.scenario.model.cue import Cue
from game.scenario.model.span import NOWHERE
from game.scenario.model.statement import UNSAID, Statement
from game.scenario.text import Text


class Report(Frozen):
    """A piece of intelligence; `estimates` are variables with the greatest error, evenly drawn."""

    id: str
    title: Text
    block: Block
    at: int | None = None
    when: Expression | None = None
    from_: Text | None = None
    confidence: str | None = None
    unknown: tuple[Text, ...] = ()
    estimates: tuple[tuple[str, int], ...] = ()
    statement: Statement = UNSAID
    span: Span = aside(default=NOWHERE)


class Letter(Frozen):
    """A message that takes its time. `block` is what happens on arrival."""

    id: str
    from_: str
    to: str
    text: Text
    block: Block
    travels: Spread = (0,)
    subject: Text | None = None
    sound: Cue | None = None
    picture: Cue | None = None
    points: tuple[tuple[Text, Text], ...] = ()
    repeats: bool = False
    statement: Statement = UNSAID
    span: Span = aside(default=NOWHERE)


class Advice(Frozen):
    """What one adviser says about a decision while its condition holds."""

    actor: str
    says: Text
    supports: str | None = None
    opposes: str | None = None
    for_: tuple[Text, ...] = ()
    against: tuple[Text, ...] = ()
    when: Expression | None = None
    statement: Statement = UNSAID
    span: Span = aside(default=NOWHERE)


class Option(Frozen):
    """One answer to a decision."""

    id: str
    label: Text
    block: Block
    about: Text | None = None
    warning: Text | None = None
    course: str | None = None
    when: Expression | None = None
    unless_text: Text | None = None
    because: str | None = None
    span: Span = aside(default=NOWHERE)


class Decision(Frozen):
    """A question to the player. `deadline` is in minutes; without it the clock stands still.

    `historical` is an option, `wait`, or None where the record does not say.
    """

    id: str
    title: Text
    options: Mapping[str, Option]
    text: Text | None = None
    at: int | None = None
    when: Expression | None = None
    answers: str | None = None
    deadline: int | None = None
    if_late: str | None = None
    repeats: bool = False
    historical: str | None = None
    advice: tuple[Advice, ...] = ()
    essential: bool = False
    minutes: int = 8
    questions: tuple[Text, ...] = ()
    short: Text | None = None
    span: Span = aside(default=NOWHERE)


class Event(Frozen):
    """Something that happens: at a moment, every so often, on a condition, or started by another entry."""

    id: str
    title: Text
    block: Block
    at: int | None = None
    every: int | None = None
    when: Expression | None = None
    unless: Expression | None = None
    priority: int = 0
    repeats: bool = False
    quiet: bool = False
    statement: Statement = UNSAID
    span: Span = aside(default=NOWHERE)

    @property
    def is_conditional(self) -> bool:
        """Whether its own condition starts it (part 5 of a moment)."""
        return self.when is not None and self.at is None and self.every is None


class Response(Frozen):
    """What somebody does after a choice, an event or a letter's arrival."""

    id: str
    by: str
    after: tuple[str, ...]
    block: Block
    in_: Spread = (0,)
    when: Expression | None = None
    statement: Statement = UNSAID
    span: Span = aside(default=NOWHERE)
