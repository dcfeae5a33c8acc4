"""A slip in one id, or its lost line, is one fault, whatever of the scenario speaks of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.diagnostics.diagnostic import Diagnostic
from game.lint.advice import advised
from game.scenario.loading import loaded

RIVER = Path(__file__).parents[2] / "scenarios" / "river_incident" / "scenario.yaml"
NAME = "river_incident/scenario.yaml"
DATA = ("actors", "variables", "flags", "phases")
RULES = ("decisions", "responses", "events", "letters", "endings")
SECTIONS = (*DATA, *RULES)
HEADS = ("intelligence", *(each for each in SECTIONS if each != "flags"))
ID = re.compile(r"^  ([a-z][a-z0-9_]*):(.*)$")


def ids(lines: list[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines of ids right in a section, by their place."""
    section = ""
    for place, line in enumerate(lines):
        if re.match(r"[a-z]+:", line):
            section = line.partition(":")[0]
        found = ID.match(line)
        if found is not None and section in SECTIONS:
            yield place, found


def said(lines: list[str]) -> list[Diagnostic]:
    read = loaded({NAME: "\n".join(lines).encode()})
    return [*read.diagnostics, *advised(read, {})]


SLIPS: dict[str, Callable[[re.Match[str]], list[str]]] = {
    "a large letter": lambda found: [f"  {found[1].capitalize()}:{found[2]}"],
    "a hyphen": lambda found: [f"  {found[1]}-x:{found[2]}"],
    "its line lost": lambda found: [found[0]] if found[2].strip() else [],
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_an_id_is_one_fault(slip: str) -> None:
    lines = RIVER.read_text(encoding="utf-8").split("\n")
    tried, more = 0, {}
    for place, found in ids(lines):
        changed = SLIPS[slip](found)
        if changed != [lines[place]]:
            tried += 1
            faults = said([*lines[:place], *changed, *lines[place + 1 :]])
            if len(faults) != 1:
                more[found[0]] = [f"{each.code} {each.message}" for each in faults]
    assert tried > len(SECTIONS)
    assert more == {}


@pytest.mark.parametrize("head", [*(f"{name}:" for name in HEADS), "  places:", "  markers:", "  routes:"])
def test_a_lost_line_of_a_section_is_one_fault_that_names_it(head: str) -> None:
    lines = RIVER.read_text(encoding="utf-8").split("\n")
    place = lines.index(head)
    faults = said([*lines[:place], *lines[place + 1 :]])
    assert [(each.code, each.span.line) for each in faults] == [("E202", place + 1)]
    assert f"`{head.strip()}`" in (faults[0].help or "")


def test_a_section_with_a_slip_takes_no_entries_of_another() -> None:
    lines = RIVER.read_text(encoding="utf-8").split("\n")
    place = lines.index("  markers:")
    assert [each.code for each in said([*lines[:place], "  Markers:", *lines[place + 1 :]])] == ["E202"]
