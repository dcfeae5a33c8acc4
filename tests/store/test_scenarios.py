"""Scenarios on the shelves: which there are, how one is found, what of a folder is read."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.source.limits import MOST_BYTES_IN_A_FILE
from game.store import scenarios as room
from game.store.folder import Files, folder_files
from game.store.library import volumes
from game.store.places import Places
from game.store.scenarios import Stored, around, found, lying_here, stored_scenarios

SMALL = """\
format: 1
id: {id}
title: {title}
summary: One night.
license: CC-BY-4.0
fiction: yes
clock: {{ starts: 1969-03-02 20:00, step: 4 h, ends: 1969-03-03 08:00 }}
decisions:
  patrol:
    title: The boat is still out there.
    text: The commander asks for orders.
    options:
      hold: {{ label: Do nothing until dawn }}
      call: {{ label: Telephone the other bank }}
endings:
  quiet:
    when: time is over
    title: A Quiet Morning
    text: The boat is towed home.
"""


def shelve(shelf: Path, name: str, id_: str | None = None, title: str = "A Night") -> Path:
    folder = shelf / name
    folder.mkdir(parents=True)
    (folder / "scenario.yaml").write_text(SMALL.format(id=id_ or name, title=title), encoding="utf-8")
    return folder


def pack(path: Path, name: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}/scenario.yaml", SMALL.format(id=name, title="A Packed Night"))
    return path


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in the place of the shipped scenarios."""
    shelf = tmp_path / "shipped"
    shelf.mkdir()
    monkeypatch.setattr(room, "shipped", lambda _name: shelf)
    return shelf


def path_of(reference: str, places: Places, beside: Path | None = None) -> Path | None:
    stored = found(reference, places, beside)
    return stored.path if stored is not None else None


def test_the_shipped_scenario_counts_before_the_own_one_of_the_same_name(shipped: Path, home: Places) -> None:
    shelve(home.scenarios, "night")
    assert path_of("night", home) == home.scenarios / "night"
    shelve(shipped, "night")
    assert path_of("night", home) == shipped / "night"


