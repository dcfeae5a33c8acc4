"""Adviser tiles: who sits there and which course he stands for."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.parts.face import Person, draw_face
from game.screen.parts.tone import Tone, tone_colour
from game.screen.styles import heading, prose
from game.screen.theme import STANDARD, Theme
from game.screen.typeset import Setting, Style, Typesetter

PORTRAIT = 100
BAND = 36
STACKED = 1.8  # bands high
SIDE = 14
GAP = 16


class AdviserTile(Frozen):
    """An adviser with the word for his stance and, where it is known, a word for its odds.

    Where one does not fit beside the other they are stacked.
    """

    person: Person
    stance: str
    tone: Tone
    likelihood: str = ""
    is_stacked: bool = False
    is_speaking: bool = False
    has_focus: bool = False


def adviser_height(type_: Typesetter, tile: AdviserTile, width: float) -> float:
    """Return the least height in which name and stance are whole."""
    name, _ = _settings(type_, STANDARD, tile, width)
    return max(92.0, name.high + 2 * GAP) + _band_height(type_, tile)


def adviser_width(type_: Typesetter, tile: AdviserTile) -> float:
    """Return the least width in which no word of a tile is broken or cut."""
    name = type_.longest(tile.person.name, heading(23, STANDARD.n7))
    stance = type_.width(tile.stance, _stance_style(STANDARD))
    return max(name + PORTRAIT + GAP + 10, stance + 2 * SIDE)


def has_room_beside(type_: Typesetter, tile: AdviserTile, width: float) -> bool:
    """Return whether stance and likelihood stand side by side in a tile of a width."""
    if not tile.likelihood:
        return True
    both = type_.width(tile.stance, _stance_style(STANDARD)) + type_.width(
        tile.likelihood, _likelihood_style(STANDARD)
    )
    return both + 3 * SIDE <= width


def draw_adviser(canvas: Canvas, box: Box, tile: AdviserTile) -> None:
    theme = canvas.theme
    band = _band_height(canvas.kit.type, tile)
    line = BAND * canvas.scale.text
    colour = tone_colour(theme, tile.tone)
    upper = Box(box.x, box.y, box.width, box.height - band)
    canvas.fill(upper, theme.n2)
    draw_face(canvas, Box(box.x, box.y, PORTRAIT, upper.height), tile.person)
    canvas.fill(Box(box.x, upper.bottom, box.width, band), colour)
    name, stance = _settings(canvas.kit.type, theme, tile, box.width)
    canvas.place(name, box.x + PORTRAIT + GAP, upper.y + (upper.height - name.tall) / 2)
    canvas.place(stance, box.x + SIDE, upper.bottom + (line - stance.tall) / 2)
    likelihood = canvas.setting(tile.likelihood, _likelihood_style(theme))
    if tile.is_stacked:
        canvas.place(likelihood, box.x + SIDE, box.bottom - (line + likelihood.tall) / 2)
    else:
        x = box.right - SIDE - likelihood.wide
        canvas.place(likelihood, x, upper.bottom + (line - likelihood.tall) / 2)
    if tile.has_focus:
        canvas.ring(box, theme.amber, 4, 2)
    elif tile.is_speaking:
        canvas.ring(box, theme.n7, 3, 2)


def _settings(type_: Typesetter, theme: Theme, tile: AdviserTile, width: float) -> tuple[Setting, Setting]:
    room = width - PORTRAIT - GAP - 8
    return (
        type_.setting(tile.person.name, heading(23, theme.n7)._replace(lead=1.28), room),
        type_.setting(tile.stance, _stance_style(theme)),
    )


def _band_height(type_: Typesetter, tile: AdviserTile) -> float:
    return BAND * type_.scale.text * (STACKED if tile.is_stacked else 1)


def _likelihood_style(theme: Theme) -> Style:
    return prose(20, theme.n0)


def _stance_style(theme: Theme) -> Style:
    return heading(20, theme.n0)._replace(track=0.04)
