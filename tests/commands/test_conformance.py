"""The cases of the specification, where they stand beside the checkout: odds, and traced games."""

from __future__ import annotations

import io
import json
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from game.commands.main import main
from game.session.run import Run, parse_choice
from game.session.runfile import format_run

CASES = Path(__file__).parents[3] / "shared" / "conformance"
Captured = pytest.CaptureFixture[str]

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the cases do not stand beside the checkout")


def expected(group: str) -> dict[str, Any]:
    path = CASES / group / "expected.json"
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return read


ODDS = [
    pytest.param(name, row["catastrophe"], setup, figures, id=f"{name} {setup}")
    for name, row in expected("odds").items()
    for setup, figures in row["setups"].items()
]
TRACES = [pytest.param(case, id=name) for name, case in expected("traces").items()]
POLICIES = ("careful", "reckless", "undecided", "historical")


@pytest.mark.parametrize(("name", "catastrophe", "setup", "figures"), ODDS)
def test_the_odds_are_exact(
    name: str, catastrophe: str, setup: str, figures: dict[str, Any], capsys: Captured
) -> None:
    chosen = [] if setup == "standard" else ["--setup", setup]
    assert main(["odds", str(CASES / "odds" / name), "--json", *chosen]) == 0
    odds = json.loads(capsys.readouterr().out)
    for policy in POLICIES:
        for ending, wanted in figures[policy].items():
            given = odds["policies"][policy].get(ending, {"exact": "0"})
            assert Fraction(given["exact"]) == Fraction(wanted), (policy, ending)
    for option, policies in figures["options"].items():
        for policy, wanted in policies.items():
            given = odds["options"][option][policy][catastrophe]
            assert Fraction(given["exact"]) == Fraction(wanted), (option, policy)


def is_told_in_order(text: str, words: list[str]) -> bool:
    rest = iter(text.split("Word ")[1:])
    return all(any(told.startswith(word) for told in rest) for word in words)


@pytest.mark.parametrize("case", TRACES)
def test_a_traced_game_is_replayed(case: dict[str, Any], tmp_path: Path, capsys: Captured) -> None:
    choices = tuple(choice for each in case["choices"] if (choice := parse_choice(each)) is not None)
    scenario = str(CASES / "traces" / case["scenario"])
    run = Run(scenario, None, None, case["setup"], case["seed"], choices=choices)
    path = tmp_path / "case.run.yaml"
    path.write_text(format_run(run), encoding="utf-8")
    assert main(["replay", str(path)]) == 0
    told = capsys.readouterr().out
    assert f"({case['ending']})" in told
    assert is_told_in_order(told, case["words"])


@pytest.mark.parametrize("case", TRACES)
def test_a_traced_game_is_played_from_its_lines(
    case: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{each}\n" for each in case["choices"])))
    setup = ["--setup", case["setup"]] if case["setup"] else []
    scenario = str(CASES / "traces" / case["scenario"])
    assert main(["play", scenario, "--text", "--seed", str(case["seed"]), *setup]) == 0
    told = capsys.readouterr().out
    assert f"({case['ending']})" in told
    assert is_told_in_order(told, case["words"])
