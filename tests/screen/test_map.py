from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.coast import Atlas, holds, islands
from game.screen.framing import Look, centre_of, framed, has_place
from game.screen.globe import globe_point
from game.screen.labels import Wish, around, beside, placed, spread
from game.screen.mapmarks import placed_marks
from game.screen.mapview import MapMaker, Sight
from game.screen.projection import Equidistant, Orthographic, Plate, circle, destination, distance_km
from game.screen.theme import THEMES, Theme
from game.view.picture import Line, MapPicture, Mark, Place, Ring, Track, View

MakeCanvas = Callable[..., Canvas]

HAVANA = Place(23.12, -82.37)
BOX = Box(100, 50, 900, 500)
UNMOVED = Look()
lats = st.floats(-80, 80)
lons = st.floats(-180, 180)
places = st.builds(Place, lats, lons)

MARKS = (
    Mark("site", "missile_site", Place(22.7, -83.0), "San Cristóbal", 0, "medium"),
    Mark("other", "missile_site", Place(22.7, -82.9), "Guanajay", 0, "intermediate"),
    Mark("ship", "ship", Place(26.6, -64.6), "Kimovsk", 0, "tanker", 270.0),
    Mark("boat", "submarine", Place(26.0, -66.0), "B-59", 0),
    Mark("carrier", "ship", Place(27.9, -69.0), "Essex", 1, "warship"),
    Mark("plane", "aircraft", Place(25.0, -75.0), "U-2", 1, None, 200.0),
    Mark("field", "airfield", Place(24.5, -81.8), "Key West", 1),
    Mark("wreck", "crash", Place(21.0, -76.0), "Wreck", None),
    Mark("base", "base", Place(19.9, -75.15), "Guantánamo", 1),
    Mark("city", "city", HAVANA, "Havana"),
)
PICTURE = MapPicture(
    views=(View(18, -88, 29, -58, "Caribbean"), View(-60, -180, 80, 180, "World")),
    marks=MARKS,
    rings=(
        Ring("near", Place(22.7, -83.0), 1890, "1,020 nm"),
        Ring("far", Place(22.7, -83.0), 4070, "2,200 nm"),
    ),
    lines=(Line("line", circle(Place(20.24, -74.13), 926, 12)[0:5], "Quarantine"),),
    tracks=(Track("track", (Place(28, -80), Place(23, -84), Place(21, -78)), "Flight"),),
)


# ---------------------------------------------------------------------- projections


@given(places, places)
def test_distances_from_the_centre_are_true_in_an_equidistant_map(centre: Place, place: Place) -> None:
    km = distance_km(centre, place)
    if km < 16000:
        assert math.hypot(*Equidistant(centre).point(*place)) == pytest.approx(km, abs=1)


@given(st.builds(Place, st.floats(-60, 60), lons), st.floats(0, 360), st.floats(10, 4000))
def test_a_destination_lies_as_far_away_as_one_went(start: Place, heading: float, km: float) -> None:
    assert distance_km(start, destination(start, heading, km)) == pytest.approx(km, abs=1)


def test_north_is_up_and_east_is_right() -> None:
    for projection in (Equidistant(HAVANA), Plate(HAVANA)):
        assert projection.point(HAVANA.lat + 1, HAVANA.lon)[1] < 0
        assert projection.point(HAVANA.lat, HAVANA.lon + 1)[0] > 0


def test_the_far_side_of_the_globe_is_not_seen() -> None:
    globe = Orthographic(Place(50, -32))
    assert globe.point(38.9, -77)[2]
    assert not globe.point(-33.9, 151.2)[2]
    assert globe_point((0, 0), 100, Place(50, -32), Place(-33.9, 151.2)) is None


@given(places)
def test_no_place_lies_outside_the_globe(place: Place) -> None:
    assert math.hypot(*Orthographic(Place(20, 30)).point(*place)[:2]) <= 1 + 1e-9


# ---------------------------------------------------------------------- framing

views = st.builds(View, st.floats(-70, 10), lons, st.floats(15, 80), lons).filter(
    lambda view: view.breadth > 2
)


@given(views)
def test_a_view_lies_wholly_in_its_box_and_fills_it_in_one_direction(view: View) -> None:
    framing = framed(view, BOX, view.middle, UNMOVED)
    west = view.middle.lon - view.breadth / 2
    points = [
        framing.points(((lat, west + view.breadth * share),))[0]
        for lat in (view.south, view.north)
        for share in (0, 0.25, 0.5, 0.75, 1)
    ]
    assert all(BOX.grown(0.5).has_point(*point) for point in points)


