"""Where things lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.store.places import places, shipped


def test_one_variable_moves_every_place_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    assert all(path.is_relative_to(tmp_path) for path in places())


def test_without_the_variable_the_places_bear_the_name_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("EXCOMM_HOME", raising=False)
    assert all("excomm" in str(path) for path in places())


def test_an_empty_variable_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXCOMM_HOME", "")
    assert places().runs != Path("runs").absolute()
    assert "excomm" in str(places().runs)


def test_finding_the_places_writes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path / "home"))
    places()
    assert list(tmp_path.iterdir()) == []


def test_what_is_shipped_lies_beside_the_package_in_a_clone() -> None:
    assert (shipped("assets") / "fonts").is_dir()
