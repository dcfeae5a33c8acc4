"""The shipped mod: what it changes in the flagship, in games played with the record's choices but one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from game.engine.happenings import EventBegan
from game.engine.moves import Answer, Command, Wait
from game.engine.play import value
from game.scenario.model import Scenario
from game.session.session import Session, after, started
from game.store.library import volume
from game.store.places import shipped
from game.store.scenarios import stored_at


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    stored = stored_at(shipped("scenarios") / "ankara_watches")
    assert stored is not None
    found = volume(stored).scenario
    assert found is not None
    return found


def chosen(session: Session, choices: Mapping[str, str]) -> Command:
    """Return a choice made beforehand, else the record's, else the first that can be made."""
    for each in session.legal_commands:
        if isinstance(each, Answer):
            wanted = choices.get(each.decision, session.scenario.decisions[each.decision].historical)
            if each.option == wanted:
                return each
    return Wait() if Wait() in session.legal_commands else session.legal_commands[0]


def played(scenario: Scenario, **choices: str) -> Session:
    session = started(scenario, "strict_1962", 1)
    while not session.is_over:
        session = after(session, chosen(session, choices))
    return session


def patience(session: Session) -> int:
    return value(session.program, session.state, "ankara")


def has_happened(session: Session, event: str) -> bool:
    told = [each for halt in session.past for each in halt.happenings]
    return any(isinstance(each, EventBegan) and each.event == event for each in told)


def test_what_is_discussed_in_public_is_spoken_of_in_paris(scenario: Scenario) -> None:
    session = played(scenario, public_price="call_it_fair", evening_message="pledge_and_secret")
    assert patience(session) == 0
    assert has_happened(session, "a_word_in_paris")


def test_a_friend_who_is_told_keeps_his_patience(scenario: Scenario) -> None:
    session = played(scenario, evening_message="polaris_first")
    assert patience(session) == 2
    assert not has_happened(session, "a_word_in_paris")


def test_the_submarine_is_not_offered_to_a_friend_who_was_discussed(scenario: Scenario) -> None:
    for choice, is_offered in (("call_it_fair", False), ("work_first", True)):
        session = started(scenario, "strict_1962", 1)
        while not any(
            isinstance(each, Answer) and each.decision == "evening_message" for each in session.legal_commands
        ):
            session = after(session, chosen(session, {"public_price": choice}))
        assert (Answer("evening_message", "polaris_first") in session.legal_commands) is is_offered
