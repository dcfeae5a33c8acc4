"""What the README says is what the program does."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from game.commands import play
from game.commands.guide import parsed_choices
from game.commands.library import scenario_named
from game.commands.main import COMMANDS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^\| `(excomm[^`]*)` \|", README, re.MULTILINE)


def test_the_table_shows_every_command() -> None:
    assert {words.split()[1] for words in SHOWN if " " in words} == {
        "--version",
        *(command.word for command in COMMANDS),
    }


@pytest.mark.parametrize("shown", SHOWN)
def test_a_command_of_the_table_is_understood(shown: str) -> None:
    _, *words = shlex.split(shown)
    for command in COMMANDS:
        if words[:1] == [command.word]:
            parser = import_module(command.module).parser(f"excomm {command.word}")
            assert parser.taken(words[1:]) is not None
            return
    assert words in ([], ["--version"])


@pytest.mark.parametrize("shown", [each for each in SHOWN if "--choose" in each])
def test_a_choice_of_the_table_is_one_of_the_scenario(shown: str) -> None:
    given = play.parser("excomm play").taken(shlex.split(shown)[2:])
    assert parsed_choices(scenario_named(given.scenario), given.choose)


@pytest.mark.parametrize("option", sorted(set(re.findall(r"(?<![\w-])--[a-z]+", " ".join(SHOWN)))))
def test_an_option_of_the_table_stands_in_the_help(option: str) -> None:
    helps = [import_module(each.module).parser(each.word).format_help() for each in COMMANDS]
    assert option == "--version" or any(option in each for each in helps)


def test_the_lines_to_play_and_to_test_install_the_project_as_it_is_named() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lines = [line.strip() for line in README.splitlines() if "pip install" in line]
    assert len(lines) == 4
    assert sum("[test]" in line and "-m pytest" in line for line in lines) == 2
    assert "\ntest = [\n" in project


def test_the_checks_run_the_line_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    wanted = re.search(r'grep -m1 -F "([^"]+)"', script)
    assert wanted is not None
    assert wanted[1] in README


def test_every_place_that_is_to_be_removed_is_printed_by_where() -> None:
    source = (ROOT / "game" / "commands" / "where.py").read_text(encoding="utf-8")
    for name in ("runs", "scenarios", "settings", "cache", "log"):
        assert f'("{name}", ' in source
