"""A lesson in the window, held by a script from the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.classroom.lesson import Lesson, Step
from game.screen.acts import Phones
from game.screen.errands import AtOnce
from game.screen.loop import Loop
from game.screen.prepared import Prepared
from game.screen.screens.class_room import ClassRoom
from game.screen.screens.class_setup import ClassSetup
from game.screen.screens.scenarios import Scenarios
from game.screen.screens.title import Title
from game.session.replay import replayed
from game.store.places import Places, places
from game.store.runs import saved_runs
from game.store.shelf import Shelf
from game.view.vocabulary import PROGRAM
from tests.screen.unasked import leave_odds

VOTERS = 30
SENTENCE = "¿Y si Moscú no puede parar?"


class Hands:
    """A teacher's hands on the keys, and a clock that runs only when the script says so."""

    def __init__(self, loop: Loop) -> None:
        self.loop = loop
        self.seconds = 1_000.0
        loop.house.teaching._clock = lambda: self.seconds

    def press(self, *keys: int) -> None:
        for key in keys:
            for kind in (pygame.KEYDOWN, pygame.KEYUP):
                pygame.event.post(pygame.Event(kind, key=key, mod=0, scancode=0, unicode=""))
            self.loop.turn()

    def type(self, words: str) -> None:
        """Type as a keyboard does: a key goes down, and the sign comes as text."""
        for sign in words:
            key = ord(sign) if ord(sign) < 128 else pygame.K_QUOTE
            pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=0, scancode=0, unicode=sign))
            pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=sign))
            pygame.event.post(pygame.Event(pygame.KEYUP, key=key, mod=0, scancode=0))
        self.loop.turn()

    @property
    def room(self) -> ClassRoom:
        top = self.loop.house.top
        assert isinstance(top, ClassRoom), type(top)
        return top

    @property
    def lesson(self) -> Lesson:
        return self.room.lesson

    def step(self) -> Step:
        return self.lesson.step

    def pass_time(self, seconds: float) -> None:
        self.seconds += seconds
        self.loop.turn()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    return places()


@pytest.fixture
def hands(home: Places) -> Iterator[Hands]:
    pygame.display.init()
    pygame.font.init()
    window = pygame.Window("lesson", (1280, 720))
    made = Loop(window, Prepared(None, Shelf(home), None, PROGRAM, is_safe=True))
    leave_odds(made)
    made.house.games.readings = made.house.games.writings = AtOnce()
    made.house.bookcase.wait()
    made.turn()
    yield Hands(made)
    made.close()
    window.destroy()


def begin_from_the_title(hands: Hands, scenario: str) -> None:
    """Title, list of scenarios, terms of the lesson: by digits, arrows and Enter."""
    house = hands.loop.house
    assert isinstance(house.top, Title)
    hands.press(pygame.K_1 + house.top.entries.index("class"))
    assert isinstance(house.top, Scenarios)
    hands.press(pygame.K_1 + [each.id for each in house.top.files].index(scenario))
    assert isinstance(house.top, ClassSetup)
    while house.top.focus != "pupils":
        hands.press(pygame.K_DOWN)
    hands.press(pygame.K_3, pygame.K_0)
    while house.top.focus != "begin":
        hands.press(pygame.K_UP)
    hands.press(pygame.K_RETURN)


def vote(hands: Hands, shares: tuple[int, ...]) -> None:
    for place, votes in enumerate(shares):
        hands.press(*[pygame.K_1 + place] * votes)


def test_a_lesson_of_45_minutes_is_held_from_the_keyboard_alone(hands: Hands, home: Places) -> None:
    begin_from_the_title(hands, "black_saturday")
    began, asked = hands.seconds, []
    while not hands.lesson.is_over:
        lesson = hands.lesson
        assert any(each.id == "left" for each in hands.room.layout(hands.loop.projector._stage.desk).scene)
        match lesson.step:
            case Step.ARGUE | Step.ARGUE_AGAIN:
                assert lesson.timer is not None
                hands.pass_time(lesson.timer.seconds)
                hands.press(pygame.K_PAGEDOWN)
            case Step.VOTE:
                asked.append(lesson.question)
                vote(hands, (13, 17))
                assert hands.lesson.ballot is not None
                assert hands.lesson.ballot.voters == VOTERS
                hands.pass_time(40)
                hands.press(pygame.K_RETURN)
            case Step.VOTE_AGAIN:
                vote(hands, (19, 11))
                hands.press(pygame.K_SPACE)
            case Step.DECIDE:
                if len(asked) == 2:
                    hands.press(pygame.K_2)
                hands.press(pygame.K_RETURN)
            case Step.MINORITY:
                hands.type(SENTENCE)
                hands.press(pygame.K_RETURN)
            case _:
                hands.pass_time(8)
                hands.press(pygame.K_PAGEDOWN)
    session = hands.lesson.session
    assert hands.seconds - began <= 35 * 60, "ten minutes are left for the debrief"
    assert len(asked) >= 3
    assert {each.id for each in session.scenario.decisions.values() if each.essential} <= set(asked)
    votes = session.run.votes
    assert [each.decision for each in votes] == asked
    assert {sum(number for _, number in each.first) for each in votes} == {VOTERS}
    assert {sum(number for _, number in each.second) for each in votes} == {VOTERS}
    assert [each.is_overruled for each in votes].count(True) == 1
    assert {each.minority for each in votes} == {SENTENCE}
    (kept,) = saved_runs(home)
    assert kept.parsed.run == session.run
    assert replayed(session.scenario, session.run).session == session
    for step in (Step.COMPARISON, Step.RISKS, Step.TICKET):
        while hands.step() is not step:
            hands.press(pygame.K_PAGEDOWN)
    hands.press(pygame.K_ESCAPE)
    assert isinstance(hands.loop.house.top, Title)


