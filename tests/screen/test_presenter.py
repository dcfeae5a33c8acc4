"""Before a class: page after page by one key, in large type, and no order given by it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.overflow import faults
from game.screen.router import present_act
from game.screen.scale import fitted
from game.screen.screens.pause import Pause
from game.screen.screens.room import Room, from_the_first_paper, room
from game.screen.screens.screen import Become
from game.screen.screens.title import Title
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.session.session import after, started
from game.store.library import volume
from game.store.places import places
from game.store.scenarios import found
from game.view.composition import page
from game.view.page import Page
from game.view.vocabulary import PROGRAM


@pytest.fixture(scope="module")
def turn() -> Page:
    stored = found("cuba_1962", places())
    assert stored is not None
    scenario = volume(stored).scenario
    assert scenario is not None
    session = started(scenario, "strict_1962", 1)
    return page(after(session, session.legal_commands[0]))


def desk(faces: Faces, size: tuple[int, int] = (1280, 720)) -> Desk:
    return Desk(Typesetter(faces, fitted(*size, 1.75)), STANDARD, PROGRAM, is_presented=True)


def test_one_key_shows_every_paper_the_map_who_speaks_and_every_card(turn: Page, faces: Faces) -> None:
    on, shown = from_the_first_paper(room(turn)), []
    for _ in range(200):
        shown.append((on.at.tab, on.at.paper if on.at.tab == "briefing" else on.focus))
        act = present_act(on, on.layout(desk(faces)), 1)
        if act is None:
            break
        assert isinstance(act, Become), "it only shows: no order is given"
        assert isinstance(act.screen, Room)
        on = act.screen
    assert {tab for tab, _ in shown} == {"briefing", "map", "advisers", "decide"}
    assert shown[-1] == ("decide", f"card {turn.questions[0].choices[-1].id}")
    assert {paper for tab, paper in shown if tab == "briefing"} == set(range(len(turn.sheets)))


def test_the_key_before_goes_the_same_way_back(turn: Page, faces: Faces) -> None:
    first = on = from_the_first_paper(room(turn))
    for by in (1, 1, 1, -1, -1, -1):
        act = present_act(on, replace(on.layout(desk(faces)), reels=()), by)
        assert isinstance(act, Become)
        assert isinstance(act.screen, Room)
        on = act.screen
    assert (on.at.tab, on.at.paper) == (first.at.tab, first.at.paper)


def test_a_menu_is_not_chosen_from_by_the_key_for_the_next_page(faces: Faces) -> None:
    for screen in (Title(), Pause()):
        assert present_act(screen, screen.layout(desk(faces)), 1) is None


@pytest.mark.parametrize("size", [(960, 540), (1024, 768), (1280, 720), (1920, 1080), (2560, 1080)])
def test_nothing_is_cut_before_a_class(turn: Page, faces: Faces, size: tuple[int, int]) -> None:
    on = room(turn)
    for tab in ("briefing", "map", "advisers", "decide"):
        shown = on.opened(tab)
        assert list(faults(desk(faces, size), shown.layout(desk(faces, size)))) == []
