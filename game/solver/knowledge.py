"""The odds of a recorded game as far as they are worked out: a pure function of game and solution."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.analysis import solving
from game.analysis.account import Reckoning, Risk
from game.analysis.belief import Stretch
from game.analysis.estimate import estimated_by
from game.analysis.graph import OverBudgetError, World
from game.analysis.ledger import Weigh, weighed_by
from game.analysis.minds import Minds
from game.analysis.odds import BUDGET
from game.analysis.prospects import adviser_prospects, choice_prospects
from game.analysis.reckoning import reckoning
from game.analysis.solving import Solved
from game.engine.program import Program
from game.engine.state import State
from game.view.likelihood import Odds, Work

MOST_FURTHER = 100_000
"""So many states are solved from worlds that the solution does not know, while somebody plays: a blink."""


def solved_odds(minds: Minds, position: int, solved: Solved, work: Work) -> Odds:
    """Return the exact odds after so many commands of the game that the minds follow.

    All chances are those of a catastrophe under *undecided* play after the choice; those by choice are
    of the player's belief, an adviser's of his own.
    """
    weigh = _solving_further(minds.program, weighed_by(solved), MOST_FURTHER)
    return Odds(
        choice_prospects(minds, position, weigh),
        adviser_prospects(minds, position, weigh),
        work,
        minds.is_whole(position),
    )


def estimated_odds(minds: Minds, position: int, weigh: Weigh[State], work: Work) -> Odds:
    """Return the odds from games played out, of which only words are made.

    While they are being worked out the chances by choice, which nobody shows yet, are left out.
    """
    choices = {} if work.stage == "solving" else choice_prospects(minds, position, weigh)
    return Odds(choices, adviser_prospects(minds, position, weigh), work, minds.is_whole(position))


def reckoned(minds: Minds, game: Sequence[Stretch[State]], solved: Solved) -> Reckoning:
    """Return what a solution says of a game that is over."""
    weigh = _solving_further(minds.program, weighed_by(solved), BUDGET)
    return reckoning(minds, game, weigh, solved.error)


def _solving_further(program: Program, weigh: Weigh[State], budget: int) -> Weigh[State]:
    """Return what weighs all worlds exactly, those too that the solution does not know.

    An adviser may believe in such, if too many worlds begin so; and what a state has that nothing reads
    any more may seem to be read again after the next choice. They are solved from there; only beyond the
    budget are games played out.
    """
    estimated = estimated_by(program)

    def risk(worlds: Iterable[World[State]]) -> Risk:
        known = tuple(worlds)
        try:
            return weigh(known)
        except KeyError:
            pass
        try:
            return weighed_by(solving.solved(program, known, budget))(known)
        except OverBudgetError:
            return estimated(known)

    return risk
