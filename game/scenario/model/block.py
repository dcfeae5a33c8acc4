"""What an entry does, and the chances in it."""

from __future__ import annotations

from game.diagnostics.diagnostic import Span
from game.frozen import Frozen, NamedTuple, aside
from game.scenario.expressions.tree import Expression
from game.scenario.model.cue import Cue
from game.scenario.model.span import NOWHERE
from game.scenario.model.statement import UNSAID, Statement
from game.scenario.text import Text

Spread = tuple[int, ...]
"""Equally likely delays in minutes, rising, at least one."""


class Sending(NamedTuple):
    """An event that another entry starts: at once, or after a spread."""

    event: str
    delay: Spread | None


class Chance(Frozen):
    """One of its outcomes happens. `site` is its address for draws and pins."""

    site: str
    outcomes: tuple[Outcome, ...]
    span: Span = aside(default=NOWHERE)


class Block(Frozen):
    """What an entry does, in the order of section 6. `site` is its address."""

    site: str
    set: tuple[tuple[str, Expression], ...] = ()
    change: tuple[tuple[str, Expression], ...] = ()
    remember: tuple[str, ...] = ()
    forget: tuple[str, ...] = ()
    text: Text | None = None
    sound: Cue | None = None
    picture: Cue | None = None
    show: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    move: tuple[tuple[str, str], ...] = ()
    send: tuple[str, ...] = ()
    event: tuple[Sending, ...] = ()
    chance: Chance | None = None


class Outcome(Frozen):
    """One way that a chance may go; `odds` is its weight."""

    id: str
    odds: Expression
    block: Block
    historical: bool = False
    statement: Statement = UNSAID
    span: Span = aside(default=NOWHERE)
