"""Places on the globe in decimal degrees, boxes between two of them, and distances."""

from __future__ import annotations

import re

from game.diagnostics.diagnostic import Diagnostic
from game.scenario.model import Box, Coordinates
from game.scenario.quantities.durations import NOT_A_QUANTITY
from game.source.tree import Scalar

_POINT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?) *([NS]) +([0-9]{1,3}(?:\.[0-9]{1,6})?) *([EW])")
_NEARLY = re.compile(
    r"([0-9]{1,3}(?:[.,][0-9]{1,6})?)(?: *°)? *(?:([NS])(?:orth|outh)?|([EW])(?:ast|est)?)\b", re.IGNORECASE
)
_RADIUS = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,3})?) *(nm|km)")
_KILOMETRES = {"nm": 1.852, "km": 1.0}
_FORM = "write degrees north or south and east or west, such as `22.7 N 83.2 W`"
_ENDS = "degrees north or south end at 90, and degrees east or west at 180"
_BOX_FORM = "write the south-west and the north-east corner, such as `15 N 95 W to 42 N 50 W`"


def point(text: str) -> Coordinates | None:
    """Return the place that is written, or None where it is none.

    >>> point("22.7 N 83.2 W")
    Coordinates(latitude=22.7, longitude=-83.2)
    """
    found = _POINT.fullmatch(text.strip())
    if found is None:
        return None
    latitude = float(found[1]) * (1 if found[2] == "N" else -1)
    longitude = float(found[3]) * (1 if found[4] == "E" else -1)
    return Coordinates(latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _mended(text: str) -> str | None:
    """Return a place as the language writes it, of one in other marks or in another order, or None."""
    found = _NEARLY.findall(text)
    rest = _NEARLY.sub("", text)
    if len(found) != 2 or rest.strip(" ,;/"):
        return None
    latitude, longitude = sorted(found, key=lambda part: part[2])
    if not latitude[1] or not longitude[2]:
        return None
    north, east = (part[0].replace(",", ".") for part in (latitude, longitude))
    return f"{north} {latitude[1].upper()} {east} {longitude[2].upper()}"


def _cure(text: str) -> str:
    meant = _mended(text)
    if meant is None:
        return _FORM
    return f"write `{meant}`" if point(meant) is not None else _ENDS


def parse_point(scalar: Scalar) -> Coordinates | Diagnostic:
    """Return a place in degrees."""
    found = point(scalar.value)
    if found is None:
        return Diagnostic(
            NOT_A_QUANTITY, f"`{scalar.value}` is not a place", scalar.span, _cure(scalar.value)
        )
    return found


def parse_box(scalar: Scalar) -> Box | Diagnostic:
    """Return a view between two corners; its west may lie east of its east, across the date line."""
    corners = [point(part) for part in scalar.value.split(" to ")]
    if len(corners) == 2 and corners[0] is not None and corners[1] is not None:
        south_west, north_east = corners[0], corners[1]
        if south_west.latitude < north_east.latitude and south_west.longitude != north_east.longitude:
            return Box(south_west.latitude, south_west.longitude, north_east.latitude, north_east.longitude)
    return Diagnostic(NOT_A_QUANTITY, f"`{scalar.value}` is not a view", scalar.span, _BOX_FORM)


def parse_radius(scalar: Scalar) -> float | Diagnostic:
    """Return a distance in kilometres, above 0 and at most a quarter of the globe."""
    found = _RADIUS.fullmatch(scalar.value.strip())
    kilometres = float(found[1]) * _KILOMETRES[found[2]] if found else 0.0
    if not 0 < kilometres <= 10_000:
        return Diagnostic(
            NOT_A_QUANTITY, f"`{scalar.value}` is not a radius", scalar.span, "write `500 nm` or `900 km`"
        )
    return kilometres
