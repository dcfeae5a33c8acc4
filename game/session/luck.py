"""The luck of a recorded game: each chance takes its ticket by address, or the result that the run fixes."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.draws import ticket
from game.engine.happenings import Happening
from game.engine.moves import ChanceOutcome
from game.engine.play import outcomes, step, turn
from game.engine.program import Program
from game.engine.results import Quantity, parse_result
from game.engine.state import State
from game.frozen import NamedTuple
from game.session.run import Fixed


class UnknownResultError(ValueError):
    """A run fixes a draw to a result that the chance does not have at this moment."""

    def __init__(self, fixed: Fixed, on_offer: tuple[str, ...]) -> None:
        super().__init__(f"{fixed.site} has no result {fixed.result} here")
        self.fixed = fixed
        self.on_offer = on_offer


class Luck(NamedTuple):
    """Where the tickets of a game come from.

    `counts` are the earlier draws of each site in this game; `pending` are the results that the
    run fixes and that have not been met yet, in their order.
    """

    seed: int
    setup: str
    counts: Mapping[str, int]
    pending: tuple[Fixed, ...] = ()


class Settled(NamedTuple):
    """A state in which no chance is open, with all that happened on the way and the luck left."""

    state: State
    happenings: tuple[Happening, ...]
    luck: Luck


def settled(program: Program, state: State, happenings: tuple[Happening, ...], luck: Luck) -> Settled:
    """Return the game after all chances that are open now and those that they lead to.

    A chance with one possible outcome takes it and draws nothing. A fixed result stands for a draw
    and counts as one, so that the draws after it are those of the game it was taken from. Raises
    UnknownResultError where a fixed result is none of the outcomes.
    """
    told = list(happenings)
    while turn(program, state) == "chance":
        outcome, luck = _taken(outcomes(program, state), luck)
        state, happened = step(program, state, outcome)
        told.extend(happened)
    return Settled(state, tuple(told), luck)


def _taken(on_offer: tuple[ChanceOutcome, ...], luck: Luck) -> tuple[ChanceOutcome, Luck]:
    if len(on_offer) == 1:
        return on_offer[0], luck
    site = on_offer[0].site
    count = luck.counts.get(site, 0)
    fixed = next((each for each in luck.pending if each.site == site), None)
    if fixed is None:
        total = sum(each.weight for each in on_offer)
        outcome = _outcome_at(on_offer, ticket(luck.seed, luck.setup, site, count, total))
    else:
        outcome = _fixed_outcome(on_offer, fixed)
        luck = luck._replace(pending=_without(luck.pending, fixed))
    return outcome, luck._replace(counts={**luck.counts, site: count + 1})


def _outcome_at(on_offer: tuple[ChanceOutcome, ...], drawn: int) -> ChanceOutcome:
    """Return the first outcome whose running sum of weights exceeds the ticket."""
    for outcome in on_offer:
        drawn -= outcome.weight
        if drawn < 0:
            return outcome
    raise AssertionError(f"a ticket beyond the weights of {on_offer[0].site}")


def _fixed_outcome(on_offer: tuple[ChanceOutcome, ...], fixed: Fixed) -> ChanceOutcome:
    for outcome in on_offer:
        if _is_same(outcome.result, fixed.result):
            return outcome
    raise UnknownResultError(fixed, tuple(each.result for each in on_offer))


def _is_same(result: str, written: str) -> bool:
    """Return whether a result is the one that is written: `6 h` is `360 min`, `+2` is `2`."""
    if result == written:
        return True
    read = ((parse_result(kind, result), parse_result(kind, written)) for kind in Quantity)
    return any(left is not None and left == right for left, right in read)


def _without(pending: tuple[Fixed, ...], fixed: Fixed) -> tuple[Fixed, ...]:
    at = pending.index(fixed)
    return pending[:at] + pending[at + 1 :]
