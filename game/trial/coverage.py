"""What the tests of a scenario reach: entries that come, and both sides of each condition (section 14).

Conditions are looked at where the player or chance has the move and at the end. What comes has held its
condition, even where that holds for less than a turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from game.analysis.graph import OverBudgetError
from game.engine import play
from game.engine.compilation.program import compiled
from game.frozen import NamedTuple
from game.scenario.blocks import chances
from game.scenario.cases import Case
from game.scenario.expressions.evaluation import value
from game.scenario.expressions.tree import Constant, Expression
from game.scenario.model import Scenario
from game.trial.came import came
from game.trial.lines import ChoiceRefusedError, Lines
from game.trial.web import followed, reached, web

BUDGET = 30_000


class Item(NamedTuple):
    """Something that a test can reach: `kind` is such as `option`, or `when: false`."""

    kind: str
    name: str


def coverage(scenario: Scenario, cases: Iterable[Case], budget: int = BUDGET) -> Mapping[Item, bool]:
    """Return all that can be reached, in file order, and whether one of the tests does.

    Tests with more lines of play than the budget reach nothing.
    """
    conditions = dict(_conditions(scenario))
    covered: set[Item] = set()
    for case in cases:
        covered |= _covered(scenario, case, conditions, budget)
    entries = [Item(kind, name) for kind, names in _entries(scenario) for name in names]
    sides = [Item(f"when: {side}", name) for name in conditions for side in ("true", "false")]
    return {item: item in covered for item in (*entries, *sides)}


def _entries(scenario: Scenario) -> Iterator[tuple[str, Iterable[str]]]:
    answers = (
        f"{decision.id}.{option}" for decision in scenario.decisions.values() for option in decision.options
    )
    yield "option", answers
    yield "outcome", (f"{each.site}.{outcome.id}" for each in chances(scenario) for outcome in each.outcomes)
    yield "event", scenario.events
    yield "letter", scenario.letters
    yield "report", scenario.intelligence
    yield "response", scenario.responses
    yield "ending", scenario.endings


def _conditions(scenario: Scenario) -> Iterator[tuple[str, Expression]]:
    """Yield each condition that is more than yes or no, under the name of its entry."""
    named: list[tuple[str, Expression | None]] = []
    for decision in scenario.decisions.values():
        named.append((decision.id, decision.when))
        named += [(f"{decision.id}.{option.id}", option.when) for option in decision.options.values()]
        named += [(f"{decision.id}.advice.{each.actor}", each.when) for each in decision.advice]
    for group in (scenario.phases, scenario.intelligence, scenario.responses, scenario.endings):
        named += [(entry.id, entry.when) for entry in group.values()]
    named += [(event.id, event.when) for event in scenario.events.values()]
    named += [(f"{event.id}.unless", event.unless) for event in scenario.events.values()]
    named += [(f"debrief.{note.id}", note.when) for note in scenario.debrief.values()]
    for name, condition in named:
        if condition is not None and not isinstance(condition, Constant):
            yield name, condition


def _covered(scenario: Scenario, case: Case, conditions: Mapping[str, Expression], budget: int) -> set[Item]:
    setup = case.setup or scenario.setup_ids[0]
    begins = 0 if case.at is None else case.at - scenario.clock.starts
    program = compiled(scenario, setup, case.pin, case.start, begins)
    lines = Lines(program, case, setup).remembering()
    try:
        found = followed(web(lines, budget), lines, budget)
    except (ChoiceRefusedError, OverBudgetError):
        return set()
    names = set(came(lines.start()[1]))
    covered: set[Item] = set()
    for line in reached(found):
        names.update(name for way in found.ways[line] for name in came(way.happenings))
        for name, condition in conditions.items():
            holds = value(condition, partial(play.value, program, line.state))
            covered.add(Item("when: true" if holds else "when: false", name))
    covered |= {Item(kind, name) for kind, listed in _entries(scenario) for name in listed if name in names}
    return covered | {Item("when: true", name) for name in conditions if name in names}
