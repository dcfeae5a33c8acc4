"""A scenario of the South Sea in German and Russian, with the longest of words: nothing of it is cut."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from game.scenario.loading import loaded
from game.screen.box import Box
from game.screen.coast import Atlas
from game.screen.fonts import Faces
from game.screen.framing import centre_of
from game.screen.mapview import MapMaker, Sight
from game.screen.overflow import faults
from game.screen.parts.plain import Words
from game.screen.screens.ending import Ending
from game.screen.screens.screen import Screen
from game.session.session import after, started
from game.view.composition import page
from game.view.page import Page
from game.view.picture import Place
from tests.screen.test_layouts import desk_of, screens_of

SCENARIO = Path(__file__).parent / "suedsee_1995.yaml"
MOST_TURNS = 40


@cache
def turns() -> tuple[Page, ...]:
    """The pages of games that always take the same choice, the first, the second or the third."""
    result = loaded({"suedsee_1995/scenario.yaml": SCENARIO.read_bytes()})
    assert result.scenario is not None, result.diagnostics
    shown = []
    for choice in range(3):
        session = started(result.scenario, result.scenario.setup_ids[0], 1)
        shown.append(page(session))
        while not session.is_over and len(shown) < MOST_TURNS * (choice + 1):
            commands = session.legal_commands
            session = after(session, commands[min(choice, len(commands) - 1)])
            shown.append(page(session))
    return tuple(shown)


def screens() -> tuple[Screen, ...]:
    return tuple(screen for shown in turns() for screen in screens_of(shown))


@pytest.mark.parametrize("size", [(960, 540), (1280, 720), (1024, 768), (2560, 1080)])
@pytest.mark.parametrize("text", [1.0, 1.5, 2.0, 2.5])
def test_no_long_word_is_cut_or_covered(faces: Faces, size: tuple[int, int], text: float) -> None:
    desk = desk_of(faces, size, text)
    wrong = {
        f"{type(screen).__name__}: {fault}"
        for screen in screens()
        for fault in faults(desk, screen.layout(desk))
    }
    assert sorted(wrong) == []


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_the_headline_of_an_ending_keeps_its_words_whole(faces: Faces, text: float) -> None:
    desk = desk_of(faces, (1280, 720), text)
    ending = next(shown for shown in turns() if shown.ending and shown.ending.is_catastrophe)
    piece = next(each for each in Ending(page=ending).layout(desk).scene if each.id == "title")
    assert isinstance(piece.part, Words)
    lines = desk.type.setting(piece.part.words, piece.part.style, piece.box.width).lines
    drawn = " ".join(" ".join(run.run.words for run in line.pieces) for line in lines)
    assert drawn.split() == ["UNBEHERRSCHBARKEIT", "DER", "AUSEINANDERSETZUNG"]


def test_pictures_and_portraits_of_the_scenario_are_named_where_they_are_found() -> None:
    portraits = {each.id: each.portrait for shown in turns() for q in shown.questions for each in q.advisers}
    assert portraits["wolkenstein"] == (("asset", "suedsee_1995/images/berater.png"),)
    cues = {
        cue.name
        for shown in turns()
        for told in shown.told
        for cue in (told.cue, told.sheet.cue if told.sheet else None)
        if cue is not None
    }
    assert cues == {"suedsee_1995/images/kreuzer.png", "suedsee_1995/sounds/horn.ogg"}


def test_the_map_lies_across_the_date_line(atlas: Atlas) -> None:
    shown = turns()[0]
    view = shown.map.views[0]
    assert view.breadth == 40
    marks = MapMaker(atlas).marks(Box(0, 0, 1236, 462), Sight(shown.map, view))
    assert {"kreuzer", "uboot", "m_apia"} <= {placed.mark.id for placed in marks}
    assert centre_of(shown.map, view) == Place(-18.1, 178.4)
