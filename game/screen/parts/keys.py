"""Caps of keys with what they do."""

from __future__ import annotations

from game.frozen import NamedTuple
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.colour import Colour
from game.screen.fonts import Role
from game.screen.styles import prose
from game.screen.theme import Theme
from game.screen.typeset import Align, Style, Typesetter
from game.screen.vector import Pen

CAP = 32
SIZE = 20
GAP = 10
AFTER = 28


class Hint(NamedTuple):
    """A key by its printed name, and what it does."""

    key: str
    words: str


Hints = tuple[Hint, ...]


def cap_width(type_: Typesetter, key: str) -> float:
    words = type_.width(key, Style(Role.KEY, SIZE, (0, 0, 0)))
    return max(CAP * type_.scale.text, words + 16 * type_.scale.text)


def cap_height(type_: Typesetter) -> float:
    return CAP * type_.scale.text


class CapColours(NamedTuple):
    """The colours of a cap: of its face, of the edge below it, of the sign on it."""

    face: Colour
    edge: Colour
    sign: Colour


def on_night(theme: Theme) -> CapColours:
    return CapColours(theme.n3, theme.n4, theme.n7)


def on_paper(theme: Theme) -> CapColours:
    return CapColours(theme.p2, theme.p3, theme.ink)


def draw_cap(canvas: Canvas, key: str, x: float, y: float, colours: CapColours | None = None) -> float:
    """Draw the cap of a key, as on the night if nothing else is said; return its width."""
    colours = colours or on_night(canvas.theme)
    width, height = cap_width(canvas.kit.type, key), cap_height(canvas.kit.type)
    canvas.stamp(Box(x - 1, y - 1, width + 2, height + 4), colours.edge, _draw_bare_cap, colours)
    style = Style(Role.KEY, SIZE, colours.sign, align=Align.CENTRE)
    setting = canvas.setting(key, style)
    canvas.place(setting, x + width / 2, y + (height - 1 - setting.tall) / 2)
    return width


def _draw_bare_cap(pen: Pen, box: Box, what: CapColours) -> None:
    width, height = box.width - 2, box.height - 4
    pen.rounded(Box(box.x + 1, box.y + 3, width, height), 5, what.edge)
    pen.rounded(Box(box.x + 1, box.y + 1, width, height - 1), 5, what.face)


def hint_gaps(type_: Typesetter) -> tuple[float, float]:
    """What is left between a cap and its words, and after them: a little more where type is large."""
    share = type_.scale.text**0.5
    return GAP * share, AFTER * share


def hint_width(type_: Typesetter, hint: Hint) -> float:
    return cap_width(type_, hint.key) + hint_gaps(type_)[0] + type_.width(hint.words, prose(SIZE, (0, 0, 0)))


def hints_width(type_: Typesetter, hints: Hints) -> float:
    """Return the width that all hints take side by side."""
    return sum(hint_width(type_, hint) for hint in hints) + hint_gaps(type_)[1] * (len(hints) - 1) + 1


def fitting_hints(type_: Typesetter, hints: Hints, width: float) -> Hints:
    """Return the first hints that fit side by side; the most useful ones stand first."""
    kept: list[Hint] = []
    reach = 0.0
    for hint in hints:
        reach += hint_width(type_, hint)
        if reach > width:
            break
        kept.append(hint)
        reach += hint_gaps(type_)[1]
    return tuple(kept)


def hint_at(type_: Typesetter, box: Box, hints: Hints, x: float, y: float) -> Hint | None:
    """Return the hint that is drawn in a box at a logical point; of two beside one another the nearer one."""
    after, left = hint_gaps(type_)[1], box.x
    for hint in fitting_hints(type_, hints, box.width):
        width = hint_width(type_, hint)
        if Box(left - after / 2, box.y - GAP / 2, width + after, box.height + GAP).has_point(x, y):
            return hint
        left += width + after
    return None


def draw_hints(canvas: Canvas, box: Box, hints: Hints) -> None:
    """Draw as many hints as fit, from the left."""
    x = box.x
    gap, after = hint_gaps(canvas.kit.type)
    for hint in fitting_hints(canvas.kit.type, hints, box.width):
        x += draw_cap(canvas, hint.key, x, box.y) + gap
        setting = canvas.setting(hint.words, prose(SIZE, canvas.theme.n6))
        canvas.place(setting, x, box.y + (cap_height(canvas.kit.type) - setting.tall) / 2)
        x += setting.wide + after
