"""What a test of a scenario says: how it is played, and what must come of it (section 14)."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from game.diagnostics.diagnostic import Span
from game.frozen import Frozen, NamedTuple, aside
from game.scenario.expressions.tree import Expression
from game.scenario.model import NOWHERE


class PolicyName(Enum):
    """Who decides what a test does not."""

    UNDECIDED = "undecided"
    HISTORICAL = "historical"
    CAREFUL = "careful"
    RECKLESS = "reckless"


class CasePolicy(NamedTuple):
    """A policy; the careful shun an ending, the reckless seek it."""

    name: PolicyName = PolicyName.UNDECIDED
    ending: str | None = None


UNDECIDED = CasePolicy()


class Bounds(NamedTuple):
    """The least and the greatest chance that a test allows, both included."""

    low: Fraction
    high: Fraction


class Case(Frozen):
    """One test. `choose` gives for a decision its answers in turn, the last of which stays.

    Where it is None, all is chosen as the record has it. `at` is a moment, `within` minutes; `expect`
    are conditions with their texts.
    """

    id: str
    setup: str | None = None
    choose: tuple[tuple[str, tuple[str, ...]], ...] | None = ()
    policy: CasePolicy = UNDECIDED
    seed: int | None = None
    pin: tuple[tuple[str, str], ...] = ()
    start: tuple[tuple[str, int], ...] = ()
    at: int | None = None
    ending: str | None = None
    odds: tuple[tuple[str, Bounds], ...] = ()
    plays: int = 100_000
    expect: tuple[tuple[str, Expression], ...] = ()
    never: tuple[str, ...] = ()
    within: int | None = None
    transcript: str | None = None
    span: Span = aside(default=NOWHERE)


class CaseFile(NamedTuple):
    """The tests of one file; `scenario` is an id or a path, None for the scenario around the file."""

    scenario: str | None
    cases: tuple[Case, ...]
