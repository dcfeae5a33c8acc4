"""`excomm lesson`: the folder it writes, and what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.commands.main import main

ROOT = Path(__file__).parents[2]
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_pack_is_two_folders_and_what_is_missing_is_listed(capsys: Captured) -> None:
    assert main(["lesson", "night_patrol", "--minutes", "45", "-o", "pack"]) == 0
    told = capsys.readouterr().out
    assert {each.name for each in Path("pack").iterdir()} == {"pupils", "teacher"}
    assert "The authors have not written:" in told
    assert "historical:" in told


def test_a_scenario_to_begin_with_yields_a_pack() -> None:
    assert main(["new", "mine"]) == 0
    assert main(["lesson", "mine", "-o", "pack"]) == 0
    assert Path("pack/pupils/question_1.html").is_file()


def test_sheets_of_another_lesson_in_the_folder_are_named(capsys: Captured) -> None:
    assert main(["lesson", "berlin_1961", "--minutes", "90", "-o", "pack"]) == 0
    last = max(Path("pack/pupils").glob("question_*.html"), key=lambda each: int(each.stem.split("_")[1]))
    capsys.readouterr()
    assert main(["lesson", "berlin_1961", "--minutes", "20", "-o", "pack"]) == 0
    assert str(last) in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["night_patrol", "--minutes", "3", "-o", "x"], "A lesson has 15 to 180 minutes, not 3."),
        (["night_patrol", "--minutes", "many", "-o", "x"], "needs a whole number"),
        (["night_patrl", "-o", "x"], "Did you mean `night_patrol`?"),
        (["night_patrol", "--setup", "none", "-o", "x"], "has no setup `none`"),
        (["night_patrol", "--lang", "xx", "-o", "x"], "Nothing is translated into `xx`"),
        (["night_patrol"], "-o"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    words: list[str], sentence: str, capsys: Captured
) -> None:
    assert main(["lesson", *words]) == 2
    assert sentence in capsys.readouterr().err
    assert not Path("x").exists()


def test_a_file_in_place_of_the_folder_is_told(capsys: Captured) -> None:
    Path("pack").write_text("not a folder", encoding="utf-8")
    assert main(["lesson", "night_patrol", "-o", "pack"]) == 2
    assert "pack" in capsys.readouterr().err


def test_the_hand_outs_are_in_the_language_that_is_asked_for() -> None:
    assert main(["lesson", "night_patrol", "--lang", "es", "-o", "pack"]) == 0
    briefing = Path("pack/pupils/briefing.html").read_text(encoding="utf-8")
    assert '<html lang="es">' in briefing
    assert "Incidente en el río" in briefing


def test_the_page_for_teachers_names_commands_options_and_pictures_that_are_there(capsys: Captured) -> None:
    guide = ROOT / "scenarios" / "TEACHING.md"
    text = guide.read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)
    assert len(pictures) == 2
    assert all((guide.parent / each).is_file() for each in pictures)
    commands = set(re.findall(r"excomm (\w+)", text))
    assert commands == {"class", "compare", "lesson", "report"}
    options = set()
    for each in commands:
        assert main([each, "--help"]) == 0
        options |= set(re.findall(r"--[a-z]+(?:-[a-z]+)*", capsys.readouterr().out))
    assert set(re.findall(r"--[a-z]+(?:-[a-z]+)*", text)) <= options
