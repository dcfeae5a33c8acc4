"""Records of test files (`*.test.yaml`)."""

from __future__ import annotations

from typing import Any

from game.diagnostics.diagnostic import Span
from game.scenario.cases import Case, CaseFile, CasePolicy
from game.scenario.kinds.cases import (
    CHOOSE,
    ENDING_ID,
    EXPECTATIONS,
    NEVER,
    ODDS,
    POLICY,
    SEED,
    SETUP_ID,
    STARTS,
    tests,
)
from game.scenario.kinds.quantities import DURATION, MOMENT, WHOLE
from game.scenario.kinds.references import PINS
from game.scenario.kinds.words import PLAIN
from game.scenario.records.record import Field, Record


def _build_case(choose: dict[str, Any], **fields: Any) -> Case:
    return Case(**choose, **fields)


def _build_file(id: str, span: Span, scenario: str | None, tests: tuple[Case, ...]) -> CaseFile:  # noqa: A002, ARG001
    return CaseFile(scenario, tests)


TEST = Record(
    "a test",
    "A way to play a scenario, and what must come of it.",
    (
        Field("setup", SETUP_ID, "The setup; the first if not given.", example="fog_1962"),
        Field(
            "choose",
            CHOOSE,
            "What is chosen, each time; a list for a decision that repeats.",
            default={"choose": ()},
            example="{ first_response: air_strike }",
        ),
        Field("policy", POLICY, "Who decides the rest.", default=CasePolicy(), example="undecided"),
        Field("seed", SEED, "Fixes the luck.", example="7"),
        Field(
            "pin", PINS, "Fixes chances: a site and its result.", default=(), example="{ ships: ships_turn }"
        ),
        Field(
            "start", STARTS, "Variables and flags that start with this.", default=(), example="{ tension: 8 }"
        ),
        Field("at", MOMENT, "The game begins here.", example="1962-10-27 09:00"),
        Field("ending", ENDING_ID, "The ending of every line of play.", example="secret_bargain"),
        Field("odds", ODDS, "The chances of endings.", default=(), example="{ nuclear_war: 10 to 20% }"),
        Field(
            "plays",
            WHOLE,
            "How many games are sampled where the states are too many.",
            default=100_000,
            example="100000",
        ),
        Field("expect", EXPECTATIONS, "What holds in the last state.", default=(), example="tension <= 7"),
        Field("never", NEVER, "What comes in no line of play.", default=(), example="[field_reply]"),
        Field("within", DURATION, "The longest time from the start to the ending.", example="12 days"),
        Field("transcript", PLAIN, "The file that holds the text of the game.", example="road_taken.txt"),
    ),
    _build_case,
)

TEST_FILE = Record(
    "a test file",
    "Tests of one scenario.",
    (
        Field(
            "scenario",
            PLAIN,
            "Its id or path; the scenario around the file if not given.",
            example="nine_days",
        ),
        Field("tests", tests(TEST), "Tests, each under a sentence.", True),
    ),
    _build_file,
)
