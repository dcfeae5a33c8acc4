"""The smallest scenario that is checked without a fault, to be made faulty."""

from __future__ import annotations

NIGHT = """\
format: 1
id: night
title: A Night
summary: One night.
license: CC-BY-4.0
fiction: yes
clock: { starts: 1969-03-02 20:00, step: 4 h, ends: 1969-03-03 08:00 }
status: { tension: number }
variables:
  tension: { label: Tension, start: 4 }
decisions:
  patrol:
    title: The boat is still out there.
    options:
      hold: { label: Do nothing, change: { tension: +1 } }
      call: { label: Telephone, change: { tension: -1 } }
endings:
  quiet:
    when: time is over
    title: A Quiet Morning
    text: The boat is towed home.
"""
