"""What only follows from another fault is not told, and what is missing is told where it belongs."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.diagnostics.diagnostic import Diagnostic
from game.scenario.loading import loaded

TEXT = (Path(__file__).parents[1] / "lint" / "nine_days.yaml").read_text(encoding="utf-8")
OPTIONS = TEXT[TEXT.index("      private_promise: {") : TEXT.index("\nresponses:")]


def faults(meant: str, written: str) -> list[Diagnostic]:
    assert meant in TEXT
    text = TEXT.replace(meant, written, 1)
    return list(loaded({"nine_days/scenario.yaml": text.encode()}).diagnostics)


def test_options_that_are_not_there_are_not_missed_by_name() -> None:
    assert "E118" not in {each.code for each in faults(OPTIONS, "")}


@pytest.mark.parametrize(
    ("meant", "written", "code"),
    [
        ("values: [five, four, three, two, one]", "values: five, four, three", "E206"),
        ("  kennedy: {", "  kenedy: {", "E301"),
    ],
)
def test_nothing_is_said_of_what_could_not_be_read(meant: str, written: str, code: str) -> None:
    assert {"E114", "E111"}.isdisjoint(each.code for each in faults(meant, written))
    assert code in {each.code for each in faults(meant, written)}


def test_a_missing_field_is_told_where_the_head_of_the_scenario_stands() -> None:
    head, actors, rest = TEXT.partition("\nactors:")
    files = {
        "nine_days/people.yaml": f"actors:{rest}".encode(),
        "nine_days/scenario.yaml": head.replace("format: 1\n", "").encode(),
    }
    (fault,) = loaded(files).diagnostics
    assert actors
    assert (fault.code, fault.span.file) == ("E201", "nine_days/scenario.yaml")


@pytest.mark.parametrize("section", ["clock", "endings"])
def test_a_missing_section_is_told_with_an_example(section: str) -> None:
    start = TEXT.index(f"\n{section}:")
    told = faults(TEXT[start : TEXT.index("\n\n", start)], "")
    (fault,) = (each for each in told if each.code == "E201")
    assert fault.help is not None
    assert f"`{section}: {{ " in fault.help
