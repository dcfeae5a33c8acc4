"""The look at the endings on a way under construction."""

from __future__ import annotations

from game.engine.syntax import where
from game.engine.ways.track import Over, Track
from game.scenario.expressions.tree import Constant


def goes_on(track: Track) -> bool:
    """Write the look at the endings down; return False where the way ends since one holds."""
    for place, row in enumerate(track.program.closings):
        if not track.unknown.endings >> place & 1:
            continue
        condition = track.folded(row.condition)
        over = Over(track.control(None), row.number, None)
        if not isinstance(condition, Constant):
            track.body.append(where(track.syntax(condition), track.leave(over)))
        elif condition.value:
            track.body.append(track.leave(over))
            return False
    track.unknown = track.unknown._replace(endings=0)
    return True
