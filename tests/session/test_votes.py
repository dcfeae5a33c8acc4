"""The votes of a class: kept in the run, gone with what is undone, read back as they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.moves import Answer
from game.scenario.model import Scenario
from game.session.replay import replayed
from game.session.run import LONGEST_SENTENCE, Run, Vote
from game.session.runfile import format_run, parse_run
from game.session.session import after, forked, rewound, started, voted
from game.source.characters import FORBIDDEN

IDS = st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True)
TALLIES = st.dictionaries(IDS, st.integers(0, 9999), min_size=1, max_size=5).map(
    lambda votes: tuple(votes.items())
)
SENTENCES = st.text(
    st.characters(min_codepoint=32, exclude_categories=("C", "Zl", "Zp")).filter(
        lambda sign: not FORBIDDEN.search(sign)
    ),
    max_size=LONGEST_SENTENCE,
)
VOTES = st.builds(
    Vote,
    choice=st.integers(1, 400),
    decision=IDS,
    first=TALLIES,
    second=st.one_of(st.just(()), TALLIES),
    is_overruled=st.booleans(),
    minority=SENTENCES,
)
FIRST = Vote(
    1, "patrol", (("hold", 12), ("call", 18)), (("hold", 9), ("call", 21)), minority="Hold: no risk."
)


@given(st.lists(VOTES, max_size=6))
def test_votes_are_read_back_as_they_were_written(votes: list[Vote]) -> None:
    run = Run(None, None, None, None, 1, votes=tuple(votes))
    parsed = parse_run(format_run(run).encode(), "class.run.yaml")
    assert parsed.diagnostics == ()
    assert parsed.run == run


def test_a_run_without_votes_says_nothing_of_them() -> None:
    assert "votes" not in format_run(Run(None, None, None, None, 1))


def test_votes_follow_the_run_through_replay(river: Scenario) -> None:
    game = voted(after(started(river, "standard", 1), Answer("patrol", "call")), FIRST)
    assert game.run.votes == (FIRST,)
    assert replayed(river, game.run).session == game


def test_a_choice_that_is_undone_takes_its_vote_along(river: Scenario) -> None:
    game = voted(after(started(river, "standard", 1), Answer("patrol", "call")), FIRST)
    before = rewound(game, 0)
    assert before.run.votes == ()
    assert forked(before).votes == ()
    assert after(before, Answer("patrol", "call")).run.votes == (FIRST,), "made again, it has its vote again"
    assert after(before, Answer("patrol", "hold")).votes == ()


def test_a_second_vote_on_the_same_choice_replaces_the_first(river: Scenario) -> None:
    game = voted(after(started(river, "standard", 1), Answer("patrol", "call")), FIRST)
    other = FIRST._replace(is_overruled=True)
    assert voted(game, other).votes == (other,)


@pytest.mark.parametrize(
    ("votes", "sentence"),
    [
        ("votes: many\n", "`votes:` is a list of votes"),
        ("votes:\n  - choice: 1\n", "this vote has no `decision:`"),
        ("votes:\n  - hands\n", "this vote has no `choice:`"),
        (
            "votes:\n  - { choice: 1, decision: a, first: { b: 1 }, who: Ann }\n",
            "`who` is no field of a vote",
        ),
        (
            "votes:\n  - { choice: 1, decision: a, first: { b: -1 } }\n",
            "whole number from 0 to 9999, not `-1`",
        ),
        ("votes:\n  - { choice: 1, decision: a, first: [b] }\n", "options with their votes"),
        ("votes:\n  - { choice: 1, decision: a, first: { b: 1 }, overruled: 3 }\n", "is yes or no, not `3`"),
    ],
)
def test_a_vote_that_cannot_be_read_is_named_at_its_place(votes: str, sentence: str) -> None:
    parsed = parse_run(f"run: 1\nseed: 1\nchoices: []\n{votes}".encode(), "class.run.yaml")
    assert parsed.run is None
    (fault,) = parsed.diagnostics
    assert sentence in fault.message
    assert fault.span.line >= 4
