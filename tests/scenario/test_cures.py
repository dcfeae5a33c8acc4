"""What the cures of faults in whole scenarios propose is what was meant, and passes."""

from __future__ import annotations

import pytest

from game.diagnostics.diagnostic import Diagnostic
from game.scenario.loading import loaded

STRAIT = """\
format: 1
id: strait
title: The Strait
summary: The guns have begun to fire.
fiction: yes
clock: { starts: 1958-08-23 20:00, step: 12 h, ends: 1958-09-03 08:00 }
variables:
  tension: { label: Tension, start: 4, words: { 0: calm, 6: strained, 9: at the brink } }
  alert:
    label: Alert
    values: [watch, ready]
    words: { watch: on watch, ready: cleared for action }
    start: watch
flags: { talks_open: The talks are open., escorted: The convoys are escorted. }
actors:
  mao: { name: Mao, role: Chairman, beliefs: { trust: { start: 5 } } }
decisions:
  convoy:
    title: Shall the fleet escort the convoys?
    options:
      escort: { label: Escort them, remember: escorted, change: { tension: +1, mao.trust: -1 } }
      stand_off: { label: Let them be, change: { tension: -1 } }
events:
  near_miss:
    title: A near miss
    at: 1958-08-30 21:00
    when: tension >= 2
    move: { helena: amoy }
    chance:
      hit: { odds: 12 - tension, text: It hits., change: { tension: +1 } }
      miss: { odds: 3, text: It falls short., remember: talks_open }
responses:
  reply: { by: mao, after: convoy.escort, in: 12 h, text: Radio Peking speaks., change: { tension: +1 } }
map:
  view: { strait: { box: 21 N 116 E to 27 N 123 E } }
  places: { amoy: { label: Amoy, at: 24.4 N 118.1 E } }
  markers: { helena: { kind: ship, side: usa, at: 24.0 N 119.0 E, label: Helena } }
endings:
  war: { priority: 10, when: tension >= 9, title: War, text: It is war. }
  quiet: { when: time is over, title: Quiet, text: It is quiet. }
setups:
  history: { label: History, about: As it was., set: { tension: 5 } }
"""


def said(old: str, new: str) -> tuple[Diagnostic, ...]:
    """Return what is said when a part of the sound scenario is written otherwise."""
    assert STRAIT.count(old) == 1
    return loaded({"strait/scenario.yaml": STRAIT.replace(old, new).encode()}).diagnostics


def cure(old: str, new: str) -> str | None:
    """Return the cure of the one fault."""
    (fault,) = said(old, new)
    return fault.help


def test_the_scenario_of_these_tests_is_sound() -> None:
    assert said("tension: 5", "tension: 5") == ()


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("at: 24.4 N 118.1 E", "at: 24.4 N, 118.1 E", "write `24.4 N 118.1 E`"),
        ("at: 24.4 N 118.1 E", "at: 24,4 N 118,1 E", "write `24.4 N 118.1 E`"),
        ("at: 24.4 N 118.1 E", "at: 24.4 N 118.1 E, or so", "write degrees north or south and east or west"),
        (
            "label: Let them be",
            "label: No, let them be",
            'put a value with a comma in quotation marks: `label: "',
        ),
    ],
)
def test_a_value_that_a_comma_cut_gets_the_cure_of_the_whole_value(old: str, new: str, meant: str) -> None:
    assert (cure(old, new) or "").startswith(meant)


