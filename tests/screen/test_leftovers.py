"""A screen painted after another looks as if nothing had been there before."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.screen.screens.map import Map
from game.screen.screens.room import room
from game.screen.screens.screen import Screen
from game.screen.screens.settings import SettingsScreen
from game.screen.screens.title import Title
from game.screen.stage import Stage, Workshop
from game.store.settings import Settings
from game.view.vocabulary import PROGRAM
from tests.screen.test_class_pictures import rooms
from tests.screen.test_golden import turns

ASSETS = Path(__file__).parents[2] / "assets"
LONG = 60_000.0


def walk() -> list[Screen]:
    """Screens that share pieces with the one before."""
    asked = next(each for each in turns() if each.questions and len(each.questions[0].choices) > 2)
    here, map_ = room(asked), Map(page=asked)
    lesson = {each.lesson.step: each for each in rooms("black_saturday", "strict_1962", PROGRAM)}
    settings = [SettingsScreen(settings=Settings(), focus=row) for row in ("text_scale", "sound", "key end")]
    return [
        Title(last="Wednesday"),
        Title(last="Wednesday", focus="quit"),
        here,
        here.focused(f"card {asked.choices[-1].id}"),
        here.opened("advisers"),
        map_,
        map_.focused("mark 0"),
        *settings,
        *lesson.values(),
    ]


def painted(stage: Stage, screen: Screen) -> bytes:
    stage.paint(screen.layout(stage.desk).scene)
    while stage.is_busy:
        stage.advance(LONG)
    return pygame.image.tobytes(stage.surface, "RGB")


@pytest.mark.parametrize("percent", [100, 175])
def test_nothing_is_left_of_the_screen_before(percent: int) -> None:
    workshop, settings = Workshop(ASSETS), Settings(text_scale=percent)

    def staged() -> Stage:
        return Stage(pygame.Surface((960, 540)), settings, workshop, PROGRAM)

    changing = staged()
    wrong = []
    for before, after in pairwise(walk()):
        painted(changing, before)
        if painted(changing, after) != painted(staged(), after):
            wrong.append(f"{before.help_key} {before.focus}, then {after.help_key} {after.focus}")
    assert wrong == []
