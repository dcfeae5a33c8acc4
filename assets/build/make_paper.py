"""Writes the mottling of paper, `assets/paper.png`: a grey tile to multiply a sheet's colour with.

    python -m assets.build.make_paper

The tile repeats without a seam, because its cloudiness is interpolated on grids that close on themselves. It
is nearly white, so that a sheet keeps its colour. The same seed gives the same tile; its bytes also depend on
the version of zlib.
"""

from __future__ import annotations

import random
import struct
import zlib
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "paper.png"
SIDE = 256
MEAN = 249.0
# Cells along a side, and how much the cloudiness of that size moves the grey.
CLOUDS = ((4, 1.8), (8, 1.8), (16, 1.3), (32, 1.0), (64, 0.8))
GRAIN = 0.9
SEED = 1962


def smooth(share: float) -> float:
    """The share of the way from one grid point to the next, without a corner at either."""
    return share * share * (3 - 2 * share)


def cloud(cells: int, luck: random.Random) -> list[list[float]]:
    """A field of SIDE by SIDE values in [-1, 1], smooth between random grid points and closed on itself."""
    grid = [[luck.uniform(-1, 1) for _ in range(cells)] for _ in range(cells)]
    step = SIDE // cells
    shares = [smooth(place / step) for place in range(step)]
    field = []
    for y in range(SIDE):
        row, share = divmod(y, step)
        upper, lower = grid[row], grid[(row + 1) % cells]
        knots = [a + (b - a) * shares[share] for a, b in zip(upper, lower, strict=True)]
        pairs = zip(knots, [*knots[1:], knots[0]], strict=True)
        field.append([a + (b - a) * along for a, b in pairs for along in shares])
    return field


def mottling() -> list[bytes]:
    """The rows of the tile, one byte a pixel."""
    luck = random.Random(SEED)  # noqa: S311 -- a drawing, no secret
    clouds = [(cloud(cells, luck), strength) for cells, strength in CLOUDS]
    rows = []
    for y in range(SIDE):
        greys = [
            MEAN + sum(field[y][x] * strength for field, strength in clouds) + luck.gauss(0, GRAIN)
            for x in range(SIDE)
        ]
        rows.append(bytes(min(255, max(0, round(grey))) for grey in greys))
    return rows


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(rows: list[bytes]) -> bytes:
    """A PNG file of 8-bit grey; no row is filtered, since noise gains nothing by it."""
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def main() -> None:
    TARGET.write_bytes(png(mottling()))
    print(f"{TARGET.stat().st_size:8} {TARGET.name}")


if __name__ == "__main__":
    main()
