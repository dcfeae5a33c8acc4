"""Scenarios as bytes: back comes the same one with all its places, and nothing else ever comes of bytes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from game.frozen import replace
from game.scenario.hashing import content_hash
from game.scenario.kept import Kept, KeptError, from_bytes, to_bytes
from game.scenario.loading import loaded
from game.scenario.model import Scenario
from game.store.library import volume
from game.store.places import places
from game.store.scenarios import found, stored_scenarios
from tests.samples.night import NIGHT


def scenario_in(name: str, language: str | None = None) -> Scenario:
    stored = found(name, places())
    assert stored is not None
    scenario = volume(stored, language=language).scenario
    assert scenario is not None
    return scenario


@pytest.fixture(scope="module")
def river() -> Scenario:
    return scenario_in("river_incident")


@pytest.mark.parametrize("language", [None, "es"])
@pytest.mark.parametrize("name", [each.name for each in stored_scenarios(places())])
def test_what_comes_back_is_the_same_scenario_with_its_places(name: str, language: str | None) -> None:
    scenario = scenario_in(name, language)
    content = to_bytes(Kept(scenario))
    again = from_bytes(content)
    assert again == Kept(scenario)
    assert again.scenario.span == scenario.span
    assert to_bytes(again) == content


def test_mods_come_back_as_they_name_themselves(river: Scenario) -> None:
    stored = found("ankara_watches", places())
    assert stored is not None
    opened = volume(stored)
    assert opened.mod is not None
    [mod] = from_bytes(to_bytes(Kept(river, opened.loaded.mods))).mods
    assert mod == replace(opened.mod, patch=None)
    assert (mod.span, mod.places) == (opened.mod.span, {})


def test_the_hash_of_the_rules_comes_back_with_them(river: Scenario) -> None:
    content = to_bytes(Kept(river))
    assert content_hash(from_bytes(content).scenario) == content_hash(river)
    other = content.replace(content_hash(river).encode(), b"0" * 16)
    assert content_hash(from_bytes(other).scenario) == "0" * 16  # it is not worked out again
    assert content_hash(replace(from_bytes(other).scenario, version="2")) == content_hash(
        replace(river, version="2")
    )


def test_a_hash_is_a_word(river: Scenario) -> None:
    *form, _ = json.loads(to_bytes(Kept(river)))
    with pytest.raises(KeptError, match="another value"):
        from_bytes(json.dumps([*form, 7]).encode())


def test_a_list_of_thousands_of_conditions_comes_back() -> None:
    conditions = "".join(f"      - tension{'+1' * 190} != {400 + each}\n" for each in range(2000))
    text = NIGHT.replace("    when: time is over\n", f"    when:\n      - time is over\n{conditions}")
    scenario = loaded({"night/scenario.yaml": text.encode()}).scenario
    assert scenario is not None
    assert from_bytes(to_bytes(Kept(scenario))) == Kept(scenario)


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(None, id="nothing"),
        pytest.param([], id="no parts"),
        pytest.param([["tuple"], [], []], id="no value"),
        pytest.param([["tuple"], ["words"], [[0, 0]]], id="another value"),
        pytest.param([["tuple", "Kept"], ["words"], [[0], [1, 0, 1]]], id="words for a scenario"),
        pytest.param([["Words"], ["words"], [[0, 0, 0]]], id="a field too many"),
        pytest.param([["Words"], ["words"], [[0, 7]]], id="a place that is not there"),
        pytest.param([["Words"], ["words"], [[1, 0]]], id="a class that is not named"),
        pytest.param([["Popen"], ["words"], [[0, 0]]], id="a class of something else"),
        pytest.param([["Enum"], ["words"], [[0, 0]]], id="a class of classes"),
        pytest.param([["Evidence"], ["hearsay"], [[0, 0]]], id="a word that is not on the list"),
        pytest.param([["dict"], ["key"], [[0, 0]]], id="a key without a value"),
        pytest.param([["Words"], {"0": "words"}, [[0, "0"]]], id="a group for a list"),
    ],
)
def test_other_values_are_no_scenario(form: Any) -> None:
    with pytest.raises(KeptError):
        from_bytes(json.dumps(form and [*form, "0" * 16]).encode())


@pytest.mark.parametrize("content", [b"", b"\x80\x04cposix\nsystem\n", b"\xff", b"[" * 100_000, b'{"a": 1}'])
def test_other_bytes_are_no_scenario(content: bytes) -> None:
    with pytest.raises(KeptError):
        from_bytes(content)


def test_no_scenario_is_made_of_what_else_there_is(river: Scenario) -> None:
    summary: Any = range(3)
    with pytest.raises(TypeError, match="no scenario is made of a range"):
        to_bytes(Kept(replace(river, summary=summary)))
