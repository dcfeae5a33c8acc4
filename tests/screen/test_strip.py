"""The status strip: what is most urgent stays in sight, and each gauge keeps its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.parts.gauge import Gauge, Ladder, Meter, Reading
from game.screen.parts.strip import Strip, draw_strip, strip_height, strip_layout
from game.screen.scale import TEXT_STEPS

MakeCanvas = Callable[..., Canvas]
TENSION = ("calm", "uneasy", "strained", "severe")
USUAL = (
    Ladder("DEFCON", ("5", "4", "3", "2", "1"), 3),
    Meter("TENSION", "severe", 8, 0, 10, "+1", forms=TENSION),
    Reading("ALLIES", "left out", forms=("left out", "with you", "against you")),
    Reading("AT HOME", "restless", forms=("restless", "with you", "against you")),
    Reading("TIME TO ANSWER", "20 hours", is_countdown=True, forms=("45 minutes", "24 hours")),
)
LONG = (
    Reading("VERTEIDIGUNGSBEREITSCHAFTSSTUFE", "4", forms=("1", "5")),
    Meter("INTERNATIONALE GESAMTSPANNUNGSLAGE", "außerordentlich angespannt", 8, 0, 10, "+3"),
    Reading("BÜNDNISVERTRAUEN", "schwankend"),
    Reading("FUNKVERKEHR", "unbeeinträchtigt"),
    Reading("ZEIT BIS ZUR ANTWORT", "11 hours", is_countdown=True),
)
STRIP = Strip("WED 24 OCT 1962", "10:25", 9, 13, "day 9 of 13", USUAL, short_date="24 OCT")
SIZES = [(960, 540), (1280, 720), (1920, 1080), (1280, 1024), (3840, 1080)]


def strips(gauges: tuple[Gauge, ...]) -> tuple[Strip, Strip]:
    strip = replace(STRIP, gauges=gauges)
    return strip, replace(strip, is_compact=True)


@pytest.mark.parametrize("text", TEXT_STEPS)
@pytest.mark.parametrize("size", SIZES)
def test_a_countdown_that_runs_is_always_in_sight(
    canvas: MakeCanvas, size: tuple[int, int], text: float
) -> None:
    made = canvas(*size, text)
    for gauges in (USUAL, LONG, LONG[::-1]):
        for strip in strips(gauges):
            shown = [strip.gauges[each.number] for each in strip_layout(made.kit.type, strip, 1920).places]
            assert any(isinstance(each, Reading) and each.is_countdown for each in shown)


def test_words_are_shortened_before_a_value_is_left_out(canvas: MakeCanvas) -> None:
    for text in (1.0, 1.25, 1.5):
        type_ = canvas(1280, 720, text).kit.type
        for strip in strips(LONG)[1:] if text > 1 else strips(LONG):
            layout = strip_layout(type_, strip, 1920)
            assert len(layout.places) == len(LONG)
            assert layout.manner.has_short_date


@pytest.mark.parametrize("text", TEXT_STEPS)
@pytest.mark.parametrize("gauges", [USUAL, LONG], ids=["usual", "long"])
def test_gauges_stand_apart_and_right_of_the_moment(
    canvas: MakeCanvas, gauges: tuple[Gauge, ...], text: float
) -> None:
    made = canvas(1280, 720, text)
    for strip in strips(gauges):
        left = drawn_until(made, replace(strip, gauges=()), strip.short_date)
        for place in strip_layout(made.kit.type, strip, made.scale.wide).places:
            assert place.box.x >= left - 1
            left = place.box.right
        assert left <= made.scale.wide - 39


def drawn_until(canvas: Canvas, strip: Strip, date: str) -> float:
    """How far to the right the moment reaches at the least."""
    box = Box(0, 0, canvas.scale.wide, strip_height(canvas.kit.type, is_compact=strip.is_compact))
    canvas.surface.fill(canvas.theme.n0)
    bare = replace(strip, date=date, day_words="", days=1, day=1)
    draw_strip(canvas, box, bare)
    inner = canvas.surface.subsurface(canvas.scale.rect(Box(0, 0, box.width, box.height - 6)))
    mask = pygame.mask.from_threshold(inner, canvas.theme.n0, (1, 1, 1, 255))
    mask.invert()
    return max(rect.right for rect in mask.get_bounding_rects()) / canvas.scale.unit


@pytest.mark.parametrize("text", [1.0, 1.25])
def test_a_gauge_keeps_its_place_whatever_it_reads(canvas: MakeCanvas, text: float) -> None:
    type_ = canvas(1280, 720, text).kit.type
    quiet = replace(USUAL[4], words="")
    calm = replace(USUAL[1], words="calm", value=1, change="")
    others = (
        (*USUAL[:4], quiet),
        (USUAL[0], calm, *USUAL[2:]),
        (*USUAL[:3], replace(USUAL[3], words="against you"), USUAL[4]),
    )
    for strip in strips(USUAL):
        places = [place.box for place in strip_layout(type_, strip, 1920).places]
        for gauges in others:
            other = replace(strip, gauges=gauges, date="FRI 11 OCT 1962", dates=(strip.date,), hour="11:11")
            assert [place.box for place in strip_layout(type_, other, 1920).places] == places


def test_a_ring_lies_below_all_words_of_the_strip(canvas: MakeCanvas) -> None:
    made = canvas()
    trust, tension = USUAL[2], Meter("INTERNATIONAL TENSION", "severe", 8, 0, 10)
    for strip in strips((trust, tension)):
        box = Box(0, 0, 1920, strip_height(made.kit.type, is_compact=strip.is_compact))
        draw_strip(made, box, strip)
        calm = made.surface.copy()
        pulsing = replace(strip, moving=(trust, replace(tension, pulse=0.5)))
        draw_strip(made, box, pulsing)
        words = pygame.mask.from_threshold(calm, made.theme.n6, (1, 1, 1, 255))
        kept = pygame.mask.from_threshold(made.surface, made.theme.n6, (1, 1, 1, 255))
        assert words.count() > 50
        assert words.overlap_area(kept, (0, 0)) == words.count()
