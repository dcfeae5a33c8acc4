"""In what order open decisions are answered, and how long play follows the record (section 10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.engine.happenings import Happening, OptionChosen
from game.engine.moves import Answer, Command, Wait
from game.engine.opened import Deadlines
from game.scenario.model import Scenario

Record = Mapping[str, str | None]
"""What was really chosen at each decision: an option, `wait`, or None where the record does not say."""


def record_of(scenario: Scenario) -> Record:
    return {decision.id: decision.historical for decision in scenario.decisions.values()}


def has_left_record(record: Record, happenings: Iterable[Happening]) -> bool:
    """Whether an answer among the happenings was not that of the record.

    An answer by the player must be the historical option; one by the deadline that option, or the
    record says `wait`.

    >>> has_left_record({"trade": "wait"}, [OptionChosen("trade", "refuse", is_late=True)])
    False
    >>> has_left_record({"trade": "wait"}, [OptionChosen("trade", "refuse", is_late=False)])
    True
    """
    answers = [each for each in happenings if isinstance(each, OptionChosen)]
    return not all(_is_recorded(record, each) for each in answers)


def undecided_commands(commands: tuple[Command, ...], deadlines: Deadlines) -> tuple[Command, ...]:
    """Return the commands that *undecided* takes, equally likely.

    They are the options of the decision to be answered first; `wait` only where there is none.

    >>> undecided_commands((Answer("a", "x"), Answer("b", "y"), Wait()), (("a", None), ("b", 60)))
    (Answer(decision='b', option='y'),)
    """
    order = answered_order(commands, deadlines)
    if not order:
        return commands
    return tuple(each for each in commands if isinstance(each, Answer) and each.decision == order[0])


def historical_command(record: Record, commands: tuple[Command, ...], deadlines: Deadlines) -> Command | None:
    """Return what the record does here, or None where it cannot be followed.

    >>> offered = (Answer("a", "x"), Answer("b", "y"), Wait())
    >>> historical_command({"a": "x", "b": "wait"}, offered, (("a", 90), ("b", 60)))
    Answer(decision='a', option='x')
    >>> historical_command({"a": "z", "b": "wait"}, offered, (("a", 90), ("b", 60))) is None
    True
    """
    for decision in answered_order(commands, deadlines):
        recorded = record[decision]
        if recorded == "wait":
            continue
        answer = None if recorded is None else Answer(decision, recorded)
        return answer if answer in commands else None
    return Wait() if Wait() in commands else None


def answered_order(commands: tuple[Command, ...], deadlines: Deadlines) -> list[str]:
    """Return the decisions with something on offer, the nearest deadline first, those without last."""
    offered = dict.fromkeys(each.decision for each in commands if isinstance(each, Answer))
    minutes = dict(deadlines)
    return sorted(offered, key=lambda each: _urgency(minutes[each]))


def _urgency(deadline: int | None) -> tuple[bool, int]:
    return (deadline is None, deadline or 0)


def _is_recorded(record: Record, answer: OptionChosen) -> bool:
    recorded = record[answer.decision]
    return recorded == answer.option or (answer.is_late and recorded == "wait")