def test_a_view_across_the_date_line_is_drawn_in_one_piece() -> None:
    view = View(30, 150, 65, -130)
    framing = framed(view, BOX, view.middle, UNMOVED)
    tokyo_side, alaska_side = framing.at(Place(45, 160)), framing.at(Place(45, -140))
    assert BOX.has_point(*tokyo_side)
    assert BOX.has_point(*alaska_side)
    assert tokyo_side[0] < alaska_side[0]
    assert has_place(view, Place(50, 180))
    assert not has_place(view, Place(50, 0))


def test_the_projection_is_centred_on_the_largest_ring_in_view() -> None:
    assert centre_of(PICTURE, PICTURE.views[0]) == Place(22.7, -83.0)
    assert centre_of(PICTURE, View(45, 5, 56, 25)) == View(45, 5, 56, 25).middle


def test_a_zoom_enlarges_about_the_middle_of_the_box() -> None:
    view = PICTURE.views[0]
    near, far = framed(view, BOX, HAVANA, Look(zoom=2)), framed(view, BOX, HAVANA, UNMOVED)
    assert near.units_per_km == pytest.approx(2 * far.units_per_km)
    x, y = BOX.middle
    assert near.at(HAVANA)[0] - x == pytest.approx(2 * (far.at(HAVANA)[0] - x))
    assert near.at(HAVANA)[1] - y == pytest.approx(2 * (far.at(HAVANA)[1] - y))


# ---------------------------------------------------------------------- coasts


def test_havana_lies_on_land_and_the_straits_of_florida_do_not(atlas: Atlas) -> None:
    shores = [shore for shore in atlas.world().shores if shore.is_land]
    assert any(holds(shore, Place(22.5, -80.0)) for shore in shores)
    assert not any(holds(shore, Place(24.0, -81.5)) for shore in shores)


def test_a_smaller_view_has_finer_coasts(atlas: Atlas) -> None:
    near = atlas.coasts(View(20, -85, 24, -75), finest=0.001)
    far = atlas.coasts(View(-10, -110, 70, 40), finest=0.1)
    assert near[0].tolerance < far[0].tolerance
    assert all(detail.tolerance < near[0].tolerance for detail in near[1:])


def test_every_view_of_the_world_has_coasts(atlas: Atlas) -> None:
    for west in range(-180, 180, 30):
        assert atlas.coasts(View(-60, west, 70, west + 80), finest=0.01)[0].shores


def test_the_island_of_a_site_is_lit_with_its_islets_and_no_continent_is(atlas: Atlas) -> None:
    shores = atlas.world().shores
    lit = islands(shores, (Place(22.5, -80.0), Place(39.0, -95.0)))
    assert lit
    assert all(distance_km(shore.middle, Place(21.5, -80)) < 700 for shore in lit)


def test_a_map_cut_by_its_box_draws_no_coast_along_the_cut(atlas: Atlas) -> None:
    coasts = atlas.coasts(View(20, -85, 24, -75), finest=0.001)[0]
    for shore in coasts.shores:
        for start, end in shore.strokes:
            stroke = shore.places[start:end]
            pairs = pairwise(stroke)
            assert not any(a[0] == b[0] == coasts.box.north for a, b in pairs)


# ---------------------------------------------------------------------- labels

boxes = st.builds(Box, st.floats(0, 800), st.floats(0, 400), st.floats(5, 30), st.floats(5, 30))


@given(st.lists(boxes, max_size=12))
def test_labels_meet_neither_each_other_nor_marks_and_stay_inside(marks: list[Box]) -> None:
    bounds = Box(0, 0, 850, 450)
    wishes = [Wish(around(mark, 70, 18)) for mark in marks]
    found = [box for box in placed(wishes, bounds, marks, ()) if box is not None]
    assert all(bounds.holds(box) for box in found)
    assert not any(box.meets(mark) for box in found for mark in marks)
    assert not any(a.meets(b) for i, a in enumerate(found) for b in found[i + 1 :])


