"""The teletype: paper with holes on which a message appears sign by sign."""

from __future__ import annotations

from collections.abc import Sequence

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.colour import mixed
from game.screen.fonts import Cut, Role
from game.screen.parts.sheet import draw_ground
from game.screen.text import Placed, Text
from game.screen.theme import STANDARD, Theme
from game.screen.typeset import Style, Typesetter

SIZE = 25.0
PITCH = 43.0
TOP = 30.0
END = 44.0  # below the last line: the paper of a machine goes on behind its slot
EDGE = 60.0
SIDE = 36.0
HOLE = 8.0


class Teletype(Frozen):
    """Lines of which so many signs are printed; the first `head` of them are red.

    `first` is the line at the top.
    """

    lines: tuple[str, ...]
    printed: int
    first: int = 0
    head: int = 0
    has_cursor: bool = True


def teletype_lines(type_: Typesetter, paragraphs: Sequence[Text | str], width: float) -> tuple[str, ...]:
    """Return the lines of a message in capitals, a blank one between paragraphs."""
    room = width - 2 * (EDGE + SIDE)
    lines: list[str] = []
    for paragraph in paragraphs:
        words = paragraph if isinstance(paragraph, str) else "".join(run.words for run in paragraph)
        setting = type_.setting(words.upper(), _style(STANDARD), room)
        if lines:
            lines.append("")
        lines += [_line(line.pieces) for line in setting.lines]
    return tuple(lines)


def _line(pieces: Sequence[Placed]) -> str:
    """The words of a line, with a space where there is room for one."""
    reach, words = 0.0, ""
    for piece in pieces:
        words += f" {piece.run.words}" if piece.x > reach else piece.run.words
        reach = piece.x + piece.width
    return words


def lines_in(type_: Typesetter, box: Box) -> int:
    """Return how many lines a paper shows."""
    return max(1, int((box.height - TOP - END) / (PITCH * type_.scale.text)))


def draw_teletype(canvas: Canvas, box: Box, part: Teletype) -> None:
    theme, pitch = canvas.theme, PITCH * canvas.scale.text
    if not theme.is_flat:
        canvas.shadow(box, 16, 150, 4)
    draw_ground(canvas, box, theme.p0, grain=3)
    top = box.y + TOP
    _draw_bands(canvas, box, top, pitch, part.first)
    _draw_holes(canvas, box)
    left = part.printed - sum(len(line) + 1 for line in part.lines[: part.first])
    with canvas.clipped(box):
        for i in range(part.first, len(part.lines)):
            y = top + (i - part.first) * pitch
            if left <= 0 or y + pitch > box.bottom + pitch / 2:
                break
            words = part.lines[i][: max(0, left)]
            setting = canvas.setting(words, _style(theme, is_head=i < part.head))
            canvas.place(setting, box.x + EDGE + SIDE, y + (pitch - setting.tall) / 2)
            if left <= len(part.lines[i]) and part.has_cursor:
                side = SIZE * 0.6 * canvas.scale.text
                x = box.x + EDGE + SIDE + setting.wide + 6
                canvas.fill(Box(x, y + pitch * 0.18, side, pitch * 0.64), theme.redp)
            left -= len(part.lines[i]) + 1


def _draw_bands(canvas: Canvas, box: Box, top: float, pitch: float, first: int) -> None:
    """Every other line lies on a pale band, as on the paper of the time."""
    theme = canvas.theme
    if theme.is_flat:
        return
    colour = mixed(theme.p0, theme.green, 0.16)
    y, i = top, first
    while y < box.bottom:
        if i % 2 == 0:
            high = min(pitch, box.bottom - y)
            canvas.veil(Box(box.x + EDGE, y, box.width - 2 * EDGE, high), colour, 150)
        y, i = y + pitch, i + 1


def _draw_holes(canvas: Canvas, box: Box) -> None:
    theme = canvas.theme
    for x in (box.x + EDGE / 2, box.right - EDGE / 2):
        with canvas.pen(Box(x - HOLE - 2, box.y, 2 * HOLE + 4, box.height), 2) as pen:
            y = box.y + 28
            while y < box.bottom - HOLE:
                pen.disc((x, y), HOLE, theme.n1)
                y += PITCH
    for x in (box.x + EDGE - 3, box.right - EDGE + 1):
        y = box.y
        while y < box.bottom - 6:
            canvas.fill(Box(x, y, 2, 6), theme.p3)
            y += 12


def _style(theme: Theme, *, is_head: bool = False) -> Style:
    colour = theme.redp if is_head else theme.ink
    return Style(Role.TELETYPE, SIZE, colour, cut=Cut.STRONG if is_head else Cut.REGULAR)
