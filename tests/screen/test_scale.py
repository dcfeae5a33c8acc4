from __future__ import annotations

from itertools import pairwise

import pytest

from game.screen.box import Box, columns, enclosing, rows
from game.screen.scale import Scale, fitted

SIZES = [(1280, 720), (1366, 768), (1920, 1080), (2560, 1080), (3840, 2160), (1024, 768), (960, 540)]


@pytest.mark.parametrize("size", SIZES)
def test_boxes_that_meet_in_units_meet_in_pixels(size: tuple[int, int]) -> None:
    scale = fitted(*size)
    boxes = columns(Box(13.3, 7.7, 1000.1, 50), 7, 0)
    rects = [scale.rect(box) for box in boxes]
    assert all(a[0] + a[2] == b[0] for a, b in pairwise(rects))


@pytest.mark.parametrize("size", SIZES)
def test_the_canvas_fills_the_window_with_one_side_as_designed(size: tuple[int, int]) -> None:
    scale = fitted(*size)
    assert scale.rect(Box(0, 0, scale.wide, scale.high)) == (0, 0, *size)
    assert scale.wide == pytest.approx(1920) or scale.high == pytest.approx(1080)
    assert scale.wide >= 1919.9
    assert scale.high >= 1079.9


def test_a_very_wide_window_has_its_canvas_in_the_middle() -> None:
    scale = fitted(3840, 1080)
    assert scale.rect(Box(0, 0, scale.wide, scale.high)) == (480, 0, 2880, 1080)


def test_the_point_under_the_mouse_is_the_point_that_was_drawn_there() -> None:
    scale = fitted(3840, 1080)
    x, y = scale.logical(*scale.point(300, 200))
    assert (x, y) == pytest.approx((300, 200), abs=1)


def test_a_layer_has_its_corner_at_the_corner_of_its_box() -> None:
    scale = Scale(1280, 720)
    box = Box(101, 57, 300, 200)
    rect = scale.rect(box)
    assert scale.inside(rect).rect(box) == (0, 0, rect[2], rect[3])


def test_a_rule_is_never_thinner_than_a_pixel() -> None:
    assert fitted(960, 540).pixels(1) == 1


def test_columns_fill_the_box_and_keep_the_gutter() -> None:
    left, middle, right = columns(Box(10, 0, 320, 40), 3, 10)
    assert (left.x, right.right) == (10, 330)
    assert middle.x - left.right == 10


def test_rows_stand_below_each_other() -> None:
    assert [row.y for row in rows(Box(0, 5, 10, 0), (20, 30, 40), 2)] == [5, 27, 59]


def test_boxes_that_touch_do_not_meet() -> None:
    assert not Box(0, 0, 10, 10).meets(Box(10, 0, 10, 10))
    assert Box(0, 0, 10, 10).meets(Box(9, 9, 10, 10))


def test_the_enclosing_box_holds_all_boxes() -> None:
    boxes = (Box(3, 4, 5, 6), Box(-1, 8, 2, 2))
    assert all(enclosing(boxes).holds(box) for box in boxes)
