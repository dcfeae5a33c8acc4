"""Files that are made to be slow or to fill memory, read with libyaml and without it.

    python -m tests.fuzz.hostile [WORD]

Prints for each, or for those whose name has the word, the seconds of the processor that loading and advice
take with either parser, and the faults found; the last line is the most memory that was used.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable, Iterator
from time import process_time
from unittest.mock import patch

from game.diagnostics.text import PLAIN, text_form
from game.lint.advice import advised
from game.scenario.loading import loaded
from game.source.events import Events
from game.source.parser import fast_events
from game.source.plain import plain_events
from game.source.reader import document

NAME = "river/scenario.yaml"
HEAD = """\
format: 1
id: river
title: The River
summary: A boat.
fiction: yes
clock: { starts: 1969-03-02 20:00, step: 4 h, ends: 1969-03-03 08:00 }
"""
VARIABLE = "variables:\n  tension: { start: 4 }\n"
DECISION = """\
decisions:
  d: { title: What, options: { a: { label: A, change: { tension: +1 } }, b: { label: B } } }
"""
ENDING = "endings:\n  quiet: { when: time is over, title: Quiet, text: Home. }\n"
WHOLE = HEAD + VARIABLE + DECISION + ENDING


def _many(number: int, line: Callable[[int], str]) -> str:
    return "".join(line(each) for each in range(number))


def _events(number: int, fields: Callable[[int], str]) -> str:
    return f"{WHOLE}events:\n" + _many(number, lambda n: f"  event_{n}: {{ title: x, {fields(n)} }}\n")


def _event(field: str) -> str:
    return _events(1, lambda _: field)


def _wide(number: int, top: int) -> str:
    return HEAD + "variables:\n" + _many(number, lambda n: f"  v{n}: {{ range: 0 to {top}, start: 4 }}\n")


def _options(lines: str) -> str:
    return f"{HEAD}{VARIABLE}{ENDING}decisions:\n  d:\n    title: x\n    options:\n{lines}"


def _long_condition(number: int) -> str:
    return "when: " + " or ".join(f"tension > {(number + each) % 9}" for each in range(20))


def _pair(number: int) -> str:
    one, other = f"v{number % 6}", f"v{(number + 1) % 6}"
    low, high = number % 290, number * 7 % 290
    return f"when: {one} > {low} and {other} < {high} or {one} is {high} and {other} is not {low}"


FILES: dict[str, Callable[[], str]] = {
    "faulty fields": lambda: _events(1500, lambda n: f"titel: x, when: tensoin{n} > 3 and, chang: {{}}"),
    "unknown names": lambda: _events(5000, lambda n: f"when: unknown_name_{n * 7919 % 99991} > 3"),
    "unknown ids": lambda: _events(5000, lambda n: f"when: tension > 3, event: evnt_{n}"),
    "long expression": lambda: _event("when: " + " and ".join(["tension > 3"] * 20_000)),
    "brackets in an expression": lambda: _event("when: " + "(" * 100_000),
    "many long expressions": lambda: _events(2000, _long_condition),
    "many trials": lambda: _wide(6, 300) + DECISION + ENDING + "events:\n"
    + _many(3000, lambda n: f"  event_{n}: {{ title: x, {_pair(n)} }}\n"),
    "many entries": lambda: WHOLE + "events:\n" + _many(100_000, lambda n: f"  e{n}: {{}}\n"),
    "many flags": lambda: WHOLE + "flags:\n" + _many(40_000, lambda n: f"  f{n}: x\n"),
    "one name": lambda: HEAD + "title: x\n" * 50_000,
    "many options": lambda: _options(
        _many(9000, lambda n: f"      o{n}: {{ label: x{n}, change: {{ tension: +1 }} }}\n")
    ),
    "many outcomes": lambda: _options("      a:\n        label: x\n        chance:\n")
    + _many(9000, lambda n: f"          o{n}: {{ odds: tension }}\n"),
    "many values": lambda: HEAD + DECISION + ENDING + "variables:\n  c: { start: v1, values: ["
    + ", ".join(f"v{n}" for n in range(40_000)) + "] }\n",
    "a circle": lambda: _events(9000, lambda n: f"event: event_{(n + 1) % 9000}"),
    "open links": lambda: _event("text: '" + "<a" * 9000 + "'"),
    "open braces": lambda: _event("text: '" + "{a" * 9000 + "'"),
    "deep lists": lambda: "a: " + "[" * 500_000,
    "deep groups": lambda: "a: " + "{a: " * 300_000,
    "deep dashes": lambda: "- " * 300_000,
    "deep questions": lambda: "? " * 300_000,
    "aliases": lambda: "a: &a [x]\n" + _many(50_000, lambda n: f"k{n}: *a\n"),
    "quotation marks": lambda: "a: " + "'" * 1_000_000,
    "colons": lambda: "a: " + ": " * 300_000,
    "pairs of brackets": lambda: "a: " + "[]" * 300_000,
    "a long line": lambda: "a: " + "x " * 900_000,
    "a long name": lambda: "x" * 1_900_000 + ": 1",
    "tabs": lambda: "\t x\n" * 400_000,
    "control characters": lambda: "\0" * 1_900_000,
    "directions": lambda: "a: " + "\u202e" * 600_000,
    "empty lines": lambda: "\n" * 1_900_000,
    "comments": lambda: "#\n" * 900_000,
    "ignores": lambda: "a: b # excomm: ignore E301\n" * 70_000,
    "escapes": lambda: 'a: "' + "\\x41" * 400_000 + '"',
    "a long block": lambda: "a: |\n" + "  x\n" * 400_000,
    "a folded block": lambda: "a: >\n" + "  x\n\n" * 300_000,
    "too much": lambda: "a" * 100_000_000,
}  # fmt: skip


def judged(content: bytes, events: Events) -> int:
    """Return how many faults a file has, when all of them have been worked out and written."""

    def read(content: bytes, file: str) -> object:
        return document(content, file, events)

    with patch("game.scenario.loading.document", read):
        found = loaded({NAME: content})
        faults = (*found.diagnostics, *advised(found, {}))
        text_form(faults, {each.file: each.text for each in found.documents}, PLAIN)
    return len(faults)


def lines(word: str) -> Iterator[str]:
    for name, made in FILES.items():
        if word not in name:
            continue
        content = made().encode()
        for parser, events in (("libyaml", fast_events), ("plain", plain_events)):
            start = process_time()
            faults = judged(content, events)
            yield f"{name:28} {parser:8} {process_time() - start:6.2f} s {faults:6} faults"
    yield f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"


if __name__ == "__main__":
    for line in lines(*sys.argv[1:] or [""]):
        sys.stdout.write(f"{line}\n")
