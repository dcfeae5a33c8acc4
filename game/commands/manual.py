"""The pages of the manual: every rule by its code, gathered from where it is declared."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module

from game.diagnostics.diagnostic import Rule

_ROOMS = ("game.diagnostics", "game.source", "game.scenario", "game.session", "game.lint", "game.proofs")


def rules() -> Mapping[str, Rule]:
    """Return every rule that the program reports, by its code, in the order of the codes."""
    found = {rule.code: rule for room in _ROOMS for rule in _declared(room)}
    return dict(sorted(found.items(), key=lambda each: (each[0][1:], each[0])))


def page(rule: Rule) -> str:
    """Return the page of a rule: what it finds, why that is a fault, an example, the cure."""
    example = "\n".join(f"    {line}" for line in rule.example.rstrip("\n").split("\n"))
    return (
        f"{rule.code}, {rule.severity.value}: {rule.title}\n\n{rule.cause}\n\n"
        f"Example of the fault:\n\n{example}\n\nWhat to do: {rule.cure}"
    )


def _declared(room: str) -> Iterator[Rule]:
    package = import_module(room)
    for module in pkgutil.walk_packages(package.__path__, f"{room}."):
        yield from (each for each in vars(import_module(module.name)).values() if isinstance(each, Rule))
