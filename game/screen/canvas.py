"""The surface on which parts draw themselves, in logical units."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pygame

from game.frozen import Frozen, NamedTuple
from game.screen.box import Box
from game.screen.colour import Colour
from game.screen.paper import Papers
from game.screen.portrait import Portraits
from game.screen.scale import Scale
from game.screen.shade import Shadows
from game.screen.stamps import Stamps, What
from game.screen.text import Text
from game.screen.theme import Theme
from game.screen.typeset import Setting, Style, Typesetter
from game.screen.vector import Pen

STRIP = 64  # pixels: a veil is laid in strips that stay near the processor, in a third of the time
AROUND = 2  # times its size: no sign of a text reaches further beyond its capitals


class Kit(Frozen):
    """What drawing needs besides a surface: colours, type and everything that is made once and kept."""

    theme: Theme
    type: Typesetter
    shadows: Shadows
    stamps: Stamps
    papers: Papers
    portraits: Portraits


class Canvas(NamedTuple):
    """A surface with its scale, theme, type and shops of finished things. Nothing is kept here."""

    surface: pygame.Surface
    scale: Scale
    kit: Kit

    @property
    def theme(self) -> Theme:
        return self.kit.theme

    @property
    def whole(self) -> Box:
        return Box(0, 0, self.scale.wide, self.scale.high)

    def fill(self, box: Box, colour: Colour) -> None:
        """Fill a box, at least a pixel wide and high."""
        left, top, width, height = self.scale.rect(box)
        self.surface.fill(colour, (left, top, max(1, width), max(1, height)))

    def veil(self, box: Box, colour: Colour, alpha: int) -> None:
        """Lay a translucent colour over a box."""
        left, top, width, height = self.scale.rect(box)
        if width > 0 and height > 0:
            strip = pygame.Surface((width, min(height, STRIP)), pygame.SRCALPHA)
            strip.fill((*colour, alpha))
            for down in range(0, height, STRIP):
                part = (0, 0, width, min(STRIP, height - down))
                self.surface.blit(strip, (left, top + down), part)

    def frame(self, box: Box, colour: Colour, thick: float = 2) -> None:
        """Draw the edge of a box, inside it."""
        pygame.draw.rect(self.surface, colour, self.scale.rect(box), self.scale.pixels(thick))

    def ring(self, box: Box, colour: Colour, thick: float, gap: float = 0) -> None:
        """Draw an edge outside a box, at a distance from it."""
        self.frame(box.grown(thick + gap), colour, thick)

    def rule(self, x: float, y: float, width: float, colour: Colour, thick: float = 2) -> None:
        """Draw a level line downward from y."""
        left, top = self.scale.point(x, y)
        right, _ = self.scale.point(x + width, y)
        self.surface.fill(colour, (left, top, right - left, self.scale.pixels(thick)))

    def upright(self, x: float, y: float, height: float, colour: Colour, thick: float = 2) -> None:
        """Draw an upright line rightward from x."""
        left, top = self.scale.point(x, y)
        _, bottom = self.scale.point(x, y + height)
        self.surface.fill(colour, (left, top, self.scale.pixels(thick), bottom - top))

    def shadow(
        self,
        box: Box,
        soft: float = 18,
        alpha: int = 150,
        down: float = 8,
        covered: Box | None = None,
    ) -> None:
        """Draw the shadow that a box throws around and, by `down` units, below it.

        What is `covered`, the box itself if nothing is said, is to be painted over and left as it is.
        """
        hidden = self.scale.rect(covered or box)
        self.kit.shadows.draw(self.surface, self.scale, box.moved(down=down), hidden, soft, alpha)

    def setting(self, words: str | Text, style: Style, width: float | None = None) -> Setting:
        return self.kit.type.setting(words, style, width)

    def place(self, setting: Setting, x: float, y: float) -> None:
        """Draw a set text; y is the top of its capitals, x its left, middle or right as it is aligned.

        Where nothing of it would be seen, it is not made: a long sheet has more texts below than in sight.
        """
        top = self.scale.top + round(y * self.scale.unit)
        seen, around = self.surface.get_clip(), AROUND * setting.size
        if not seen.top - setting.tall * setting.unit - around < top < seen.bottom + around:
            return
        rendering = self.kit.type.rendering(setting)
        left = self.scale.left + round(x * self.scale.unit - setting.style.align.value * setting.width)
        self.surface.blit(rendering.surface, (left - rendering.before, top - rendering.above))

    def write(
        self, words: str | Text, style: Style, x: float, y: float, width: float | None = None
    ) -> Setting:
        """Set and draw a text; return its setting for what stands beside or below it."""
        setting = self.setting(words, style, width)
        self.place(setting, x, y)
        return setting

    def paste(self, picture: pygame.Surface, x: float, y: float) -> None:
        """Draw a finished picture of the right size with its corner at a place."""
        self.surface.blit(picture, self.scale.point(x, y))

    def stamp(self, box: Box, ground: Colour, shape: Callable[[Pen, Box, What], None], what: What) -> None:
        """Draw a small shape in a box, made once; its edges fade away in the colour of `ground`."""
        self.kit.stamps.draw(self.surface, self.scale, box, ground, shape, what)

    def pen(self, box: Box, enlarged: int = 4) -> Pen:
        return Pen(self.surface, self.scale, box, enlarged)

    @contextmanager
    def clipped(self, box: Box) -> Iterator[None]:
        """Draw only inside a box while the block lasts."""
        before = self.surface.get_clip()
        self.surface.set_clip(before.clip(pygame.Rect(self.scale.rect(box))))
        try:
            yield
        finally:
            self.surface.set_clip(before)

    def layer(self, box: Box) -> Canvas:
        """Return an opaque canvas of its own that holds the box, pixel for pixel as it will be pasted."""
        rect = self.scale.rect(box)
        surface = pygame.Surface((max(1, rect[2]), max(1, rect[3])))
        return Canvas(surface, self.scale.inside(rect), self.kit)
