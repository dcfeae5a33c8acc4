"""Writes the coasts of the map, `assets/map/*.json`, from Natural Earth.

To rebuild, in an empty temporary folder:

    npm install --ignore-scripts world-atlas@2.0.2

then, in the folder of the project, give that folder to this script:

    python -m assets.build.make_map FOLDER

Each file is one set of coasts, named as the file is:

    cuba        Cuba alone with its keys, the base at Guantanamo Bay in it; laid over another set
    caribbean   the Caribbean, the Gulf of Mexico and the south of the United States
    atlantic    the Americas, the Atlantic, Europe, the Mediterranean and the north of Africa
    world       the whole world

and holds one JSON object with the keys

    set         the name of the set
    source      where it comes from
    per_degree  how many units make one degree; all numbers below are whole units
    tolerance   how far a coast may lie off its source, in units of latitude
    box         [west, south, east, north]: no point lies outside
    rings       the outlines, in the order in which they are to be painted, the larger before the smaller;
                each {"fill": "land" or "water", "line": [lon, lat, lon change, lat change, ...]}

A line starts at its first point; every further pair is the step from the point before. In Python:

    longitudes = [x / per_degree for x in itertools.accumulate(line[0::2])]
    latitudes = [y / per_degree for y in itertools.accumulate(line[1::2])]

The last point is the first one again. What a reader may rely on, and must know:

- Longitudes run on across the date line and are never cut there. The middle of a ring lies in [-180, 180): so
  Chukotka belongs to Eurasia at up to 190 degrees. Only islands of Fiji keep an edge along the meridian.
- Antarctica goes round the pole: its last point is its first one 360 degrees further east or west, which is
  the same place on a globe and in an azimuthal projection.
- A set smaller than the world is cut by its box. An edge whose two ends lie on the same side of the box is
  such a cut and no coast: fill it, do not draw it.
- Lakes are land, the Caspian Sea is water. There are no borders: those of today are not those of 1962.

The same package gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
import math
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from assets.build.topology import Outline, Topology

MAPS = Path(__file__).resolve().parent.parent / "map"
SOURCE = "Natural Earth, by way of the npm package world-atlas 2.0.2"

Point = tuple[float, float]
Box = tuple[int, int, int, int]  # west, south, east, north


class Coasts(NamedTuple):
    """How one set of coasts is made: tolerance in degrees, smallest in square degrees at the equator."""

    name: str
    file: str
    layer: str
    countries: tuple[str, ...]  # all of the layer where none is named
    box: Box | None
    tolerance: float
    smallest: float
    per_degree: int


SETS = (
    Coasts("cuba", "countries-10m", "countries", ("Cuba", "USNB Guantanamo Bay"), None, 0.003, 0.0003, 1000),
    Coasts("caribbean", "land-10m", "land", (), (-102, 5, -54, 38), 0.008, 0.001, 1000),
    Coasts("atlantic", "land-10m", "land", (), (-150, -25, 50, 78), 0.035, 0.012, 200),
    Coasts("world", "land-50m", "land", (), None, 0.03, 0.01, 100),
)


def unwrapped(line: list[Point]) -> list[Point]:
    """The line with longitudes that run on across the date line, its middle in [-180, 180)."""
    turn = 0
    points = [line[0]]
    for (before, _), (longitude, latitude) in pairwise(line):
        if abs(longitude - before) > 180:
            turn += 360 if longitude < before else -360
        points.append((longitude + turn, latitude))
    longitudes = [longitude for longitude, _ in points]
    back = (max(longitudes) + min(longitudes) + 360) // 720 * 360
    return [(longitude - back, latitude) for longitude, latitude in points]


def clipped(line: list[Point], box: Box) -> list[Point]:
    """The part of a closed line within the box, closed along its sides, after Sutherland and Hodgman."""
    for axis, bound, side in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        kept: list[Point] = []
        for before, point in pairwise(line):
            inside = side * (point[axis] - bound) >= 0
            if inside != (side * (before[axis] - bound) >= 0):
                kept.append(crossing(before, point, axis, bound))
            if inside:
                kept.append(point)
        if not kept:
            return []
        line = [*kept, kept[0]]
    return line


def crossing(start: Point, end: Point, axis: int, bound: int) -> Point:
    """The point of the edge from start to end that lies on the bound, exactly so along the axis."""
    share = (bound - start[axis]) / (end[axis] - start[axis])
    other = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
    return (bound, other) if axis == 0 else (other, bound)


def simplified(line: list[Point], tolerance: float, box: Box | None) -> list[Point]:
    """The closed line with fewer points, none of the lost ones further off than the tolerance.

    Douglas and Peucker between points that always stay: the first one, the one farthest from it, and those on
    the sides of the box, so that a cut stays a cut.
    """
    farthest = max(range(len(line)), key=lambda place: math.dist(line[0], line[place]))
    kept = {0, farthest, len(line) - 1}
    if box is not None:
        kept.update(place for place, (x, y) in enumerate(line) if x in box[0::2] or y in box[1::2])
    spans = list(pairwise(sorted(kept)))
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        distances = distances_from_chord(line[first : last + 1])
        place = max(range(len(distances)), key=distances.__getitem__)
        if distances[place] > tolerance:
            middle = first + place
            kept.add(middle)
            spans += [(first, middle), (middle, last)]
    return [line[place] for place in sorted(kept)]


def distances_from_chord(points: list[Point]) -> list[float]:
    """How far each point lies off the chord from the first to the last one, in degrees of latitude."""
    (x0, y0), (x1, y1) = points[0], points[-1]
    shrink = math.cos(math.radians((y0 + y1) / 2))
    dx, dy = (x1 - x0) * shrink, y1 - y0
    length = math.hypot(dx, dy)
    if length < 1e-9:
        return [math.hypot((x - x0) * shrink, y - y0) for x, y in points]
    return [abs((x - x0) * shrink * dy - (y - y0) * dx) / length for x, y in points]


def area(line: list[Point]) -> float:
    """The area within a closed line in square degrees as they are at the equator."""
    doubled = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(line))
    middle = (min(y for _, y in line) + max(y for _, y in line)) / 2
    return abs(doubled) / 2 * math.cos(math.radians(middle))


def steps(line: list[Point], per_degree: int) -> list[int]:
    """The line in whole units: its first point and then each step to another point."""
    points = [(round(x * per_degree), round(y * per_degree)) for x, y in line]
    written = [*points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        if (x0, y0) != (x1, y1):
            written += [x1 - x0, y1 - y0]
    return written


def is_pole(line: list[Point]) -> bool:
    """Whether the line only goes round a pole, as one of Antarctica's does in the source."""
    return all(abs(latitude) > 89.9 for _, latitude in line)


