"""What a player may know: the same Page, word for word, in every world that has shown the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.analysis.estimate import estimated_by
from game.analysis.minds import Minds, roots
from game.analysis.solving import Solved, solved
from game.engine.moves import Answer
from game.session.replay import replayed
from game.session.run import Fixed, Run
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


ORDER = (
    "diplomat_stopped.protest the_decree.stop_crossing clay_asks.refuse slow_squeeze.force_it"
    " tanks_up.bulldozers readiness.stand_down back_channel.public_note who_first.flares"
    " the_wall_again.civilians_stay_home"
)


def test_answers_in_an_order_that_no_policy_takes_are_weighed_exactly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scenario = scenario_in("berlin_1961")
    commands = tuple(Answer(*each.split(".")) for each in ORDER.split())
    session = replayed(scenario, Run(None, None, None, "strict_1961", 1, choices=commands)).session
    assert session is not None
    assert session.is_over
    with pytest.raises(KeyError):
        reckoned(session)
    monkeypatch.setattr(knowledge, "estimated_by", lambda _program: pytest.fail)
    program = session.program
    game, solution = stretches(session), solved(program, roots(program))
    found = knowledge.reckoned(Minds(program), game, solution).ledger
    assert float(found.accepted + found.luck) == pytest.approx(float(found.result), abs=1e-12)
