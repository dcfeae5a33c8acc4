"""The meanings that a colour may have."""

from __future__ import annotations

from typing import Literal

from game.screen.colour import Colour
from game.screen.theme import Theme

Tone = Literal["plain", "force", "hold", "talk", "water"]


def tone_colour(theme: Theme, tone: Tone) -> Colour:
    """Return the signal colour of a tone on the night."""
    return {
        "plain": theme.n5,
        "force": theme.red,
        "hold": theme.amber,
        "talk": theme.green,
        "water": theme.blue,
    }[tone]


def severity(theme: Theme, share: float) -> Colour:
    """Return the colour of a level between calm (0) and danger (1)."""
    if share < 0.4:
        return theme.green
    return theme.amber if share < 0.7 else theme.red
