"""The examples of JSON in the reference have the shape of what the commands print."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.commands.forms import ABOUT, FORMS
from game.commands.main import COMMANDS, main

Captured = pytest.CaptureFixture[str]
WORDS = {
    "check --format json": ["check", "./nine_days", "--format", "json", "--select", "E109"],
    "odds --json": ["odds", "night_patrol", "--json"],
    "simulate --json": ["simulate", "night_patrol", "--json", "-n", "100", "--seed", "7"],
    "explore --json": ["explore", "night_patrol", "--to", "ending:war", "--json", "-o", "war.run.yaml"],
    "diff --json": ["diff", "night_patrol", "./nine_days", "--json"],
    "sensitivity --json": ["sensitivity", "night_patrol", "--json"],
    "compare --json": ["compare", "ann.run.yaml", "bea.run.yaml", "--json"],
    "list --json": ["list", "--json"],
}
SHORTENED = {"options", "endings"}
"""Groups of which an example shows one."""
TWICE = """\
format: 1
id: nine_days
title: Nine Days
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def nine_days(tmp_path: Path, capsys: Captured) -> Path:
    """A scenario like that of `excomm new`."""
    assert main(["new", "nine_days", "--here"]) == 0
    capsys.readouterr()
    return tmp_path / "nine_days"


def run_of(choice: str) -> str:
    return f"run: 1\nscenario: night_patrol\nseed: 1\nchoices: [{choice}]\n"


def differences(example: Any, printed: Any, place: str = "") -> Iterator[str]:
    """Yield where what is printed has another shape than the example."""
    if isinstance(example, dict) and isinstance(printed, dict):
        missing = set(example) - set(printed)
        more = set() if place.rpartition(".")[2] in SHORTENED else set(printed) - set(example)
        yield from (f"{place}.{name}" for name in missing | more)
        for name in set(example) & set(printed):
            yield from differences(example[name], printed[name], f"{place}.{name}")
    elif isinstance(example, list) and isinstance(printed, list):
        for one, other in zip(example[:1], printed[:1], strict=False):
            yield from differences(one, other, f"{place}[]")
    elif None not in (example, printed) and type(example) is not type(printed):
        yield f"{place}: {type(printed).__name__}"


def printed_by(words: list[str], capsys: Captured) -> Any:
    main(words)
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("command", [each for each in WORDS if each != "diff --json"])
def test_a_form_is_as_its_example_shows_it(command: str, nine_days: Path, capsys: Captured) -> None:
    (nine_days / "more.yaml").write_text(TWICE, encoding="utf-8")
    for name, choice in (("ann", "patrol.fire"), ("bea", "patrol.call")):
        (nine_days.parent / f"{name}.run.yaml").write_text(run_of(choice), encoding="utf-8")
    printed = printed_by(WORDS[command], capsys)
    example = json.loads(FORMS[command])
    assert next(iter(example)) == command.split(maxsplit=1)[0]
    assert list(printed) == list(example)
    assert sorted(differences(example, printed)) == []


def test_the_form_of_a_difference_is_as_its_example_shows_it(
    nine_days: Path, tmp_path: Path, capsys: Captured
) -> None:
    other = tmp_path / "other" / "nine_days"
    other.mkdir(parents=True)
    text = (nine_days / "scenario.yaml").read_text(encoding="utf-8")
    (other / "scenario.yaml").write_text(text.replace("odds: 3\n", "odds: 4\n"), encoding="utf-8")
    printed = printed_by(["diff", str(nine_days), str(other), "--json"], capsys)
    assert sorted(differences(json.loads(FORMS["diff --json"]), printed)) == []


def test_every_command_that_prints_json_has_an_example() -> None:
    folder = Path(__file__).parents[2] / "game" / "commands"
    told = {each.split()[0] for each in FORMS}
    for command in COMMANDS:
        text = (folder / f"{command.module.rpartition('.')[2]}.py").read_text(encoding="utf-8")
        if '"--json"' in text or '"json"' in text:
            assert command.word in told


def test_what_is_said_of_forms_is_said_of_forms_that_there_are() -> None:
    assert set(ABOUT) <= set(FORMS) == set(WORDS)
