"""What `excomm new` writes: a small scenario with its remarks, its tests, and what an editor needs."""

from __future__ import annotations

SCENARIO = """\
# yaml-language-server: $schema=.excomm/schema.json
# A scenario of three decisions to begin with. Change anything, then run `excomm check` and `excomm test`.
# scenarios/REFERENCE.md, or `excomm docs`, lists every field; MODDING.md explains them.
format: 1
id: NEW_ID
title: NEW_TITLE
summary: The river is rising, and the dyke is old. You have one night.
author: Your name
license: CC-BY-4.0
version: 0.1.0
# Fiction needs no sources. For history take this line out; `excomm check` then asks for them.
fiction: yes

# The clock stops at each multiple of the step, and whenever something is due.
clock:
  starts: 1953-01-31 18:00
  step: 3 h
  ends: 1953-02-01 12:00

# What the player sees at all times: at most five readings.
status:
  water: meter
  trust: words
  deadline: countdown

# One actor is the player. Advisers sit in the room.
actors:
  mayor:
    name: Anna Vos
    role: Mayor
    side: town
    player: yes
  engineer:
    name: Pieter Blok
    role: Dyke Engineer
    side: town
    adviser: yes
    portrait: { hair: thin, hair_colour: grey, glasses: yes }

# Numbers go from 0 to 10 unless a range is given. Hidden ones are known to the rules alone.
variables:
  water:
    label: The water
    start: 5
    words: { 0: low, 4: high, 6: very high, 8: at the top of the dyke }
  trust:
    label: The town's trust
    start: 6
    words: { 0: gone, 3: thin, 5: steady, 8: firm }
  dyke:
    range: 2 to 8
    # One of 4, 5 and 6, equally likely: this is the luck of the game.
    start: 4 to 6 by 1
    hidden: yes
    about: How much water the dyke can bear.

flags:
  warned: The town has been warned.
  broken: The dyke has broken.

# Reports may guess at hidden values.
intelligence:
  soundings:
    title: Soundings along the dyke
    at: 1953-01-31 20:00
    from: The engineer to the mayor
    confidence: medium
    unknown:
      - What the old clay beneath it is worth.
    estimates: { dyke: within 1 }
    text: By our soundings the dyke can bear a water of {estimate.dyke}.

decisions:
  bells:
    title: Shall the bells be rung?
    text: It is raining. Half of the town is at supper. The water is {water}.
    # With a deadline the player may wait; when it passes, this is done.
    deadline: 6 h
    if_late: keep_quiet
    options:
      ring:
        label: Ring the bells
        about: Everyone will know, and many will be afraid.
        course: talk
        change: { trust: -1 }
        remember: warned
        text: Lamps are lit in all the windows.
      keep_quiet:
        label: Keep quiet
        about: It has rained before.
        course: hold
        because: To do nothing is a choice too.

  gates:
    title: Shall the sluices be opened?
    text: Open sluices would drown the fields of forty farms, and take the weight from the dyke.
    at: 1953-01-31 21:00
    deadline: 6 h
    if_late: keep_shut
    advice:
      engineer:
        supports: open
        says: Fields dry again. A dyke that is gone is gone.
        for:
          - The water would fall at once.
        against:
          - The farmers will not forget it.
    options:
      open:
        label: Open the sluices
        course: force
        change: { water: -3, trust: -2 }
        text: By midnight the fields are a lake.
      keep_shut:
        label: Keep them shut
        course: hold
        because: The fields are all that the farmers have.

  morning:
    title: What will you tell them?
    text: The rain has stopped. The square is full of people.
    at: 1953-02-01 07:00
    deadline: 3 h
    if_late: say_nothing
    options:
      the_truth:
        label: Tell them how near it was
        course: talk
        # One of the outcomes happens. Odds are weights, and may be any number that the rules know.
        chance:
          they_listen:
            odds: trust
            change: { trust: +2 }
            text: Nobody speaks for a while. Then they clap.
            because: Those who trust her already will go on doing so.
          they_shout:
            odds: 10 - trust
            change: { trust: -2 }
            text: They shout her down.
      say_nothing:
        label: Say nothing
        course: hold
        change: { trust: -1 }
        text: They go home and talk among themselves.

events:
  rain:
    title: Rain
    every: 6 h
    quiet: yes
    change: { water: +1 }
  crest:
    title: The crest of the flood
    at: 1953-02-01 06:00
    chance:
      breaks:
        odds: max(0, water - dyke)
        remember: broken
        text: There is a sound like a train, and then the lamps go out.
        because: The more the water exceeds what the dyke can bear, the likelier it breaks.
      holds:
        odds: 3
        text: The water stands a hand below the top, and stays there.

# Of the endings that hold, the one with the highest priority comes. Rank 1 is the best.
endings:
  drowned:
    priority: 20
    when: broken and not warned
    title: No Bells
    text: The water came to the houses before anyone knew.
    catastrophe: yes
    rank: 4
  on_the_hill:
    priority: 10
    when: broken
    title: On the Hill
    text: The town is gone. The people stand on the hill and look at it.
    rank: 3
  trusted:
    priority: 5
    when: time is over and trust >= 5
    title: A Dry Morning
    text: The dyke has held, and so has the town.
    rank: 1
  doubted:
    when: time is over
    title: A Cold Morning
    text: The dyke has held. At the next election there is another mayor.
    rank: 2
"""

TESTS = """\
# yaml-language-server: $schema=.excomm/tests.json
# Tests of the scenario around this file. `excomm test` runs them.
tests:
  a town that is warned is never drowned:
    choose: { bells: ring }
    never: [drowned]
  open sluices keep the dyke whole:
    choose: { gates: open }
    never: [crest.breaks]
  silence and shut sluices are a gamble:
    choose: { bells: keep_quiet, gates: keep_shut }
    odds: { drowned: 38.3% }
  who waits for everything has kept quiet:
    choose: { bells: wait, gates: wait, morning: wait }
    pin: { crest: holds }
    ending: trusted
    expect: [chosen.bells is keep_quiet, chosen.gates is keep_shut]
    within: 18 h
"""

SETTINGS = """\
{
  "yaml.schemas": {
    ".excomm/schema.json": ["*.yaml", "!*.test.yaml", "!*.run.yaml", "!*.policy.yaml"],
    ".excomm/tests.json": ["*.test.yaml"],
    ".excomm/policies.json": ["*.policy.yaml"]
  },
  "yaml.schemaStore.enable": false,
  "[yaml]": {
    "editor.quickSuggestions": { "other": true, "comments": false, "strings": true },
    "editor.tabSize": 2,
    "editor.insertSpaces": true
  }
}
"""

EXTENSIONS = """\
{
  "recommendations": ["redhat.vscode-yaml"]
}
"""


def title_of(name: str) -> str:
    """Return a title to begin with.

    >>> title_of("berlin_1961")
    'Berlin 1961'
    """
    return name.replace("_", " ").strip().title()


def beginning(name: str) -> dict[str, str]:
    """Return the files of a new scenario of that id, by their paths in its folder."""
    scenario = SCENARIO.replace("NEW_ID", name).replace("NEW_TITLE", title_of(name))
    return {
        "scenario.yaml": scenario,
        f"{name}.test.yaml": TESTS,
        ".vscode/settings.json": SETTINGS,
        ".vscode/extensions.json": EXTENSIONS,
    }
