"""What never happens is proved, and told at its root only."""

from __future__ import annotations

from itertools import product

import pytest

from game.diagnostics.diagnostic import Span
from game.lint.advice import advised
from game.lint.reach.possible import possible
from game.scenario.expressions.checked import expression
from game.scenario.expressions.evaluation import value
from game.scenario.expressions.ranges import domain
from game.scenario.expressions.scope import Scope, number
from game.scenario.expressions.tree import Read
from game.scenario.expressions.types import NumberType
from game.scenario.loading import loaded
from game.source.tree import Scalar

TYPES = {"a": NumberType(-2, 3), "b": NumberType(1, 4), "c": NumberType(0, 60)}
TEXTS = (
    "a + b", "a - b * 2", "a * a", "a / b", "-a", "abs(a)", "min(a, b, 2)", "max(a, b)", "c * c + a",
    "c / b - a", "1 if a > b else c", "a if a is 2 or not b >= 3 else 7", "3 if c between a and b else -1",
    "(a + b) * (a - b)", "1 if a + b is not 2 and c <= 50 else 0",
)  # fmt: skip
SCENARIO = """\
format: 1
id: river
title: The River
summary: A night.
fiction: yes
clock: { starts: 1969-03-02 20:00, step: 4 h, ends: 1969-03-03 08:00 }
variables:
  tension: { start: 4 }
flags:
  agreed: They agreed.
decisions:
  patrol:
    title: What now?
    options:
      hold: { label: Hold, change: { tension: -1 } }
      fire: { label: Fire, change: { tension: +5 } }
endings:
  war: { priority: 10, when: tension >= 9 and not agreed, title: War, text: War. }
  quiet: { when: time is over, title: Quiet, text: Peace. }
events:
"""


def codes(events: str) -> list[tuple[str, str]]:
    """Return code and message of all that is said of the scenario with some events."""
    read = loaded({"river/scenario.yaml": (SCENARIO + events).encode()})
    return [(each.code, each.message) for each in (*read.diagnostics, *advised(read, {}))]


@pytest.mark.parametrize("text", TEXTS)
def test_no_value_of_an_expression_is_left_out(text: str) -> None:
    scalar = Scalar(text, Span("x", 1, 1, 1, len(text) + 1))
    checked = expression(scalar, number("odds"), Scope(TYPES))
    assert checked.is_sound

    def values_of(read: Read) -> range:
        return domain(read.type)

    found = possible(checked.expression, values_of)
    for values in product(*(domain(each) for each in TYPES.values())):
        assert value(checked.expression, dict(zip(TYPES, values, strict=True)).__getitem__) in found


def test_a_chain_of_events_is_told_at_its_first_link() -> None:
    chain = """\
  first: { title: First, when: tension < 0 or hour is 30, event: second }
  second: { title: Second, event: third }
  third: { title: Third, remember: agreed }
"""
    (only,) = codes(chain.replace("tension < 0 or hour is 30", "tension is 2 and tension is 3"))
    assert only[0] == "W310"
    circle = codes(chain.replace("tension < 0 or hour is 30", "seen.third"))
    assert [code for code, _ in circle] == ["W528", "W528", "W528"]


def test_events_that_wait_for_each_other_are_both_told() -> None:
    found = codes(
        "  first: { title: First, when: seen.second, remember: agreed }\n"
        "  second: { title: Second, when: seen.first, change: { tension: +1 } }\n"
    )
    assert [code for code, _ in found] == ["W528", "W528"]


def test_a_counter_reaches_its_bound_and_no_further() -> None:
    (only,) = codes(
        "  count: { title: Count, every: 4 h, change: { tension: +2 }, remember: agreed }\n"
        "  odd: { title: Odd, when: tension > 10 or tension < 0, change: { tension: +1 } }\n"
    )
    assert only[0] == "W310"


def test_a_moment_fixes_the_day() -> None:
    (only,) = codes("  late: { title: Late, at: 1969-03-03 00:00, when: day is 1, remember: agreed }\n")
    assert only[0] == "W528"


def test_an_outcome_that_is_impossible_is_not_told_again_where_all_odds_can_be_zero() -> None:
    events = (
        "  storm: { title: Storm, at: 1969-03-03 00:00, chance: { a: { odds: 0 }, b: { odds: tension } } }\n"
    )
    assert [code for code, _ in codes(events) if code in {"E540", "W541"}] == ["E540"]
    assert [
        code for code, _ in codes(events.replace("odds: tension", "odds: 5")) if code in {"E540", "W541"}
    ] == ["W541"]
