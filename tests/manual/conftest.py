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
        self.found: list[tuple[str, str]] = []

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
        written = ""
        for command in commands(block):
            printed = self._printed(command.words)
            is_told = is_as_told(command.printed, printed)
            told = f"{command.words} prints\n{printed}\nand the manual says\n{command.printed}"
            assert is_told or self._is_writing, told
            written += f"$ {command.words}\n{command.printed if is_told else printed}"
        if written != block.text:
            self.found.append((_fenced(block.text), _fenced(written)))

    def _printed(self, command: str) -> str:
        """Return what a command prints; one after `echo WORDS |` is told the words."""
        program, *words = shlex.split(command)
        typed = ""
        if program == "echo":
            typed, _pipe, program, *words = words
        assert program == "excomm", command
        self._capsys.readouterr()
        self._patch.setattr(sys, "stdin", io.StringIO(f"{typed}\n" if typed else ""))
        main(words)
        captured = self._capsys.readouterr()
        return captured.out + captured.err

    def write(self) -> None:
        """Write what commands printed into the manual, where it says something else."""
        text = MANUAL.read_text(encoding="utf-8")
        for before, after in self.found:
            text = text.replace(before, after, 1)
        if self.found:
            MANUAL.write_text(text, encoding="utf-8")


def _fenced(text: str) -> str:
    return f"```console\n{text}```\n"


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
