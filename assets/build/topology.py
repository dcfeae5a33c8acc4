"""Reads TopoJSON: outlines of land from arcs that neighbours share."""

from __future__ import annotations

import json
from collections import Counter
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple, Self

Point = tuple[float, float]


class Outline(NamedTuple):
    """A closed line of (longitude, latitude) in degrees; a hole lies within a larger one and is water."""

    line: list[Point]
    is_hole: bool


class Topology(NamedTuple):
    """The arcs of a file and its layers, each a tree of geometries.

    An arc is named by its index, and backwards by the complement of it (~index).
    """

    arcs: list[list[Point]]
    layers: dict[str, Any]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the topology of a quantised TopoJSON file, in degrees."""
        content = json.loads(path.read_text(encoding="utf-8"))
        scale, translate = content["transform"]["scale"], content["transform"]["translate"]
        arcs = []
        for arc in content["arcs"]:
            xs = accumulate(x for x, _ in arc)
            ys = accumulate(y for _, y in arc)
            points = zip(xs, ys, strict=True)
            arcs.append([(x * scale[0] + translate[0], y * scale[1] + translate[1]) for x, y in points])
        return cls(arcs, content["objects"])

    def outlines(self, layer: str, names: tuple[str, ...] = ()) -> list[Outline]:
        """The outlines of a layer, or of its countries of these names joined where they meet."""
        found = named_polygons(self.layers[layer])
        if names:
            rings = self.joined([polygon for name, polygon in found if name in names])
            return [Outline(self.line(ring), is_hole=False) for ring in rings]
        return [
            Outline(self.line(ring), place > 0) for _, polygon in found for place, ring in enumerate(polygon)
        ]

    def line(self, ring: list[int]) -> list[Point]:
        points: list[Point] = []
        for arc in ring:
            points += self.along(arc)[1 if points else 0 :]
        return points

    def along(self, arc: int) -> list[Point]:
        return self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]

    def joined(self, polygons: list[list[list[int]]]) -> list[list[int]]:
        """The rings round the polygons together: arcs run both ways are inner borders and fall away."""
        arcs = [arc for polygon in polygons for ring in polygon for arc in ring]
        count = Counter(arcs)
        following = {self.along(arc)[0]: arc for arc in arcs if not count[~arc]}
        rings = []
        while following:
            start = next(iter(following))
            ring = [following.pop(start)]
            while (place := self.along(ring[-1])[-1]) != start:
                ring.append(following.pop(place))
            rings.append(ring)
        return rings


def named_polygons(geometry: dict[str, Any]) -> list[tuple[str | None, list[list[int]]]]:
    """The polygons of a geometry, rings of arcs with the outer one first, and their countries' names."""
    if geometry["type"] == "GeometryCollection":
        return [found for part in geometry["geometries"] for found in named_polygons(part)]
    name = geometry.get("properties", {}).get("name")
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    return [(name, polygon) for polygon in polygons]
