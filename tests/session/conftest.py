from __future__ import annotations

import pytest

from game.scenario.loading import loaded
from game.scenario.model import Scenario

RIVER = """\
format: 1
id: river
title: Incident at the River
summary: A patrol boat has drifted across the line. You have one night.
license: CC-BY-4.0
fiction: yes
clock:
  starts: 1969-03-02 20:00
  step: 4 h
  ends: 1969-03-03 20:00
status:
  tension: number
variables:
  tension:
    label: Tension
    start: 4
    range: 0 to 20
  their_fear:
    start: 2 to 6 by 2
    hidden: yes
actors:
  me:
    name: The commander
    player: yes
  them:
    name: The other bank
letters:
  answer:
    from: them
    to: me
    travels: one of 2 h, 6 h
    text: We agree to nothing.
decisions:
  patrol:
    title: The boat is still out there.
    text: The commander asks for orders.
    when: tension >= 1
    repeats: yes
    deadline: 8 h
    if_late: hold
    options:
      hold:
        label: Do nothing until dawn
        change: { tension: -1 }
      call:
        label: Telephone the other bank
        change: { tension: -2 }
        send: answer
        when: not seen.answer
      fire:
        label: Fire a warning shot
        chance:
          they_shoot:
            odds: their_fear
            text: They shoot back.
            change: { tension: +5 }
          they_turn:
            odds: 10 - their_fear
            text: The boat turns away.
            change: { tension: +1 }
endings:
  war:
    priority: 10
    catastrophe: yes
    when: tension >= 9
    title: Shots at Dawn
    text: By morning there is no one left to telephone.
  quiet:
    when: time is over
    title: A Quiet Morning
    text: The boat is towed home.
"""


SETUPS = """\
setups:
  calm:
    label: A calm night
    about: They fear little.
    set: { their_fear: 2 }
"""


def read(text: str) -> Scenario:
    result = loaded({"river/scenario.yaml": text.encode()})
    assert result.scenario is not None, result.diagnostics
    return result.scenario


@pytest.fixture(scope="session")
def river() -> Scenario:
    """A night at the river: a hidden start, a choice that comes back, a chance, a letter that travels."""
    return read(RIVER)


@pytest.fixture(scope="session")
def calm_river() -> Scenario:
    """The same with a setup that fixes the hidden start."""
    return read(RIVER + SETUPS)
