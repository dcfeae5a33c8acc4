"""The after-action report at the terminal."""

from __future__ import annotations

import pytest

from game.engine.moves import Answer
from game.session.run import Fixed
from game.session.session import Session, after, started
from game.terminal.play import play
from game.terminal.reviewed import PARTS, review_lines
from game.view.afterwards import PARTS as TITLED
from game.view.afterwards import review
from game.view.words import ENGLISH
from tests.engine.test_agreement import scenario_in
from tests.samples.shelf import NIGHT_PATROL
from tests.view.test_review import reckoned

RIVER = NIGHT_PATROL


@pytest.fixture
def shot() -> Session:
    return after(
        started(scenario_in(RIVER), "standard", 1),
        Answer("patrol", "fire"),
        (Fixed("patrol.fire", "they_turn"),),
    )


def typed(session: Session, *lines: str, has_odds: bool = True) -> list[str]:
    given, written = iter(lines), list[str]()
    play(
        session,
        lambda _: next(given, None),
        written.append,
        reckon=reckoned if has_odds else None,
    )
    return written


def test_the_parts_of_the_terminal_are_those_of_the_report() -> None:
    assert (*PARTS,) == TITLED


def test_a_part_is_read_by_the_beginning_of_its_name(shot: Session) -> None:
    written = typed(shot, "review led")
    begun = written.index("Decision and luck")
    assert (
        written[begun + 1].strip() == "In this model, of 100 who decide as you did, 40 do not come through."
    )
    assert "    Start 13.3, choices +26.7, luck −40: result 0." in written
    assert "Advisers" not in written[begun:]


def test_all_parts_are_read_one_after_the_other(shot: Session) -> None:
    written = typed(shot, "review")
    titles = [each for each in written if each in {ENGLISH[f"review.{part}"] for part in PARTS}]
    assert titles == [ENGLISH[f"review.{part}"] for part in PARTS]


def test_without_odds_the_report_says_so_where_they_would_stand(shot: Session) -> None:
    written = typed(shot, "review ledger", has_odds=False)
    assert written[-1].strip() == ENGLISH["review.no_odds"]


def test_there_is_no_report_while_the_game_goes_on(shot: Session) -> None:
    assert typed(shot, "undo", "review")[-1] == ENGLISH["terminal.nothing"]


def test_a_part_that_is_not_there_is_answered_with_those_that_are(shot: Session) -> None:
    assert typed(shot, "review luck")[-1].endswith(f"It has: {', '.join(PARTS)}.")


def test_a_cause_is_told_with_its_odds_and_its_place(shot: Session) -> None:
    lines = [*review_lines(review(shot), "causes", ENGLISH)]
    roll = next(each for each in lines if "The boat turns away, slowly." in each)
    assert roll.strip().endswith("in 10)")
    assert any(each.strip().startswith("night_patrol/scenario.yaml:") for each in lines)
