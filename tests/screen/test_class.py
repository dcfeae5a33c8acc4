"""A lesson in the window, held by a script from the keyboard alone; and nothing of it is cut anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.classroom.lesson import Lesson, Step, Terms
from game.classroom.phones import modules_of
from game.classroom.steps import begun
from game.commands.language import words_in
from game.screen.acts import Phones, Teach
from game.screen.box import Box
from game.screen.colour import BLACK, WHITE
from game.screen.desk import Desk
from game.screen.errands import AtOnce
from game.screen.fonts import Faces
from game.screen.loop import Loop
from game.screen.overflow import faults
from game.screen.parts.plain import Band
from game.screen.parts.plain import Words as WordsPart
from game.screen.prepared import Prepared
from game.screen.press import Press
from game.screen.scale import fitted
from game.screen.screens.class_papers import Outcome
from game.screen.screens.class_room import ClassRoom
from game.screen.screens.class_setup import ClassSetup
from game.screen.screens.class_side import QUIET, Door, code_picture
from game.screen.screens.scenarios import Scenarios
from game.screen.screens.screen import Become
from game.screen.screens.title import Title
from game.screen.theme import STANDARD, THEMES
from game.screen.typeset import Typesetter
from game.session.replay import replayed
from game.session.session import started
from game.store.library import volume
from game.store.places import Places, places
from game.store.runs import saved_runs
from game.store.scenarios import found
from game.store.shelf import Shelf
from game.view.composition import page
from game.view.vocabulary import PROGRAM
from game.view.words import Words
from tests.screen.unasked import leave_odds

VOTERS = 30
SENTENCE = "¿Y si Moscú no puede parar?"
DOOR = Door("192.168.1.120:8123", "0427", modules_of("http://192.168.1.120:8123/?code=0427"))


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


# ---------------------------------------------------------------- pictures


def rooms(name: str, setup: str, words: Words, language: str | None = None) -> Iterator[ClassRoom]:
    """The screens of a lesson of all lengths, one after the other."""
    stored = found(name, places())
    assert stored is not None
    scenario = volume(stored, (), places(), language).scenario
    assert scenario is not None
    session = started(scenario, setup or scenario.setup_ids[0], 3)
    lesson = begun(session, Terms(90, VOTERS), 0.0)
    room = ClassRoom(lesson=lesson, page=page(session, words=words), words=words)
    room = replace(room, page=page(lesson.session, words=words)).told(
        page(lesson.session, words=words), Outcome()
    )
    for _ in range(400):
        yield room
        if room.lesson.step in (Step.VOTE, Step.VOTE_AGAIN):
            room = _pressed(_pressed(_pressed(room, "1"), "1"), "2")
            yield room
            yield replace(room, door=DOOR)
            yield replace(room, door=DOOR._replace(guests=4), lesson=replace(room.lesson, is_open=False))
            yield replace(room, door=DOOR, has_code=True)
        act = room.presented(1)
        if act is None:
            return
        if isinstance(act, Teach):
            shown = page(act.lesson.session, words=words)
            room = ClassRoom(lesson=act.lesson, page=shown, words=words).told(
                shown, Outcome(kept="x.run.yaml")
            )
        else:
            assert isinstance(act, Become)
            assert isinstance(act.screen, ClassRoom)
            room = act.screen


def _pressed(room: ClassRoom, key: str) -> ClassRoom:
    act = room.answer(Press(key))
    assert isinstance(act, Become)
    assert isinstance(act.screen, ClassRoom)
    return act.screen


@pytest.mark.parametrize(
    ("size", "text"),
    [
        ((960, 540), 1.75),
        ((1024, 768), 1.75),
        ((1280, 720), 1.75),
        ((1920, 1080), 1.75),
        ((1366, 768), 2.5),
        ((2560, 1080), 2.0),
        ((1280, 720), 1.0),
    ],
)
def test_nothing_of_a_lesson_is_cut(faces: Faces, size: tuple[int, int], text: float) -> None:
    desk = Desk(Typesetter(faces, fitted(*size, text)), STANDARD, PROGRAM, is_presented=True)
    steps, wrong = set(), set()
    for room in rooms("black_saturday", "strict_1962", PROGRAM):
        steps.add(room.lesson.step)
        wrong |= {f"{room.lesson.step} {fault}" for fault in faults(desk, room.layout(desk))}
    assert sorted(wrong) == []
    assert steps == set(Step)


def test_nothing_of_a_spanish_lesson_is_cut(faces: Faces) -> None:
    words = words_in("es")
    desk = Desk(Typesetter(faces, fitted(1280, 720, 1.75)), STANDARD, words, is_presented=True)
    for room in rooms("river_incident", "", words, "es"):
        assert list(faults(desk, room.layout(desk))) == []


def test_hidden_counts_stand_nowhere_on_the_screen(faces: Faces) -> None:
    desk = Desk(Typesetter(faces, fitted(1280, 720, 1.75)), STANDARD, PROGRAM, is_presented=True)
    room = next(each for each in rooms("black_saturday", "", PROGRAM) if each.lesson.step is Step.VOTE)
    room = _pressed(_pressed(_pressed(room, "2"), "2"), "h")
    ids = [piece.id for piece in room.layout(desk).scene]
    assert not [each for each in ids if each.startswith(("count", "reach"))]
    shown = _pressed(room, "h").layout(desk).scene
    assert [
        piece.part.words for piece in shown if isinstance(piece.part, WordsPart) and piece.id == "count 1"
    ] == ["2"]


@pytest.mark.parametrize("ground", ["standard", "high_contrast", "paper"])
def test_the_picture_for_cameras_is_dark_on_light_with_four_light_modules_around(
    faces: Faces, ground: str
) -> None:
    theme = next(each for (name, _), each in THEMES.items() if name == ground)
    desk = Desk(Typesetter(faces, fitted(1280, 720, 1.75)), theme, PROGRAM, is_presented=True)
    light, *dark = code_picture(desk, DOOR, Box(40, 100, 400, 400))
    assert light.part == Band(WHITE)
    assert all(piece.part == Band(BLACK) for piece in dark)
    module = min(piece.box.height for piece in dark)
    assert min(piece.box.x for piece in dark) - light.box.x == pytest.approx(QUIET * module)
    assert light.box.right - max(piece.box.right for piece in dark) == pytest.approx(QUIET * module)
    assert module * desk.type.scale.unit == pytest.approx(round(module * desk.type.scale.unit))
