"""Runs, policies, tests and translations in the folder of a scenario: what is wrong with them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from importlib import import_module
from typing import Protocol, cast

from game.diagnostics.diagnostic import Diagnostic
from game.frozen import NamedTuple
from game.source.characters import text_of
from game.source.limits import MOST_BYTES_IN_A_FILE
from game.store.atomic import read_at_most
from game.store.folder import LEFT_OUT
from game.store.library import Volume


class Kind(NamedTuple):
    """Files by the ending of their names, and the module that judges them.

    A module is loaded only where there is such a file: most scenarios have none.
    """

    ending: str
    module: str
    is_packed: bool


_KINDS = (
    Kind(".po", "game.commands.judged_translations", is_packed=True),
    Kind(".run.yaml", "game.commands.judged_runs", is_packed=False),
    Kind(".policy.yaml", "game.commands.judged_policies", is_packed=False),
    Kind(".test.yaml", "game.commands.judged_tests", is_packed=False),
)


class Judge(Protocol):
    """A module that judges files of one kind."""

    def faults_of(self, found: Volume) -> Iterator[Diagnostic]:
        """Yield what is wrong with them."""


def faults_beside(found: Volume) -> Iterator[Diagnostic]:
    """Yield the faults of runs, policies, tests and translations. A pack holds only translations."""
    for kind in _KINDS:
        is_asked = kind.is_packed or found.stored.kind != "pack"
        if is_asked and any(name.endswith(kind.ending) for name in found.files.others):
            yield from cast("Judge", import_module(kind.module)).faults_of(found)


def texts_beside(found: Volume, names: Container[str]) -> Mapping[str, str]:
    """Return the texts of the runs, policies and tests that are named."""
    if found.stored.kind == "pack":
        return {}
    above = found.stored.path.resolve().parent
    return {
        name: text_of(read_at_most(above / name, MOST_BYTES_IN_A_FILE), name).text
        for name in found.files.others
        if name in names and name.endswith(LEFT_OUT)
    }
