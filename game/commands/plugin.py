"""The plugin of pytest that collects `*.test.yaml` (entry point `pytest11`).

Nothing of the program is loaded before the first such file is met.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from game.commands.casefiles import OpenedCases
    from game.scenario.cases import Case

_UPDATE = "--update-scenarios"


class CaseFailedError(Exception):
    """A test of a scenario failed; the sentences are its arguments."""


class CaseItem(pytest.Item):
    """One test of a file."""

    def __init__(self, *, cases: OpenedCases, case: Case, **words: Any) -> None:
        super().__init__(**words)
        self._cases = cases
        self._case = case

    def runtest(self) -> None:
        from game.commands.cases import outcome  # noqa: PLC0415 - only where a test file is met

        failures = outcome(self._cases, self._case, update=self.config.getoption(_UPDATE)).failures
        if failures:
            raise CaseFailedError(*failures)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, CaseFailedError):
            return "\n".join(excinfo.value.args)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self._case.span.line - 1, self.name


class CaseFiles(pytest.File):
    """A file of tests of a scenario."""

    def collect(self) -> Iterator[CaseItem]:
        from game.commands.casefiles import opened_cases, refusal  # noqa: PLC0415 - only where a test file is met
        from game.commands.refusal import RefusedError  # noqa: PLC0415
        from game.store.library import volume  # noqa: PLC0415
        from game.store.scenarios import around  # noqa: PLC0415

        stored = around(self.path)
        opened = volume(stored) if stored is not None else None
        above = self.path.parent if stored is None else stored.path.resolve().parent
        name = self.path.resolve().relative_to(above.resolve()).as_posix()
        try:
            cases = opened_cases(self.path, name, opened)
        except RefusedError as fault:
            raise self.CollectError(fault.sentence) from None
        refused = refusal(cases)
        if refused is not None or cases.read.file is None:
            raise self.CollectError(refused)
        for case in cases.read.file.cases:
            yield CaseItem.from_parent(self, name=case.id, cases=cases, case=case)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(_UPDATE, action="store_true", help="write the transcripts of scenarios anew")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if not file_path.name.endswith(".test.yaml"):
        return None
    made: CaseFiles = CaseFiles.from_parent(parent, path=file_path)
    return made
