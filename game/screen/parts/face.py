"""A portrait in a box, or a monogram where the box is too small for one."""

from __future__ import annotations

from game.frozen import NamedTuple
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.likeness import Likeness, monogram
from game.screen.styles import heading
from game.screen.typeset import Align

LEAST_PIXELS = 48


class Person(NamedTuple):
    """A person by name and looks."""

    name: str
    likeness: Likeness


def draw_face(canvas: Canvas, box: Box, person: Person) -> None:
    _, _, width, height = canvas.scale.rect(box)
    if width >= LEAST_PIXELS:
        canvas.paste(canvas.kit.portraits.picture(person.likeness, (width, height)), box.x, box.y)
        return
    canvas.fill(box, canvas.kit.portraits.backdrop(person.likeness.id))
    size = box.width * 0.42 / canvas.scale.text
    letters = canvas.setting(monogram(person.name), heading(size, canvas.theme.ink, Align.CENTRE))
    canvas.place(letters, box.middle[0], box.middle[1] - letters.tall / 2)
