"""What a player may know: the same Page, word for word, in every world that has shown the same."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from game.analysis.estimate import estimated_by
from game.analysis.minds import Minds, roots
from game.analysis.solving import Solved, solved
from game.engine.moves import Answer
from game.session.run import Fixed
from game.session.session import Session, after, started
from game.solver import knowledge
from game.solver.knowledge import estimated_odds, solved_odds
from game.solver.messages import stretches
from game.view.composition import page
from game.view.likelihood import Odds, Work
from tests.analysis.test_prospects import ADVISED
from tests.engine.test_agreement import scenario_in as scenario_at
from tests.engine.test_agreement import scenario_of
from tests.samples.shelf import NIGHT_PATROL
from tests.solver.test_solver import scenario_in
from tests.view.test_review import reckoned


def known(session: Session, solution: Solved | None) -> Odds:
    minds = Minds(session.program)
    minds.follow(stretches(session))
    if solution is None:
        weigh = estimated_by(session.program, plays=20)
        return estimated_odds(minds, session.position, weigh, Work("beyond"))
    return solved_odds(minds, session.position, solution, Work("solved"))


def fearful(fear: str) -> Session:
    river = scenario_at(NIGHT_PATROL)
    return started(river, "standard", 1, (Fixed("their_fear.start", fear),))


@pytest.mark.parametrize("is_solved", [True, False])
def test_the_page_of_the_river_is_the_same_whatever_they_fear(*, is_solved: bool) -> None:
    games = [fearful(fear) for fear in ("2", "4", "6")]
    solution = solved(games[0].program, roots(games[0].program)) if is_solved else None
    first, *others = (page(each, known(each, solution)) for each in games)
    assert all(each == first for each in others)
    assert first.odds is not None
    assert first.odds[2].words in ("possible", "an even chance")
    assert first.odds[2].worlds == ("40" if is_solved else "")


def hidden(session: Session) -> tuple[int, ...]:
    return session.state.registers


@pytest.mark.parametrize("is_solved", [True, False])
def test_the_page_of_black_saturday_is_the_same_in_worlds_that_have_shown_the_same(
    *, is_solved: bool
) -> None:
    scenario = scenario_in("black_saturday")
    shown: dict[str, list[Session]] = {}
    for seed in range(10):
        session = started(scenario, "fog_1962", seed)
        session = after(session, session.legal_commands[0])
        shown.setdefault(repr(replace(page(session), seed=0)), []).append(session)
    alike = [each for each in shown.values() if len({hidden(session) for session in each}) > 1]
    assert alike
    program = alike[0][0].program
    solution = solved(program, roots(program)) if is_solved else None
    for sessions in alike[:2]:
        first, *others = (replace(page(each, known(each, solution)), seed=0) for each in sessions)
        assert all(each == first for each in others)
        speaking = [each for question in first.questions for each in question.advisers if each.speaks]
        assert all(each.likelihood for each in speaking if each.supports or each.opposes)


def test_advisers_name_the_likelihood_of_the_world_that_they_assume() -> None:
    draws = (Fixed("sites.start", "1"), Fixed("count.estimates.sites", "1"))
    session = started(scenario_of(ADVISED), "standard", 1, draws)
    session = after(session, session.legal_commands[0])
    solution = solved(session.program, roots(session.program))
    (question,) = page(session, known(session, solution)).questions
    assert {each.id: each.likelihood for each in question.advisers} == {
        "calm": "possible",
        "grim": "an even chance",
        "lost": "possible",
        "plain": "possible",
    }


ANSWERS = (
    "diplomat_stopped.show_papers the_decree.ask_gromyko clay_asks.if_british_agree"
    " tanks_up.back_one_street readiness.stand_down back_channel.no_word who_first.flares"
)


def test_states_that_a_solution_does_not_know_are_weighed_exactly(monkeypatch: pytest.MonkeyPatch) -> None:
    session = started(scenario_in("berlin_1961"), "hard_corner", 5)
    for each in ANSWERS.split():
        session = after(session, Answer(*each.split(".")))
    while not session.is_over:
        session = after(session, session.legal_commands[0])
    with pytest.raises(KeyError):
        reckoned(session)
    monkeypatch.setattr(knowledge, "estimated_by", lambda _program: pytest.fail)
    program = session.program
    game, solution = stretches(session), solved(program, roots(program))
    found = knowledge.reckoned(Minds(program), game, solution).ledger
    assert float(found.accepted + found.luck) == pytest.approx(float(found.result), abs=1e-12)


@pytest.mark.parametrize("name", ["berlin_1961", "bay_of_pigs_1961"])
def test_what_comes_of_a_choice_is_known_whatever_was_chosen_before(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(knowledge, "estimated_by", lambda _program: pytest.fail)
    scenario = scenario_in(name)
    for setup in scenario.setup_ids:
        session = started(scenario, setup, 0)
        solution, minds = solved(session.program, roots(session.program)), Minds(session.program)
        for seed in range(3):
            luck, session = Random(seed), started(scenario, setup, seed)
            while not session.is_over:
                session = after(session, luck.choice(session.legal_commands))
                minds.follow(stretches(session))
                solved_odds(minds, session.position, solution, Work("solved"))
