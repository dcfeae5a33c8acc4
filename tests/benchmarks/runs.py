"""Bars 18 and 19: a run file of 40 decisions, and going back to any decision of the flagship.

    python -m tests.benchmarks.runs

Each figure is the median of many, in time of the processor but for saving, which waits for the disk.
Loading is to the last state, with rules that are ready; making them ready, which a scenario needs once, is a
figure of its own. A page is what a window shows after a jump.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from game.session.replay import replayed
from game.session.runfile import format_run
from game.session.session import Rules, Session, after, begun, rewound, rules_of
from game.store.runs import Autosave, load_run
from game.view.composition import page
from tests.benchmarks.crisis40 import crisis, scenario_text
from tests.engine.test_agreement import ROOT, scenario_in, scenario_of

Figure = dict[str, Any]
_TIMES = 60


def main() -> None:
    table: list[Figure] = []
    for figure in figures():
        sys.stdout.write(f"{json.dumps(figure)}\n")
        table.append(figure)
    for each in table:
        row = (each["bar"], each["figure"], each["value"], each.get("must", ""), each.get("aim", ""))
        sys.stdout.write("{:>3}  {:<58} {:>10}  must {:<8} aim {}\n".format(*map(str, row)))


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        yield from _file(Path(folder) / "game.run.yaml")
    yield from _jumps()


def _file(path: Path) -> Iterator[Figure]:
    scenario = scenario_of(scenario_text(crisis()))
    rules = rules_of(scenario, "standard")
    session = _played(rules, 40)
    autosave, known = Autosave(path), {"standard": rules}
    yield _figure(18, "decisions in the run", session.position)
    yield _figure(18, "run file, bytes", len(format_run(session.run).encode()), "1500", "1200")
    yield _figure(
        18, "save, ms", _milliseconds(lambda: autosave.write(session.run), clock=perf_counter), "5", "2"
    )

    def load() -> None:
        parsed = load_run(path)
        assert parsed.run is not None
        again = replayed(scenario, parsed.run, known=known)
        assert again.session is not None
        assert again.session.state == session.state

    yield _figure(18, "load to state, ms", _milliseconds(load), "20", "5")
    ready = _milliseconds(lambda: rules_of(scenario, "standard"), 5)
    yield _figure(18, "rules made ready, once a scenario, ms", ready)


def _jumps() -> Iterator[Figure]:
    scenario = scenario_in(ROOT / "scenarios" / "cuba_1962")
    session = _played(rules_of(scenario, scenario.setup_ids[0]), 1000)
    places = [Random(each).randrange(session.position + 1) for each in range(_TIMES)]
    times = iter(places * 2)
    jump = _milliseconds(lambda: rewound(session, next(times)))
    yield _figure(19, f"jump among {session.position} decisions, ms", jump, "20", "5")
    times = iter(places * 2)
    shown = _milliseconds(lambda: page(rewound(session, next(times))))
    yield _figure(19, "jump and the page of that moment, ms", shown, "20", "5")


def _played(rules: Rules, most: int) -> Session:
    luck, session = Random(1), begun(rules, 1)
    while not session.is_over and session.position < most:
        session = after(session, luck.choice(session.legal_commands))
    return session


def _milliseconds(
    act: Callable[[], object], times: int = _TIMES, clock: Callable[[], float] = process_time
) -> float:
    taken = []
    for _ in range(times):
        start = clock()
        act()
        taken.append(clock() - start)
    return median(taken) * 1000


def _figure(bar: int, name: str, value: float, must: str = "", aim: str = "") -> Figure:
    made: Figure = {"bar": bar, "figure": name, "value": round(value, 2)}
    return made | {key: word for key, word in (("must", must), ("aim", aim)) if word}


if __name__ == "__main__":
    main()
