"""Slips of the hand in all shipped scenarios, thousands of them, and which of them nobody is told of.

    python -m tests.fuzz.corruptions [NUMBER] [SEED]

Prints each slip that is not reported, or not near its place, and the shares by kind.
"""

from __future__ import annotations

import sys
from collections import Counter

from tests.lint.corruption import reports, subject

SCENARIOS = ("bay_of_pigs_1961", "berlin_1961", "black_saturday", "cuba_1962", "river_incident")


def main(number: int = 2000, seed: int = 1) -> None:
    every: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    far: Counter[str] = Counter()
    for each in reports(seed, number, [subject(name) for name in SCENARIOS]):
        kind = each.slip.token.kind
        every[kind] += 1
        if not each.faults:
            silent[kind] += 1
            write(f"not reported: {each}")
        elif not each.is_near:
            far[kind] += 1
            write(f"elsewhere: {each}; {each.faults[0].span.file}:{each.faults[0].span.line}")
    for kind, count in sorted(every.items()):
        write(f"{kind}: {count}, of them {silent[kind]} not reported and {far[kind]} elsewhere")
    reported = 100 - 100 * silent.total() / number
    write(f"{reported:.1f}% reported, {reported - 100 * far.total() / number:.1f}% near their place")


def write(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
