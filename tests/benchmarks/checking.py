"""How long a scenario of 10,000 lines takes to load and check, against PyYAML's C loader on the same text.

    python -m tests.benchmarks.checking

Prints one line of JSON for each figure. All are taken in turn in one run, in seconds of the processor; the
least of each counts. Before each the collector looks through what those before it have left.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from time import process_time

import yaml

from game.lint.advice import advised
from game.scenario.expressions.ranges import forget_bounds
from game.scenario.loading import loaded
from game.source.reader import document
from tests.benchmarks.long_scenario import long_scenario

LINES = 10_000
ROUNDS = 7
NAME = "long_crisis/scenario.yaml"


def seconds(work: Callable[[], object]) -> float:
    forget_bounds()
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


def write(figure: dict[str, object]) -> None:
    sys.stdout.write(f"{json.dumps(figure)}\n")


def main() -> None:
    text = long_scenario(LINES)
    files = {NAME: text.encode()}
    read = loaded(files)
    found = (*read.diagnostics, *advised(read, {}))
    works: dict[str, Callable[[], object]] = {
        "CSafeLoader": lambda: yaml.load(text, yaml.CSafeLoader),
        "read": lambda: document(files[NAME], NAME),
        "load": lambda: loaded(files),
        "advise": lambda: advised(read, {}),
        "load and advise": lambda: advised(loaded(files), {}),
    }
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            taken[name].append(seconds(work))
    least = {name: min(each) for name, each in taken.items()}
    write({"lines": text.count("\n"), "diagnostics": len(found)})
    for name, each in least.items():
        ratio = round(each / least["CSafeLoader"], 2)
        write({"figure": name, "seconds": round(each, 3), "of CSafeLoader": ratio})


if __name__ == "__main__":
    main()
