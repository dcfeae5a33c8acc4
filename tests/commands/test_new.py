"""`excomm new` writes a scenario that passes everything that the program can ask of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.commands.beginning import SCENARIO, TESTS
from game.commands.main import main
from game.scenario.records.scenario import SCENARIO as RECORD
from game.scenario.records.tests import TEST_FILE
from game.scenario.tidy.style import styled
from game.store.places import places

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_new_scenario_passes_check_and_its_own_tests(capsys: Captured) -> None:
    assert main(["new", "berlin_blockade"]) == 0
    assert main(["check", "--strict", "berlin_blockade"]) == 0
    assert main(["test", "berlin_blockade"]) == 0
    told = capsys.readouterr().out
    assert "berlin_blockade: no faults" in told
    assert "4 passed, 0 failed" in told


def test_a_new_scenario_is_in_the_house_style() -> None:
    assert styled(SCENARIO.encode(), "a.yaml", RECORD) == SCENARIO
    assert styled(TESTS.encode(), "a.test.yaml", TEST_FILE) == TESTS


def test_a_new_scenario_has_three_decisions_and_its_name() -> None:
    main(["new", "berlin_blockade"])
    text = (places().scenarios / "berlin_blockade" / "scenario.yaml").read_text(encoding="utf-8")
    assert "id: berlin_blockade\ntitle: Berlin Blockade\n" in text
    assert "NEW_" not in text
    schema = json.loads((places().scenarios / "berlin_blockade" / ".excomm" / "schema.json").read_bytes())
    assert list(schema["properties"]["decisions"]["properties"]) == ["bells", "gates", "morning"]


def test_the_settings_of_the_editor_name_files_that_are_there() -> None:
    main(["new", "berlin_blockade"])
    folder = places().scenarios / "berlin_blockade"
    chosen = json.loads((folder / ".vscode" / "settings.json").read_bytes())["yaml.schemas"]
    assert all((folder / name).is_file() for name in chosen)
    assert json.loads((folder / ".vscode" / "extensions.json").read_bytes()) == {
        "recommendations": ["redhat.vscode-yaml"]
    }


def test_every_ending_of_a_new_scenario_can_come(capsys: Captured) -> None:
    main(["new", "berlin_blockade"])
    capsys.readouterr()
    assert main(["odds", "berlin_blockade", "--json"]) == 0
    reckless = json.loads(capsys.readouterr().out)["policies"]["reckless"]
    assert [name for name, figure in reckless.items() if figure["value"] == 0] == []
    assert set(reckless) == {"drowned", "on_the_hill", "trusted", "doubted"}


def test_here_means_a_folder_here(tmp_path: Path) -> None:
    assert main(["new", "dyke", "--here"]) == 0
    assert (tmp_path / "dyke" / "scenario.yaml").is_file()
    assert main(["check", "--strict", "./dyke"]) == 0


def test_nothing_is_written_over(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "dyke").mkdir()
    assert main(["new", "dyke", "--here"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert main(["new", "cuba_1962"]) == 2
    assert "There is a scenario `cuba_1962` already." in capsys.readouterr().err
    assert list((tmp_path / "dyke").iterdir()) == []


@pytest.mark.parametrize("name", ["Berlin", "2_ships", "../out", "wait", "a" * 41])
def test_a_bad_id_is_refused(name: str, capsys: Captured, tmp_path: Path) -> None:
    assert main(["new", name, "--here"]) == 2
    assert "is not a good id" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_schema_is_kept_while_a_file_cannot_be_read(tmp_path: Path, capsys: Captured) -> None:
    assert main(["new", "dyke", "--here"]) == 0
    folder = tmp_path / "dyke"
    before = (folder / ".excomm" / "schema.json").read_bytes()
    (folder / "more.yaml").write_text("events:\n  fog\n    title: Fog\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["schema", "--project", str(folder)]) == 1
    assert capsys.readouterr() == (
        "",
        "dyke/more.yaml cannot be read, so the schemas are left as they are; `excomm check` says why.\n",
    )
    assert (folder / ".excomm" / "schema.json").read_bytes() == before
    (folder / "more.yaml").write_text("events:\n  fog: { title: Fog }\n", encoding="utf-8")
    assert main(["schema", "--project", str(folder)]) == 0
    assert b'"fog"' in (folder / ".excomm" / "schema.json").read_bytes()
