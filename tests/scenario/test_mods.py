from __future__ import annotations

import pytest

from game.scenario.mods import extended, is_mod
from game.scenario.versions import is_within
from tests.scenario.modding import RIVER, mod, modded, told


@pytest.mark.parametrize(
    ("version", "needs", "expected"),
    [
        ("0.4.1", ">=0.1, <1.0", True),
        ("0.1", ">=0.1.0", True),
        ("1", "<1.0", False),
        ("1.0.0", "1", True),
        ("1.0.1", "=1", False),
        ("0.10", ">0.9", True),
        ("1", "", None),
        ("1", ">=0.1,", None),
        ("1", "~1", None),
    ],
)
def test_versions_are_compared_by_their_numbers(version: str, needs: str, expected: bool) -> None:  # noqa: FBT001
    assert is_within(version, needs) is expected


@pytest.mark.parametrize("needs", [">=0.5", "<0.4", "newer"])
def test_a_mod_that_does_not_fit_the_version_is_told(needs: str) -> None:
    read = modded(mod("variables: { tension: { start: 7 } }", needs=needs))
    assert told(read) == [("E119", "rapids", 6)]
    assert read.scenario is None


def test_a_scenario_that_says_no_version_is_of_the_first() -> None:
    river = RIVER.replace("version: 0.4.1\n", "")
    assert told(modded(mod("events: { fog: remove }", needs="0.1.0"), river=river)) == []


def test_a_mod_says_what_a_mod_must() -> None:
    files = {"rapids/scenario.yaml": b"format: 1\nid: rapids\ntitle: Rapids\nextends: river\n"}
    read = modded(files)
    assert told(read) == [("E201", "rapids", 1)] * 3
    assert {each.message for each in read.diagnostics} == {
        f"a mod needs `{name}:`" for name in ("summary", "needs", "patch")
    }


def test_sections_beside_the_patch_are_told_to_stand_in_it() -> None:
    files = mod("events: { fog: remove }")
    files["rapids/scenario.yaml"] += b"variables: { tension: { start: 2 } }\n"
    read = modded(files)
    assert told(read) == [("E202", "rapids", 9)]
    assert read.diagnostics[0].help == "move it there, two spaces in"


def test_a_later_format_is_the_only_thing_told() -> None:
    files = {"rapids/scenario.yaml": b"format: 2\nid: rapids\nextends: river\nnews: yes\n"}
    assert [code for code, _, _ in told(modded(files))] == ["E117"]


def test_an_unreadable_mod_does_not_hide_the_faults_of_its_scenario() -> None:
    read = modded({"rapids/scenario.yaml": b"extends: [river\n"}, river=RIVER.replace("Tension", ""))
    assert {file for _, file, _ in told(read)} == {"rapids", "river"}


def test_a_mod_is_known_by_what_it_extends() -> None:
    files = mod("events: { fog: remove }")
    named = extended(files)
    assert is_mod(files)
    assert named is not None
    assert (named.value, named.span.line) == ("river", 5)
    assert not is_mod({"river/scenario.yaml": RIVER.encode()})
    assert not is_mod({"river/scenario.yaml": b"summary: |\n  one that\n  extends: nothing\n"})
    assert extended({"rapids/scenario.yaml": b"extends:\n"}) is None
