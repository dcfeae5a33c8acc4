"""Policy files: what they say, and what is wrong with them, each fault at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.commands.main import main
from game.scenario.loading import Loaded, loaded
from game.scenario.policies import PolicyFile
from game.scenario.policyfile import read_policy
from tests.samples.shelf import NIGHT_PATROL

ROOT = Path(__file__).parents[2]
RIVER = NIGHT_PATROL / "scenario.yaml"


@pytest.fixture(scope="module")
def river() -> Loaded:
    return loaded({"night_patrol/scenario.yaml": RIVER.read_bytes()})


def test_a_policy_weighs_answers(river: Loaded) -> None:
    text = b"scenario: night_patrol\npolicy:\n  patrol: { fire: 1, hold: 3, wait: 0 }\n"
    read = read_policy(text, "a.policy.yaml", river)
    assert read.diagnostics == ()
    assert read.file == PolicyFile("night_patrol", (("patrol", (("fire", 1), ("hold", 3), ("wait", 0))),))


def test_one_answer_needs_no_weight(river: Loaded) -> None:
    read = read_policy(b"policy: { patrol: wait }\n", "a.policy.yaml", river)
    assert read.file == PolicyFile(None, (("patrol", (("wait", 1),)),))


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        (b"", "E116", 0, "is empty"),
        (b"policy: [\n", "E116", 2, "cannot be read"),
        (b"policy:\n  patroll: fire\n", "E116", 2, "no decision"),
        (b"policy:\n  patrol: fires\n", "E116", 2, "no option of `patrol`"),
        (b"policy:\n  patrol: { fires: 1 }\n", "E116", 2, "no option of `patrol`"),
        (b"policy:\n  patrol: { fire: -1 }\n", "E208", 2, "`-1` is not a weight"),
        (b"policy:\n  patrol: { fire: 0 }\n", "E204", 2, "no answer to `patrol` has a weight"),
        (b"policy:\n  patrol: [fire]\n", "E206", 2, "no answer to `patrol`"),
        (b"policy: fire\n", "E206", 1, "a group is wanted"),
        (b"scenario: other\npolicy: { patrol: fire }\n", "E116", 1, "is for `other`"),
        (b"scenario: night_patrol\n", "E201", 1, "policy"),
        (b"police: { patrol: fire }\n", "E202", 1, "police"),
    ],
)
def test_a_fault_has_its_code_and_its_place(
    text: bytes, code: str, line: int, words: str, river: Loaded
) -> None:
    read = read_policy(text, "river/a.policy.yaml", river)
    assert read.file is None
    found = [(each.code, each.span.line) for each in read.diagnostics]
    assert any(words in each.message for each in read.diagnostics), read.diagnostics
    assert (code, line) in found, read.diagnostics


def test_check_reads_the_policies_beside_a_scenario(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "night_patrol"
    folder.mkdir()
    (folder / "scenario.yaml").write_bytes(RIVER.read_bytes())
    policy = folder / "hawks.policy.yaml"
    policy.write_text("policy:\n  patrol: fire\n", encoding="utf-8")
    assert main(["check", str(folder)]) == 0
    policy.write_text("policy:\n  patrol: strike\n", encoding="utf-8")
    assert main(["check", str(folder)]) == 1
    assert "night_patrol/hawks.policy.yaml:2:11" in capsys.readouterr().out


def test_a_policy_is_put_into_the_house_style(tmp_path: Path) -> None:
    path = tmp_path / "hawks.policy.yaml"
    path.write_text("policy:   {patrol: fire}\n", encoding="utf-8")
    assert main(["fmt", str(path)]) == 0
    assert path.read_text(encoding="utf-8").startswith("policy:")
