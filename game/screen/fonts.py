"""The typefaces by their role, opened at the size in which they are drawn."""

from __future__ import annotations

from enum import Enum
from itertools import groupby
from pathlib import Path
from typing import Literal

import pygame

from game.frozen import NamedTuple
from game.screen.colour import BLACK


class Role(Enum):
    """What a piece of type is for."""

    DISPLAY = "display"  # titles, numbers
    HEADLINE = "headline"  # headings, names, labels of controls
    LABEL = "label"  # small headings, letter-spaced
    THIN = "thin"  # the hour, names of seas
    BODY = "body"  # what is read on the night
    DOCUMENT = "document"  # what is read on paper
    TELETYPE = "teletype"
    KEY = "key"  # caps of keys

    __hash__ = object.__hash__  # members are keys of every cache: a picture asks for them a thousand times


class Cut(Enum):
    """The cut of a face within its role."""

    REGULAR = "regular"
    ITALIC = "italic"
    STRONG = "strong"

    __hash__ = object.__hash__


class Family(NamedTuple):
    """What type of one family has in common.

    `cap` is the height of capitals and `lead` the distance of lines, in pixel
    sizes; `space` is the least width of a space, in the same measure: below it
    words run together once advances are rounded to pixels.
    """

    cap: float
    lead: float
    space: float


OSWALD = Family(cap=0.81, lead=1.24, space=0.0)
FRANKLIN = Family(cap=0.742, lead=1.38, space=0.27)
PLEX = Family(cap=0.698, lead=1.46, space=0.0)

Typeface = Literal["typewriter", "sans"]


class Face(NamedTuple):
    file: str
    family: Family


_FRANKLIN = {
    Cut.REGULAR: Face("LibreFranklin-400.ttf", FRANKLIN),
    Cut.ITALIC: Face("LibreFranklin-400i.ttf", FRANKLIN),
    Cut.STRONG: Face("LibreFranklin-600.ttf", FRANKLIN),
}
_PLEX = {
    Cut.REGULAR: Face("IBMPlexMono-400.ttf", PLEX),
    Cut.ITALIC: Face("IBMPlexMono-400i.ttf", PLEX),
    Cut.STRONG: Face("IBMPlexMono-600.ttf", PLEX),
}
_KEYS = {Cut.REGULAR: Face("IBMPlexMono-500.ttf", PLEX)}
_ROLES = {
    Role.DISPLAY: {Cut.REGULAR: Face("Oswald-700.ttf", OSWALD)},
    Role.HEADLINE: {Cut.REGULAR: Face("Oswald-600.ttf", OSWALD)},
    Role.LABEL: {Cut.REGULAR: Face("Oswald-500.ttf", OSWALD)},
    Role.THIN: {Cut.REGULAR: Face("Oswald-400.ttf", OSWALD)},
    Role.BODY: _FRANKLIN,
    Role.DOCUMENT: _PLEX,
    Role.TELETYPE: {
        Cut.REGULAR: Face("IBMPlexMono-500.ttf", PLEX),
        Cut.STRONG: Face("IBMPlexMono-600.ttf", PLEX),
    },
    Role.KEY: _KEYS,
}
SMALLEST = 6
LOOKED_AT = 16
NOBODYS = "\u0378"  # no letter stands here in any script
STAND_INS = ("IBMPlexMono-400.ttf", "LibreFranklin-400.ttf")
"""Where a face lacks a sign, such as an arrow, it is taken from the first of these that has it."""


class Faces:
    """Fonts from a folder, each opened once for a file and a size in pixels."""

    def __init__(self, folder: Path, document: Typeface = "typewriter") -> None:
        self._folder = folder
        self._roles = dict(_ROLES)
        if document == "sans":
            self._roles[Role.DOCUMENT] = _FRANKLIN
        self._open: dict[tuple[str, int], pygame.Font] = {}
        self._found: dict[tuple[str, str], str] = {}

    def face(self, role: Role, cut: Cut) -> Face:
        """Return the face of a role; a role without the cut has its regular one."""
        cuts = self._roles[role]
        return cuts.get(cut, cuts[Cut.REGULAR])

    def font(self, role: Role, cut: Cut, pixels: int) -> pygame.Font:
        return self._opened(self.face(role, cut).file, pixels)

    def parts(self, role: Role, cut: Cut, pixels: int, words: str) -> tuple[tuple[pygame.Font, str], ...]:
        """Return words in as few parts as can be, each with a font that has all its signs.

        What no font has stays in the face itself, which draws a box for it.
        """
        file = self.face(role, cut).file
        if words.isascii():
            return ((self._opened(file, pixels), words),)
        return tuple(
            (self._opened(each, pixels), "".join(signs))
            for each, signs in groupby(words, lambda sign: self._file_with(sign, file))
        )

    def can_draw(self, sign: str, role: Role, cut: Cut = Cut.REGULAR) -> bool:
        """Whether the face of a role has a sign, or a face that stands in for it."""
        return self._has(self._file_with(sign, self.face(role, cut).file), sign)

    def _file_with(self, sign: str, own: str) -> str:
        """The file from which a sign is taken in a face."""
        if (sign, own) not in self._found:
            having = (file for file in (own, *STAND_INS) if self._has(file, sign))
            self._found[sign, own] = next(having, own)
        return self._found[sign, own]

    def _has(self, file: str, sign: str) -> bool:
        """Whether a file has a sign, that is, draws it otherwise than one that nobody has."""
        font = self._opened(file, LOOKED_AT)
        if not font.size(sign)[0]:
            return True  # what has no width has no box either
        return _drawn(font, sign) != _drawn(font, NOBODYS)

    def _opened(self, file: str, pixels: int) -> pygame.Font:
        key = (file, max(SMALLEST, pixels))
        if key not in self._open:
            self._open[key] = pygame.Font(self._folder / file, key[1])
        return self._open[key]


def _drawn(font: pygame.Font, sign: str) -> bytes:
    return pygame.image.tobytes(font.render(sign, False, BLACK), "P")
