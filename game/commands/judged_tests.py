"""Tests in the folder of a scenario: what is wrong with their files."""

from __future__ import annotations

from collections.abc import Iterator

from game.commands.casefiles import case_files
from game.diagnostics.diagnostic import Diagnostic
from game.store.library import Volume


def faults_of(found: Volume) -> Iterator[Diagnostic]:
    """Yield the faults of the test files; those of a scenario with errors are not looked at."""
    if found.scenario is not None:
        for cases in case_files(found):
            yield from cases.read.diagnostics
