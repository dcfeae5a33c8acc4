"""Scenarios that were read before: the same files are not read again, and all else is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from game.scenario.catalogue import Catalogue
from game.scenario.loading import Loaded, loaded
from game.store import keeping
from game.store.keeping import KeptScenarios
from game.store.places import Places, places
from game.store.scenarios import files_of, found


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    monkeypatch.setattr(keeping, "LONG", 0)
    return places()


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    stored = found("river_incident", places())
    assert stored is not None
    return files_of(stored).documents


def fresh(home: Places) -> KeptScenarios:
    """Return what reads as another process would: it knows only what is kept."""
    KeptScenarios._last = None
    return KeptScenarios(home)


def keep(
    home: Places,
    files: Mapping[str, bytes],
    mods: Sequence[Mapping[str, bytes]] = (),
    translations: Sequence[Catalogue] = (),
) -> Loaded:
    """Read a scenario, and keep it."""
    kept = fresh(home)
    found = kept.note(files, mods, translations)
    kept.keep()
    return found


def is_read(home: Places, files: Mapping[str, bytes]) -> bool:
    """Return whether the files themselves have to be read."""
    return bool(fresh(home).read(files).documents)


def test_what_was_kept_is_not_read_again(home: Places, files: Mapping[str, bytes]) -> None:
    assert is_read(home, files)
    assert is_read(home, files)
    keep(home, files)
    assert not is_read(home, files)
    assert fresh(home).read(files).scenario == loaded(files).scenario


def test_other_bytes_or_another_name_are_another_scenario(home: Places, files: Mapping[str, bytes]) -> None:
    keep(home, files)
    name = next(iter(files))
    assert is_read(home, {**files, name: files[name] + b"\n"})
    assert is_read(home, {f"elsewhere/{each}": content for each, content in files.items()})


def test_another_program_reads_anew(
    home: Places, files: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(home, files)
    monkeypatch.setattr(keeping, "version_of", lambda _: "another")
    assert is_read(home, files)


def mod(name: str) -> Mapping[str, bytes]:
    text = f"""\
format: 1
id: {name}
title: A Mod
summary: It changes nothing.
extends: river_incident
needs: ">=0.1"
patch: {{}}
"""
    return {f"{name}/mod.yaml": text.encode()}


MOD, OTHER = mod("calm"), mod("mild")


def test_translations_are_always_read(home: Places, files: Mapping[str, bytes]) -> None:
    for _ in range(2):
        assert keep(home, files, [], [Catalogue("es.po")]).documents
    assert is_read(home, files)


def test_a_scenario_with_a_mod_is_kept_beside_it_without(home: Places, files: Mapping[str, bytes]) -> None:
    first = keep(home, files, [MOD])
    again = fresh(home).read(files, [MOD])
    assert first.documents
    assert not again.documents
    assert again.scenario == first.scenario
    assert [(each.id, each.title) for each in again.mods] == [(each.id, each.title) for each in first.mods]
    assert is_read(home, files)


def test_mods_are_kept_in_their_order(home: Places, files: Mapping[str, bytes]) -> None:
    keep(home, files, [MOD, OTHER])
    assert not fresh(home).read(files, [MOD, OTHER]).documents
    for others in ([OTHER, MOD], [MOD], [{**MOD, **OTHER}]):
        assert fresh(home).read(files, others).documents


def test_what_has_a_fault_is_not_kept(home: Places, files: Mapping[str, bytes]) -> None:
    name = next(each for each in files if each.endswith("scenario.yaml"))
    faulty = {**files, name: files[name] + b"nonsense: 1\n"}
    for _ in range(2):
        assert keep(home, faulty).diagnostics


def test_a_short_scenario_is_read_again(
    home: Places, files: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "LONG", sum(map(len, files.values())) + 1)
    keep(home, files)
    assert is_read(home, files)


def test_the_last_one_is_ready_however_short_it_is(
    home: Places, files: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "LONG", sum(map(len, files.values())) + 1)
    kept = fresh(home)
    first = kept.read(files).scenario
    assert kept.read(files).scenario is first
    other = {f"elsewhere/{each}": content for each, content in files.items()}
    assert kept.read(other).documents
    assert kept.read(files).documents


def test_what_somebody_else_read_is_ready_and_is_kept_all_the_same(
    home: Places, files: Mapping[str, bytes]
) -> None:
    first = fresh(home).read(files)
    kept = KeptScenarios(home)
    again = kept.note(files)
    assert not again.documents
    assert again.scenario is first.scenario
    kept.keep()
    assert not is_read(home, files)


def test_a_damaged_file_is_read_anew_and_written_anew(home: Places, files: Mapping[str, bytes]) -> None:
    keep(home, files)
    [path] = (home.cache / "solutions").iterdir()
    path.write_bytes(path.read_bytes()[:-1])
    assert keep(home, files).documents
    assert not is_read(home, files)


def test_bytes_that_were_kept_and_are_no_scenario_are_read_anew(
    home: Places, files: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "to_bytes", lambda _: b"[]")
    keep(home, files)
    assert is_read(home, files)
