"""What a policy file says (`*.policy.yaml`): what is answered, and how likely."""

from __future__ import annotations

from game.frozen import NamedTuple

Weights = tuple[tuple[str, int], ...]
"""Options of a decision, or `wait`, each with its weight."""


class PolicyFile(NamedTuple):
    """Answers by decision; all others are *undecided*. `scenario` is an id, None where none is named."""

    scenario: str | None
    answers: tuple[tuple[str, Weights], ...]
