"""Writes the icon of the window, `assets/icon.png`: thirteen rings, and Cuba as the only solid shape.

    python -m assets.build.make_icon

Needs pygame-ce and the map (`make_map`). The rings stand round western Cuba, as in the game's map, whose
azimuthal projection this is; they run over the edges, so that Cuba is large enough to be known when small.
"""

from __future__ import annotations

import json
import math
from itertools import accumulate
from pathlib import Path

import pygame

ASSETS = Path(__file__).resolve().parent.parent
TARGET = ASSETS / "icon.png"
SIDE = 256
ENLARGED = 4  # drawn so much larger and then reduced, since pygame's polygons have hard edges
RINGS = 13
CENTRE = (-83.0, 22.7)
RING_CENTRE = (78.0, 112.0)  # in pixels of the icon
RING_WIDTH = 15.0
KILOMETRES_A_PIXEL = 5.6
EARTH = 6371.0

# Of the standard theme: n0, red, n7.
GROUND = pygame.Color("#0A1216")
GLOW = pygame.Color("#E04B36")
SHAPE = pygame.Color("#F0EBDD")

Point = tuple[float, float]


def cuba() -> list[list[Point]]:
    """The outlines of Cuba and its keys as (longitude, latitude) in degrees."""
    written = json.loads((ASSETS / "map" / "cuba.json").read_text(encoding="utf-8"))
    unit = 1 / written["per_degree"]
    outlines = []
    for ring in written["rings"]:
        xs, ys = accumulate(ring["line"][0::2]), accumulate(ring["line"][1::2])
        outlines.append([(x * unit, y * unit) for x, y in zip(xs, ys, strict=True)])
    return outlines


def placed(point: Point) -> Point:
    """The place in the enlarged picture, by the azimuthal equidistant projection round the centre."""
    longitude, latitude = math.radians(point[0] - CENTRE[0]), math.radians(point[1])
    middle = math.radians(CENTRE[1])
    cosine = math.sin(middle) * math.sin(latitude) + math.cos(middle) * math.cos(latitude) * math.cos(
        longitude
    )
    distance = math.acos(min(1.0, cosine))
    stretch = distance / math.sin(distance) if distance else 1.0
    east = stretch * math.cos(latitude) * math.sin(longitude)
    north = stretch * (
        math.cos(middle) * math.sin(latitude) - math.sin(middle) * math.cos(latitude) * math.cos(longitude)
    )
    scale = EARTH / KILOMETRES_A_PIXEL * ENLARGED
    x, y = RING_CENTRE
    return x * ENLARGED + east * scale, y * ENLARGED - north * scale


def icon() -> pygame.Surface:
    picture = pygame.Surface((SIDE * ENLARGED, SIDE * ENLARGED))
    picture.fill(GROUND)
    for ring in range(RINGS, 0, -1):
        radius = ring * RING_WIDTH * ENLARGED
        rim, glow = GROUND.lerp(GLOW, 0.6), GROUND.lerp(GLOW, 1 - ring / (RINGS + 1))
        pygame.draw.circle(picture, rim, placed(CENTRE), radius)
        pygame.draw.circle(picture, glow, placed(CENTRE), radius - ENLARGED)
    for outline in cuba():
        pygame.draw.polygon(picture, SHAPE, [placed(point) for point in outline])
    return pygame.transform.smoothscale(picture, (SIDE, SIDE))


def main() -> None:
    pygame.image.save(icon(), TARGET)
    print(f"{TARGET.stat().st_size:8} {TARGET.name}")


if __name__ == "__main__":
    main()
