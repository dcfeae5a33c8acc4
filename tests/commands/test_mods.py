"""`--mod` and mods by name: played, checked, solved, tested, listed."""

from __future__ import annotations

import io
import json
import sys

import pytest

from game.commands.main import main
from game.store.places import places
from tests.scenario.modding import HEAD, RIVER

Captured = pytest.CaptureFixture[str]
PATCH = "patch: { variables: { tension: { start: 7 } }, decisions: { patrol: { title: Again. } } }\n"


@pytest.fixture(autouse=True)
def _shelf() -> None:
    mod = HEAD.format(id="rapids", needs=">=0.1, <1.0") + PATCH
    for name, text in (("river", RIVER), ("rapids", mod)):
        folder = places().scenarios / name
        folder.mkdir(parents=True)
        (folder / "scenario.yaml").write_text(text, encoding="utf-8")


MODDED = [["rapids"], ["river", "--mod", "rapids"]]


@pytest.mark.parametrize("words", MODDED)
def test_a_mod_is_played_by_its_name_and_beside_its_scenario(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("hold\n"))
    assert main(["play", *words, "--text", "--seed", "1"]) == 0
    assert "Decision: Again." in capsys.readouterr().out


@pytest.mark.parametrize("words", MODDED)
def test_the_odds_of_a_mod_name_it(words: list[str], capsys: Captured) -> None:
    assert main(["odds", *words, "--json"]) == 0
    form = json.loads(capsys.readouterr().out)
    assert (form["scenario"], form["mods"]) == ("river", ["rapids"])
    assert main(["odds", "river", "--json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert plain["mods"] == []
    assert plain["hash"] != form["hash"]


def test_a_mod_is_checked_with_what_it_changes(capsys: Captured) -> None:
    (places().scenarios / "rapids" / "more.yaml").write_text(
        "patch: { flags: { fog: remove } }\n", encoding="utf-8"
    )
    assert main(["check", "rapids", "--format", "json"]) == 1
    errors = [
        each for each in json.loads(capsys.readouterr().out)["diagnostics"] if each["severity"] == "error"
    ]
    assert [(each["code"], each["file"], each["line"]) for each in errors] == [
        ("E801", "rapids/more.yaml", 1)
    ]


def test_a_mod_in_a_folder_of_another_name_is_told(capsys: Captured) -> None:
    folder = places().scenarios / "rapids"
    folder.rename(folder.with_name("eddies"))
    assert main(["check", "eddies", "--select", "W120"]) == 0
    assert "eddies/scenario.yaml:2:5" in capsys.readouterr().out


def test_tests_are_run_with_a_mod(capsys: Captured) -> None:
    tests = "tests:\n  a shot is war:\n    choose: { patrol: fire }\n    ending: war\n"
    (places().scenarios / "river" / "river.test.yaml").write_text(tests, encoding="utf-8")
    (places().scenarios / "rapids" / "rapids.test.yaml").write_text(
        "tests:\n  it begins tense:\n    start: {}\n    choose: { patrol: hold }\n    expect: tension is 7\n",
        encoding="utf-8",
    )
    assert main(["test", "river", "--mod", "rapids"]) == 0
    assert main(["test", "rapids"]) == 0
    assert capsys.readouterr().out == "1 passed, 0 failed\n" * 2


def test_a_mod_is_listed_with_what_it_extends(capsys: Captured) -> None:
    assert main(["list", "--json"]) == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)["scenarios"]}
    assert (rows["rapids"]["extends"], rows["rapids"]["title"]) == ("river", "Another River")
    assert rows["river"]["extends"] is None
    assert main(["list"]) == 0
    assert (
        "rapids: Another River\n    The same night, otherwise.\n    a mod of river\n"
        in capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["odds", "rapids", "--mod", "river"], "river is no mod: it has no `extends:`."),
        (["odds", "river", "--mod", "rapid"], "There is no scenario `rapid`. Did you mean `rapids`?"),
        (["check", "--mod", "rapids"], "`--mod` goes with the scenario that it changes."),
        (["test", "--mod", "rapids"], "`--mod` goes with the scenario that it changes."),
        (["play", "--text", "--mod", "rapids"], "`--mod` goes with the scenario that it changes."),
        (
            ["play", "--from", "x.run.yaml", "--mod", "rapids"],
            "`--from` has its own mods; leave out `--mod`.",
        ),
    ],
)
def test_a_mod_that_cannot_be_meant_is_refused(words: list[str], sentence: str, capsys: Captured) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err == f"{sentence}\n"


def test_the_shipped_mod_passes_all_checks_and_its_own_tests(capsys: Captured) -> None:
    assert main(["check", "ankara_watches", "--strict"]) == 0
    assert main(["test", "ankara_watches"]) == 0
    told = capsys.readouterr().out
    assert told == "ankara_watches: no faults\n1 passed, 0 failed\n"
    assert main(["list", "--json"]) == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)["scenarios"]}
    assert rows["ankara_watches"]["extends"] == "cuba_1962"
    assert rows["ankara_watches"]["setups"] == rows["cuba_1962"]["setups"]
