"""Games drawn at random, for tests whose lines of play are too many to follow them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from game.engine import play
from game.engine.draws import drawn
from game.engine.moves import Move
from game.trial.lines import Lines

_SEED = 0
_PLAYER = "player"


def sampled(lines: Lines, plays: int) -> Mapping[str, int]:
    """Return how often each ending came in so many games. Raises ChoiceRefusedError.

    The games are the same each time: the number of the game is the last part of each draw's address.
    """
    return Counter(_ending(lines, game) for game in range(plays))


def _ending(lines: Lines, game: int) -> str:
    line, _ = lines.start()
    counts: Counter[str] = Counter()
    while moves := lines.moves(line):
        move = moves[0][1] if len(moves) == 1 else _drawn(moves, counts, game)
        line, _ = lines.after(line, move)
    return play.ending(lines.program, line.state) or ""


def _drawn(moves: tuple[tuple[int, Move], ...], counts: Counter[str], game: int) -> Move:
    site = getattr(moves[0][1], "site", _PLAYER)
    ticket = drawn(_SEED, site, counts[site], game) % sum(weight for weight, _ in moves)
    counts[site] += 1
    for weight, move in moves:
        ticket -= weight
        if ticket < 0:
            return move
    raise AssertionError
