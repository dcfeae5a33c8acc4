"""Type set in lines and rendered, each text of a width once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from enum import Enum
from functools import lru_cache, partial
from typing import Any, TypeVar

import pygame

from game.frozen import Frozen, NamedTuple
from game.screen.cache import Cache, surface_bytes
from game.screen.colour import Colour
from game.screen.fonts import Cut, Faces, Role
from game.screen.scale import Scale
from game.screen.text import Line, Measure, Text, evened, plain, underlined, wrapped
from game.view.line import Run, RunStyle

CUTS = {
    RunStyle.PLAIN: Cut.REGULAR,
    RunStyle.LINK: Cut.REGULAR,
    RunStyle.ITALIC: Cut.ITALIC,
    RunStyle.VALUE: Cut.STRONG,
    RunStyle.CITE: Cut.REGULAR,
}
RAISED = 0.62  # size of a citation mark, of its text's
RENDERED_BYTES = 24_000_000
LAID_LINES = 4_000
TAIL = 0.28  # of the size: how far tails hang below a line
MEASURED_WORDS = 4_000  # of a face and size
WORKED_OUT = 1_000
MEASURE = 75  # characters: longer lines are hard to follow back to the next one
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
V = TypeVar("V")


class Align(Enum):
    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0

    __hash__ = object.__hash__  # as those of faces


class Break(Enum):
    """How lines are broken: as prose, or evenly as a heading."""

    PROSE = "prose"
    EVEN = "even"

    __hash__ = object.__hash__


class Style(NamedTuple):
    """How a text is set; sizes are logical and grow with the player's text scale.

    `lead` is the distance of lines in sizes (None: that of the face), `track`
    the space added after each letter in sizes, `is_slanted` and `is_strong` choose the cut.
    """

    role: Role
    size: float
    colour: Colour
    accent: Colour | None = None
    lead: float | None = None
    track: float = 0.0
    align: Align = Align.LEFT
    cut: Cut = Cut.REGULAR
    breaks: Break = Break.PROSE


class Setting(Frozen):
    """A text broken into lines at its final size, not yet rendered. Measures in pixels."""

    style: Style
    lines: tuple[Line, ...]
    size: int
    pitch: float
    cap: float
    width: float
    unit: float

    @property
    def wide(self) -> float:
        """Logical width of the widest line."""
        return self.width / self.unit

    @property
    def high(self) -> float:
        """Logical height of all lines with their leading; what follows starts there."""
        return len(self.lines) * self.pitch / self.unit

    @property
    def tall(self) -> float:
        """Logical height from the capitals of the first line to the foot of the last."""
        return ((len(self.lines) - 1) * self.pitch + self.cap) / self.unit if self.lines else 0.0

    @property
    def rest(self) -> float:
        """Logical height from the capitals of the first line to below the last line's tails."""
        return self.tall + TAIL * self.size / self.unit if self.lines else 0.0


class Rendering(Frozen):
    """A picture of a text; `above` pixels stand over the capitals of the first line, `before` left of it."""

    surface: pygame.Surface
    before: int
    above: int


