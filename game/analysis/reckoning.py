"""What a solution says of a game that was played: its ledger, the record's, and what advisers had said."""

from __future__ import annotations

from collections.abc import Sequence

from game.analysis.account import Reckoning
from game.analysis.belief import Believer, Stretch
from game.analysis.ledger import Weigh, ledger, shares
from game.analysis.liveness import Liveness
from game.analysis.minds import Minds
from game.analysis.playable import CompiledGame
from game.analysis.prospects import adviser_prospects, choice_prospects
from game.analysis.road import recorded_road
from game.engine.state import State


def reckoning(
    minds: Minds, game: Sequence[Stretch[State]], weigh: Weigh[State], error: float = 0.0
) -> Reckoning:
    """Return what can be said of a recorded game; each figure of `weigh` is within `error` of the true one.

    The minds follow the game from then on; what they believed on the way is not worked out again.

    The road of the record is taken under the setup of the game, so that both are weighed alike.
    """
    scenario, playable = minds.program.scenario, CompiledGame(minds.program)
    believer, merged = Believer(scenario, playable), minds.program.once(Liveness).forgotten
    road = tuple(recorded_road(scenario, playable))
    minds.follow(game)
    return Reckoning(
        ledger(believer, weigh, _minute, game, error, merged),
        tuple(shares(believer, weigh, _minute, road, merged)) if road else (),
        tuple(choice_prospects(minds, position, weigh) for position in range(len(game))),
        tuple(adviser_prospects(minds, position, weigh) for position in range(len(game))),
    )


def _minute(state: State) -> int:
    return state.minute
