"""A small scenario for the tests of tests, and what comes of a test written for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent, indent

import pytest

from game.scenario.loading import Loaded, loaded
from game.trial.reading import ReadCases, read_cases
from game.trial.verdict import verdict

SCENARIO = Path(__file__).parent / "ferry" / "scenario.yaml"


@pytest.fixture(scope="session")
def ferry() -> Loaded:
    read = loaded({"ferry/scenario.yaml": SCENARIO.read_bytes()})
    assert read.scenario is not None, read.diagnostics
    return read


@pytest.fixture
def cases(ferry: Loaded) -> Callable[[str], ReadCases]:
    """Return the reader of a test file."""
    return lambda text: read_cases(dedent(text).encode(), "ferry/ferry.test.yaml", ferry)


@pytest.fixture
def failures(ferry: Loaded) -> Callable[[str], tuple[str, ...]]:
    """Return what fails in a test of which the fields are given."""

    def carried_out(fields: str, budget: int = 300_000) -> tuple[str, ...]:
        text = f"tests:\n  one:\n{indent(dedent(fields).strip(), '    ')}\n"
        read = read_cases(text.encode(), "ferry/ferry.test.yaml", ferry)
        assert read.file is not None, read.diagnostics
        assert ferry.scenario is not None
        return verdict(ferry.scenario, read.file.cases[0], budget).failures

    return carried_out
