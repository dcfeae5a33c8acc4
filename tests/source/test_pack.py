"""Packs: what is read, what is refused, and that no bytes can fill memory or leave the pack."""

from __future__ import annotations

import io
import stat
import struct
import tracemalloc
import zipfile
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.source.limits import MOST_BYTES_IN_A_PACK
from game.source.pack import Pack, pack_files

YAML = b"format: 1\n"


def zipped(*files: tuple[str | zipfile.ZipInfo, bytes], way: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", way) as archive:
        for name, content in files:
            archive.writestr(name, content, compress_type=way)
    return stream.getvalue()


def told(pack: Pack) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in pack.faults]


def codes_of(*names: str | zipfile.ZipInfo) -> list[str]:
    return [each.code for each in pack_files(zipped(*((name, YAML) for name in names)), "river.zip").faults]


def test_files_are_named_from_the_folder_that_holds_the_scenario() -> None:
    within = zipped(("river/scenario.yaml", YAML), ("river/images/boat.png", b"x"))
    bare = zipped(("scenario.yaml", YAML), ("images/boat.png", b"x"))
    wanted = {"river/scenario.yaml": YAML, "river/images/boat.png": b"x"}
    assert pack_files(within, "river.zip") == pack_files(bare, "river.zip") == Pack(wanted, ())
    assert pack_files(bare, "river.ZIP").files == wanted


def test_the_one_folder_in_a_pack_is_the_scenario_s_whatever_the_pack_is_called() -> None:
    renamed = zipped(("river/a.yaml", YAML), ("river/lang/es.po", b""))
    assert list(pack_files(renamed, "river (1).zip").files) == ["river/a.yaml", "river/lang/es.po"]
    several = zipped(("river/a.yaml", YAML), ("stream/b.yaml", YAML))
    assert list(pack_files(several, "water.zip").files) == ["water/river/a.yaml", "water/stream/b.yaml"]


def test_folders_have_no_content() -> None:
    pack = pack_files(zipped(("river/", b""), ("river/a.yaml", YAML)), "river.zip")
    assert pack == Pack({"river/a.yaml": YAML}, ())


@pytest.mark.parametrize(
    "name",
    [
        "/etc/scenario.yaml",
        "//host/scenario.yaml",
        "../scenario.yaml",
        "a/../../b.yaml",
        "a/..",
        "../",
        "a\\b.yaml",
        "..\\b.yaml",
        "C:/b.yaml",
        "c:b.yaml",
    ],
)
def test_a_path_that_leaves_the_pack_is_refused(name: str) -> None:
    assert codes_of("scenario.yaml", name) == ["E121"]


def test_a_name_with_a_nul_is_refused() -> None:
    content = zipped(("a~b.yaml", YAML)).replace(b"a~b.yaml", b"a\0b.yaml")
    assert told(pack_files(content, "river.zip")) == [("E121", "`a\ufffdb.yaml` leaves the pack")]


def test_a_file_without_a_name_is_refused() -> None:
    pack = pack_files(directory_of([b""]), "river.zip")
    assert told(pack) == [("E124", "`` has no place in a pack")]


def test_a_link_is_refused() -> None:
    link = zipfile.ZipInfo("link.yaml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert codes_of("scenario.yaml", link) == ["E121"]


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"not a zip", zipped(("a.yaml", YAML))[:-30]],
    ids=["empty", "two letters", "a text", "cut off"],
)
def test_what_is_no_zip_is_refused(content: bytes) -> None:
    assert told(pack_files(content, "river.zip")) == [("E122", "this is not a zip that can be read")]


def test_an_encrypted_file_is_refused() -> None:
    content = bytearray(zipped(("a.yaml", YAML)))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert told(pack_files(bytes(content), "river.zip")) == [("E122", "`a.yaml` is encrypted")]


def test_a_damaged_file_is_refused() -> None:
    content = zipped(("a.yaml", YAML), way=zipfile.ZIP_STORED).replace(YAML, b"format: 2\n")
    assert told(pack_files(content, "river.zip")) == [("E122", "`a.yaml` cannot be read")]


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_without_a_bound_are_refused(way: int) -> None:
    pytest.importorskip({zipfile.ZIP_BZIP2: "bz2", zipfile.ZIP_LZMA: "lzma"}[way])
    faults = told(pack_files(zipped(("a.yaml", YAML), way=way), "river.zip"))
    assert faults == [("E122", "`a.yaml` is packed in a way that is not read here")]


@pytest.mark.parametrize(
    "name", ["images/CON.png", "aux/a.yaml", "nul.yaml", "a/lpt1.txt", "Com9.tar.yaml", "con/"]
)
def test_a_device_of_windows_is_refused(name: str) -> None:
    assert codes_of("scenario.yaml", name) == ["E123"]


def test_names_that_only_contain_a_device_are_taken() -> None:
    assert codes_of("console.yaml", "images/command.png", "auxiliary/nullable.txt") == []


