"""The pictures of a lesson: nothing of them is cut, and what is hidden stands nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.classroom.lesson import Step, Terms
from game.classroom.phones import modules_of
from game.classroom.steps import begun
from game.commands.language import words_in
from game.screen.acts import Teach
from game.screen.box import Box
from game.screen.colour import BLACK, WHITE
from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.overflow import faults
from game.screen.parts.map_panel import MapPanel
from game.screen.parts.plain import Band
from game.screen.parts.plain import Words as WordsPart
from game.screen.press import Press
from game.screen.scale import fitted
from game.screen.screens.class_papers import Outcome
from game.screen.screens.class_room import ClassRoom
from game.screen.screens.class_side import QUIET, Door, code_picture
from game.screen.screens.screen import Become
from game.screen.theme import STANDARD, THEMES
from game.screen.typeset import Typesetter
from game.session.session import started
from game.store.library import volume
from game.store.places import places
from game.store.scenarios import found
from game.view.composition import page
from game.view.vocabulary import PROGRAM
from game.view.words import Words

VOTERS = 30
DOOR = Door("192.168.1.120:8123", "0427", modules_of("http://192.168.1.120:8123/?code=0427"))


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


def test_each_paper_lies_beside_the_map_of_its_moment(faces: Faces) -> None:
    desk = Desk(Typesetter(faces, fitted(1280, 720, 1.75)), STANDARD, PROGRAM, is_presented=True)
    first = next(rooms("cuba_1962", "", PROGRAM))
    opening, question = first.papers[0], first.papers[-1]
    assert opening.page is not None
    assert question.page == first.page
    assert opening.page.moment < first.page.moment
    (beside,) = (piece.part for piece in first.layout(desk).scene if isinstance(piece.part, MapPanel))
    assert beside.sight.picture == opening.page.map
