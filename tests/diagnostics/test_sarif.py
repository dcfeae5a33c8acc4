"""The form of SARIF 2.1.0: what its schema demands of the parts in use."""

from __future__ import annotations

import json
import re
from typing import Any

from game.diagnostics.diagnostic import Note, Span
from game.diagnostics.sarif import sarif_form
from tests.diagnostics.faults import fault

FIRST = Note("first here", Span("nine_days/my scenario.yaml", 3, 1, 3, 6))
FAULTS = [
    fault("W501", meant="use it, or remove it"),
    fault("E109", Span("nine_days/é.yaml", 1, 1, 2, 6), notes=(FIRST,)),
    fault("E122", Span.whole("river.zip")),
    fault("I901", witness=("patrol.fire",)),
    fault("W501"),
]


def run() -> dict[str, Any]:
    log = json.loads(json.dumps(sarif_form(FAULTS, "0.1.0")))
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def test_a_run_has_a_tool_with_a_name_and_each_rule_once() -> None:
    driver = run()["tool"]["driver"]
    assert driver["name"] == "ExComm"
    assert re.fullmatch(r"\d+\.\d+\.\d+", driver["semanticVersion"])
    assert [each["id"] for each in driver["rules"]] == ["E109", "E122", "I901", "W501"]
    for rule in driver["rules"]:
        assert all(rule[name]["text"] for name in ("shortDescription", "fullDescription", "help"))
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


def test_a_result_refers_to_its_rule() -> None:
    rules = run()["tool"]["driver"]["rules"]
    for result, told in zip(run()["results"], FAULTS, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == told.code
        assert result["level"] == rules[result["ruleIndex"]]["defaultConfiguration"]["level"]
        assert result["message"]["text"].startswith(told.message)
        assert len(result["locations"]) == 1


def test_help_is_part_of_the_message() -> None:
    assert run()["results"][0]["message"]["text"].endswith("`tensio`; use it, or remove it")


def test_regions_count_characters_from_one_and_a_whole_file_has_none() -> None:
    assert run()["columnKind"] == "unicodeCodePoints"
    places = [result["locations"][0]["physicalLocation"] for result in run()["results"]]
    assert places[1]["region"] == {"startLine": 1, "startColumn": 1, "endLine": 2, "endColumn": 6}
    assert "region" not in places[2]
    assert all(number >= 1 for place in places for number in place.get("region", {}).values())


def test_files_are_relative_uris() -> None:
    result = run()["results"][1]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "nine_days/%C3%A9.yaml"
    (note,) = result["relatedLocations"]
    assert note["physicalLocation"]["artifactLocation"]["uri"] == "nine_days/my%20scenario.yaml"
    assert (note["id"], note["message"]) == (0, {"text": "first here"})


def test_a_name_that_is_no_text_is_a_uri_all_the_same() -> None:
    nameless = fault(span=Span.whole("river/\udcff.yaml"))
    (only,) = json.loads(json.dumps(sarif_form([nameless], "0.1.0")))["runs"]
    uri = only["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "river/%3F.yaml"


def test_a_log_without_faults_has_an_empty_list_of_results() -> None:
    (only,) = json.loads(json.dumps(sarif_form([], "0.1.0")))["runs"]
    assert only["results"] == []
    assert only["tool"]["driver"]["rules"] == []
