"""Short codes: what is typed is the game that was played, and what is damaged is never another game."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.moves import Answer
from game.scenario.model import Scenario
from game.session.code import SIGNS, ShortCode, format_code, is_code, parse_code, run_of_code
from game.session.run import GREATEST_SEED, Fixed, Run
from game.session.session import Session, after, bound, started
from tests.session.conftest import RIVER, SETUPS, read


def played(scenario: Scenario, setup: str, seed: int, commands: int = 100) -> Session:
    luck, session = Random(seed), started(scenario, setup, seed)
    while not session.is_over and session.position < commands:
        session = after(session, luck.choice(session.legal_commands))
    return session


def code_of(session: Session) -> str:
    code = format_code(session)
    assert code is not None
    return code


def read_again(code: str, scenario: Scenario) -> Run:
    parsed = parse_code(code)
    assert isinstance(parsed, ShortCode), parsed
    assert parsed.scenario == scenario.id
    run = run_of_code(parsed, scenario)
    assert isinstance(run, Run), run
    return run


@given(seed=st.one_of(st.integers(0, 999_999), st.integers(0, GREATEST_SEED)), commands=st.integers(0, 8))
def test_a_code_is_read_back_as_the_run(seed: int, commands: int) -> None:
    scenario = read(RIVER + SETUPS)
    session = played(scenario, scenario.setup_ids[seed % 2 % len(scenario.setup_ids)], seed, commands)
    assert read_again(code_of(session), scenario) == session.run


def test_the_code_of_a_game_without_turning_back_says_so(river: Scenario) -> None:
    session = bound(played(river, "standard", 5))
    assert read_again(code_of(session), river) == session.run
    assert not session.run.can_turn_back


@pytest.mark.parametrize(
    "change", [str.lower, lambda code: code.replace("-", " "), lambda code: f" {code}\n"]
)
def test_what_hands_and_ears_change_does_not_matter(river: Scenario, change: object) -> None:
    session = played(river, "standard", 5)
    assert callable(change)
    assert read_again(change(code_of(session)), river) == session.run


def test_letters_that_look_like_digits_are_read_as_these(river: Scenario) -> None:
    codes = [code_of(played(river, "standard", seed)) for seed in range(40)]
    code = next(each for each in codes if "0" in each and "1" in each)
    confused = code.replace("0", "O").replace("1", "l", 1).replace("1", "I")
    assert parse_code(confused) == parse_code(code)


def test_every_wrong_sign_is_noticed(river: Scenario) -> None:
    code = code_of(played(river, "standard", 7)).replace("-", "")
    for place in range(len(code)):
        for sign in SIGNS:
            if sign != code[place]:
                assert isinstance(parse_code(code[:place] + sign + code[place + 1 :]), str)


def test_every_two_neighbours_that_are_exchanged_are_noticed(river: Scenario) -> None:
    code = code_of(played(river, "standard", 7)).replace("-", "")
    for place, (one, other) in enumerate(pairwise(code)):
        if one != other:
            assert isinstance(parse_code(code[:place] + other + one + code[place + 2 :]), str)


def test_a_sign_that_is_missing_is_noticed(river: Scenario) -> None:
    code = code_of(played(river, "standard", 7)).replace("-", "")
    missed = [
        place for place in range(len(code)) if isinstance(parse_code(code[:place] + code[place + 1 :]), str)
    ]
    assert len(missed) == len(code)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "too short"),
        ("ABCD", "too short"),
        ("4K7Q-2M9X-UUUU", "`U` is no sign"),
        ("4K7Q-2M9X-0000", "damaged"),
        ("Z" * 5000, "too long"),
    ],
)
def test_what_is_wrong_is_told_apart(text: str, words: str) -> None:
    said = parse_code(text)
    assert isinstance(said, str)
    assert words in said


def test_other_rules_are_told_and_nothing_is_played(river: Scenario) -> None:
    code = parse_code(code_of(played(river, "standard", 7)))
    assert isinstance(code, ShortCode)
    said = run_of_code(code, read(RIVER.replace("start: 4", "start: 5")))
    assert isinstance(said, str)
    assert said.startswith("This code was made with other rules of river")


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_a_sentence(text: str) -> None:
    assert isinstance(parse_code(text), ShortCode | str)
    assert is_code(text) in (True, False)


@given(st.integers(0, 2**90))
def test_a_number_that_no_game_has_gives_no_other_game(rest: int) -> None:
    scenario = read(RIVER)
    code = parse_code(code_of(started(scenario, "standard", 1)))
    assert isinstance(code, ShortCode)
    found = run_of_code(code._replace(rest=rest), scenario)
    if isinstance(found, Run):
        assert parse_code(code_of(_again(scenario, found))) == code._replace(rest=rest)


def _again(scenario: Scenario, run: Run) -> Session:
    assert run.setup is not None
    session = started(scenario, run.setup, run.seed)
    for choice in run.choices:
        assert not isinstance(choice, Fixed)
        session = after(session, choice)
    return session


def test_a_game_whose_luck_is_fixed_has_no_code(river: Scenario) -> None:
    session = after(
        started(river, "standard", 1), Answer("patrol", "fire"), (Fixed("patrol.fire", "they_turn"),)
    )
    assert format_code(session) is None
