"""The working copy of a state: its values by name, what is on offer, and what has been told."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from game.engine.happenings import (
    DecisionOpened,
    EventBegan,
    Happening,
    LetterArrived,
    OptionChosen,
    PhaseEntered,
    ReportGiven,
    Told,
    Values,
    VariableMoved,
)
from game.engine.reference.state import Due, State, Task
from game.scenario.expressions.evaluation import value as evaluated
from game.scenario.expressions.tree import Expression
from game.scenario.model import Scenario
from game.scenario.text import Text

Offer = tuple[tuple[str, str], ...]


class World:
    """A state that may be changed, with the happenings of the change."""

    def __init__(self, scenario: Scenario, state: State) -> None:
        self.scenario = scenario
        self.minute = state.minute
        self.begins = state.begins
        self.is_over = state.is_over
        self.values = dict(state.values)
        self.flags = set(state.flags)
        self.phase = state.phase
        self.seen = set(state.seen)
        self.chosen = dict(state.chosen)
        self.opened = dict(state.opened)
        self.resting = set(state.resting)
        self.armed = set(state.armed)
        self.queue = list(state.queue)
        self.agenda = list(state.agenda)
        self.offer = state.offer
        self.is_halted = state.is_halted
        self.estimates = dict(state.estimates)
        self.ending = state.ending
        self.happenings: list[Happening] = []

    def state(self) -> State:
        return State(
            self.minute,
            self.begins,
            self.is_over,
            tuple(self.values.items()),
            tuple(sorted(self.flags)),
            self.phase,
            tuple(sorted(self.seen)),
            tuple(sorted(self.chosen.items())),
            tuple(sorted(self.opened.items())),
            tuple(sorted(self.resting)),
            tuple(sorted(self.armed)),
            tuple(sorted(self.queue)),
            tuple(self.agenda),
            self.offer,
            self.is_halted,
            tuple(self.estimates.items()),
            self.ending,
        )

    def value(self, name: str) -> int:
        """Return the value of any name of section 7; `estimate.x` while its report is told."""
        if name in self.values:
            return self.values[name]
        if name in self.scenario.flags:
            return int(name in self.flags)
        first, _, rest = name.partition(".")
        match first:
            case "chosen":
                return ["none", *self.scenario.decisions[rest].options].index(self.chosen.get(rest, "none"))
            case "seen":
                return int(rest in self.seen)
            case "estimate":
                return self.estimates[rest]
            case _:
                return self._of_the_clock()[name]

    def _of_the_clock(self) -> dict[str, int]:
        clock = self.scenario.clock
        now = clock.starts + self.minute
        return {
            "phase": self.phase,
            "time": int(self.is_over),
            "step": self.minute // clock.step,
            "hour": now % 1440 // 60,
            "day": now // 1440 - clock.starts // 1440 + 1,
        }

    def number(self, expression: Expression) -> int:
        return evaluated(expression, self.value)

    def holds(self, *conditions: Expression | None) -> bool:
        """Whether all conditions that are given hold."""
        return all(each is None or self.number(each) for each in conditions)

    def printed(self, *texts: Text | None) -> Values:
        """Return the values that these texts print, each name once."""
        names = dict.fromkeys(chain.from_iterable(each.names for each in texts if each is not None))
        return tuple((name, self.value(name)) for name in names)

    def on_offer(self) -> Offer:
        """Return the options of open decisions that may be taken now, in file order."""
        return tuple(
            (decision.id, option.id)
            for decision in self.scenario.decisions.values()
            if decision.id in self.opened
            for option in decision.options.values()
            if self.holds(option.when)
        )

    def tell(self, happening: Happening) -> None:
        """Report what happened; remember whether it halts a player who waits."""
        self.happenings.append(happening)
        if self.offer is not None and self._halts(happening):
            self.is_halted = True

    def _halts(self, happening: Happening) -> bool:
        match happening:
            case Told() | PhaseEntered() | ReportGiven() | DecisionOpened():
                return True
            case EventBegan(event, _):
                return not self.scenario.events[event].quiet
            case LetterArrived(letter, _):
                return self.scenario.actors[self.scenario.letters[letter].to].player
            case VariableMoved(name, _, _, _):
                return name in dict(self.scenario.status)
            case OptionChosen(_, _, is_late):
                return is_late
            case _:
                return False

    def put_first(self, tasks: Iterable[Task]) -> None:
        self.agenda[:0] = tasks

    def is_awaited(self, due: str, task: Task) -> bool:
        """Whether a letter or event of this id is in the queue, or stands on the agenda."""
        return any(each.id == due for each in self.queue) or task in self.agenda

    def put_off(self, due: Due, task: Task) -> None:
        """Queue a thing that comes later; what is due now goes to the end of the agenda."""
        if due.minute == self.minute:
            self.agenda.append(task)
        else:
            self.queue.append(due)
