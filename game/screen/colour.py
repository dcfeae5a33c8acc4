"""Colours as numbers: mixing and contrast."""

from __future__ import annotations

Colour = tuple[int, int, int]

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)


def parsed(code: str) -> Colour:
    """Return the colour of a six-digit code.

    >>> parsed("#E8AE42")
    (232, 174, 66)
    """
    red, green, blue = bytes.fromhex(code.removeprefix("#"))
    return red, green, blue


def mixed(first: Colour, second: Colour, share: float) -> Colour:
    """Return the colour that is the given share (0 to 1) of the way from the first to the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Relative luminance of an sRGB colour, 0 to 1 (WCAG 2)."""
    linear = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: Colour, second: Colour) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2).

    >>> round(contrast(BLACK, WHITE), 1)
    21.0
    """
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def greyed(colour: Colour) -> Colour:
    """Return the grey of the same lightness to the eye."""
    grey = round(0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2])
    return grey, grey, grey