def test_two_names_that_differ_only_in_case_are_refused() -> None:
    pack = pack_files(zipped(("a/Map.yaml", YAML), ("a/map.yaml", YAML)), "river.zip")
    assert told(pack) == [("E123", "`a/map.yaml` and `a/Map.yaml` are one file on some systems")]


@pytest.mark.parametrize("name", ["setup.exe", "yaml", "a/b", "a.yaml.py", "a.svg", "a.yaml ", "a.zip"])
def test_an_ending_outside_the_list_is_refused(name: str) -> None:
    assert codes_of("scenario.yaml", name) == ["E124"]


@pytest.mark.parametrize(
    "ending", ["yaml", "po", "txt", "md", "png", "jpg", "jpeg", "webp", "ogg", "wav", "PNG"]
)
def test_the_endings_of_the_list_are_taken(ending: str) -> None:
    assert codes_of(f"a.{ending}") == []


def test_all_faults_of_names_are_told_at_once_and_nothing_is_read() -> None:
    pack = pack_files(zipped(("../a.yaml", YAML), ("con.yaml", YAML), ("b.exe", YAML)), "river.zip")
    assert [each.code for each in pack.faults] == ["E121", "E123", "E124"]
    assert pack.files == {}
    assert {(each.span.file, each.span.line) for each in pack.faults} == {("river.zip", 0)}


def test_a_message_holds_no_sign_that_a_terminal_obeys() -> None:
    pack = pack_files(zipped(("\x1b[2J\u202e.exe", YAML)), "river.zip")
    assert told(pack) == [("E124", "`\ufffd[2J\ufffd.exe` has no place in a pack")]


def test_a_file_that_is_packed_too_well_is_refused() -> None:
    faults = told(pack_files(zipped(("a.txt", bytes(1_000_000))), "river.zip"))
    assert faults == [("E101", "`a.txt` is packed more than 200 to 1")]


def test_a_yaml_file_over_its_limit_is_refused() -> None:
    content = zipped(("a.yaml", bytes(range(256)) * 8_000), way=zipfile.ZIP_STORED)
    assert [each.code for each in pack_files(content, "river.zip").faults] == ["E101"]


def test_a_pack_over_its_limit_is_refused_as_a_whole() -> None:
    faults = told(pack_files(bytes(MOST_BYTES_IN_A_PACK + 1), "river.zip"))
    assert faults == [("E101", "the pack is over the limit of 64 MB")]


def test_more_files_than_the_limit_are_refused() -> None:
    content = zipped(*((f"{number}.txt", b"") for number in range(2_001)))
    assert told(pack_files(content, "river.zip")) == [("E101", "the pack is over the limit of 2,000 files")]
    within = zipped(*((f"{number}.txt", b"") for number in range(2_000)), ("folder/", b""))
    assert pack_files(within, "river.zip").faults == ()


def directory_of(names: Sequence[bytes]) -> bytes:
    """Return a zip that is nothing but a directory of files with these names."""
    rows = b"".join(
        struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 3, 20, *[0] * 8, len(name), *[0] * 6) + name
        for name in names
    )
    few = len(names) & 0xFFFF
    return rows + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, few, few, len(rows), 0, 0)


def test_a_directory_of_very_many_files_is_not_even_listed() -> None:
    content = directory_of([b"%06d" % number for number in range(200_000)])
    tracemalloc.start()
    faults = told(pack_files(content, "river.zip"))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert faults == [("E101", "the pack is over the limit of 2,000 files")]
    assert most < 1_000_000


@pytest.mark.parametrize("claimed", [0, 10, 1_000])
def test_sizes_that_the_directory_claims_are_not_believed(claimed: int) -> None:
    honest = zipped(("a.txt", bytes(80_000_000)))
    row = honest.index(b"PK\x01\x02")
    lying = honest[: row + 24] + struct.pack("<L", claimed) + honest[row + 28 :]
    tracemalloc.start()
    pack = pack_files(lying, "river.zip")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [each.code for each in pack.faults] in (["E101"], ["E122"])
    assert pack.files == {}
    assert most < 3 * MOST_BYTES_IN_A_PACK


SMALL = zipped(("river/scenario.yaml", YAML), ("river/images/boat.png", b"x" * 40), ("river/", b""))


@given(st.binary(max_size=200))
def test_any_bytes_give_a_pack_or_faults(content: bytes) -> None:
    for whole in (content, SMALL + content, content + SMALL):
        pack = pack_files(whole, "river.zip")
        assert not (pack.files and pack.faults)


@given(st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_pack_with_changed_bytes_gives_a_pack_or_faults(changes: list[tuple[int, int]]) -> None:
    content = bytearray(SMALL)
    for place, byte in changes:
        content[place] = byte
    pack = pack_files(bytes(content), "river.zip")
    assert not (pack.files and pack.faults)
    assert all(name.startswith("river/") and ".." not in name.split("/") for name in pack.files)
