"""The schema for editors: it takes what the language takes, and proposes what a scenario has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from game.commands.main import main
from game.scenario.loading import loaded
from game.scenario.names import SHARED
from game.scenario.project import Project, project
from game.scenario.schema import case_schema, language_schema, policy_schema

SCENARIOS = Path(__file__).parents[2] / "scenarios"
Captured = pytest.CaptureFixture[str]
Schema = dict[str, Any]


def ids_of(name: str) -> Project:
    folder = SCENARIOS / name
    files = {
        f"{name}/{path.name}": path.read_bytes()
        for path in folder.glob("*.yaml")
        if not path.name.endswith((".test.yaml", ".run.yaml"))
    }
    read = loaded(files)
    assert read.decoder is not None
    return project(read.decoder.names, read.draft)


@pytest.fixture(scope="module")
def river() -> Schema:
    return language_schema(ids_of("river_incident"))


def resolved(schema: Schema, part: Schema) -> Schema:
    reference = part.get("$ref")
    return part if reference is None else schema["definitions"][reference.removeprefix("#/definitions/")]


def below(schema: Schema, *names: str) -> Schema:
    part = schema
    for name in names:
        part = resolved(schema, part)["properties"][name]
    return resolved(schema, part)


def references(part: Any) -> set[str]:
    if isinstance(part, dict):
        own = {part["$ref"]} if isinstance(part.get("$ref"), str) else set()
        return own.union(*(references(each) for each in part.values()))
    return set().union(*(references(each) for each in part)) if isinstance(part, list) else set()


@pytest.mark.parametrize(
    "schema", [language_schema(), case_schema(), policy_schema()], ids=["scenario", "tests", "policies"]
)
def test_every_reference_leads_somewhere(schema: Schema) -> None:
    found = references(schema)
    assert found
    assert {each.removeprefix("#/definitions/") for each in found} <= set(schema["definitions"])


def test_only_constructs_that_editors_complete_well_are_used() -> None:
    ids = ids_of("cuba_1962")
    text = json.dumps([language_schema(ids), case_schema(ids), policy_schema(ids)])
    assert not [
        word
        for word in ("oneOf", "anyOf", "allOf", "patternProperties", "propertyNames")
        if f'"{word}"' in text
    ]


def test_nothing_is_required_of_one_file_of_several() -> None:
    assert "required" not in language_schema()
    assert language_schema()["definitions"]["ending"]["required"] == ["when", "title", "text"]


def test_ids_are_proposed_with_their_words(river: Schema) -> None:
    variables = below(river, "decisions", "patrol")["properties"]
    assert variables["if_late"]["enum"] == ["hold", "call", "fire"]
    change = below(river, "events")["additionalProperties"]
    entry = resolved(river, resolved(river, change)["properties"]["change"])
    assert entry["properties"]["tension"]["description"] == "Tension"


def test_new_ids_are_allowed_everywhere(river: Schema) -> None:
    for section in ("variables", "decisions", "events", "endings"):
        assert below(river, section)["additionalProperties"]


def test_conditions_are_proposed_for_each_variable(river: Schema) -> None:
    when = resolved(river, below(river, "endings", "shots_at_dawn")["properties"]["when"])
    labels = [each["label"] for each in when["defaultSnippets"]]
    assert {"tension >= …", "their_fear >= …", "chosen.patrol is …"} <= set(labels)


def test_tests_propose_decisions_with_their_options() -> None:
    schema = case_schema(ids_of("river_incident"))
    test = below(schema, "tests")["additionalProperties"]
    choose = resolved(schema, resolved(schema, test)["properties"]["choose"])
    assert choose["properties"]["patrol"]["then"]["enum"] == ["hold", "call", "fire", "wait"]


def test_policies_propose_decisions_with_their_options_and_weights() -> None:
    schema = policy_schema(ids_of("river_incident"))
    patrol = below(schema, "policy")["properties"]["patrol"]
    assert patrol["then"]["enum"] == list(patrol["properties"]) == ["hold", "call", "fire", "wait"]
    assert patrol["properties"]["fire"]["maximum"] == 1_000_000


def test_a_project_has_the_ids_of_every_section() -> None:
    ids = ids_of("cuba_1962")
    unused = {"responses", "rings", "lines"}
    assert [name for name in SHARED if not ids.sections[name] and name not in unused] == []


def test_the_schema_of_a_scenario_is_written_into_its_folder(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "river_incident"
    folder.mkdir()
    (folder / "scenario.yaml").write_bytes((SCENARIOS / "river_incident" / "scenario.yaml").read_bytes())
    assert main(["schema", "--project", str(folder)]) == 0
    written = [Path(line) for line in capsys.readouterr().out.split()]
    assert [path.relative_to(folder.resolve()).as_posix() for path in written] == [
        ".excomm/schema.json",
        ".excomm/tests.json",
        ".excomm/policies.json",
    ]
    assert (
        "patrol"
        in json.loads(written[0].read_text(encoding="utf-8"))["properties"]["decisions"]["properties"]
    )


def test_nothing_is_written_into_a_shipped_scenario(capsys: Captured) -> None:
    assert main(["schema", "--project", "river_incident"]) == 2
    assert "came with the program" in capsys.readouterr().err
    assert not (SCENARIOS / "river_incident" / ".excomm").exists()


def test_the_schema_of_the_language_is_printed(capsys: Captured) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == language_schema()
    assert main(["schema", "--policies"]) == 0
    assert json.loads(capsys.readouterr().out) == policy_schema()


def test_nothing_is_required_below_patch_and_everything_can_be_removed() -> None:
    schema = language_schema(ids_of("river_incident"))
    patch = schema["properties"]["patch"]["properties"]
    assert not {"id", "format", "patch"} & set(patch)
    assert set(patch) >= {"variables", "decisions", "events", "endings", "title"}
    patched = [each for name, each in schema["definitions"].items() if name.startswith("patched_")]
    assert patched
    assert "required" not in json.dumps(patched)
    ending = schema["definitions"]["patched_ending"]
    assert ending["then"] == {"enum": ["remove"]}
    assert ending["properties"]["catastrophe"]["type"] == ["boolean", "string"]
    options = below(schema, "patch", "decisions", "patrol", "options")
    assert {"hold", "call", "fire"} <= set(options["properties"])


def test_the_schema_of_the_flagship_stays_small() -> None:
    assert len(json.dumps(language_schema(ids_of("cuba_1962")))) < 4_000_000
