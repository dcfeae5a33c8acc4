"""What all tests share: a home of their own, and the time that each group of them took."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

collect_ignore = ["benchmarks"]
"""They are run by hand, some of them in environments of their own."""


class GroupTimes:
    """Adds up the time of tests by the folder that they lie in."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        parts = report.nodeid.split("::")[0].split("/")
        self.seconds["/".join(parts[:2])] += report.duration

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if len(self.seconds) > 1:
            terminalreporter.section("seconds by group")
            for name, seconds in sorted(self.seconds.items()):
                terminalreporter.write_line(f"{seconds:8.1f}  {name}")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(GroupTimes(), "group times")


@pytest.fixture(autouse=True, scope="session")
def _home_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes what belongs to the person who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXCOMM_HOME", str(tmp_path_factory.mktemp("home")))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-transcripts",
        action="store_true",
        help="write the texts of tests/transcripts anew; read the difference before it is committed",
    )
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the pictures of tests/screen/golden anew; look at the difference before it is committed",
    )
