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


class FaultyCaseItem(pytest.Item):
    """A test of a file that cannot be carried out: it fails with its faults."""

    def __init__(self, *, line: int, faults: tuple[str, ...], **words: Any) -> None:
        super().__init__(**words)
        self._line = line
        self._faults = faults

    def runtest(self) -> None:
        raise CaseFailedError(*self._faults)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        return _told(excinfo) or super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self._line - 1, self.name


class CaseItem(pytest.Item):
    """One test of a file."""

    def __init__(self, *, cases: OpenedCases, case: Case, **words: Any) -> None:
        super().__init__(**words)
        self._cases = cases
        self._case = case

    def runtest(self) -> None:
        from game.commands.cases import outcome  # noqa: PLC0415 - only where a test file is met

        came = outcome(self._cases, self._case, update=self.config.getoption(_UPDATE))
        if came.failures:
            raise CaseFailedError(*came.failures)
        if came.remark is not None:
            self.warn(pytest.PytestWarning(f"{self.name}: {came.remark}"))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        return _told(excinfo) or super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self._case.span.line - 1, self.name


class CaseFiles(pytest.File):
    """A file of tests of a scenario."""

    def collect(self) -> Iterator[pytest.Item]:
        from game.commands import casefiles  # noqa: PLC0415 - only where a test file is met
        from game.commands.refusal import RefusedError  # noqa: PLC0415
        from game.store.library import volume  # noqa: PLC0415
        from game.store.scenarios import around  # noqa: PLC0415

        stored = around(self.path)
        opened = volume(stored) if stored is not None else None
        above = self.path.parent if stored is None else stored.path.resolve().parent
        name = self.path.resolve().relative_to(above.resolve()).as_posix()
        try:
            cases = casefiles.opened_cases(self.path, name, opened)
        except RefusedError as fault:
            raise self.CollectError(fault.sentence) from None
        refused = casefiles.refusal(cases)
        if refused:
            raise self.CollectError("\n".join(refused))
        for faulty in cases.read.faulty:
            faults = casefiles.fault_texts(cases, faulty.faults)
            yield FaultyCaseItem.from_parent(self, name=faulty.id, line=faulty.line, faults=faults)
        for case in casefiles.sound_cases(cases):
            yield CaseItem.from_parent(self, name=case.id, cases=cases, case=case)


def _told(failed: pytest.ExceptionInfo[BaseException]) -> str | None:
    """Return the sentences of a test that failed, None where something else went wrong."""
    return "\n".join(failed.value.args) if isinstance(failed.value, CaseFailedError) else None


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(_UPDATE, action="store_true", help="write the transcripts of scenarios anew")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if not file_path.name.endswith(".test.yaml"):
        return None
    made: CaseFiles = CaseFiles.from_parent(parent, path=file_path)
    return made
