"""The patterns and samples of MODDING.md pass `check --strict` and their tests, and print what it says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from game.commands.main import main
from game.scenario.records.scenario import SCENARIO
from game.scenario.records.tests import TEST_FILE
from game.scenario.tidy.style import styled
from tests.manual.blocks import MANUAL, Block, Section, blocks, sections
from tests.manual.conftest import Captured, Reader

TEXT = MANUAL.read_text(encoding="utf-8")
FRAME = "pattern/frame.yaml"
LEAST_PATTERNS = 20
ONE_SIDED = {"W550", "W552"}
"""What a deep check says of a risk without a gain; a pattern shows one thing only."""
PARTS = {part.title: part for part in sections(TEXT, 2)}


def inside(part: str) -> tuple[Section, ...]:
    """Return the sections of a part that have something to try."""
    first, last = PARTS[part].blocks[0].start, PARTS[part].blocks[-1].end
    return tuple(each for each in sections(TEXT, 3) if each.blocks and first <= each.blocks[0].start <= last)


def frame() -> Block:
    (found,) = (each for each in blocks(TEXT) if each.file == FRAME)
    return found


def put(block: Block) -> None:
    path = Path(block.file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, encoding="utf-8")


PATTERNS = [*inside("Cookbook"), *inside("The language")]


@pytest.mark.parametrize("pattern", PATTERNS, ids=[each.title for each in PATTERNS])
def test_a_pattern_does_what_is_claimed_of_it(pattern: Section, reader: Reader, capsys: Captured) -> None:
    assert any(each.file.endswith(".test.yaml") for each in pattern.blocks), "claims stand under it"
    put(frame())
    reader.follow(pattern)
    capsys.readouterr()
    assert main(["check", "--strict", "--format", "json", "./pattern"]) == 0, capsys.readouterr().out
    assert json.loads(capsys.readouterr().out)["diagnostics"] == []
    main(["check", "--deep", "--format", "json", "./pattern"])
    deep = json.loads(capsys.readouterr().out)
    assert {each["code"] for each in deep["diagnostics"]} <= ONE_SIDED, deep["diagnostics"]
    assert main(["test", "./pattern"]) == 0, capsys.readouterr().out
    reader.write()


def test_there_are_twenty_patterns_and_more() -> None:
    assert len(inside("Cookbook")) > LEAST_PATTERNS


def test_messages_read_as_the_manual_shows_them(reader: Reader) -> None:
    put(frame())
    reader.follow(PARTS["When something is wrong"])
    reader.write()


def test_samples_are_in_the_house_style() -> None:
    wrong = {}
    for block in blocks(TEXT):
        record = TEST_FILE if block.file.endswith(".test.yaml") else SCENARIO
        shaped = styled(block.text.encode(), block.file, record) if block.language == "yaml" else None
        if isinstance(shaped, str) and shaped != block.text:
            wrong[TEXT[: block.start].count("\n")] = shaped
    assert wrong == {}


def test_headings_that_are_linked_are_there() -> None:
    anchors = {each.title.lower().replace(" ", "-") for depth in (2, 3) for each in sections(TEXT, depth)}
    linked = {part.split(")")[0] for part in TEXT.split("](#")[1:]}
    assert linked
    assert linked <= anchors


def test_rules_that_the_manual_names_are_there(capsys: Captured) -> None:
    codes = re.findall(r"\b[EWI]\d{3}\b", TEXT)
    assert codes
    for code in codes:
        assert main(["check", "--explain", code]) == 0, code
    capsys.readouterr()
