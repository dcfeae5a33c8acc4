"""Maps and globes about places whose far side is land: the land around the far end does not flood them."""

from __future__ import annotations

import pytest

from game.screen.box import Box
from game.screen.coast import Atlas, is_inside_out
from game.screen.colour import Colour, mixed
from game.screen.framing import Look, centre_of, framed
from game.screen.globe import draw_globe, globe_point
from game.screen.mapview import MapMaker, Sight
from game.screen.theme import STANDARD
from game.view.picture import MapPicture, Place, View
from tests.screen.conftest import MakeCanvas

SOUTH_SEA = View(-48, 160, -8, -160, "South Sea")
OCEAN, AUSTRALIA, NEW_ZEALAND = Place(-36, -170), Place(-27, 150), Place(-43.5, 171.5)
AFRICA, WYOMING, ATLANTIC = Place(14, 21), Place(43, -107), Place(33, -50)


def test_the_far_end_of_the_south_sea_is_africa(atlas: Atlas) -> None:
    turned = [shore for shore in atlas.world().shores if is_inside_out(shore, Place(-18, 178))]
    assert [shore.is_land for shore in turned] == [True]
    assert not any(is_inside_out(shore, Place(22.7, -83)) for shore in atlas.world().shores)


def test_a_map_across_the_date_line_has_sea_where_sea_is(canvas: MakeCanvas, atlas: Atlas) -> None:
    paper = canvas()
    box = Box(0, 0, 1920, 1080)
    sight = Sight(MapPicture((SOUTH_SEA,)), SOUTH_SEA)
    MapMaker(atlas).draw(paper, box, sight)
    framing = framed(SOUTH_SEA, box, centre_of(sight.picture, SOUTH_SEA), Look())
    seen = [paper.surface.get_at(paper.scale.point(*framing.at(each)))[:3] for each in (OCEAN, AUSTRALIA)]
    assert seen == [STANDARD.sea, STANDARD.land]


@pytest.mark.parametrize(
    ("over", "sea", "land"),
    [
        (Place(-18, 178), OCEAN, NEW_ZEALAND),  # its far end is in Africa
        (Place(-40, -100), Place(-40, -100), Place(-10, -60)),  # its far end is in Asia
        (Place(80, 10), Place(80, 10), WYOMING),  # its far end is in the Antarctic
        (Place(23, -45), ATLANTIC, WYOMING),
        (Place(0, 20), Place(-7, -8), AFRICA),
    ],
)
def test_a_globe_shows_land_and_sea_from_every_side(
    canvas: MakeCanvas, atlas: Atlas, over: Place, sea: Place, land: Place
) -> None:
    paper = canvas()
    for _ in draw_globe(paper, (960, 540), 500, over, atlas.world().shores):
        pass

    def colour(place: Place) -> Colour:
        at = globe_point((960, 540), 500, over, place)
        assert at is not None
        red, green, blue, _ = paper.surface.get_at(paper.scale.point(*at))
        return red, green, blue

    assert (colour(sea), colour(land)) == (STANDARD.sea, mixed(STANDARD.land, STANDARD.coast, 0.25))
