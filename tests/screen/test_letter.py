"""A letter is read to its end: all of it can be seen, and nobody goes on before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.screen.acts import Back
from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.parts.plain import Words
from game.screen.parts.scroll import Rail
from game.screen.parts.teletype import Teletype, lines_in, teletype_lines
from game.screen.press import Press
from game.screen.router import click_act, key_act
from game.screen.scale import fitted
from game.screen.screens.letter import DONE, Letter
from game.screen.screens.opening import Opening
from game.screen.screens.reading import Reading
from game.screen.screens.screen import Become, Screen
from game.screen.text import plain
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.view.vocabulary import PROGRAM
from tests.screen.test_golden import turns

SIZES = [((1280, 720), 1.0), ((1280, 720), 2.0), ((960, 540), 1.0), ((960, 540), 2.5), ((2560, 1080), 1.25)]
POINTS = tuple((f"Point {n}", plain(f"He asks for {n} more years without an attack.")) for n in range(9))


def letter() -> Letter:
    """A long letter with many points, printed."""
    shown, told = next(
        (each, told) for each in turns() for told in each.told if told.kind == "letter" and told.sheet
    )
    assert told.sheet is not None
    paragraphs = tuple(plain(f"Word{n} of a long-drawn-out matter. " * 12) for n in range(4))
    long = replace(told, sheet=replace(told.sheet, paragraphs=paragraphs, points=POINTS))
    return Letter(page=shown, told=long, elapsed=DONE)


def desk_of(faces: Faces, size: tuple[int, int], text: float) -> Desk:
    return Desk(Typesetter(faces, fitted(*size, text)), STANDARD, PROGRAM)


def seen(desk: Desk, screen: Screen) -> set[str]:
    """The lines of the paper that are in sight, and the words beside it."""
    found: set[str] = set()
    for piece in screen.layout(desk).scene:
        match piece.part:
            case Teletype(lines=lines, first=first):
                found |= set(lines[first : first + lines_in(desk.type, piece.box)])
            case Words(words=str(words)):
                found.add(words.upper())
            case _:
                pass
    return found


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_enter_shows_all_of_a_letter_before_it_goes_on(
    faces: Faces, size: tuple[int, int], text: float
) -> None:
    desk, here, found = desk_of(faces, size, text), letter(), set[str]()
    for _ in range(60):
        found |= seen(desk, here)
        layout = here.layout(desk)
        assert any(isinstance(piece.part, Rail) for piece in layout.scene)
        act = key_act(here, layout, Press("enter"))
        stop = layout.stops[0]
        assert click_act(here, layout, *stop.box.middle) == act
        if not isinstance(act, Become):
            break
        assert isinstance(act.screen, Letter)
        here = act.screen
    assert act == Back()
    paper = next(piece.part for piece in here.layout(desk).scene if isinstance(piece.part, Teletype))
    assert set(paper.lines) <= found
    all_words = " ".join(" ".join(paper.lines).split()) + " ".join(found)
    assert [name for name, _ in POINTS if name.upper() not in all_words] == []
    assert [n for n in range(9) if f"FOR {n} MORE YEARS" not in all_words] == []


def test_a_sheet_that_is_longer_than_its_window_is_read_to_its_end_before_the_game_goes_on(
    faces: Faces,
) -> None:
    desk = desk_of(faces, (960, 540), 2.5)
    told, shown = letter().told, turns()[0]
    sheets = tuple(replace(each, paragraphs=each.paragraphs * 20) for each in shown.sheets)
    screens: tuple[Screen, ...] = (
        Opening(page=replace(shown, sheets=sheets)),
        Reading(page=letter().page, told=(told,)),
    )
    for screen in screens:
        pressed, here = 0, screen
        while isinstance(act := key_act(here, here.layout(desk), Press("space")), Become):
            pressed, here = pressed + 1, act.screen
        assert pressed > 0
        assert act == Back()
        assert not here.layout(desk).reels[0].has_more


@pytest.mark.parametrize("width", [400, 700, 1000, 9000])
def test_a_message_keeps_the_signs_of_its_words(faces: Faces, width: float) -> None:
    type_ = desk_of(faces, (1280, 720), 1.0).type
    words = "Der Raketen-Abzug, ein самолёт-разведчик und/oder Flugzeuge - oder das Wasser/Luft-Gemisch"
    lines = [line.replace("\u00a0", " ") for line in teletype_lines(type_, (words,), width)]
    assert "".join(lines).replace(" ", "") == words.upper().replace(" ", "")
    if len(lines) == 1:
        assert lines[0] == words.upper()
    assert all(words.upper().find(line) >= 0 for line in lines)
