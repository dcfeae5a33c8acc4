"""Variables with one reachable value (W406): asked by endings that come once they have another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from game.analysis.things import Thing
from game.diagnostics.diagnostic import Diagnostic
from game.engine.compilation.program import compiled
from game.frozen import replace
from game.lint.reach.values import ONE_VALUE
from game.lint.subject import Subject
from game.scenario.expressions.tree import Binary, Constant, Operator, Read
from game.scenario.model import Ending, Scenario, Variable

if TYPE_CHECKING:  # numpy is heavy, and the manual reads this module
    from game.proofs.endings import Surveyed


def unmoved_faults(
    subject: Subject, unmoved: Mapping[str, int], known: tuple[Diagnostic, ...], surveyed: Surveyed
) -> Iterator[Diagnostic]:
    """Yield the variables that have one value in every game, at their name.

    `unmoved` are those of which a sample has shown no other. Faults at their names were told before.
    Merged states do not keep a value that nothing asks for, so all setups are explored once more with
    an ending that asks for each. A game that ends there has shown the other value.
    """
    scenario = subject.scenario
    variables = {**scenario.variables, **scenario.beliefs}
    told = {each.span for each in known}
    asked = {name: value for name, value in unmoved.items() if variables[name].span not in told}
    for setup in scenario.setup_ids:
        while asked:
            questions = {name: (variables[name], value) for name, value in asked.items()}
            happened = surveyed(compiled(_asking(scenario, questions), setup)).happened
            moved = [name for name in asked if Thing("ending", f"@{name}") in happened]
            for name in moved:
                del asked[name]
            if not moved:
                break
    for name in asked:
        message = f"`{name}` has the same value in every game"
        yield Diagnostic(ONE_VALUE, message, variables[name].span, "let something change it, or remove it")


def _asking(scenario: Scenario, asked: Mapping[str, tuple[Variable, int]]) -> Scenario:
    highest = 1 + max(each.priority for each in scenario.endings.values())
    first = next(iter(scenario.endings.values()))
    questions = {f"@{name}": _question(first, name, *each, highest) for name, each in asked.items()}
    return replace(scenario, endings={**questions, **scenario.endings})


def _question(model: Ending, name: str, variable: Variable, value: int, priority: int) -> Ending:
    condition = Binary(Operator.IS_NOT, Read(name, variable.type), Constant(value))
    return replace(model, id=f"@{name}", when=condition, priority=priority, historical=False)
