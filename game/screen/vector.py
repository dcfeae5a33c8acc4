"""Shapes with smooth edges: drawn several times as large, then reduced."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from types import TracebackType
from typing import Self

import pygame

from game.screen.box import Box
from game.screen.colour import Colour
from game.screen.curves import Point, dashed
from game.screen.scale import Scale


class Pen:
    """Draws on a part of a surface, enlarged 2 or 4 times while the `with` block lasts.

    Coordinates are logical. The part keeps every pixel that no shape touches:
    enlarging repeats pixels, and reducing by 2 or 4 gives them back exactly (3 does not).
    """

    def __init__(self, surface: pygame.Surface, scale: Scale, box: Box, enlarged: int = 4) -> None:
        self._target = surface
        self._rect = pygame.Rect(scale.rect(box)).clip(surface.get_rect())
        self._scale = scale
        self._times = enlarged
        self._factor = scale.unit * enlarged
        self._shift = (
            (scale.left - self._rect.x) * enlarged,
            (scale.top - self._rect.y) * enlarged,
        )
        self._large = pygame.Surface((1, 1))

    def __enter__(self) -> Self:
        if self._rect.width and self._rect.height:
            size = (self._rect.width * self._times, self._rect.height * self._times)
            self._large = pygame.transform.scale(self._target.subsurface(self._rect), size)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None and self._rect.width and self._rect.height:
            small = pygame.transform.smoothscale(self._large, self._rect.size)
            is_layer = self._target.get_flags() & pygame.SRCALPHA
            if is_layer:
                self._target.fill((0, 0, 0, 0), self._rect)
            self._target.blit(small, self._rect)

    def _at(self, points: Sequence[Point]) -> list[Point]:
        factor, (right, down) = self._factor, self._shift
        return [(x * factor + right, y * factor + down) for x, y in points]

    def polygon(self, points: Sequence[Point], colour: Colour, alpha: int = 255) -> None:
        if len(points) < 3:
            return
        if alpha == 255:
            pygame.draw.polygon(self._large, colour, self._at(points))
            return
        self._veiled(points, colour, alpha)

    def _veiled(self, points: Sequence[Point], colour: Colour, alpha: int) -> None:
        corners = self._at(points)
        left, top = min(x for x, _ in corners), min(y for _, y in corners)
        right, bottom = max(x for x, _ in corners), max(y for _, y in corners)
        around = pygame.Rect(left - 1, top - 1, right - left + 3, bottom - top + 3)
        around = around.clip(self._large.get_rect())
        if not around.width or not around.height:
            return
        veil = pygame.Surface(around.size, pygame.SRCALPHA)
        pygame.draw.polygon(veil, (*colour, alpha), [(x - around.x, y - around.y) for x, y in corners])
        self._large.blit(veil, around)

    def rectangle(self, box: Box, colour: Colour, alpha: int = 255) -> None:
        self.polygon(
            ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)), colour, alpha
        )

    def rounded(self, box: Box, radius: float, colour: Colour) -> None:
        (left, top), (right, bottom) = self._at(((box.x, box.y), (box.right, box.bottom)))
        rect = (round(left), round(top), round(right) - round(left), round(bottom) - round(top))
        pygame.draw.rect(self._large, colour, rect, border_radius=round(radius * self._factor))

    def disc(self, centre: Point, radius: float, colour: Colour) -> None:
        pygame.draw.circle(self._large, colour, self._at((centre,))[0], radius * self._factor)

    def circle(self, centre: Point, radius: float, colour: Colour, thick: float) -> None:
        """Draw a ring; half of its thickness lies outside the radius."""
        width = max(1, round(thick * self._factor))
        outer = radius * self._factor + width / 2
        pygame.draw.circle(self._large, colour, self._at((centre,))[0], outer, width)

    def line(
        self, points: Sequence[Point], colour: Colour, thick: float, dashes: Sequence[float] = ()
    ) -> None:
        """Draw a line with round joints and flat ends."""
        if len(points) < 2:
            return
        for stroke in dashed(points, dashes) if dashes else (points,):
            self._stroke(self._at(stroke), colour, max(1.0, thick * self._factor))

    def outline(self, points: Sequence[Point], colour: Colour, thick: float) -> None:
        """Draw a closed line."""
        self._stroke(self._at((*points, points[0], points[1])), colour, max(1.0, thick * self._factor))

    def _stroke(self, points: list[Point], colour: Colour, width: float) -> None:
        large = self._large
        for (ax, ay), (bx, by) in pairwise(points):
            length = math.hypot(bx - ax, by - ay)
            if length < 1e-6:
                continue
            nx, ny = (ay - by) / length * width / 2, (bx - ax) / length * width / 2
            corners = ((ax + nx, ay + ny), (bx + nx, by + ny), (bx - nx, by - ny), (ax - nx, ay - ny))
            pygame.draw.polygon(large, colour, corners)
        if width > 2:
            for point in points[1:-1]:
                pygame.draw.circle(large, colour, point, width / 2)

    def stroke(self, points: Sequence[Point], colour: Colour, thick: float) -> None:
        """Draw a line of very many points, thin and fast, without care for its joints."""
        width = max(1, round(thick * self._factor))
        pygame.draw.lines(self._large, colour, False, self._at(points), width)
