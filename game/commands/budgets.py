"""How many states a command may solve: its argument `--states`."""

from __future__ import annotations

from game.analysis.odds import BUDGET
from game.commands.arguments import Arguments, whole

MOST_STATES = 100_000_000


def take_states(made: Arguments, about: str, *, default: int = BUDGET, most: int = MOST_STATES) -> None:
    """Understand `--states`; `about` says what it bounds."""
    made.add_argument(
        "--states", metavar="N", type=whole(most), default=default, help=f"{about}; by default {default:,}"
    )
