"""How much a command does: `--states` that it solves at most, `-n` games that it plays."""

from __future__ import annotations

from game.analysis.odds import BUDGET
from game.commands.arguments import Arguments, whole

MOST_STATES = 100_000_000


def take_states(made: Arguments, about: str, *, default: int = BUDGET, most: int = MOST_STATES) -> None:
    """Understand `--states`; `about` says what it bounds."""
    made.add_argument(
        "--states", metavar="N", type=whole(most), default=default, help=f"{about}; by default {default:,}"
    )


def take_plays(made: Arguments, what: str, *, default: int, most: int) -> None:
    """Understand `-n`; `what` are the games in the words of the command."""
    made.add_argument(
        "-n",
        metavar="N",
        dest="plays",
        type=whole(most),
        default=default,
        help=f"so many {what}; by default {default:,}",
    )
