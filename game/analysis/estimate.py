"""The risk of worlds from games played out, while nobody has solved it: an estimate, always the same.

The games are drawn by a seed of their own, so that they tell nothing of a game that is being played.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.analysis.account import Risk
from game.analysis.figures import Policy
from game.analysis.graph import World
from game.analysis.ledger import Weigh
from game.analysis.playouts import Begun, Playouts
from game.engine.program import Program
from game.engine.state import State

PLAYS = 100
"""So many games tell a word: two times in three the figure is within five worlds of a hundred."""

_SEED = 0


def estimated_by(program: Program, plays: int = PLAYS) -> Weigh[State]:
    """Return what gives the risk by games of *undecided*."""
    catastrophes = [each.id for each in program.scenario.endings.values() if each.catastrophe]

    def risk(worlds: Iterable[World[State]]) -> Risk:
        endings = Playouts(program, Begun(tuple(worlds)), _SEED).tally(Policy.UNDECIDED, plays).endings
        return sum(endings.get(each, 0) for each in catastrophes) / plays

    return risk
