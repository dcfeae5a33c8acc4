"""The coasts of the map are what the script that makes them promises its readers."""

from __future__ import annotations

import json
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest

MAPS = Path(__file__).parents[2] / "assets" / "map"
SETS = ("atlantic", "caribbean", "cuba", "world")
Point = tuple[int, int]

# Places well inland, as longitude and latitude in degrees.
INLAND = {
    "cuba": ((-78.0, 21.5), (-83.5, 22.5), (-82.8, 21.7), (-75.11, 19.92)),
    "caribbean": ((-78.0, 21.5), (-84.0, 33.0), (-99.0, 19.4), (-71.5, 18.9)),
    "atlantic": ((-78.0, 21.5), (-77.5, 38.9), (13.4, 52.4), (37.6, 55.7), (33.0, 40.0), (-45.0, 70.0)),
    "world": ((-78.0, 21.5), (13.4, 52.4), (177.0, 67.0), (183.0, 67.0), (134.0, -25.0), (139.5, 36.2)),
}
AT_SEA = {
    "cuba": ((-80.0, 19.0), (-75.0, 22.5)),
    "caribbean": ((-90.0, 25.0), (-75.0, 15.0), (-65.0, 30.0)),
    "atlantic": ((-40.0, 30.0), (3.5, 55.5), (18.0, 35.0)),
    "world": ((-40.0, 30.0), (179.9, 0.0), (51.0, 41.5), (190.0, 60.0)),
}


def read(name: str) -> dict[str, Any]:
    written: dict[str, Any] = json.loads((MAPS / f"{name}.json").read_text(encoding="utf-8"))
    return written


def points(line: list[int]) -> list[Point]:
    return list(zip(accumulate(line[0::2]), accumulate(line[1::2]), strict=True))


def is_within(place: tuple[float, float], ring: list[Point]) -> bool:
    x, y = place
    crossings = sum(
        (y0 > y) != (y1 > y) and x < x0 + (x1 - x0) * (y - y0) / (y1 - y0)
        for (x0, y0), (x1, y1) in pairwise(ring)
    )
    return crossings % 2 == 1


def fill(coasts: dict[str, Any], place: tuple[float, float]) -> str:
    """What is painted last at a place given in degrees."""
    unit = coasts["per_degree"]
    painted = [
        ring["fill"]
        for ring in coasts["rings"]
        if is_within((place[0] * unit, place[1] * unit), points(ring["line"]))
    ]
    return painted[-1] if painted else "water"


def test_the_sets_are_those_that_are_named() -> None:
    assert sorted(path.stem for path in MAPS.glob("*.json")) == list(SETS)
    assert [read(name)["set"] for name in SETS] == list(SETS)


@pytest.mark.parametrize("name", SETS)
def test_all_numbers_are_whole(name: str) -> None:
    coasts = read(name)
    numbers = [coasts["per_degree"], coasts["tolerance"], *coasts["box"]]
    numbers += [number for ring in coasts["rings"] for number in ring["line"]]
    assert {type(number) for number in numbers} == {int}


@pytest.mark.parametrize("name", SETS)
def test_every_ring_is_closed_on_the_globe(name: str) -> None:
    coasts = read(name)
    turn = 360 * coasts["per_degree"]
    for ring in coasts["rings"]:
        (x0, y0), *_, (x1, y1) = points(ring["line"])
        assert ((x1 - x0) % turn, y1 - y0) == (0, 0)


def test_only_antarctica_goes_round_a_pole() -> None:
    coasts = read("world")
    lines = [points(ring["line"]) for ring in coasts["rings"]]
    around = [line for line in lines if line[0] != line[-1]]
    assert len(around) == 1
    assert max(y for _, y in around[0]) < -60 * coasts["per_degree"]


@pytest.mark.parametrize("name", SETS)
def test_every_ring_has_an_inside_and_a_fill(name: str) -> None:
    for ring in read(name)["rings"]:
        assert len(ring["line"]) >= 8
        assert ring["fill"] in {"land", "water"}


@pytest.mark.parametrize("name", SETS)
def test_no_point_lies_outside_the_box(name: str) -> None:
    coasts = read(name)
    west, south, east, north = coasts["box"]
    for ring in coasts["rings"]:
        for x, y in points(ring["line"]):
            assert west <= x <= east
            assert south <= y <= north


@pytest.mark.parametrize("name", SETS)
def test_no_edge_jumps_across_the_map(name: str) -> None:
    coasts = read(name)
    west, south, east, north = coasts["box"]
    for ring in coasts["rings"]:
        for (x0, y0), (x1, y1) in pairwise(points(ring["line"])):
            is_cut = x0 == x1 in {west, east} or y0 == y1 in {south, north}
            assert is_cut or abs(x1 - x0) < 12 * coasts["per_degree"]


@pytest.mark.parametrize(("name", "place"), [(name, place) for name in SETS for place in INLAND[name]])
def test_a_place_inland_is_painted_as_land(name: str, place: tuple[float, float]) -> None:
    assert fill(read(name), place) == "land"


@pytest.mark.parametrize(("name", "place"), [(name, place) for name in SETS for place in AT_SEA[name]])
def test_a_place_at_sea_is_painted_as_water(name: str, place: tuple[float, float]) -> None:
    assert fill(read(name), place) == "water"


def test_all_sets_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in MAPS.glob("*.json")) < 1_200_000
