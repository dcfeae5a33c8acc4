"""What a portrait shows of a person, given by the author or drawn from the person's id."""

from __future__ import annotations

import hashlib
from typing import Literal, TypeVar, get_args

from game.frozen import NamedTuple

Hair = Literal["short", "parted", "slick", "tousled", "long", "thin", "bald"]
HairColour = Literal["brown", "black", "fair", "grey", "white"]
Build = Literal["medium", "slim", "broad"]
Dress = Literal["suit", "uniform", "fatigues", "blouse"]

T = TypeVar("T")


class Likeness(NamedTuple):
    """The features of one person; what they leave open (colours of cloth, tilt of brows) follows the id.

    Where there is an `asset` and it can be read, that is the portrait.
    """

    id: str
    hair: Hair = "short"
    hair_colour: HairColour = "brown"
    has_glasses: bool = False
    has_moustache: bool = False
    build: Build = "medium"
    dress: Dress = "suit"
    asset: str = ""


class Lot:
    """Choices that an id makes, the same in every process and on every machine."""

    def __init__(self, id: str) -> None:  # noqa: A002  an id is an id
        self._bytes = hashlib.blake2b(id.encode(), digest_size=16).digest()

    def pick(self, place: int, choices: tuple[T, ...]) -> T:
        return choices[self._bytes[place] % len(choices)]

    def share(self, place: int) -> float:
        """Return a number from -1 to 1."""
        return self._bytes[place] / 127.5 - 1


def generated(id: str) -> Likeness:  # noqa: A002
    """Return the likeness of somebody about whose looks nothing is said."""
    lot = Lot(id)
    return Likeness(
        id=id,
        hair=lot.pick(0, tuple(style for style in get_args(Hair) if style != "long")),
        hair_colour=lot.pick(1, get_args(HairColour)),
        has_glasses=lot.pick(2, (True, False, False)),
        has_moustache=lot.pick(3, (True, False, False, False, False)),
        build=lot.pick(4, get_args(Build)),
        dress="suit",
    )


def monogram(name: str) -> str:
    """Return the initials of the first and the last word of a name.

    >>> monogram("McGeorge Bundy"), monogram("Taylor")
    ('MB', 'T')
    """
    words = [word for word in name.split() if word[0].isalpha()]
    ends = (words[0], words[-1]) if len(words) > 1 else tuple(words[:1])
    return "".join(word[0].upper() for word in ends)
