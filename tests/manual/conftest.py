"""The manual is read and run: files are written into an empty folder, commands are the program's own."""

from __future__ import annotations

import io
import shlex
import sys
from pathlib import Path

import pytest

from game.commands.main import main
from tests.manual.blocks import MANUAL, Block, Section, commands, is_as_told

Captured = pytest.CaptureFixture[str]


class Reader:
    """Somebody who does what a section says."""

    def __init__(self, capsys: Captured, patch: pytest.MonkeyPatch, *, is_writing: bool) -> None:
        self._capsys = capsys
        self._patch = patch
        self._is_writing = is_writing
        self.found: list[tuple[int, int, str]] = []

    def follow(self, section: Section) -> None:
        """Write the files and run the commands of a section, in their order."""
        for block in section.blocks:
            if block.language == "console":
                self._run(block)
            elif block.file:
                path = Path(block.file)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(block.text, encoding="utf-8")

    def _run(self, block: Block) -> None:
        for command in commands(block):
            program, *words = shlex.split(command.words)
            assert program == "excomm", command.words
            self._capsys.readouterr()
            self._patch.setattr(sys, "stdin", io.StringIO())
            main(words)
            captured = self._capsys.readouterr()
            printed = captured.out + captured.err
            if is_as_told(command.printed, printed):
                continue
            assert self._is_writing, (
                f"{command.words} prints\n{printed}\nand the manual says\n{command.printed}"
            )
            self.found.append((command.start, command.end, printed))

    def write(self) -> None:
        """Write what commands printed into the manual, where it says something else."""
        text = MANUAL.read_text(encoding="utf-8")
        for start, end, printed in sorted(self.found, reverse=True):
            text = text[:start] + printed + text[end:]
        if self.found:
            MANUAL.write_text(text, encoding="utf-8")


@pytest.fixture
def reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, request: pytest.FixtureRequest
) -> Reader:
    """A reader in an empty folder. With --update-transcripts what commands print goes into the manual."""
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    return Reader(capsys, monkeypatch, is_writing=request.config.getoption("--update-transcripts"))
