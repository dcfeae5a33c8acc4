"""Pins and matches are silent about what a fault elsewhere hides, and about nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.loading import loaded

TEXT = (Path(__file__).parents[1] / "lint" / "nine_days.yaml").read_text(encoding="utf-8")


def codes(meant: str, written: str) -> list[str]:
    assert meant in TEXT
    files = {"nine_days/scenario.yaml": TEXT.replace(meant, written, 1).encode()}
    return [each.code for each in loaded(files).diagnostics]


@pytest.mark.parametrize(
    ("meant", "written", "code"),
    [
        ("in: one of 8 h, 14 h, 20 h", "in: 8-20 h", "E208"),
        ("in: one of 8 h, 14 h, 20 h", "in: [8 h, 14 h]", "E206"),
        ("estimates: { sites_ready: within 1 }", "estimates: { sites_ready: 1 }", "E208"),
        ("\nintelligence:", "\nintelligenec:", "E202"),
        ("\nresponses:", "\nresponces:", "E202"),
        ("odds: 50\n", "odds: fifty\n", "E301"),
    ],
)
def test_a_fault_in_what_a_setup_pins_or_a_row_matches_is_one_fault(
    meant: str, written: str, code: str
) -> None:
    assert codes(meant, written) == [code]


def test_an_option_that_is_gone_is_missed_by_the_row_that_matches_it() -> None:
    gone = TEXT[TEXT.index("      quarantine:\n        label:") : TEXT.index("      air_strike:")]
    read = loaded({"nine_days/scenario.yaml": TEXT.replace(gone, "", 1).encode()})
    assert any("`first_response.quarantine`" in each.message for each in read.diagnostics)


@pytest.mark.parametrize(
    ("meant", "written", "code"),
    [
        ("to_the_promise.in: 14 h", "to_the_promise.in: 15 h", "E302"),
        ("to_the_promise.in: 14 h", "to_the_promise.inn: 14 h", "E301"),
        ("matches: u2_lost.shot_down", "matches: u2_lost.shot_don", "E301"),
    ],
)
def test_a_wrong_pin_or_match_is_told_beside_a_fault_elsewhere(meant: str, written: str, code: str) -> None:
    other = "hidden: yes\n    about: How near"
    assert other in TEXT
    text = TEXT.replace(other, other.replace("yes", "maybe"), 1)
    assert meant in text
    read = loaded({"nine_days/scenario.yaml": text.replace(meant, written, 1).encode()})
    assert [each.code for each in read.diagnostics if each.code != "E204"] == [code]
