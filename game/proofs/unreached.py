"""What no line of play reaches, of any setup: proved by looking at all of them."""

from __future__ import annotations

from collections.abc import Iterator

from game.analysis.things import Thing
from game.diagnostics.diagnostic import Diagnostic
from game.lint.reach.never import NEVER_REACHED
from game.proofs.ground import Ground


def unreached_faults(ground: Ground) -> Iterator[Diagnostic]:
    """Yield the endings that are never reached."""
    for ending in ground.subject.scenario.endings.values():
        if not ground.happens(Thing("ending", ending.id)):
            message = f"the ending `{ending.id}` is never reached: no line of play leads there"
            yield Diagnostic(
                NEVER_REACHED, message, ending.span, "correct its `when:`, or add what leads there"
            )
