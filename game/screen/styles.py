"""The styles of type that parts share, by their use."""

from __future__ import annotations

from game.screen.colour import Colour
from game.screen.fonts import Cut, Role
from game.screen.typeset import Align, Break, Style

SMALLEST = 20  # logical; 13 pixels in a window 720 high


def heading(size: float, colour: Colour, align: Align = Align.LEFT) -> Style:
    """Headlines, names and labels of controls: broken evenly."""
    return Style(Role.HEADLINE, size, colour, align=align, breaks=Break.EVEN)


def number(size: float, colour: Colour, align: Align = Align.LEFT) -> Style:
    return Style(Role.DISPLAY, size, colour, align=align)


def label(colour: Colour, size: float = SMALLEST, align: Align = Align.LEFT) -> Style:
    """Small capitals above what they name."""
    return Style(Role.LABEL, size, colour, track=0.06, align=align)


def prose(size: float, colour: Colour, align: Align = Align.LEFT, accent: Colour | None = None) -> Style:
    return Style(Role.BODY, size, colour, accent=accent, align=align)


def spoken(size: float, colour: Colour) -> Style:
    """What somebody says."""
    return Style(Role.BODY, size, colour, cut=Cut.ITALIC)


def typed(size: float, colour: Colour, accent: Colour | None = None) -> Style:
    """The body of a document."""
    return Style(Role.DOCUMENT, size, colour, accent=accent)
