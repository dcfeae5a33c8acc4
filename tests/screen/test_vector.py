from __future__ import annotations

import math
from functools import partial

import pygame
import pytest

from game.screen.box import Box
from game.screen.cache import Cache
from game.screen.curves import arc, cut, dashed, loop, mirrored, turned
from game.screen.scale import fitted
from game.screen.vector import Pen

SCALE = fitted(1920, 1080)


def speckled(width: int, height: int) -> pygame.Surface:
    surface = pygame.Surface((width, height))
    for x in range(width):
        for y in range(height):
            surface.set_at((x, y), (x * 37 % 256, y * 91 % 256, (x + y) * 53 % 256))
    return surface


@pytest.mark.parametrize("enlarged", [2, 4])
def test_a_pen_that_draws_nothing_changes_nothing(enlarged: int) -> None:
    surface = speckled(60, 40)
    before = pygame.image.tobytes(surface, "RGB")
    with Pen(surface, SCALE, Box(3, 5, 41, 23), enlarged):
        pass
    assert pygame.image.tobytes(surface, "RGB") == before


def test_the_edge_of_a_shape_is_smooth() -> None:
    surface = pygame.Surface((60, 60))
    with Pen(surface, SCALE, Box(0, 0, 60, 60)) as pen:
        pen.disc((30, 30), 20, (255, 255, 255))
    levels = {surface.get_at((x, 30))[0] for x in range(60)} | {surface.get_at((x, 16))[0] for x in range(60)}
    assert {0, 255} < levels


def test_a_shape_outside_the_box_of_the_pen_is_not_drawn() -> None:
    surface = pygame.Surface((60, 60))
    with Pen(surface, SCALE, Box(0, 0, 20, 20)) as pen:
        pen.disc((45, 45), 10, (255, 255, 255))
    assert pygame.transform.average_color(surface)[:3] == (0, 0, 0)


def test_a_box_that_lies_off_the_surface_is_no_fault() -> None:
    surface = pygame.Surface((60, 60))
    with Pen(surface, SCALE, Box(100, 100, 20, 20)) as pen:
        pen.disc((110, 110), 10, (255, 255, 255))
        pen.line(((100, 100), (120, 120)), (255, 255, 255), 3)
        pen.polygon(((100, 100), (120, 100), (120, 120)), (255, 255, 255), 128)
    assert pygame.transform.average_color(surface)[:3] == (0, 0, 0)


def test_a_translucent_shape_mixes_with_what_is_below() -> None:
    surface = pygame.Surface((40, 40))
    with Pen(surface, SCALE, Box(0, 0, 40, 40)) as pen:
        pen.rectangle(Box(10, 10, 20, 20), (200, 100, 0), 128)
    red, green, blue, _ = surface.get_at((20, 20))
    assert [red, green, blue] == pytest.approx([100, 50, 0], abs=2)


def test_all_points_of_an_arc_lie_on_its_circle() -> None:
    assert all(math.dist(point, (5, 6)) == pytest.approx(70) for point in arc((5, 6), 70))


def test_a_loop_goes_through_its_points_and_is_not_closed_twice() -> None:
    points = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    smooth = loop(points, 5)
    assert len(smooth) == len(set(smooth)) == 20
    assert set(points) <= set(smooth)


def test_dashes_are_as_long_as_their_pattern_across_corners() -> None:
    dashes = dashed([(0, 0), (7, 0), (29, 0)], (5, 3))
    assert [dash[0][0] for dash in dashes] == pytest.approx([0, 8, 16, 24])
    assert [dash[-1][0] - dash[0][0] for dash in dashes] == pytest.approx([5, 5, 5, 5])


def test_a_quarter_turn_moves_right_to_down() -> None:
    assert turned([(1.0, 0.0)], math.pi / 2, 2.0, (10, 10))[0] == pytest.approx((10, 12))


def test_a_mirrored_outline_is_symmetric() -> None:
    shape = mirrored([(0.0, 1.0), (2.0, 3.0)])
    assert {(-x, y) for x, y in shape} == set(shape)


def test_a_cut_outline_lies_between_its_bounds() -> None:
    square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    part = cut(square, 0, 2, 6)
    assert {x for x, _ in part} == {2, 6}
    assert cut(square, 1, 20, 30) == []
    assert cut(square, 1, -5, 30) == square


def test_a_cache_keeps_to_its_limit_and_loses_the_longest_unused() -> None:
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return name

    cache: Cache[str, str] = Cache(2, lambda _: 1)
    for name in ("a", "b", "a", "c", "a", "b"):
        cache.get(name, partial(make, name))
    assert made == ["a", "b", "c", "b"]
    assert len(cache) == 2


def test_a_cache_holds_what_is_put_there_in_the_place_of_what_it_held() -> None:
    cache: Cache[str, int] = Cache(10, lambda value: value)
    assert cache.held("a") is None
    cache.put("a", 6)
    assert cache.put("a", 4) == cache.held("a") == 4
    cache.put("b", 6)
    assert cache.held("a") == 4
    cache.put("c", 1)
    assert "b" not in cache


def test_what_is_larger_than_a_cache_is_kept_until_the_next() -> None:
    cache: Cache[str, int] = Cache(10, lambda value: value)
    cache.get("large", lambda: 99)
    assert "large" in cache
    cache.get("small", lambda: 1)
    assert "large" not in cache
