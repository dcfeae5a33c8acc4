"""A short code at the command line: in the place of a run file, and what is said of a damaged one."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from game.commands.main import main
from game.engine.moves import Answer
from game.session.code import format_code
from game.session.session import after, started
from tests.engine.test_agreement import scenario_in
from tests.samples.shelf import NIGHT_PATROL

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def code() -> str:
    scenario = scenario_in(NIGHT_PATROL)
    found = format_code(after(started(scenario, "standard", 1), Answer("patrol", "call")))
    assert found is not None
    return found


def test_a_code_is_replayed_as_the_run_would_be(code: str, capsys: Captured) -> None:
    assert main(["replay", code.lower()]) == 0
    assert "> Telephone the other bank" in capsys.readouterr().out


def test_a_code_is_played_on_from_any_choice(
    code: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("hold\n"))
    assert main(["play", "--text", "--code", code.replace("-", " "), "--after", "0"]) == 0
    assert "> Do nothing until dawn" in capsys.readouterr().out


def test_a_report_is_written_of_a_code_and_has_it(code: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert main(["report", code, "-o", str(page), "--no-odds"]) == 0
    assert code in page.read_text(encoding="utf-8")


def test_a_damaged_code_is_refused_with_a_sentence(code: str, capsys: Captured) -> None:
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    for words in (["replay", wrong], ["play", "--text", "--code", wrong]):
        assert main(words) == 1
        assert "damaged" in capsys.readouterr().err


def test_a_code_and_a_run_are_one_too_many(code: str, capsys: Captured) -> None:
    assert main(["play", "--text", "--code", code, "--from", "a.run.yaml"]) == 2
    assert "leave out one" in capsys.readouterr().err


def test_the_review_at_the_terminal_tells_the_code(
    code: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("review overview\n"))
    assert main(["play", "--text", "--code", code]) == 0
    assert code in capsys.readouterr().out
