"""The process that solves: what it answers, and that it ends when it should."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from fractions import Fraction
from functools import partial
from pathlib import Path
from time import monotonic, sleep

import pytest

from game.scenario.model import Scenario
from game.session.session import Session, after, rewound, started
from game.solver import messages
from game.solver.current import CurrentSolver, has_odds
from game.solver.solver import Solver
from tests.engine.test_agreement import scenario_in as scenario_at
from tests.samples.shelf import NIGHT_PATROL

ROOT = Path(__file__).parents[2]
LONG = 120.0
"""Seconds after which what should have happened has not; nothing here takes more than a few."""

PARENT = """
import sys, time
from pathlib import Path
from tests.solver.test_solver import scenario_in
from game.session.session import started
from game.solver.solver import Solver

if __name__ == "__main__":
    scenario = scenario_in("black_saturday")
    solver = Solver(scenario, scenario.setup_ids[-1])
    solver.ask(started(scenario, scenario.setup_ids[-1], 1))
    solver.solve()
    while not solver.notice():
        time.sleep(0.01)
    print(solver._process.pid, flush=True)
    {then}
"""


def scenario_in(name: str) -> Scenario:
    return scenario_at(ROOT / "scenarios" / name)


@pytest.fixture(scope="module")
def river() -> Scenario:
    return scenario_at(NIGHT_PATROL)


@pytest.fixture
def new_solver(river: Scenario) -> Iterator[Callable[..., Solver]]:
    """Return a maker of solvers of the river, which are closed in the end."""
    made: list[Solver] = []

    def make(budget: int = 1000) -> Solver:
        made.append(Solver(river, "standard", budget))
        return made[-1]

    yield make
    for each in made:
        each.close()


def wait(until: Callable[[], bool]) -> None:
    given_up = monotonic() + LONG
    while not until():
        assert monotonic() < given_up
        sleep(0.005)


def is_at_work(solver: Solver) -> bool:
    return solver.odds.work.states > 0


def is_answered(solver: Solver) -> bool:
    return solver.is_answered


def wait_for(solver: Solver, until: Callable[[], bool]) -> None:
    def is_there() -> bool:
        solver.notice()
        return until()

    wait(is_there)


def is_running(process: int) -> bool:
    """Whether there is a process of a number that is not merely kept for its status."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


needs_processes = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc here")


def test_only_a_scenario_with_a_catastrophe_has_odds(river: Scenario) -> None:
    assert has_odds(river)
    calm = {each.id: replace(each, catastrophe=False) for each in river.endings.values()}
    assert not has_odds(replace(river, endings=calm))


def test_the_odds_of_the_river_are_there_when_they_are_worked_out(
    river: Scenario, new_solver: Callable[..., Solver]
) -> None:
    session, solver = started(river, "standard", 1), new_solver()
    solver.ask(session)
    assert not solver.is_answered
    wait_for(solver, lambda: solver.is_answered)
    assert (solver.odds.work.stage, solver.odds.choices) == ("solving", {})
    solver.solve()
    wait_for(solver, lambda: bool(solver.odds.choices))
    assert (solver.odds.work.stage, solver.odds.work.states) == ("solved", 7)
    assert solver.odds.choices["patrol.fire"] == Fraction(2, 5)


def test_the_end_of_the_work_comes_with_the_answer(
    river: Scenario, new_solver: Callable[..., Solver]
) -> None:
    for _ in range(3):
        solver = new_solver()
        solver.ask(started(river, "standard", 1))
        wait_for(solver, partial(is_answered, solver))
        solver.solve()
        while solver.odds.work.stage == "solving":
            solver.notice()
        assert solver.odds.choices


def test_odds_follow_the_game_on_back_and_elsewhere(
    river: Scenario, new_solver: Callable[..., Solver]
) -> None:
    solver = new_solver()
    solver.solve()
    begun = started(river, "standard", 1)
    waited = after(begun, begun.legal_commands[-1])

    def odds(session: Session) -> object:
        solver.ask(session)
        wait_for(solver, lambda: solver.is_answered and solver.odds.work.stage == "solved")
        return solver.odds.choices

    first = odds(begun)
    assert first
    assert odds(waited) == {}  # the deadline has passed
    assert odds(rewound(waited, 0)) == first
    assert odds(after(begun, begun.legal_commands[0])) == {}


def test_where_there_are_too_many_states_words_come_from_games_played_out(
    river: Scenario, new_solver: Callable[..., Solver]
) -> None:
    solver = new_solver(budget=3)
    solver.solve()
    solver.ask(started(river, "standard", 1))
    wait_for(solver, lambda: bool(solver.odds.choices))
    assert solver.odds.work.stage == "beyond"
    assert 0.3 < solver.odds.choices["patrol.fire"] < 0.5


