"""What a canvas draws in its own way: stamps, shadows about what covers them, veils in strips."""

from __future__ import annotations

import pygame
import pytest

from game.screen.box import Box
from game.screen.canvas import STRIP, Canvas
from game.screen.colour import Colour
from game.screen.stamps import Stamps
from game.screen.vector import Pen
from tests.screen.conftest import MakeCanvas

NIGHT, RED, SEA = (11, 19, 23), (224, 75, 54), (40, 70, 80)


def a_button(pen: Pen, box: Box, what: Colour) -> None:
    pen.disc(box.middle, 12, NIGHT)
    pen.disc(box.middle, 9, what)


def difference(first: pygame.Surface, second: pygame.Surface) -> int:
    pairs = zip(pygame.image.tobytes(first, "RGB"), pygame.image.tobytes(second, "RGB"), strict=True)
    return max(abs(one - other) for one, other in pairs)


@pytest.mark.parametrize("offset", [0.0, 0.25, 0.4, 0.5, 0.9])
def test_a_stamp_is_what_the_pen_draws(canvas: MakeCanvas, offset: float) -> None:
    stamped, drawn = canvas(), canvas()
    for each in (stamped, drawn):
        each.surface.fill(SEA)
    box = Box(30 + offset, 40 - offset, 30, 30)
    for place in (box.moved(right=100.4), box):  # the second one after another that stands off its corner
        stamped.stamp(place, NIGHT, a_button, RED)
        with drawn.pen(place) as pen:
            a_button(pen, place, RED)
    assert difference(stamped.surface, drawn.surface) <= 2
    assert stamped.surface.get_at(stamped.scale.point(*box.middle))[:3] == RED


def test_a_stamp_is_made_once_for_what_it_shows(canvas: MakeCanvas) -> None:
    made: list[Colour] = []

    def shape(pen: Pen, box: Box, what: Colour) -> None:
        del pen, box
        made.append(what)

    paper = canvas(1920, 1080)
    for x in (0, 50, 100):
        paper.stamp(Box(x, 0, 20, 20), NIGHT, shape, RED)
    assert made == [RED]
    paper.stamp(Box(0, 0, 20, 20), NIGHT, shape, SEA)
    paper.stamp(Box(0, 0, 24, 20), NIGHT, shape, RED)
    assert made == [RED, SEA, RED]
    other = Canvas(paper.surface, paper.scale, paper.kit)
    other.stamp(Box(7, 7, 20, 20), NIGHT, shape, RED)
    assert len(made) == 3
    Stamps().draw(paper.surface, paper.scale, Box(0, 0, 20, 20), NIGHT, shape, RED)
    assert len(made) == 4


def test_a_shadow_leaves_out_what_is_covered_and_nothing_else(canvas: MakeCanvas) -> None:
    part, whole = canvas(), canvas()
    for each in (part, whole):
        each.surface.fill(SEA)
    box = Box(300, 200, 500, 400)
    part.shadow(box)
    whole.shadow(box, covered=Box(0, 0, 0, 0))
    inner = pygame.Rect(part.scale.rect(box))
    places = [(x, y) for x in range(inner.left, inner.right, 9) for y in range(inner.top, inner.bottom, 9)]
    assert {tuple(part.surface.get_at(each)[:3]) for each in places} == {SEA}
    assert whole.surface.get_at(inner.center)[:3] != SEA
    for each in (part, whole):
        each.surface.fill(NIGHT, inner)
    assert difference(part.surface, whole.surface) == 0


@pytest.mark.parametrize("height", [1, STRIP - 1, STRIP, STRIP + 1, 500])
def test_a_veil_has_no_seams(canvas: MakeCanvas, height: int) -> None:
    paper = canvas(1920, 1080)
    paper.surface.fill(SEA)
    paper.veil(Box(10, 20, 300, height), (0, 0, 0), 150)
    column = [paper.surface.get_at((50, y))[:3] for y in range(20, 20 + height)]
    assert len(set(column)) == 1
    assert column[0] != SEA
    assert paper.surface.get_at((50, 19))[:3] == paper.surface.get_at((50, 20 + height))[:3] == SEA
