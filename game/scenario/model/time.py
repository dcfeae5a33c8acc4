"""Time and values: the clock, variables, flags, phases, setups."""

from __future__ import annotations

from game.diagnostics.diagnostic import Span
from game.frozen import Frozen, NamedTuple, aside
from game.scenario.expressions.tree import Expression
from game.scenario.expressions.types import ChoiceType, NumberType
from game.scenario.model.cue import Cue
from game.scenario.model.span import NOWHERE
from game.scenario.text import Text


class Start(NamedTuple):
    """The values with which a variable may start, each with its weight, in the order of the draw."""

    values: tuple[tuple[int, int], ...]


class Clock(Frozen):
    """Moments are minutes since the beginning of year 1; `step` is in minutes."""

    starts: int
    ends: int
    step: int
    zone: str | None = None
    span: Span = aside(default=NOWHERE)


class Variable(Frozen):
    """A number or a choice; a belief of an actor bears the id `actor.belief` and is hidden."""

    id: str
    type: NumberType | ChoiceType
    start: Start
    label: Text | None = None
    words: tuple[tuple[int, Text], ...] = ()
    hidden: bool = False
    about: str | None = None
    span: Span = aside(default=NOWHERE)


class Flag(Frozen):
    """Something that has happened or not; it starts as no."""

    id: str
    text: Text
    span: Span = aside(default=NOWHERE)


class Phase(Frozen):
    """A chapter. The first has no condition and holds at the start."""

    id: str
    title: Text
    text: Text | None = None
    picture: Cue | None = None
    when: Expression | None = None
    span: Span = aside(default=NOWHERE)


class Setup(Frozen):
    """A way to begin. `pin` holds sites and the result each is fixed to, as written in runs."""

    id: str
    label: Text
    about: Text
    set: tuple[tuple[str, int], ...] = ()
    pin: tuple[tuple[str, str], ...] = ()
    historical: bool = False
    span: Span = aside(default=NOWHERE)
