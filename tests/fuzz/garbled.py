"""Shipped scenarios, garbled by a seed until little is left of them: whatever comes, there is no exception.

    python -m tests.fuzz.garbled [SECONDS] [SEED]

Every text is read with libyaml and without it. Prints the seed of a text that raises and the exception; the
last line says how many were read.
"""

from __future__ import annotations

import sys
import traceback
from itertools import count
from pathlib import Path
from random import Random
from time import monotonic

from game.source.parser import fast_events
from game.source.plain import plain_events
from tests.fuzz.hostile import judged

SHIPPED = Path(__file__).parents[2] / "scenarios"
SIGNS = [
    "\n",
    "\n  ",
    "  ",
    " ",
    ": ",
    ":",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "#",
    "'",
    '"',
    "|",
    ">",
    "&a ",
    "*a ",
]
SIGNS += [
    "!x ",
    "%",
    "@",
    "`",
    "?",
    "<<",
    "---",
    "...",
    "\t",
    "\r",
    "\0",
    "\ufeff",
    "\u202e",
    "\U0001f600",
    "é",
]
WORDS = [
    "and",
    "or",
    "not",
    "is",
    "if",
    "else",
    "between",
    "min(",
    "abs(",
    ")",
    "(",
    "+",
    "-",
    "*",
    "/",
    ">=",
]
WORDS += ["0", "1", "99999999999", "-5", "6 h", "0 to 10", "one of 1, 2", "1962-10-27 12:00", "22.7 N 83.2 W"]
WORDS += ["yes", "no", "none", "remove", "when:", "text:", "chance:", "event:", "set:", "change:", "{}", "[]"]
LONGEST = 12_000


def garbled(random: Random, text: str) -> str:
    """Return a part of a text with one to forty places changed."""
    start = 0 if random.random() < 0.7 else random.randrange(len(text))
    text = text[start : start + LONGEST]
    for _ in range(random.choice((1, 2, 5, 40))):
        at, to = sorted(random.randrange(len(text) + 1) for _ in range(2))
        to = min(to, at + random.choice((0, 1, 1, 10, 300)))
        other = random.randrange(len(text) + 1)
        put = random.choice(
            (
                random.choice(SIGNS),
                random.choice(WORDS),
                chr(random.randrange(0x110000)),
                text[other : other + random.randrange(200)],
                text[at:to] * random.choice((2, 3, 50)),
                "",
            )
        )
        text = (text[:at] + put + text[to:])[: 2 * LONGEST] or "a"
    return text


def garbled_file(seed: int) -> bytes:
    """Return the file of a seed, in UTF-8 as far as its characters have any."""
    random = Random(seed)
    path = random.choice(sorted(SHIPPED.rglob("*.yaml")))
    return garbled(random, path.read_text("utf-8")).encode("utf-8", "surrogatepass")


def main(seconds: int = 180, first: int = 1) -> None:
    end, raised = monotonic() + seconds, 0
    for seed in count(first):
        if monotonic() > end:
            write(f"{seed - first} texts read, {raised} exceptions")
            return
        content = garbled_file(seed)
        for events in (fast_events, plain_events):
            try:
                judged(content, events)
            except Exception:  # noqa: BLE001 - any at all is what is looked for
                raised += 1
                write(f"seed {seed}, {events.__name__}:\n{traceback.format_exc()}")


def write(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
