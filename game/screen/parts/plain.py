"""The plainest parts: words, bands of colour, a face, a chip, key hints, a caption, a toast."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.colour import Colour
from game.screen.parts.face import Person
from game.screen.parts.keys import Hints
from game.screen.parts.tone import Tone
from game.screen.text import Text
from game.screen.typeset import Style


class Words(Frozen):
    """A text in a style, from the top of its box, broken at the box's width."""

    words: str | Text
    style: Style


class Band(Frozen):
    """A box filled with a colour, or framed with one."""

    colour: Colour
    frame: float = 0.0


class Face(Frozen):
    person: Person


class Chip(Frozen):
    words: str
    tone: Tone
    size: float = 20


class HintLine(Frozen):
    hints: Hints


class Caption(Frozen):
    words: str


class Toast(Frozen):
    words: str
