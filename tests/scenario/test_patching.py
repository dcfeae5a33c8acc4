from __future__ import annotations

from dataclasses import replace

import pytest

from game.scenario.hashing import content_hash
from game.scenario.loading import Loaded
from game.scenario.model import Scenario
from tests.scenario.modding import RIVER, mod, modded, told


def playable(read: Loaded) -> Scenario:
    assert read.scenario is not None, read.diagnostics
    return read.scenario


def test_a_field_is_replaced_and_the_rest_of_its_entry_stays() -> None:
    scenario = playable(modded(mod("variables: { tension: { start: 7 } }")))
    tension = scenario.variables["tension"]
    assert tension.start.values == ((7, 1),)
    assert tension.label is not None
    assert tension.label.written == "Tension"


def test_every_mapping_merges_key_by_key() -> None:
    changes = mod("decisions: { patrol: { options: { fire: { change: { boats: +3 } } } } }")
    words = mod("variables: { tension: { words: { 9: lost } } }", "more")
    scenario = playable(modded(changes, words))
    fire = scenario.decisions["patrol"].options["fire"].block
    assert [name for name, _ in fire.change] == ["tension", "boats"]
    assert [level for level, _ in scenario.variables["tension"].words] == [0, 6, 9]
    odds = playable(modded(mod("variables: { boats: { start: { 3: 100 } } }"))).variables["boats"].start
    assert odds.values == ((1, 30), (2, 70), (3, 100))


def test_a_list_is_replaced_whole() -> None:
    river = RIVER.replace("deadline: 8 h", "deadline: 8 h\n    when: [boats > 0, tension > 0]")
    one = playable(modded(mod("decisions: { patrol: { when: [tension > 2] } }"), river=river))
    same = playable(modded(river=river.replace("[boats > 0, tension > 0]", "[tension > 2]")))
    assert content_hash(one) == content_hash(same)


def test_what_is_removed_is_gone() -> None:
    patch = "events: { fog: remove }\ndecisions: { patrol: { deadline: remove, if_late: remove } }"
    scenario = playable(modded(mod(patch)))
    assert not scenario.events
    assert scenario.decisions["patrol"].deadline is None


def test_new_entries_go_last_in_the_order_of_the_file() -> None:
    patch = """
decisions:
  patrol:
    options:
      call: { label: Telephone, change: { tension: -2 } }
      hold: { about: Until dawn. }
flags: { agreed: Both sides have agreed. }
"""
    scenario = playable(modded(mod(patch)))
    assert list(scenario.decisions["patrol"].options) == ["hold", "fire", "call"]
    assert list(scenario.flags) == ["agreed"]


def test_a_patched_scenario_is_the_one_that_says_the_same_by_itself() -> None:
    patched = playable(modded(mod("variables: { tension: { start: 7 } }")))
    written = playable(modded(river=RIVER.replace("start: 4", "start: 7")))
    assert content_hash(patched) == content_hash(written) != content_hash(playable(modded()))
    assert patched.id == "river"
    assert patched.mods == ("rapids",)
    assert replace(patched, mods=()) == written


@pytest.mark.parametrize(
    ("patch", "line"),
    [
        ("events: { fgo: remove }", 8),
        ("events:\n  fog: { titel: remove }", 9),
        ("variables:\n  tensoin: { label: Tension }", 9),
        ("decisions:\n  patrol:\n    options:\n      fier:\n        change: { tension: +9 }", 11),
        (
            "decisions:\n  patrol:\n    options:\n      fire:\n        chance:\n          hit: { text: Hit }",
            13,
        ),
        ("endings: { war: { text: remove, words: remove } }", 8),
        ("phases:\n  dawn: { text: Light. }", 9),
    ],
)
def test_what_is_not_there_is_told_once(patch: str, line: int) -> None:
    found = [each for each in told(modded(mod(patch))) if each[1] == "rapids"]
    assert found == [("E801", "rapids", line)]


def test_the_name_that_was_meant_is_proposed() -> None:
    (fault,) = modded(mod("events: { fgo: remove }")).diagnostics
    assert fault.help == "did you mean `fog`?"


def test_a_slip_in_a_field_of_a_new_entry_is_told_as_such() -> None:
    assert told(modded(mod("events:\n  storm: { titel: A storm, at: 1969-03-03 04:00 }"))) == [
        ("E202", "rapids", 9)
    ]


def test_the_result_is_checked_as_a_whole_where_each_value_came_from() -> None:
    patch = "variables: { boats: remove }\nevents: { fog: { change: { tensoin: +1 } } }"
    assert told(modded(mod(patch))) == [("E301", "rapids", 9), ("E301", "river", 19)]


@pytest.mark.parametrize("field", ["id: other", "format: 1", "version: 0.2.0", "extends: river", "patch: {}"])
def test_a_patch_does_not_change_what_the_scenario_is(field: str) -> None:
    assert told(modded(mod(field))) == [("E202", "rapids", 8)]


@pytest.mark.parametrize("value", ["gone", "", "[a, b]"])
def test_an_entry_is_not_replaced_by_a_word(value: str) -> None:
    assert told(modded(mod(f"events:\n  fog: {value}"))) == [("E206", "rapids", 9)]


def test_a_former_id_still_names_its_entry() -> None:
    scenario = playable(modded(mod("variables: { tenseness: { start: 7 } }")))
    assert scenario.variables["tension"].start.values == ((7, 1),)


@pytest.mark.parametrize(
    "later",
    [
        "variables: { tension: { start: 2 } }",
        "variables: { tension: remove }",
        "variables: { tension: { start: { 2: 50, 3: 50 } } }",
    ],
)
def test_the_later_of_two_mods_is_told_of_a_field_that_both_set(later: str) -> None:
    first = mod("variables: { tension: { start: 7, label: Fear } }")
    found = [each for each in modded(first, mod(later, "eddies")).diagnostics if each.code == "W802"]
    assert {each.span.file for each in found} == {"eddies/scenario.yaml"}
    assert {note.span.file for each in found for note in each.notes} == {"rapids/scenario.yaml"}


def test_the_later_mod_holds() -> None:
    one, other = (
        mod(f"variables: {{ tension: {{ start: {start} }} }}", name)
        for name, start in (("rapids", 7), ("eddies", 2))
    )
    assert playable(modded(one, other)).variables["tension"].start.values == ((2, 1),)
    assert playable(modded(other, one)).variables["tension"].start.values == ((7, 1),)
    assert playable(modded(other, one)).mods == ("eddies", "rapids")


def test_two_mods_of_different_fields_go_together() -> None:
    one = mod("variables: { tension: { start: 7 } }")
    other = mod("variables: { tension: { label: Fear } }\nevents: { fog: remove }", "eddies")
    assert modded(one, other).diagnostics == ()


def test_a_patch_in_two_files_is_one_patch() -> None:
    files = {"rapids/a.yaml": mod("variables: { tension: { start: 7 } }")["rapids/scenario.yaml"]}
    files["rapids/more.yaml"] = b"patch:\n  events: { fog: remove }\n  variables: { boats: { start: 2 } }\n"
    scenario = playable(modded(files))
    assert not scenario.events
    assert scenario.variables["boats"].start.values == ((2, 1),)
    files["rapids/more.yaml"] = b"patch:\n  variables: { tension: { start: 2 } }\n"
    assert told(modded(files)) == [("E109", "rapids", 2)]
