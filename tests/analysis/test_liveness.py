"""What can no longer be read is forgotten, and nothing else."""

from __future__ import annotations

from game.analysis.liveness import Liveness
from game.engine import play
from game.engine.compilation.program import compiled
from tests.engine.test_agreement import scenario_of

READ_AT_THE_START = """\
format: 1
id: drawn
title: Drawn
summary: A value drawn at the start is read by an event of the first moment.
fiction: yes
clock: { starts: 1962-10-16 08:00, step: 6 h, ends: 1962-10-16 20:00 }
variables:
  theory: { values: [one, two], start: "one of one, two", hidden: yes }
  weak: { range: 0 to 2, start: "one of 1, 2", hidden: yes }
  trait: { range: 0 to 2, start: 0, hidden: yes }
events:
  traits:
    title: Traits
    at: 1962-10-16 08:00
    set: { trait: 2 if theory is two else 0 }
decisions:
  ask:
    title: Ask
    text: Ask?
    at: 1962-10-16 14:00
    options:
      more: { label: More, change: { weak: +1 } }
      less: { label: Less, change: { weak: -1 } }
endings:
  high: { priority: 1, when: time is over and trait + weak >= 3, title: High, text: High. }
  low: { when: time is over, title: Low, text: Low. }
"""


def test_a_start_that_the_first_moment_reads_is_kept_while_others_are_drawn() -> None:
    program = compiled(scenario_of(READ_AT_THE_START), "standard")
    state = play.start(program).state
    drawn = play.successor(program, state, play.outcomes(program, state)[1])
    assert play.outcomes(program, drawn)[0].site == "weak.start"
    kept = Liveness(program).forgotten(drawn)
    assert play.value(program, kept, "theory") == play.value(program, drawn, "theory") == 1
