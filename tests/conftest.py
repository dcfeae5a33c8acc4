"""What all tests share: how long each group of them took is printed at the end."""

from __future__ import annotations

from collections import defaultdict

import pytest


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
