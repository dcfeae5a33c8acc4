"""Why a game ended as it did: from the ending back over the rules to choices and rolls.

A slice of what happened. The ending's condition reads names; what last gave them their values was a
block; the block ran because of a choice, a roll or a rule, which has causes of its own. The nearest
causes are found first.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from game.analysis.annals import Annals
from game.engine import happenings as happened
from game.engine.happenings import Happening
from game.scenario.blocks import chances
from game.scenario.expressions.ranges import reads
from game.scenario.expressions.tree import Expression
from game.scenario.model import Scenario

MOST = 14
"""So many causes are told, the nearest ones."""

Move = happened.VariableMoved | happened.FlagSwitched
Told = (
    happened.OptionChosen
    | happened.ChanceTaken
    | happened.EventBegan
    | happened.LetterArrived
    | happened.ReportGiven
    | happened.ResponseCame
    | happened.PhaseEntered
)


Begun = (
    happened.ChanceTaken
    | happened.EventBegan
    | happened.LetterArrived
    | happened.ReportGiven
    | happened.ResponseCame
    | happened.PhaseEntered
    | happened.DecisionOpened
    | happened.GameEnded
)
"""What may come of something."""


class Cause(NamedTuple):
    """A choice, a roll or the beginning of an entry, with what it moved that mattered later.

    `position` is its place among all happenings of the game.
    """

    position: int
    minute: int
    happening: Told
    moved: tuple[Move, ...]


class Causes(NamedTuple):
    """The nearest causes of an ending in the order of time; `others` counts those farther back."""

    nearest: tuple[Cause, ...]
    others: int


def causes(scenario: Scenario, happenings: Sequence[Happening], most: int = MOST) -> Causes:
    """Return the causes of the ending of a game that is over.

    The player's last answer is among them, and the last roll after it.
    """
    annals = Annals(scenario, happenings)
    found: dict[int, Told] = {}
    moved: defaultdict[int, list[Move]] = defaultdict(list)
    over = next(i for i, each in enumerate(happenings) if isinstance(each, happened.GameEnded))
    waiting, seen = deque([over, *_last_answer(scenario, happenings[:over])]), set[int]()
    while waiting:
        position = waiting.popleft()
        if position in seen:
            continue
        seen.add(position)
        happening = happenings[position]
        before = list(_before(scenario, annals, position))
        waiting.extend(before)
        if isinstance(happening, Told):
            found[position] = happening
        elif isinstance(happening, Move):
            for each in before:
                moved[each].append(happening)
    minutes = _minutes(happenings)
    nearest = (
        Cause(each, minutes[each], found[each], tuple(moved[each][::-1])) for each in sorted([*found][:most])
    )
    return Causes(tuple(nearest), max(0, len(found) - most))


def consequence(scenario: Scenario, happenings: Sequence[Happening], position: int) -> int | None:
    """Return the place of what came first of a roll or an entry; None where nothing did.

    That is what it started, or what came because it had set something. What it only added to does not
    count: much reads that, and little comes of one move.
    """
    annals = Annals(scenario, happenings)
    for later in range(position + 1, len(happenings)):
        if isinstance(happenings[later], Begun) and position in _set_off(scenario, annals, later):
            return later
    return None


def _set_off(scenario: Scenario, annals: Annals, position: int) -> Iterator[int]:
    """Yield what started a happening, or set what its condition reads."""
    for each in _before(scenario, annals, position):
        yield each
        move = annals.happenings[each]
        if isinstance(move, Move) and annals.was_set(move):
            yield from _started(scenario, annals, each)


def _minutes(happenings: Iterable[Happening]) -> list[int]:
    """Return the minute of each happening."""
    minutes: list[int] = []
    for each in happenings:
        now = each.minute if isinstance(each, happened.MomentBegan) else minutes[-1] if minutes else 0
        minutes.append(now)
    return minutes


def _last_answer(scenario: Scenario, happenings: Sequence[Happening]) -> list[int]:
    """Return the last answer, the player's if he gave one, and the last roll among outcomes after it."""
    sites = {each.site for each in chances(scenario)}
    answers = {i: each for i, each in enumerate(happenings) if isinstance(each, happened.OptionChosen)}
    own = [i for i, each in answers.items() if not each.is_late]
    last = (own or [*answers])[-1:]
    rolls = [
        i
        for i, each in enumerate(happenings)
        if i > sum(last)
        and isinstance(each, happened.ChanceTaken)
        and not each.is_forced
        and each.site in sites
    ]
    return [*last, *rolls[-1:]]


def _before(scenario: Scenario, annals: Annals, position: int) -> Iterator[int]:
    """Yield what led to a happening: what started it, then what let its condition hold."""
    yield from _started(scenario, annals, position)
    for name in dict.fromkeys(
        each.name
        for condition in _conditions(scenario, annals.happenings[position])
        if condition is not None
        for each in reads(condition)
    ):
        yield from annals.makers(name, position)


def _started(scenario: Scenario, annals: Annals, position: int) -> list[int]:
    """Return where that ran which started a happening; nothing for what no block starts."""
    match annals.happenings[position]:
        case happened.VariableMoved(cause=block) | happened.FlagSwitched(cause=block):
            return annals.latest(block, position)
        case happened.ChanceTaken(site):
            return annals.latest(site, position)
        case happened.EventBegan(entry) | happened.LetterArrived(entry) | happened.ReportGiven(entry):
            return annals.starter(entry, position)
        case happened.ResponseCame(response):
            after = [i for each in scenario.responses[response].after for i in annals.latest(each, position)]
            return [max(after)] if after else []
        case _:
            return []


def _conditions(  # noqa: PLR0911  a case a happening
    scenario: Scenario, happening: Happening
) -> tuple[Expression | None, ...]:
    """Return the conditions that held when something happened."""
    match happening:
        case happened.GameEnded(ending, None):
            return (scenario.endings[ending].when,) if ending in scenario.endings else ()
        case happened.GameEnded(_, str(decision)):
            return (scenario.decisions[decision].when,)
        case happened.DecisionOpened(decision):
            return (scenario.decisions[decision].when,)
        case happened.OptionChosen(decision, option):
            asked = scenario.decisions[decision]
            return asked.when, asked.options[option].when
        case happened.EventBegan(event):
            return (scenario.events[event].when,)
        case happened.ReportGiven(report):
            return (scenario.intelligence[report].when,)
        case happened.ResponseCame(response):
            return (scenario.responses[response].when,)
        case happened.PhaseEntered(phase):
            return (scenario.phases[phase].when,)
        case _:
            return ()
