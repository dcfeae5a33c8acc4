"""Pictures of the story: one for every word of the language, in every theme."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.parts.vignette import bar_height, vignette
from game.screen.theme import THEMES, Theme
from game.screen.vignettes.gallery import PICTURES, Gallery
from game.view.page import Told
from game.view.sheet import Cue
from game.view.words import ENGLISH

MakeCanvas = Callable[..., Canvas]


def test_every_picture_of_the_language_is_drawn() -> None:
    named = {key.removeprefix("cue.") for key in ENGLISH if key.startswith("cue.")}
    assert set(PICTURES) < named


@pytest.mark.parametrize("theme", THEMES.values(), ids=map(str, THEMES))
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_fills_boxes_of_every_shape_with_several_colours(
    canvas: MakeCanvas, name: str, theme: Theme
) -> None:
    paper, gallery = canvas(480, 270, theme=theme), Gallery()
    for box in (Box(0, 0, 1920, 1080), Box(100, 100, 400, 900), Box(60, 200, 1700, 240)):
        paper.surface.fill((1, 2, 3))
        gallery.draw(paper, box, name)
        left, top, width, height = paper.scale.rect(box)
        drawn = {
            tuple(paper.surface.get_at((x, y))[:3])
            for x in range(left, left + width, 4)
            for y in range(top, top + height, 4)
        }
        assert (1, 2, 3) not in drawn
        assert len(drawn) > 3


def test_the_last_picture_that_was_told_is_shown_and_sounds_are_none() -> None:
    told = (
        Told("picture", "", cue=Cue("picture", "u2", "a U-2", is_asset=False)),
        Told("sound", "", cue=Cue("sound", "jet", "a jet", is_asset=False)),
        Told("picture", "", cue=Cue("picture", "kremlin", "the Kremlin", is_asset=False)),
        Told("picture", "", cue=Cue("picture", "own.png", "mine", is_asset=True)),
    )
    shown = vignette(told)
    assert shown is not None
    assert (shown.name, shown.caption) == ("own.png", "mine")
    assert vignette(told[1:2]) is None


def test_a_long_caption_has_room(canvas: MakeCanvas) -> None:
    shown = vignette((Told("picture", "", cue=Cue("picture", "u2", "words " * 60, is_asset=False)),))
    assert shown is not None
    assert bar_height(canvas().kit.type, 500, shown) > bar_height(canvas().kit.type, 1500, shown)
