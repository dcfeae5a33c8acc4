"""Shapes of cut paper on a stage of 1600 by 900, and how they come into a box of any shape."""

from __future__ import annotations

import math
from collections.abc import Sequence

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.curves import Point, loop
from game.screen.theme import Theme
from game.screen.vector import Pen

WIDE, HIGH = 1600.0, 900.0


class Scissors(Frozen):
    """Cuts shapes in the colours of a theme, by their tokens. The stage fills the box and is cropped."""

    pen: Pen
    box: Box
    theme: Theme

    @property
    def share(self) -> float:
        return max(self.box.width / WIDE, self.box.height / HIGH)

    def at(self, x: float, y: float) -> Point:
        share = self.share
        left = self.box.x + (self.box.width - WIDE * share) / 2
        top = self.box.y + (self.box.height - HIGH * share) / 2
        return left + x * share, top + y * share

    def cut(self, colour: str, *points: Point, alpha: int = 255) -> None:
        """Lay down a polygon."""
        self.pen.polygon([self.at(*point) for point in points], getattr(self.theme, colour), alpha)

    def sheet(
        self, colour: str, left: float, top: float, right: float, bottom: float, alpha: int = 255
    ) -> None:
        """Lay down a rectangle by its edges."""
        self.cut(colour, (left, top), (right, top), (right, bottom), (left, bottom), alpha=alpha)

    def row(self, colour: str, place: Box, count: int, step: float) -> None:
        """Lay down so many equal rectangles, each a step to the right of the one before."""
        for i in range(count):
            left = place.x + i * step
            self.sheet(colour, left, place.y, left + place.width, place.bottom)

    def disc(self, colour: str, x: float, y: float, radius: float) -> None:
        self.pen.disc(self.at(x, y), radius * self.share, getattr(self.theme, colour))

    def oval(self, colour: str, x: float, y: float, across: float, down: float) -> None:
        turns = [2 * math.pi * i / 48 for i in range(48)]
        self.cut(colour, *((x + across * math.cos(turn), y + down * math.sin(turn)) for turn in turns))

    def soft(self, colour: str, *points: Point) -> None:
        """Lay down a shape with rounded corners through some points."""
        self.cut(colour, *loop(points, 8))

    def line(self, colour: str, thick: float, *points: Point, dashes: Sequence[float] = ()) -> None:
        ends = [self.at(*point) for point in points]
        self.pen.line(
            ends, getattr(self.theme, colour), thick * self.share, [each * self.share for each in dashes]
        )
