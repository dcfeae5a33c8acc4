"""A scenario of as many lines as asked for, in the manner of the shipped ones and without a fault."""

from __future__ import annotations

from itertools import chain, count, islice

HEAD = """\
format: 1
id: long_crisis
title: A Long Crisis
summary: A crisis of many days, made for measuring.
fiction: yes

clock:
  starts: 1962-10-16 09:00
  step: 6 h
  ends: 1964-10-28 18:00

status:
  value_0: meter

actors:
  president: { name: The President, player: yes }
  general: { name: The General, adviser: yes }
  premier: { name: The Premier }
"""
DECISION = """\
  decision_{n}:
    title: What now, for the {n}th time?
    when: value_{v} >= {low} and not flag_{f}
    text: |
      The council is split again. The count stands at {{value_{v}}}, and nobody in the room
      believes that it will stay there. *Nobody* says so. The ships are two days away.
    deadline: 24 h
    if_late: hold
    advice:
      general:
        supports: force
        says: Every day of waiting makes this harder to do.
    options:
      hold:
        label: Hold the line
        about: Nothing is hit, and nothing is given.
        course: hold
        change: {{ value_{v}: -1, value_{w}: +2 }}
      force:
        label: Use force
        when: value_{w} < 9 or flag_{g}
        course: force
        remember: flag_{f}
        chance:
          heavy:
            odds: value_{v} + 2
            text: It went further than was meant. The count is {{value_{w}}} now.
            change: {{ value_{v}: +3 }}
          light:
            odds: 12 - value_{v}
            text: It went as it was meant to go.
            change: {{ value_{v}: +1, value_{w}: 1 if flag_{g} else -1 }}
      talk:
        label: Talk to them
        course: talk
        change: {{ value_{w}: -2 }}
        forget: flag_{g}
"""
EVENT = """\
  event_{n}:
    title: The {n}th piece of news
    when: value_{v} > {low} and value_{w} between 1 and 8
    unless: flag_{f}
    text: |
      Something has happened that was not in any plan, and it is past noon before anybody
      can say what it was.
    change: {{ value_{v}: -2, value_{w}: +1 }}
    remember: flag_{g}
"""
RESPONSE = """\
  response_{n}:
    by: premier
    after: decision_{n}.force
    in: one of 8 h, 14 h
    when: value_{v} > 2
    text: He writes that he will not be the first to stop.
    change: {{ value_{w}: +1 }}
"""
ENDINGS = """\
endings:
  war:
    priority: 10
    catastrophe: yes
    when: value_0 >= 10 and value_1 >= 9
    title: War
    text: By morning there is no one left to ask.
  quiet:
    when: time is over
    title: Quiet
    text: It is over, and nobody can say why.
"""
VALUES = 40


def long_scenario(lines: int) -> str:
    """Return a scenario of about so many lines, the same each time."""
    each = sum(part.count("\n") for part in (DECISION, EVENT, RESPONSE))
    numbers = list(islice(count(), max(1, (lines - HEAD.count("\n") - 140) // each)))
    fields = [
        {
            "n": n,
            "v": n % VALUES,
            "w": (n * 7 + 3) % VALUES,
            "f": n % VALUES,
            "g": (n * 3 + 1) % VALUES,
            "low": n % 7 + 1,
        }
        for n in numbers
    ]
    values = (f"  value_{n}: {{ label: Value {n}, start: {n % 8 + 1} }}\n" for n in range(VALUES))
    flags = (f"  flag_{n}: It has come to the {n}th point.\n" for n in range(VALUES))
    return "".join(
        chain(
            (HEAD, "\nvariables:\n"), values, ("\nflags:\n",), flags,
            ("\ndecisions:\n",), (DECISION.format(**each) for each in fields),
            ("\nresponses:\n",), (RESPONSE.format(**each) for each in fields),
            ("\nevents:\n",), (EVENT.format(**each) for each in fields),
            ("\n", ENDINGS),
        )
    )  # fmt: skip
