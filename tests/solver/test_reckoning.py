"""What the process that solves says of a game that is over."""

from __future__ import annotations

from contextlib import closing
from time import monotonic, sleep

from game.engine.moves import Answer
from game.session.run import Fixed
from game.session.session import Session, after, rewound, started
from game.solver.solver import Solver
from tests.engine.test_agreement import scenario_in as scenario_at
from tests.samples.shelf import NIGHT_PATROL
from tests.solver.test_solver import LONG
from tests.view.test_review import reckoned


def wait(solver: Solver) -> None:
    end = monotonic() + LONG
    while not solver.is_reckoned and monotonic() < end:
        sleep(0.01)
        solver.notice()


def at_the_river(result: str) -> Session:
    begun = started(scenario_at(NIGHT_PATROL), "standard", 1)
    return after(begun, Answer("patrol", "fire"), (Fixed("patrol.fire", result),))


def test_the_reckoning_of_the_process_is_that_of_the_analysis() -> None:
    with closing(Solver(scenario_at(NIGHT_PATROL), "standard")) as solver:
        for result in ("they_turn", "they_shoot"):
            session = at_the_river(result)
            solver.reckon(session)
            assert not solver.is_reckoned
            wait(solver)
            assert solver.reckoning == reckoned(session)


def test_a_reckoning_is_forgotten_when_another_game_is_asked_about() -> None:
    session = at_the_river("they_turn")
    with closing(Solver(session.scenario, "standard")) as solver:
        solver.reckon(session)
        wait(solver)
        solver.ask(rewound(session, 0))
        assert (solver.reckoning, solver.is_reckoned) == (None, False)


def test_where_there_are_too_many_states_nothing_is_reckoned() -> None:
    session = at_the_river("they_turn")
    with closing(Solver(session.scenario, "standard", budget=2)) as solver:
        solver.reckon(session)
        wait(solver)
        assert (solver.reckoning, solver.is_reckoned) == (None, True)
