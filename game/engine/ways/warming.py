"""Functions that are quick only where that pays: made when they are wanted again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

OFTEN = 24
"""A function is made when it is wanted for so many times: that takes as long as some dozen slow calls."""


def warming(
    slow: Callable[P, R], quick: Callable[[], Callable[P, R]], put: Callable[[Callable[P, R]], None]
) -> Callable[P, R]:
    """Return a function that is slow; when it is wanted often, `quick` is made and `put` in its place."""
    wanted = 0

    def function(*values: P.args, **named: P.kwargs) -> R:
        nonlocal wanted
        wanted += 1
        if wanted < OFTEN:
            return slow(*values, **named)
        made = quick()
        put(made)
        return made(*values, **named)

    return function
