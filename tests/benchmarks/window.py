"""Bars 12 to 16 and 20 of the window, under X11 without a graphics card, beside a bare pygame window.

    python -m tests.benchmarks.window

Prints one line of JSON for each figure and a table at the end. Times are by the clock; of processes that
are begun again and again the least counts, ours and the bare window in turn. Where Xvfb or xdotool is not
installed, it says so and nothing else.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any

from game.store.scenarios import FLAGSHIP
from tests.benchmarks.display import ROOT, Program, display, environment, megabytes
from tests.benchmarks.peers import AbsentError

Figure = dict[str, Any]
HERE = Path(__file__).parent
USUAL, LARGE = (1280, 720), (1920, 1080)
ROUNDS = 7
GAME = ("play", FLAGSHIP, "--seed", "1")
ROOM = "Situation room"
SETTLED = 12.0
IDLE = 20.0
ASLEEP_AFTER = 60.0


def main() -> None:
    table: list[Figure] = []
    try:
        with TemporaryDirectory() as home, display(*LARGE) as name:
            for figure in figures(environment(name, Path(home))):
                sys.stdout.write(f"{json.dumps(figure)}\n")
                sys.stdout.flush()
                table.append(figure)
    except AbsentError as fault:
        sys.stdout.write(f"{json.dumps({'bar': '12-16, 20', 'absent': str(fault)})}\n")
    for each in table:
        row = (each["bar"], each["figure"], each["value"], each.get("ratio", ""), each.get("must", ""))
        sys.stdout.write("{:>3}  {:<62} {:>8}  {:>6}  must {}\n".format(*map(str, row)))


def figures(there: dict[str, str]) -> Iterator[Figure]:
    yield from _beginnings(there)
    yield from _turns(there)
    yield from _at_rest(there)


def _beginnings(there: dict[str, str]) -> Iterator[Figure]:
    bare: list[float] = []
    first: list[float] = []
    usable: list[float] = []
    whole: list[float] = []
    usable_once: list[float] = []
    for _ in range(ROUNDS):
        bare.append(_until(there, "bare_window.py", *map(str, USUAL))[0])
        first.append(_until(there, "watched_window.py", "first")[0])
        rmtree(Path(there["EXCOMM_HOME"], "cache"), ignore_errors=True)
        usable_once.append(_until(there, "watched_window.py", "room", *GAME)[0])
        moments = _until(there, "watched_window.py", "room", *GAME)
        usable.append(moments[0])
        whole.append(moments[1])
    peer = min(bare)
    yield {"bar": 12, "figure": "first picture of a bare window, ms", "value": round(1000 * peer)}
    for bar, name, taken, must in (
        (12, "first picture, ms", first, "1.5x"),
        (13, f"situation room of {FLAGSHIP} usable, ms", usable, "3.0x"),
        (13, "the same with its map and people, ms", whole, ""),
        (13, "the same, the first time that the program sees the scenario, ms", usable_once, ""),
    ):
        least = min(taken)
        value = {"value": round(1000 * least), "ratio": round(least / peer, 2)}
        yield {"bar": bar, "figure": name, **value, "must": must}


def _until(there: dict[str, str], script: str, *words: str) -> list[float]:
    """Return how many seconds after its beginning a process saw what it says it saw."""
    began = time.monotonic()
    return [each - began for each in _said(there, script, *words)]


def _said(there: dict[str, str], script: str, *words: str) -> list[float]:
    command = (sys.executable, str(HERE / script), *words)
    done = subprocess.run(command, env=there, capture_output=True, text=True, check=True, timeout=120)
    return [float(each) for each in done.stdout.splitlines()[-1].split()]


def _turns(there: dict[str, str]) -> Iterator[Figure]:
    command = (sys.executable, "-m", "tests.benchmarks.window_turns")
    done = subprocess.run(command, env=there, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    for line in done.stdout.splitlines():
        told = json.loads(line)
        times = f"{told['median']} / {told['p95']}"
        match told["kind"]:
            case "input":
                yield _turn(15, "input to another picture, median / p95 ms", times, told, "20 / 50")
            case "motion":
                yield _turn(16, f"a frame of {told['of'] or 'any motion'}, ms", times, told, "4 / 6")
            case "gap":
                yield _turn(0, "between two looks at the events, random input, ms", times, told)
                yield _turn(0, "the longest of them, ms", told["most"], {"long": told["long"]}, "100")
                yield _turn(0, "the longest by the processor's time of the loop, ms", told["work"], {})


def _turn(bar: int, name: str, value: object, told: Figure, must: str = "") -> Figure:
    rest: Figure = {key: told[key] for key in ("count", "long") if key in told}
    return {"bar": bar, "figure": name, "value": value, "must": must, **rest}


def _at_rest(there: dict[str, str]) -> Iterator[Figure]:
    """The unchanged program as large as the display, in the situation room, when nobody touches it."""
    Path(there["EXCOMM_HOME"], "settings.yaml").write_text("full_screen: yes\n")
    bare = _said(there, "bare_window.py", *map(str, LARGE))[1]
    program = Program(GAME, there)
    try:
        program.come_to(ROOM, "Return")
        time.sleep(SETTLED)
        held = program.megabytes
        yield _share("idle in the situation room, % of a core", program)
        yield _memory("memory of the window, MB", held, bare)
        beside = sum(map(megabytes, program.children))
        yield {"bar": 20, "figure": "memory of the process that solves, MB", "value": round(beside)}
        time.sleep(ASLEEP_AFTER)
        yield _share("the same after a minute, % of a core", program)
    finally:
        program.close()


def _share(name: str, program: Program) -> Figure:
    began, worked = time.monotonic(), program.worked()
    time.sleep(IDLE)
    share = (program.worked() - worked) / (time.monotonic() - began)
    return {"bar": 14, "figure": name, "value": round(100 * share, 2), "must": "1"}


def _memory(name: str, held: float, bare: float) -> Figure:
    return {
        "bar": 20,
        "figure": name,
        "value": round(held),
        "bare": round(bare),
        "ratio": f"+{held - bare:.0f}",
        "must": "+120",
    }


if __name__ == "__main__":
    main()
