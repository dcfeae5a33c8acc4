"""Adviser tiles: who sits there and which course he stands for."""

from __future__ import annotations

from dataclasses import dataclass

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.parts.face import Person, draw_face
from game.screen.parts.tone import Tone, tone_colour
from game.screen.styles import heading, prose
from game.screen.theme import STANDARD, Theme
from game.screen.typeset import Align, Setting, Style, Typesetter

PORTRAIT = 100
BAND = 36
SIDE = 14
GAP = 16


@dataclass(frozen=True, slots=True)
class AdviserTile:
    """An adviser with the word for his stance and, if the room is asked for it, a word for its odds."""

    person: Person
    stance: str
    tone: Tone
    likelihood: str = ""
    is_speaking: bool = False
    has_focus: bool = False


def adviser_height(type_: Typesetter, tile: AdviserTile, width: float) -> float:
    """Return the least height in which name and stance are whole."""
    name, _ = _settings(type_, STANDARD, tile, width)
    return max(92.0, name.high + 2 * GAP) + BAND * type_.scale.text


def adviser_width(type_: Typesetter, tile: AdviserTile) -> float:
    """Return the least width in which no word of a tile is broken or cut."""
    name = type_.longest(tile.person.name, heading(23, STANDARD.n7))
    stance = type_.width(tile.stance, _stance_style(STANDARD))
    return max(name + PORTRAIT + GAP + 10, stance + 2 * SIDE)


def draw_adviser(canvas: Canvas, box: Box, tile: AdviserTile) -> None:
    theme = canvas.theme
    band = BAND * canvas.scale.text
    colour = tone_colour(theme, tile.tone)
    upper = Box(box.x, box.y, box.width, box.height - band)
    canvas.fill(upper, theme.n2)
    draw_face(canvas, Box(box.x, box.y, PORTRAIT, upper.height), tile.person)
    canvas.fill(Box(box.x, upper.bottom, box.width, band), colour)
    name, stance = _settings(canvas.kit.type, theme, tile, box.width)
    canvas.place(name, box.x + PORTRAIT + GAP, upper.y + (upper.height - name.tall) / 2)
    y = upper.bottom + (band - stance.tall) / 2
    canvas.place(stance, box.x + SIDE, y)
    likelihood = canvas.setting(tile.likelihood, prose(20, theme.n0, Align.RIGHT))
    if stance.wide + likelihood.wide + 3 * SIDE <= box.width:
        canvas.place(likelihood, box.right - SIDE, upper.bottom + (band - likelihood.tall) / 2)
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


def _stance_style(theme: Theme) -> Style:
    return heading(20, theme.n0)._replace(track=0.04)
