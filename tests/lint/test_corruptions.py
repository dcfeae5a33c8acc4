"""Slips of the hand in the shipped scenarios are reported, and where they were made."""

from __future__ import annotations

import pytest

from tests.lint.corruption import Report, reports, subject

SEED = 1962
SLIPS = 200
SCENARIOS = ("bay_of_pigs_1961", "berlin_1961", "black_saturday", "river_incident")


@pytest.fixture(scope="module")
def found() -> list[Report]:
    return list(reports(SEED, SLIPS, [subject(name) for name in SCENARIOS]))


def test_of_200_slips_95_in_100_are_reported(found: list[Report]) -> None:
    silent = [each for each in found if not each.faults]
    assert len(silent) * 100 <= 5 * SLIPS, "\n".join(map(str, silent))


def test_of_200_slips_90_in_100_are_reported_on_their_line_or_the_next(found: list[Report]) -> None:
    elsewhere = [each for each in found if not each.is_near]
    assert len(elsewhere) * 100 <= 10 * SLIPS, "\n".join(map(str, elsewhere))
