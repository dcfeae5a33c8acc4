from __future__ import annotations

from pathlib import Path

import pytest

from game.store.places import Places, places


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """The places of a user in a folder with a space and accents in its name."""
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path / "Jürgen Kröger"))
    return places()
