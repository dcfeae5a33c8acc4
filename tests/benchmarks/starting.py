"""How long whole processes of the command line take: beside bare Python, and beside yamllint on 10,000 lines.

    python -m tests.benchmarks.starting

Prints one line of JSON for each figure. All processes run in turn, in seconds by the clock; the least of each
counts. Python may keep what it compiled, as it does for a user. Where yamllint is not installed its
figure is left out.
"""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from pathlib import Path
from subprocess import DEVNULL, run
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.home import at_home
from tests.benchmarks.long_scenario import long_scenario

ROOT = Path(__file__).parents[2]
MINIMAL = ROOT / "tests/cases/W311-no-difference/good.yaml"
LINES = 10_000
ROUNDS = 9


def main() -> None:
    with TemporaryDirectory() as folder:
        least = taken(works(Path(folder)), Path(folder))
    for name, seconds in least.items():
        figure: dict[str, object] = {"figure": name, "seconds": round(seconds, 3)}
        beside = "yamllint" if "10,000" in name else "python -c pass"
        if beside in least and beside != name:
            figure[f"of {beside}"] = round(seconds / least[beside], 2)
        sys.stdout.write(f"{json.dumps(figure)}\n")


def works(folder: Path) -> dict[str, list[str]]:
    """Return the command lines, by what they show; the scenarios that they read are written to a folder."""
    minimal, long = folder / "river/scenario.yaml", folder / "long_crisis/scenario.yaml"
    for path, text in ((minimal, MINIMAL.read_text("utf-8")), (long, long_scenario(LINES))):
        path.parent.mkdir()
        path.write_text(text, "utf-8")
    program = [sys.executable, str(ROOT / "main.py")]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "--version": [*program, "--version"],
        "check of the minimal scenario": [*program, "check", str(minimal.parent)],
        "check of 10,000 lines": [*program, "check", str(long.parent)],
    }
    if find_spec("yamllint"):
        commands["yamllint"] = [sys.executable, "-m", "yamllint", "-d", "relaxed", str(long)]
    return commands


def taken(commands: dict[str, list[str]], folder: Path) -> dict[str, float]:
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            found[name].append(seconds(command, at_home(folder)))
    return {name: min(each) for name, each in found.items()}


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Return how long a command takes; its exit status says nothing here."""
    start = perf_counter()
    run(command, env=environment, stdout=DEVNULL, stderr=DEVNULL, check=False)
    return perf_counter() - start


if __name__ == "__main__":
    main()
