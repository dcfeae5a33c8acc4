"""Files that are whole or not there."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from game.store.atomic import read_at_most, set_aside, write_whole


def test_what_is_written_is_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "folder" / "file.yaml"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="there are no such rights there")
def test_others_may_read_what_they_may_read_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "any").touch()
    write_whole(tmp_path / "ours", b"words")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "any").stat().st_mode


def no_room(*_given: object, **_named: object) -> object:
    raise OSError(28, "No space left on device")


class FullFile(io.BytesIO):
    """A file that nothing can be written to."""

    def __init__(self, handle: int, _mode: str) -> None:
        super().__init__()
        os.close(handle)

    def write(self, _content: object, /) -> int:
        raise OSError(28, "No space left on device")


PLACES: tuple[tuple[object, str, object], ...] = (
    (Path, "mkdir", no_room),
    (os, "open", no_room),
    (os, "fdopen", FullFile),
    (os, "fsync", no_room),
    (Path, "replace", no_room),
)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: str(place[1]))
def test_wherever_the_disk_is_full_the_old_file_stays_and_no_rest(
    place: tuple[object, str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.yaml"
    write_whole(path, b"old")
    with monkeypatch.context() as patch:
        patch.setattr(*place)
        with pytest.raises(OSError, match="No space"):
            write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    write_whole(path, b"new")
    assert path.read_bytes() == b"new", "there is room again"


def test_files_set_aside_do_not_replace_each_other(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    names = []
    for content in (b"1", b"2"):
        path.write_bytes(content)
        names.append(set_aside(path).name)
    assert names == ["settings.broken-1.yaml", "settings.broken-2.yaml"]
    assert (tmp_path / "settings.broken-1.yaml").read_bytes() == b"1"
    assert not path.exists()


def test_a_long_file_is_read_to_one_byte_beyond_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "long"
    with path.open("wb") as file:
        file.truncate(10**9)
    assert len(read_at_most(path, 1000)) == 1001
