"""A map that is a panel among others: it is near what happens, and its labels do not crowd it."""

from __future__ import annotations

import math

from game.screen.box import Box
from game.screen.framing import Look, centre_of, framed, near_look
from game.screen.labels import Wish, placed
from game.view.picture import MapPicture, Mark, MarkKind, Place, View

CARIBBEAN = View(16, -92, 42, -48, "The line")
PACIFIC = View(-45, 150, 5, -150, "The islands")
FLAT = Box(640, 128, 1236, 300)


def mark(name: str, lat: float, lon: float, kind: MarkKind = "ship") -> Mark:
    return Mark(name, kind, Place(lat, lon), name)


def seen(picture: MapPicture, view: View, look: Look, place: Place) -> bool:
    framing = framed(view, FLAT, centre_of(picture, view), look)
    return FLAT.has_point(*framing.at(place))


def test_a_panel_shows_a_view_nearer_than_the_whole_of_it() -> None:
    picture = MapPicture((CARIBBEAN,), marks=(mark("one", 22, -80), mark("other", 27, -62)))
    look = near_look(picture, CARIBBEAN, FLAT)
    assert look.zoom > 1.2
    assert all(seen(picture, CARIBBEAN, look, each.place) for each in picture.marks)


def test_a_panel_across_the_date_line_keeps_all_marks_in_it() -> None:
    picture = MapPicture((PACIFIC,), marks=(mark("fiji", -18, 178), mark("samoa", -14, -172)))
    look = near_look(picture, PACIFIC, FLAT)
    assert look.zoom > 1.2
    assert all(seen(picture, PACIFIC, look, each.place) for each in picture.marks)


def test_marks_at_opposite_sides_keep_the_whole_view() -> None:
    picture = MapPicture((CARIBBEAN,), marks=(mark("south", 16.2, -80), mark("north", 41.8, -60)))
    assert near_look(picture, CARIBBEAN, FLAT) == Look()


def test_a_city_is_no_reason_to_stay_far() -> None:
    ship, city = mark("one", 22, -80), mark("city", 41.8, -60, "city")
    alone = near_look(MapPicture((CARIBBEAN,), marks=(ship,)), CARIBBEAN, FLAT)
    assert near_look(MapPicture((CARIBBEAN,), marks=(ship, city)), CARIBBEAN, FLAT) == alone


def test_a_ship_that_moves_a_little_leaves_the_ground_as_it_is() -> None:
    looks = {
        near_look(MapPicture((CARIBBEAN,), marks=(mark("one", 24 + 0.1 * i, -70),)), CARIBBEAN, FLAT)
        for i in range(4)
    }
    assert len(looks) <= 2


def test_labels_cover_no_more_than_a_share_and_names_of_seas_are_not_counted() -> None:
    bounds = Box(0, 0, 1000, 100)
    wishes = [Wish((Box(110 * i, 10, 100, 20),)) for i in range(8)]
    quiet = Wish((Box(0, 60, 400, 30),), is_quiet=True)
    found = placed([*wishes, quiet], bounds, (), (), 3 * 100 * 20)
    assert [box is not None for box in found] == [True] * 3 + [False] * 5 + [True]
    assert None not in placed([*wishes, quiet], bounds, (), (), math.inf)
