"""What can no longer be read is forgotten, and nothing else."""

from __future__ import annotations

from game.analysis.liveness import Liveness
from game.analysis.odds import solution
from game.analysis.playable import CompiledGame
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


HEAD = """\
format: 1
id: generated
title: Generated
summary: A scenario of a test.
fiction: yes
clock: { starts: 1962-10-20 00:00, step: 6 h, ends: 1962-10-26 00:00 }
"""
ENDINGS = """\
endings:
  war: { when: heat >= 9, title: War, text: It is over., catastrophe: yes, priority: 1 }
  peace: { when: time is over, title: Peace, text: It is over. }
"""


def states(text: str) -> tuple[int, int]:
    """Return how many states there are without and with forgetting; the odds are the same."""
    scenario = scenario_of(text)
    program = compiled(scenario, scenario.setup_ids[0])
    game = CompiledGame(program)
    plain = solution(scenario, game)
    merged = solution(scenario, game, merged=Liveness(program).forgotten)
    assert merged.odds == plain.odds
    assert merged.options == plain.options
    return plain.states, merged.states


def test_a_chain_of_decisions_whose_answers_are_read_once_has_five_times_fewer_states() -> None:
    days = range(1, 6)
    parts = [HEAD, "variables:", "  heat: { range: 0 to 10, start: 0 }"]
    parts += [f"  move_{day}: {{ range: 0 to 3, start: 0 }}" for day in days]
    parts.append("decisions:")
    for day in days:
        parts += [
            f"  ask_{day}:",
            f"    at: 1962-10-2{day - 1} 06:00",
            "    title: A question.",
            "    text: Well.",
        ]
        parts.append("    options:")
        for option in range(4):
            parts.append(f"      way_{option}: {{ label: A way, set: {{ move_{day}: {option} }} }}")
    parts.append("events:")
    for day in days:
        parts += [f"  answer_{day}:", f"    at: 1962-10-2{day - 1} 12:00", "    title: An answer"]
        parts += ["    change:", f"      heat: max(0, move_{day} - 2)"]
    plain, merged = states("\n".join([*parts, ENDINGS]))
    assert merged * 5 < plain


def test_the_value_that_keeps_an_event_from_happening_is_not_forgotten() -> None:
    text = """\
variables:
  heat: { range: 0 to 10, start: 0 }
  course: { values: [open, shut], start: { open: 1, shut: 1 } }
decisions:
  ask:
    at: 1962-10-21 06:00
    title: A question.
    text: Well.
    options:
      push: { label: Push, change: { heat: +5 } }
      hold: { label: Hold, change: { heat: +1 } }
      turn: { label: Turn, when: heat >= 10, set: { course: shut } }
events:
  blow:
    title: A blow
    when: course is open and heat >= 5
    change: { heat: +4 }
"""
    plain, merged = states(HEAD + text + ENDINGS)
    assert merged <= plain


def test_what_opens_a_decision_again_is_kept_while_it_is_open() -> None:
    text = """\
variables:
  heat: { range: 0 to 10, start: 0 }
flags:
  angry: They are angry.
events:
  luck:
    at: 1962-10-20 06:00
    title: Luck
    chance:
      bad: { odds: 1, remember: angry }
      good: { odds: 1 }
decisions:
  ask:
    when: angry or step <= 1
    repeats: yes
    deadline: 30 h
    if_late: hold
    title: A question.
    text: Well.
    options:
      push: { label: Push, change: { heat: +3 } }
      hold: { label: Hold, change: { heat: +1 } }
"""
    plain, merged = states(HEAD + text + ENDINGS)
    assert merged <= plain
