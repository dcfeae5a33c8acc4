"""Where many games went: what each came to, and how many took each option."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from game.engine.happenings import Happening, MomentBegan, OptionChosen
from game.engine.moves import Wait
from game.scenario.model import Scenario
from game.session.session import Session


class Course(NamedTuple):
    """What a game came to.

    `ending` is None where the game goes on; `minute` is that of its last moment. `chosen` has the options
    of each decision that was answered, by the player or by its deadline, in the order of the answers.
    """

    ending: str | None
    minute: int
    waits: int
    chosen: Mapping[str, tuple[str, ...]]
    happenings: tuple[Happening, ...]


class OptionShare(NamedTuple):
    """An option, in how many games it was taken, and how many answered its decision."""

    option: str
    games: int
    answered: int


def course(session: Session) -> Course:
    happenings = tuple(each for halt in session.past for each in halt.happenings)
    chosen: dict[str, tuple[str, ...]] = {}
    minute = 0
    for each in happenings:
        match each:
            case MomentBegan(now):
                minute = now
            case OptionChosen(decision, option):
                chosen[decision] = (*chosen.get(decision, ()), option)
            case _:
                pass
    waits = sum(halt.command == Wait() for halt in session.past)
    return Course(session.ending, minute, waits, chosen, happenings)


def option_shares(scenario: Scenario, courses: Sequence[Course]) -> Mapping[str, tuple[OptionShare, ...]]:
    """Return the options of each decision that any of the games answered, in file order."""
    shares: dict[str, tuple[OptionShare, ...]] = {}
    for decision in scenario.decisions.values():
        answers = [each.chosen[decision.id] for each in courses if decision.id in each.chosen]
        if answers:
            taken = Counter(option for each in answers for option in set(each))
            shares[decision.id] = tuple(
                OptionShare(option, taken[option], len(answers)) for option in decision.options
            )
    return shares


def ending_counts(scenario: Scenario, courses: Iterable[Course]) -> Mapping[str | None, int]:
    """Return how often each ending came, in file order, then what is none; None is for games that go on."""
    counts = Counter(each.ending for each in courses)
    known = [each for each in scenario.endings if counts[each]]
    return {each: counts[each] for each in (*known, *(each for each in counts if each not in known))}
