"""The whole map: its layers, key, globe and names, and marks on their way."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import get_args

import pygame
import pytest

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.coast import Atlas
from game.screen.curves import dense
from game.screen.framing import Look, has_place
from game.screen.labels import Wish, placed
from game.screen.layers import KEYS, layer_of, layers, without
from game.screen.mapbase import draw_base
from game.screen.mapmarks import _strokes, line_points, ring_points
from game.screen.mapview import MapMaker, Sight
from game.screen.parts.globe_inset import inset
from game.screen.press import Press
from game.screen.screens.map import Map
from game.screen.screens.screen import Become
from game.screen.seas import named, seas
from game.screen.theme import STANDARD
from game.screen.voyage import underway
from game.session.session import started
from game.store.library import volume
from game.store.places import places
from game.store.scenarios import found
from game.view.composition import page
from game.view.map_words import MAP
from game.view.page import Page
from game.view.picture import Line, MapPicture, Mark, MarkForm, MarkKind, Place, Ring, Track, View
from game.view.sphere import between

MakeCanvas = Callable[..., Canvas]

CARIBBEAN = View(18, -88, 29, -58, "Caribbean")
PICTURE = MapPicture(
    views=(CARIBBEAN,),
    marks=(
        Mark("site", "missile_site", Place(22.7, -83.0), "San Cristóbal", 1, "medium"),
        Mark("ship", "ship", Place(26.6, -64.6), "Kimovsk", 1, "tanker", 270.0),
        Mark("carrier", "ship", Place(27.9, -69.0), "Essex", 0, "warship", is_filled=False),
        Mark("far", "city", Place(55.8, 37.6), "Moscow", 1),
        Mark("near", "city", Place(30.3, -81.7), "Jacksonville", 0),
    ),
    rings=(Ring("reach", Place(22.7, -83.0), 1890, "Reach"),),
    lines=(Line("line", (Place(27, -70), Place(20, -65)), "Line"),),
)


def test_every_mark_is_in_one_layer_and_hiding_all_layers_leaves_nothing() -> None:
    ids = [each.id for each in layers(PICTURE)]
    assert len(ids) == len(set(ids))
    assert {layer_of(mark) for mark in PICTURE.marks} < set(ids)
    bare = without(PICTURE, ids)
    assert (bare.marks, bare.rings, bare.lines, bare.tracks) == ((), (), (), ())
    assert bare.views == PICTURE.views


def test_hiding_a_layer_leaves_the_others() -> None:
    shown = without(PICTURE, {"ship.tanker", "ring"})
    assert [mark.id for mark in shown.marks] == ["site", "carrier", "far", "near"]
    assert not shown.rings
    assert shown.lines == PICTURE.lines


def test_the_globe_shows_the_view_and_only_what_lies_far_beyond_it() -> None:
    globe = inset(PICTURE, CARIBBEAN)
    assert globe is not None
    assert [spot.words for spot in globe.spots] == ["Moscow"]
    assert inset(without(PICTURE, {"city"}), CARIBBEAN) is None
    assert inset(PICTURE, View(-60, -180, 80, 180, "World")) is None


def test_every_layer_and_name_has_words_and_a_place_on_the_globe() -> None:
    for sea in seas(MAP):
        assert sea.words
        assert has_place(View(-90, -180, 90, 180), sea.place)
        assert 0 < sea.least < sea.most


@pytest.mark.parametrize("breadth", [8, 20, 44, 100, 360])
def test_a_map_of_any_breadth_names_a_sea(breadth: float) -> None:
    assert any(not sea.is_land for sea in named(seas(MAP), breadth))


def test_a_mark_sails_from_where_it_was_to_where_it_is() -> None:
    here = PICTURE.marks[1].place
    before = replace(PICTURE, marks=(replace(PICTURE.marks[1], place=Place(28, -55)), *PICTURE.marks[2:]))
    assert underway(PICTURE, PICTURE, 0.5) == ()
    assert underway(before, PICTURE, 0.0) == (("ship", Place(28, -55)),)
    assert underway(before, PICTURE, 1.0) == (("ship", here),)
    lons = [dict(underway(before, PICTURE, share / 10))["ship"].lon for share in range(11)]
    assert lons == sorted(lons, reverse=True)


def _pixels(canvas: Canvas) -> bytes:
    return pygame.image.tobytes(canvas.surface, "RGB")


def test_a_mark_that_has_arrived_lies_where_it_is_drawn_at_rest(canvas: MakeCanvas, atlas: Atlas) -> None:
    box, sight = Box(0, 0, 1920, 1080), Sight(PICTURE, CARIBBEAN)
    maker, rest, sailing, away = MapMaker(atlas), canvas(640, 360), canvas(640, 360), canvas(640, 360)
    maker.draw(rest, box, sight)
    maker.draw(sailing, box, replace(sight, moving=(("carrier", PICTURE.marks[2].place),)))
    maker.draw(away, box, replace(sight, moving=(("carrier", Place(20, -60)),)))
    at = sight.framing(box).at(PICTURE.marks[2].place)
    around = pygame.Rect(rest.scale.rect(Box(*at, 0, 0).grown(12)))
    assert _pixels(sailing) != _pixels(away)
    same = [pygame.image.tobytes(each.surface.subsurface(around), "RGB") for each in (rest, sailing)]
    assert same[0] == same[1]


def test_while_a_ground_is_made_the_last_one_is_seen_moved(canvas: MakeCanvas, atlas: Atlas) -> None:
    box, sight = Box(0, 0, 1920, 1080), Sight(PICTURE, CARIBBEAN)
    maker, first, moved = MapMaker(atlas), canvas(640, 360), canvas(640, 360)
    maker.draw_roughly(first, box, sight)
    bare = _pixels(first)
    maker.draw(first, box, sight)
    maker.draw_roughly(moved, box, replace(sight, look=sight.look._replace(right=300.0)))
    colours = {tuple(moved.surface.get_at((x, 200))[:3]) for x in range(110, 640, 5)}
    assert len(colours) > len({bare[i : i + 3] for i in range(0, len(bare), 3 * 97)}) / 4
    assert first.surface.get_at((300, 200))[:3] == moved.surface.get_at((400, 200))[:3]


def test_lines_that_are_new_are_seen_while_a_ground_is_made(canvas: MakeCanvas, atlas: Atlas) -> None:
    box, lined = Box(0, 0, 1920, 1080), Sight(PICTURE, CARIBBEAN)
    bare = replace(lined, picture=replace(PICTURE, rings=(), lines=(), tracks=()))
    maker, before, after = MapMaker(atlas), canvas(640, 360), canvas(640, 360)
    maker.draw(before, box, bare)
    maker.draw_roughly(before, box, bare)
    maker.draw_roughly(after, box, lined)
    assert _pixels(after) != _pixels(before)


@pytest.fixture(scope="module")
def page_with_map() -> Page:
    stored = found("river_incident", places())
    assert stored is not None
    scenario = volume(stored).scenario
    assert scenario is not None
    return replace(page(started(scenario, "standard", 1)), map=PICTURE)


def test_the_mouse_reads_a_mark_and_draws_the_map_along(page_with_map: Page) -> None:
    screen = Map(page=page_with_map)
    assert screen.pointed("mark 1").mark == 1
    assert screen.pointed("") is screen
    assert screen.pointed("mark 1").pointed("").mark == -1
    assert screen.dragged(30, -10).look[1:] == (30, -10)
    assert screen.wheeled(1, 0, 0).look.zoom > 1
    toggled = screen.activated("layer ring")
    assert isinstance(toggled, Become)
    assert isinstance(toggled.screen, Map)
    assert toggled.screen.hidden == {"ring"}


ALL_MARKS = tuple(
    Mark(f"{kind} {form}", kind, Place(25, -70), "One", 0, form)
    for kind in get_args(MarkKind)
    for form in (None, *get_args(MarkForm))
)


def test_a_layer_has_the_same_key_whatever_else_the_map_has() -> None:
    few = replace(PICTURE, marks=PICTURE.marks[1:], lines=())
    keys = {each.id: each.key for each in layers(PICTURE)}
    assert {each.id: each.key for each in layers(few)}.items() <= keys.items()
    assert len(set(KEYS.values())) == len(KEYS)


@pytest.mark.parametrize("id_", sorted(KEYS))
def test_every_layer_is_hidden_and_shown_by_its_key(page_with_map: Page, id_: str) -> None:
    track = Track("track", (Place(27, -70), Place(20, -65)), "Track")
    shown = replace(
        PICTURE, tracks=(track,), marks=tuple(mark for mark in ALL_MARKS if layer_of(mark) == id_)
    )
    screen = Map(page=replace(page_with_map, map=shown))
    hidden = screen.answer(Press(KEYS[id_]))
    assert isinstance(hidden, Become)
    assert isinstance(hidden.screen, Map)
    assert hidden.screen.hidden == {id_}
    again = hidden.screen.answer(Press(KEYS[id_]))
    assert isinstance(again, Become)
    assert isinstance(again.screen, Map)
    assert again.screen.hidden == frozenset()


def test_a_closed_line_has_corners_and_its_sides_are_straight_on_the_globe() -> None:
    corners = (Place(20, -80), Place(28, -80), Place(28, -68), Place(20, -68), Place(20, -80))
    framing = Sight(PICTURE, CARIBBEAN).framing(Box(0, 0, 1200, 700))
    drawn = line_points(corners, framing)
    for corner in corners:
        assert min(math.dist(point, framing.at(corner)) for point in drawn) < 0.01
    north, south = max(y for _, y in drawn), min(y for _, y in drawn)
    ways = [
        framing.at(between(first, second, i / 99)) for first, second in pairwise(corners) for i in range(100)
    ]
    assert north <= max(y for _, y in ways) + 0.5
    assert south >= min(y for _, y in ways) - 0.5


def test_a_ring_looks_the_same_whatever_other_rings_there_are() -> None:
    near, far = Ring("near", Place(22, -83), 460, "Near"), Ring("far", Place(22, -83), 4074, "Far")
    middle = Ring("middle", Place(22, -83), 925, "Middle")
    framing = Sight(PICTURE, CARIBBEAN).framing(Box(0, 0, 1200, 700))

    def dashes(*rings: Ring) -> dict[str, bool]:
        return {
            ring.id: any(
                stroke.dashes and tuple(stroke.points) == tuple(ring_points(ring, framing))
                for stroke in _strokes(STANDARD, MapPicture(views=(CARIBBEAN,), rings=rings), framing)
            )
            for ring in rings
        }

    assert dashes(middle) == {"middle": False}
    assert dashes(near, middle, far) == {"near": False, "middle": False, "far": True}


def test_no_label_lies_on_a_line_where_another_place_is_free() -> None:
    line = tuple(dense(((0, 100), (1000, 100)), 8.0))
    wish = Wish((Box(100, 90, 200, 20), Box(100, 130, 200, 20)))
    assert placed([wish], Box(0, 0, 1000, 500), (), line) == (Box(100, 130, 200, 20),)


@pytest.mark.parametrize("size", [(1200, 700), (1200, 260), (500, 700)])
@pytest.mark.parametrize("zoom", [1.0, 2.0, 5.4])
def test_the_island_of_a_site_is_lit_at_every_scale(
    canvas: Callable[..., Canvas], atlas: Atlas, size: tuple[int, int], zoom: float
) -> None:
    cuba, inland = View(19, -86, 24, -73, "Cuba"), Place(22.4, -79.5)
    box = Box(0, 0, *size)
    sight = Sight(replace(PICTURE, views=(cuba,), rings=(), lines=()), cuba, Look(zoom))
    framing = sight.framing(box)
    x, y = framing.at(inland)
    sight = replace(sight, look=Look(zoom, box.middle[0] - x, box.middle[1] - y))
    paper = canvas(1920, 1080)
    for _ in draw_base(paper, box, MapMaker(atlas)._ground(box, sight)):
        pass
    seen = paper.surface.get_at(paper.scale.point(*box.middle))
    assert all(own >= lit for own, lit in zip(seen[:3], STANDARD.island, strict=True)), "a glow only adds"


def test_while_a_wider_map_is_made_the_old_one_stays_whole_or_the_sea_is_bare(
    canvas: Callable[..., Canvas], atlas: Atlas
) -> None:
    paper, maps, box = canvas(1280, 720), MapMaker(atlas), Box(0, 0, 900, 500)
    narrow = Sight(replace(PICTURE, rings=(), lines=(), marks=()), View(19, -86, 24, -73, "Cuba"))
    wide = replace(narrow, picture=replace(narrow.picture, marks=PICTURE.marks[1:2]), look=Look(0.5))
    maps.draw(paper, box, narrow)
    before = pygame.image.tobytes(paper.surface, "RGB")
    maps.draw_roughly(paper, box, wide)
    assert pygame.image.tobytes(paper.surface, "RGB") == before
    lower = Box(0, 0, 900, 400)
    maps.draw_roughly(paper, lower, wide)
    seen = pygame.Rect(paper.scale.rect(lower))
    land = pygame.mask.from_threshold(paper.surface.subsurface(seen), STANDARD.island, (9, 9, 9, 255))
    assert land.count() == 0