class Typesetter:
    """Texts of one scale, laid out and rendered through caches."""

    def __init__(self, faces: Faces, scale: Scale) -> None:
        self.faces = faces
        self.scale = scale
        self._measures: dict[tuple[Role, Cut, float, int], Measure] = {}
        self._settings: Cache[tuple[Text, Style, int], Setting] = Cache(LAID_LINES, lambda _: 1)
        self._worked_out: Cache[tuple[object, ...], Any] = Cache(WORKED_OUT, lambda _: 1)
        self._renderings: Cache[tuple[tuple[Line, ...], Style, int], Rendering] = Cache(
            RENDERED_BYTES, lambda rendering: surface_bytes(rendering.surface)
        )

    def setting(self, words: str | Text, style: Style, width: float | None = None) -> Setting:
        """Return the text broken for a logical width; without one it stays on one line."""
        text = plain(words) if isinstance(words, str) else words
        limit = -1 if width is None else round(width * self.scale.unit)
        return self._settings.get((text, style, limit), partial(self._set, text, style, limit))

    def once(self, what: Callable[..., V], *of: Hashable) -> V:
        """Return what a function of this typesetter and some values gives, worked out once and kept."""
        given: V = self._worked_out.get((what, *of), partial(what, self, *of))
        return given

    def rendering(self, setting: Setting) -> Rendering:
        key = (setting.lines, setting.style, setting.size)
        return self._renderings.get(key, partial(self._rendered, setting))

    def width(self, words: str, style: Style) -> float:
        """Return the logical width of words on one line."""
        return self.setting(words, style).wide

    def measure(self, style: Style) -> float:
        """Return the logical width of the longest line that is read with ease."""
        return MEASURE * self.width(ALPHABET, style) / len(ALPHABET)

    def longest(self, words: str, style: Style) -> float:
        """Return the logical width of the longest word: below it a text would have to break one."""
        return self.once(_longest, words, style)

    def shortened(self, words: str, style: Style, width: float, lines: int) -> str:
        """Return as much of a text as so many lines hold, in whole words if one can be held."""
        short, left = words, words.split()
        while left and (
            len(self.setting(short, style, width).lines) > lines or self.longest(short, style) > width
        ):
            left = left[:-1] if len(left) > 1 else [left[0][:-1]] if len(left[0]) > 1 else []
            short = f"{' '.join(left)}…"
        return short

    def _set(self, text: Text, style: Style, limit: int) -> Setting:
        scale = self.scale
        size = max(1, round(style.size * scale.unit * scale.text))
        family = self.faces.face(style.role, style.cut).family
        measure = self._measure(style, size, family.space * size)
        breaking = evened if style.breaks is Break.EVEN else wrapped
        lines = breaking(text, limit if limit >= 0 else float("inf"), measure)
        return Setting(
            style=style,
            lines=lines,
            size=size,
            pitch=size * (style.lead or family.lead),
            cap=size * family.cap,
            width=max((line.width for line in lines), default=0.0),
            unit=scale.unit,
        )

    def _measure(self, style: Style, size: int, least_space: float) -> Measure:
        """Return the widths of words as a style has them; each word is measured once."""
        key = (style.role, style.cut, style.track, size)
        if key not in self._measures:
            width = lru_cache(MEASURED_WORDS)(partial(_advance, self.faces, style, size))
            self._measures[key] = Measure(width, max(width(" ", RunStyle.PLAIN), least_space))
        return self._measures[key]

    def _rendered(self, setting: Setting) -> Rendering:
        style, size = setting.style, setting.size
        regular = self.faces.font(style.role, style.cut, size)
        above = max(0, round(regular.get_ascent() - setting.cap))
        margin = max(2, size // 6)  # italics lean out of their advance
        height = above + round(max(0, len(setting.lines) - 1) * setting.pitch + setting.cap) + size // 2
        surface = pygame.Surface((round(setting.width) + 2 * margin, height), pygame.SRCALPHA)
        for i, line in enumerate(setting.lines):
            baseline = above + round(i * setting.pitch + setting.cap)
            left = margin + style.align.value * (setting.width - line.width)
            for piece in line.pieces:
                self._draw_run(surface, style, size, (left + piece.x, baseline), piece.run)
            self._draw_links(surface, style, size, (left, baseline), line)
        return Rendering(surface, margin, above)

    def _draw_run(
        self, surface: pygame.Surface, style: Style, size: int, start: tuple[float, int], run: Run
    ) -> None:
        is_cite = run.style is RunStyle.CITE
        colour = style.accent if is_cite and style.accent else style.colour
        baseline = start[1] - (round(size * 0.34) if is_cite else 0)
        x = start[0]
        for font, part in _parts(self.faces, style, size, run.style, run.words):
            wide = font.size(part)[0]
            if wide and part.strip():  # what has no width cannot be rendered
                surface.blit(font.render(part, True, colour), (round(x), baseline - font.get_ascent()))
            x += wide + style.track * size

    def _draw_links(
        self, surface: pygame.Surface, style: Style, size: int, start: tuple[float, int], line: Line
    ) -> None:
        thick = max(1, round(size / 16))
        colour = style.accent or style.colour
        for left, right, _ in underlined(line):
            top = start[1] + max(2, round(size * 0.14))
            surface.fill(colour, (round(start[0] + left), top, round(right - left), thick))


def _longest(type_: Typesetter, words: str, style: Style) -> float:
    return max((type_.width(word, style) for word in words.split()), default=0.0)


def _advance(faces: Faces, style: Style, size: int, words: str, kind: RunStyle) -> float:
    """Return how wide words are in pixels, with what is added after each letter."""
    return sum(
        font.size(part)[0] + style.track * size for font, part in _parts(faces, style, size, kind, words)
    )


def _parts(
    faces: Faces, style: Style, size: int, kind: RunStyle, words: str
) -> Iterator[tuple[pygame.Font, str]]:
    """Words as they are drawn: in one piece where one font has them, by signs where they are spaced."""
    pixels = round(size * RAISED) if kind is RunStyle.CITE else size
    for each in words if style.track else (words,):
        yield from faces.parts(style.role, _cut(style, kind), pixels, each)


def _cut(style: Style, kind: RunStyle) -> Cut:
    """The cut of a run within its style; emphasis within italics stands upright."""
    cut = CUTS[kind]
    if cut is Cut.REGULAR:
        return style.cut
    return Cut.REGULAR if cut is Cut.ITALIC and style.cut is Cut.ITALIC else cut