CONDITIONS = [
    ("tension is strained", "E301", "write `tension between 6 and 8`"),
    ("tension is not calm", "E301", "write `not tension <= 5`"),
    ("tension is at the brink", "E300", "write `tension >= 9`"),
    ('tension is "strained"', "E300", "write `tension between 6 and 8`"),
    ("tension >= 2 and alert is Cleared for action or talks_open", "E300", "write `ready`"),
    ("alert is on watch", "E300", "write `watch`"),
    ("chosen.convoy is Let them be", "E300", "write `stand_off`"),
    ("near_miss", "E301", "did you mean `seen.near_miss`?"),
    ("chosen.near_miss", "E301", "did you mean `seen.near_miss`?"),
    ("convoy is escort", "E301", "did you mean `chosen.convoy`?"),
    ("seen.convoy", "E301", "did you mean `chosen.convoy`?"),
    ("seen.talks_open", "E301", "did you mean `talks_open`?"),
    ("convoy.escort", "E301", "did you mean `chosen.convoy is escort`?"),
    ("chosen.convoy.escort", "E301", "did you mean `chosen.convoy is escort`?"),
    ("chosen.stand-off is yes", "E301", "did you mean `chosen.convoy is stand_off`?"),
    ("time over", "E300", "write `time is over`"),
    ("talks_open or chosen.convoy escort", "E300", "write `chosen.convoy is escort`"),
    ("trust > 3", "E301", "did you mean `mao.trust`?"),
    (
        "seen.near_miss.hit",
        "E301",
        "did you mean `seen.near_miss`? Outcomes cannot be asked: let one `remember:` a flag, and ask that",
    ),
]


@pytest.mark.parametrize(("text", "code", "meant"), CONDITIONS, ids=[row[0] for row in CONDITIONS])
def test_what_is_near_is_proposed_for_a_condition(text: str, code: str, meant: str) -> None:
    (fault,) = said("when: tension >= 9", f"when: '{text}'")
    assert (fault.code, fault.help) == (code, meant)


def test_a_word_that_the_player_sees_is_marked_whole() -> None:
    (fault,) = said("when: tension >= 9", "when: tension is at the brink")
    assert fault.message == "`at the brink` is what the player reads of `tension`"
    assert fault.span.end_column - fault.span.column == len("at the brink")


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("alert: cleared for action", "write `ready`"),
        ("tension: at the brink", "write a number from 9 to 10"),
        ("tension: strained", "write a number from 6 to 8"),
    ],
)
def test_what_is_meant_by_a_word_that_the_player_sees_is_proposed_under_set(given: str, meant: str) -> None:
    assert cure("remember: talks_open", f"set: {{ {given} }}, remember: talks_open") == meant


def test_a_belief_is_proposed_for_its_last_part() -> None:
    assert cure("mao.trust: -1", "trust: -1") == "did you mean `mao.trust`?"


FIELDS = [
    (
        "set: { tension: 5 }",
        "set: { tension: 5, escorted: yes }",
        "only variables stand here; a flag is `no`",
    ),
    ("set: { tension: 5 }", "pin: { tension: 5 }", "the start of a variable is given under `set:`"),
    ("start: watch", "start: [watch, ready]", "write `one of watch, ready`"),
    ("start: watch", "start: watch or ready", "write `one of watch, ready`"),
    ("Tension, start: 4", "Tension, start: one of 3 5 7", "write `one of 3, 5, 7`"),
    ("stand_off: { label", "stand-off: { label", "write `stand_off`: small letters, digits and `_`"),
    ("helena: amoy", "helena: 24.0 N 118.9 E", "give the place an id under `places:` of the map"),
    ("after: convoy.escort", "after: escort", "did you mean `convoy.escort`?"),
    ("remember: escorted,", 'remember: "escorted, talks_open",', "write `[escorted, talks_open]`"),
    ("remember: escorted,", "remember: escorted, talks_open,", "write `[escorted, talks_open]`"),
    ("It falls short.", "It falls short.</b>", "write `<mao>` or `<mao|other words>`"),
    ("It falls short.", "It <b>falls</b> short.", "leave out `<b>` and `</b>`"),
    ("when: time is over", "when: near-miss", "did you mean `seen.near_miss`?"),
]


@pytest.mark.parametrize(("old", "new", "meant"), FIELDS, ids=[row[1].strip() for row in FIELDS])
def test_a_fault_has_one_cure_that_says_what_passes(old: str, new: str, meant: str) -> None:
    assert (cure(old, new) or "").startswith(meant)
