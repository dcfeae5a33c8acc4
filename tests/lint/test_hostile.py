"""What thousands of faults lead to: each is told once, and little is said of what nobody reads."""

from __future__ import annotations

import pytest

from game.lint.advice import advised
from game.scenario.loading import loaded
from game.source.events import Events
from game.source.parser import fast_events
from game.source.plain import plain_events
from tests.fuzz.garbled import garbled_file
from tests.fuzz.hostile import FILES, NAME, judged

QUICK = sorted(set(FILES) - {"too much", "many entries", "many trials", "comments"})


@pytest.mark.parametrize("name", QUICK)
def test_a_hostile_file_gives_faults_and_no_exception(name: str) -> None:
    assert judged(FILES[name]().encode(), fast_events) >= 0


@pytest.mark.parametrize("seed", [*range(60), 11697])
@pytest.mark.parametrize("events", [fast_events, plain_events])
def test_a_garbled_scenario_gives_faults_and_no_exception(seed: int, events: Events) -> None:
    assert judged(garbled_file(seed), events) >= 0


def test_what_was_meant_is_no_longer_asked_after_hundreds_of_unknown_names() -> None:
    found = loaded({NAME: FILES["unknown ids"]().encode()}).diagnostics
    unknown = [each for each in found if each.code == "E301"]
    assert len(unknown) == 5000
    assert 0 < sum(each.help is not None for each in unknown) <= 200


def test_each_option_that_does_the_same_as_one_before_it_is_told_once() -> None:
    read = loaded({NAME: FILES["many options"]().encode()})
    found = [each for each in advised(read) if each.code == "W553"]
    assert len(found) == 8999
    assert {each.notes[0].span.line for each in found} == {15}
