"""A small scenario, and mods of it written as their `patch:` alone."""

from __future__ import annotations

from game.scenario.loading import Loaded, loaded

RIVER = """\
format: 1
id: river
title: The River
summary: A patrol boat has drifted across the line.
version: 0.4.1
fiction: yes
renamed: { tenseness: tension }
clock: { starts: 1969-03-02 20:00, step: 4 h, ends: 1969-03-03 08:00 }
variables:
  tension: { label: Tension, start: 4, words: { 0: calm, 6: strained } }
  boats: { label: Boats, start: { 1: 30, 2: 70 } }
decisions:
  patrol:
    title: The boat is still out there.
    deadline: 8 h
    if_late: hold
    options:
      hold: { label: Do nothing, change: { tension: -1 } }
      fire: { label: Fire, change: { tension: +5, boats: +1 } }
events:
  fog: { title: Fog comes up, at: 1969-03-03 00:00, change: { tension: +1 } }
endings:
  war: { priority: 10, when: tension >= 9, title: War, text: It is war. }
  quiet: { when: time is over, title: Quiet, text: It is quiet. }
"""
HEAD = """\
format: 1
id: {id}
title: Another River
summary: The same night, otherwise.
extends: river
needs: "{needs}"
"""


def mod(patch: str, name: str = "rapids", needs: str = ">=0.1, <1.0") -> dict[str, bytes]:
    """Return the files of a mod; its patch begins at line 8."""
    lines = "".join(f"  {line}\n" for line in patch.strip("\n").split("\n"))
    return {f"{name}/scenario.yaml": f"{HEAD.format(id=name, needs=needs)}patch:\n{lines}".encode()}


def modded(*mods: dict[str, bytes], river: str = RIVER) -> Loaded:
    return loaded({"river/scenario.yaml": river.encode()}, mods)


def told(read: Loaded) -> list[tuple[str, str, int]]:
    """Return what was said, as codes with files and lines."""
    return [(each.code, each.span.file.partition("/")[0], each.span.line) for each in read.diagnostics]
