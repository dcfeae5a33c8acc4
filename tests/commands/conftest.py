"""Commands are tried from a home of their own, in which the sample stands."""

from __future__ import annotations

import pytest

from tests.samples.shelf import shelve


@pytest.fixture(autouse=True)
def _home_with_the_sample(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("EXCOMM_HOME", str(home))
    shelve(home / "scenarios")
