from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.happenings import MapChanged, MomentBegan
from game.scenario.model import Box, Scenario, View
from game.view.chart import picture, positions
from game.view.lexicon import Lexicon
from game.view.picture import Mark, Place
from game.view.printing import told


def marks(lexicon: Lexicon, minute: int, *happenings: MomentBegan | MapChanged) -> dict[str, Mark]:
    now = positions(lexicon.scenario.map, happenings)
    shown = picture(lexicon, now, minute, 0, told(()))
    return {each.id: each for each in shown.marks}


def test_hidden_things_are_not_shown_until_they_are(lexicon_at_sea: Lexicon) -> None:
    assert list(marks(lexicon_at_sea, 0)) == ["site", "tanker"]
    shown = marks(lexicon_at_sea, 0, MapChanged("show", "wreck", None), MapChanged("hide", "site", None))
    assert list(shown) == ["tanker", "wreck"]


def test_a_marker_without_a_label_has_its_kind_in_words(lexicon_at_sea: Lexicon) -> None:
    assert marks(lexicon_at_sea, 0)["site"].label == "missile site"


def test_a_marker_without_a_label_at_a_named_place_has_the_label_of_the_place(
    lexicon_at_sea: Lexicon,
) -> None:
    put, away = (MapChanged("move", "site", target) for target in ("port", "west"))
    assert marks(lexicon_at_sea, 0, put)["site"].label == "The port"
    assert marks(lexicon_at_sea, 300, put, away)["site"].label == "missile site"


def test_the_players_side_comes_first_and_the_side_declared_first_is_filled(lexicon_at_sea: Lexicon) -> None:
    shown = marks(lexicon_at_sea, 0, MapChanged("show", "wreck", None))
    assert [shown[each].side_index for each in ("tanker", "wreck")] == [1, None]
    assert [shown[each].is_filled for each in ("tanker", "wreck")] == [False, True]
    actors = lexicon_at_sea.scenario.actors
    turned = dict(reversed(list(actors.items())))
    lexicon = replace(lexicon_at_sea, scenario=replace(lexicon_at_sea.scenario, actors=turned))
    tanker = marks(lexicon, 0)["tanker"]
    assert (tanker.side_index, tanker.is_filled) == (1, True)


def test_a_marker_on_a_route_moves_with_the_clock_over_the_date_line(lexicon_at_sea: Lexicon) -> None:
    at_start, halfway, arrived = (marks(lexicon_at_sea, each)["tanker"] for each in (0, 300, 900))
    assert at_start.place == Place(0, 170)
    assert abs(halfway.place.lon) == pytest.approx(180)
    assert halfway.heading == pytest.approx(90)
    assert arrived.place == Place(0, -170)
    assert arrived.heading is None


def test_a_move_counts_from_its_moment(lexicon_at_sea: Lexicon) -> None:
    moved = (MomentBegan(60), MapChanged("move", "site", "west"), MomentBegan(120))
    assert marks(lexicon_at_sea, 210, *moved)["site"].place.lon == pytest.approx(175)
    put = (*moved, MapChanged("move", "site", "port"))
    assert marks(lexicon_at_sea, 210, *put)["site"].place == Place(10, 20)


def test_rings_and_routes_are_shown_with_their_labels(lexicon_at_sea: Lexicon) -> None:
    now = positions(lexicon_at_sea.scenario.map, [MapChanged("show", "west", None)])
    shown = picture(lexicon_at_sea, now, 0, 0, told(()))
    assert [(each.label, each.radius_km) for each in shown.rings] == [("Range", 100.0)]
    assert [each.label for each in shown.tracks] == ["route"]


def test_the_view_of_the_latest_chapter_comes_first(lexicon_at_sea: Lexicon, line_at_sea: Scenario) -> None:
    views = {
        "wide": View("wide", Box(0, -90, 40, -50)),
        "near": View("near", Box(10, -90, 30, -70), phase="storm"),
    }
    line_at_sea.map.view.update(views)  # type: ignore[attr-defined]
    now = positions(line_at_sea.map, [])
    first = [picture(lexicon_at_sea, now, 0, phase, told(())).views[0].south for phase in (0, 1)]
    assert first == [0, 10]
