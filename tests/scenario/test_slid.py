"""What slid a level to the left is told once, and read where it belongs."""

from __future__ import annotations

import pytest

from game.scenario.loading import Loaded, loaded
from tests.samples.shelf import NIGHT_PATROL

FILE = "night_patrol/scenario.yaml"
TEXT = (NIGHT_PATROL / "scenario.yaml").read_text(encoding="utf-8")
LEFT = "it is indented too little: indent it like the"


def read_with(meant: str, written: str) -> Loaded:
    assert meant in TEXT
    return loaded({FILE: TEXT.replace(meant, written, 1).encode()})


def outdented(first: str, last: str) -> Loaded:
    """Return the sample with the lines from one to another moved to the left by two."""
    start = TEXT.index(f"\n{first}")
    block = TEXT[start : TEXT.index(f"\n{last}", start)]
    return read_with(block, block.replace("\n  ", "\n"))


def test_an_option_that_slid_out_of_the_options_is_one_fault() -> None:
    read = outdented("      call:", "      fire:")
    (fault,) = read.diagnostics
    assert (fault.code, fault.help) == ("E202", f"{LEFT} entries of `options:` above")
    assert read.draft is not None
    assert list(read.draft.decisions["patrol"].options) == ["hold", "call", "fire"]


def test_an_ending_that_slid_out_of_the_endings_is_one_fault() -> None:
    read = outdented("  quiet:", "lesson:")
    (fault,) = read.diagnostics
    assert (fault.code, fault.help) == ("E202", f"{LEFT} entries of `endings:` above")
    assert read.draft is not None
    assert list(read.draft.endings) == ["war", "quiet"]


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("      change: { tension: -2, their_fear: -1 }\n", "call"),
        ("    hidden: yes\n", "their_fear"),
        ("            change: { tension: +5 }\n", "they_shoot"),
    ],
)
def test_a_field_that_slid_out_of_its_entry_is_one_fault(line: str, entry: str) -> None:
    meant = next(each for each in TEXT.splitlines(keepends=True) if each.strip() == line.strip())
    (fault,) = read_with(meant, meant[2:]).diagnostics
    assert (fault.code, fault.help) == ("E202", f"{LEFT} fields of `{entry}:` above")
    assert fault.span.line == TEXT[: TEXT.index(meant)].count("\n") + 1


def test_an_unknown_group_that_is_no_entry_of_the_one_above_is_left_where_it_stands() -> None:
    (fault,) = read_with("\nlesson:", "\nnovel:\n  colour: red\nlesson:").diagnostics
    assert fault.help is not None
    assert fault.help.startswith("it may have: ")
