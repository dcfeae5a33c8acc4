"""Policies that may be asked for by name, and what each does where the player has the move.

The four of `Policy` are always worked out; *careful* and *reckless* there are for each ending by
itself. Here they are players: one who shuns certain endings, whatever else comes of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from game.analysis.figures import Policy
from game.analysis.record import answered_order, undecided_commands
from game.engine.moves import Answer, Command, Wait
from game.engine.opened import Deadlines

WAIT = "wait"


class Aim(NamedTuple):
    """Who shuns or seeks any of some endings, and knows all that is hidden.

    Of ways that are equally good the first is taken: options in file order, then waiting.
    """

    name: str
    endings: tuple[str, ...]
    is_careful: bool


class PolicyTable(NamedTuple):
    """Answers by decision, each option (or `wait`) with its weight; *undecided* at all other decisions."""

    name: str
    answers: Mapping[str, Mapping[str, int]]


Asked = Policy | Aim | PolicyTable
"""A policy that plays one way: of `Policy` only *undecided* and *historical*."""


def name_of(asked: Asked) -> str:
    """Return the name under which a policy stands in tables."""
    return asked.value if isinstance(asked, Policy) else asked.name


def table_shares(
    table: PolicyTable, commands: tuple[Command, ...], deadlines: Deadlines
) -> Mapping[Command, Fraction]:
    """Return how likely each command is under a table; the shares add up to 1.

    Open decisions are looked at in the order of *undecided*. `wait` leaves a decision open; where
    all are left open, the player waits, and is asked again when time halts. What is not on offer
    has no weight, and where nothing of a decision's row is on offer, it is answered *undecided*.

    >>> table = PolicyTable("late", {"trade": {"accept": 1, "wait": 3}})
    >>> offered = (Answer("trade", "accept"), Answer("trade", "refuse"), Wait())
    >>> [str(each) for each in table_shares(table, offered, (("trade", 60),)).values()]
    ['1/4', '3/4']
    """
    shares: dict[Command, Fraction] = {}
    left = Fraction(1)
    for decision in answered_order(commands, deadlines):
        options = [each for each in commands if isinstance(each, Answer) and each.decision == decision]
        row = table.answers.get(decision, {})
        weights = {each: row.get(each.option, 0) for each in options}
        waits = row.get(WAIT, 0)
        total = sum(weights.values()) + waits
        if not total:
            weights, waits, total = dict.fromkeys(options, 1), 0, len(options)
        shares |= {each: left * weight / total for each, weight in weights.items() if weight}
        left = left * waits / total
        if not left:
            return shares
    rest = (Wait(),) if Wait() in commands else undecided_commands(commands, deadlines)
    for each in rest:
        shares[each] = shares.get(each, Fraction()) + left / len(rest)
    return shares
