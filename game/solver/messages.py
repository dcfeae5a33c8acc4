"""What the program and the process that solves say to each other."""

from __future__ import annotations

from game.analysis.account import Reckoning
from game.analysis.belief import Stretch
from game.engine.state import State
from game.frozen import NamedTuple
from game.scenario.model import Scenario
from game.session.session import Session
from game.view.likelihood import Odds, Work

Stretches = tuple[Stretch[State], ...]


class Begin(NamedTuple):
    """A game of this scenario is played; at most so many states are to be worked out."""

    scenario: Scenario
    setup: str
    budget: int


class Solve(NamedTuple):
    """The odds are to be worked out; until then words come from games played out."""


class Ask(NamedTuple):
    """What are the odds here? The game is that of the question before up to `shared` stretches."""

    number: int
    shared: int
    further: Stretches


class Reckon(NamedTuple):
    """The game that was asked about by a number is over: what is to be said of it, once it can be?"""

    number: int


class Known(NamedTuple):
    """What is known of the odds that were asked for by a number."""

    number: int
    odds: Odds


class Working(NamedTuple):
    """How far the work is."""

    work: Work


class Reckoned(NamedTuple):
    """What is said of a game that is over; None where the odds cannot be worked out."""

    number: int
    reckoning: Reckoning | None


Question = Begin | Solve | Ask | Reckon
Reply = Known | Working | Reckoned


def stretches(session: Session) -> Stretches:
    """Return the recorded game up to the present halt."""
    return tuple(Stretch(each.command, each.happenings, each.state) for each in session.past)


def shared_length(one: Stretches, other: Stretches) -> int:
    """Return how many stretches two games have in common at their beginning."""
    for place, (mine, yours) in enumerate(zip(one, other, strict=False)):
        if mine is not yours and mine != yours:
            return place
    return min(len(one), len(other))
