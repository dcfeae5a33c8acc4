"""Pictures and sounds that a scenario brings: from its folder, from a pack, and from nowhere else."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from game.store.assets import MOST_BYTES_IN_A_PICTURE, Assets
from game.store.places import Places, places

MAIN = b"format: 1\nid: river\ntitle: River\nsummary: A river.\nlicense: CC-BY-4.0\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path / "home"))
    return places()


def written(folder: Path) -> Path:
    (folder / "images").mkdir(parents=True)
    (folder / "scenario.yaml").write_bytes(MAIN)
    (folder / "images" / "bridge.png").write_bytes(b"a bridge")
    return folder


def test_a_file_on_the_shelf_is_read(home: Places) -> None:
    written(home.scenarios / "river")
    assets = Assets(home)
    assert assets.content("river/images/bridge.png") == b"a bridge"
    assert assets.content("river/images/ferry.png") is None
    assert assets.content("lake/images/bridge.png") is None


def test_a_file_in_a_pack_is_read(home: Places) -> None:
    home.scenarios.mkdir(parents=True)
    with zipfile.ZipFile(home.scenarios / "river.zip", "w") as pack:
        pack.writestr("river/scenario.yaml", MAIN)
        pack.writestr("river/images/bridge.png", b"packed")
    assert Assets(home).content("river/images/bridge.png") == b"packed"


def test_a_folder_that_was_named_comes_before_the_shelf(home: Places, tmp_path: Path) -> None:
    own = written(tmp_path / "elsewhere" / "river")
    assert Assets(home, (str(own),)).content("river/images/bridge.png") == b"a bridge"
    assert Assets(home).content("river/images/bridge.png") is None


@pytest.mark.parametrize("name", ["../secret.png", "images/../../secret.png", "images/link.png", "images"])
def test_nothing_outside_the_folder_is_read(home: Places, name: str) -> None:
    folder = written(home.scenarios / "river")
    (home.scenarios / "secret.png").write_bytes(b"secret")
    (folder / "images" / "link.png").symlink_to(home.scenarios / "secret.png")
    assert Assets(home).content(f"river/{name}") is None


def test_a_file_without_measure_is_not_shown(home: Places) -> None:
    folder = written(home.scenarios / "river")
    (folder / "images" / "large.png").write_bytes(bytes(MOST_BYTES_IN_A_PICTURE + 1))
    assert Assets(home).content("river/images/large.png") is None
