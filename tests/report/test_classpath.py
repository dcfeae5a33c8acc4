"""The path of a class on the page of its game."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.commands.main import main
from game.engine.moves import Answer
from game.report.classpath import class_path
from game.session.run import Vote
from game.session.runfile import format_run
from game.session.session import Session, after, started, voted
from game.view.vocabulary import PROGRAM
from tests.engine.test_agreement import scenario_in
from tests.samples.shelf import NIGHT_PATROL

SENTENCE = "A warning shot <b>is</b> a shot."


@pytest.fixture(scope="module")
def game() -> Session:
    """The river, decided by the President for the telephone, which four of thirteen wanted."""
    scenario = scenario_in(NIGHT_PATROL)
    over = after(started(scenario, "standard", 1), Answer("patrol", "call"))
    assert over.is_over
    tally = (("hold", 0), ("call", 4), ("fire", 9))
    return voted(over, Vote(1, "patrol", tally, tally, is_overruled=True, minority=SENTENCE))


def test_a_vote_stands_with_what_was_decided_and_what_the_minority_wrote(game: Session) -> None:
    [vote] = class_path(game, None, PROGRAM)
    assert vote.title == "The boat is still out there."
    told = "\n".join(vote.lines)
    assert "Telephone the other bank: 4" in told
    assert "against the vote" in told
    assert SENTENCE in told


def test_a_game_played_alone_has_no_votes(game: Session) -> None:
    assert (
        class_path(after(started(game.scenario, "standard", 1), Answer("patrol", "call")), None, PROGRAM)
        == ()
    )


@pytest.mark.parametrize(("options", "has_risk"), [(("--no-odds",), False), ((), True)])
def test_the_page_of_a_class_has_its_path(
    game: Session, tmp_path: Path, options: tuple[str, ...], *, has_risk: bool
) -> None:
    run, page = tmp_path / "class.run.yaml", tmp_path / "class.html"
    named = format_run(game.run).replace("scenario: night_patrol", f"scenario: {NIGHT_PATROL}")
    run.write_text(named, encoding="utf-8")
    assert main(["report", str(run), "-o", str(page), *options]) == 0
    text = page.read_text(encoding="utf-8")
    assert '<h2 id="votes-title">The votes of the class</h2>' in text
    assert "A warning shot &lt;b&gt;is&lt;/b&gt; a shot." in text
    assert ("worlds of 100" in text[text.index('id="votes"') : text.index("</section>")]) is has_risk