def test_without_numpy_a_large_game_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "numpy.py").write_text("raise ModuleNotFoundError('gone', name='numpy')\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.syspath_prepend(tmp_path)
    scenario = scenario_in("berlin_1961")
    with closing(Solver(scenario, "fog_1961")) as solver:
        solver.solve()
        wait_for(solver, lambda: solver.odds.work.stage != "solving")
        assert solver.odds.work.stage == "missing"
    with closing(Solver(scenario_in("bay_of_pigs_1961"), "fog_1961")) as solver:
        solver.solve()
        wait_for(solver, lambda: solver.odds.work.stage != "solving")
        assert solver.odds.work.stage == "solved"


def test_a_process_that_was_killed_is_noticed(river: Scenario, new_solver: Callable[..., Solver]) -> None:
    solver = new_solver()
    solver.ask(started(river, "standard", 1))
    wait_for(solver, lambda: solver.is_answered)
    assert solver._process is not None
    solver._process.kill()
    wait_for(solver, lambda: solver.odds.work.stage == "stopped")
    solver.ask(started(river, "standard", 2))
    assert solver.is_answered


@needs_processes
def test_closing_ends_the_process_at_once_whatever_it_does() -> None:
    scenario = scenario_in("black_saturday")
    for is_begun in (False, True):
        solver = Solver(scenario, scenario.setup_ids[-1])
        solver.solve()
        if is_begun:
            wait_for(solver, partial(is_at_work, solver))
        solver.close()
        assert solver._process is not None
        assert solver._process.exitcode is not None


@needs_processes
@pytest.mark.parametrize(
    "then",
    [
        pytest.param("time.sleep(600)", id="killed"),
        pytest.param("sys.exit(0)", id="left"),
        pytest.param("raise RuntimeError", id="failed"),
    ],
)
def test_the_process_ends_with_the_program_however_that_ends(then: str, tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(PARENT.replace("{then}", then), encoding="utf-8")
    with (tmp_path / "said.txt").open("w", encoding="utf-8") as said:
        program = subprocess.Popen(
            [sys.executable, script],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
        )
        assert program.stdout is not None
        line = program.stdout.readline()
        assert line, (tmp_path / "said.txt").read_text(encoding="utf-8")
        process = int(line)
        if "sleep" in then:
            assert is_running(process)
            program.send_signal(signal.SIGKILL)
        program.wait(LONG)
        program.stdout.close()
    wait(lambda: not is_running(process))
    faults = (tmp_path / "said.txt").read_text(encoding="utf-8")
    assert faults.count("Traceback") == ("raise" in then)


def test_another_game_by_the_same_rules_is_asked_of_the_same_solver(river: Scenario) -> None:
    current = CurrentSolver()
    with closing(current):
        first = current.of(started(river, "standard", 1))
        assert first is not None
        assert current.of(started(river, "standard", 2)) is first
        calm = {each.id: replace(each, catastrophe=False) for each in river.endings.values()}
        assert current.of(started(replace(river, endings=calm), "standard", 1)) is None
    assert first._process is not None
    assert first._process.exitcode is not None


def test_what_two_games_share_is_counted(river: Scenario) -> None:
    one = messages.stretches(started(river, "standard", 1))
    other = messages.stretches(
        after(started(river, "standard", 1), started(river, "standard", 1).legal_commands[0])
    )
    assert messages.shared_length(one, other) == 1
    assert messages.shared_length((), other) == 0
    assert messages.shared_length(other, other) == 2


PACKED = """#!{python}
import sys
sys.frozen, sys.executable = True, {program!r}
sys.path.insert(0, {root!r})
if "-c" in sys.argv:  # what keeps count of a program's resources; packers see to that themselves
    exec(sys.argv[sys.argv.index("-c") + 1])
    sys.exit()
from game.commands.main import main
if __name__ == "__main__":
    sys.exit(main())
"""


@pytest.mark.skipif(os.name == "nt", reason="a script is no executable there")
def test_a_packed_program_solves_in_a_process_of_its_own(tmp_path: Path) -> None:
    program = tmp_path / "packed"
    program.write_text(
        PACKED.format(python=sys.executable, program=str(program), root=str(ROOT)), encoding="utf-8"
    )
    program.chmod(0o755)
    done = subprocess.run(
        [program, "play", str(NIGHT_PATROL), "--text", "--seed", "1"],
        input="odds\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=LONG,
    )
    assert "in this model 40 worlds of 100" in done.stdout, done.stderr
    assert done.stderr == ""
