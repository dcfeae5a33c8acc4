"""Names that nothing bears are told where they are the fault, and not where they only follow from one."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.diagnostics.diagnostic import Diagnostic
from game.scenario.loading import loaded

RIVER = Path(__file__).parents[2] / "scenarios" / "river_incident" / "scenario.yaml"
NAME = "river_incident/scenario.yaml"


def told(text: str) -> list[tuple[str, int]]:
    """The codes of what is said of a text, each with its line."""
    return [(each.code, each.span.line) for each in said(text)]


def said(text: str) -> tuple[Diagnostic, ...]:
    return loaded({NAME: text.encode()}).diagnostics


def line_of(text: str, line: str) -> int:
    return text.split("\n").index(line) + 1


@pytest.mark.parametrize("id_", ["varda", "tesh", "sick_man", "doctor_sent", "telephone", "they_answer"])
def test_a_bad_id_is_one_fault_however_often_the_good_one_is_used(id_: str) -> None:
    text = RIVER.read_text()
    line = next(each for each in text.split("\n") if each.startswith(f"  {id_}:"))
    assert told(text.replace(line, line.replace(id_, f"{id_}-x"))) == [("E207", line_of(text, line))]


@pytest.mark.parametrize("id_", ["doctor_sent", "man_died", "telephone"])
def test_an_id_that_was_changed_in_one_place_is_told_once_whatever_it_is_taken_for(id_: str) -> None:
    text = RIVER.read_text()
    line = next(each for each in text.split("\n") if each.startswith(f"  {id_}:"))
    found = said(text.replace(line, line.replace(id_, f"{id_}z")))
    assert [each.code for each in found] == ["E301"]
    assert found[0].help is not None
    assert f"{id_}z" in found[0].help


def test_an_option_that_was_changed_is_told_once_for_advice_and_conditions() -> None:
    found = said(RIVER.read_text().replace("\n      call:\n", "\n      cull:\n"))
    assert [each.code for each in found] == ["E118"]


@pytest.mark.parametrize("line", ["  varda:", "  orlin:", "  telephone:", "      fire:"])
def test_a_lost_line_of_an_id_is_one_fault_where_the_next_fields_are_given_twice(line: str) -> None:
    text = RIVER.read_text()
    assert told(text.replace(f"{line}\n", "", 1)) == [("E109", line_of(text, line))]


def test_a_lost_line_of_the_first_id_is_one_fault() -> None:
    text = RIVER.read_text().replace("  evening:\n", "", 1)
    found = said(text)
    assert [(each.code, each.message) for each in found] == [
        ("E207", "`title:` stands where a phase has its id")
    ]


def test_a_name_with_a_slip_is_told_beside_a_field_that_is_given_twice() -> None:
    text = RIVER.read_text()
    twice = text.replace("  varda:\n", "  varda:\n    name: Somebody\n", 1)
    slip = twice.replace("sick_man", "sikc_man", 1)
    assert sorted(code for code, _ in told(slip)) == ["E109", "E301"]


def test_names_of_a_section_that_stands_twice_are_left_to_that() -> None:
    text = RIVER.read_text()
    head, tail = text.split("\nflags:\n", 1)
    moved, rest = tail.split("\n\n", 1)
    again = f"{head}\nflags:\n  other: Something else.\nflags:\n{moved}\n\n{rest}"
    assert [code for code, _ in told(again)] == ["E109"]
