"""Mods on the shelves: found with what they extend, refused with a place, kept in runs."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from game.engine.moves import Answer
from game.session.said import Said
from game.session.session import Session, after, started
from game.store.library import Volume, volume, volumes
from game.store.places import Places
from game.store.recorded import recorded
from game.store.runs import save_run
from game.store.scenarios import stored_at
from tests.scenario.modding import HEAD, RIVER

PATCH = "patch: { variables: { tension: { start: 7 } } }\n"


def shelve(home: Places, name: str, text: str) -> Path:
    folder = home.scenarios / name
    folder.mkdir(parents=True)
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    return folder


def shelve_mod(home: Places, name: str = "rapids", extends: str = "river", patch: str = PATCH) -> Path:
    head = HEAD.format(id=name, needs=">=0.1, <1.0").replace("extends: river", f"extends: {extends}")
    return shelve(home, name, head + patch)


def opened(path: Path, *mods: Path, home: Places) -> Volume:
    stored, *more = (stored_at(each) for each in (path, *mods))
    assert stored is not None
    return volume(stored, [each for each in more if each is not None], home)


def codes(found: Volume) -> list[tuple[str, str, int]]:
    return [(each.code, each.span.file, each.span.line) for each in found.errors]


def test_a_mod_opens_its_scenario_with_the_mod_applied(home: Places) -> None:
    shelve(home, "river", RIVER)
    found = opened(shelve_mod(home), home=home)
    assert found.scenario is not None
    assert found.scenario.id == "river"
    assert found.scenario.mods == ("rapids",)
    assert found.scenario.variables["tension"].start.values == ((7, 1),)
    assert found.title is not None
    assert (found.name, found.title.written) == ("rapids", "Another River")


@pytest.mark.parametrize("extends", ["river", "../river"])
def test_what_is_extended_is_found_by_id_or_by_its_path_from_the_file(home: Places, extends: str) -> None:
    river = shelve(home, "river", RIVER)
    found = opened(shelve_mod(home, extends=extends), home=home)
    assert found.base is not None
    assert found.base.path.resolve() == river.resolve()


def test_a_mod_of_nothing_that_is_there_is_told_at_the_name(home: Places) -> None:
    found = opened(shelve_mod(home, extends="rivver"), home=home)
    assert codes(found) == [("E119", "rapids/scenario.yaml", 5)]
    assert found.scenario is None
    assert found.name == "rapids"


def test_a_mod_of_a_mod_is_told_so(home: Places) -> None:
    shelve(home, "river", RIVER)
    shelve_mod(home)
    found = opened(shelve_mod(home, "eddies", extends="rapids"), home=home)
    assert codes(found) == [("E119", "eddies/scenario.yaml", 5)]
    assert found.errors[0].help == "extend `river` itself; several mods are given together with `--mod`"


def test_a_mod_of_itself_is_told_so(home: Places) -> None:
    assert codes(opened(shelve_mod(home, extends="rapids"), home=home)) == [
        ("E119", "rapids/scenario.yaml", 5)
    ]


def test_a_mod_of_another_scenario_does_not_go_beside_it(home: Places) -> None:
    river = shelve(home, "river", RIVER)
    shelve(home, "stream", RIVER.replace("id: river", "id: stream"))
    mod = shelve_mod(home, extends="stream")
    assert codes(opened(river, mod, home=home)) == [("E119", "rapids/scenario.yaml", 5)]


def test_mods_are_taken_in_the_order_given_and_each_once(home: Places) -> None:
    river = shelve(home, "river", RIVER)
    one = shelve_mod(home)
    other = shelve_mod(home, "eddies", patch="patch: { variables: { tension: { start: 2 } } }\n")
    for given, wanted in (((one, other), 2), ((other, one), 7)):
        scenario = opened(river, *given, home=home).scenario
        assert scenario is not None
        assert scenario.variables["tension"].start.values == ((wanted, 1),)
    beside = opened(one, one, other, home=home).scenario
    assert beside is not None
    assert beside.mods == ("rapids", "eddies")


def test_a_mod_may_be_a_pack(home: Places) -> None:
    shelve(home, "river", RIVER)
    text = (shelve_mod(home) / "scenario.yaml").read_text(encoding="utf-8")
    pack = home.scenarios / "eddies.zip"
    with zipfile.ZipFile(pack, "w") as archive:
        archive.writestr("eddies/scenario.yaml", text.replace("id: rapids", "id: eddies"))
    scenario = opened(pack, home=home).scenario
    assert scenario is not None
    assert scenario.mods == ("eddies",)


def test_a_mod_stands_in_the_list_beside_its_scenario(home: Places) -> None:
    shelve(home, "river", RIVER)
    shelve_mod(home)
    listed = {each.name: each for each in volumes(home)}
    assert not listed["river"].is_mod
    assert listed["rapids"].is_mod
    assert listed["rapids"].refusal is None


def test_assets_of_a_mod_are_those_of_the_scenario(home: Places) -> None:
    river = shelve(home, "river", RIVER)
    mod = shelve_mod(home)
    for folder in (river, mod):
        (folder / f"{folder.name}.png").write_bytes(b"PNG")
    assert set(opened(mod, home=home).assets) == {"river/river.png", "river/rapids.png"}


def played(found: Volume) -> Session:
    assert found.scenario is not None
    return after(started(found.scenario, "standard", 1), Answer("patrol", "hold"))


def test_a_run_remembers_the_mods_it_was_played_with(home: Places) -> None:
    shelve(home, "river", RIVER)
    session = played(opened(shelve_mod(home), home=home))
    path = save_run(home, session.run, "modded")
    assert "scenario: river\n" in path.read_text(encoding="utf-8")
    assert "mods: [rapids]\n" in path.read_text(encoding="utf-8")
    again = recorded(path, home)
    assert again.session == session
    assert again.warning is None


def test_a_run_with_a_mod_that_is_gone_says_which(home: Places) -> None:
    river = shelve(home, "river", RIVER)
    run = played(opened(river, home=home)).run._replace(mods=("rapids",))
    again = recorded(save_run(home, run, "modded"), home)
    assert again.session is None
    assert again.fault == Said("run.no_mod", {"file": "modded.run.yaml", "mod": "rapids"})
