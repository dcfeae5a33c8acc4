from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.engine.moves import Answer, Wait
from game.engine.play import value
from game.scenario.expressions.tree import NO
from game.scenario.model import Advice, Option, Scenario, Start
from game.scenario.text import Text
from game.session.session import Session, after, bound, rewound, started
from game.view.composition import page
from game.view.likelihood import Odds
from game.view.page import PageKind, WayBack
from game.view.printing import plain

Write = Callable[..., Text]


@pytest.fixture
def session(line_at_sea: Scenario) -> Session:
    return started(line_at_sea, "standard", 1)


def with_options(scenario: Scenario, **changed: Option) -> Scenario:
    """Return the scenario with other options under its question."""
    question = scenario.decisions["line"]
    decision = replace(question, options={**question.options, **changed})
    return replace(scenario, decisions={"line": decision})


def with_advice(scenario: Scenario, *advice: Advice) -> Scenario:
    decision = replace(scenario.decisions["line"], advice=advice)
    actors = {
        **scenario.actors,
        "aide": replace(scenario.actors["me"], id="aide", player=False, adviser=True),
    }
    return replace(scenario, decisions={"line": decision}, actors=actors)


def test_the_first_page_opens_the_game_and_asks(session: Session) -> None:
    first = page(session)
    assert first.kind is PageKind.OPENING
    assert [each.kind for each in first.sheets] == ["opening", "phase", "decision"]
    assert [(each.key, each.id, each.command) for each in first.choices] == [
        ("1", "line.stop", Answer("line", "stop")),
        ("2", "line.sink", Answer("line", "sink")),
        ("w", "wait", Wait()),
    ]
    assert (first.moment, first.date_words, first.day) == (
        "1962-10-24 09:00",
        "Wednesday 24 October 1962",
        (1, 4),
    )
    assert first.questions[0].deadline == "1962-10-24 17:00"


def test_commands_of_the_page_are_those_of_the_engine(session: Session) -> None:
    commands = {each.command for each in page(session).choices if each.command is not None}
    assert commands == set(session.legal_commands)


def test_an_option_that_is_not_on_offer_is_grey_with_its_reason_or_hidden(
    line_at_sea: Scenario, write: Write
) -> None:
    stop = line_at_sea.decisions["line"].options["stop"]
    grey = replace(stop, when=NO, unless_text=write("Too late."))
    shown = page(started(with_options(line_at_sea, stop=grey), "standard", 1)).questions[0].choices
    assert [(each.key, each.command, plain(each.reason)) for each in shown] == [
        ("", None, "Too late."),
        ("1", Answer("line", "sink"), ""),
    ]
    hidden = started(with_options(line_at_sea, stop=replace(stop, when=NO)), "standard", 1)
    assert [each.id for each in page(hidden).questions[0].choices] == ["line.sink"]


def test_readings_have_words_numbers_and_bounds(session: Session) -> None:
    tension, defcon, deadline, ends = page(session).status
    assert (tension.words, tension.value, tension.low, tension.high) == ("uneasy", 4, 0, 10)
    assert (defcon.words, defcon.steps, defcon.value) == ("3", ("3", "2"), 0)
    assert (deadline.words, deadline.value, deadline.high) == ("8 hours", 480, 480)
    assert (ends.words, ends.value, ends.high) == ("3 days", 4320, 4320)


def test_an_adviser_has_the_course_of_what_he_supports(line_at_sea: Scenario, write: Write) -> None:
    advice = Advice("aide", write("Hold."), supports="stop", for_=(write("It is calm."),))
    shown = page(started(with_advice(line_at_sea, advice), "standard", 1)).questions[0].advisers
    assert [(each.id, each.stance, each.supports, each.likelihood) for each in shown] == [
        ("aide", "hold", "Stop them", None)
    ]
    assert shown[0].speaks