def test_a_key_held_down_while_the_window_is_busy_does_not_skip_a_step(hands: Hands) -> None:
    begin_from_the_title(hands, "black_saturday")
    while hands.step() is not Step.VOTE:
        hands.press(pygame.K_RETURN)
    for _ in range(12):
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, scancode=0, unicode=""))
    hands.loop.turn()
    assert hands.step() is Step.ARGUE_AGAIN


def test_phones_are_told_in_one_sentence_what_they_lack(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_from_the_title(hands, "black_saturday")
    house = hands.loop.house
    monkeypatch.setattr("game.screen.teaching.is_missing", lambda: True)
    house.do(Phones())
    assert "pip install 'excomm[class]'" in house.toast
    monkeypatch.setattr("game.screen.teaching.is_missing", lambda: False)
    monkeypatch.setattr("game.screen.teaching.local_addresses", lambda: ())
    house.do(Phones())
    assert house.toast == PROGRAM["phones.offline"]


def test_an_undone_choice_brings_the_lesson_back_to_its_question(hands: Hands) -> None:
    begin_from_the_title(hands, "black_saturday")
    while hands.step() is not Step.VOTE:
        hands.press(pygame.K_RETURN)
    question, votes = hands.lesson.question, (4, 5)
    vote(hands, votes)
    hands.press(pygame.K_d, pygame.K_RETURN, pygame.K_RETURN)
    assert hands.step() is Step.CONSEQUENCE
    hands.press(pygame.K_j, pygame.K_u)
    assert hands.lesson.question == question
    assert hands.lesson.session.run.votes == ()


def at_the_decision(hands: Hands, votes: tuple[int, ...]) -> None:
    begin_from_the_title(hands, "black_saturday")
    while hands.step() is not Step.VOTE:
        hands.press(pygame.K_RETURN)
    vote(hands, votes)
    hands.press(pygame.K_d)
    assert hands.step() is Step.DECIDE


@pytest.mark.parametrize("votes", [(0, 0), (2, 2)])
def test_without_a_majority_nothing_is_taken_before_somebody_chooses(
    hands: Hands, votes: tuple[int, ...]
) -> None:
    at_the_decision(hands, votes)
    for key in (pygame.K_SPACE, pygame.K_RETURN, pygame.K_PAGEDOWN):
        hands.press(key, key)
        assert hands.step() is Step.DECIDE
        assert hands.lesson.chosen is None
    taken = []
    for key in (pygame.K_DOWN, pygame.K_DOWN, pygame.K_UP, pygame.K_UP, pygame.K_2):
        hands.press(key)
        taken.append(hands.lesson.chosen)
    first, second, last = hands.lesson.options[0], hands.lesson.options[1], hands.lesson.options[-1]
    assert taken == [first, second, first, last, second]
    hands.press(pygame.K_SPACE)
    assert hands.step() is not Step.DECIDE


def test_the_row_that_would_be_taken_is_marked(hands: Hands) -> None:
    at_the_decision(hands, (1, 3))
    assert hands.lesson.chosen == hands.lesson.options[1]
    scene = hands.room.layout(hands.loop.projector._stage.desk).scene
    assert [piece.id for piece in scene if piece.id.startswith("frame")] == ["frame 1"]


@pytest.mark.parametrize("has_audience", [False, True])
def test_after_a_lesson_the_window_is_shown_to_whom_it_was_before(
    hands: Hands, *, has_audience: bool
) -> None:
    if has_audience:
        hands.press(pygame.K_F10)
    begin_from_the_title(hands, "black_saturday")
    assert hands.loop.house.is_presented
    hands.press(pygame.K_ESCAPE, pygame.K_TAB, pygame.K_RETURN)
    assert isinstance(hands.loop.house.top, Title)
    hands.loop.turn()
    assert hands.loop.house.is_presented is has_audience
    assert hands.loop.projector._stage.desk.is_presented is has_audience


def test_a_lesson_is_always_shown_to_a_class(hands: Hands) -> None:
    begin_from_the_title(hands, "black_saturday")
    hands.press(pygame.K_F10)
    assert hands.loop.house.is_presented
    assert not hands.loop.house.has_audience
