from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from game.terminal.mapped import map_lines
from game.view.page import Page
from game.view.picture import Line, MapPicture, Mark, Place, Ring, Spot, Track
from game.view.words import ENGLISH


def test_everything_on_the_map_is_a_line_with_its_name_and_place() -> None:
    ends = (Place(20, -80), Place(-5, 30))
    picture = MapPicture(
        views=(),
        marks=(
            Mark("a", "ship", Place(22.71, -83.2), "Kimovsk", heading=271.0),
            Mark("b", "missile_site", Place(0, 0), "missile site"),
            Mark("c", "base", Place(19.9, -75.1), "The marines", at="Guantánamo"),
        ),
        spots=(Spot("Havana", Place(23.1, -82.4)),),
        rings=(
            Ring("r", Place(20, -75), 926.4, "The line"),
            Ring("s", Place(24.4, 118.3), 5.556, "The three miles", "Quemoy"),
        ),
        lines=(Line("l", ends, "The front"),),
        tracks=(Track("t", ends, "The way"),),
    )
    page = cast("Page", SimpleNamespace(map=picture))
    assert list(map_lines(page, "", ENGLISH)) == [
        "Kimovsk: ship, 22.7 north, 83.2 west, heading west",
        "missile site, 0.0 north, 0.0 east",
        "The marines: base, Guantánamo (19.9 north, 75.1 west)",
        "Havana: 23.1 north, 82.4 west",
        "The line: a circle of 926 km around 20.0 north, 75.0 west",
        "The three miles: a circle of 5.6 km around Quemoy (24.4 north, 118.3 east)",
        "The front: a line from 20.0 north, 80.0 west to 5.0 south, 30.0 east",
        "The way: a route from 20.0 north, 80.0 west to 5.0 south, 30.0 east",
    ]
