"""Policies in the folder of a scenario: what is wrong with their files."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic
from game.scenario.policyfile import ENDING, read_policy
from game.source.limits import MOST_BYTES_IN_A_FILE
from game.store.atomic import read_at_most
from game.store.library import Volume


def faults_of(found: Volume) -> Iterator[Diagnostic]:
    """Yield the faults of the policies of a scenario."""
    for name in found.files.others:
        if name.endswith(ENDING):
            content = read_at_most(found.stored.path.resolve().parent / name, MOST_BYTES_IN_A_FILE)
            yield from read_policy(content, name, found.loaded).diagnostics
