"""The values of an expression, by trying all that its names can have. Python compiles the trial."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from game.scenario.expressions.compiled import compiled, function_of_nodes
from game.scenario.expressions.hulls import Hull
from game.scenario.expressions.tree import Expression

Domains = Mapping[str, range]
"""The values that each name of an expression can have."""


def tried(expression: Expression, domains: Domains) -> Hull:
    """Return the hull of the values that occur."""
    values = set(_values(expression, domains))
    low, high = min(values), max(values)
    return Hull(low, high, len(values) == high - low + 1, is_exact=True)


def tried_truth(expression: Expression, domains: Domains) -> Hull:
    """Return the hull of what is 0 or 1, most often known after a few trials."""
    may_hold = any(_values(expression, domains))
    return Hull(int(may_hold and all(_values(expression, domains))), int(may_hold), is_exact=True)


def _values(expression: Expression, domains: Domains) -> Iterator[int]:
    """Yield the value of an expression for every combination of the values of its names."""
    written = {name: f"name_{index}" for index, name in enumerate(domains)}
    trials = ast.GeneratorExp(
        compiled(expression, lambda name: ast.Name(written[name], ast.Load())),
        [
            ast.comprehension(ast.Name(name, ast.Store()), ast.Name(f"of_{name}", ast.Load()), [], 0)
            for name in written.values()
        ],
    )
    function = function_of_nodes([f"of_{name}" for name in written.values()], trials)
    found: Iterator[int] = function(*domains.values())
    return found
