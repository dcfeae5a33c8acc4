"""People."""

from __future__ import annotations

from collections.abc import Mapping

from game.diagnostics.diagnostic import Span
from game.frozen import Frozen, aside
from game.scenario.model.cue import Portrait
from game.scenario.model.span import NOWHERE
from game.scenario.model.time import Variable
from game.scenario.text import Text


class Actor(Frozen):
    """A person; `assumes` are the starts that an adviser takes hidden values to have had."""

    id: str
    name: str
    role: Text | None = None
    side: str | None = None
    about: Text | None = None
    player: bool = False
    adviser: bool = False
    portrait: Portrait | None = None
    beliefs: Mapping[str, Variable] = {}
    assumes: tuple[tuple[str, int], ...] = ()
    span: Span = aside(default=NOWHERE)
