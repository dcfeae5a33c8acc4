"""Each field of a test has a test that passes and one that fails."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game.scenario.loading import Loaded
from game.scenario.records.tests import TEST
from game.trial.reading import ReadCases
from game.trial.verdict import verdict

Cases = Callable[[str], ReadCases]
Failures = Callable[..., tuple[str, ...]]

FOLDER = Path(__file__).parent
_TOLD = re.compile(r"^  (.+?):  # told: (.+)$", re.MULTILINE)
PASSING = (FOLDER / "passing.yaml").read_text(encoding="utf-8")
FAILING = (FOLDER / "failing.yaml").read_text(encoding="utf-8")
SENTENCES = dict(_TOLD.findall(FAILING))
NAMES = re.findall(r"^  (\w.+?):(?: |$)", PASSING, re.MULTILINE)


def carried_out(text: str, name: str, ferry: Loaded, cases: Cases) -> tuple[str, ...]:
    """Return what fails in the test of a name."""
    read = cases(text)
    assert read.file is not None, read.diagnostics
    assert ferry.scenario is not None
    return verdict(ferry.scenario, next(each for each in read.file.cases if each.id == name)).failures


@pytest.mark.parametrize("name", NAMES)
def test_a_test_passes(name: str, ferry: Loaded, cases: Cases) -> None:
    assert carried_out(PASSING, name, ferry, cases) == ()


@pytest.mark.parametrize("name", SENTENCES)
def test_a_test_fails_with_a_sentence(name: str, ferry: Loaded, cases: Cases) -> None:
    (told,) = carried_out(FAILING, name, ferry, cases)
    assert SENTENCES[name] in told


@pytest.mark.parametrize(
    "known", [each.name for each in TEST.fields if each.name not in {"plays", "transcript"}]
)
def test_each_field_of_a_test_passes_and_fails_somewhere(known: str) -> None:
    assert re.search(rf"^    {known}: ", PASSING, re.MULTILINE)
    assert re.search(rf"^    {known}: ", FAILING, re.MULTILINE)


GAMBLE = "setup: open\nchoose: { sail: go, watch: nobody }\n"


def test_no_policy_foresees_the_luck_that_a_seed_fixes(failures: Failures) -> None:
    """Sailing is a gamble of one in five; the luck of seed 5 is good, and the careful still stay."""
    assert failures("setup: open\nseed: 5\npolicy: { careful: wreck }\nexpect: chosen.sail is not go") == ()
    assert failures("setup: open\nseed: 5\npolicy: { reckless: wreck }\nexpect: chosen.sail is go") == ()


def test_over_budget_the_interval_of_sampled_games_must_lie_within(failures: Failures) -> None:
    assert failures(f"{GAMBLE}plays: 2000\nodds: {{ wreck: 36 to 44% }}", 3) == ()
    (told,) = failures(f"{GAMBLE}plays: 2000\nodds: {{ wreck: 40% }}", 3)
    assert "of 2000 sampled games" in told
    assert "should in 39.5% to 40.5%" in told


def test_over_budget_nothing_but_odds_can_be_answered(failures: Failures) -> None:
    assert "too many to follow them all" in failures(f"{GAMBLE}never: gust", 3)[0]
    assert (
        "too many to find the best"
        in failures("setup: open\npolicy: { careful: wreck }\nodds: { wreck: 0% }", 3)[0]
    )
    assert failures("setup: open\nchoose: { sail: cross }\nodds: { wreck: 0% }", 3) == (
        "`cross` is not on offer when `sail` opens",
    )
