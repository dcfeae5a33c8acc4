"""Folders: a crisis on the desk, with room for its cover."""

from __future__ import annotations

from game.frozen import Frozen, NamedTuple
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.colour import mixed
from game.screen.fonts import Cut
from game.screen.parts.sheet import draw_ground
from game.screen.styles import heading, label, prose
from game.screen.theme import STANDARD, Theme
from game.screen.typeset import Align, Setting, Typesetter

TAB = 28.0
TAB_WIDE = 0.44
SIDE = 22.0
FRAME = 8.0
BETWEEN = 18.0


class Folder(Frozen):
    """What stands on a folder; a broken one is grey and says in `about` what is wrong with it.

    `cover` is the height left for its picture.
    """

    number: str
    title: str
    dates: str
    about: str
    left: str = ""
    right: str = ""
    has_focus: bool = False
    is_broken: bool = False
    cover: float = 300.0


class FolderLayout(NamedTuple):
    cover: Box
    title: Setting
    dates: Setting
    about: Setting
    foot: float

    @property
    def end(self) -> float:
        """Where the words end that stand under the cover."""
        return self.cover.bottom + BETWEEN + 4 + self.words

    @property
    def words(self) -> float:
        heights = [each.rest + BETWEEN for each in (self.title, self.dates, self.about) if each.lines]
        return sum(heights)


def folder_layout(type_: Typesetter, folder: Folder, box: Box, theme: Theme = STANDARD) -> FolderLayout:
    """Return where the parts of a folder lie."""
    inner = box.width - 2 * SIDE
    ink, second = (theme.ink2, theme.ink2) if folder.is_broken else (theme.ink, theme.redp)
    return FolderLayout(
        Box(box.x + SIDE, box.y + TAB * type_.scale.text + SIDE, inner, folder.cover),
        type_.setting(folder.title, heading(36, ink), inner),
        type_.setting(folder.dates, prose(24, second)._replace(cut=Cut.STRONG), inner),
        type_.setting(folder.about, prose(22, ink), inner),
        54.0 * type_.scale.text,
    )


def folder_height(type_: Typesetter, folder: Folder, width: float) -> float:
    """Return the least height in which nothing is cut."""
    layout = folder_layout(type_, folder, Box(0, 0, width, 0))
    return layout.end + layout.foot + 8


def draw_folder(canvas: Canvas, box: Box, folder: Folder) -> None:
    theme, text = canvas.theme, canvas.scale.text
    colour = theme.p1 if folder.has_focus else theme.p2
    if folder.is_broken:
        colour = mixed(theme.p2, theme.n5, 0.55)
    tab = TAB * text
    body = Box(box.x, box.y + tab, box.width, box.height - tab)
    if not theme.is_flat:
        canvas.shadow(body, 20, 160, 10)
    if folder.has_focus:
        canvas.fill(box.grown(FRAME), theme.amber)
    draw_ground(canvas, body, colour, grain=2)
    wide = box.width * TAB_WIDE
    with canvas.pen(Box(box.x, box.y, wide + tab + 4, tab + 2)) as pen:
        corners = (
            (box.x, box.y),
            (box.x + wide, box.y),
            (box.x + wide + tab * 0.8, body.y + 1),
            (box.x, body.y + 1),
        )
        pen.polygon(corners, colour)
    canvas.write(folder.number, label(theme.ink, 20), box.x + 18, box.y + tab * 0.45)
    layout = folder_layout(canvas.kit.type, folder, box, theme)
    y = layout.cover.bottom + BETWEEN + 4
    for setting in (layout.title, layout.dates, layout.about):
        if setting.lines:
            canvas.place(setting, box.x + SIDE, y)
            y += setting.rest + BETWEEN
    canvas.rule(box.x + SIDE, box.bottom - layout.foot, box.width - 2 * SIDE, theme.p3, 2)
    line = box.bottom - layout.foot / 2 - 8 * text
    canvas.write(folder.left, prose(22, theme.ink), box.x + SIDE, line)
    canvas.write(folder.right, prose(22, theme.ink, Align.RIGHT), box.right - SIDE, line)