def test_a_folder_or_pack_lies_here_where_it_holds_a_scenario(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    (here / "night").mkdir(parents=True)
    monkeypatch.chdir(here)
    assert lying_here("night") is None
    pack(here / "night.zip", "night")
    assert lying_here("night") == Stored("night", Path("night.zip"), "pack")
    (here / "night").rmdir()
    shelve(here, "night")
    assert lying_here("night") == Stored("night", Path("night"), "folder")


def test_folders_count_before_packs(shipped: Path, home: Places) -> None:
    pack(shipped / "night.zip", "night")
    assert path_of("night", home) == shipped / "night.zip"
    shelve(home.scenarios, "night")
    assert path_of("night", home) == home.scenarios / "night"


def test_a_folder_of_another_name_is_found_by_its_id(shipped: Path, home: Places) -> None:
    folder = shelve(shipped, "folder_of_another_name", "night")
    assert path_of("night", home) == folder


def test_a_path_counts_last(
    shipped: Path, home: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = shelve(tmp_path / "here", "night")
    monkeypatch.chdir(here.parent)
    stored = found("night", home)
    assert stored is not None
    assert stored.path.resolve() == here
    shelve(shipped, "night")
    assert path_of("night", home) == shipped / "night"
    assert path_of("./night", home) == Path("./night")


def test_the_scenario_around_a_file_counts_first(shipped: Path, home: Places, tmp_path: Path) -> None:
    shelve(shipped, "night")
    own = shelve(tmp_path / "elsewhere", "night")
    run = own / "runs" / "case.run.yaml"
    assert path_of("night", home, run) == own
    assert path_of("night", home, tmp_path / "case.run.yaml") == shipped / "night"


def test_a_file_that_lies_in_no_scenario_has_none_around_it(tmp_path: Path) -> None:
    assert around(tmp_path / "case.run.yaml") is None


@pytest.mark.usefixtures("shipped")
def test_what_is_no_scenario_is_not_found(home: Places) -> None:
    assert found("night", home) is None
    assert stored_scenarios(home) == ()


def test_tests_runs_and_hidden_folders_are_left_out_and_files_come_in_order(tmp_path: Path) -> None:
    folder = shelve(tmp_path, "night")
    for name in (
        "b.yaml",
        "a/z.yaml",
        "a.yaml",
        "night.test.yaml",
        "x.run.yaml",
        ".git/c.yaml",
        "lang/de.po",
    ):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x: 1\n")
    files = folder_files(folder)
    wanted = ["night/a/z.yaml", "night/a.yaml", "night/b.yaml", "night/scenario.yaml"]
    assert list(files.documents) == wanted
    assert set(files.others) == {"night/night.test.yaml", "night/x.run.yaml", "night/lang/de.po"}
    assert files.faults == ()


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_links_are_named_and_not_followed(tmp_path: Path) -> None:
    folder = shelve(tmp_path, "night")
    secret = tmp_path / "secret.yaml"
    secret.write_text("secret: 1\n")
    (folder / "link.yaml").symlink_to(secret)
    (folder / "elsewhere").symlink_to(tmp_path, target_is_directory=True)
    files = folder_files(folder)
    assert list(files.documents) == ["night/scenario.yaml"]
    assert [(each.code, each.span.file) for each in files.faults] == [
        ("E121", "night/elsewhere"),
        ("E121", "night/link.yaml"),
    ]


def test_a_huge_file_is_not_read_into_memory(tmp_path: Path) -> None:
    folder = shelve(tmp_path, "night")
    with (folder / "huge.yaml").open("wb") as file:
        file.truncate(10**9)
    files = folder_files(folder)
    assert len(files.documents["night/huge.yaml"]) == MOST_BYTES_IN_A_FILE + 1


def test_many_large_files_are_not_all_read(tmp_path: Path) -> None:
    folder = shelve(tmp_path, "night")
    for number in range(20):
        with (folder / f"{number:02}.yaml").open("wb") as file:
            file.truncate(MOST_BYTES_IN_A_FILE)
    assert sum(map(len, folder_files(folder).documents.values())) <= 6 * MOST_BYTES_IN_A_FILE


def test_more_files_than_the_limit_are_a_fault(tmp_path: Path) -> None:
    folder = shelve(tmp_path, "night")
    for number in range(2001):
        (folder / f"{number}.txt").touch()
    assert [each.code for each in folder_files(folder).faults] == ["E101"]


def test_the_library_has_good_and_broken_scenarios_and_skips_other_folders(
    shipped: Path, home: Places
) -> None:
    shelve(shipped, "night")
    broken = shelve(home.scenarios, "broken")
    (broken / "scenario.yaml").write_text(SMALL.format(id="broken", title="x") + "  loud: [\n")
    (home.scenarios / "notes").mkdir()
    (home.scenarios / "notes" / "todo.yaml").write_text("milk: 2\n")
    listed = {each.name: each for each in volumes(home)}
    assert set(listed) == {"night", "broken"}
    assert listed["night"].refusal is None
    refusal = listed["broken"].refusal
    assert listed["broken"].scenario is None
    assert refusal is not None
    assert refusal.startswith("broken/scenario.yaml:")


@pytest.mark.usefixtures("shipped")
def test_packs_are_in_the_library(home: Places) -> None:
    pack(home.scenarios / "night.zip", "night")
    (volume,) = volumes(home)
    assert volume.scenario is not None
    assert volume.scenario.title.written == "A Packed Night"


def _closed(path: Path) -> OSError:
    return PermissionError(13, "Permission denied", str(path))


def test_a_folder_that_cannot_be_read_hides_no_other(home: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("closed", "open"):
        shelve(home.scenarios, name)
    read = folder_files

    def refused(folder: Path) -> Files:
        if folder.name == "closed":
            raise _closed(folder)
        return read(folder)

    monkeypatch.setattr(room, "folder_files", refused)
    listed = {each.name: each.refusal for each in volumes(home)}
    assert listed["closed"] == "closed: this cannot be read: Permission denied."
    assert listed["open"] is None


def test_a_shelf_that_cannot_be_read_is_listed_and_hides_no_shipped_one(
    home: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.scenarios.mkdir(parents=True)
    inside = Path.iterdir

    def refused(folder: Path) -> Iterator[Path]:
        if folder == home.scenarios:
            raise _closed(folder)
        return inside(folder)

    monkeypatch.setattr(Path, "iterdir", refused)
    assert found("river_incident", home) is not None
    assert Stored("scenarios", home.scenarios, "folder") in stored_scenarios(home)


def test_no_file_is_read_for_an_id_that_could_be_none(
    shipped: Path, home: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shelve(home.cache, "night")
    shelve(shipped, "day")
    monkeypatch.delattr(room, "files_of")
    stored = found(str(folder), home)
    assert stored is not None
    assert stored.path == folder