def test_advice_whose_condition_fails_is_not_given(line_at_sea: Scenario, write: Write) -> None:
    advice = Advice("aide", write("Hold."), supports="stop", when=NO)
    aide = page(started(with_advice(line_at_sea, advice), "standard", 1)).questions[0].advisers[0]
    assert (aide.speaks, aide.stance, aide.stance_words, aide.says) == (False, None, "undecided", ())


def test_odds_are_shown_only_where_they_are_given(line_at_sea: Scenario, write: Write) -> None:
    session = started(
        with_advice(line_at_sea, Advice("aide", write("Hold."), supports="stop")), "standard", 1
    )
    odds = Odds({"line.sink": 0.046, "wait": 1}, {("aide", "line.stop"): 0.5})
    given = page(session, odds)
    assert given.odds == (("2", "unlikely", "5"), ("w", "almost certain", "100"))
    assert given.questions[0].advisers[0].likelihood == "an even chance"
    assert page(session).odds is None


def test_the_journal_says_where_one_can_go_back_to(session: Session) -> None:
    later = after(session, Answer("line", "sink"))
    entry = next(each for each in page(later).journal if each.told.kind == "choice")
    assert entry.words == "Sink them"
    gone_back = page(rewound(later, entry.choices))
    assert gone_back == replace(page(session), way_back=WayBack(undo=None, redo=1, reason=""))
    assert page(later).way_back == WayBack(undo=0, redo=None, reason="")


def test_a_game_without_turning_back_says_why_there_is_no_way(session: Session) -> None:
    later = page(after(bound(session), Answer("line", "sink")))
    reason = "This game is played without turning back: every choice stands."
    assert later.way_back == WayBack(undo=None, redo=None, reason=reason)


def test_what_a_choice_brought_is_a_paper(session: Session) -> None:
    result = page(after(session, Answer("line", "sink"))).sheets[0]
    assert (result.kind, plain(result.title)) == ("result", "Sink them")
    assert [plain(each) for each in result.paragraphs] == ["It is done."]


def test_a_game_that_no_ending_fits_is_unfinished(session: Session) -> None:
    over = page(after(session, Answer("line", "stop")))
    assert over.kind is PageKind.ENDING
    assert over.ending is not None
    assert (over.ending.id, plain(over.ending.sheet.title)) == ("unfinished", "Unfinished")
    assert over.choices == ()
    assert over.debrief is not None
    verdicts = {each.id: each.verdict for each in over.debrief.record}
    assert verdicts == {"then": "never", "day": "never", "stood": "earlier", "told": None}


def test_cards_are_those_that_the_page_cites(line_at_sea: Scenario, write: Write) -> None:
    advice = Advice("aide", write("Hold."), statement=line_at_sea.events["ships"].statement)
    session = started(with_advice(line_at_sea, advice), "standard", 1)
    assert [(each.id, each.number, each.title, each.locator, each.lines) for each in page(session).cards] == [
        ("log page 7", 2, "The Navy, Deck Log (1962)", "page 7", ("Document", "page 7"))
    ]
    assert page(started(line_at_sea, "standard", 1)).cards == ()


def test_fiction_bears_no_marks(line_at_sea: Scenario, write: Write) -> None:
    advice = Advice("aide", write("Hold."), statement=line_at_sea.events["ships"].statement)
    session = started(replace(with_advice(line_at_sea, advice), fiction=True), "standard", 1)
    assert page(session).questions[0].advisers[0].mark is None


def test_links_open_people_places_and_entries(session: Session) -> None:
    assert [(each.id, each.kind) for each in page(session).codex] == [
        ("me", "person"),
        ("them", "person"),
        ("port", "place"),
    ]


def test_hidden_values_change_nothing_on_the_page_before_the_end(line_at_sea: Scenario) -> None:
    fear = replace(line_at_sea.variables["fear"], start=Start(tuple((each, 1) for each in range(10))))
    scenario = replace(line_at_sea, variables={**line_at_sea.variables, "fear": fear})
    games = [started(scenario, "standard", seed) for seed in range(6)]
    assert len({value(each.program, each.state, "fear") for each in games}) > 1
    assert len({repr(replace(page(each), seed=0)) for each in games}) == 1
