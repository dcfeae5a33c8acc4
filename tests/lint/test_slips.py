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
HEADS = ("status", "intelligence", "map", "lesson", *SECTIONS)
MAP = """\
map:
  view: { whole: { box: 62.00 N 95.00 E to 62.12 N 95.34 E, label: The bend } }
  places: { bend: { at: 62.050 N 95.205 E, label: The bend } }
"""
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


@pytest.mark.parametrize(
    ("file", "section"),
    [
        pytest.param("actors:\n  general:\n    name: A General\n    adviser: yes\n", "actors", id="people"),
        pytest.param(MAP, "map", id="map"),
        pytest.param(
            "lesson:\n  level: ages 12 to 18\n  aims: [To weigh a choice.]\n", "lesson", id="lesson"
        ),
    ],
)
@pytest.mark.parametrize("indent", [2, 0])
def test_a_file_without_the_line_of_its_section_has_one_fault(file: str, section: str, indent: int) -> None:
    entries = "".join(f"{line[2 - indent :]}\n" for line in file.splitlines()[1:])
    rest = RIVER.read_text(encoding="utf-8")
    if section in ("map", "lesson"):
        rest = re.sub(rf"^{section}:\n(?:  .*\n|\n)*", "", rest, flags=re.MULTILINE)
    faults = loaded({NAME: rest.encode(), "river_incident/more.yaml": entries.encode()}).diagnostics
    in_file = [each for each in faults if each.span.file.endswith("more.yaml")]
    assert [(each.code, each.span.line) for each in in_file] == [("E202", 1)]
    assert f"`{section}:`" in (in_file[0].help or "")


@pytest.mark.parametrize(
    ("section", "entry"),
    [
        ("variables", "doubt: how much we doubt"),
        ("endings", "truce: The guns fall silent."),
        ("clock", "zone: 5"),
    ],
)
def test_one_value_that_is_no_group_is_no_other_section(section: str, entry: str) -> None:
    lines = RIVER.read_text(encoding="utf-8").split("\n")
    place = lines.index(f"{section}:")
    end = next(at for at in range(place + 1, len(lines)) if lines[at] and not lines[at].startswith(" "))
    lines.insert(end, f"  {entry}")
    kept = "\n".join(line for line in lines)
    for absent in ("status", "flags"):
        kept = re.sub(rf"^{absent}:\n(?:  .*\n)*", "", kept, flags=re.MULTILINE)
    assert all(
        "on the line above" not in (each.help or "") for each in loaded({NAME: kept.encode()}).diagnostics
    )


def test_a_section_with_a_slip_takes_no_entries_of_another() -> None:
    lines = RIVER.read_text(encoding="utf-8").split("\n")
    place = lines.index("  markers:")
    assert [each.code for each in said([*lines[:place], "  Markers:", *lines[place + 1 :]])] == ["E202"]
