"""What may come of a situation, in tables: solved exactly, or sampled where there are too many states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, Protocol

from game.analysis.asked import Asked, PolicyTable, name_of
from game.analysis.figures import Figure, Odds, Policy, Row
from game.analysis.followed import Followed
from game.analysis.intervals import interval
from game.analysis.liveness import Liveness
from game.analysis.playable import CompiledGame
from game.analysis.playouts import Begun, Sampled, Tallies, Tally
from game.analysis.solving import Solved
from game.analysis.turns import first_turns
from game.engine.program import Program
from game.engine.walk import UNFINISHED
from game.scenario.model import Scenario

Rows = Mapping[str, Row | None]
"""A row for each policy by its name; None where it cannot be worked out."""


class Outlook(NamedTuple):
    """The odds of a situation, and after each option on offer when the player next has the move.

    Of `states` and `plays`, the number of sampled games, one is None.
    """

    method: Literal["exact", "sampled"]
    states: int | None
    plays: int | None
    rows: Rows
    options: Mapping[str, Rows]


class Sampling(Protocol):
    """Games that can be drawn, one by one or in columns."""

    def tally(self, policy: Sampled, plays: int) -> Tally: ...

    def tallies(self, policy: Sampled, plays: int) -> Tallies: ...


def solved_outlook(
    program: Program, found: Solved, begun: Begun, asked: Asked | None, followed: Followed | None
) -> Outlook:
    """Return the tables of a solution that knows where it begins.

    `followed` has the odds of the policy that is asked for, if that is not among the four.
    """
    ahead = found.ahead_of(begun.worlds, is_recorded=begun.is_recorded)
    rows = dict(_rows(ahead.odds))
    options = {option: dict(_rows(odds)) for option, odds in ahead.options.items()}
    if asked is not None and followed is not None:
        turns = first_turns(CompiledGame(program), begun.worlds, program.once(Liveness).forgotten)
        rows[name_of(asked)] = followed.row_of(begun.worlds)
        for option, row in followed.rows_after(turns).items():
            options[option][name_of(asked)] = row
    return Outlook("exact", found.states, None, rows, options)


def _rows(odds: Odds) -> Iterator[tuple[str, Row]]:
    for policy, endings in odds.policies.items():
        yield policy.value, Row(endings, odds.catastrophe[policy] if odds.catastrophe is not None else None)


def sampled_outlook(scenario: Scenario, games: Sampling, plays: int, asked: Asked | None) -> Outlook:
    """Return the tables of so many games for each policy that needs no solution; the others have no rows."""
    tallies: dict[str, Tallies] = {
        policy.value: games.tallies(policy, plays) for policy in (Policy.UNDECIDED, Policy.HISTORICAL)
    }
    if isinstance(asked, PolicyTable):
        tallies[asked.name] = games.tallies(asked, plays)
    names = list(dict.fromkeys((*(policy.value for policy in Policy), *([name_of(asked)] if asked else ()))))
    endings = _endings(scenario, tallies)

    def rows(found: Mapping[str, Tally]) -> Rows:
        return {name: row_of(scenario, endings, found[name]) if name in found else None for name in names}

    options = dict.fromkeys(option for each in tallies.values() for option in each.after)
    return Outlook(
        "sampled",
        None,
        plays,
        rows({name: each.whole for name, each in tallies.items()}),
        {
            option: rows({name: each.after[option] for name, each in tallies.items() if option in each.after})
            for option in options
        },
    )


def _endings(scenario: Scenario, tallies: Mapping[str, Tallies]) -> tuple[str, ...]:
    """Return all endings, and `unfinished` where a game had none."""
    found = (tally for each in tallies.values() for tally in (each.whole, *each.after.values()))
    is_unfinished = any(UNFINISHED in tally.endings for tally in found)
    return (*scenario.endings, UNFINISHED) if is_unfinished else tuple(scenario.endings)


def row_of(scenario: Scenario, endings: tuple[str, ...], tally: Tally) -> Row:
    """Return the figures of sampled games, with their intervals."""
    catastrophes = [each.id for each in scenario.endings.values() if each.catastrophe]
    came = sum(tally.endings.get(ending, 0) for ending in catastrophes)
    return Row(
        {ending: sampled_figure(tally.endings.get(ending, 0), tally.plays) for ending in endings},
        sampled_figure(came, tally.plays) if catastrophes else None,
    )


def sampled_figure(came: int, plays: int) -> Figure:
    """Return the figure of something that came in so many of so many games."""
    low, high = interval(came, plays)
    return Figure(came / plays, None, low, high)
