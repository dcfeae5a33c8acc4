"""The way in: what is said, where, and with which exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import __version__
from game.commands import main as entry
from game.commands.interpreter import pip
from game.commands.main import COMMANDS, main
from tests.samples.night import NIGHT

ROOT = Path(__file__).parents[2]


def process(
    *words: str, out: int = subprocess.PIPE, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Return a finished process of the program that had nothing on its input."""
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.PIPE,
        check=False,
    )


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"excomm {__version__}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(f"  {command.word}" in told and command.about in told for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.word)
def test_every_command_has_its_own_help(command: entry.Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command.word, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"usage: excomm {command.word} ")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["plya"], "There is no command `plya`. Did you mean `play`? See `excomm --help`."),
        (["--versoin"], "There is no option `--versoin`. Did you mean `--version`? See `excomm --help`."),
        (["play", "--sed", "7"], "There is no option `--sed`. Did you mean `--seed`?"),
        (["play", "--seed=-1"], "--seed: needs a whole number from 0 to 18446744073709551615, not `-1`."),
        (["play", "--after", "2"], "`--after` goes with `--from RUN`."),
        (
            ["play", "--from", "x.run.yaml", "--setup", "a"],
            "`--from` has its own setup; leave out `--setup`.",
        ),
        (["where", "here"], "`here` is one argument too many."),
        (["simulate"], "The following arguments are required: PATH."),
        (["odds"], "A scenario needs a name; `excomm list` shows those that are found."),
    ],
)
def test_wrong_arguments_are_one_sentence_on_stderr_and_2(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(sentence)
    assert err.count("\n") == 1


def test_a_fault_of_ours_leaves_a_report_and_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_words: list[str]) -> int:
        raise ZeroDivisionError

    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    monkeypatch.setattr(entry, "_carried_out", broken)
    assert main(["list"]) == 3
    (report,) = (tmp_path / "crash").iterdir()
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    assert capsys.readouterr().err == f"ExComm has a fault of its own; the report lies at {report}.\n"


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        (KeyboardInterrupt(), 130, "Interrupted."),
        (FileNotFoundError(2, "No such file or directory", "x.run.yaml"), 2, "x.run.yaml: No such file"),
        (ModuleNotFoundError("", name="yaml"), 2, "pip install PyYAML` installs it."),
        (ModuleNotFoundError("", name="pygame.base"), 2, "pip install pygame-ce` installs it."),
        (ModuleNotFoundError("", name="numpy"), 2, f"`{pip()} install numpy` installs it."),
        (FileNotFoundError("No file 'Oswald-700.ttf'."), 2, "No file 'Oswald-700.ttf'.\n"),
    ],
)
def test_what_is_no_fault_of_ours_is_one_sentence(
    fault: BaseException,
    status: int,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def failing(_words: list[str]) -> int:
        raise fault

    monkeypatch.setattr(entry, "_carried_out", failing)
    assert main(["list"]) == status
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("words", ["--version", "--help"])
def test_the_way_in_loads_no_library(words: str) -> None:
    code = (
        "import sys; from game.commands.main import main; main(sys.argv[1:]);"
        "print(sorted({'argparse', 'numpy', 'platformdirs', 'pygame', 'yaml'} & set(sys.modules)))"
    )
    assert process("-c", code, words).stdout.split(b"\n")[-2].strip() == b"[]"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_reader_that_goes_away_is_no_fault() -> None:
    read, write = os.pipe()
    os.close(read)
    done = process("-m", "game", "where", out=write)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("page", ["cp437", "cp1252", "ascii"])
def test_any_code_page_can_be_printed_on(page: str, tmp_path: Path) -> None:
    done = process("-m", "game", "where", PYTHONIOENCODING=page, EXCOMM_HOME=str(tmp_path / "Хрущёв"))
    assert done.returncode == 0
    assert b"runs: " in done.stdout


def test_without_display_and_without_anybody_to_answer_one_sentence_says_what_to_do() -> None:
    done = process("main.py", DISPLAY="", WAYLAND_DISPLAY="", SDL_VIDEODRIVER="")
    assert done.returncode == 2
    assert done.stderr.startswith(b"There is no display and nobody to answer: ")
    assert done.stderr.count(b"\n") == 1


def test_a_summary_of_several_lines_is_indented_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    folder = tmp_path / "scenarios" / "night"
    folder.mkdir(parents=True)
    text = NIGHT.replace("summary: One night.", "summary: |\n  One night.\n  No moon.")
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    assert main(["list"]) == 0
    assert "night: A Night\n    One night.\n    No moon.\n    setups: standard\n" in capsys.readouterr().out
