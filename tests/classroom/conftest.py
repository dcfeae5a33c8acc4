"""A small crisis for lessons: an essential decision, one that is kept, some that are not."""

from __future__ import annotations

import pytest

from game.scenario.loading import loaded
from game.scenario.model import Scenario
from game.session.session import Session, started

STRAIT = """\
format: 1
id: strait
title: The Strait
summary: Ships come near. You have two days.
license: CC-BY-4.0
fiction: yes
clock:
  starts: 1970-05-04 08:00
  step: 4 h
  ends: 1970-05-06 20:00
status:
  tension: number
variables:
  tension:
    label: Tension
    start: 2
    range: 0 to 10
decisions:
  watch:
    title: Who watches the strait?
    minutes: 6
    historical: planes
    short: Planes watch the strait.
    options:
      boats:
        label: Boats
        change: { tension: +1 }
      planes:
        label: Planes
  convoy:
    title: A convoy comes. What now?
    text: Four ships with escorts will be at the line by noon.
    at: 1970-05-04 12:00
    essential: yes
    minutes: 12
    historical: shadow
    questions: [Who gains from waiting?]
    options:
      stop:
        label: Stop the convoy
        about: Warning shots if need be.
        course: force
        chance:
          they_shoot:
            odds: 1
            because: Their orders are not known.
            change: { tension: +5 }
          they_turn:
            odds: 3
            change: { tension: -1 }
      shadow:
        label: Shadow it and wait
        course: hold
      talk:
        label: Ask for talks
        course: talk
        change: { tension: -1 }
  report:
    title: Do you tell the papers?
    at: 1970-05-04 20:00
    minutes: 7
    historical: wait
    deadline: 4 h
    if_late: silence
    options:
      tell:
        label: Tell them
        change: { tension: +1 }
      silence:
        label: Say nothing
  offer:
    title: They make an offer.
    at: 1970-05-05 12:00
    minutes: 9
    historical: accept
    options:
      refuse:
        label: Refuse it
        change: { tension: +2 }
      accept:
        label: Accept it
        when: tension <= 5
        change: { tension: -2 }
endings:
  war:
    title: War
    text: The guns speak.
    when: tension >= 7
    priority: 5
    catastrophe: yes
    rank: 2
  quiet:
    title: Quiet
    text: The strait is open.
    when: time is over
    rank: 1
    historical: yes
timeline:
  shadowed:
    at: 1970-05-04 12:30
    text: The convoy was shadowed and turned away.
    matches: convoy.shadow
lesson:
  level: ages 14 to 18
  aims: [Weigh a choice by its risk.]
  lengths:
    20: { keep: [convoy] }
    45: { keep: [convoy, offer] }
    90: { keep: all }
  exit_ticket: [What would have changed your vote?]
"""


def scenario_of(text: str) -> Scenario:
    result = loaded({"strait/scenario.yaml": text.encode()})
    assert result.scenario is not None, result.diagnostics
    return result.scenario


@pytest.fixture(scope="session")
def strait() -> Scenario:
    return scenario_of(STRAIT)


@pytest.fixture
def game(strait: Scenario) -> Session:
    return started(strait, "standard", 3)
