"""The tutorial of MODDING.md, from the empty folder to the pack, done word for word."""

from __future__ import annotations

from tests.manual.blocks import MANUAL, blocks, sections
from tests.manual.conftest import Reader

TUTORIAL = "Tutorial"


def test_the_tutorial_does_what_it_says(reader: Reader) -> None:
    text = MANUAL.read_text(encoding="utf-8")
    (tutorial,) = (each for each in sections(text, 2) if each.title == TUTORIAL)
    reader.follow(tutorial)
    reader.write()


def test_every_block_is_a_file_or_holds_commands() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    wrong = [
        text[: each.start].count("\n")
        for each in blocks(text)
        if (each.language, bool(each.file)) not in {("console", False), ("yaml", True), ("po", True)}
    ]
    assert wrong == []
