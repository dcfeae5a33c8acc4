"""Where many runs went: the table, the shares, the page, and what becomes of bad runs among them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from game.commands.collect import COLUMNS
from game.commands.main import main
from tests.samples.night import NIGHT

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """Three games at the river; of the last the deadline answered."""
    folder = tmp_path / "class 4b"
    folder.mkdir()
    for name, seed, choices in (
        ("ann", 1, "patrol.fire"),
        ("bea", 2, "patrol.call"),
        ("cid", 3, "wait"),
    ):
        write(folder / f"{name}.run.yaml", seed, choices)
    return folder


def write(path: Path, seed: int, choices: str, scenario: str = "night_patrol") -> None:
    path.write_text(f"run: 1\nscenario: {scenario}\nseed: {seed}\nchoices: [{choices}]\n", encoding="utf-8")


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode(), newline="")))


def test_the_table_has_a_row_for_each_run(runs: Path, tmp_path: Path, capsys: Captured) -> None:
    table = tmp_path / "out" / "runs.csv"
    assert main(["collect", str(runs), "--csv", str(table)]) == 0
    heads, *rows = rows_of(table)
    assert heads == [*COLUMNS, "patrol"]
    assert [(row[0], row[4], row[5], row[7], row[9], row[10]) for row in rows] == [
        ("ann.run.yaml", "standard", "1", "war", "0", "fire"),
        ("bea.run.yaml", "standard", "2", "quiet", "0", "call"),
        ("cid.run.yaml", "standard", "3", "quiet", "1", "hold"),
    ]
    assert rows[0][8] == "1969-03-02 20:00"
    assert table.read_bytes().count(b"\r\n") == 4
    told = capsys.readouterr().out
    assert "A Quiet Morning (quiet)" in told
    assert "patrol.fire" in told


def test_runs_may_be_named_one_by_one(runs: Path, tmp_path: Path) -> None:
    table = tmp_path / "runs.csv"
    assert main(["collect", *map(str, sorted(runs.iterdir())), "--csv", str(table)]) == 0
    assert len(rows_of(table)) == 4


def test_a_run_that_cannot_be_read_is_named_and_the_others_are_counted(
    runs: Path, tmp_path: Path, capsys: Captured
) -> None:
    (runs / "dan.run.yaml").write_text("run: 1\nseed: x\nchoices: []\n", encoding="utf-8")
    write(runs / "eve.run.yaml", 1, "patrol.sing")
    write(runs / "fay.run.yaml", 1, "", scenario="nowhere")
    table = tmp_path / "runs.csv"
    assert main(["collect", str(runs), "--csv", str(table)]) == 1
    said = capsys.readouterr().err
    assert "dan.run.yaml:2:7" in said
    assert "eve.run.yaml:4" in said
    assert "`nowhere`" in said
    assert len(rows_of(table)) == 4


def test_a_game_that_goes_on_has_no_ending(runs: Path, tmp_path: Path, capsys: Captured) -> None:
    write(runs / "ann.run.yaml", 1, "")
    table = tmp_path / "runs.csv"
    assert main(["collect", str(runs), "--csv", str(table)]) == 0
    assert rows_of(table)[1][7] == ""
    assert "not over" in capsys.readouterr().out


def test_several_scenarios_share_a_table_but_no_page(runs: Path, tmp_path: Path, capsys: Captured) -> None:
    write(runs / "gil.run.yaml", 1, "", scenario="berlin_1961")
    table, page = tmp_path / "runs.csv", tmp_path / "page.html"
    assert main(["collect", str(runs), "--csv", str(table)]) == 0
    heads, *rows = rows_of(table)
    assert "patrol" in heads
    assert len(heads) > len(COLUMNS) + 2
    assert {len(row) for row in rows} == {len(heads)}
    assert main(["collect", str(runs), "-o", str(page)]) == 2
    assert "night_patrol" in capsys.readouterr().err
    assert not page.exists()


def test_what_a_spreadsheet_would_reckon_is_told_as_words(runs: Path, tmp_path: Path) -> None:
    (runs / "ann.run.yaml").rename(runs / "=1+1.run.yaml")
    table = tmp_path / "runs.csv"
    assert main(["collect", str(runs), "--csv", str(table)]) == 0
    assert "'=1+1.run.yaml" in {row[0] for row in rows_of(table)}


def test_the_page_has_the_endings_the_options_and_the_story(runs: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert main(["collect", str(runs), "-o", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert "Shots at Dawn" in text
    assert "Telephone the other bank" in text
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="graph"' in text
    assert "--heat: 1.0" in text


def test_titles_and_labels_stand_in_plain_words(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "night"
    folder.mkdir()
    linked = NIGHT.replace("The boat is still", "The <boat|boat> is still").replace(
        "Do nothing", "Let <boat|it> be"
    )
    codex = "codex: { boat: { kind: ship, title: Patrol boat, text: Small. } }\n"
    (folder / "scenario.yaml").write_text(linked + codex, encoding="utf-8")
    (folder / "a.run.yaml").write_text("run: 1\nseed: 1\nchoices: [patrol.hold]\n", encoding="utf-8")
    page = tmp_path / "page.html"
    assert main(["collect", str(folder), "-o", str(page)]) == 0
    told = capsys.readouterr().out
    assert "\nThe boat is still out there.\n" in told
    assert "Let it be (patrol.hold)" in told
    assert "boat|" not in page.read_text(encoding="utf-8")


def test_a_folder_without_runs_is_told(tmp_path: Path, capsys: Captured) -> None:
    assert main(["collect", str(tmp_path)]) == 2
    assert "holds no runs" in capsys.readouterr().err
