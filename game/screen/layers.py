"""Layers of the map: what kinds of things a picture has, and the picture without some of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

from game.frozen import NamedTuple, replace
from game.view.picture import MapPicture, Mark

LayerKind = Literal["mark", "ring", "line", "track", "names"]
NAMES = "names"
MOST_SAMPLES = 2


KEYS: Mapping[str, str] = {
    "missile_site.intermediate": "1",
    "missile_site.medium": "2",
    "missile_site": "3",
    "aircraft": "4",
    "ship": "5",
    "ship.tanker": "6",
    "ship.warship": "7",
    "submarine": "8",
    "airfield": "9",
    "base": "0",
    "crash": "x",
    "city": "c",
    "ring": "r",
    "line": "h",
    "track": "t",
    NAMES: "n",
}
"""What hides and shows a layer, the same whatever else the map has. A form without a key has its kind's."""


class Layer(NamedTuple):
    """A kind of things: its id is also that of its words; `samples` are a mark of each of the first sides."""

    id: str
    kind: LayerKind
    samples: tuple[Mark, ...] = ()

    @property
    def key(self) -> str:
        return KEYS.get(self.id) or KEYS[self.id.partition(".")[0]]


def layers(picture: MapPicture) -> tuple[Layer, ...]:
    """Return the layers of a picture: its marks by kind and form, sites first, then lines, and the names."""
    found: dict[str, dict[int | None, Mark]] = {}
    for mark in sorted(picture.marks, key=_rank):
        found.setdefault(layer_of(mark), {}).setdefault(mark.side_index, mark)
    marks = (Layer(id_, "mark", tuple(samples.values())[:MOST_SAMPLES]) for id_, samples in found.items())
    drawn: tuple[tuple[LayerKind, Collection[object]], ...] = (
        ("ring", picture.rings),
        ("line", picture.lines),
        ("track", picture.tracks),
    )
    return (*marks, *(Layer(kind, kind) for kind, things in drawn if things), Layer(NAMES, "names"))


def layer_of(mark: Mark) -> str:
    """Return the id of the layer that a mark is in."""
    return mark.kind if mark.form is None else f"{mark.kind}.{mark.form}"


def without(picture: MapPicture, hidden: Collection[str]) -> MapPicture:
    """Return a picture without the layers of these ids."""
    if not hidden:
        return picture
    return replace(
        picture,
        marks=tuple(mark for mark in picture.marks if layer_of(mark) not in hidden),
        rings=() if "ring" in hidden else picture.rings,
        lines=() if "line" in hidden else picture.lines,
        tracks=() if "track" in hidden else picture.tracks,
    )


_ORDER = ("missile_site", "aircraft", "ship", "submarine", "airfield", "base", "crash", "city")


def _rank(mark: Mark) -> tuple[int, str]:
    return _ORDER.index(mark.kind), mark.form or ""
