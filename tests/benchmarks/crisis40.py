"""The workload `crisis40`: one made-up crisis as a scenario, as an ink story and as tables of numbers.

40 decisions, 25 whole numbers, 4 options each of which 3 stand behind a condition, 2 effects a choice,
then one of 3 weighted responses, one weight with a condition, with 3 effects each; 5 endings. Values
never reach their bounds, so that all three forms play the same game.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

DECISIONS, VARIABLES, OPTIONS, RESPONSES, ENDINGS = 40, 25, 4, 3, 5

Effects = tuple[tuple[int, int], ...]
"""Numbers of variables, each with what is added to it."""


class Condition(NamedTuple):
    """A variable is at least so much."""

    variable: int
    least: int


class Response(NamedTuple):
    """What may follow a choice; its weight is another where the condition holds."""

    weight: int
    other: int
    condition: Condition | None
    effects: Effects


class Choice(NamedTuple):
    """An option of a decision."""

    condition: Condition | None
    effects: Effects
    responses: tuple[Response, ...]


class Crisis(NamedTuple):
    """Options by decision, and the conditions of all endings but the last."""

    decisions: tuple[tuple[Choice, ...], ...]
    endings: tuple[Condition, ...]


def crisis(seed: int = 40) -> Crisis:
    random = Random(seed)
    decisions = tuple(tuple(_choice(random, each) for each in range(OPTIONS)) for _ in range(DECISIONS))
    endings = tuple(Condition(each, 6 - 2 * each) for each in range(ENDINGS - 1))
    return Crisis(decisions, endings)


def _choice(random: Random, number: int) -> Choice:
    condition = _condition(random) if number else None
    responses = tuple(_response(random, each) for each in range(RESPONSES))
    return Choice(condition, _effects(random, 2), responses)


def _response(random: Random, number: int) -> Response:
    weight = random.randint(1, 6)
    condition = None if number else _condition(random)
    return Response(weight, random.randint(1, 6) if condition else weight, condition, _effects(random, 3))


def _condition(random: Random) -> Condition:
    return Condition(random.randrange(VARIABLES), random.randint(-3, 1))


def _effects(random: Random, count: int) -> Effects:
    return tuple((each, random.choice((-2, -1, 1, 2))) for each in random.sample(range(VARIABLES), count))


def scenario_text(made: Crisis) -> str:
    """Return the crisis as a scenario of one file."""
    return "\n".join(_scenario(made)) + "\n"


def _scenario(made: Crisis) -> Iterator[str]:
    yield from ("format: 1", "id: crisis40", "title: Crisis", "summary: A workload of the benchmarks.")
    yield from ("fiction: yes", "clock: { starts: 1962-10-16 00:00, step: 6 h, ends: 1962-10-27 00:00 }")
    yield "variables:"
    for each in range(VARIABLES):
        yield f"  v{each}: {{ range: -500 to 500, start: 0 }}"
    yield "decisions:"
    for number, choices in enumerate(made.decisions):
        yield f"  d{number}:"
        yield f"    at: 1962-10-{16 + number // 4} {number % 4 * 6:02d}:00"
        yield from (
            "    title: What now?",
            f"    text: The {number}th question of a long week.",
            "    options:",
        )
        for place, choice in enumerate(choices):
            yield f"      o{place}:"
            yield f"        label: The {place}th way"
            if choice.condition:
                yield f"        when: {_test(choice.condition)}"
            yield f"        change: {_change(choice.effects)}"
            yield f"        text: You take the {place}th way."
            yield "        chance:"
            for answer, response in enumerate(choice.responses):
                yield f"          r{answer}:"
                yield f"            odds: {_odds(response)}"
                yield f"            change: {_change(response.effects)}"
                yield f"            text: They answer in the {answer}th way."
    yield "endings:"
    for each, ending in enumerate(made.endings):
        when = f"time is over and {_test(ending)}"
        yield f"  e{each}: {{ when: {when}, title: An end, text: It is over., priority: {9 - each} }}"
    yield "  e4: { when: time is over, title: An end, text: It is over. }"


def _test(condition: Condition) -> str:
    return f"v{condition.variable} >= {condition.least}"


def _odds(response: Response) -> str:
    if response.condition is None:
        return str(response.weight)
    return f"{response.other} if {_test(response.condition)} else {response.weight}"


def _change(effects: Effects) -> str:
    return "{ " + ", ".join(f"v{variable}: {change:+d}" for variable, change in effects) + " }"


def ink_text(made: Crisis) -> str:
    """Return the crisis as an ink story."""
    return "\n".join(_ink(made)) + "\n"


def _ink(made: Crisis) -> Iterator[str]:
    for each in range(VARIABLES):
        yield f"VAR v{each} = 0"
    yield "-> d0"
    for number, choices in enumerate(made.decisions):
        yield f"=== d{number} ==="
        yield f"The {number}th question of a long week."
        for place, choice in enumerate(choices):
            test = f"{{{_test(choice.condition)}}} " if choice.condition else ""
            yield f"+ {test}[The {place}th way] -> d{number}o{place}"
        for place, choice in enumerate(choices):
            yield f"=== d{number}o{place} ==="
            yield from _ink_effects(choice.effects)
            yield f"You take the {place}th way."
            for answer, response in enumerate(choice.responses):
                yield f"~ temp w{answer} = {response.weight}"
                if response.condition:
                    yield f"{{ {_test(response.condition)}:\n~ w{answer} = {response.other}\n}}"
            yield "~ temp drawn = RANDOM(1, w0 + w1 + w2)"
            yield "{"
            for answer, response in enumerate(choice.responses):
                tests = ("drawn <= w0", "drawn <= w0 + w1", "else")
                yield f"- {tests[answer]}:"
                yield from _ink_effects(response.effects)
                yield f"They answer in the {answer}th way."
            yield "}"
            yield f"-> d{number + 1}"
    yield f"=== d{DECISIONS} ==="
    yield "{"
    for ending in made.endings:
        yield f"- {_test(ending)}:\nAn end."
    yield "- else:\nAn end.\n}"
    yield "-> END"


def _ink_effects(effects: Effects) -> Iterator[str]:
    for variable, change in effects:
        yield (
            f"~ v{variable} = v{variable} + {change}"
            if change > 0
            else f"~ v{variable} = v{variable} - {-change}"
        )
