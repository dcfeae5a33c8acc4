"""The manual of the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.commands.manual import page, rules
from game.diagnostics.diagnostic import Rule

ROOT = Path(__file__).parents[2]
DECLARED = {
    code
    for path in (ROOT / "game").rglob("*.py")
    for code in re.findall(r'^ *code="([EWI]\d{3})"', path.read_text(encoding="utf-8"), re.MULTILINE)
}


def test_every_rule_that_is_declared_has_its_page() -> None:
    assert set(rules()) == DECLARED


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_a_page_says_cause_example_and_cure(rule: Rule) -> None:
    text = page(rule)
    assert text.startswith(f"{rule.code}, {rule.severity.value}: {rule.title}")
    assert rule.cause in text
    assert rule.cure in text
    assert rule.example.split("\n")[0] in text