def test_a_label_takes_the_side_on_which_it_covers_nothing() -> None:
    mark = Box(100, 100, 10, 10)
    right = around(mark, 50, 12)[0]
    wish = Wish(around(mark, 50, 12))
    assert placed([wish], Box(0, 0, 300, 300), [mark], ()) == (right,)
    assert placed([wish], Box(0, 0, 300, 300), [mark], [right.middle]) == (around(mark, 50, 12)[1],)


def test_a_label_without_room_is_left_out() -> None:
    assert placed([Wish(around(Box(5, 5, 10, 10), 500, 12))], Box(0, 0, 40, 40), (), ()) == (None,)
    assert placed([Wish(beside((), 50, 12))], Box(0, 0, 40, 40), (), ()) == (None,)


def test_two_marks_at_one_place_are_drawn_side_by_side() -> None:
    first, second = spread([Box(100, 100, 20, 20), Box(104, 100, 20, 20)], 15)
    assert not first.meets(second)
    assert max(abs(first.x - 100), abs(second.x - 104)) <= 15


@given(st.lists(boxes, max_size=10))
def test_no_mark_stands_farther_from_its_place_than_allowed(marks: list[Box]) -> None:
    for home, box in zip(marks, spread(marks, 9), strict=True):
        assert max(abs(box.x - home.x), abs(box.y - home.y)) <= 9 + 1e-9


# ---------------------------------------------------------------------- pictures


@pytest.mark.parametrize("theme", THEMES.values(), ids=map(str, THEMES))
@pytest.mark.parametrize("view", PICTURE.views, ids=lambda view: view.label)
def test_a_map_is_drawn_in_every_theme(canvas: MakeCanvas, atlas: Atlas, theme: Theme, view: View) -> None:
    paper = canvas(640, 360, theme=theme)
    box = Box(200, 100, 1500, 800)
    MapMaker(atlas).draw(paper, box, Sight(PICTURE, view, focus="ship"))
    left, top, width, height = paper.scale.rect(box)
    drawn = paper.surface.subsurface((left, top, width, height))
    colours = {tuple(drawn.get_at((x, y))[:3]) for x in range(0, width, 3) for y in range(0, height, 3)}
    assert len(colours) > 20
    assert paper.surface.get_at((left - 2, top - 2))[:3] == (0, 0, 0)


def test_a_base_made_in_slices_is_the_base_made_at_once(canvas: MakeCanvas, atlas: Atlas) -> None:
    box, sight = Box(0, 0, 1920, 1080), Sight(PICTURE, PICTURE.views[0])
    pictures = []
    for is_sliced in (True, False):
        paper, maker = canvas(640, 360), MapMaker(atlas)
        if is_sliced:
            assert not maker.is_ready(paper, box, sight)
            assert sum(1 for _ in maker.slices(paper, box, sight)) > 5
            assert maker.is_ready(paper, box, sight)
        maker.draw(paper, box, sight)
        pictures.append(pygame.image.tobytes(paper.surface, "RGB"))
    assert pictures[0] == pictures[1]


def test_a_picture_without_anything_on_it_is_a_map(canvas: MakeCanvas, atlas: Atlas) -> None:
    paper = canvas(640, 360)
    view = View(45, 5, 56, 25, "Germany")
    MapMaker(atlas).draw(paper, Box(0, 0, 1920, 1080), Sight(MapPicture((view,)), view))
    assert paper.surface.get_at((320, 180))[:3] != (0, 0, 0)


def test_only_marks_in_the_box_are_shown_and_they_come_from_left_to_right(atlas: Atlas) -> None:
    sight = Sight(PICTURE, View(18, -80, 29, -58))
    marks = MapMaker(atlas).marks(BOX, sight)
    assert [mark.at[0] for mark in marks] == sorted(mark.at[0] for mark in marks)
    assert {"ship", "boat", "carrier"} <= {mark.mark.id for mark in marks}
    tiny = Sight(PICTURE, View(26, -65, 27, -64))
    assert {mark.mark.id for mark in placed_marks(PICTURE, tiny.framing(BOX), BOX)} == {"ship"}


def test_a_ship_under_way_points_along_its_course() -> None:
    sight = Sight(PICTURE, PICTURE.views[0])
    (ship,) = (mark for mark in placed_marks(PICTURE, sight.framing(BOX), BOX) if mark.mark.id == "ship")
    assert math.cos(ship.angle) == pytest.approx(-1, abs=0.15)
