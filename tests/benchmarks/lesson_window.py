"""A window without a screen in which a lesson stands at a vote, with the page for phones open on loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pygame

from game.classroom.lesson import Step, Terms
from game.screen.acts import Phones
from game.screen.loop import Loop
from game.screen.prepared import Prepared
from game.screen.screens.class_room import ClassRoom
from game.session.session import started
from game.store.library import volume
from game.store.places import places
from game.store.scenarios import found
from game.store.shelf import Shelf
from game.view.vocabulary import PROGRAM

SCENARIO = "black_saturday"
SIZE = (1920, 1080)


@contextmanager
def voting_window() -> Iterator[tuple[Loop, Callable[[], ClassRoom]]]:
    """Give the loop of the window, and the screen of the lesson as it stands."""
    pygame.display.init()
    pygame.font.init()
    stored = found(SCENARIO, places())
    assert stored is not None
    scenario = volume(stored).scenario
    assert scenario is not None
    session = started(scenario, scenario.setup_ids[0], 1)
    shelf, terms = Shelf(places()), Terms(45, 300, address="127.0.0.1")
    loop = Loop(
        pygame.Window("lesson", SIZE), Prepared(session, shelf, None, PROGRAM, is_safe=True, terms=terms)
    )

    def room() -> ClassRoom:
        top = loop.house.top
        assert isinstance(top, ClassRoom)
        return top

    try:
        while room().lesson.step is not Step.VOTE:
            act = room().presented(1)
            assert act is not None
            loop.house.do(act)
            loop.turn()
        loop.house.do(Phones())
        yield loop, room
    finally:
        loop.close()
