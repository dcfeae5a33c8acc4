"""Portraits of cut paper: flat shapes, lit from the left, before rings."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.screen import bust
from game.screen.box import Box
from game.screen.bust import Frame, right_of
from game.screen.cache import Cache, surface_bytes
from game.screen.colour import BLACK, WHITE, Colour, greyed, mixed
from game.screen.curves import Point, loop
from game.screen.likeness import Likeness, Lot
from game.screen.photograph import filling, photographed
from game.screen.portrait_paper import PAPER
from game.screen.scale import DESIGN, Scale
from game.screen.vector import Pen
from game.store.assets import Content, nothing

PORTRAIT_BYTES = 8_000_000
RINGS = (0.63, 0.50, 0.36)
SHADE = 0.34
PIXELS = Scale(*DESIGN)
Size = tuple[int, int]


class Portraits:
    """Portraits by person and size in pixels, in colour or in greys."""

    def __init__(self, content: Content = nothing, *, is_mono: bool = False) -> None:
        self._content = content
        self._is_mono = is_mono
        self._made: Cache[tuple[Likeness, Size], pygame.Surface] = Cache(PORTRAIT_BYTES, surface_bytes)

    def picture(self, likeness: Likeness, size: Size) -> pygame.Surface:
        return self._made.get((likeness, size), partial(self._cut, likeness, size))

    def __len__(self) -> int:
        return len(self._made)

    def backdrop(self, id: str) -> Colour:  # noqa: A002
        """Return the colour behind a person, for a monogram in place of the portrait."""
        colour = Lot(id).pick(5, PAPER.backdrops)
        return greyed(colour) if self._is_mono else colour

    def _cut(self, likeness: Likeness, size: Size) -> pygame.Surface:
        photograph = photographed(self._content, likeness.asset) if likeness.asset else None
        if photograph is not None:
            filled = filling(photograph, size)
            return pygame.transform.grayscale(filled) if self._is_mono else filled
        surface = pygame.Surface(size)
        surface.fill(self.backdrop(likeness.id))
        box = Box(0, 0, *size)
        with Pen(surface, PIXELS, box) as pen:
            _Cutter(pen, box, likeness, greyed if self._is_mono else _as_is).cut()
        return surface


def _as_is(colour: Colour) -> Colour:
    return colour


class _Cutter:
    """One portrait under the scissors."""

    def __init__(self, pen: Pen, box: Box, likeness: Likeness, tint: Callable[[Colour], Colour]) -> None:
        self._pen = pen
        self._box = box
        self._who = likeness
        self._tint = tint
        self._lot = Lot(likeness.id)
        usual = bust.FRAMES[likeness.build]
        self._frame = Frame(
            usual.half_width * (1 + 0.03 * self._lot.share(6)),
            usual.half_height * (1 + 0.02 * self._lot.share(7)),
            usual.shoulders,
        )
        self._high = min(box.width * 1.06, box.height * 0.98)
        self._centre = (box.x + box.width / 2, box.y + box.height * 0.44)
        self._skin, self._skin_shade = self._lot.pick(8, PAPER.skins)
        self._hair = PAPER.hair[likeness.hair_colour]

    def cut(self) -> None:
        self._rings()
        if self._who.hair == "long":
            self._halves(self._smooth(bust.LONG_BEHIND), mixed(self._hair, BLACK, 0.25))
        self._body()
        self._head()
        self._locks()
        self._face()

    # ------------------------------------------------------------------ paper

    def _shape(self, points: Sequence[Point], colour: Colour, alpha: int = 255) -> None:
        (cx, cy), high = self._centre, self._high
        self._pen.polygon([(cx + x * high, cy + y * high) for x, y in points], self._tint(colour), alpha)

    def _halves(self, points: Sequence[Point], colour: Colour, edge: float = 0.012) -> None:
        """A shape and its half in shadow."""
        self._shape(points, colour)
        self._shape(right_of(points, edge), mixed(colour, BLACK, SHADE))

    def _on_head(self, points: Sequence[Point], shift: Point = (0, 0)) -> tuple[Point, ...]:
        wide, high = self._frame.half_width, self._frame.half_height
        return tuple(((x + shift[0]) * wide, (y + shift[1]) * high) for x, y in points)

    def _smooth(self, points: Sequence[Point]) -> tuple[Point, ...]:
        return loop(self._on_head(points))

    def _line(self, points: Sequence[Point], colour: Colour, thick: float) -> None:
        (cx, cy), high = self._centre, self._high
        self._pen.line([(cx + x * high, cy + y * high) for x, y in points], self._tint(colour), thick * high)

    # ------------------------------------------------------------------ layers

    def _rings(self) -> None:
        box = self._box
        backdrop = self._lot.pick(5, PAPER.backdrops)
        for i, radius in enumerate(RINGS):
            colour = self._tint(mixed(backdrop, WHITE, 0.06 + 0.05 * i))
            self._pen.disc((box.x + box.width / 2, box.y + box.height * 0.46), box.width * radius, colour)

    def _body(self) -> None:
        dress, lot = self._who.dress, self._lot
        wide = self._frame.shoulders
        shoulders = [(x * (wide if abs(x) > 0.2 else 1), y) for x, y in bust.SHOULDERS]
        cloth = {
            "suit": PAPER.suits,
            "uniform": PAPER.uniforms,
            "fatigues": PAPER.fatigues,
            "blouse": PAPER.blouses,
        }[dress]
        colour = lot.pick(9, cloth)
        self._halves(shoulders, colour)
        self._shape(bust.NECK, self._skin)
        self._shape(right_of(bust.NECK, 0.0), self._skin_shade)
        self._shape(bust.NECK_SHADOW, self._skin_shade)
        if dress == "suit":
            self._collar(PAPER.shirt[0], lot.pick(10, PAPER.ties))
            self._lapels(colour)
        elif dress == "uniform":
            self._collar(PAPER.brass, PAPER.dark)
            self._lapels(colour)
            self._honours(wide)
        else:
            self._open_collar(colour)

    def _collar(self, shirt: Colour, tie: Colour) -> None:
        self._shape(bust.SHIRT, shirt)
        self._shape(right_of(bust.SHIRT, 0.0), mixed(shirt, BLACK, 0.18))
        self._halves(bust.TIE, tie, 0.0)

    def _lapels(self, cloth: Colour) -> None:
        self._shape(bust.LAPEL, mixed(cloth, WHITE, 0.11))
        self._shape([(-x, y) for x, y in bust.LAPEL], mixed(cloth, BLACK, 0.14))

    def _open_collar(self, cloth: Colour) -> None:
        self._shape(bust.OPEN_NECK, self._skin)
        self._shape(right_of(bust.OPEN_NECK, 0.0), self._skin_shade)
        self._shape(bust.COLLAR, mixed(cloth, WHITE, 0.16))
        self._shape([(-x, y) for x, y in bust.COLLAR], mixed(cloth, BLACK, 0.12))

    def _honours(self, wide: float) -> None:
        for i in range(4):
            for side in (-1, 1):
                self._star((side * (0.27 + 0.055 * i) * wide, 0.44 + 0.022 * i), 0.026)
        for i, colour in enumerate(PAPER.ribbons):
            left, top = 0.20 + i % 3 * 0.075, 0.56 + i // 3 * 0.04
            self._shape(
                ((left, top), (left + 0.068, top), (left + 0.068, top + 0.032), (left, top + 0.032)), colour
            )

    def _star(self, centre: Point, radius: float) -> None:
        turns = ((math.pi * (i / 5 - 0.5), radius if i % 2 == 0 else radius * 0.42) for i in range(10))
        self._shape(
            [(centre[0] + r * math.cos(a), centre[1] + r * math.sin(a)) for a, r in turns], PAPER.brass
        )

    def _head(self) -> None:
        self._shape(self._smooth(bust.EAR), self._skin_shade)
        self._shape(self._smooth([(-x, y) for x, y in bust.EAR]), self._skin)
        head = self._smooth(bust.HEAD)
        self._shape(head, self._skin)
        ridge = self._on_head(bust.RIDGE)
        right = sorted((point for point in head if point[0] > 0.02), key=lambda point: point[1])
        self._shape((*ridge[::-1], *right), self._skin_shade)

    def _locks(self) -> None:
        for lock in bust.HAIR[self._who.hair]:
            self._halves(self._smooth(lock), self._hair)
        if self._who.hair == "bald":
            self._shape(self._smooth(bust.SHEEN), mixed(self._skin, WHITE, 0.28))

    def _face(self) -> None:
        brow = (
            mixed(self._hair, BLACK, 0.45)
            if self._who.hair_colour != "white"
            else mixed(self._hair, BLACK, 0.55)
        )
        tilt = 0.03 * self._lot.share(11)
        for side in (-1, 1):
            place = (0.47 * side, -0.30)
            slanted = [(x * side, y + tilt * x) for x, y in bust.BROW]
            self._shape(self._on_head(slanted, place), brow)
            self._shape(self._on_head(bust.EYE, (0.47 * side, -0.15)), PAPER.dark)
        if self._who.has_glasses:
            self._glasses()
        self._shape(self._on_head(bust.MOUTH), PAPER.lips)
        if self._who.has_moustache:
            self._shape(self._on_head(bust.MOUSTACHE), mixed(self._hair, BLACK, 0.3))

    def _glasses(self) -> None:
        rim = self._lot.pick(12, (PAPER.wire, PAPER.horn))
        for side in (-1, 1):
            lens = loop(self._on_head(bust.LENS, (0.49 * side, -0.15)), 6)
            self._shape(lens, WHITE, 56)
            self._line((*lens, lens[0], lens[1]), rim, 0.014)
            self._line(self._on_head(((0.86 * side, -0.22), (1.02 * side, -0.26))), rim, 0.012)
        self._line(self._on_head(((-0.12, -0.20), (0.12, -0.20))), rim, 0.014)
