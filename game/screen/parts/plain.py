"""The plainest parts: words, bands of colour, a face, a chip, key hints, a caption, a toast."""

from __future__ import annotations

from dataclasses import dataclass

from game.screen.colour import Colour
from game.screen.parts.face import Person
from game.screen.parts.keys import Hints
from game.screen.parts.tone import Tone
from game.screen.text import Text
from game.screen.typeset import Style


@dataclass(frozen=True, slots=True)
class Words:
    """A text in a style, from the top of its box, broken at the box's width."""

    words: str | Text
    style: Style


@dataclass(frozen=True, slots=True)
class Band:
    """A box filled with a colour, or framed with one."""

    colour: Colour
    frame: float = 0.0


@dataclass(frozen=True, slots=True)
class Face:
    person: Person


@dataclass(frozen=True, slots=True)
class Chip:
    words: str
    tone: Tone
    size: float = 20


@dataclass(frozen=True, slots=True)
class HintLine:
    hints: Hints


@dataclass(frozen=True, slots=True)
class Caption:
    words: str


@dataclass(frozen=True, slots=True)
class Toast:
    words: str
