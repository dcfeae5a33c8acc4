"""How logical units become pixels of a window."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.box import Box

DESIGN = (1920, 1080)
WIDEST = 2880
TEXT_STEPS = (1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5)

PixelBox = tuple[int, int, int, int]


class Scale(Frozen):
    """The logical canvas of a window of so many pixels, and the player's text scale.

    One side of the canvas is that of the design (1920 or 1080), the other is
    larger; beyond 2880 units of width it is centred. `left` and `top` are the
    pixels before the canvas; a layer that holds a part of the picture has them negative.
    """

    width: int
    height: int
    text: float = 1.0
    left: int = 0
    top: int = 0

    @property
    def unit(self) -> float:
        """Pixels to one logical unit."""
        return min(self.width / DESIGN[0], self.height / DESIGN[1])

    @property
    def wide(self) -> float:
        """Logical width."""
        return self.width / self.unit

    @property
    def high(self) -> float:
        """Logical height."""
        return self.height / self.unit

    def rect(self, box: Box) -> PixelBox:
        """Return left, top, width and height in pixels.

        Edges are rounded, not sizes, so that boxes which meet in logical units meet in pixels:

        >>> scale = Scale(1280, 720)
        >>> [scale.rect(Box(x, 0, 1, 1))[0::2] for x in (0, 1, 2)]
        [(0, 1), (1, 0), (1, 1)]
        """
        left, top = self.point(box.x, box.y)
        right, bottom = self.point(box.right, box.bottom)
        return left, top, right - left, bottom - top

    def point(self, x: float, y: float) -> tuple[int, int]:
        unit = self.unit
        return self.left + round(x * unit), self.top + round(y * unit)

    def pixels(self, length: float) -> int:
        """Return a thickness in whole pixels, at least one."""
        return max(1, round(length * self.unit))

    def logical(self, left: float, top: float) -> tuple[float, float]:
        """Return the logical point under a pixel, for the mouse."""
        unit = self.unit
        return (left - self.left) / unit, (top - self.top) / unit

    def inside(self, rect: PixelBox) -> Scale:
        """Return the same scale for a layer whose corner is the corner of the rectangle."""
        return Scale(self.width, self.height, self.text, self.left - rect[0], self.top - rect[1])


def fitted(width: int, height: int, text: float = 1.0) -> Scale:
    """Return the scale of a window, centred where it is wider than the widest canvas.

    >>> fitted(1440, 1080).high, fitted(2560, 1080).wide
    (1440.0, 2560.0)
    >>> fitted(3840, 1080).left
    480
    """
    widest = round(WIDEST * height / DESIGN[1])
    if width <= widest:
        return Scale(width, height, text)
    return Scale(widest, height, text, left=(width - widest) // 2)