def prepared(outlines: list[Outline], coasts: Coasts) -> list[tuple[float, str, list[Point]]]:
    """The outlines worth painting, with their areas, the largest first."""
    chosen = []
    for outline in outlines:
        line = unwrapped(outline.line)
        if coasts.box is not None:
            line = clipped(line, coasts.box)
        if not line or is_pole(line) or area(line) < coasts.smallest:
            continue
        line = simplified(line, coasts.tolerance, coasts.box)
        if len(line) > 3:
            chosen.append((area(line), "water" if outline.is_hole else "land", line))
    return sorted(chosen, key=lambda ring: (-ring[0], ring[2]))


def bounds(lines: list[list[Point]], per_degree: int) -> list[int]:
    """The smallest box round the lines: west, south, east, north in units."""
    xs = [round(x * per_degree) for line in lines for x, _ in line]
    ys = [round(y * per_degree) for line in lines for _, y in line]
    return [min(xs), min(ys), max(xs), max(ys)]


def write_set(coasts: Coasts, package: Path) -> None:
    outlines = Topology.read(package / f"{coasts.file}.json").outlines(coasts.layer, coasts.countries)
    rings = prepared(outlines, coasts)
    lines = [line for _, _, line in rings]
    written = {
        "set": coasts.name,
        "source": SOURCE,
        "per_degree": coasts.per_degree,
        "tolerance": round(coasts.tolerance * coasts.per_degree),
        "box": [side * coasts.per_degree for side in coasts.box]
        if coasts.box
        else bounds(lines, coasts.per_degree),
        "rings": [{"fill": fill, "line": steps(line, coasts.per_degree)} for _, fill, line in rings],
    }
    path = MAPS / f"{coasts.name}.json"
    path.write_text(json.dumps(written, separators=(",", ":")) + "\n", encoding="utf-8", newline="\n")
    print(f"{path.stat().st_size:8} {path.name:16} {len(rings):5} rings {sum(map(len, lines)):6} points")


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the coasts of the map.")
    parser.add_argument("folder", type=Path, help="where npm installed the package")
    package = parser.parse_args().folder / "node_modules" / "world-atlas"
    MAPS.mkdir(exist_ok=True)
    for coasts in SETS:
        write_set(coasts, package)


if __name__ == "__main__":
    main()
