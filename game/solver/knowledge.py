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
from game.analysis.prospects import adviser_prospects, choice_prospects
from game.analysis.reckoning import reckoning
from game.analysis.solving import Solved
from game.engine.program import Program
from game.engine.state import State
from game.view.likelihood import Odds, Work


def solved_odds(minds: Minds, position: int, solved: Solved, work: Work) -> Odds:
    """Return the exact odds after so many commands of the game that the minds follow.

    All chances are those of a catastrophe under *undecided* play after the choice; those by choice are
    of the player's belief, an adviser's of his own. An adviser may believe in worlds that the
    solution does not reach, if too many worlds begin so; his chance is then that of games played out.
    """
    weigh = _reaching(minds.program, weighed_by(solved))
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
    weigh = _solving_further(minds.program, weighed_by(solved))
    return reckoning(minds, game, weigh, solved.error)


def _solving_further(program: Program, weigh: Weigh[State]) -> Weigh[State]:
    """Return what weighs all worlds exactly: players answer in other orders than policies do.

    What comes of such an order is solved from there; only beyond the budget are games played out.
    """
    estimated = estimated_by(program)

    def risk(worlds: Iterable[World[State]]) -> Risk:
        known = tuple(worlds)
        try:
            return weigh(known)
        except KeyError:
            pass
        try:
            return weighed_by(solving.solved(program, known))(known)
        except OverBudgetError:
            return estimated(known)

    return risk


def _reaching(program: Program, weigh: Weigh[State]) -> Weigh[State]:
    estimated = estimated_by(program)

    def risk(worlds: Iterable[World[State]]) -> Risk:
        known = tuple(worlds)
        try:
            return weigh(known)
        except KeyError:
            return estimated(known)

    return risk
