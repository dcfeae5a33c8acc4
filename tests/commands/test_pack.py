"""`pack`: the same bytes at any time, read again as what they were."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from game.commands.main import main
from game.scenario.hashing import content_hash
from game.store.library import volume
from game.store.places import places, shipped
from game.store.scenarios import stored_at
from tests.samples.shelf import NIGHT_PATROL

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def hash_of(path: Path) -> str:
    stored = stored_at(path)
    assert stored is not None
    found = volume(stored)
    assert found.scenario is not None, found.errors
    return content_hash(found.scenario)


@pytest.mark.parametrize("name", ["river_incident", "cuba_1962"])
def test_a_pack_is_the_scenario(name: str, tmp_path: Path, capsys: Captured) -> None:
    assert main(["pack", name]) == 0
    path = tmp_path / f"{name}.zip"
    assert capsys.readouterr().out == f"{name}.zip: {path.stat().st_size:,} bytes\n"
    assert hash_of(path) == hash_of(shipped("scenarios") / name)


def test_a_packed_translation_is_played(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    assert main(["pack", "night_patrol", "-o", str(places().scenarios / "stream.zip")]) == 0
    monkeypatch.setattr("sys.stdin", None)
    words = [
        "play",
        str(places().scenarios / "stream.zip"),
        "--text",
        "--lang",
        "es",
        "--choose",
        "patrol=call",
    ]
    assert main(words) == 0
    assert "Una mañana tranquila" in capsys.readouterr().out


def test_the_bytes_depend_on_nothing_but_the_files(tmp_path: Path) -> None:
    made = []
    for number in range(2):
        folder = tmp_path / str(number) / "night_patrol"
        shutil.copytree(NIGHT_PATROL, folder)
        scenario = folder / "scenario.yaml"
        scenario.chmod(0o600 if number else 0o755)
        os.utime(scenario, (number * 10**9, number * 10**9))
        assert main(["pack", str(folder)]) == 0
        made.append((tmp_path / "night_patrol.zip").read_bytes())
    assert made[0] == made[1]


def test_names_stand_in_order_in_a_folder_of_the_scenario_s_name(tmp_path: Path) -> None:
    assert main(["pack", "night_patrol"]) == 0
    with zipfile.ZipFile(tmp_path / "night_patrol.zip") as archive:
        names = archive.namelist()
    assert names == [
        "night_patrol/lang/es.po",
        "night_patrol/night_patrol.test.yaml",
        "night_patrol/scenario.yaml",
    ]


def test_the_folder_in_a_pack_bears_the_id_whatever_the_pack_is_called(
    tmp_path: Path, capsys: Captured
) -> None:
    assert main(["pack", "night_patrol", "-o", "for_my_class.zip"]) == 0
    with zipfile.ZipFile(tmp_path / "for_my_class.zip") as archive:
        assert {each.partition("/")[0] for each in archive.namelist()} == {"night_patrol"}
    capsys.readouterr()
    assert main(["check", "./for_my_class.zip", "--select", "W120"]) == 0
    assert capsys.readouterr().out == "night_patrol: no faults\n"


def test_runs_and_hidden_folders_stay_at_home(tmp_path: Path) -> None:
    folder = tmp_path / "night_patrol"
    shutil.copytree(NIGHT_PATROL, folder)
    (folder / "mine.run.yaml").write_text("run: 1\n", encoding="utf-8")
    (folder / ".excomm").mkdir()
    (folder / ".excomm" / "schema.json").write_text("{}", encoding="utf-8")
    assert main(["pack", str(folder)]) == 0
    with zipfile.ZipFile(tmp_path / "night_patrol.zip") as archive:
        assert [each for each in archive.namelist() if "run" in each or "excomm" in each] == []


def test_what_no_pack_may_hold_is_refused_and_nothing_is_written(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "night_patrol"
    shutil.copytree(NIGHT_PATROL, folder)
    (folder / "setup.exe").write_bytes(b"MZ")
    assert main(["pack", str(folder)]) == 1
    assert "setup.exe" in capsys.readouterr().err
    (folder / "setup.exe").unlink()
    (folder / "scenario.yaml").write_text("format: 1\n", encoding="utf-8")
    assert main(["pack", str(folder)]) == 1
    assert capsys.readouterr().err.startswith("night_patrol cannot be packed: night_patrol/scenario.yaml")
    assert not list(tmp_path.glob("*.zip"))


def test_a_pack_is_made_of_a_folder_and_is_a_zip(tmp_path: Path, capsys: Captured) -> None:
    assert main(["pack", "night_patrol", "-o", "river.tar"]) == 2
    assert capsys.readouterr().err == "A pack is called something.zip, not river.tar.\n"
    assert main(["pack", "night_patrol"]) == 0
    capsys.readouterr()
    assert main(["pack", str(tmp_path / "night_patrol.zip")]) == 2
    assert capsys.readouterr().err.endswith("is a pack already.\n")
