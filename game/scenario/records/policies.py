"""The record of policy files (`*.policy.yaml`)."""

from __future__ import annotations

from game.diagnostics.diagnostic import Span
from game.scenario.kinds.policies import ANSWERS
from game.scenario.kinds.words import PLAIN
from game.scenario.policies import PolicyFile, Weights
from game.scenario.records.record import Field, Record


def _build(id: str, span: Span, scenario: str | None, policy: tuple[tuple[str, Weights], ...]) -> PolicyFile:  # noqa: A002, ARG001
    return PolicyFile(scenario, policy)


POLICY_FILE = Record(
    "a policy file",
    "Who answers what, for `odds --policy` and `simulate --policy`: `hawks.policy.yaml`. A decision that is"
    " not named, or of which nothing named is on offer, is answered undecided.",
    (
        Field("scenario", PLAIN, "The scenario's id, where the file says it.", example="nine_days"),
        Field(
            "policy",
            ANSWERS,
            "What is answered each time: an option, `wait` to leave the decision open, or several by weight.",
            True,
            example="{ first_response: air_strike, trade: { refuse: 3, wait: 1 } }",
        ),
    ),
    _build,
)
