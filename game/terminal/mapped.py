"""The map in words: what it shows, one thing a line."""

from __future__ import annotations

from collections.abc import Iterator

from game.view.page import Page
from game.view.picture import Mark, Place
from game.view.words import Words


def map_lines(page: Page, _given: str, words: Words) -> Iterator[str]:
    """Yield marks, other places, rings, lines and tracks with their names, kinds and places."""
    for mark in page.map.marks:
        yield ", ".join(_mark_parts(mark, words))
    for spot in page.map.spots:
        yield words["reading"].format(label=spot.label, value=place_words(spot.place, words))
    for ring in page.map.rings:
        place = _named_place(ring.around, ring.centre, words)
        yield words["map.ring"].format(label=ring.label, radius=_radius(ring.radius_km), place=place)
    for key, lines in (("map.line", page.map.lines), ("map.track", page.map.tracks)):
        for each in lines:
            first, last = (place_words(end, words) for end in (each.points[0], each.points[-1]))
            yield words[key].format(label=each.label, first=first, last=last)


def _mark_parts(mark: Mark, words: Words) -> Iterator[str]:
    kind = words[f"kind.{mark.kind}"]
    yield mark.label if mark.label == kind else words["map.mark"].format(label=mark.label, kind=kind)
    yield _named_place(mark.at, mark.place, words)
    if mark.heading is not None:
        compass = words[f"compass.{round(mark.heading / 45) % 8}"]
        yield words["map.heading"].format(heading=compass)


def _named_place(name: str, place: Place, words: Words) -> str:
    """Return a place with its name before its degrees, if it has one."""
    degrees = place_words(place, words)
    return words["map.named"].format(name=name, place=degrees) if name else degrees


def _radius(kilometres: float) -> str:
    """Return a radius in whole kilometres, a small one with a decimal.

    >>> _radius(926.0), _radius(5.556)
    ('926', '5.6')
    """
    return f"{kilometres:.0f}" if kilometres >= 20 else f"{kilometres:.1f}"


def place_words(place: Place, words: Words) -> str:
    """Return a place in degrees with one decimal.

    >>> from game.view.words import ENGLISH
    >>> place_words(Place(22.71, -83.2), ENGLISH)
    '22.7 north, 83.2 west'
    """
    latitude = words["map.north" if place.lat >= 0 else "map.south"].format(degrees=f"{abs(place.lat):.1f}")
    longitude = words["map.east" if place.lon >= 0 else "map.west"].format(degrees=f"{abs(place.lon):.1f}")
    return words["map.place"].format(latitude=latitude, longitude=longitude)
