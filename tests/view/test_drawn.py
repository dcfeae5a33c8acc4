"""What luck brought is told in words: those of the scenario, never an id that has better ones."""

from __future__ import annotations

from random import Random

import pytest

from game.engine.happenings import ChanceTaken, ResponseCame
from game.engine.moves import Answer
from game.scenario.blocks import chances
from game.session.run import Fixed
from game.session.session import Session, after, started
from game.view.chain import roll_words
from game.view.drawn import drawn, entry_named
from game.view.retrospect import Retrospect, retrospect
from game.view.vocabulary import PROGRAM
from game.view.words import ENGLISH
from tests.engine.test_agreement import ROOT, scenario_in, scenario_of

CONVOY = """
format: 1
id: convoy
title: Convoy
summary: A test.
fiction: yes
clock: { starts: 1962-10-24 09:00, step: 6 h, ends: 1962-10-26 09:00 }
actors:
  president: { name: The President, player: yes }
  admiral: { name: The Admiral }
variables:
  course: { values: [none, north, home], start: none, words: { home: on the way home } }
  heat: { label: Heat, range: 0 to 3, start: 0, words: { 0: cold, 1: hot } }
  secret: { range: 0 to 3, start: 0, hidden: yes }
timeline:
  lost: { at: 1962-10-24 20:00, text: Contact was lost. It was a Wednesday., matches: ask.go.sinks }
responses:
  his_answer: { by: admiral, after: ask.go, text: He salutes. }
events:
  sighted: { title: A ship is sighted, when: course is north, text: There it is. }
  fog_comes: { title: Fog comes down, text: Nothing can be seen. }
letters:
  note: { from: admiral, to: president, subject: A note from sea, text: We wait. }
decisions:
  ask:
    title: The convoy
    text: It waits.
    options:
      go:
        label: Let it sail
        chance:
          alone: { odds: 1, text: "It sails at nine. Nobody sees it." }
          watched: { odds: 1, text: "It sails at nine. A trawler sees it {heat}." }
          brings_fog: { odds: 1, event: fog_comes }
          brings_note: { odds: 1, send: note }
          turns_north: { odds: 1, set: { course: north } }
          has_words: { odds: 1, set: { course: home } }
          sinks: { odds: 1, change: { heat: 1 } }
          heats: { odds: 1, change: { heat: 1 } }
          hides: { odds: 1, change: { secret: 1 } }
          idles: { odds: 1 }
      stay: { label: Keep it in port }
endings:
  at_rest: { title: Over, when: time is over, text: Over. }
"""

WORDS = {
    "alone": "Nobody sees it.",
    "watched": "A trawler sees it cold.",
    "brings_fog": "Fog comes down",
    "brings_note": "A note from sea",
    "turns_north": "A ship is sighted",
    "has_words": "on the way home",
    "sinks": "Contact was lost. It was a Wednesday.",
    "heats": "Heat: cold -> hot",
    "hides": "hides",
    "idles": ENGLISH["cause.roll.idle"],
}


def sailed(result: str) -> Session:
    begun = started(scenario_of(CONVOY), "standard", 1)
    session = after(begun, Answer("ask", "go"), (Fixed("ask.go", result),))
    while not session.is_over:
        session = after(session, session.legal_commands[0])
    return session


def place_of(game: Retrospect, kind: type) -> int:
    return next(place for place, each in enumerate(game.happenings) if isinstance(each, kind))


@pytest.mark.parametrize("result", WORDS)
def test_an_outcome_is_told_in_the_first_words_that_it_has(result: str) -> None:
    game = retrospect(sailed(result), ENGLISH)
    found = drawn(game, place_of(game, ChanceTaken))
    assert (found.title, found.result, found.odds) == ("Let it sail", WORDS[result], "1 in 10")


def test_a_response_is_told_by_who_gives_it_and_what_he_says() -> None:
    game = retrospect(sailed("idles"), ENGLISH)
    assert entry_named(game, place_of(game, ResponseCame)).words == "The Admiral answers: He salutes."


@pytest.mark.parametrize("name", ["river_incident", "black_saturday", "berlin_1961", "bay_of_pigs_1961"])
def test_no_id_stands_for_words_in_shipped_scenarios(name: str) -> None:
    scenario = scenario_in(ROOT / "scenarios" / name)
    sites = {each.site for each in chances(scenario)}
    for seed in range(5):
        luck, session = Random(seed), started(scenario, scenario.setup_ids[-1], seed)
        while not session.is_over:
            session = after(session, luck.choice(session.legal_commands))
        game = retrospect(session, PROGRAM)
        rolls = [
            (place, each)
            for place, each in enumerate(game.happenings)
            if isinstance(each, ChanceTaken) and each.site in sites
        ]
        assert rolls
        for place, taken in rolls:
            assert drawn(game, place).result != taken.result.replace("_", " ")


def test_what_a_roll_was_about_is_said_once() -> None:
    game = retrospect(sailed("alone"), ENGLISH)
    place = place_of(game, ChanceTaken)
    assert roll_words(game, place, "Wait") == "Let it sail: Nobody sees it. (1 in 10)"
    assert roll_words(game, place, "Let it sail") == "Nobody sees it. (1 in 10)"
